from __future__ import annotations

import pytest

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import PageStyle, make_page_style
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folded_rows import FoldChoice, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.pair_views import pair_of

LINES = ("The lamp was quiet.", "It rained all night on the granite steps.", "She came down.")
VERSE = "The lamp was lit,\nThe ships went by,\nThe sea was grey,\nAnd so was I."


def heights_of(
    pages: PairView, columns: tuple[Side, ...] = tuple(Side), folds: Folds | None = None
) -> tuple[RowHeights, PageStyle]:
    style = make_page_style(1000, PageSettings())
    return RowHeights(pages, style, folds or FoldChoice().folds(pages, Filter()), columns), style


@pytest.fixture
def heights() -> RowHeights:
    return heights_of(pair_of("\n\n".join(LINES), "\n\n".join(LINES)))[0]


def test_rows_of_one_line_are_estimated_as_a_line_and_a_gap() -> None:
    heights, style = heights_of(pair_of("\n\n".join(LINES), "\n\n".join(LINES)))
    assert heights.heights.tolist() == 3 * [style.line_height + style.paragraph_gap]
    assert not heights.is_exact.any()


def test_tops_are_sums_and_end_with_the_total(heights: RowHeights) -> None:
    one = int(heights.heights[0])
    assert heights.tops.tolist() == [0, one, 2 * one, 3 * one]
    assert heights.total == 3 * one


def test_a_correction_moves_what_is_below_only(heights: RowHeights) -> None:
    one = int(heights.heights[0])
    assert heights.correct(1, one + 30)
    assert heights.tops.tolist() == [0, one, 2 * one + 30, 3 * one + 30]
    assert not heights.correct(1, one + 30)
    assert heights.is_exact.tolist() == [False, True, False]


def test_a_height_belongs_to_the_row_that_starts_there(heights: RowHeights) -> None:
    one = int(heights.heights[0])
    places = (-5, 0, one - 1, one, 3 * one, 99 * one)
    assert [heights.row_at(y) for y in places] == [0, 0, 0, 1, 2, 2]


def test_rows_that_are_empty_in_the_only_column_have_no_height() -> None:
    pages = pair_of("\n\n".join(LINES), "\n\n".join(LINES[::2]))
    heights, _ = heights_of(pages, (Side.REWRITE,))
    assert (heights.heights > 0).tolist() == [True, False, True]
    assert heights.next_visible(0) == 2
    assert heights.previous_visible(2) == 0
    assert heights.next_visible(2) == 3
    assert heights_of(pages)[0].heights.all()


def test_a_fold_is_a_line_and_its_other_rows_are_nothing(pair: PairView) -> None:
    choice = FoldChoice()
    choice.hide(True)
    heights, style = heights_of(pair, folds=choice.folds(pair, Filter()))
    assert heights.heights[:4].tolist() == [style.line_height + style.paragraph_gap, 0, 0, 0]
    assert heights.heights[4] > 0
    assert heights.is_exact[:4].all()
    assert heights.next_visible(0) == 4
    assert heights.previous_visible(4) == 0


def test_lines_of_verse_stand_closer_than_paragraphs() -> None:
    heights, style = heights_of(pair_of(VERSE, VERSE))
    assert heights.gaps.tolist() == [*3 * [style.verse_gap], style.paragraph_gap]
    assert style.verse_gap < style.paragraph_gap


def test_rows_of_a_table_stand_close_to_each_other() -> None:
    table = "| Night | Light |\n| 1 | none |\n\nIt was dark."
    heights, style = heights_of(pair_of(table, table))
    assert heights.gaps.tolist() == [style.verse_gap, style.paragraph_gap, style.paragraph_gap]


def test_in_one_column_there_is_room_below_a_line_that_moved() -> None:
    moved = VERSE.split("\n")
    moved.insert(0, moved.pop(2))
    pages = pair_of(VERSE, "\n".join(moved))
    style = make_page_style(1000, PageSettings(), mode=Mode.ONE_COLUMN)
    folds = FoldChoice().folds(pages, Filter())
    heights = RowHeights(pages, style, folds, style.columns)
    halves = [row for row in range(pages.row_count()) if pages.counterpart(row) is not None]
    assert len(halves) == 2
    assert {int(heights.gaps[row]) for row in halves} == {style.paragraph_gap}
    assert style.verse_gap in heights.gaps


def test_rows_to_be_measured_are_found_from_a_row_on_and_then_from_the_top(
    heights: RowHeights,
) -> None:
    heights.correct(2, 40)
    assert heights.next_estimated(2) == 0
    heights.correct(0, 40)
    assert heights.next_estimated(2) == 1
    heights.correct(1, 40)
    assert heights.next_estimated(0) is None


def test_one_column_holds_both_texts_of_every_row() -> None:
    pages = pair_of("\n\n".join(LINES), "\n\n".join(LINES[::2]))
    style = make_page_style(1000, PageSettings(), mode=Mode.ONE_COLUMN)
    folds = FoldChoice().folds(pages, Filter())
    assert RowHeights(pages, style, folds, style.columns).heights.all()
