from __future__ import annotations

import pytest

from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.layout.scroll_anchor import END_SPACE, TOP_SPACE, ScrollPlace
from tests.helpers.page_parts import PageParts

SCREEN = 600


@pytest.fixture
def heights(parts: PageParts) -> RowHeights:
    """Return heights of 100 pixels each, all exact."""
    heights = parts.layout.page.heights
    for row in range(len(heights)):
        heights.correct(row, 100)
    return heights


@pytest.fixture
def place(heights: RowHeights) -> ScrollPlace:
    return ScrollPlace(heights, lambda row: None)


def test_it_begins_above_the_first_row(place: ScrollPlace) -> None:
    assert (place.row, place.value, place.is_at_start) == (0, -TOP_SPACE, True)
    place.scroll_by(-10, SCREEN)
    assert place.value == -TOP_SPACE


def test_the_offset_is_kept_inside_the_row(place: ScrollPlace) -> None:
    place.scroll_by(TOP_SPACE + 250, SCREEN)
    assert (place.row, place.offset, place.is_at_start) == (2, 50, False)
    place.scroll_by(-60, SCREEN)
    assert (place.row, place.offset) == (1, 90)


def test_the_end_is_not_passed(place: ScrollPlace) -> None:
    place.scroll_by(10**6, SCREEN)
    assert place.value == place.largest_value(SCREEN) == 4000 - round((1 - END_SPACE) * SCREEN)


def test_a_screen_that_holds_everything_does_not_scroll(place: ScrollPlace) -> None:
    place.scroll_by(50, 10_000)
    assert place.value == -TOP_SPACE


def test_a_corrected_height_above_moves_nothing_on_screen(
    place: ScrollPlace, heights: RowHeights
) -> None:
    place.scroll_to(1050, SCREEN)
    before = place.visible_rows(SCREEN)
    heights.correct(3, 170)
    assert place.visible_rows(SCREEN) == before
    assert place.value == 1120


def test_rows_are_measured_before_they_are_visible(heights: RowHeights) -> None:
    measured: list[int] = []
    place = ScrollPlace(heights, measured.append)
    assert place.visible_rows(250) == [(0, TOP_SPACE), (1, TOP_SPACE + 100), (2, TOP_SPACE + 200)]
    assert measured == [0, 1, 2]


@pytest.mark.parametrize(
    ("inside", "moves"),
    [(round(0.08 * SCREEN), False), (round(0.08 * SCREEN) - 1, True),
     (round(0.75 * SCREEN), False), (round(0.75 * SCREEN) + 1, True)],
)  # fmt: skip
def test_a_place_is_brought_only_if_it_is_not_well_on_screen(
    place: ScrollPlace, inside: int, moves: bool
) -> None:
    place.scroll_to(1000, SCREEN)
    place.bring(10, inside, SCREEN)
    assert place.value == (1000 + inside - round(0.3 * SCREEN) if moves else 1000)
