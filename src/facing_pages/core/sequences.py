"""Chains of pairs that go forward on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

Pair = TypeVar("Pair", bound=tuple[Any, ...])


def longest_increasing_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of sorted pairs that rises on both sides (Fredman 1975)."""
    return heaviest_increasing_chain([(pair, 1) for pair in pairs])


def heaviest_increasing_chain(weighed: Sequence[tuple[Pair, int]]) -> list[Pair]:
    """Return the heaviest chain of pairs whose first and second numbers both rise.

    Pairs come with their weights, above 0, in any order. Of chains of the same weight, one that
    ends sooner is returned. Takes n log n steps, after Jacobson and Vo (1992).
    """
    ordered = sorted(weighed, key=lambda entry: (entry[0][0], -entry[0][1]))
    ends: list[int] = []  # of chains, rising; each is heavier than those before it
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
