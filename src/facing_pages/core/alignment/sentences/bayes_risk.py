"""The chain that can be expected to have most right (minimum Bayes risk decoding).

    chains of two texts    probability        The most probable chain has A-D alone. But in 0.6 of
    A-D                    0.4                all chains B and E belong together, so the decoded
    A-D, B-E               0.3                chain is A-D, B-E.
    A-E, B-E (one 2:1)     0.3

That need not be the most probable chain: where many are about as probable, most of them may have
a link that the best of them lacks. What is maximised is the expected number of sentence pairs
rightly joined, and of links that are right as a whole (Goodman 1996, for parse trees; Kumar and
Byrne 2002, for word alignments).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.sentences.lattice import Doubles, LikelyLinks
from facing_pages.core.alignment.sentences.span_links import SpanLink

# How probable it must be that two sentences belong together, so that it pays to join them. Half
# would be neutral; a little less finds a little more. By judgement; measured, 0.35 and 0.55 find as
# much.
MIN_JOINED_PROBABILITY: Final = 0.45
# What a link earns that is right as a whole, where two sentences rightly joined earn 1. By
# judgement; measured, 0.25 and 1 find as much.
WHOLE_LINK_SCORE: Final = 0.5


def minimum_risk_chain(size: tuple[int, int], likely: LikelyLinks) -> list[SpanLink]:
    """Return the links in order, each as sure as it is probable; `size` counts the sentences.

    A sentence may stay out of all links. Takes n log n steps for n likely links.
    """
    earned = _earned(size, likely)
    starting: defaultdict[int, list[tuple[SpanLink, float]]] = defaultdict(list)
    pays = earned > 0
    for link, own in zip(likely.chosen(pays), earned[pays].tolist(), strict=True):
        starting[link.original.start].append((link, own))
    ending: defaultdict[int, list[_Chain]] = defaultdict(list)
    best = _BestChains()
    for i in range(size[0] + 1):
        for chain in ending.pop(i, ()):
            best.add(chain)
        for link, own in starting.pop(i, ()):
            before = best.up_to(link.rewrite.start)
            total = own + (before.earned if before else 0.0)
            ending[link.original.end].append(_Chain(total, link.rewrite.end, link, before))
    return best.all_links(size[1])


def _earned(size: tuple[int, int], likely: LikelyLinks) -> Doubles:
    """Return what each link can be expected to earn."""
    rows, rows_end, columns, columns_end, probability = likely
    corners = np.zeros((size[0] + 1, size[1] + 1))
    np.add.at(corners, (rows, columns), probability)
    np.add.at(corners, (rows_end, columns_end), probability)
    np.add.at(corners, (rows_end, columns), -probability)
    np.add.at(corners, (rows, columns_end), -probability)
    # The probability of each pair of sentences that some link joins it.
    joined = corners.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]
    sums = np.zeros_like(corners)
    sums[1:, 1:] = (joined - MIN_JOINED_PROBABILITY).cumsum(axis=0).cumsum(axis=1)
    inside = sums[rows_end, columns_end] - sums[rows, columns_end]
    inside += sums[rows, columns] - sums[rows_end, columns]
    earned: Doubles = inside + WHOLE_LINK_SCORE * probability
    return earned


class _Chain(NamedTuple):
    """A chain by its last link, with what it earns and where it ends in the rewrite."""

    earned: float
    end: int
    last: SpanLink
    before: _Chain | None


class _BestChains:
    """Chains that earn more than all that end sooner in the rewrite."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._chains: list[_Chain] = []

    def add(self, chain: _Chain) -> None:
        """Add a chain if none that ends as soon earns as much; drop those it makes useless."""
        place = bisect_right(self._ends, chain.end)
        if place and self._chains[place - 1].earned >= chain.earned:
            return
        first = bisect_left(self._ends, chain.end)
        while place < len(self._ends) and self._chains[place].earned <= chain.earned:
            place += 1
        self._ends[first:place], self._chains[first:place] = [chain.end], [chain]

    def up_to(self, end: int) -> _Chain | None:
        """Return the best chain that ends there or before."""
        place = bisect_right(self._ends, end)
        return self._chains[place - 1] if place else None

    def all_links(self, end: int) -> list[SpanLink]:
        """Return the links of the best chain that ends there or before, in order."""
        links: list[SpanLink] = []
        chain = self.up_to(end)
        while chain is not None:
            links.append(chain.last)
            chain = chain.before
        links.reverse()
        return links
