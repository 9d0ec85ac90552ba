"""Which sentences stand in which gap."""

from __future__ import annotations

from facing_pages.core.alignment.sentences.leftovers.gaps import gaps_between
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from tests.helpers.sections import link, section_of

LINES = ["boat", "lamp", "stairs", "winter", "granite"]
SECTION = section_of([LINES], [LINES])


def gaps(
    chain: list[SpanLink], others: list[SpanLink] | None = None, limits: Limits | None = None
) -> list[tuple[list[int], list[int]]]:
    """Return the sentences of each gap."""
    section = SECTION._replace(limits=limits or Limits())
    return [(gap.original, gap.rewrite) for gap in gaps_between(section, chain, others or [])]


def test_there_is_a_gap_before_each_link_and_one_at_the_end() -> None:
    assert gaps([link(1, 0), link(2, 3)]) == [([0], []), ([], [1, 2]), ([3, 4], [4])]


def test_what_moved_or_is_closed_is_in_no_gap() -> None:
    closed = Limits(closed=Both(frozenset({0}), frozenset()))
    assert gaps([link(3, 1)], [link(1, 4)], closed) == [([2], [0]), ([4], [2, 3])]


def test_without_a_link_all_is_one_gap() -> None:
    [gap] = gaps_between(SECTION, [], [])
    assert (gap.original, gap.rewrite, gap.is_inside) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4], False)
    assert all(gap.is_inside for gap in gaps_between(SECTION, [link(0, 0)], []))
