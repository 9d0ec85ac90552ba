from __future__ import annotations

import pytest

from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.layout.scroll_anchor import TOP_SPACE, ScrollPlace
from tests.helpers.page_parts import PageParts

SCREEN = 600


@pytest.fixture
def heights(parts: PageParts) -> RowHeights:
    """Return heights of 40 rows, 100 pixels each, all exact."""
    heights = parts.layout.page.heights
    for row in range(len(heights)):
        heights.correct(row, 100)
    return heights


@pytest.fixture
def place(heights: RowHeights) -> ScrollPlace:
    return ScrollPlace(heights, lambda row: None)


def test_it_begins_above_the_first_row(place: ScrollPlace) -> None:
    assert (place.row, place.value, place.is_at_start) == (0, -16, True)
    place.scroll_by(-10, SCREEN)
    assert place.value == -16


@pytest.mark.parametrize(("value", "is_at_start"), [(0, True), (1, False), (100, False)])
def test_nothing_is_above_the_screen_only_at_the_top_of_the_first_row(
    place: ScrollPlace, value: int, is_at_start: bool
) -> None:
    place.scroll_to(value, SCREEN)
    assert place.is_at_start is is_at_start


def test_the_offset_is_kept_inside_the_row(place: ScrollPlace) -> None:
    place.scroll_by(TOP_SPACE + 250, SCREEN)
    assert (place.row, place.offset, place.is_at_start) == (2, 50, False)
    place.scroll_by(-60, SCREEN)
    assert (place.row, place.offset) == (1, 90)
    place.scroll_by(10, SCREEN)
    assert (place.row, place.offset) == (2, 0)


def test_the_end_is_not_passed(place: ScrollPlace) -> None:
    place.scroll_by(10**6, SCREEN)
    assert place.value == place.largest_value(SCREEN) == 4000 - 390


def test_rows_without_height_at_the_end_are_not_entered(
    place: ScrollPlace, heights: RowHeights
) -> None:
    heights.correct(38, 0)
    heights.correct(39, 0)
    place.scroll_by(10**6, screen=20)
    assert (place.row, place.value) == (37, 3800 - 13)


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


@pytest.mark.parametrize(
    ("value", "row", "offset"),
    [(-99, 0, -16), (-5, 0, -5), (0, 0, 0), (99, 0, 99), (100, 1, 0), (9999, 36, 10)],
)
def test_going_to_a_height_lays_out_nothing(
    heights: RowHeights, value: int, row: int, offset: int
) -> None:
    measured: list[int] = []
    place = ScrollPlace(heights, measured.append)
    place.scroll_to(value, SCREEN)
    assert (place.row, place.offset) == (row, offset)
    assert measured == []


@pytest.mark.parametrize(
    ("row", "y", "value"), [(5, 40, 460), (5, -40, 540), (0, 100, -16), (39, 0, 3610)]
)
def test_a_row_is_put_at_a_height_on_screen_as_far_as_the_ends_allow(
    place: ScrollPlace, row: int, y: int, value: int
) -> None:
    place.put(row, y, SCREEN)
    assert place.value == value


def test_rows_that_start_below_the_screen_or_have_no_height_are_not_visible(
    place: ScrollPlace, heights: RowHeights
) -> None:
    heights.correct(1, 0)
    place.scroll_to(0, SCREEN)
    assert place.visible_rows(200) == [(0, 0), (2, 100)]
    assert place.visible_rows(201) == [(0, 0), (2, 100), (3, 200)]
    assert len(place.visible_rows(10_000)) == 39


def test_rows_are_measured_before_their_height_is_passed(heights: RowHeights) -> None:
    measured: list[int] = []

    def measure(row: int) -> None:
        measured.append(row)
        heights.correct(row, 150)

    place = ScrollPlace(heights, measure)
    place.scroll_by(TOP_SPACE + 310, SCREEN)
    assert (place.row, place.offset) == (2, 10)
    assert measured == [0, 1, 2]
    measured.clear()
    heights.correct(1, 100)
    place.scroll_by(-20, SCREEN)
    assert (place.row, place.offset) == (1, 140)
    assert 1 in measured


def test_rows_are_measured_before_they_are_visible(heights: RowHeights) -> None:
    measured: list[int] = []
    place = ScrollPlace(heights, measured.append)
    assert place.visible_rows(250) == [(0, TOP_SPACE), (1, TOP_SPACE + 100), (2, TOP_SPACE + 200)]
    assert measured == [0, 1, 2]


@pytest.mark.parametrize(
    ("inside", "moves"),
    [(48, False), (47, True), (450, False), (451, True)],
)
def test_a_place_is_brought_only_if_it_is_not_well_on_screen(
    place: ScrollPlace, inside: int, moves: bool
) -> None:
    place.scroll_to(1000, SCREEN)
    place.bring(10, inside, SCREEN)
    assert place.value == (1000 + inside - 180 if moves else 1000)


def test_a_row_is_measured_before_it_is_brought_on_screen(heights: RowHeights) -> None:
    measured: list[int] = []
    place = ScrollPlace(heights, measured.append)
    place.bring(30, 50, SCREEN)
    assert place.value == 3050 - 180
    assert measured[0] == 30
