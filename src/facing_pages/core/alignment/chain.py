"""The best chain of sentence links that keeps the order, by dynamic programming.

A link joins up to five consecutive sentences of one side with up to five of the other. It earns
by the weight of what the two groups have in common and pays for the weight of all they hold, so a
sentence joins a group only if enough of it is found on the other side and nowhere else in the
group. Leaving a sentence out earns and costs nothing: a missing chapter costs nothing either. The
result is exact for these scores.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Span
from facing_pages.core.similarity.features import LARGEST_GROUP, Features, shared_tables
from facing_pages.core.similarity.units import Floats, Units

Choices = npt.NDArray[np.int8]

# The shapes of a link: sentences of the original, sentences of the rewrite.
SHAPES: Final = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (1, 5),
    (5, 1),
)  # fmt: skip
# Share of the weight of both groups that must be common, by Dice's measure, for a link to earn
# anything, and what a sentence that joins a longer one must have beyond. Tuned on argrewrite/dev
# and ablit/dev.
COMMON_SHARE: Final = 0.18
GROUPING_SHARE: Final = 0.1
# What the difference between the weights of both groups costs.
UNEVEN_SHARE: Final = -0.1
# What each sentence beyond the first on a side costs, in average sentences.
GROUPING_COST: Final = 0.05
# What it costs besides to join several sentences on both sides, where single links would do.
REGROUPING_COST: Final = 0.5
# Dice's measure under which two groups are no link at all.
LEAST_ALIKE: Final = 0.08
# Earned where both sides start a paragraph, and again where both end one.
PARAGRAPH_BONUS: Final = 0.02
# Cells above which only the first shapes are tried: a part this large has no anchors in it, so
# there is little to find.
MANY_CELLS: Final = 250_000
FEW_SHAPES: Final = 3
# Rows of the table of scores that are made at a time.
ROWS_AT_A_TIME: Final = 256
_SKIP_ORIGINAL: Final = len(SHAPES)
_SKIP_REWRITE: Final = len(SHAPES) + 1
_NOTHING: Final = np.float32(-1.0)


class Piece(NamedTuple):
    """Consecutive sentences on both sides that belong together, and how alike (Dice)."""

    original: Span
    rewrite: Span
    alike: float

    def shifted(self, original: int, rewrite: int) -> Piece:
        """Return the piece with its numbers raised."""
        return Piece(
            Span(self.original.start + original, self.original.end + original),
            Span(self.rewrite.start + rewrite, self.rewrite.end + rewrite),
            self.alike,
        )


def best_chain(
    units: tuple[Units, Units], features: tuple[Features, Features], *, least: float = LEAST_ALIKE
) -> list[Piece]:
    """Return the links of two runs of sentences, in order on both sides.

    Time grows with the product of the two lengths, memory as well, but with a byte a cell.
    """
    if not len(units[0]) or not len(units[1]):
        return []
    scores = _Scores(units, features, least)
    choices = _choices(scores)
    return [scores.piece(*piece) for piece in _trace(choices)]


class _Side:
    """One side of the problem: tables and masses of all groups of sentences."""

    def __init__(self, units: Units, features: Features, table: Floats) -> None:
        single = features.masses()
        self.size = len(units)
        self.tables = [table]
        self.masses = [single]
        self.extra = [np.zeros_like(single)]
        for group in range(2, min(LARGEST_GROUP, self.size) + 1):
            count = self.size - group + 1
            self.tables.append(np.maximum(self.tables[-1][:count], table[group - 1 :]))
            self.masses.append(features.masses(group))
            parts = np.stack([single[k : k + count] for k in range(group)])
            self.extra.append(parts.sum(axis=0) - parts.max(axis=0))
        starts = np.diff(units.paragraphs) != 0
        self.is_first = np.concatenate(([True], starts)).astype(np.float32)
        self.is_last = np.concatenate((starts, [True])).astype(np.float32)


class _Scores:
    """What each possible link earns."""

    def __init__(
        self, units: tuple[Units, Units], features: tuple[Features, Features], least: float
    ) -> None:
        *tables, weights = shared_tables(*features)
        self._weights = weights
        self._least = least
        self._sides = (
            _Side(units[0], features[0], tables[0]),
            _Side(units[1], features[1], tables[1]),
        )
        masses = (self._sides[0].masses[0], self._sides[1].masses[0])
        self._average = max(1e-6, float(masses[0].mean() + masses[1].mean()) / 2)
        self.size = (self._sides[0].size, self._sides[1].size)

    def rows(self, shape: tuple[int, int], first: int, last: int) -> Floats:
        """Return what links of a shape earn whose groups of the original start in a range."""
        (one, other), (high, wide) = self._sides, shape
        last = min(last, one.size - high + 1)
        if first >= last or wide > other.size:
            return np.zeros((0, 0), dtype=np.float32)
        common, total = self._common(shape, slice(first, last))
        extra = one.extra[high - 1][first:last, None] + other.extra[wide - 1][None, :]
        uneven = np.abs(one.masses[high - 1][first:last, None] - other.masses[wide - 1][None, :])
        paid = COMMON_SHARE * total + GROUPING_SHARE * extra + UNEVEN_SHARE * uneven
        earned = (2 * common - paid) / self._average
        earned -= GROUPING_COST * (high + wide - 2) + REGROUPING_COST * (min(high, wide) - 1)
        columns = earned.shape[1]
        earned += PARAGRAPH_BONUS * np.outer(one.is_first[first:last], other.is_first[:columns])
        ends = slice(first + high - 1, last + high - 1)
        earned += PARAGRAPH_BONUS * np.outer(
            one.is_last[ends], other.is_last[wide - 1 : wide - 1 + columns]
        )
        earned[2 * common < self._least * total] = _NOTHING
        return np.asarray(earned, dtype=np.float32)

    def piece(self, shape: tuple[int, int], i: int, j: int) -> Piece:
        """Return the link of a shape whose groups start at two sentences."""
        common, total = self._common(shape, slice(i, i + 1))
        alike = float(2 * common[0, j] / max(1e-6, float(total[0, j])))
        return Piece(Span(i, i + shape[0]), Span(j, j + shape[1]), alike)

    def _common(self, shape: tuple[int, int], rows: slice) -> tuple[Floats, Floats]:
        """Return the common weight and the weight of both groups, for groups in some rows."""
        one, other = self._sides
        table = one.tables[shape[0] - 1][rows] * self._weights
        common = np.asarray(table @ other.tables[shape[1] - 1].T, dtype=np.float32)
        total = one.masses[shape[0] - 1][rows, None] + other.masses[shape[1] - 1][None, :]
        return common, total


def _choices(scores: _Scores) -> Choices:
    """Return for each pair of prefixes the last step of their best chain."""
    rows, columns = scores.size
    choices = np.full((rows + 1, columns + 1), _SKIP_REWRITE, dtype=np.int8)
    choices[1:, 0] = _SKIP_ORIGINAL
    # What has been reached in the next rows by links that start in the rows done so far.
    ahead = [np.full(columns + 1, _NOTHING, dtype=np.float32) for _ in range(LARGEST_GROUP + 1)]
    how = [np.full(columns + 1, _SKIP_ORIGINAL, dtype=np.int8) for _ in range(LARGEST_GROUP + 1)]
    best = np.zeros(columns + 1, dtype=np.float32)
    shapes = SHAPES if rows * columns <= MANY_CELLS else SHAPES[:FEW_SHAPES]
    earned: list[Floats] = []
    for i in range(rows):
        offset = i % ROWS_AT_A_TIME
        if offset == 0:
            earned = [scores.rows(shape, i, i + ROWS_AT_A_TIME) for shape in shapes]
        for number, (high, wide) in enumerate(shapes):
            if offset >= len(earned[number]):
                continue
            reached = best[: columns + 1 - wide] + earned[number][offset]
            target = ahead[high][wide:]
            better = reached > target
            target[better] = reached[better]
            how[high][wide:][better] = number
        row, choice = ahead[1], how[1]
        skipped = best >= row
        row[skipped] = best[skipped]
        choice[skipped] = _SKIP_ORIGINAL
        best = np.maximum.accumulate(row)
        choice[best > row] = _SKIP_REWRITE
        choices[i + 1] = choice
        ahead.pop(1)
        how.pop(1)
        ahead.append(np.full(columns + 1, _NOTHING, dtype=np.float32))
        how.append(np.full(columns + 1, _SKIP_ORIGINAL, dtype=np.int8))
    return choices


def _trace(choices: Choices) -> list[tuple[tuple[int, int], int, int]]:
    """Walk the best chain back; return the shape of each link and where its groups start."""
    i, j = choices.shape[0] - 1, choices.shape[1] - 1
    links: list[tuple[tuple[int, int], int, int]] = []
    while i > 0 and j > 0:
        choice = int(choices[i, j])
        if choice == _SKIP_ORIGINAL:
            i -= 1
        elif choice == _SKIP_REWRITE:
            j -= 1
        else:
            high, wide = SHAPES[choice]
            i, j = i - high, j - wide
            links.append((SHAPES[choice], i, j))
    links.reverse()
    return links
