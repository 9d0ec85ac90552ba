from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QPointF

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import make_page_style
from facing_pages.page.layout.pair_layout import PairLayout, ReadingAnchor, reading_line
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import FoldChoice
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
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


def test_a_share_is_that_of_the_whole_height(pair: PairView) -> None:
    layout = layout_of(pair)
    layout.measure_until(perf_counter() + 60)
    total = layout.page.heights.total
    layout.page.place.scroll_to(total // 2, SCREEN)
    top = layout.page.place.value
    assert layout.visible_share(SCREEN) == (top / total, (top + SCREEN) / total)


@pytest.mark.parametrize("share", [0.25, 0.5])
def test_a_share_is_put_in_the_middle_of_the_screen(pair: PairView, share: float) -> None:
    layout = layout_of(pair)
    layout.measure_until(perf_counter() + 60)
    layout.scroll_to_share(share, SCREEN)
    assert layout.page.place.value == round(share * layout.page.heights.total) - 300


def test_the_end_is_that_of_the_last_rows_as_they_are_laid_out(pair: PairView) -> None:
    layout = layout_of(pair)
    heights = layout.page.heights
    # As if the last rows were estimated far too low.
    heights.heights[-3:] = 10
    layout.scroll_to_share(1.0, SCREEN)
    assert heights.is_exact[-3:].all()
    assert layout.page.place.value == layout.page.place.largest_value(SCREEN)


def test_a_pair_without_text_has_nothing_to_scroll() -> None:
    layout = layout_of(made_pair("", "", "", paragraphs=""))
    assert layout.visible_share(SCREEN) == (0.0, 1.0)
    assert layout.row_at(50, SCREEN) == (0, 0)
    assert layout.visible(Side.ORIGINAL, SCREEN) == []


def test_a_place_is_brought_on_screen_by_the_text_it_is_in(pair: PairView) -> None:
    layout = layout_of(pair, Mode.FLOWING)
    position = pair.rewrite.paragraph_span(30).start
    layout.bring(Side.REWRITE, position, SCREEN)
    assert layout.leader is Side.REWRITE
    assert layout.height_on_screen(Side.REWRITE, position) == reading_line(SCREEN)


def test_a_text_leads_once_a_place_in_it_is_put(pair: PairView) -> None:
    layout = layout_of(pair, Mode.FLOWING)
    position = pair.rewrite.paragraph_span(30).start
    layout.put(ReadingAnchor(Side.REWRITE, position, 100), SCREEN)
    assert layout.leader is Side.REWRITE
    assert layout.height_on_screen(Side.REWRITE, position) == 100


def test_a_fold_is_an_anchor_by_the_start_of_its_first_paragraph(pair: PairView) -> None:
    choice = FoldChoice()
    choice.hide(True)
    style = make_page_style(1000, PageSettings(), mode=Mode.SIDE_BY_SIDE)
    shown = VisibleMarks(pair, Filter())
    layout = PairLayout(shown, style, choice.folds(pair, Filter()), Side.ORIGINAL)
    layout.scroll_by(20, 10)
    row, top = layout.row_at(0, 10)
    assert (row, layout.folds.is_shown(row)) == (0, False)
    assert layout.anchor(0.0, 10) == ReadingAnchor(Side.ORIGINAL, 0, top)


def test_measuring_stops_at_the_deadline_and_goes_on_later(pair: PairView) -> None:
    layout = layout_of(pair, Mode.FLOWING)
    assert not layout.measure_until(perf_counter() - 1)
    assert layout.measure_until(perf_counter() + 60)
    assert all(surface.heights.is_exact.all() for surface in layout.surfaces.values())


def test_people_read_above_the_middle() -> None:
    assert reading_line(1000) == 300
