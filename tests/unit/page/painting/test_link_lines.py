from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from facing_pages.core.model import Pin, Side, Span
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.page_style import GUTTER, PageStyle
from facing_pages.page.painting.highlights import Highlights, Pull
from facing_pages.page.painting.link_lines import (
    CLEARANCE,
    SIGN_RADIUS,
    number_box,
    paint_bookmarks,
    paint_links,
    paint_numbers,
    paint_pull,
)
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import Picture, rows_of, style_of

THEME = load_theme("light")
ALL = Filter(frozenset(ViewKind))
TOP = 100


@pytest.fixture
def style() -> PageStyle:
    return style_of(Mode.ALIGN)


def pair(links: str, *pins: Pin) -> PairView:
    """Return two sentences a side, each on a line of its own."""
    pages = made_pair("It rained. It snowed.", "It rained. It snowed.", links, pins=pins)
    return by_sentence(pages)


def links_of(pages: PairView, style: PageStyle, row: int = 0) -> Picture:
    layout, shown = rows_of(pages, style).row(row), VisibleMarks(pages, ALL)
    return Picture(lambda painter: paint_links(painter, shown, layout, TOP, style, THEME))


def line_at(picture: Picture, style: PageStyle, *, side: Side = Side.REWRITE) -> list[int]:
    """Return which pixels of a level line between the gutter's middle and its edge are drawn."""
    middle, reach = style.gutter_x, GUTTER / 2 - CLEARANCE
    y = TOP + style.line_height / 2
    left, right = (middle, middle + reach) if side is Side.REWRITE else (middle - reach, middle)
    return sorted({x for x, _ in picture.painted(left, y - 2, right, y + 2)})


def test_linked_sentences_are_joined_across_the_gutter(style: PageStyle) -> None:
    picture = links_of(pair("0=0 1=1"), style)
    reach = GUTTER / 2 - CLEARANCE
    found = [x for x, _ in picture.painted(0, 0, 1000, 600)]
    assert min(found) == pytest.approx(style.gutter_x - reach, abs=2)
    assert max(found) == pytest.approx(style.gutter_x + reach, abs=2)
    for side in Side:
        assert len(line_at(picture, style, side=side)) >= reach - 3  # without a gap


@pytest.mark.parametrize(
    ("per_cent", "is_broken"), [(100, False), (85, False), (84, True), (60, True), (59, True)]
)
def test_a_link_that_is_not_sure_is_a_broken_line(
    style: PageStyle, per_cent: int, is_broken: bool
) -> None:
    drawn = line_at(links_of(pair(f"0=0:{per_cent} 1=1"), style), style)
    assert (len(drawn) < drawn[-1] - drawn[0] + 1) is is_broken


def test_a_doubtful_link_has_shorter_strokes_than_a_likely_one(style: PageStyle) -> None:
    def strokes(per_cent: int) -> int:
        drawn = line_at(links_of(pair(f"0=0:{per_cent} 1=1"), style), style)
        return sum(x - 1 not in drawn for x in drawn)

    assert strokes(59) > strokes(60)


def test_a_link_that_a_person_set_is_in_the_colour_of_the_focus(style: PageStyle) -> None:
    by_person = links_of(pair("0=0:50 1=1", Pin((0,), (0,))), style)
    by_program = links_of(pair("0=0 1=1"), style)
    assert by_person.rows_of_color(THEME.focus)
    assert not by_program.rows_of_color(THEME.focus)


def test_a_link_of_several_sentences_is_a_fan(style: PageStyle) -> None:
    pages = pair("0+1=0 -=1")
    picture = links_of(pages, style)
    lower = rows_of(pages, style).row(0).paragraphs[Side.ORIGINAL][1]
    x = style.gutter_x - GUTTER / 2 + CLEARANCE + 1
    found = [y for _, y in picture.painted(x - 1, 0, x + 2, 600)]
    half = style.line_height / 2
    assert min(found) == pytest.approx(TOP + half, abs=3)
    assert max(found) == pytest.approx(TOP + lower.y + half, abs=3)


def test_lines_leave_room_for_the_sign_of_what_changed(style: PageStyle) -> None:
    merged = line_at(links_of(pair("0+1=0 -=1"), style), style)
    same = line_at(links_of(pair("0=0 1=1"), style), style)
    assert min(same) == pytest.approx(style.gutter_x, abs=1)
    # The sign itself is narrower than the room it has.
    beyond = [x for x in merged if x > style.gutter_x + SIGN_RADIUS - 2]
    assert min(beyond) == pytest.approx(style.gutter_x + SIGN_RADIUS, abs=2)


def test_a_sentence_alone_has_its_sign_and_no_line(style: PageStyle) -> None:
    pages = pair("0=0 1=- -=1")
    picture = links_of(pages, style, 1)
    found = {x for x, _ in picture.painted(0, 0, 1000, 600)}
    assert found
    assert max(abs(x - style.gutter_x) for x in found) < SIGN_RADIUS


def test_before_the_pair_is_aligned_nothing_is_joined(style: PageStyle) -> None:
    pages = made_pair("It rained.", "It rained.", "0=0")
    unaligned = PairView(pages.original, pages.rewrite, pages.rows)
    assert links_of(unaligned, style).is_blank()


def numbers_of(style: PageStyle, highlights: Highlights | None = None) -> Picture:
    pages = pair("0=0 1=1")
    layout, marked = rows_of(pages, style).row(1), highlights or Highlights()
    return Picture(lambda painter: paint_numbers(painter, pages, layout, TOP, style, THEME, marked))


def test_a_number_stands_before_its_sentence_and_clear_of_it(style: PageStyle) -> None:
    picture = numbers_of(style)
    pages = pair("0=0 1=1")
    for side in Side:
        placed = rows_of(pages, style).row(1).paragraphs[side][0]
        box = number_box(style, placed, TOP)
        assert box.right() < style.column_x(side)
        assert box.left() == pytest.approx(style.column_x(side) - style.number_width)
        assert picture.painted(box.left(), box.top(), box.right(), box.bottom())
    # Nothing is written in the text.
    assert not picture.painted(style.original_x, 0, style.original_x + style.column_width, 600)


@pytest.mark.parametrize(("chosen", "is_brought_out"), [(Span(11, 21), True), (Span(0, 10), False)])
def test_the_number_of_a_chosen_sentence_is_brought_out(
    style: PageStyle, chosen: Span, is_brought_out: bool
) -> None:
    picture = numbers_of(style, Highlights(chosen=((Side.REWRITE, chosen),)))
    assert bool(picture.rows_of_color(THEME.focus)) is is_brought_out


@pytest.mark.parametrize("side", Side)
def test_a_bookmark_is_a_ribbon_at_the_outer_edge(style: PageStyle, side: Side) -> None:
    pages = pair("0=0 1=1")
    layout = rows_of(pages, style).row(1)
    marked = Highlights(bookmarks=((side, 11), (side, 0)))
    picture = Picture(lambda painter: paint_bookmarks(painter, layout, TOP, style, THEME, marked))
    found = picture.painted(0, 0, 1000, 600)
    xs, ys = {x for x, _ in found}, {y for _, y in found}
    if side is Side.ORIGINAL:
        assert max(xs) < style.original_x - style.number_width
    else:
        assert min(xs) > style.rewrite_x + style.column_width
    assert TOP <= min(ys) < max(ys) <= TOP + style.line_height  # that of the other row is not here


def test_a_bookmark_stands_at_its_own_sentence_of_several(style: PageStyle) -> None:
    layout = rows_of(pair("0+1=0 -=1"), style).row(0)
    lower = layout.paragraphs[Side.ORIGINAL][1]
    marked = Highlights(bookmarks=((Side.ORIGINAL, 11),))
    picture = Picture(lambda painter: paint_bookmarks(painter, layout, TOP, style, THEME, marked))
    ys = {y for _, y in picture.painted(0, 0, 1000, 600)}
    assert TOP + lower.y <= min(ys) < max(ys) <= TOP + lower.y + style.line_height


def test_each_of_several_sentences_has_its_number_at_its_height(style: PageStyle) -> None:
    pages = pair("0+1=0 -=1")
    layout = rows_of(pages, style).row(0)
    picture = Picture(
        lambda painter: paint_numbers(painter, pages, layout, TOP, style, THEME, Highlights())
    )
    boxes = [number_box(style, placed, TOP) for placed in layout.paragraphs[Side.ORIGINAL]]
    assert boxes[1].top() - boxes[0].top() == layout.paragraphs[Side.ORIGINAL][1].y
    for box in boxes:
        assert picture.painted(box.left(), box.top(), box.right(), box.bottom())


def test_a_sentence_pulled_by_its_number_hangs_on_a_line() -> None:
    pull = Pull(Side.ORIGINAL, QPointF(100, 200), QPointF(400, 500))
    picture = Picture(lambda painter: paint_pull(painter, pull, THEME))
    assert picture.color_at(250, 350) == THEME.focus.name()
    assert picture.color_at(450, 550) == "#ffffff"
