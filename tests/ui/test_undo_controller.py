"""Undo brings back what was on screen: pairs that were replaced, with all that was done to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel import history as history_module
from facing_pages.viewmodel.dropping import meaning_of_files
from facing_pages.viewmodel.wording.notice import Action
from tests.ui.test_correction_controller import (
    ORIGINAL,
    REWRITE,
    files,
    link_of,
    page,
    press,
    put_caret,
)

__all__ = ["files", "page"]
OTHER = "The bell rang twice. Two boats came in, and nobody was on them."


def text_of(window: MainWindow, side: Side) -> str:
    assert window.controller.state.pages is not None
    return window.controller.state.pages.text(side).text


def names(window: MainWindow) -> str:
    return window.windowTitle().removesuffix(" — Facing Pages")


def status(window: MainWindow) -> str:
    return window.frame.status.link.text().removeprefix("·  ")


def undo_text(window: MainWindow) -> str:
    return window.commands[Command.UNDO].text().removeprefix("&Undo").removeprefix(": ")


def do(qtbot: QtBot, window: MainWindow, handler: Callable[[], object]) -> None:
    """Do something and wait until all that comes of it is on screen."""
    with qtbot.waitSignal(window.controller.settled, timeout=30_000):
        handler()


def run(qtbot: QtBot, window: MainWindow, command: Command) -> None:
    do(qtbot, window, window.commands[command].trigger)


def paste(qtbot: QtBot, window: MainWindow, text: str, side: Side = Side.ORIGINAL) -> None:
    QGuiApplication.clipboard().setText(text)
    original = side is Side.ORIGINAL
    run(qtbot, window, Command.PASTE_ORIGINAL if original else Command.PASTE_REWRITE)


def correct(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    put_caret(page, Side.ORIGINAL, 5)
    put_caret(page, Side.REWRITE, 5)
    press(qtbot, window, Qt.Key.Key_L)


def test_a_text_pasted_over_a_pair_is_taken_back_with_its_corrections_and_place(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    correct(qtbot, window, page)
    before = page.reader.scrolling.reading_place()
    paste(qtbot, window, OTHER)
    assert text_of(window, Side.ORIGINAL) == OTHER
    assert undo_text(window) == "paste as original"
    bar = next(n for n in window.frame.bars.notices() if n.topic == "replaced")
    assert bar.text == "The original was replaced by pasted text."
    assert bar.actions == (Action.UNDO,)
    run(qtbot, window, Command.UNDO)
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    assert status(window) == ("Undone: paste as original. ferry.txt is back, with 1 correction.")
    assert not any(n.topic == "replaced" for n in window.frame.bars.notices())
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    assert page.reader.scrolling.reading_place() == before
    assert undo_text(window) == "link of 5 with 5"
    run(qtbot, window, Command.REDO)
    assert text_of(window, Side.ORIGINAL) == OTHER
    assert status(window) == "Redone: paste as original. pasted original is back."


def test_the_bar_takes_the_paste_back(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    paste(qtbot, window, OTHER, Side.REWRITE)
    bar = next(n for n in window.frame.bars.notices() if n.topic == "replaced")
    do(qtbot, window, lambda: window.frame.bars.action_chosen.emit(bar, Action.UNDO))
    assert text_of(window, Side.REWRITE) == REWRITE


def test_corrections_of_the_pair_before_are_undone_after_it_is_back(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    """Both at once, as when Ctrl+Z is held: nothing waits for the comparison."""
    correct(qtbot, window, page)
    paste(qtbot, window, OTHER)

    def undo_twice() -> None:
        window.commands[Command.UNDO].trigger()
        window.commands[Command.UNDO].trigger()

    do(qtbot, window, undo_twice)
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    assert status(window) == "Undone: link of 5 with 5."
    assert link_of(page, Side.ORIGINAL, 5) != ([5], [5])
    assert undo_text(window) == ""
    do(qtbot, window, window.commands[Command.REDO].trigger)
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    assert status(window) == "Redone: link of 5 with 5."


def test_swapping_is_undone_by_name(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    run(qtbot, window, Command.SWAP)
    assert undo_text(window) == "swap of the sides"
    run(qtbot, window, Command.UNDO)
    assert names(window) == "ferry.txt ↔ ferry.rewrite.txt"
    assert status(window) == "Undone: swap of the sides. ferry.txt is the original again."


def test_reading_again_is_undone_to_the_text_before(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    """The text before is in no file any more; that the file differs is said."""
    correct(qtbot, window, page)
    files[1].write_text(OTHER, "utf-8")
    run(qtbot, window, Command.RELOAD)
    assert text_of(window, Side.REWRITE) == OTHER
    assert undo_text(window) == "reading the files again"
    run(qtbot, window, Command.UNDO)
    assert text_of(window, Side.REWRITE) == REWRITE
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    assert status(window).endswith("The texts are as they were before.")
    changed = "ferry.rewrite.txt changed on disk."
    qtbot.waitUntil(
        lambda: changed in [n.text for n in window.frame.bars.notices()], timeout=10_000
    )
    correct_again = window.controller.state.corrections
    do(qtbot, window, lambda: window.controller.correct(correct_again))
    assert text_of(window, Side.REWRITE) == REWRITE


def test_a_pair_whose_files_are_gone_comes_back(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    paste(qtbot, window, OTHER)
    for path in files:
        path.unlink()
    run(qtbot, window, Command.UNDO)
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    correct(qtbot, window, page)
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])


def test_a_file_that_cannot_be_read_is_no_step(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    do(
        qtbot,
        window,
        lambda: window.workspace.opener.take_drop(meaning_of_files([str(empty)], Side.ORIGINAL)),
    )
    assert undo_text(window) == ""
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    assert not any(n.topic == "replaced" for n in window.frame.bars.notices())


def test_a_dropped_file_and_a_chosen_one_are_steps(
    qtbot: QtBot,
    window: MainWindow,
    page: ComparisonPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "bell.txt"
    other.write_text(OTHER, "utf-8")
    drop = meaning_of_files([str(other)], Side.ORIGINAL)
    do(qtbot, window, lambda: window.workspace.opener.take_drop(drop))
    assert undo_text(window) == "drop of bell.txt"
    assert any(
        n.text == "The original was replaced by bell.txt." for n in window.frame.bars.notices()
    )
    monkeypatch.setattr(messages, "choose_file", lambda *_: str(other))
    run(qtbot, window, Command.OPEN_REWRITE)
    assert undo_text(window) == "opening of bell.txt"
    run(qtbot, window, Command.OPEN_SAMPLE)
    assert undo_text(window) == "opening of the sample pair"
    for _ in range(3):
        run(qtbot, window, Command.UNDO)
    assert names(window) == "ferry.txt ↔ ferry.rewrite.txt"
    assert status(window) == "Undone: drop of bell.txt. ferry.txt is back."


def test_closing_is_undone(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    correct(qtbot, window, page)
    window.commands[Command.CLOSE].trigger()
    assert window.controller.state.shown is None
    assert undo_text(window) == "closing of the comparison"
    run(qtbot, window, Command.UNDO)
    assert names(window) == "ferry.txt ↔ ferry.rewrite.txt"
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    window.commands[Command.REDO].trigger()
    assert window.controller.state.shown is None
    assert status(window) == ("Redone: closing of the comparison. No comparison is open.")


def test_a_single_pasted_text_is_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(OTHER)
    window.commands[Command.PASTE_REWRITE].trigger()
    assert "pasted rewrite" in window.start.empty.cards[Side.REWRITE].state.text()
    window.commands[Command.UNDO].trigger()
    assert "pasted" not in window.start.empty.cards[Side.REWRITE].state.text()
    window.commands[Command.REDO].trigger()
    assert "pasted rewrite" in window.start.empty.cards[Side.REWRITE].state.text()
    paste(qtbot, window, ORIGINAL)
    window.commands[Command.UNDO].trigger()
    assert window.controller.state.shown is None
    assert status(window) == (
        "Undone: paste as original. pasted rewrite is back. The other side is empty."
    )
    run(qtbot, window, Command.REDO)
    assert text_of(window, Side.REWRITE) == OTHER


def test_undo_while_a_pair_is_being_read_gives_that_up(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, tmp_path: Path
) -> None:
    correct(qtbot, window, page)
    other = tmp_path / "bell.txt"
    other.write_text(OTHER, "utf-8")

    def open_and_undo() -> None:
        window.workspace.opener.open_files(str(other), str(other))
        assert undo_text(window) == "opening of bell.txt ↔ bell.txt"
        window.commands[Command.UNDO].trigger()

    do(qtbot, window, open_and_undo)
    assert status(window) == "Not done: opening of bell.txt ↔ bell.txt."
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])
    assert undo_text(window) == "link of 5 with 5"


def test_files_read_again_unchanged_are_no_step(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    run(qtbot, window, Command.RELOAD)
    assert undo_text(window) == ""


def test_texts_given_up_for_memory_are_read_again(
    qtbot: QtBot,
    window: MainWindow,
    page: ComparisonPage,
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history_module, "MAX_KEPT_CHARACTERS", 10)
    correct(qtbot, window, page)
    paste(qtbot, window, OTHER)
    paste(qtbot, window, OTHER, Side.REWRITE)
    do(qtbot, window, window.commands[Command.UNDO].trigger)
    assert text_of(window, Side.REWRITE) == REWRITE
    files[0].unlink()
    do(qtbot, window, window.commands[Command.UNDO].trigger)
    assert undo_text(window) == "paste as original"
    assert any(n.topic == "failure-original" for n in window.frame.bars.notices())
    files[0].write_text(ORIGINAL, "utf-8")
    do(qtbot, window, window.commands[Command.UNDO].trigger)
    assert text_of(window, Side.ORIGINAL) == ORIGINAL
    assert link_of(page, Side.ORIGINAL, 5) == ([5], [5])


def test_the_session_file_of_a_pair_comes_back_with_it(
    qtbot: QtBot,
    window: MainWindow,
    page: ComparisonPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "ferry.facing"
    monkeypatch.setattr(messages, "choose_session_to_save", lambda *_: str(path))
    window.commands[Command.SAVE_SESSION].trigger()
    paste(qtbot, window, OTHER)
    assert window.workspace.sessions.path is None
    run(qtbot, window, Command.UNDO)
    assert window.workspace.sessions.path == path
    assert names(window) == "ferry.txt ↔ ferry.rewrite.txt (ferry.facing)"
    run(qtbot, window, Command.REDO)
    assert window.workspace.sessions.path is None


def test_the_numbers_in_the_status_line_are_never_those_of_another_pair(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    paste(qtbot, window, OTHER)
    of_pasted = window.frame.status.facts.text()
    assert of_pasted
    seen: list[str] = []
    window.controller.opened.connect(lambda _: seen.append(window.frame.status.facts.text()))
    run(qtbot, window, Command.UNDO)
    assert seen
    assert of_pasted not in seen
