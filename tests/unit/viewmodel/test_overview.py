from __future__ import annotations

from functools import cache

import numpy as np

from facing_pages import compare
from facing_pages.marks.kinds import SHOWN_AT_FIRST, ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.overview import MIN_CHANGE_HEIGHT, Overview
from facing_pages.viewmodel.pair_view import PairView
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
    hidden = Overview(pages(), Filter(SHOWN_AT_FIRST - {ViewKind.REWORDED}))
    assert not hidden.coverage(TOPS, 300).any()
    assert hidden.nearest(TOPS, 0.75, reach=1.0) is None
