from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from facing_pages import compare
from facing_pages.core.model import Role, Side
from facing_pages.core.reading.files import from_bytes
from facing_pages.marks.kinds import ALL_KINDS, ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.overview import Overview, Pointed
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query
from tests.helpers.made_pair_findings import harbour, number_of
from tests.helpers.made_pairs import made_pair
from tests.helpers.one_column import view_of

SAME = "Nobody had told her about the storm of the winter."
TOPS = np.array([0, 100, 200, 300])
TWO_ROWS = np.array([0, 100, 200])
GRAMMAR = Filter(weight=Weight.GRAMMAR)


@cache
def pages() -> PairView:
    """Return three rows of 100 pixels, a word changed in the last."""
    last = "The lamp was quiet when she came down to it."
    original = [SAME, SAME.replace("storm", "snow"), last]
    rewrite = [*original[:2], last.replace("quiet", "silent")]
    return view_of(compare("\n\n".join(original), "\n\n".join(rewrite)))


def lines_of(pages: PairView, kind: ViewKind, side: Side, tops: object = TWO_ROWS) -> list[int]:
    """Return which of 100 lines of a side's track have ink of a kind."""
    blocks = Overview(pages, GRAMMAR).blocks(side, np.asarray(tops), 100)
    return np.flatnonzero(blocks.inked[:, kind] > 1e-9).tolist()


def test_a_change_is_inked_where_it_stands_on_either_side() -> None:
    for side, characters in ((Side.ORIGINAL, 44), (Side.REWRITE, 45)):
        found = lines_of(pages(), ViewKind.REWORDED, side, TOPS)
        place = (200 + 100 * 13 / characters) / 300
        assert found[0] / 100 < place < found[-1] / 100
    assert lines_of(pages(), ViewKind.REMOVED, Side.ORIGINAL, TOPS) == []


def test_what_one_side_lacks_is_inked_on_the_other_only() -> None:
    removed = made_pair(
        "It rained all night.\n\nIt snowed one night.",
        "It rained all night.\n\nIt snowed night.",
        "0=0 1=1",
        paragraphs="0=0 1=1",
        changes=[("removed", "one ", "")],
    )
    assert lines_of(removed, ViewKind.REMOVED, Side.ORIGINAL)
    assert lines_of(removed, ViewKind.REMOVED, Side.REWRITE) == []


def test_the_nearest_change_is_found_within_reach_only() -> None:
    overview = Overview(pages(), Filter())
    start, end = (200 + 100 * 13 / 45) / 300, (200 + 100 * 19 / 45) / 300
    assert overview.nearest(Side, TOPS, Pointed((start + end) / 2, 0.0)) == 0
    assert overview.nearest(Side, TOPS, Pointed(end + 0.04, 0.05)) == 0
    assert overview.nearest(Side, TOPS, Pointed(start - 0.06, 0.05)) is None


def test_kinds_that_are_not_shown_have_no_place() -> None:
    hidden = Overview(pages(), Filter(ALL_KINDS - {ViewKind.REWORDED}))
    assert not hidden.blocks(Side.ORIGINAL, TOPS, 300).inked.any()
    assert hidden.nearest(Side, TOPS, Pointed(0.75, 1.0)) is None


def test_a_row_without_a_side_leaves_its_track_empty() -> None:
    added = made_pair(
        "It rained.",
        "It rained.\n\nHe stayed.",
        "0=0 -=1",
        paragraphs="0=0 -=1",
        changes=[("added", "", "He stayed.")],
    )
    overview = Overview(added, Filter())
    assert overview.blocks(Side.ORIGINAL, TWO_ROWS, 4).filled.tolist() == [1, 1, 0, 0]
    assert overview.blocks(Side.REWRITE, TWO_ROWS, 4).filled.tolist() == pytest.approx([1] * 4)
    assert lines_of(added, ViewKind.ADDED, Side.REWRITE)[-1] == 99


def test_what_moved_has_a_place_on_either_side() -> None:
    moved = made_pair(
        "She slept.\n\nIt rained.", "It rained.\n\nShe slept.", "0~1 1=0", paragraphs="0~1 1=0"
    )
    overview = Overview(moved, Filter())
    places = overview.move_places(TOPS)
    assert places.original.tolist() == pytest.approx([1 / 6])
    assert places.rewrite.tolist() == pytest.approx([5 / 6])
    assert lines_of(moved, ViewKind.MOVED, Side.ORIGINAL, TOPS)[0] == 0
    assert lines_of(moved, ViewKind.MOVED, Side.REWRITE, TOPS)[-1] == 99
    assert overview.nearest([Side.ORIGINAL], TOPS, Pointed(0.1, 0.0)) == 0
    assert overview.nearest([Side.REWRITE], TOPS, Pointed(0.1, 0.0)) is None
    assert overview.nearest(Side, TOPS, Pointed(0.9, 0.0)) == 0
    assert overview.nearest(Side, TOPS, Pointed(0.5, 0.1)) is None


def test_a_split_is_listed_but_has_no_place() -> None:
    split = made_pair("It rained all day.", "It rained. All day.", "0=0+1")
    overview = Overview(split, Filter())
    assert not overview.blocks(Side.REWRITE, np.array([0, 100]), 10).inked.any()
    assert overview.nearest(Side, np.array([0, 100]), Pointed(0.0, 1.0)) is None


def test_the_nearest_change_has_its_number_among_all() -> None:
    pair = made_pair(
        "It rained.\n\nShe slept.",
        "It poured.\n\nShe slept on.",
        "0=0 1=1",
        paragraphs="0=0 1=1",
        changes=[("reworded", "rained", "poured"), ("added", "", "on")],
    )
    added = Overview(pair, Filter(frozenset({ViewKind.ADDED}), weight=Weight.GRAMMAR))
    assert added.nearest(Side, TWO_ROWS, Pointed(0.0, 1.0)) == 1
    both = Overview(pair, GRAMMAR)
    assert both.nearest(Side, TWO_ROWS, Pointed(0.0, 0.1501)) == 0
    assert both.nearest(Side, TWO_ROWS, Pointed(0.0, 0.1499)) is None


def test_of_changes_that_hold_a_place_the_shortest_is_meant() -> None:
    pair = made_pair(
        "She slept.\n\nIt rained all night.",
        "It poured all night.\n\nShe slept.",
        "1~0 0=1",
        paragraphs="1~0 0=1",
        changes=[("reworded", "rained", "poured")],
    )
    table = Overview(pair, GRAMMAR)
    number = table.nearest([Side.REWRITE], np.array([0, 100, 200, 300]), Pointed(6 / 60, 0.0))
    assert number is not None
    assert pair.changes.entry(number).kind is ViewKind.REWORDED


def test_findings_have_their_places() -> None:
    found = harbour()
    overview = Overview(found, Filter(), ShownFindings(found))
    negation, number, name, torn = overview.finding_places(TWO_ROWS).tolist()
    assert 0 < negation < number < 0.5
    assert name == 0.5
    assert 0.5 < torn < 1.0
    near = Pointed(0.51, 0.02)
    assert overview.nearest_finding(TWO_ROWS, near) == number_of(found, "name")
    assert overview.nearest_finding(TWO_ROWS, Pointed(0.99, 0.02)) is None


def test_without_findings_none_is_near() -> None:
    assert Overview(pages(), Filter()).nearest_finding(TOPS, Pointed(0.5, 1.0)) is None


def test_places_that_were_found_stand_on_their_side() -> None:
    found = Finder(pages()).find(Query("silent"))
    overview = Overview(pages(), Filter())
    assert overview.hit_places(found, Side.ORIGINAL, TOPS).tolist() == []
    place = (200 + 100 * 13 / 45) / 300
    assert overview.hit_places(found, Side.REWRITE, TOPS).tolist() == pytest.approx([place])


def test_the_chapter_of_a_place_is_the_last_one_above_it() -> None:
    text = b"# Morning\n\nIt rained.\n\n# Evening\n\nShe slept."
    pair = view_of(compare(*(from_bytes(text, name="a.md") for _ in Side)))
    assert pair.original.role(0) is Role.HEADING
    overview, tops = Overview(pair, Filter()), np.array([0, 100, 200, 300, 400])
    assert [overview.chapter_at(tops, share) for share in (0.1, 0.4, 0.6)] == [
        "Morning", "Morning", "Evening",
    ]  # fmt: skip
    assert Overview(pages(), Filter()).chapter_at(TOPS, 0.5) == ""
