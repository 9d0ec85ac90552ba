"""Sentences as weighted features: their words, and the letters inside the words.

Words weigh by how rare they are in the two texts at hand; the letter groups let forms of one word
meet in any language. A sentence's vector is the plain sum of its words' features, so that the
vector of several sentences together is the sum of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Span
from facing_pages.core.similarity.units import Floats, Ints, Units
from facing_pages.core.splitting.function_words import function_words_of, language_of

# Letters in a group. Four is the usual choice for alphabets (McNamee and Mayfield 2004).
GROUP: Final = 4
# Weight of all letter groups of a word together, against 1 for the word itself.
GROUPS_WEIGHT: Final = 0.6
# Function words say next to nothing about what a sentence is about.
FUNCTION_WORD_WEIGHT: Final = 0.15
# Dimensions that vectors are folded to where a table would have more columns than this.
DENSE_COLUMNS: Final = 4096


@dataclass(frozen=True, slots=True)
class Features:
    """Sparse rows, one a sentence: row k has `ids[starts[k]:starts[k + 1]]` with `weights`."""

    starts: Ints
    ids: Ints
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def rows(self, span: Span) -> Features:
        """Return a run of the rows."""
        first, last = self.starts[span.start], self.starts[span.end]
        starts = self.starts[span.start : span.end + 1] - first
        return Features(starts, self.ids[first:last], self.weights[first:last])

    def chosen(self, numbers: Ints) -> Features:
        """Return the rows with these numbers, in this order."""
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        places = _ranges(self.starts[numbers], lengths)
        return Features(starts, self.ids[places], self.weights[places])

    def row_numbers(self) -> Ints:
        """Return for each entry the number of its row."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))


def make_features(original: Units, rewrite: Units) -> tuple[Features, Features]:
    """Return the features of both sides, weighted by rarity in both texts together."""
    vocabulary = {word: k for k, word in enumerate(dict.fromkeys(_all_words(original, rewrite)))}
    words = list(vocabulary)
    tokens = [_token_numbers(units, vocabulary) for units in (original, rewrite)]
    rarity = _rarity(tokens, len(words)) * _content_weights(words, original)
    starts, groups, group_weights = _letter_groups(words)
    sides: list[Features] = []
    for row_starts, numbers in tokens:
        rows = np.repeat(np.arange(len(row_starts) - 1), np.diff(row_starts))
        lengths = starts[numbers + 1] - starts[numbers]
        places = _ranges(starts[numbers], lengths)
        ids = np.concatenate((numbers, groups[places]))
        weights = np.concatenate(
            (rarity[numbers], group_weights[places] * np.repeat(rarity[numbers], lengths))
        )
        sides.append(
            _summed(
                np.concatenate((rows, np.repeat(rows, lengths))), ids, weights, len(row_starts) - 1
            )
        )
    return sides[0], sides[1]


def dense_tables(original: Features, rewrite: Features) -> tuple[Floats, Floats]:
    """Return both sides as dense tables over the same columns, one row a sentence.

    With more than `DENSE_COLUMNS` features the columns are shared by signed hashing (Weinberger
    et al. 2009), which keeps products right on average.
    """
    used, columns = np.unique(np.concatenate((original.ids, rewrite.ids)), return_inverse=True)
    signs = np.ones(len(columns), dtype=np.float32)
    width = len(used)
    if width > DENSE_COLUMNS:
        mixed = (used[columns].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(20)
        signs = np.where(mixed & np.uint64(1), 1.0, -1.0).astype(np.float32)
        columns = ((mixed >> np.uint64(1)) % np.uint64(DENSE_COLUMNS)).astype(np.int64)
        width = DENSE_COLUMNS
    cut = len(original.ids)
    return (
        _dense(original, columns[:cut], signs[:cut], width),
        _dense(rewrite, columns[cut:], signs[cut:], width),
    )


def _dense(features: Features, columns: Ints, signs: Floats, width: int) -> Floats:
    table = np.zeros((len(features), width), dtype=np.float32)
    np.add.at(table, (features.row_numbers(), columns), features.weights * signs)
    return table


def _all_words(original: Units, rewrite: Units) -> list[str]:
    return [word for units in (original, rewrite) for words in units.words for word in words]


def _token_numbers(units: Units, vocabulary: dict[str, int]) -> tuple[Ints, Ints]:
    """Return row starts and the word numbers of all sentences one after the other."""
    lengths = np.array([len(words) for words in units.words], dtype=np.int64)
    numbers = [vocabulary[word] for words in units.words for word in words]
    return np.concatenate(([0], np.cumsum(lengths))), np.array(numbers, dtype=np.int64)


def _rarity(tokens: Sequence[tuple[Ints, Ints]], size: int) -> Floats:
    """Return the inverse document frequency of each word, a sentence being a document."""
    frequency = np.zeros(size)
    total = 0
    for starts, numbers in tokens:
        rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        distinct = np.unique(rows * size + numbers)
        frequency += np.bincount(distinct % size, minlength=size)
        total += len(starts) - 1
    return np.log1p(total / (1.0 + frequency)).astype(np.float32)


def _content_weights(words: Sequence[str], units: Units) -> Floats:
    sample = " ".join(word for words in units.words[:400] for word in words)
    function_words = function_words_of(language_of(sample))
    return np.array(
        [FUNCTION_WORD_WEIGHT if word in function_words else 1.0 for word in words],
        dtype=np.float32,
    )


def _letter_groups(words: Sequence[str]) -> tuple[Ints, Ints, Floats]:
    """Return the letter groups of each word: starts, ids beyond all word numbers, weights."""
    starts = [0]
    ids: list[int] = []
    weights: list[float] = []
    beyond = len(words)
    for word in words:
        if len(word) >= GROUP and not word[0].isdigit():
            padded = f"<{word}"
            groups = {padded[k : k + GROUP] for k in range(len(padded) - GROUP + 1)}
            ids += [
                beyond + crc32(group.encode("utf-8", "surrogatepass")) for group in sorted(groups)
            ]
            weights += [GROUPS_WEIGHT / len(groups) ** 0.5] * len(groups)
        starts.append(len(ids))
    return np.array(starts), np.array(ids, dtype=np.int64), np.array(weights, dtype=np.float32)


def _summed(rows: Ints, ids: Ints, weights: npt.NDArray[np.float32], count: int) -> Features:
    """Return sparse rows in which each feature of a row stands once."""
    order = np.lexsort((ids, rows))
    rows, ids, weights = rows[order], ids[order], weights[order]
    if len(rows) == 0:
        return Features(np.zeros(count + 1, dtype=np.int64), ids, weights)
    first = np.flatnonzero(
        np.concatenate(([True], (rows[1:] != rows[:-1]) | (ids[1:] != ids[:-1])))
    )
    sums = np.add.reduceat(weights, first)
    starts = np.searchsorted(rows[first], np.arange(count + 1))
    return Features(starts.astype(np.int64), ids[first], sums.astype(np.float32))


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers of all ranges one after the other."""
    total = int(lengths.sum())
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return np.arange(total, dtype=np.int64) + offsets
