from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.painting.ribbons import RIBBON_CLEARANCE, paint_ribbons
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import Picture, rows_of, style_of

THEME = load_theme("light")
ALL = Filter(frozenset(ViewKind))
REWORDED = made_pair("It rained.", "It poured.", "0=0", changes=[("reworded", "rained", "poured")])
REMOVED = made_pair("It rained.", "", "0=-", paragraphs="0=-")
MOVED = made_pair(
    "She slept.\n\nIt rained.", "It rained.\n\nShe slept.", "0~1 1=0", paragraphs="0~1 1=0"
)


@pytest.fixture
def style() -> PageStyle:
    return style_of(Mode.FLOWING)


def painted(
    pages: PairView,
    style: PageStyle,
    heights: dict[Side, dict[int, int]],
    chosen: Filter = ALL,
    theme: str = "light",
) -> Picture:
    """Return the gutter with rows on screen that start at heights given by side and row."""
    layouts = rows_of(pages, style)
    visible = {
        side: [(layouts.row(number), y) for number, y in rows.items()]
        for side, rows in heights.items()
    }
    shown = VisibleMarks(pages, chosen)
    colors = load_theme(theme)
    return Picture(lambda painter: paint_ribbons(painter, shown, visible, style, colors))


def edges(style: PageStyle) -> tuple[float, float]:
    """Return where bands begin and end from left to right."""
    return (
        style.original_x + style.column_width + RIBBON_CLEARANCE,
        style.rewrite_x - RIBBON_CLEARANCE,
    )


def test_a_band_joins_both_places_of_a_row(style: PageStyle) -> None:
    picture = painted(REWORDED, style, {Side.ORIGINAL: {0: 100}, Side.REWRITE: {0: 300}})
    left, right = edges(style)
    height = style.line_height
    at_left = {y for _, y in picture.painted(left + 1, 0, left + 2, 600)}
    at_right = {y for _, y in picture.painted(right - 2, 0, right - 1, 600)}
    for found, top in ((at_left, 100), (at_right, 300)):
        assert (min(found), max(found)) == (
            pytest.approx(top, abs=2),
            pytest.approx(top + height, abs=2),
        )
    everywhere = {x for x, _ in picture.painted(0, 0, 1000, 600)}
    assert (min(everywhere), max(everywhere)) == (
        pytest.approx(left, abs=2),
        pytest.approx(right, abs=2),
    )


def test_a_band_has_the_tint_of_its_kind_or_a_faint_one(style: PageStyle) -> None:
    heights = {Side.ORIGINAL: {0: 100}, Side.REWRITE: {0: 100}}
    x, y = edges(style)[0] + 5, 100 + style.line_height - 4
    changed = painted(REWORDED, style, heights).color_at(x, y)
    hidden = painted(REWORDED, style, heights, Filter(frozenset())).color_at(x, y)
    off = painted(REWORDED, style, heights, ALL.at_level(MarkLevel.OFF)).color_at(x, y)
    assert changed != hidden == off != "#ffffff"


def test_without_fills_a_band_is_two_lines(style: PageStyle) -> None:
    heights = {Side.ORIGINAL: {0: 100}, Side.REWRITE: {0: 100}}
    picture = painted(REWORDED, style, heights, theme="high-contrast")
    x = edges(style)[0] + 5
    assert picture.color_at(x, 100 + style.line_height / 2) == "#ffffff"
    assert picture.painted(x, 98, x + 1, 103)


def test_what_stands_on_one_side_only_has_a_sign_and_no_band(style: PageStyle) -> None:
    picture = painted(REMOVED, style, {Side.ORIGINAL: {0: 100}, Side.REWRITE: {}})
    found = picture.painted(0, 0, 1000, 600)
    assert {y for _, y in found} <= set(range(100, 100 + style.line_height))
    middle = sum(x for x, _ in found) / len(found)
    assert middle == pytest.approx(edges(style)[0] + 7, abs=2)
    assert painted(
        REMOVED, style, {Side.ORIGINAL: {0: 100}, Side.REWRITE: {}}, Filter(frozenset())
    ).is_blank()


def test_the_sign_stands_at_the_end_of_its_band_beside_the_rewrite(style: PageStyle) -> None:
    picture = painted(REWORDED, style, {Side.ORIGINAL: {0: 100}, Side.REWRITE: {0: 300}})
    line = THEME.lines[ViewKind.REWORDED].name()
    inside = edges(style)[1] - 7
    rows = {
        y
        for x, y in picture.painted(inside - 6, 304, inside + 6, 300 + style.line_height - 4)
        if picture.color_at(x, y) == line
    }
    assert rows


def test_both_halves_of_a_move_are_joined_by_one_band(style: PageStyle) -> None:
    heights = {Side.ORIGINAL: {0: 100}, Side.REWRITE: {2: 400}}
    picture = painted(MOVED, style, heights)
    left, right = edges(style)
    assert {y for _, y in picture.painted(left + 1, 0, left + 2, 600)} >= {110, 120}
    assert {y for _, y in picture.painted(right - 2, 0, right - 1, 600)} >= {410, 420}


def test_before_the_pair_is_aligned_nothing_is_joined(style: PageStyle) -> None:
    heights = {Side.ORIGINAL: {0: 100}, Side.REWRITE: {0: 100}}
    assert painted(replace(REWORDED, is_aligned=False), style, heights).is_blank()
