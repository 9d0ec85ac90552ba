"""Sentences as sets of weighted features: their words, the letters inside them, pairs of words.

A feature weighs the more the rarer it is in the two texts at hand. Letter groups let the forms of
one word meet in any language; pairs of neighbouring words tell taken-over wording from words that
any sentence on the subject has. What a group of sentences holds is the union of their sets, so
nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np

from facing_pages.core.model import Span
from facing_pages.core.similarity.units import Floats, Ints, Units, units_function_words

# Letters in a group. Four is the usual choice for alphabets (McNamee and Mayfield 2004).
GROUP: Final = 4
# Weights of the families against 1 for a content word of the same rarity. Tuned together on
# argrewrite/dev and ablit/dev.
FUNCTION_WORD_WEIGHT: Final = 0.15
GROUP_WEIGHT: Final = 0.12
PAIR_WEIGHT: Final = 1.2
# Columns of a dense table; of more shared features the heaviest are taken.
MOST_COLUMNS: Final = 4096
# Sentences in the largest group whose mass is known.
LARGEST_GROUP: Final = 5

# Where the numbers of letter groups and of pairs start, above those of all words.
_GROUPS_FROM: Final = 1 << 40
_PAIRS_FROM: Final = 1 << 41


@dataclass(frozen=True, slots=True)
class Features:
    """Sparse sets, one a sentence: row k holds `ids[starts[k]:starts[k + 1]]`, ascending.

    `weights` gives the weight of each id and is the same array for both sides.
    """

    starts: Ints
    ids: Ints
    weights: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def rows(self, span: Span) -> Features:
        """Return a run of the rows."""
        first, last = self.starts[span.start], self.starts[span.end]
        starts = self.starts[span.start : span.end + 1] - first
        return Features(starts, self.ids[first:last], self.weights)

    def chosen(self, numbers: Ints) -> Features:
        """Return the rows with these numbers, in this order."""
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        return Features(starts, self.ids[_ranges(self.starts[numbers], lengths)], self.weights)

    def row_numbers(self) -> Ints:
        """Return for each entry the number of its row."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.starts))

    def masses(self, group: int = 1) -> Floats:
        """Return the weight of the union of each `group` consecutive rows, by the first row."""
        count = len(self) - group + 1
        if count <= 0:
            return np.zeros(0, dtype=np.float32)
        rows = self.row_numbers()
        order = np.argsort(self.ids, kind="stable")
        ids, rows = self.ids[order], rows[order]
        before = np.full(len(rows), -(group + 1), dtype=np.int64)
        again = np.flatnonzero(ids[1:] == ids[:-1]) + 1
        before[again] = rows[again - 1]
        # An entry counts in each group that holds its row and no earlier row with the same id.
        first = np.maximum(np.maximum(rows - group + 1, before + 1), 0)
        steps = np.zeros(len(self) + 1)
        weights = self.weights[ids].astype(np.float64)
        np.add.at(steps, first, weights)
        np.subtract.at(steps, rows + 1, weights)
        return np.cumsum(steps)[:count].astype(np.float32)


def make_features(original: Units, rewrite: Units) -> tuple[Features, Features]:
    """Return the features of both sides, weighted by rarity in both texts together."""
    vocabulary: dict[str, int] = {}
    for units in (original, rewrite):
        for words in units.words:
            for word in words:
                vocabulary.setdefault(word, len(vocabulary))
    light = _light_words(list(vocabulary), original)
    groups = _letter_groups(list(vocabulary), light)
    sides = [_entries(units, vocabulary, groups) for units in (original, rewrite)]
    every = np.concatenate([keys for _, keys in sides])
    keys, ids, counts = np.unique(every, return_inverse=True, return_counts=True)
    rarity = np.log1p((len(original) + len(rewrite)) / (1.0 + counts))
    weights = (rarity * _family_weights(keys, light)).astype(np.float32)
    cut = len(sides[0][1])
    parts = (ids[:cut], ids[cut:])
    return (
        _rows(sides[0][0], parts[0], len(original), weights),
        _rows(sides[1][0], parts[1], len(rewrite), weights),
    )


def shared_tables(original: Features, rewrite: Features) -> tuple[Floats, Floats, Floats]:
    """Return both sides as dense tables of 0 and 1 over the features they share, and the weights.

    Of more than `MOST_COLUMNS` shared features the heaviest are taken.
    """
    shared = np.intersect1d(original.ids, rewrite.ids)
    if len(shared) > MOST_COLUMNS:
        heaviest = np.argpartition(original.weights[shared], -MOST_COLUMNS)[-MOST_COLUMNS:]
        shared = np.sort(shared[heaviest])
    return _dense(original, shared), _dense(rewrite, shared), original.weights[shared]


def likeness(original: Features, rewrite: Features) -> Floats:
    """Return how alike each sentence is to each of the other side: Dice's measure by weight."""
    tables = shared_tables(original, rewrite)
    common = (tables[0] * tables[2]) @ tables[1].T
    total = original.masses()[:, None] + rewrite.masses()[None, :]
    return np.asarray(2 * common / np.maximum(total, np.float32(1e-6)), dtype=np.float32)


def _dense(features: Features, columns: Ints) -> Floats:
    table = np.zeros((len(features), len(columns)), dtype=np.float32)
    if len(columns):
        places = np.minimum(np.searchsorted(columns, features.ids), len(columns) - 1)
        found = columns[places] == features.ids
        table[features.row_numbers()[found], places[found]] = 1.0
    return table


def _light_words(words: Sequence[str], units: Units) -> Floats:
    """Return 1 for function words, 0 for others."""
    function_words = units_function_words(units)
    return np.array([word in function_words for word in words], dtype=np.float32)


def _letter_groups(words: Sequence[str], light: Floats) -> tuple[Ints, Ints]:
    """Return the letter groups of each content word: starts, keys."""
    starts = [0]
    keys: list[int] = []
    for word, is_light in zip(words, light.tolist(), strict=True):
        if len(word) >= GROUP and not is_light:
            padded = f"<{word}"
            groups = {padded[k : k + GROUP] for k in range(len(padded) - GROUP + 1)}
            keys += [
                _GROUPS_FROM + crc32(group.encode("utf-8", "surrogatepass")) for group in groups
            ]
        starts.append(len(keys))
    return np.array(starts, dtype=np.int64), np.array(keys, dtype=np.int64)


def _entries(
    units: Units, vocabulary: dict[str, int], groups: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Return the features of all sentences as pairs of row and key, each pair once, in order."""
    lengths = np.array([len(words) for words in units.words], dtype=np.int64)
    words = np.array([vocabulary[word] for words in units.words for word in words], dtype=np.int64)
    rows = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    counts = groups[0][words + 1] - groups[0][words]
    neighbours = np.flatnonzero(rows[1:] == rows[:-1]) if len(rows) else rows
    keys = np.concatenate(
        (
            words,
            groups[1][_ranges(groups[0][words], counts)],
            _PAIRS_FROM + words[neighbours] * len(vocabulary) + words[neighbours + 1],
        )
    )
    every = np.concatenate((rows, np.repeat(rows, counts), rows[neighbours]))
    order = np.lexsort((keys, every))
    every, keys = every[order], keys[order]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (every[1:] != every[:-1]) | (keys[1:] != keys[:-1])
    return every[new], keys[new]


def _family_weights(keys: Ints, light: Floats) -> Floats:
    """Return the weight of each feature's family."""
    weights = np.full(len(keys), PAIR_WEIGHT, dtype=np.float32)
    weights[keys < _PAIRS_FROM] = GROUP_WEIGHT
    is_word = keys < _GROUPS_FROM
    weights[is_word] = np.where(light[keys[is_word]] > 0, FUNCTION_WORD_WEIGHT, 1.0)
    return weights


def _rows(rows: Ints, ids: Ints, count: int, weights: Floats) -> Features:
    starts = np.searchsorted(rows, np.arange(count + 1)).astype(np.int64)
    return Features(starts, ids.astype(np.int64), weights)


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """Return the numbers of all ranges one after the other."""
    total = int(lengths.sum())
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return np.arange(total, dtype=np.int64) + offsets
