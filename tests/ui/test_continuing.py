"""What was open is offered again after the program ended, however it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.session.open_pairs import read_open_pairs
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import Application
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.windows import WINDOW_OFFSET, Windows, cascaded
from facing_pages.viewmodel.wording.notice import Action
from tests.ui.test_recent import QUIET, SILENT
from tests.ui.test_windows import files

__all__ = ["files"]
Start = Callable[[], Windows]

# Pixels of a window with room for both texts side by side, wider than the screen of the tests.
TWO_COLUMNS = (1400, 900)


@pytest.fixture
def start(qapp: Application, tmp_path: Path, workers: WorkerPool) -> Iterator[Start]:
    """Return a function that starts what stands for another program with the same settings."""
    started: list[Windows] = []

    def make() -> Windows:
        store = SettingsStore(SettingsFile(tmp_path / "config" / "settings.json"))
        windows = Windows(store, qapp, workers)
        started.append(windows)
        windows.open_window()
        return windows

    yield make
    for windows in started:
        qapp.aboutToQuit.disconnect(windows.end)
        for window in list(windows.all):
            window.close()
        windows.deleteLater()


def crash(windows: Windows) -> None:
    """Leave everything as a killed program does: nothing is written, the lock is stale."""
    store = windows.open_pairs
    store.write_down()
    store.abandon()
    for window in list(windows.all):
        window.controller.shut_down()
        window.hide()


def open_both(qtbot: QtBot, window: MainWindow, files: list[str]) -> None:
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*files)


def bar(window: MainWindow) -> bool:
    return any(notice.topic == "left" for notice in window.frame.bars.notices())


def test_after_a_quit_the_empty_page_offers_to_continue(
    qtbot: QtBot, start: Start, files: list[str]
) -> None:
    first = start()
    open_both(qtbot, first.all[0], files)
    second = first.open_window()
    QGuiApplication.clipboard().setText(QUIET)
    second.commands[Command.PASTE_ORIGINAL].trigger()
    first.all[0].commands[Command.QUIT].trigger()
    assert first.all == []
    later = start()
    later.begin([])
    window = later.all[0]
    assert window.start.empty.continuing.isVisible()
    assert window.start.empty.left.text().startswith("one.txt ↔ two.txt\nPasted, ")
    assert not bar(window)
    assert window.commands[Command.CONTINUE].isEnabled()
    window.start.empty.continuing.click()
    assert len(later.all) == 2
    qtbot.waitUntil(lambda: window.controller.state.shown is not None, timeout=60_000)
    assert "pasted original" in later.all[1].start.empty.cards[Side.ORIGINAL].state.text()
    assert not window.commands[Command.CONTINUE].isEnabled()
    qtbot.waitUntil(lambda: not window.controller.client.is_busy, timeout=60_000)


def test_after_a_crash_a_bar_offers_to_continue_also_beside_other_files(
    qtbot: QtBot, start: Start, files: list[str], tmp_path: Path
) -> None:
    first = start()
    open_both(qtbot, first.all[0], files)
    crash(first)
    later = start()
    other = tmp_path / "other.txt"
    other.write_text(SILENT, "utf-8")
    window = later.all[0]
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        later.begin([str(other), str(other)])
    assert bar(window)
    notice = next(n for n in window.frame.bars.notices() if n.topic == "left")
    window.frame.bars.action_chosen.emit(notice, Action.CONTINUE_PAIRS)
    assert not bar(window)
    again = later.all[1]
    qtbot.waitUntil(lambda: again.controller.state.shown is not None, timeout=60_000)
    assert again.windowTitle().startswith("one.txt ↔ two.txt")
    assert window.windowTitle().startswith("other.txt ↔ other.txt")
    qtbot.waitUntil(lambda: not again.controller.client.is_busy, timeout=60_000)


def test_the_place_is_that_of_the_end(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    paths = [tmp_path / "long.txt", tmp_path / "long.rewrite.txt"]
    for path, word in zip(paths, ("quiet", "silent"), strict=True):
        lines = (f"Paragraph {number} was {word} all the time." for number in range(200))
        path.write_text("\n\n".join(lines), "utf-8")
    first = start()
    open_both(qtbot, first.all[0], [str(path) for path in paths])
    first.all[0].resize(*TWO_COLUMNS)
    page = first.all[0].page
    assert page.pages is not None
    page.reader.scrolling.put(Side.ORIGINAL, page.pages.original.text.index("Paragraph 120"))
    place = page.reader.scrolling.reading_place()
    assert place[1] > 1000
    first.quit()
    later = start()
    later.continue_pairs()
    window = later.all[0]
    window.resize(*TWO_COLUMNS)
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        pass
    assert window.page.reader.scrolling.reading_place() == place


def test_with_the_preference_pairs_are_opened_without_asking(
    qtbot: QtBot, start: Start, files: list[str]
) -> None:
    first = start()
    first.store.change(reopen=True)
    open_both(qtbot, first.all[0], files)
    first.quit()
    later = start()
    window = later.all[0]
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        later.begin([])
    assert window.windowTitle().startswith("one.txt ↔ two.txt")


def test_what_crashes_after_it_opened_by_itself_is_only_offered(
    qtbot: QtBot, start: Start, files: list[str]
) -> None:
    """A pair that crashes the program must not crash every start."""
    first = start()
    first.store.change(reopen=True)
    open_both(qtbot, first.all[0], files)
    crash(first)
    second = start()
    with qtbot.waitSignal(second.all[0].controller.settled, timeout=60_000):
        second.begin([])
    crash(second)
    third = start()
    third.begin([])
    assert third.all[0].controller.state.wanted is None
    assert third.all[0].start.empty.continuing.isVisible()
    assert third.all[0].start.empty.left.text().startswith("Facing Pages ended unexpectedly.")
    assert bar(third.all[0])


def test_files_of_a_start_are_not_mixed_with_what_was_open(
    qtbot: QtBot, start: Start, files: list[str], tmp_path: Path
) -> None:
    first = start()
    first.store.change(reopen=True)
    open_both(qtbot, first.all[0], files)
    first.quit()
    other = tmp_path / "other.txt"
    other.write_text(SILENT, "utf-8")
    later = start()
    window = later.all[0]
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        later.begin([str(other), str(other)])
    assert len(later.all) == 1
    assert not bar(window)
    assert window.commands[Command.CONTINUE].isEnabled()


def test_two_programs_keep_what_is_open_apart(qtbot: QtBot, start: Start, files: list[str]) -> None:
    first = start()
    open_both(qtbot, first.all[0], files)
    first.open_pairs.write_down()
    second = start()
    assert second.open_pairs.left.windows == ()
    QGuiApplication.clipboard().setText(QUIET)
    second.all[0].commands[Command.PASTE_ORIGINAL].trigger()
    second.open_pairs.write_down()
    assert first.open_pairs.path.exists()
    assert second.open_pairs.path.exists()
    crash(second)
    third = start()
    names = [window.pair.original_words for window in third.open_pairs.left.windows]
    assert len(names) == 1
    assert QUIET.startswith(names[0][:20])


def test_a_change_is_written_within_a_second(qtbot: QtBot, start: Start, files: list[str]) -> None:
    first = start()
    QGuiApplication.clipboard().setText(QUIET)
    first.all[0].commands[Command.PASTE_REWRITE].trigger()
    qtbot.waitUntil(first.open_pairs.path.exists, timeout=1000)
    found = read_open_pairs(first.open_pairs.path)
    assert found is not None
    assert not found.has_quit
    first.all[0].commands[Command.UNDO].trigger()
    qtbot.waitUntil(lambda: not first.open_pairs.path.exists(), timeout=1000)


def test_the_names_are_shown_while_a_pair_is_read(
    qtbot: QtBot, start: Start, files: list[str]
) -> None:
    windows = start()
    window = windows.open_window(expected=files)
    assert window.start.currentWidget() is window.start.reading
    assert window.start.reading.label.text() == "Reading one.txt and two.txt…"
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*files)
    assert window.controller.state.shown is not None


def test_a_pair_that_cannot_be_read_leaves_the_empty_page(
    qtbot: QtBot, start: Start, files: list[str], tmp_path: Path
) -> None:
    windows = start()
    missing = [files[0], str(tmp_path / "nowhere.txt")]
    window = windows.all[0]
    window.start.expect(missing)
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        windows.begin(missing)
    assert window.start.currentWidget() is window.start.empty
    assert any("nowhere.txt" in notice.text for notice in window.frame.bars.notices())
    assert "one.txt" in window.start.empty.cards[Side.ORIGINAL].state.text()


def test_a_session_that_is_none_leaves_the_empty_page(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "letter.facing"
    path.write_text("Dear Mary,", "utf-8")
    windows = start()
    window = windows.all[0]
    window.start.expect([str(path)])
    windows.begin([str(path)])
    assert window.start.currentWidget() is window.start.empty


def test_new_windows_stay_on_the_screen() -> None:
    screen, size = QRect(0, 30, 1500, 920), QSize(1280, 820)
    place = QRect(QPoint(100, 60), size)
    seen = [place]
    for _ in range(20):
        place = QRect(cascaded(place, size, screen), size)
        assert screen.contains(place), place
        seen.append(place)
    assert seen[1].topLeft() == QPoint(100 + WINDOW_OFFSET, 60 + WINDOW_OFFSET)
    assert all(one != other for one, other in pairwise(seen))
    large = QSize(1800, 1100)
    assert cascaded(QRect(QPoint(0, 30), large), large, screen) == QPoint(0, 30)
