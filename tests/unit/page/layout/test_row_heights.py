from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import PageStyle, make_page_style
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, SHOWN, FoldChoice, Folds, no_folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
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


@pytest.mark.parametrize(
    ("column", "characters", "lines"),
    [
        # A hundred pixels are left of 122, and one for each character.
        (122, 100, 1),
        (122, 101, 2),
        (122, 200, 2),
        (122, 201, 3),
        # However narrow the column is, 40 are.
        (50, 40, 1),
        (50, 41, 2),
        (63, 41, 1),
    ],
)
def test_lines_are_estimated_by_the_characters_that_a_column_holds(
    column: float, characters: int, lines: int
) -> None:
    text = "a" * (characters - 1) + "."
    style = replace(
        make_page_style(1000, PageSettings()),
        column_width=column,
        average_advance=1.0,
        line_height=20,
        paragraph_gap=7,
    )
    pages = made_pair(text, "b.", "0=0")
    for page in (pages, made_pair("b.", text, "0=0")):
        heights = RowHeights(page, style, no_folds(page), tuple(Side))
        assert heights.heights.tolist() == [20 * lines + 7]


def test_paragraphs_of_a_row_stand_below_each_other_in_the_estimate() -> None:
    pages = made_pair(
        "It rained. It froze.\n\nShe slept.",
        "It rained.\n\nIt froze.\n\nShe slept.",
        "0=0 1=1 2=2",
        paragraphs="0=0+1 1=2",
    )
    heights, style = heights_of(pages)
    line, gap = style.line_height, style.paragraph_gap
    assert heights.heights.tolist() == [2 * (line + gap), line + gap]


def test_of_two_columns_the_longer_one_counts_and_an_only_one_alone() -> None:
    style = replace(make_page_style(1000, PageSettings()), column_width=62, average_advance=1.0)
    pages = made_pair("It rained all night. " * 4, "It rained.", "0+1+2+3=0")
    line, gap = style.line_height, style.paragraph_gap

    def height(*columns: Side) -> int:
        return int(RowHeights(pages, style, no_folds(pages), columns).heights[0])

    assert height(*Side) == height(Side.ORIGINAL) == 3 * line + gap
    assert height(Side.REWRITE) == line + gap


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


def test_before_rows_without_height_there_is_only_the_first(heights: RowHeights) -> None:
    heights.correct(0, 0)
    heights.correct(1, 0)
    assert heights.previous_visible(2) == 0
    assert heights.previous_visible(1) == 0
    assert heights.next_visible(0) == 2
    heights.correct(2, 0)
    assert heights.next_visible(0) == 3


def test_rows_with_a_height_follow_one_another(heights: RowHeights) -> None:
    assert [heights.next_visible(row) for row in range(3)] == [1, 2, 3]
    assert [heights.previous_visible(row) for row in (0, 1, 2)] == [0, 0, 1]


def test_a_row_without_height_is_not_at_any_height(heights: RowHeights) -> None:
    one = int(heights.heights[0])
    heights.correct(1, 0)
    assert [heights.row_at(y) for y in (0, one - 1, one, 2 * one)] == [0, 0, 2, 2]


def test_rows_of_a_fold_that_are_hidden_have_no_gap_either() -> None:
    pages = pair_of("\n\n".join(LINES), "\n\n".join(LINES))
    folds = Folds(np.array([SHOWN, 1, HIDDEN], dtype=np.int32))
    heights, style = heights_of(pages, folds=folds)
    gap = style.paragraph_gap
    assert heights.gaps.tolist() == [gap, gap, 0]
    assert heights.is_exact.tolist() == [False, True, True]
    assert heights.heights.tolist() == [style.line_height + gap, style.line_height + gap, 0]


def test_a_fold_is_a_line_also_where_the_only_column_has_no_text() -> None:
    pages = pair_of("\n\n".join(LINES), "\n\n".join(LINES[::2]))
    folds = Folds(np.array([SHOWN, 1, HIDDEN], dtype=np.int32))
    heights, style = heights_of(pages, (Side.REWRITE,), folds)
    assert heights.heights[1] == style.line_height + style.paragraph_gap


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


def test_stanzas_stand_as_far_apart_as_paragraphs() -> None:
    heights, style = heights_of(pair_of(f"{VERSE}\n\n{VERSE}", f"{VERSE}\n\n{VERSE}"))
    stanza = [*3 * [style.verse_gap], style.paragraph_gap]
    assert heights.gaps.tolist() == [*stanza, *stanza]


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


def test_the_last_line_of_a_stanza_stands_as_far_as_a_paragraph_from_prose() -> None:
    other = "A song was sung,\nA bell was rung,\nA boat came in,\nAnd so did I."
    prose = " ".join(LINES)
    pages = pair_of(f"{VERSE}\n\n{prose}\n\n{other}", f"{VERSE}\n\n{other}")
    heights, style = heights_of(pages)
    stanza = [*3 * [style.verse_gap], style.paragraph_gap]
    assert heights.gaps.tolist() == [*stanza, style.paragraph_gap, *stanza]
    # The rewrite has nothing in the row between.
    of_one, _ = heights_of(pages, (Side.REWRITE,))
    assert of_one.gaps.tolist() == [*stanza, 0, *stanza]


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
