"""Several windows, and a second start that hands its files over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facing_pages.core.resources import resource
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import Application
from facing_pages.ui.shell.single_instance import Listener, hand_over, meeting_place
from facing_pages.ui.shell.windows import Windows


@pytest.fixture
def windows(qapp: Application, tmp_path: Path, workers: WorkerPool) -> Iterator[Windows]:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    windows = Windows(store, qapp, workers)
    yield windows
    for window in list(windows.all):
        window.close()
    windows.deleteLater()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    paths[0].write_text("The lamp was quiet when she came down.", "utf-8")
    paths[1].write_text("The lamp was silent when she came down.", "utf-8")
    return [str(path) for path in paths]


def test_a_new_window_is_opened_beside_the_first(windows: Windows) -> None:
    first = windows.open_window()
    first.commands[Command.NEW_WINDOW].trigger()
    assert len(windows.all) == 2
    windows.all[1].close()
    assert windows.all == [first]


def test_a_choice_holds_for_all_windows(windows: Windows) -> None:
    first, second = windows.open_window(), windows.open_window()
    first.store.set_theme(ThemeChoice.SEPIA)
    assert second.view.theme.name == "Sepia"


def test_files_go_to_a_window_without_a_pair_first(
    windows: Windows, qtbot: QtBot, files: list[str]
) -> None:
    first = windows.open_window()
    with qtbot.waitSignal(first.controller.settled, timeout=30_000):
        assert windows.open_files(files) is first
    second = windows.open_files(files)
    assert second is not first
    with qtbot.waitSignal(second.controller.settled, timeout=30_000):
        pass


def test_files_opened_one_by_one_make_a_pair(
    windows: Windows, qtbot: QtBot, qapp: Application, files: list[str]
) -> None:
    window = windows.open_window()
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        for file in files:
            QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(file)))
    assert window.controller.state.pages is not None
    assert window.controller.state.pages.rewrite.name == "two.txt"


def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    """The second start is a process of its own, as it waits for the answer of the first."""
    import subprocess
    import sys

    name = meeting_place(tmp_path / "settings.json")
    assert not hand_over(name, [])
    listener = Listener(name)
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; a = QCoreApplication([]);"
        "from facing_pages.ui.shell.single_instance import hand_over;"
        "sys.exit(0 if hand_over(sys.argv[1], sys.argv[2:]) else 3)"
    )
    with qtbot.waitSignal(listener.files_arrived, timeout=20_000) as arrived:
        process = subprocess.Popen([sys.executable, "-c", code, name, "/a/one.txt", "/b/ä.txt"])
    assert arrived.args == [["/a/one.txt", "/b/ä.txt"]]
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0
    listener.close()


def test_a_message_that_makes_no_sense_is_left_alone(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = meeting_place(tmp_path / "settings.json")
    listener = Listener(name)
    arrived: list[object] = []
    listener.files_arrived.connect(arrived.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(b'{"files": 3}\n')
    qtbot.waitUntil(lambda: "was invalid" in caplog.text, timeout=5000)
    assert arrived == []
    listener.close()


def test_more_than_two_files_are_too_many_and_the_window_says_so(
    windows: Windows, files: list[str]
) -> None:
    window = windows.open_files([*files, files[0]])
    assert "3 files were given" in window.frame.bars.notices()[0].text
    assert window.controller.state.shown is None


def test_all_windows_show_the_same_picture_of_the_program(
    windows: Windows, qapp: Application
) -> None:
    qapp.setWindowIcon(QIcon(str(resource("icons/facing-pages.svg"))))
    labels = [
        label
        for _ in range(2)
        for label in windows.open_window().start.empty.findChildren(QLabel)
        if not label.pixmap().isNull()
    ]
    assert len(labels) == 2
    assert labels[0].pixmap().cacheKey() == labels[1].pixmap().cacheKey()
