"""Equal runs of two word lists of any length, found around runs that occur once on either side.

    original   a b c d e f g h i      "c d e" occurs once on both sides; it is extended as far as
    rewrite    x b c d e f g y i      both sides are equal: "b c d e f g"

This is a patience diff (Cohen) of runs of words: not a longest common subsequence, but it takes
time that grows with the number of words and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facing_pages.core.sequences import longest_increasing_chain

# Words of a run that is searched for: marks and numbers repeat, but rarely in the same order. By
# judgement.
RUN_WORDS: Final = 8
# Stands for the place of a run that occurs more than once; places are not negative.
_REPEATED_RUN: Final = -1


def rare_runs(
    original: Sequence[str], rewrite: Sequence[str], length: int = RUN_WORDS
) -> Iterator[tuple[int, int, int]]:
    """Yield where equal runs start on both sides and how long they are, in order.

    What both sides begin and end with is among them. No two runs touch on both sides.
    """
    sides = _numbered(original, rewrite)
    ends = (len(original), len(rewrite))
    start = _same_ahead(sides, (0, 0), ends)
    end = _same_behind(sides, (start, start), ends)
    bounds = (ends[0] - end, ends[1] - end)
    if start:
        yield 0, 0, start
    i = j = start
    for row, column in longest_increasing_chain(
        _single_runs(sides, (start, start), bounds, length)
    ):
        if row < i or column < j:
            continue  # inside the run before it, or across its end
        back = _same_behind(sides, (i, j), (row, column))
        ahead = _same_ahead(sides, (row, column), bounds)
        yield row - back, column - back, back + ahead
        i, j = row + ahead, column + ahead
    if end:
        yield *bounds, end


def _numbered(original: Sequence[str], rewrite: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the words as numbers: equal ones have equal numbers."""
    numbers: dict[str, int] = {}
    first, second = (
        [numbers.setdefault(word, len(numbers)) for word in side] for side in (original, rewrite)
    )
    return first, second


def _single_runs(
    sides: tuple[list[int], list[int]], start: tuple[int, int], end: tuple[int, int], length: int
) -> list[tuple[int, int]]:
    """Return where runs begin that occur once on both sides, in the original's order."""
    first = _places(sides[0], range(start[0], end[0]), length)
    second = _places(sides[1], range(start[1], end[1]), length)
    return [
        (place, second[run])
        for run, place in first.items()
        if place != _REPEATED_RUN and second.get(run, _REPEATED_RUN) != _REPEATED_RUN
    ]


def _places(side: list[int], within: range, length: int) -> dict[tuple[int, ...], int]:
    """Return where each run stands, `_REPEATED_RUN` if it occurs more than once."""
    places: dict[tuple[int, ...], int] = {}
    for place in range(within.start, within.stop - length + 1):
        run = tuple(side[place : place + length])
        places[run] = _REPEATED_RUN if run in places else place
    return places


def _same_ahead(
    sides: tuple[list[int], list[int]], start: tuple[int, int], end: tuple[int, int]
) -> int:
    """Return how many words from two places on, and before two others, are equal."""
    most = min(end[0] - start[0], end[1] - start[1])
    return next((k for k in range(most) if sides[0][start[0] + k] != sides[1][start[1] + k]), most)


def _same_behind(
    sides: tuple[list[int], list[int]], start: tuple[int, int], end: tuple[int, int]
) -> int:
    """Return how many words right before two places, back to two others, are equal."""
    most = min(end[0] - start[0], end[1] - start[1])
    return next(
        (k for k in range(most) if sides[0][end[0] - 1 - k] != sides[1][end[1] - 1 - k]), most
    )
