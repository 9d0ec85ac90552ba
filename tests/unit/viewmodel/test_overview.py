from __future__ import annotations

from functools import cache

import numpy as np

from facing_pages import compare
from facing_pages.marks.kinds import ALL_KINDS, ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.overview import MIN_CHANGE_HEIGHT, Overview
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pair_findings import harbour, number_of
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

SAME = "Nobody had told her about the storm of the winter."
TOPS = np.array([0, 100, 200, 300])


@cache
def pages() -> PairView:
    """Return three rows of 100 pixels, a word changed in the last."""
    last = "The lamp was quiet when she came down to it."
    original = [SAME, SAME.replace("storm", "snow"), last]
    rewrite = [*original[:2], last.replace("quiet", "silent")]
    return view_of(compare("\n\n".join(original), "\n\n".join(rewrite)))


def test_a_change_covers_some_pixels_where_it_stands() -> None:
    coverage = Overview(pages(), Filter()).coverage(TOPS, 300)
    assert coverage.shape == (300, len(ViewKind))
    covered = np.flatnonzero(coverage[:, ViewKind.REWORDED])
    assert len(covered) == MIN_CHANGE_HEIGHT
    assert 200 <= covered[0] < 300
    assert coverage.max() <= 1
    assert not coverage[:, ViewKind.REMOVED].any()


def test_the_nearest_change_is_found_within_reach_only() -> None:
    overview = Overview(pages(), Filter())
    place = (200 + 100 * 13 / 44) / 300
    assert overview.nearest(TOPS, place + 0.04, reach=0.05) == 0
    assert overview.nearest(TOPS, place - 0.06, reach=0.05) is None


def test_kinds_that_are_not_shown_have_no_place() -> None:
    hidden = Overview(pages(), Filter(ALL_KINDS - {ViewKind.REWORDED}))
    assert not hidden.coverage(TOPS, 300).any()
    assert hidden.nearest(TOPS, 0.75, reach=1.0) is None


TWO_ROWS = np.array([0, 100, 200])


def pixels_of(pages: PairView, kind: ViewKind, pixels: int = 100) -> list[int]:
    """Return which pixels of a strip two rows of the same height give a kind."""
    coverage = Overview(pages, Filter(weight=Weight.GRAMMAR)).coverage(TWO_ROWS, pixels)
    return np.flatnonzero(coverage[:, kind]).tolist()


def test_a_pixel_has_the_share_of_the_text_behind_it_that_changed() -> None:
    # 80 characters on 8 pixels: 10 each. Four were removed; the side they are missing on counts 1.
    removed = made_pair(
        "It rained all night.\n\nIt snowed one night.",
        "It rained all night.\n\nIt snowed night.",
        "0=0 1=1",
        paragraphs="0=0 1=1",
        changes=[("removed", "one ", "")],
    )
    coverage = Overview(removed, Filter(weight=Weight.GRAMMAR)).coverage(TWO_ROWS, 8)
    assert coverage[:, ViewKind.REMOVED].tolist() == [0, 0, 0, 0, 0, 0, 0.5, 0.5]
    assert not np.delete(coverage, ViewKind.REMOVED, axis=1).any()


def test_changes_of_one_pixel_add_up_to_all_of_it_at_most() -> None:
    replaced = made_pair(
        "It rained.",
        "We slept.",
        "0=0",
        changes=[("reworded", "It", "We"), ("reworded", "rained", "slept")],
    )
    coverage = Overview(replaced, Filter(weight=Weight.GRAMMAR)).coverage(np.array([0, 100]), 1)
    assert coverage[0, ViewKind.REWORDED] == (2 + 6 + 2 + 5) / (10 + 9)
    fine = Overview(replaced, Filter(weight=Weight.GRAMMAR)).coverage(np.array([0, 100]), 40)
    assert fine.max() == 1


def test_a_change_stands_as_far_down_its_row_as_in_its_paragraphs() -> None:
    pages = made_pair(
        "It rained. It snowed.\n\nShe slept.",
        "It rained. It snowed.\n\nShe left.\n\nHe stayed.",
        "0=0 1=1 2=2 -=3",
        paragraphs="0=0 1=1 -=2",
        changes=[("reworded", "slept", "left"), ("added", "", "He stayed.")],
    )
    coverage = Overview(pages, Filter()).coverage(np.array([0, 100, 300, 400]), 40)
    # 4 of 10 characters of the original and 4 of 9 of the rewrite are before the changed word.
    assert np.flatnonzero(coverage[:, ViewKind.REWORDED]).tolist() == [18, 19, 20]
    assert np.flatnonzero(coverage[:, ViewKind.ADDED]).tolist() == [30, 31, 32]


def test_a_change_with_which_the_original_begins_stands_at_the_top() -> None:
    pages = made_pair(
        "It rained.\n\nShe slept.",
        "In the night it poured.\n\nShe slept.",
        "0=0 1=1",
        paragraphs="0=0 1=1",
        changes=[("reworded", "It rained.", "it poured.")],
    )
    assert pixels_of(pages, ViewKind.REWORDED) == [0, 1, 2]


def test_both_halves_of_a_moved_paragraph_stand_at_the_top_of_their_rows() -> None:
    moved = made_pair(
        "She slept.\n\nIt rained.", "It rained.\n\nShe slept.", "0~1 1=0", paragraphs="0~1 1=0"
    )
    tops = np.array([0, 100, 200, 300])
    coverage = Overview(moved, Filter()).coverage(tops, 30)
    assert np.flatnonzero(coverage[:, ViewKind.MOVED]).tolist() == [0, 1, 2, 20, 21, 22]
    for place in (0.0, 200 / 300):
        assert Overview(moved, Filter()).nearest(tops, place, reach=0.0) == 0
    assert Overview(moved, Filter()).nearest(tops, 0.5, reach=0.1) is None


def test_each_half_of_a_moved_sentence_stands_where_its_own_side_has_it() -> None:
    moved = made_pair(
        "It rained. It snowed.\n\nIt thawed. She slept.",
        "It rained. She slept. It snowed.\n\nIt thawed.",
        "0=0 1=2 2=3 3~1",
        paragraphs="0=0 1=1",
    )
    # Behind 11 of 32 characters of the first row, and behind 11 of 21 of the second.
    assert pixels_of(moved, ViewKind.MOVED) == [17, 18, 19, 76, 77, 78]


def test_a_split_is_listed_but_has_no_place() -> None:
    split = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    tops = np.array([0, 100])
    assert not Overview(split, Filter()).coverage(tops, 10).any()
    assert Overview(split, Filter()).nearest(tops, 0.0, reach=1.0) is None


def test_the_nearest_change_has_its_number_among_all() -> None:
    pages = made_pair(
        "It rained.\n\nShe slept.",
        "It poured.\n\nShe slept on.",
        "0=0 1=1",
        paragraphs="0=0 1=1",
        changes=[("reworded", "rained", "poured"), ("added", "", "on")],
    )
    added = Overview(pages, Filter(frozenset({ViewKind.ADDED}), weight=Weight.GRAMMAR))
    assert added.nearest(TWO_ROWS, 0.0, reach=1.0) == 1
    both = Overview(pages, Filter(weight=Weight.GRAMMAR))
    assert both.nearest(TWO_ROWS, 0.0, reach=0.15) == 0  # as far away as may be
    assert both.nearest(TWO_ROWS, 0.0, reach=0.149) is None


def test_findings_have_their_places() -> None:
    found = harbour()
    overview = Overview(found, Filter(), ShownFindings(found))
    tops = np.array([0, 100, 200])
    negation, number, name, torn = overview.finding_places(tops).tolist()
    assert 0 < negation < number < 0.5
    assert name == 0.5
    assert 0.5 < torn < 1.0
    assert overview.nearest_finding(tops, 0.51, reach=0.02) == number_of(found, "name")
    assert overview.nearest_finding(tops, 0.99, reach=0.02) is None


def test_without_findings_none_is_near() -> None:
    assert Overview(pages(), Filter()).nearest_finding(TOPS, 0.5, reach=1.0) is None
