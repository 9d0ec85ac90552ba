"""Pairs of sentences, each the other's clearly best match, from which moves are followed.

                  B'    D'         A seed is the best of its row and of its column, and better by
            B   0.80  0.10         a margin than the second best of both: B with B'. D is no seed,
            D   0.30  0.33         because B' is nearly as good for it.

All sentences left over are compared with all, part by part, so that memory stays bounded; where
there are too many for that, those are tried that share what each side has once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.sentences.anchors import shared_rarities
from facing_pages.core.alignment.sentences.features.likeness import Likeness, group_likeness
from facing_pages.core.alignment.sentences.features.sentence_features import (
    Family,
    Features,
    joined_ranges,
)
from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints, Units
from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.core.progress import Progress, Stage

Flags = npt.NDArray[np.bool_]
Doubles = npt.NDArray[np.float64]

# Likeness (Dice, 0 to 1) from which two sentences may seed a move. By judgement.
MIN_SEED_LIKENESS: Final = 0.18
# By how much a seed's likeness must be above that of any other match. By judgement.
MIN_SEED_MARGIN: Final = 0.06
# Cells (sentences times sentences) up to which all that is left over is compared with all: seconds.
# How many are held at a time (8 MB), and how many rarities a pair must share where there are more.
# By judgement.
MAX_COMPARED_CELLS: Final = 64_000_000
MAX_PART_CELLS: Final = 2_000_000
MIN_RARITIES: Final = 2


class Seed(NamedTuple):
    """A sentence of either side, and how alike they are (Dice)."""

    alike: float
    original: int
    rewrite: int


class BestMatches(NamedTuple):
    """For each of n sentences: its most alike counterpart, and the two highest likenesses."""

    best: Ints
    alike: Floats
    second: Floats

    @classmethod
    def of_nothing(cls, count: int) -> BestMatches:
        """Return what is known of n sentences before anything was compared."""
        nothing = np.zeros(count, dtype=np.float32)
        return cls(np.zeros(count, dtype=np.int64), nothing, nothing)

    @classmethod
    def among(cls, table: Floats) -> BestMatches:
        """Return the best match of each row of a table of likenesses, the first of equals."""
        best = table.argmax(axis=1)
        if table.shape[1] < 2:
            return cls(best, table[:, 0], np.zeros(len(table), dtype=np.float32))
        second, highest = np.partition(table, -2, axis=1)[:, -2:].T
        return cls(best, highest, second)

    def or_better(self, others: BestMatches, start: int) -> BestMatches:
        """Return the better of these and of others, whose numbers are counted from `start`."""
        better = others.alike > self.alike
        second = np.minimum(self.alike, others.alike)
        for next_best in (self.second, others.second):
            second = np.maximum(second, next_best)
        return BestMatches(
            np.where(better, others.best + start, self.best),
            np.where(better, others.alike, self.alike),
            second,
        )


def seeds_among(
    units: Both[Units],
    features: Both[Features],
    free: Both[Flags],
    progress: Progress,
) -> list[Seed]:
    """Return pairs of free sentences that are surely each other's, the most alike first.

    `free` [sentences of a side] tells which are in no link. Raises `Cancelled`.
    """
    numbers: Both[Ints] = free.map(np.flatnonzero)
    cells = len(numbers.original) * len(numbers.rewrite)
    if not cells:
        return []
    if cells > MAX_COMPARED_CELLS:
        seeds = _rare_seeds(units, features, numbers)
    else:
        seeds = _best_seeds(features, numbers, progress)
    return sorted(seeds, key=lambda seed: (-seed.alike, seed.original, seed.rewrite))


class SharedElsewhere:
    """How much of what two sentences share some other sentence of either text has, too.

    original   The owner shall heat the house.     "The owner shall" is in another sentence too:
    rewrite    The owner shall paint the fence.    it does not tell that these two belong together.
               The owner shall mend the roof.
    """

    def __init__(self, features: Both[Features]) -> None:
        self._features = features

    def share(self, original: Span, rewrite: Span) -> float:
        """Return the largest share of the weight of what both spans share; 1 for nothing.

        Function words are not counted.
        """
        spans, table = Both(original, rewrite), self._features.original.table
        shared: Ints = np.intersect1d(
            *self._features.with_other(spans, lambda side, span: side.rows(span).ids)
        )
        shared = shared[table.family[shared] != Family.FUNCTION_WORD]
        weights = table.weight[shared].astype(np.float64)
        if not weights.any():
            return 1.0
        most = 0.0
        for side, span in spans.items():
            held = self._held(side, shared, weights)
            held[span.start : span.end] = 0
            most = max(most, float(held.max()))
        return most / float(weights.sum())

    def _held(self, side: Side, shared: Ints, weights: Doubles) -> Doubles:
        """Return the weight of the shared features that each sentence of a side has."""
        ids, rows = self._features[side].by_feature
        first = np.searchsorted(ids, shared)
        counts = np.searchsorted(ids, shared, side="right") - first
        places = rows[joined_ranges(first, counts)]
        held = np.bincount(places, np.repeat(weights, counts), len(self._features[side]))
        return held.astype(np.float64)


def _best_seeds(
    features: Both[Features], numbers: Both[Ints], progress: Progress
) -> Iterator[Seed]:
    """Yield pairs that are each other's clearly best match, by comparing all with all."""
    left = features.with_other(numbers, Features.chosen)
    alike_to = Likeness(left.rewrite)
    columns = BestMatches.of_nothing(len(left.rewrite))
    step = max(1, MAX_PART_CELLS // len(left.rewrite))
    rows: list[BestMatches] = []
    for start in range(0, len(left.original), step):
        progress.update(Stage.ALIGNING, 1.0)
        part = left.original.rows(Span(start, min(len(left.original), start + step)))
        table = alike_to.to(part)
        rows.append(BestMatches.among(table))
        columns = columns.or_better(BestMatches.among(table.T), start)
    best = np.concatenate([part.best for part in rows])
    alike = np.concatenate([part.alike for part in rows])
    second = np.maximum(np.concatenate([part.second for part in rows]), columns.second[best])
    sure = (alike >= MIN_SEED_LIKENESS) & (alike - second >= MIN_SEED_MARGIN)
    sure &= columns.best[best] == np.arange(len(best))
    for row in np.flatnonzero(sure):
        yield Seed(float(alike[row]), int(numbers.original[row]), int(numbers.rewrite[best[row]]))


def _rare_seeds(
    units: Both[Units], features: Both[Features], numbers: Both[Ints]
) -> Iterator[Seed]:
    """Yield pairs that share what is found once among the leftovers of either side.

    For leftovers too many to compare all with all; near-linear.
    """
    for anchor in shared_rarities(*units.with_other(numbers, Units.chosen)):
        if anchor.weight < MIN_RARITIES:
            continue
        i, j = int(numbers.original[anchor.original]), int(numbers.rewrite[anchor.rewrite])
        alike = group_likeness(
            features.original.rows(Span(i, i + 1)), features.rewrite.rows(Span(j, j + 1))
        )
        if alike >= MIN_SEED_LIKENESS:
            yield Seed(alike, i, j)
