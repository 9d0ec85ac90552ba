from __future__ import annotations

from functools import cache
from time import perf_counter

import pytest

from facing_pages.core.model import Side
from facing_pages.page.layout.flow import Flow
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.layout.scroll_anchor import READING_LINE, TOP_SPACE
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import FoldChoice
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import layout_of, style_of

SCREEN = 600
LINE = round(READING_LINE * SCREEN)
DAYS = [f"On day {day} the keeper counted all the boats in the harbour" for day in range(60)]
NIGHTS = [f"In night {night} a storm came up and nobody slept" for night in range(20)]


@cache
def story(added_behind: int = 10) -> PairView:
    """Return sixty days; behind some of them, twenty nights are in the rewrite only."""
    original = [f"{day}." for day in DAYS]
    nights = [f"{night}." for night in NIGHTS]
    rewrite = [*original[:added_behind], *nights, *original[added_behind:]]
    links = [f"{day}={day if day < added_behind else day + 20}" for day in range(60)]
    links += [f"-={night}" for night in range(added_behind, added_behind + 20)]
    return made_pair(
        "\n\n".join(original),
        "\n\n".join(rewrite),
        " ".join(links),
        paragraphs=" ".join(links),
    )


def flow_of(leader: Side = Side.ORIGINAL, pages: PairView | None = None) -> tuple[PairLayout, Flow]:
    """Return both texts, all rows of which are measured, so that heights stay as they are."""
    layout = layout_of(pages or story(), Mode.FLOWING, leader)
    assert layout.flow is not None
    assert layout.measure_until(perf_counter() + 60)
    return layout, layout.flow


def height_of(layout: PairLayout, side: Side, words: str) -> int:
    """Return how far below the top of the screen a sentence is on a side."""
    return layout.height_on_screen(side, story().text(side).text.index(words))


def put(layout: PairLayout, side: Side, words: str, y: int) -> None:
    """Bring a sentence of the leading text to a height on screen."""
    surface = layout.surfaces[side]
    row, inside = surface.place_of(side, story().text(side).text.index(words))
    surface.place.put(row, y - inside, SCREEN)


@pytest.mark.parametrize("leader", Side)
def test_at_the_start_both_texts_start(leader: Side) -> None:
    layout, flow = flow_of(leader)
    assert flow.follow(leader, SCREEN)
    assert [layout.surfaces[side].place.value for side in Side] == [-TOP_SPACE] * 2


@pytest.mark.parametrize("leader", Side)
@pytest.mark.parametrize("day", [15, 30, 45])
def test_what_is_read_faces_its_counterpart(leader: Side, day: int) -> None:
    layout, flow = flow_of(leader)
    put(layout, leader, DAYS[day], LINE)
    assert flow.follow(leader, SCREEN)
    assert height_of(layout, leader, DAYS[day]) == LINE
    assert height_of(layout, leader.other, DAYS[day]) == pytest.approx(LINE, abs=2)


def test_near_the_start_texts_face_each_other_as_far_down_as_they_were_read() -> None:
    layout, flow = flow_of()
    for y in (10, 40):
        put(layout, Side.ORIGINAL, DAYS[1], y)
        assert flow.follow(Side.ORIGINAL, SCREEN)
        assert height_of(layout, Side.REWRITE, DAYS[1]) == pytest.approx(y, abs=2)


@pytest.mark.parametrize("leader", Side)
def test_both_texts_reach_their_end_at_once(leader: Side) -> None:
    layout, flow = flow_of(leader, story(added_behind=57))
    surface = layout.surfaces[leader]
    surface.place.scroll_to(surface.heights.total, SCREEN)
    assert flow.follow(leader, SCREEN)
    ends = [
        layout.surfaces[side].heights.total - layout.surfaces[side].place.value for side in Side
    ]
    assert ends[0] == pytest.approx(ends[1], abs=2)


@cache
def long_paragraphs() -> PairView:
    """Return eight paragraphs of twelve sentences; the rewrite has three more in each."""
    old, new, links = [], [], []
    for part in range(8):
        said = [f"In year {part} and month {k} the keeper lit the lamp by hand." for k in range(12)]
        more = [f"In night {part} and hour {k} nobody at all slept." for k in range(3)]
        old.append(" ".join(said))
        new.append(" ".join([*said[:6], *more, *said[6:]]))
        links += [f"{12 * part + k}={15 * part + k + (3 if k > 5 else 0)}" for k in range(12)]
        links += [f"-={15 * part + 6 + k}" for k in range(3)]
    paragraphs = " ".join(f"{part}={part}" for part in range(8))
    return made_pair("\n\n".join(old), "\n\n".join(new), " ".join(links), paragraphs=paragraphs)


@pytest.mark.parametrize("leader", Side)
@pytest.mark.parametrize("month", [2, 5, 8, 11])
def test_a_sentence_inside_a_long_paragraph_faces_its_counterpart(leader: Side, month: int) -> None:
    pages = long_paragraphs()
    layout, flow = flow_of(leader, pages)
    words = f"In year 4 and month {month} "
    places = {side: pages.text(side).text.index(words) for side in Side}
    surface = layout.surfaces[leader]
    row, inside = surface.place_of(leader, places[leader])
    surface.place.put(row, LINE - inside, SCREEN)
    assert flow.follow(leader, SCREEN)
    heights = [layout.height_on_screen(side, places[side]) for side in Side]
    # A sentence that begins inside a line is taken to begin with it.
    assert heights[0] == pytest.approx(heights[1], abs=layout.style.line_height)


def test_what_is_between_two_places_is_laid_out_before_the_way_is_measured() -> None:
    layout = layout_of(story(), Mode.FLOWING, Side.ORIGINAL)
    assert layout.flow is not None
    put(layout, Side.ORIGINAL, DAYS[9], LINE)
    rewrite = layout.surfaces[Side.REWRITE].heights
    assert not rewrite.is_exact[25:31].any()
    assert layout.flow.follow(Side.ORIGINAL, SCREEN)
    # Day 9 and day 10, and the nights that are in the rewrite between them.
    assert rewrite.is_exact[9:31].all()
    assert not rewrite.is_exact[:4].any()
    assert not rewrite.is_exact[35:].any()


def test_no_more_than_forty_rows_between_two_places_are_laid_out() -> None:
    nights = [f"In night {night} it rained" for night in range(60)]
    links = ["0=0", *(f"-={night}" for night in range(1, 61)), "1=61"]
    pages = made_pair(
        "It began.\n\nIt ended.",
        ".\n\n".join(["It began", *nights, "It ended."]),
        " ".join(links),
        paragraphs=" ".join(links),
    )
    layout = layout_of(pages, Mode.FLOWING, Side.ORIGINAL)
    assert layout.flow is not None
    layout.surfaces[Side.ORIGINAL].place.put(0, 0, screen=20)
    assert layout.flow.follow(Side.ORIGINAL, screen=20)
    rewrite = layout.surfaces[Side.REWRITE].heights
    assert rewrite.is_exact[:40].all()
    assert not rewrite.is_exact[40:].any()


@pytest.mark.parametrize("leader", Side)
def test_a_fold_faces_itself(leader: Side) -> None:
    pages = story()
    choice = FoldChoice()
    choice.hide(True)
    folds = choice.folds(pages, Filter())
    shown = VisibleMarks(pages, Filter())
    layout = PairLayout(shown, style_of(Mode.FLOWING), folds, leader)
    head = folds.head_of(50)
    assert folds.count_at(head) > 40
    assert layout.flow is not None
    assert layout.measure_until(perf_counter() + 60)
    layout.surfaces[leader].place.put(head, 20, screen=100)
    assert layout.flow.follow(leader, screen=100)
    tops = [
        int(surface.heights.tops[head]) - surface.place.value
        for surface in layout.surfaces.values()
    ]
    # The line that stands for the fold is one place, with the gap below it.
    assert tops[0] == pytest.approx(tops[1], abs=int(layout.page.heights.heights[head]))


def test_while_only_one_side_goes_on_the_other_waits_at_the_place_between() -> None:
    layout, flow = flow_of(Side.REWRITE)
    put(layout, Side.REWRITE, NIGHTS[10], LINE)
    flow.follow(Side.REWRITE, SCREEN)
    above = height_of(layout, Side.ORIGINAL, DAYS[9])
    below = height_of(layout, Side.ORIGINAL, DAYS[10])
    assert above < LINE < below
    # Day 9 and ten nights are over, of day 9 and twenty nights.
    assert (LINE - above) / (below - above) == pytest.approx(11 / 21, abs=0.03)


def test_the_text_that_follows_never_leaps() -> None:
    layout, flow = flow_of()
    put(layout, Side.ORIGINAL, DAYS[30], LINE)
    follower = layout.surfaces[Side.REWRITE].place
    before = follower.value
    assert not flow.follow(Side.ORIGINAL, SCREEN, 50)
    assert follower.value == before + 50


def test_a_step_that_is_just_far_enough_gets_there() -> None:
    layout, flow = flow_of()
    put(layout, Side.ORIGINAL, DAYS[15], LINE)
    follower = layout.surfaces[Side.REWRITE].place
    start = follower.value
    flow.follow(Side.ORIGINAL, SCREEN)
    way = follower.value - start
    follower.scroll_to(start, SCREEN)
    assert not flow.follow(Side.ORIGINAL, SCREEN, way - 1)
    follower.scroll_to(start, SCREEN)
    assert flow.follow(Side.ORIGINAL, SCREEN, way)


def test_steps_of_a_limited_size_lead_to_the_same_place() -> None:
    layout, flow = flow_of()
    put(layout, Side.ORIGINAL, DAYS[15], LINE)
    steps = 0
    while not flow.follow(Side.ORIGINAL, SCREEN, 200):
        steps += 1
        assert steps < 100
    assert steps > 1
    assert height_of(layout, Side.REWRITE, DAYS[15]) == pytest.approx(LINE, abs=2)


def test_it_goes_back_as_it_came() -> None:
    layout, flow = flow_of()
    put(layout, Side.ORIGINAL, DAYS[40], LINE)
    flow.follow(Side.ORIGINAL, SCREEN)
    layout.surfaces[Side.ORIGINAL].place.scroll_to(-TOP_SPACE, SCREEN)
    before = layout.surfaces[Side.REWRITE].place.value
    assert not flow.follow(Side.ORIGINAL, SCREEN, 50)
    assert layout.surfaces[Side.REWRITE].place.value == before - 50
    flow.follow(Side.ORIGINAL, SCREEN)
    assert layout.surfaces[Side.REWRITE].place.value == -TOP_SPACE


def test_where_one_text_is_empty_nothing_moves() -> None:
    pages = made_pair("It rained.", "", "0=-", paragraphs="0=-")
    layout = layout_of(pages, Mode.FLOWING)
    assert layout.flow is not None
    assert layout.flow.follow(Side.ORIGINAL, SCREEN)
    assert layout.surfaces[Side.REWRITE].place.value == -TOP_SPACE
