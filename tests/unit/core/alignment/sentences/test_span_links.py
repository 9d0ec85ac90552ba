"""A link of sentences while the aligner works on it."""

from __future__ import annotations

from facing_pages.core.alignment.sentences.span_links import FoundLinks, SpanLink, mirrored
from facing_pages.core.both import Both
from facing_pages.core.model import Span

LINK = SpanLink(Span(2, 5), Span(7, 8), 0.8, moved=True, likeness=0.5)


def test_each_side_is_raised_by_its_own_amount() -> None:
    assert LINK.shifted(10, 100) == SpanLink(Span(12, 15), Span(107, 108), 0.8, True, 0.5)


def test_mirroring_swaps_the_sides_only() -> None:
    assert LINK.mirrored() == SpanLink(Span(7, 8), Span(2, 5), 0.8, True, 0.5)
    assert LINK.mirrored().mirrored() == LINK


def test_mirrored_links_are_in_order_of_their_original() -> None:
    later = SpanLink(Span(6, 7), Span(0, 1))
    assert mirrored([LINK, later]) == [later.mirrored(), LINK.mirrored()]


def test_found_links_are_mirrored_as_a_whole() -> None:
    found = FoundLinks([LINK], Both((0.5, 1.0), (0.25,)))
    assert found.mirrored() == FoundLinks([LINK.mirrored()], Both((0.25,), (0.5, 1.0)))


def test_where_nothing_is_found_all_are_alone() -> None:
    assert FoundLinks.none_of(Both(2, 0)) == FoundLinks([], Both((1.0, 1.0), ()))


def test_the_largest_group_is_that_of_the_longer_side() -> None:
    assert LINK.largest_group == LINK.mirrored().largest_group == 3


def test_a_link_is_sure_and_in_order_unless_told_otherwise() -> None:
    plain = SpanLink(Span(0, 1), Span(0, 1))
    assert (plain.confidence, plain.moved, plain.likeness) == (1.0, False, 0.0)
