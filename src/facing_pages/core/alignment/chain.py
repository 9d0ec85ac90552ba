"""The best chain of sentence links that keeps the order, by dynamic programming.

A link joins up to four consecutive sentences of one side with up to four of the other. It earns
by how alike the two groups are, taken together; leaving a sentence out earns and costs nothing,
so that a missing chapter costs nothing either. The result is exact for the scores given.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Span
from facing_pages.core.similarity.features import Features, dense_tables
from facing_pages.core.similarity.units import Floats, Units

Choices = npt.NDArray[np.int8]

# The shapes of a link: sentences of the original, sentences of the rewrite.
SHAPES: Final = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3),
)  # fmt: skip
# Cosine under which two groups of sentences are no pair. Tuned on argrewrite/dev and ablit/dev.
LEAST_ALIKE: Final = 0.23
# What each sentence beyond the first on a side must add.
GROUPING_COST: Final = 0.25
# Earned where both sides start a paragraph, and again where both end one.
PARAGRAPH_BONUS: Final = 0.015
# Numbers of `Move` in the table of choices.
_SKIP_ORIGINAL: Final = len(SHAPES)
_SKIP_REWRITE: Final = len(SHAPES) + 1


class Piece(NamedTuple):
    """Consecutive sentences on both sides that belong together, and their cosine."""

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

    Time and memory grow with the product of the two lengths.
    """
    if not len(units[0]) or not len(units[1]):
        return []
    tables = dense_tables(*features)
    products = tables[0] @ tables[1].T
    likeness = [_likeness(products, tables, shape) for shape in SHAPES]
    bonus = _paragraph_bonus(*units)
    earned = [
        _earned(alike, bonus, shape, least) for alike, shape in zip(likeness, SHAPES, strict=True)
    ]
    choices = _choices(earned, products.shape)
    return _trace(choices, likeness)


def _likeness(products: Floats, tables: tuple[Floats, Floats], shape: tuple[int, int]) -> Floats:
    """Return the cosine of each group of `shape`, by the group's first sentences."""
    high, wide = shape
    rows, columns = products.shape[0] - high + 1, products.shape[1] - wide + 1
    if rows <= 0 or columns <= 0:
        return np.zeros((0, 0), dtype=np.float32)
    total = np.zeros((rows, columns), dtype=np.float32)
    for i in range(high):
        for j in range(wide):
            total += products[i : i + rows, j : j + columns]
    lengths = [_lengths(table, n) for table, n in zip(tables, shape, strict=True)]
    scale = np.maximum(np.outer(lengths[0], lengths[1]), np.float32(1e-6))
    return np.asarray(total / scale, dtype=np.float32)


def _lengths(table: Floats, group: int) -> Floats:
    """Return the length of the summed vector of each `group` consecutive rows."""
    total = table[: len(table) - group + 1].copy()
    for k in range(1, group):
        total += table[k : len(table) - group + 1 + k]
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", total, total)), dtype=np.float32)


def _paragraph_bonus(original: Units, rewrite: Units) -> tuple[Floats, Floats]:
    """Return what a link earns for starting, and for ending, with a paragraph on both sides."""
    first = [_is_first(units) for units in (original, rewrite)]
    last = [_is_last(units) for units in (original, rewrite)]
    return (
        PARAGRAPH_BONUS * np.outer(first[0], first[1]).astype(np.float32),
        PARAGRAPH_BONUS * np.outer(last[0], last[1]).astype(np.float32),
    )


def _is_first(units: Units) -> Floats:
    return np.concatenate(([True], np.diff(units.paragraphs) != 0)).astype(np.float32)


def _is_last(units: Units) -> Floats:
    return np.concatenate((np.diff(units.paragraphs) != 0, [True])).astype(np.float32)


def _earned(
    likeness: Floats, bonus: tuple[Floats, Floats], shape: tuple[int, int], least: float
) -> Floats:
    if not likeness.size:
        return likeness
    high, wide = shape
    rows, columns = likeness.shape
    size = (high + wide) / 2
    result = (likeness - least) * size - GROUPING_COST * (high + wide - 2)
    result += bonus[0][:rows, :columns]
    result += bonus[1][high - 1 : high - 1 + rows, wide - 1 : wide - 1 + columns]
    result[likeness < least] = -1.0
    return result


def _choices(earned: list[Floats], size: tuple[int, ...]) -> Choices:
    """Return for each pair of prefixes the last step of their best chain."""
    rows, columns = size
    best = np.zeros((rows + 1, columns + 1), dtype=np.float32)
    choices = np.full((rows + 1, columns + 1), _SKIP_REWRITE, dtype=np.int8)
    choices[1:, 0] = _SKIP_ORIGINAL
    for i in range(1, rows + 1):
        row = best[i - 1].copy()
        choice = np.full(columns + 1, _SKIP_ORIGINAL, dtype=np.int8)
        for number, (high, wide) in enumerate(SHAPES):
            if high > i or wide > columns:
                continue
            reached = best[i - high, : columns + 1 - wide] + earned[number][i - high]
            better = reached > row[wide:]
            row[wide:][better] = reached[better]
            choice[wide:][better] = number
        running = np.maximum.accumulate(row)
        choice[running > row] = _SKIP_REWRITE
        best[i], choices[i] = running, choice
    return choices


def _trace(choices: Choices, likeness: list[Floats]) -> list[Piece]:
    i, j = choices.shape[0] - 1, choices.shape[1] - 1
    pieces: list[Piece] = []
    while i > 0 and j > 0:
        choice = int(choices[i, j])
        if choice == _SKIP_ORIGINAL:
            i -= 1
        elif choice == _SKIP_REWRITE:
            j -= 1
        else:
            high, wide = SHAPES[choice]
            i, j = i - high, j - wide
            alike = float(likeness[choice][i, j])
            pieces.append(Piece(Span(i, i + high), Span(j, j + wide), alike))
    pieces.reverse()
    return pieces
