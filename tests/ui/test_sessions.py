"""Sessions: saved, kept up to date, opened, also where their files are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.session.session_file import read_session
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.dropping import DropSession, meaning_of_files
from facing_pages.viewmodel.wording.notice import Action
from tests.ui.conftest import NewWindow

ONE = "The gate was shut. Nobody came. The lamp burned low."
TWO = "They had closed the gate. There was no visitor. The lamp was almost out."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "gate.txt", tmp_path / "gate.rewrite.txt")
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.fixture
def saved(
    qtbot: QtBot,
    new_window: NewWindow,
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[MainWindow, Path]:
    """Return a window with a pair that was saved as a session."""
    path = tmp_path / "gate.facing"
    monkeypatch.setattr(messages, "choose_session_to_save", lambda *_: str(path))
    window = new_window()
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, files))
    window.commands[Command.SAVE_SESSION].trigger()
    return window, path


def link_both(qtbot: QtBot, window: MainWindow) -> None:
    """Link the second sentences of both sides."""
    pages = window.page.pages
    assert pages is not None
    for side in Side:
        window.page.reader.caret.put(side, pages.sentence_span(side, 1).start + 1)
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        qtbot.keyClick(window.page.reader, Qt.Key.Key_L)


def bars(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.frame.bars.notices()]


def test_a_saved_session_follows_every_correction(
    qtbot: QtBot, saved: tuple[MainWindow, Path]
) -> None:
    window, path = saved
    assert window.windowTitle() == "gate.txt ↔ gate.rewrite.txt (gate.facing) — Facing Pages"
    assert len(read_session(path).corrections) == 0
    link_both(qtbot, window)
    assert len(read_session(path).corrections) == 1


def test_a_session_brings_its_corrections_where_nothing_was_kept(
    qtbot: QtBot, saved: tuple[MainWindow, Path], new_window: NewWindow, tmp_path: Path
) -> None:
    window, path = saved
    link_both(qtbot, window)
    for kept in (tmp_path / "settings" / "corrections").iterdir():
        kept.unlink()
    other = new_window()
    with qtbot.waitSignal(other.controller.settled, timeout=60_000):
        other.workspace.open_session(str(path))
    assert len(other.controller.state.corrections) == 1
    assert other.workspace.sessions.path == path


def test_a_session_at_its_receiver_opens_with_its_copies_and_asks_nothing(
    qtbot: QtBot,
    saved: tuple[MainWindow, Path],
    new_window: NewWindow,
    files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    window, path = saved
    link_both(qtbot, window)
    elsewhere = tmp_path / "received" / "gate.facing"
    elsewhere.parent.mkdir()
    path.rename(elsewhere)
    for file in files:
        file.unlink()
    other = new_window()
    with qtbot.waitSignal(other.controller.settled, timeout=60_000):
        other.workspace.open_session(str(elsewhere))
    assert not other.findChildren(QMessageBox)
    assert bars(other) == [
        "gate.txt and gate.rewrite.txt are not here; the copies in the session are shown."
    ]
    assert other.controller.state.pages is not None
    assert other.controller.state.pages.rewrite.text == TWO
    assert len(other.controller.state.corrections) == 1
    other.commands[Command.SAVE_SESSION].trigger()
    again = read_session(elsewhere)
    assert again.original.path == str(files[0])
    assert (again.original.text, again.rewrite.text) == (ONE, TWO)


def test_the_files_of_a_session_are_found_and_used_from_then_on(
    qtbot: QtBot,
    saved: tuple[MainWindow, Path],
    new_window: NewWindow,
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One question for both: the second file lies beside the first."""
    window, path = saved
    link_both(qtbot, window)
    folder = tmp_path / "moved"
    folder.mkdir()
    moved = [file.rename(folder / file.name) for file in files]
    other = new_window()
    with qtbot.waitSignal(other.controller.settled, timeout=60_000):
        other.workspace.open_session(str(path))
    asked: list[str] = []

    def choose(_parent: object, name: str, _folder: str) -> str:
        asked.append(name)
        return str(moved[0])

    monkeypatch.setattr(messages, "choose_missing_file", choose)
    notice = next(notice for notice in other.frame.bars.notices() if notice.topic == "copies")
    with qtbot.waitSignal(other.controller.settled, timeout=60_000):
        other.frame.bars.action_chosen.emit(notice, Action.FIND_FILES)
    assert asked == ["gate.txt"]
    shown = other.controller.state.shown
    assert shown is not None
    assert [shown.source(side).path for side in Side] == [str(file) for file in moved]
    assert len(other.controller.state.corrections) == 1
    assert other.workspace.sessions.path == path
    assert read_session(path).rewrite.path == str(moved[1])
    assert "copies" not in [notice.topic for notice in other.frame.bars.notices()]


def test_a_session_that_cannot_be_saved_says_so(
    saved: tuple[MainWindow, Path], tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    window, path = saved
    window.workspace.sessions.path = tmp_path / "nowhere" / "gate.facing"
    window.commands[Command.SAVE_SESSION].trigger()
    assert any(text.startswith("Unable to save the session: No such file") for text in bars(window))
    assert path.exists()


def test_another_pair_does_not_go_into_the_session(
    qtbot: QtBot, saved: tuple[MainWindow, Path], tmp_path: Path
) -> None:
    window, path = saved
    other = tmp_path / "other.txt"
    other.write_text("The bell rang. Two boats came in.", "utf-8")
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        window.workspace.opener.open_files(str(other), str(other))
    assert window.workspace.sessions.path is None
    assert read_session(path).original.name == "gate.txt"


def test_a_file_that_is_no_session_is_refused(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.facing"
    path.write_text("Dear Mary,", "utf-8")
    window.workspace.open_session(str(path))
    assert bars(window) == [
        "letter.facing is damaged or is not a Facing Pages session. Choose another .facing file."
    ]


def test_a_dropped_session_is_opened_as_one() -> None:
    assert meaning_of_files(["/tmp/gate.facing"], Side.REWRITE) == DropSession("/tmp/gate.facing")
