from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QPointF

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import make_page_style
from facing_pages.page.layout.pair_layout import PairLayout, ReadingAnchor, reading_line
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folded_rows import FoldChoice
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.pair_views import pair_of

SCREEN = 600


def layout_of(pages: PairView, mode: Mode = Mode.SIDE_BY_SIDE) -> PairLayout:
    style = make_page_style(1000, PageSettings(), mode=mode)
    folds = FoldChoice().folds(pages, Filter())
    return PairLayout(VisibleMarks(pages, Filter()), style, folds, Side.ORIGINAL)


def test_both_sides_share_a_surface_unless_they_flow(pair: PairView) -> None:
    level, flowing = layout_of(pair), layout_of(pair, Mode.FLOWING)
    assert level.surfaces[Side.ORIGINAL] is level.surfaces[Side.REWRITE]
    assert flowing.surfaces[Side.ORIGINAL] is not flowing.surfaces[Side.REWRITE]


def test_only_a_flowing_text_can_lead(pair: PairView) -> None:
    level, flowing = layout_of(pair), layout_of(pair, Mode.FLOWING)
    for layout in (level, flowing):
        layout.lead_with(Side.REWRITE)
    assert (level.leader, flowing.leader) == (Side.ORIGINAL, Side.REWRITE)


def test_there_is_no_anchor_at_the_start(pair: PairView) -> None:
    assert layout_of(pair).anchor(0.5, SCREEN) is None


@pytest.mark.parametrize("at", [0.0, 0.3, 1.0])
def test_an_anchor_that_is_put_back_moves_nothing(pair: PairView, at: float) -> None:
    layout = layout_of(pair)
    layout.scroll_by(700, SCREEN)
    before = layout.page.place.value
    anchor = layout.anchor(at, SCREEN)
    assert anchor is not None
    layout.scroll_by(400, SCREEN)
    layout.put(anchor, SCREEN)
    assert layout.page.place.value == before


def test_the_first_watched_place_on_screen_is_the_anchor(pair: PairView) -> None:
    layout = layout_of(pair)
    far, near = (pair.original.paragraph_span(row).start for row in (35, 6))
    layout.put(ReadingAnchor(Side.ORIGINAL, near, 100), SCREEN)
    watched = [(Side.ORIGINAL, far), (Side.ORIGINAL, near)]
    assert layout.anchor(0.5, SCREEN, watched) == ReadingAnchor(Side.ORIGINAL, near, 100)
    anchor = layout.anchor(0.5, SCREEN, watched[:1])
    assert anchor is not None
    assert near < anchor.position < far


def test_a_place_behind_the_end_is_put_as_the_last_one(pair: PairView) -> None:
    layout = layout_of(pair)
    layout.put(ReadingAnchor(Side.ORIGINAL, 10**9, 0), SCREEN)
    assert layout.visible(Side.ORIGINAL, SCREEN)[-1][0].number == 39


def test_the_row_at_a_height_is_the_last_one_that_starts_above_it(pair: PairView) -> None:
    layout = layout_of(pair)
    (first, top), (second, below) = [
        (row.number, y) for row, y in layout.visible(Side.ORIGINAL, SCREEN)
    ][:2]
    assert layout.row_at(below - 1, SCREEN) == (first, top)
    assert layout.row_at(below, SCREEN) == (second, below)
    assert layout.row_at(-50, SCREEN) == (first, top)


def test_a_point_hits_the_side_of_its_column_and_nothing_in_the_gutter(pair: PairView) -> None:
    layout = layout_of(pair)
    x = {side: layout.style.column_x(side) + 20 for side in Side}
    for side in Side:
        hit = layout.hit(QPointF(x[side], 30), SCREEN)
        assert hit is not None
        assert (hit.side, hit.on_text) == (side, True)
        assert 0 < hit.position < 10
    assert layout.hit(QPointF(layout.style.gutter_x, 30), SCREEN) is None


def test_beside_a_paragraph_that_was_added_the_end_of_the_one_before_is_hit() -> None:
    lines = ("The lamp was quiet.", "It rained all night on the granite steps.", "She came down.")
    pages = pair_of("\n\n".join(lines[::2]), "\n\n".join(lines))
    layout = layout_of(pages)
    top = {row.number: y for row, y in layout.visible(Side.ORIGINAL, SCREEN)}[1]
    hit = layout.hit(QPointF(layout.style.original_x + 5, top + 5), SCREEN)
    assert hit is not None
    assert (hit.side, hit.position, hit.on_text) == (Side.ORIGINAL, len(lines[0]), False)


def test_shares_go_from_the_start_to_the_end(pair: PairView) -> None:
    layout = layout_of(pair)
    layout.scroll_to_share(1.0, SCREEN)
    assert layout.visible_share(SCREEN)[1] == 1.0
    layout.scroll_to_share(0.0, SCREEN)
    assert layout.visible_share(SCREEN)[0] == 0.0


def test_measuring_stops_at_the_deadline_and_goes_on_later(pair: PairView) -> None:
    layout = layout_of(pair, Mode.FLOWING)
    assert not layout.measure_until(perf_counter() - 1)
    assert layout.measure_until(perf_counter() + 60)
    assert all(surface.heights.is_exact.all() for surface in layout.surfaces.values())


def test_people_read_above_the_middle() -> None:
    assert reading_line(1000) == 300
