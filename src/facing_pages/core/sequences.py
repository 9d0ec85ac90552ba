r"""Chains of pairs that increase on both sides, and neighbours that are one.

first    1  2  3  4        pairs (1, 1) (2, 3) (3, 2) (4, 4): the longest chains have three of
         |   \/    |        the four, (1, 1), (4, 4) and one of those that cross. The heaviest
second   1  2  3  4        one has the heavier of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Pair = TypeVar("Pair", bound=tuple[Any, ...])
Item = TypeVar("Item")


def longest_increasing_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of sorted pairs that increases on both sides (Fredman 1975)."""
    return heaviest_increasing_chain([(pair, 1) for pair in pairs])


def heaviest_increasing_chain(weighed: Sequence[tuple[Pair, int]]) -> list[Pair]:
    """Return the heaviest chain of pairs whose first and second numbers both increase.

    Pairs come with their weights, above 0, in any order. Of chains of the same weight, one that
    ends sooner is returned. Takes n log n steps, after Jacobson and Vo (1992).
    """
    ordered = sorted(weighed, key=lambda entry: (entry[0][0], -entry[0][1]))
    ends: list[int] = []  # of chains, increasing; each is heavier than those before it
    weights: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (pair, weight) in enumerate(ordered):
        place = bisect_left(ends, pair[1])
        total = weight + (weights[place - 1] if place else 0)
        before.append(last[place - 1] if place else -1)
        beaten = place
        while beaten < len(ends) and weights[beaten] <= total:
            beaten += 1
        if place < len(ends) and ends[place] == pair[1] and weights[place] >= total:
            continue
        ends[place:beaten], weights[place:beaten], last[place:beaten] = [pair[1]], [total], [number]
    chain: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(ordered[number][0])
        number = before[number]
    chain.reverse()
    return chain


def joined_neighbours(
    items: Iterable[Item], join: Callable[[Item, Item], Item | None]
) -> list[Item]:
    """Return items in which neighbours are one where `join` makes one of them.

    `join` receives an item, or what it made of several, and the next one; None keeps both.
    """
    result: list[Item] = []
    for item in items:
        whole = join(result[-1], item) if result else None
        if whole is None:
            result.append(item)
        else:
            result[-1] = whole
    return result
