from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.selection import Selection
from facing_pages.page.painting.highlights import Highlights
from facing_pages.page.painting.row_painter import BAR_DISTANCE, CARET_WIDTH, RowPainter
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, SHOWN, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query
from facing_pages.viewmodel.table_columns import MarkColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import HEIGHT, WIDTH, Picture, rows_of, style_of

THEME = load_theme("light")
PLAIN = Highlights()
TOP = 100
BAND = QRectF(0, 0, WIDTH, HEIGHT)
PAGES = made_pair(
    "It rained all night.\n\nIt froze.\n\nShe slept.\n\nThe end.",
    "It poured all night.\n\nShe slept.\n\nThe end. She left.",
    "0=0 1=- 2=1 3=2 -=3",
    paragraphs="0=0 1=- 2=1 3=2",
    changes=[
        ("reworded", "rained", "poured"),
        ("removed", "It froze.", ""),
        ("added", "", "She left."),
    ],
)
MOVED = made_pair(
    "She slept.\n\nIt rained.", "It rained.\n\nShe slept.", "0~1 1=0", paragraphs="0~1 1=0"
)


@pytest.fixture
def level() -> PageStyle:
    return style_of()


def painted(
    style: PageStyle,
    row: int,
    highlights: Highlights = PLAIN,
    *,
    pages: PairView = PAGES,
    theme: str = "light",
    folds: Folds | None = None,
) -> Picture:
    """Return a page with a row whose top is at `TOP`."""
    painter = RowPainter(VisibleMarks(pages, Filter()), style, load_theme(theme))
    layout = rows_of(pages, style, folds=folds).row(row)
    return Picture(lambda on: painter.paint(on, layout, TOP, BAND, highlights))


def box_of(style: PageStyle, row: int, side: Side, span: Span) -> QRectF:
    """Return where a part of a text stands on the page."""
    placed = rows_of(PAGES, style).row(row).paragraphs[side][0]
    return placed.boxes(side, span)[0].translated(style.column_x(side), TOP + placed.y)


def pixels_of(picture: Picture, box: QRectF) -> set[tuple[int, int]]:
    return picture.painted(box.left(), box.top(), box.right(), box.bottom())


def test_both_texts_stand_in_their_columns(level: PageStyle) -> None:
    picture = painted(level, 2)
    xs = sorted({x for x, _ in picture.painted(0, 0, WIDTH, HEIGHT)})
    for side in Side:
        left = level.column_x(side)
        inside = [x for x in xs if left - 1 <= x < left + level.column_width]
        assert inside[0] == pytest.approx(left, abs=3)
    assert not picture.painted(level.gutter_x - 20, 0, level.gutter_x + 20, HEIGHT)


def test_a_changed_word_has_the_fill_of_its_kind_on_both_sides(level: PageStyle) -> None:
    picture = painted(level, 0)
    for side in Side:
        box = box_of(level, 0, side, Span(3, 9))
        assert picture.color_at(box.left(), box.top() + 2) == (
            THEME.fills[ViewKind.REWORDED].name()
        )


@pytest.mark.parametrize(("current", "is_tinted"), [(2, True), (1, False), (None, False)])
def test_the_current_row_is_tinted_over_the_whole_band(
    level: PageStyle, current: int | None, is_tinted: bool
) -> None:
    picture = painted(level, 2, Highlights(row=current))
    edges = {picture.color_at(x, TOP + 5) for x in (1, WIDTH - 2)}
    assert (edges == {THEME.current_row.name()}) is is_tinted


def test_an_empty_side_says_that_there_is_no_counterpart(level: PageStyle) -> None:
    picture = painted(level, 1)
    left, right = level.rewrite_x, level.rewrite_x + level.column_width
    assert picture.painted(left, TOP, right, TOP + level.line_height)
    assert not picture.painted(left, 0, right, TOP)


@pytest.mark.parametrize("mode", [Mode.FLOWING, Mode.REWRITE])
def test_where_texts_do_not_stand_level_nothing_is_said_of_empty_sides(mode: Mode) -> None:
    style = style_of(mode)
    left = style.rewrite_x
    assert not painted(style, 1).painted(left, 0, left + style.column_width, HEIGHT)


def test_a_text_that_is_read_alone_has_no_marks() -> None:
    alone = style_of(Mode.ORIGINAL)
    painter = RowPainter(VisibleMarks(PAGES, Filter()), alone, THEME)
    (placed,) = rows_of(PAGES, alone).row(0).every()
    assert painter.marks(placed) == []


def test_a_paragraph_has_the_marks_of_its_own_side(level: PageStyle) -> None:
    painter = RowPainter(VisibleMarks(PAGES, Filter()), level, THEME)
    for placed in rows_of(PAGES, level).row(0).every():
        ((side, table),) = painter.marks(placed)
        assert side is placed.column
        assert table[:, MarkColumn.STYLE].tolist() == [MarkStyle.REWORDED]


def test_in_one_column_old_words_that_were_replaced_have_no_mark_but_the_new_ones() -> None:
    one = style_of(Mode.ONE_COLUMN)
    pages = made_pair(
        "It rained all night.",
        "It poured.",
        "0=0",
        changes=[("reworded", "rained", "poured"), ("removed", "all night", "")],
    )
    (placed,) = rows_of(pages, one).row(0).every()
    found = dict(RowPainter(VisibleMarks(pages, Filter()), one, THEME).marks(placed))
    styles = {side: table[:, MarkColumn.STYLE].tolist() for side, table in found.items()}
    assert styles == {Side.ORIGINAL: [MarkStyle.REMOVED], Side.REWRITE: [MarkStyle.REWORDED]}


def bar_columns(picture: Picture, left: float, right: float) -> list[int]:
    return sorted({x for x, _ in picture.painted(left, TOP, right, TOP + 20)})


def test_a_whole_unit_has_a_bar_at_the_outer_side_of_its_column(level: PageStyle) -> None:
    removed = bar_columns(painted(level, 1), 0, level.original_x - 3)
    assert removed[0] == pytest.approx(level.original_x - BAR_DISTANCE, abs=2)
    end = level.rewrite_x + level.column_width
    added = bar_columns(painted(level, 3), end + 3, WIDTH)
    assert added[0] == pytest.approx(end + BAR_DISTANCE, abs=2)


def test_the_bar_of_what_moved_stands_further_out(level: PageStyle) -> None:
    moved = bar_columns(painted(level, 0, pages=MOVED), 0, level.original_x - 3)
    assert moved[-1] < level.original_x - BAR_DISTANCE - 1


def test_without_fills_a_whole_unit_is_framed(level: PageStyle) -> None:
    box = box_of(level, 1, Side.ORIGINAL, Span(22, 31))
    above = QRectF(box.left() + 10, box.top() - 3, 20, 3)
    assert not pixels_of(painted(level, 1), above)
    assert pixels_of(painted(level, 1, theme="high-contrast"), above)


def test_the_caret_is_a_bar_before_its_character(level: PageStyle) -> None:
    picture = painted(level, 2, Highlights(caret=(Side.REWRITE, 26)))
    left = box_of(level, 2, Side.REWRITE, Span(26, 27)).left()
    y = TOP + level.line_height / 2
    found = [x for x in range(WIDTH) if picture.color_at(x, y) == THEME.focus.name()]
    assert len(found) == CARET_WIDTH
    assert found[0] == pytest.approx(left, abs=1)


def test_a_selection_is_filled_on_its_side_only(level: PageStyle) -> None:
    picture = painted(level, 2, Highlights(selection=Selection(Side.ORIGINAL, 37, 33)))
    box = box_of(level, 2, Side.ORIGINAL, Span(33, 37))
    assert picture.color_at(box.left() + 1, box.top() + 1) == THEME.selection.name()
    assert picture.color_at(box.right() + 2, box.top() + 1) == "#ffffff"
    other = box_of(level, 2, Side.REWRITE, Span(22, 26))
    assert picture.color_at(other.left() + 1, other.top() + 1) == "#ffffff"


@pytest.mark.parametrize(("hit", "is_framed"), [(0, True), (1, False)])
def test_what_was_found_is_filled_and_the_current_place_framed(
    level: PageStyle, hit: int, is_framed: bool
) -> None:
    found = Finder(PAGES).find(Query("slept"))
    picture = painted(level, 2, Highlights(found=found, hit=hit))
    box = box_of(level, 2, Side.ORIGINAL, Span(37, 42))
    assert picture.color_at(box.left() + 1, box.top() + 2) == THEME.hit.name()
    above = QRectF(box.left(), box.top() - 3, box.width(), 2)
    assert bool(pixels_of(picture, above)) is is_framed


@pytest.mark.parametrize(
    ("mode", "highlights", "is_framed"),
    [
        (Mode.SIDE_BY_SIDE, Highlights(), False),
        (Mode.SIDE_BY_SIDE, Highlights(change=0), True),
        (Mode.SIDE_BY_SIDE, Highlights(change=1), False),
        (Mode.SIDE_BY_SIDE, Highlights(framed=((Side.ORIGINAL, Span(3, 9)),)), True),
        (Mode.SIDE_BY_SIDE, Highlights(framed=((Side.REWRITE, Span(3, 9)),)), False),
        (Mode.SIDE_BY_SIDE, Highlights(chosen=((Side.ORIGINAL, Span(3, 9)),)), False),
        (Mode.ALIGN, Highlights(chosen=((Side.ORIGINAL, Span(3, 9)),)), True),
    ],
)
def test_what_is_current_pointed_at_or_chosen_is_framed(
    mode: Mode, highlights: Highlights, is_framed: bool
) -> None:
    style = style_of(mode)
    box = box_of(style, 0, Side.ORIGINAL, Span(3, 9))
    above = QRectF(box.left() + 3, box.top() - 3, box.width() - 6, 3)
    assert bool(pixels_of(painted(style, 0, highlights), above)) is is_framed


def test_a_split_is_listed_but_not_framed(level: PageStyle) -> None:
    split = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    plain = painted(level, 0, pages=split).painted(0, 0, WIDTH, HEIGHT)
    assert (
        painted(level, 0, Highlights(change=0), pages=split).painted(0, 0, WIDTH, HEIGHT) == plain
    )


def test_a_fold_is_a_line_with_words_in_its_middle(level: PageStyle) -> None:
    folds = Folds(np.array([SHOWN, SHOWN, 2, HIDDEN], dtype=np.int32))
    picture = painted(level, 2, folds=folds)
    middle = round(TOP + level.line_height / 2)
    found = picture.painted(0, 0, WIDTH, HEIGHT)
    line = {x for x, y in found if y in (middle - 1, middle)}
    assert min(line) == pytest.approx(level.original_x, abs=2)
    assert max(line) == pytest.approx(level.rewrite_x + level.column_width, abs=2)
    words = {x for x, y in found if y not in (middle - 1, middle)}
    assert (min(words) + max(words)) / 2 == pytest.approx(WIDTH / 2, abs=12)
    assert all(TOP <= y <= TOP + level.line_height for _, y in found)


def test_a_fold_counts_sentences_where_each_has_a_line_of_its_own() -> None:
    folds = Folds(np.array([SHOWN, SHOWN, 2, HIDDEN], dtype=np.int32))
    widths = []
    for mode in (Mode.SIDE_BY_SIDE, Mode.ALIGN):
        style = style_of(mode)
        found = painted(style, 2, folds=folds).painted(0, 0, WIDTH, TOP + style.line_height // 3)
        xs = [x for x, _ in found]
        widths.append(max(xs) - min(xs))
    assert widths[1] < widths[0]  # "sentences" is the shorter word


def test_paragraphs_of_a_row_are_painted_below_each_other(level: PageStyle) -> None:
    split = made_pair(
        "It rained. It snowed.", "It rained.\n\nIt snowed.", "0=0 1=1", paragraphs="0=0+1"
    )
    lower = rows_of(split, level).row(0).paragraphs[Side.REWRITE][1]
    picture = painted(level, 0, pages=split)
    left, right = level.rewrite_x, level.rewrite_x + level.column_width
    for y in (0, lower.y):
        assert picture.painted(left, TOP + y, right, TOP + y + level.line_height)
    assert not picture.painted(left, 0, right, TOP)


def test_in_one_column_what_moved_says_below_where_its_other_half_is() -> None:
    one = style_of(Mode.ONE_COLUMN)
    for row in range(3):
        height = rows_of(MOVED, one).row(row).height
        picture = painted(one, row, pages=MOVED)
        below = picture.painted(one.rewrite_x, TOP + height + 1, WIDTH, HEIGHT)
        assert bool(below) is (row != 1)


def test_lined_up_sentences_have_a_hair_line_below(level: PageStyle) -> None:
    align = style_of(Mode.ALIGN)
    height = rows_of(PAGES, align).row(2).height
    below = TOP + height + align.paragraph_gap / 2
    for style, is_ruled in ((align, True), (level, False)):
        picture = painted(style, 2)
        ruled = {x for x, _ in picture.painted(0, below - 2, WIDTH, below + 2)}
        assert (len(ruled) > 2 * align.column_width) is is_ruled


def test_a_painter_is_kept_for_its_own_marks_measures_and_colours(level: PageStyle) -> None:
    shown = VisibleMarks(PAGES, Filter())
    painter = RowPainter(shown, level, THEME)
    assert painter.is_for(shown, level, THEME)
    assert not painter.is_for(VisibleMarks(PAGES, Filter()), level, THEME)
    assert not painter.is_for(shown, style_of(), THEME)
    assert not painter.is_for(shown, level, load_theme("dark"))
