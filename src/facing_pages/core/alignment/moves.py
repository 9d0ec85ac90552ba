"""Links between sentences that changed place.

Looks only at what the ordered chain left over on both sides. A move must be long enough, alike
enough, and each side the other's clearly best partner; a formula that is found in many places is
none. In doubt there is no move.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.chain import Piece, best_chain
from facing_pages.core.model import Span
from facing_pages.core.similarity.features import Features, likeness
from facing_pages.core.similarity.units import Floats, Ints, Units

Flags = npt.NDArray[np.bool_]

# Words a move must have on its shorter side, unless nearly the same (UX, marking rule 6).
LEAST_WORDS: Final = 8
LEAST_WORDS_IF_SAME: Final = 4
# Likeness (Dice) from which two sentences may seed a move, and from which neighbours follow it.
SEED_ALIKE: Final = 0.2
SAME_ALIKE: Final = 0.85
FOLLOW_ALIKE: Final = 0.1
# How much better than any other partner the seed must be.
MARGIN: Final = 0.08
# Cells of the table of leftovers that is filled at a time.
TABLE_CELLS: Final = 4_000_000


def find_moves(
    units: tuple[Units, Units], features: tuple[Features, Features], chain: list[Piece]
) -> list[Piece]:
    """Return links between sentences that are in no link of `chain`, in order of the original."""
    free = (
        _free(len(units[0]), [piece.original for piece in chain]),
        _free(len(units[1]), [piece.rewrite for piece in chain]),
    )
    moves: list[Piece] = []
    for _, i, j in _seeds(units, features, free):
        if not (free[0][i] and free[1][j]):
            continue
        spans = (_run(free[0], units[0], i), _run(free[1], units[1], j))
        block = _block(units, features, spans, (i, j))
        if not _is_long_enough(units, block):
            continue
        moves += block
        for piece in block:
            free[0][piece.original.start : piece.original.end] = False
            free[1][piece.rewrite.start : piece.rewrite.end] = False
    moves.sort()
    return moves


def _free(count: int, taken: list[Span]) -> Flags:
    free = np.ones(count, dtype=np.bool_)
    for span in taken:
        free[span.start : span.end] = False
    return free


def _seeds(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    free: tuple[Flags, Flags],
) -> list[tuple[float, int, int]]:
    """Return pairs of free sentences that are each other's clearly best partner, best first."""
    numbers = (np.flatnonzero(free[0]), np.flatnonzero(free[1]))
    if not len(numbers[0]) or not len(numbers[1]):
        return []
    table = _table(features, numbers)
    seeds: list[tuple[float, int, int]] = []
    for row in range(len(numbers[0])):
        column = int(table[row].argmax())
        alike = float(table[row, column])
        if alike < SEED_ALIKE or int(table[:, column].argmax()) != row:
            continue
        rivals = (_second(table[row]), _second(table[:, column]))
        if alike - max(rivals) < MARGIN:
            continue
        i, j = int(numbers[0][row]), int(numbers[1][column])
        words = min(len(units[0].words[i]), len(units[1].words[j]))
        if words >= (LEAST_WORDS_IF_SAME if alike >= SAME_ALIKE else LEAST_WORDS) / 2:
            seeds.append((alike, i, j))
    seeds.sort(key=lambda seed: (-seed[0], seed[1], seed[2]))
    return seeds


def _table(features: tuple[Features, Features], numbers: tuple[Ints, Ints]) -> Floats:
    """Return the cosines of the chosen sentences of both sides."""
    step = max(1, TABLE_CELLS // max(1, len(numbers[1])))
    others = features[1].chosen(numbers[1])
    return np.concatenate(
        [
            likeness(features[0].chosen(numbers[0][start : start + step]), others)
            for start in range(0, len(numbers[0]), step)
        ]
    )


def _second(values: Floats) -> float:
    """Return the second highest value, 0 if there is one only."""
    return float(np.partition(values, -2)[-2]) if len(values) > 1 else 0.0


def _run(free: Flags, units: Units, seed: int) -> Span:
    """Return the run of free sentences around a seed, at most 200 to either side."""
    start = end = seed
    while start > max(0, seed - 200) and free[start - 1]:
        start -= 1
    while end < min(len(units), seed + 200) and free[end]:
        end += 1
    return Span(start, end)


def _block(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    spans: tuple[Span, Span],
    seed: tuple[int, int],
) -> list[Piece]:
    """Align the runs around a seed and keep the links that hang together with it."""
    parts = (units[0].part(spans[0]), units[1].part(spans[1]))
    rows = (features[0].rows(spans[0]), features[1].rows(spans[1]))
    starts = (spans[0].start, spans[1].start)
    links = [p.shifted(*starts) for p in best_chain(parts, rows, least=FOLLOW_ALIKE)]
    middle = next(
        (
            k
            for k, piece in enumerate(links)
            if piece.original.start <= seed[0] < piece.original.end
            and piece.rewrite.start <= seed[1] < piece.rewrite.end
        ),
        None,
    )
    if middle is None:
        return []
    first = last = middle
    while first > 0 and _touch(links[first - 1], links[first]):
        first -= 1
    while last + 1 < len(links) and _touch(links[last], links[last + 1]):
        last += 1
    return links[first : last + 1]


def _touch(before: Piece, after: Piece) -> bool:
    """Tell whether at most one sentence stands between two links on either side."""
    return (
        after.original.start - before.original.end <= 1
        and after.rewrite.start - before.rewrite.end <= 1
    )


def _is_long_enough(units: tuple[Units, Units], block: list[Piece]) -> bool:
    counts = (
        sum(_words(units[0], piece.original) for piece in block),
        sum(_words(units[1], piece.rewrite) for piece in block),
    )
    same = all(piece.alike >= SAME_ALIKE for piece in block)
    return bool(block) and min(counts) >= (LEAST_WORDS_IF_SAME if same else LEAST_WORDS)


def _words(units: Units, span: Span) -> int:
    return sum(len(words) for words in units.words[span.start : span.end])
