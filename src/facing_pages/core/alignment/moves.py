"""Links between sentences that changed place.

Looks only at what the ordered chain left over on both sides. A move must be long enough, alike
enough, and each side the other's clearly best partner; a formula that is found in many places is
none. In doubt there is no move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.anchors import shared_rarities
from facing_pages.core.alignment.chain import Piece, Stretch
from facing_pages.core.alignment.grounds import has_content
from facing_pages.core.alignment.runs import Runs
from facing_pages.core.alignment.scores import Pricing
from facing_pages.core.alignment.traits import USUAL
from facing_pages.core.alignment.weights import link_model
from facing_pages.core.model import Span
from facing_pages.core.progress import NO_STEPS, Stage, Steps
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.likeness import likeness
from facing_pages.core.similarity.units import Floats, Ints, Units

Flags = npt.NDArray[np.bool_]
# How alike two sentences are, and their numbers.
Seed = tuple[float, int, int]

# Words a move must have on its shorter side, unless nearly the same (UX, marking rule 6).
LEAST_WORDS: Final = 8
LEAST_WORDS_IF_SAME: Final = 4
# Likeness (Dice) from which two sentences may seed a move, and from which neighbours follow it.
SEED_ALIKE: Final = 0.18
SAME_ALIKE: Final = 0.85
FOLLOW_ALIKE: Final = 0.1
# What the likenesses of the links that moved together must add up to: one alone needs more.
ALIKE_TOGETHER: Final = 0.35
# How much better than any other partner the seed must be.
MARGIN: Final = 0.06
# Sentences that may stand between two links that moved together.
MOST_BETWEEN: Final = 2
# Sentences to either side of a seed that are aligned with it; what goes on beyond has seeds too.
REACH: Final = 24
# Cells of the largest table in which all leftovers are compared with all, and how many rarities a
# pair must share where there would be more.
TABLE_CELLS: Final = 4_000_000
LEAST_RARITIES: Final = 2


class Move(NamedTuple):
    """Sentences that changed place together, and how alike they are (Dice)."""

    original: Span
    rewrite: Span
    alike: float


def find_moves(runs: Runs, chain: Sequence[Piece], steps: Steps = NO_STEPS) -> list[Move]:
    """Return links between sentences that are in no link of `chain`, in order of the original."""
    units, features, limits = runs
    free = (
        _free(len(units[0]), [piece.original for piece in chain], limits.closed[0]),
        _free(len(units[1]), [piece.rewrite for piece in chain], limits.closed[1]),
    )
    pricing = Pricing(link_model().first, USUAL)
    moves: list[Move] = []
    for _, i, j in _seeds(units, features, free):
        if not (free[0][i] and free[1][j]):
            continue
        steps.report(Stage.ALIGNING, 1.0)
        spans = (_run(free[0], units[0], i), _run(free[1], units[1], j))
        block = _block(runs, pricing, spans, (i, j))
        if not (_is_sure(units, block) and has_content(runs, [move[:2] for move in block])):
            continue
        moves += block
        for piece in block:
            free[0][piece.original.start : piece.original.end] = False
            free[1][piece.rewrite.start : piece.rewrite.end] = False
    moves.sort()
    return moves


def _free(count: int, taken: Sequence[Span], closed: Iterable[int]) -> Flags:
    free = np.ones(count, dtype=np.bool_)
    free[list(closed)] = False
    for span in taken:
        free[span.start : span.end] = False
    return free


def _seeds(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    free: tuple[Flags, Flags],
) -> list[Seed]:
    """Return pairs of free sentences that are surely each other's, the most alike first."""
    numbers = (np.flatnonzero(free[0]), np.flatnonzero(free[1]))
    if not len(numbers[0]) or not len(numbers[1]):
        return []
    if len(numbers[0]) * len(numbers[1]) > TABLE_CELLS:
        seeds = _rare_seeds(units, features, numbers)
    else:
        seeds = _best_seeds(features, numbers)
    long_enough = [seed for seed in seeds if _may_seed(units, *seed)]
    return sorted(long_enough, key=lambda seed: (-seed[0], seed[1], seed[2]))


def _may_seed(units: tuple[Units, Units], alike: float, i: int, j: int) -> bool:
    words = min(len(units[0].words[i]), len(units[1].words[j]))
    return words >= (LEAST_WORDS_IF_SAME if alike >= SAME_ALIKE else LEAST_WORDS) / 2


def _best_seeds(features: tuple[Features, Features], numbers: tuple[Ints, Ints]) -> Iterator[Seed]:
    """Give pairs that are each other's clearly best partner, by comparing all with all."""
    table = likeness(features[0].chosen(numbers[0]), features[1].chosen(numbers[1]))
    for row in range(len(numbers[0])):
        column = int(table[row].argmax())
        alike = float(table[row, column])
        if alike < SEED_ALIKE or int(table[:, column].argmax()) != row:
            continue
        if alike - max(_second(table[row]), _second(table[:, column])) >= MARGIN:
            yield alike, int(numbers[0][row]), int(numbers[1][column])


def _rare_seeds(
    units: tuple[Units, Units], features: tuple[Features, Features], numbers: tuple[Ints, Ints]
) -> Iterator[Seed]:
    """Give pairs that share what is found once among the leftovers of either side.

    For leftovers too many to compare all with all; near-linear.
    """
    parts = (units[0].chosen(numbers[0]), units[1].chosen(numbers[1]))
    for anchor in shared_rarities(*parts):
        if anchor.weight < LEAST_RARITIES:
            continue
        i, j = int(numbers[0][anchor.original]), int(numbers[1][anchor.rewrite])
        rows = (features[0].rows(Span(i, i + 1)), features[1].rows(Span(j, j + 1)))
        alike = float(likeness(*rows)[0, 0])
        if alike >= SEED_ALIKE:
            yield alike, i, j


def _second(values: Floats) -> float:
    """Return the second highest value, 0 if there is one only."""
    return float(np.partition(values, -2)[-2]) if len(values) > 1 else 0.0


def _run(free: Flags, units: Units, seed: int) -> Span:
    """Return the run of free sentences around a seed, at most `REACH` to either side."""
    start = end = seed
    while start > max(0, seed - REACH) and free[start - 1]:
        start -= 1
    while end < min(len(units), seed + REACH) and free[end]:
        end += 1
    return Span(start, end)


def _block(
    runs: Runs, pricing: Pricing, spans: tuple[Span, Span], seed: tuple[int, int]
) -> list[Move]:
    """Align the runs around a seed and keep the links that hang together with it."""
    starts = (spans[0].start, spans[1].start)
    every = []
    for link in Stretch(runs.part(*spans)).quick_chain(pricing):
        one, other = (span.shifted(start) for span, start in zip(link, starts, strict=True))
        every.append(Move(one, other, runs.alike(one, other)))
    links = [move for move in every if move.alike >= FOLLOW_ALIKE]
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


def _touch(before: Move, after: Move) -> bool:
    """Tell whether few sentences stand between two links on either side."""
    return (
        after.original.start - before.original.end <= MOST_BETWEEN
        and after.rewrite.start - before.rewrite.end <= MOST_BETWEEN
    )


def _is_sure(units: tuple[Units, Units], block: list[Move]) -> bool:
    """Tell whether a move is long enough and alike enough: a common subject is no move."""
    if sum(piece.alike for piece in block) < ALIKE_TOGETHER:
        return False
    counts = (
        sum(_words(units[0], piece.original) for piece in block),
        sum(_words(units[1], piece.rewrite) for piece in block),
    )
    same = all(piece.alike >= SAME_ALIKE for piece in block)
    return min(counts) >= (LEAST_WORDS_IF_SAME if same else LEAST_WORDS)


def _words(units: Units, span: Span) -> int:
    return sum(len(words) for words in units.words[span.start : span.end])
