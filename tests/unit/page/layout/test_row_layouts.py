from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facing_pages.core.model import EmphasisKind, Role, Side, Span
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.placed import at_height
from facing_pages.page.layout.row_layouts import MAX_KEPT_ROWS
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import EMPHASIS_KINDS, ROLES, PairView
from facing_pages.viewmodel.table_columns import ParagraphColumn
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import rows_of, style_of


@pytest.fixture
def level() -> PageStyle:
    return style_of()


@pytest.fixture
def one_column() -> PageStyle:
    return style_of(Mode.ONE_COLUMN)


def test_paragraphs_of_a_row_stand_below_each_other_with_a_gap(
    split: PairView, level: PageStyle
) -> None:
    row = rows_of(split, level).row(0)
    (only,), (upper, lower) = row.paragraphs[Side.ORIGINAL], row.paragraphs[Side.REWRITE]
    assert (only.y, upper.y) == (0, 0)
    assert lower.y == upper.layout.height + level.paragraph_gap
    assert row.height == lower.y + lower.layout.height
    assert [placed.column for placed in row.every()] == [Side.ORIGINAL, *[Side.REWRITE] * 2]


def test_a_side_without_paragraphs_has_none_in_the_row(split: PairView, level: PageStyle) -> None:
    row = rows_of(split, level).row(1)
    assert row.paragraphs[Side.REWRITE] == ()
    assert row.height == level.line_height


def test_where_one_side_is_read_alone_a_row_of_the_other_has_no_height(split: PairView) -> None:
    alone = style_of(Mode.REWRITE)
    row = rows_of(split, alone).row(1)
    assert (row.height, list(row.every())) == (0, [])


def test_the_first_row_of_a_fold_is_a_line_and_the_others_are_nothing(
    split: PairView, level: PageStyle
) -> None:
    layouts = rows_of(split, level, folds=Folds(np.array([2, HIDDEN], dtype=np.int32)))
    assert (layouts.row(0).folded, layouts.row(0).height) == (2, level.line_height)
    assert (layouts.row(1).folded, layouts.row(1).height) == (0, 0)
    assert list(layouts.row(0).every()) == []


def test_a_quotation_is_set_in(split: PairView, level: PageStyle) -> None:
    plain = rows_of(split, level).row(1).paragraphs[Side.ORIGINAL][0]
    split.original.paragraphs[1, ParagraphColumn.ROLE] = ROLES.index(Role.QUOTE)
    quoted = rows_of(split, level).row(1).paragraphs[Side.ORIGINAL][0]
    assert plain.layout.caret_box(0).left() == 0
    assert quoted.layout.caret_box(0).left() == pytest.approx(
        level.indent_for(Role.QUOTE, 0), abs=0.1
    )


def test_a_row_is_laid_out_once_and_forgotten_when_many_others_were(level: PageStyle) -> None:
    count = MAX_KEPT_ROWS + 1
    text = "\n\n".join("It rained." for _ in range(count))
    links = " ".join(f"{number}={number}" for number in range(count))
    layouts = rows_of(made_pair(text, text, links, paragraphs=links), level)
    first, second = layouts.row(0), layouts.row(1)
    assert layouts.row(0) is first
    for number in range(2, count):
        layouts.row(number)
    assert layouts.row(0) is first  # asked for after the second row
    assert layouts.row(1) is not second


def test_a_position_is_held_by_the_paragraph_it_stands_in(
    split: PairView, level: PageStyle
) -> None:
    row = rows_of(split, level).row(0)
    upper, lower = row.paragraphs[Side.REWRITE]
    found = [row.holder(Side.REWRITE, position) for position in (0, 10, 11, 12, 22, 23)]
    assert found == [upper, upper, None, lower, lower, None]
    assert row.holder(Side.ORIGINAL, 12) is row.paragraphs[Side.ORIGINAL][0]


def test_a_part_of_a_text_has_boxes_in_its_own_paragraph_only(
    split: PairView, level: PageStyle
) -> None:
    upper, lower = rows_of(split, level).row(0).paragraphs[Side.REWRITE]
    both = Span(3, 14)
    assert list(upper.inside(Side.REWRITE, both)) == [(3, 10)]
    assert list(lower.inside(Side.REWRITE, both)) == [(0, 2)]
    assert (len(upper.boxes(Side.REWRITE, both)), upper.boxes(Side.ORIGINAL, both)) == (1, [])
    assert upper.boxes(Side.REWRITE, Span(10, 14)) == []


def test_the_caret_stands_in_its_own_paragraph_only(split: PairView, level: PageStyle) -> None:
    upper, lower = rows_of(split, level).row(0).paragraphs[Side.REWRITE]
    box = lower.caret_box(Side.REWRITE, 12)
    assert box is not None
    assert (box.left(), box.top()) == (0, lower.layout.caret_box(0).top())
    assert upper.caret_box(Side.REWRITE, 12) is None
    assert lower.caret_box(Side.ORIGINAL, 12) is None


def test_in_one_column_a_paragraph_is_made_of_both_texts(
    old_words: PairView, one_column: PageStyle
) -> None:
    (placed,) = rows_of(old_words, one_column).row(0).every()
    assert placed.layout.text == "It rained all night."
    assert list(placed.spans()) == [
        (Side.REWRITE, (0, 9)),
        (Side.ORIGINAL, (10, 19)),
        (Side.REWRITE, (9, 10)),
    ]


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        (0, (Side.REWRITE, 0)),
        (9, (Side.REWRITE, 9)),  # the space that was put between
        (10, (Side.ORIGINAL, 10)),
        (18, (Side.ORIGINAL, 18)),
        (19, (Side.REWRITE, 9)),
        (99, (Side.REWRITE, 10)),
    ],
)
def test_a_character_of_one_column_is_one_of_a_side(
    old_words: PairView, inside: int, place: tuple[Side, int], one_column: PageStyle
) -> None:
    (placed,) = rows_of(old_words, one_column).row(0).every()
    assert placed.place_of(inside) == place


def test_a_position_between_two_pieces_is_in_the_later_one(
    old_words: PairView, one_column: PageStyle
) -> None:
    (placed,) = rows_of(old_words, one_column).row(0).every()
    assert placed.inside_of(Side.REWRITE, 8) == 8
    assert placed.inside_of(Side.REWRITE, 9) == 19
    assert placed.inside_of(Side.ORIGINAL, 10) == 10
    assert placed.inside_of(Side.ORIGINAL, 9) is None


def test_a_point_is_nearest_to_a_place_of_a_side(
    old_words: PairView, one_column: PageStyle
) -> None:
    (placed,) = rows_of(old_words, one_column).row(0).every()
    box = placed.boxes(Side.ORIGINAL, Span(14, 15))[0]
    assert placed.place_at(box.left() + 1, box.center().y()) == (Side.ORIGINAL, 14)


def test_bold_words_stay_bold_inside_other_words(
    old_words: PairView, one_column: PageStyle
) -> None:
    plain = rows_of(old_words, one_column).row(0).holder(Side.ORIGINAL, 12)
    bold = EMPHASIS_KINDS.index(EmphasisKind.BOLD)
    text = replace(old_words.original, emphasis=np.array([[10, 13, bold]], dtype=np.int32))
    marked = replace(old_words, original=text)
    thick = rows_of(marked, one_column).row(0).holder(Side.ORIGINAL, 12)
    assert plain is not None
    assert thick is not None
    widths = [
        [placed.boxes(Side.ORIGINAL, span)[0].width() for span in (Span(10, 13), Span(14, 19))]
        for placed in (plain, thick)
    ]
    assert widths[1][0] > widths[0][0]
    assert widths[1][1] == pytest.approx(widths[0][1])


def test_at_a_height_is_the_last_paragraph_that_begins_above_it(
    split: PairView, level: PageStyle
) -> None:
    column = rows_of(split, level).row(0).paragraphs[Side.REWRITE]
    upper, lower = column
    heights = (-5, 0, lower.y - 1, lower.y, lower.y + 999)
    assert [at_height(column, y) for y in heights] == [upper, upper, upper, lower, lower]
    assert at_height((), 0) is None


def test_the_label_of_a_speaker_is_bold(level: PageStyle) -> None:
    words = "ANNA: It rained."
    plain = made_pair(words, words, "0=0")
    table = plain.original.paragraphs.copy()
    table[0, ParagraphColumn.LABEL] = len("ANNA:")
    labelled = replace(plain, original=replace(plain.original, paragraphs=table))
    widths: list[list[float]] = []
    for pages in (plain, labelled):
        placed = rows_of(pages, level).row(0).holder(Side.ORIGINAL, 1)
        assert placed is not None
        boxes = (placed.boxes(Side.ORIGINAL, span)[0] for span in (Span(0, 5), Span(6, 16)))
        widths.append([box.width() for box in boxes])
    assert widths[1][0] > widths[0][0]
    assert widths[1][1] == pytest.approx(widths[0][1])
