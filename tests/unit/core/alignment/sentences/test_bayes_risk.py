"""The chain of which most can be expected, against a slow, obvious twin that tries every chain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.bayes_risk import (
    MIN_JOINED_PROBABILITY,
    WHOLE_LINK_SCORE,
    minimum_risk_chain,
)
from facing_pages.core.alignment.sentences.lattice import LikelyLinks
from facing_pages.core.alignment.sentences.link_scores import Shape
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.model import Span

Shares = dict[SpanLink, float]


def link_at(shape: tuple[int, int], i: int, j: int) -> SpanLink:
    """Return a link of so many sentences on both sides."""
    return SpanLink(Span(i, i + shape[0]), Span(j, j + shape[1]))


def as_likely(shares: Shares) -> LikelyLinks:
    """Return links as the lattice gives them."""
    columns = np.array([(*link.original, *link.rewrite) for link in shares], dtype=np.int64)
    return LikelyLinks(*columns.reshape(-1, 4).T, np.array(list(shares.values())))


def pairs_of(link: SpanLink) -> set[tuple[int, int]]:
    """Return the pairs of sentences that a link joins."""
    return {(i, j) for i in range(*link.original) for j in range(*link.rewrite)}


def worth(chain: list[SpanLink], shares: Shares) -> float:
    """Return what can be expected of a chain, pair by pair."""
    total = 0.0
    for link in chain:
        for pair in pairs_of(link):
            joined = sum(share for other, share in shares.items() if pair in pairs_of(other))
            total += joined - MIN_JOINED_PROBABILITY
        total += WHOLE_LINK_SCORE * shares[link]
    return total


def most_of_all(shares: Shares, start: tuple[int, int] = (0, 0)) -> float:
    """Return what the best of all chains is worth."""
    best = 0.0
    for link in shares:
        if link.original.start >= start[0] and link.rewrite.start >= start[1]:
            rest = most_of_all(shares, (link.original.end, link.rewrite.end))
            best = max(best, worth([link], shares) + rest)
    return best


@st.composite
def problems(draw: st.DrawFn) -> tuple[tuple[int, int], Shares]:
    """Draw a few links with their shares."""
    size = (draw(st.integers(1, 5)), draw(st.integers(1, 5)))
    shapes: list[Shape] = [(1, 1), (1, 2), (2, 1), (2, 2)]
    every = [
        link_at(shape, i, j)
        for shape in shapes
        for i in range(size[0] - shape[0] + 1)
        for j in range(size[1] - shape[1] + 1)
    ]
    links = draw(st.lists(st.sampled_from(every), unique=True, max_size=7))
    return size, {link: draw(st.integers(1, 100)) / 100 for link in links}


@settings(max_examples=150, deadline=None)
@given(problems())
def test_no_chain_can_be_expected_to_have_more_right(
    problem: tuple[tuple[int, int], Shares],
) -> None:
    size, shares = problem
    chain = minimum_risk_chain(size, as_likely(shares))
    reached = (0, 0)
    for link in chain:
        assert link.original.start >= reached[0]
        assert link.rewrite.start >= reached[1]
        reached = (link.original.end, link.rewrite.end)
    assert reached[0] <= size[0]
    assert reached[1] <= size[1]
    plain = [link._replace(confidence=1.0) for link in chain]
    assert [link.confidence for link in chain] == [shares[link] for link in plain]
    assert worth(plain, shares) == pytest.approx(most_of_all(shares))


def spans(chain: list[SpanLink]) -> list[tuple[Span, Span]]:
    """Return what the links of a chain join."""
    return [(link.original, link.rewrite) for link in chain]


def test_what_many_chains_have_is_taken_though_the_best_lacks_it() -> None:
    # The most probable chain is the first link alone; the second is in all the others.
    alone = link_at((1, 1), 0, 0)
    others = [link_at((1, 1), 0, 1), link_at((1, 2), 0, 0)]
    shares = {alone: 0.4, others[0]: 0.3, others[1]: 0.3}
    assert spans(minimum_risk_chain((1, 2), as_likely(shares))) == spans(others[1:])


@pytest.mark.parametrize(("share", "is_taken"), [(0.295, False), (0.305, True)])
def test_a_single_pair_pays_from_three_tenths_on(share: float, is_taken: bool) -> None:
    # It earns its probability less 0.45, and half its probability for being right as a whole.
    shares = {link_at((1, 1), 0, 0): share}
    assert bool(minimum_risk_chain((1, 1), as_likely(shares))) is is_taken


def test_a_chain_that_ends_as_soon_and_earns_as_much_comes_second() -> None:
    shares = {link_at((1, 1), 0, 0): 0.4, link_at((1, 1), 1, 0): 0.4}
    assert spans(minimum_risk_chain((2, 1), as_likely(shares))) == [(Span(0, 1), Span(0, 1))]
