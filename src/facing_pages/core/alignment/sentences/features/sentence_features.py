"""Sentences as sparse sets of features, and what is known of each feature.

What a group of sentences holds is the union of their sets, so nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints
from facing_pages.core.model import Span

# Words at either end of a sentence that are compared by themselves. By judgement.
EDGE_WORDS: Final = 5


class Family(IntEnum):
    """The kinds of feature. A number is a word without letters."""

    WORD = 0
    FUNCTION_WORD = 1
    GROUP = 2
    PAIR = 3
    MEANING = 4
    NUMBER = 5


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """What is known of each feature, by its number.

    `rarity` is the log of how seldom it is in both texts and in the language, `family` its
    `Family`, `weight` what it counts in a plain likeness.
    """

    rarity: Floats
    family: npt.NDArray[np.int8]
    weight: Floats


@dataclass(frozen=True)
class Features:
    """Sparse sets, one a sentence: row k holds `ids[starts[k]:starts[k + 1]]`, ascending.

    `first` and `last` hold the words at the start and at the end of each sentence, [n, EDGE_WORDS],
    -1 where it has no more. `table` is the same for both sides.
    """

    starts: Ints
    ids: Ints
    first: Ints
    last: Ints
    table: FeatureTable

    def __len__(self) -> int:
        return len(self.starts) - 1

    def rows(self, span: Span) -> Features:
        """Return a run of the rows."""
        first, last = self.starts[span.start], self.starts[span.end]
        starts = self.starts[span.start : span.end + 1] - first
        return Features(
            starts,
            self.ids[first:last],
            self.first[span.start : span.end],
            self.last[span.start : span.end],
            self.table,
        )

    def chosen(self, numbers: Ints) -> Features:
        """Return the rows with these numbers, in this order."""
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        ids = self.ids[joined_ranges(self.starts[numbers], lengths)]
        return Features(starts, ids, self.first[numbers], self.last[numbers], self.table)

    def only(self, families: Sequence[Family]) -> Features:
        """Return all rows with the features of some families."""
        stays = np.isin(self.table.family[self.ids], families)
        starts = np.concatenate(([0], np.cumsum(stays, dtype=np.int64)))[self.starts]
        return Features(starts, self.ids[stays], self.first, self.last, self.table)

    def row_numbers(self) -> Ints:
        """Return for each entry the number of its row."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))

    @cached_property
    def by_feature(self) -> tuple[Ints, Ints]:
        """Return the features of all entries and their rows, in order of feature, then of row."""
        order = np.argsort(self.ids, kind="stable")
        return self.ids[order], self.row_numbers()[order]

    def found_again(self, rows: int) -> Ints:
        """Return the features that some group of `rows` consecutive rows holds twice, ascending."""
        ids, numbers = self.by_feature
        again = (ids[1:] == ids[:-1]) & (numbers[1:] - numbers[:-1] < rows)
        return np.unique(ids[1:][again])

    def masses(self, weights: Floats, groups: int) -> list[Floats]:
        """Return the weight of the union of 1, 2 … `groups` consecutive rows, by the first row.

        `weights` holds the weight of each feature.
        """
        ids, rows = self.by_feature
        before = np.full(len(rows), -(groups + 1), dtype=np.int64)
        again = np.flatnonzero(ids[1:] == ids[:-1]) + 1
        before[again] = rows[again - 1]
        own = weights[ids].astype(np.float64)
        ends = np.bincount(rows + 1, own, len(self) + 1)
        result: list[Floats] = []
        for group in range(1, groups + 1):
            # An entry counts in each group that holds its row and no earlier one with the same id.
            first = np.maximum(np.maximum(rows - group + 1, before + 1), 0)
            steps = np.bincount(first, own, len(self) + 1) - ends
            result.append(np.cumsum(steps)[: max(0, len(self) - group + 1)].astype(np.float32))
        return result


def joined_ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers of all ranges one after the other."""
    total = int(lengths.sum())
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return np.arange(total, dtype=np.int64) + offsets
