"""How a pair is set: side by side, flowing, in one column, one text alone; folds; marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.marks.kinds import MarkStyle
from facing_pages.page.layout.scroll_anchor import READING_LINE
from facing_pages.page.painting.row_painter import RowPainter
from facing_pages.ui.common.commands import Command
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import MarkLevel, Mode

from .conftest import show_pair

PARAGRAPHS = [
    f"On day {k} the keeper counted {k + 3} boats, and the {('widow', 'clerk', 'cook')[k % 3]} "
    f"wrote number {k} into the grey book by the window. Nobody looked for it again on day {k}."
    for k in range(90)
]
CHANGED = (10, 11, 40, 70)
ORIGINAL = "\n\n".join(PARAGRAPHS)
REWRITE = "\n\n".join(
    text.replace("counted", "saw") if k in CHANGED else text for k, text in enumerate(PARAGRAPHS)
)


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ORIGINAL, REWRITE)


def shown_text(page: ComparisonPage) -> str:
    """Return what stands on the screen, column by column."""
    layout = page.reader.model.layout
    assert layout is not None
    rows = layout.visible(layout.leader, page.reader.viewport().height())
    return "\n".join(placed.layout.text for row, _ in rows for placed in row.every())


def heights_of(page: ComparisonPage, position: int) -> dict[Side, int]:
    layout = page.reader.model.layout
    assert layout is not None
    return {side: layout.height_on_screen(side, position) for side in Side}


@pytest.mark.parametrize("mode", Mode)
def test_changing_the_mode_keeps_the_sentence_under_the_eye(
    page: ComparisonPage, window: MainWindow, mode: Mode
) -> None:
    page.navigator.go_to_change(2)
    entry = page.pages.changes.entry(2) if page.pages else None
    assert entry is not None
    assert entry.original is not None
    before = heights_of(page, entry.original.start)[Side.ORIGINAL]
    window.view.set_mode(mode)
    assert page.reader.model.mode is mode
    side = page.reader.model.style.columns[0]
    span = entry.span(side)
    assert span is not None
    assert abs(heights_of(page, span.start)[side] - before) <= 1
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    assert abs(heights_of(page, entry.original.start)[Side.ORIGINAL] - before) <= 1


def test_a_narrow_window_has_one_column_and_a_wide_one_two(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.navigator.go_to_change(2)
    row = page.reader.place.current_row()
    window.resize(700, 800)
    qtbot.waitUntil(lambda: page.reader.model.mode is Mode.ONE_COLUMN)
    style = page.reader.model.style
    assert style.original_x + style.column_width <= page.reader.viewport().width()
    assert row in [number for number, _ in page.reader.scrolling.visible_rows()]
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: page.reader.model.mode is Mode.SIDE_BY_SIDE)
    assert row in [number for number, _ in page.reader.scrolling.visible_rows()]


def test_large_text_needs_one_column_too(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.store.set_zoom(250)
    qtbot.waitUntil(lambda: page.reader.model.mode is Mode.ONE_COLUMN)


def test_one_column_shows_old_words_before_new_ones(window: MainWindow) -> None:
    page = show_pair(
        window,
        "The lamp was quiet when she came down to the harbour.",
        "The lamp was silent when she came down to the harbour.",
    )
    window.view.set_mode(Mode.ONE_COLUMN)
    assert shown_text(page) == "The lamp was quiet silent when she came down to the harbour."


def test_one_text_alone_is_clean(page: ComparisonPage, window: MainWindow) -> None:
    window.view.set_mode(Mode.REWRITE)
    assert "counted 13" not in shown_text(page)
    layout = page.reader.model.layout
    assert layout is not None
    painter = RowPainter(layout.shown, layout.style, page.reader.model.theme)
    placed = next(layout.visible(Side.REWRITE, 800)[0][0].every())
    assert painter.marks(placed) == []


def test_the_counterpart_is_shown_on_demand(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.view.set_mode(Mode.REWRITE)
    page.navigator.go_to_change(0)
    qtbot.keyClick(page.reader, Qt.Key.Key_O)
    assert page.panels.counterpart.isVisible()
    assert "the keeper counted 13 boats" in page.panels.counterpart.text.text()
    qtbot.keyClick(page.reader, Qt.Key.Key_O)
    assert not page.panels.counterpart.isVisible()


def test_flowing_texts_stay_together_at_the_reading_line(window: MainWindow, qtbot: QtBot) -> None:
    longer = "\n\n".join(
        text + " And the sea went on as it had always done." * 4 if k % 3 else text
        for k, text in enumerate(PARAGRAPHS)
    )
    page = show_pair(window, ORIGINAL, longer)
    window.view.set_mode(Mode.FLOWING)
    layout = page.reader.model.layout
    assert layout is not None
    apart: list[int] = []
    for _ in range(120):
        page.reader.scrolling.scroll_by(37)
        qtbot.waitUntil(lambda: not page.reader.scrolling.is_catching_up)
        line = round(READING_LINE * page.reader.viewport().height())
        row, y = layout.row_at(line, 800, Side.ORIGINAL)
        facing = layout.shown.pages.rewrite.paragraph_span(row).start
        if line - y < 8:
            apart.append(abs(layout.height_on_screen(Side.REWRITE, facing) - y))
    assert apart
    assert max(apart) <= page.reader.model.style.line_height


def test_flowing_texts_reach_both_ends_together(window: MainWindow, qtbot: QtBot) -> None:
    page = show_pair(window, ORIGINAL, ORIGINAL + "\n\nAnd so it went on. " * 30)
    window.view.set_mode(Mode.FLOWING)
    layout = page.reader.model.layout
    assert layout is not None
    qtbot.keyClick(page.reader, Qt.Key.Key_End)
    screen = page.reader.viewport().height()
    for side in Side:
        rows = layout.visible(side, screen)
        last = len(layout.shown.pages.text(side)) - 1
        assert rows[-1][0].number == layout.shown.pages.row_of(side, last)
    qtbot.keyClick(page.reader, Qt.Key.Key_Home)
    assert all(layout.surfaces[side].place.row == 0 for side in Side)
    assert len({layout.surfaces[side].place.offset for side in Side}) == 1


def test_unchanged_paragraphs_are_folded_and_unfolded(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.HIDE_UNCHANGED].trigger()
    folds = page.reader.model.folds
    assert folds is not None
    assert len(folds) == 4
    assert folds.count_at(0) == 9
    assert not folds.is_shown(20)
    assert folds.is_shown(9)
    assert folds.is_shown(12)
    page.reader.folding.show_row(20)
    assert page.reader.model.folds is not None
    assert len(page.reader.model.folds) == 3
    window.commands[Command.UNFOLD_ALL].trigger()
    assert len(page.reader.model.folds) == 0
    window.commands[Command.FOLD_AGAIN].trigger()
    assert len(page.reader.model.folds) == 4


def test_the_next_pair_is_shown_unfolded(page: ComparisonPage, window: MainWindow) -> None:
    window.commands[Command.HIDE_UNCHANGED].trigger()
    show_pair(window, REWRITE, ORIGINAL)
    assert page.reader.model.folds is not None
    assert len(page.reader.model.folds) == 0
    assert not window.commands[Command.HIDE_UNCHANGED].isChecked()


def test_a_click_on_its_line_unfolds(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.HIDE_UNCHANGED].trigger()
    row, top = page.reader.scrolling.visible_rows()[0]
    assert row == 0
    point = page.reader.viewport().rect().center()
    point.setY(top + 8)
    point.setX(round(page.reader.model.style.original_x) + 20)
    qtbot.mouseClick(page.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.reader.model.folds is not None
    assert page.reader.model.folds.is_shown(0)


def test_a_key_unfolds_what_is_on_screen(
    page: ComparisonPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands[Command.HIDE_UNCHANGED].trigger()
    qtbot.keyClick(page.reader, Qt.Key.Key_O)
    assert page.reader.model.folds is not None
    assert page.reader.model.folds.is_shown(0)
    assert len(page.reader.model.folds) == 3


def test_going_to_a_folded_paragraph_unfolds_it(page: ComparisonPage, window: MainWindow) -> None:
    window.commands[Command.HIDE_UNCHANGED].trigger()
    page.find_controller.go_bar.chosen.emit(Side.ORIGINAL, 55)
    assert page.reader.model.folds is not None
    assert page.reader.model.folds.is_shown(55)
    assert 55 in [row for row, _ in page.reader.scrolling.visible_rows()]


def test_levelling_by_sentence_is_switched_off_in_the_menu_and_kept(
    page: ComparisonPage, window: MainWindow
) -> None:
    assert window.commands[Command.LEVEL_BY_SENTENCE].isChecked()
    assert page.reader.model.style.levels_sentences
    window.commands[Command.LEVEL_BY_SENTENCE].trigger()
    assert not page.reader.model.style.levels_sentences
    assert not window.store.settings.level_by_sentence
    window.commands[Command.LEVEL_BY_SENTENCE].trigger()
    assert page.reader.model.style.levels_sentences


def test_the_level_of_marks_steps_round(page: ComparisonPage, window: MainWindow) -> None:
    seen = []
    for _ in MarkLevel:
        layout = page.reader.model.layout
        assert layout is not None
        seen.append((window.view.filter.level, len(layout.shown.table)))
        window.commands[Command.NEXT_LEVEL].trigger()
    assert dict(seen) == {
        MarkLevel.WORDS: 4,
        MarkLevel.OFF: 0,
        MarkLevel.PARAGRAPHS: 0,
        MarkLevel.SENTENCES: 4,
    }
    assert window.view.filter.level is MarkLevel.WORDS


def test_marks_of_sentences_cover_whole_sentences(page: ComparisonPage, window: MainWindow) -> None:
    window.view.set_level(MarkLevel.SENTENCES)
    layout = page.reader.model.layout
    assert layout is not None
    entry = layout.shown.entry(0)
    assert entry.style is MarkStyle.WHOLE_REWORDED
    assert entry.original is not None
    text = entry.original.of(layout.shown.pages.original.text)
    assert text == PARAGRAPHS[10].split(". ")[0] + "."


def test_the_reading_room_hides_all_but_the_texts(sample_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(sample_window, Qt.Key.Key_F8)
    page = sample_window.page
    hidden = (sample_window.menuBar(), sample_window.frame.toolbar, page.panels.side_panel)
    hidden = (*hidden, page.strip)
    assert not any(part.isVisible() for part in hidden)
    assert sample_window.frame.room.button.isVisible()
    sample_window.frame.room.button.click()
    assert all(part.isVisible() for part in hidden)
    assert not sample_window.frame.room.button.isVisible()


def test_the_mode_and_the_level_are_remembered(sample: tuple[Path, Path], new_window) -> None:  # type: ignore[no-untyped-def]
    first = new_window()
    first.view.set_mode(Mode.FLOWING)
    first.view.set_level(MarkLevel.SENTENCES)
    second = new_window()
    page = show_pair(second, *sample)
    assert page.reader.model.mode is Mode.FLOWING
    assert second.view.filter.level is MarkLevel.SENTENCES


def test_columns_can_scroll_separately_and_be_linked_again(
    page: ComparisonPage, window: MainWindow
) -> None:
    window.commands[Command.SCROLL_SEPARATELY].trigger()
    assert page.reader.model.mode is Mode.FLOWING
    layout = page.reader.model.layout
    assert layout is not None
    page.reader.scrolling.scroll_by(500)
    assert layout.surfaces[Side.ORIGINAL].place.value > 400
    assert layout.surfaces[Side.REWRITE].place.value < 20
    notice = next(n for n in window.frame.bars.notices() if n.topic == "scrolling")
    window.frame.bars.action_chosen.emit(notice, notice.actions[0])
    assert layout.surfaces[Side.REWRITE].place.value > 400
    assert not window.commands[Command.SCROLL_SEPARATELY].isChecked()
