"""Finding words, going to paragraphs, coming back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow

from .conftest import NewWindow, show_pair

LINES = [f"On day {k} the Keeper said “no, never” to boat {k}." for k in range(80)]
ORIGINAL = "\n\n".join(LINES)
REWRITE = ORIGINAL.replace("boat", "ship").replace("Keeper", "guard")


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    page = show_pair(window, ORIGINAL, REWRITE)
    window.commands[Command.FIND].trigger()
    return page


def ask(page: ComparisonPage, words: str) -> str:
    page.find_controller.find_bar.field.setText(words)
    page.find_controller.find_bar.find_now()
    return page.find_controller.find_bar.count.text()


def test_words_are_counted_in_both_texts(page: ComparisonPage) -> None:
    assert ask(page, "never") == "1 of 160"
    assert ask(page, "ship") == "1 of 80"
    assert ask(page, "dragon") == "not found"
    page.find_controller.find_bar.where.setCurrentIndex(1)
    assert ask(page, "never") == "1 of 80"


def test_case_whole_words_and_typography_are_respected_on_wish(page: ComparisonPage) -> None:
    bar = page.find_controller.find_bar
    assert ask(page, "keeper") == "1 of 80"
    bar.case.setChecked(True)
    assert ask(page, "keeper") == "not found"
    bar.case.setChecked(False)
    assert ask(page, "boa") == "1 of 80"
    bar.whole.setChecked(True)
    assert ask(page, "boa") == "not found"
    assert ask(page, '"no') == "1 of 160"
    bar.typography.setChecked(True)
    assert ask(page, '"no') == "not found"


def test_enter_steps_through_what_was_found(page: ComparisonPage, qtbot: QtBot) -> None:
    ask(page, "never")
    bar = page.find_controller.find_bar
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 160"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "160 of 160"
    assert page.reader.scrolling.visible_rows()[-1][0] == 79


def test_escape_closes_the_bar_and_takes_the_marks_away(page: ComparisonPage, qtbot: QtBot) -> None:
    ask(page, "never")
    assert page.reader.model.highlights.found is not None
    qtbot.keyClick(page.find_controller.find_bar.field, Qt.Key.Key_Escape)
    assert not page.find_controller.find_bar.isVisible()
    assert page.reader.model.highlights.found is None


def test_going_to_a_paragraph_and_back(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.GO_TO_PARAGRAPH].trigger()
    bar = page.find_controller.go_bar
    assert bar.total.text() == "of 80"
    bar.field.setText("60")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert page.reader.caret.place == (Side.ORIGINAL, ORIGINAL.index("On day 59"))
    assert 59 in [row for row, _ in page.reader.scrolling.visible_rows()]
    window.commands[Command.BACK].trigger()
    assert page.reader.scrolling.top_row() == 0


def test_a_number_that_is_too_large_means_the_last_paragraph(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.GO_TO_PARAGRAPH].trigger()
    page.find_controller.go_bar.field.setText("9999")
    qtbot.keyClick(page.find_controller.go_bar.field, Qt.Key.Key_Return)
    assert page.reader.scrolling.visible_rows()[-1][0] == 79


def test_the_place_in_a_pair_is_remembered(
    new_window: NewWindow, qtbot: QtBot, tmp_path: object
) -> None:
    from pathlib import Path

    files = [Path(str(tmp_path)) / name for name in ("one.txt", "two.txt")]
    for file, text in zip(files, (ORIGINAL, REWRITE), strict=True):
        file.write_text(text, "utf-8")
    first = new_window()
    page = show_pair(first, *files)
    page.reader.scrolling.scroll_to_share(0.6)
    row = page.reader.scrolling.top_row()
    first.close()
    again = show_pair(new_window(), *files)
    assert row > 20
    assert abs(again.reader.scrolling.top_row() - row) <= 1


def test_the_next_change_of_the_same_kind_is_found(window: MainWindow, qtbot: QtBot) -> None:
    original = "The lamp was quiet. It rained.\n\nThe boat was old. Nobody knew it."
    rewrite = (
        "The lamp was silent. It rained. She smiled at once.\n\nThe ship was old. Nobody knew it."
    )
    page = show_pair(window, original, rewrite)
    page.navigator.step(1)
    kinds = []
    for _ in range(2):
        number = page.reader.place.current_change()
        assert number is not None
        assert page.pages is not None
        kinds.append(page.pages.changes.entry(number).kind)
        qtbot.keyClick(page.reader, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert kinds[0] is kinds[1]


def test_the_list_is_grouped_by_paragraph_and_by_kind(page: ComparisonPage) -> None:
    model = page.list.model
    flat = model.rowCount()
    page.list.grouping.activated.emit(1)
    assert model.rowCount() > flat
    assert model.change_of(0) is None
    assert model.data(model.index(0)).startswith("¶ 1 · ")
    assert model.change_of(1) == 0
    page.list.grouping.activated.emit(2)
    assert model.data(model.index(0)).startswith("Reworded · ")
    page.navigator.go_to_change(5)
    # The same rewording comes again and again, in one line.
    assert 5 in model.places_of(page.list.view.currentIndex().row())
