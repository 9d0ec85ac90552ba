"""The chain of which most can be expected, against a slow, obvious twin that tries every chain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.bayes_risk import (
    LEAST_PROBABLE,
    WHOLE_EARNS,
    minimum_risk_chain,
)
from facing_pages.core.alignment.sentences.lattice import Found, LikelyLinks
from facing_pages.core.alignment.sentences.link_scores import Shape

Shares = dict[Found, float]


def as_likely(shares: Shares) -> LikelyLinks:
    """Return links as the lattice gives them."""
    return LikelyLinks(
        np.array([link.shape for link in shares], dtype=np.int64).reshape(-1, 2),
        np.array([link[1:] for link in shares], dtype=np.int64).reshape(-1, 2),
        np.array(list(shares.values())),
    )


def pairs_of(link: Found) -> set[tuple[int, int]]:
    """Return the pairs of sentences that a link joins."""
    (high, wide), i, j = link
    return {(i + k, j + m) for k in range(high) for m in range(wide)}


def worth(chain: list[Found], shares: Shares) -> float:
    """Return what can be expected of a chain, pair by pair."""
    total = 0.0
    for link in chain:
        for pair in pairs_of(link):
            joined = sum(share for other, share in shares.items() if pair in pairs_of(other))
            total += joined - LEAST_PROBABLE
        total += WHOLE_EARNS * shares[link]
    return total


def most_of_all(shares: Shares, start: tuple[int, int] = (0, 0)) -> float:
    """Return what the best of all chains is worth."""
    best = 0.0
    for link in shares:
        shape, i, j = link
        if i >= start[0] and j >= start[1]:
            rest = most_of_all(shares, (i + shape[0], j + shape[1]))
            best = max(best, worth([link], shares) + rest)
    return best


@st.composite
def problems(draw: st.DrawFn) -> tuple[tuple[int, int], Shares]:
    """Draw a few links with their shares."""
    size = (draw(st.integers(1, 5)), draw(st.integers(1, 5)))
    shapes: list[Shape] = [(1, 1), (1, 2), (2, 1), (2, 2)]
    every = [
        Found(shape, i, j)
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
    for (shape, i, j), probability in chain:
        assert i >= reached[0]
        assert j >= reached[1]
        assert probability == shares[Found(shape, i, j)]
        reached = (i + shape[0], j + shape[1])
    assert reached[0] <= size[0]
    assert reached[1] <= size[1]
    found = worth([link for link, _ in chain], shares)
    assert found == pytest.approx(most_of_all(shares))


def test_what_many_chains_have_is_taken_though_the_best_lacks_it() -> None:
    # The most probable chain is the first link alone; the second is in all the others.
    alone = Found((1, 1), 0, 0)
    others = [Found((1, 1), 0, 1), Found((1, 2), 0, 0)]
    shares = {alone: 0.4, others[0]: 0.3, others[1]: 0.3}
    assert [link for link, _ in minimum_risk_chain((1, 2), as_likely(shares))] == [others[1]]


def test_what_is_hardly_probable_is_left_alone() -> None:
    shares = {Found((1, 1), 0, 0): 0.25}
    assert minimum_risk_chain((1, 1), as_likely(shares)) == []
