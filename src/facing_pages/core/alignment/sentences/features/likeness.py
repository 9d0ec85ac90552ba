"""How alike sentences are: Dice's measure over weighted features."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.sentences.features.sentence_features import Features, joined_ranges
from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints

# Entries of the dense tables of both sides (4 bytes each, 24 MB in all), and columns they have in
# any case; of more shared features the rarest are taken. By judgement.
MAX_TABLE_ENTRIES: Final = 6_000_000
MIN_TABLE_COLUMNS: Final = 2048
# One in how many sentences holds a feature that is compared in all of them at once. By judgement.
FREQUENT_ONE_IN: Final = 32
# Weight that a sum is taken to have at least, so that nothing is divided by zero.
_TINY: Final = np.float32(1e-6)


class SharedTables(NamedTuple):
    """Both sides as dense tables of 0 and 1 over the features they share, and which they are."""

    original: Floats
    rewrite: Floats
    ids: Ints


def shared_tables(original: Features, rewrite: Features) -> SharedTables:
    """Return both sides as dense tables over the features they share.

    Of more shared features than fit `MAX_TABLE_ENTRIES` the rarest are taken.
    """
    shared = np.intersect1d(original.ids, rewrite.ids)
    most = max(MIN_TABLE_COLUMNS, MAX_TABLE_ENTRIES // max(1, len(original) + len(rewrite)))
    if len(shared) > most:
        rarity = original.table.rarity[shared]
        shared = np.sort(shared[np.argpartition(rarity, -most)[-most:]])
    return SharedTables(_dense(original, shared), _dense(rewrite, shared), shared)


class Likeness:
    """How alike sentences are to each of a text's, 0 to 1.

    Takes time and memory for the cells and for what the sentences share, not for all there is.
    """

    def __init__(self, rewrite: Features) -> None:
        self._rewrite = rewrite
        self._ids, self._columns = rewrite.by_feature
        self._masses = masses(rewrite)

    def to(self, original: Features) -> Floats:
        """Return how alike each of some sentences is to each of the text's."""
        weights, rewrite = original.table.weight, self._rewrite
        first = np.searchsorted(self._ids, original.ids)
        counts = np.searchsorted(self._ids, original.ids, side="right") - first
        often = counts * FREQUENT_ONE_IN >= len(rewrite)
        usual = np.unique(original.ids[often])
        common = (_dense(original, usual) * weights[usual]) @ _dense(rewrite, usual).T
        seldom, counts = ~often, counts[~often]
        places = np.repeat((original.row_numbers() * len(rewrite))[seldom], counts)
        places += self._columns[joined_ranges(first[seldom], counts)]
        worth = np.repeat(weights[original.ids[seldom]], counts)
        common += np.bincount(places, worth, minlength=common.size).reshape(common.shape)
        total = masses(original)[:, None] + self._masses[None, :]
        return np.asarray(2 * common / np.maximum(total, _TINY), dtype=np.float32)


def group_likeness(original: Features, rewrite: Features) -> float:
    """Return how alike all sentences of one side together are to all of the other, 0 to 1."""
    weights = original.table.weight
    sides = (np.unique(original.ids), np.unique(rewrite.ids))
    common = weights[np.intersect1d(*sides, assume_unique=True)].sum()
    total = weights[sides[0]].sum() + weights[sides[1]].sum()
    return float(2 * common / max(_TINY, total))


def edge_likeness(original: Features, rewrite: Features, *, last: bool) -> Floats:
    """Return how alike the first or last words of each sentence are to those of each other one.

    Dice over the different words among them, 0 to 1: by their number or by their weights, whichever
    is less. Neither a formula that all sentences begin with nor one rare word makes them alike.
    """
    sides = (original.last, rewrite.last) if last else (original.first, rewrite.first)
    weights = original.table.weight
    shared = np.setdiff1d(np.intersect1d(*sides), [-1])
    tables: list[Floats] = []
    held: list[tuple[Floats, Floats]] = []
    for words in sides:
        ordered = np.sort(words, axis=1)
        new = ordered >= 0
        new[:, 1:] &= ordered[:, 1:] != ordered[:, :-1]
        weighed = np.where(new, weights[ordered], 0)
        held.append((weighed.sum(axis=1, dtype=np.float32), new.sum(axis=1, dtype=np.float32)))
        table = np.zeros((len(words), len(shared)), dtype=np.float32)
        rows, places = np.isin(ordered, shared).nonzero()
        table[rows, np.searchsorted(shared, ordered[rows, places])] = 1.0
        tables.append(table)
    by_weight, by_number = (
        2 * ((tables[0] * worth) @ tables[1].T) / np.maximum(one[:, None] + other[None, :], _TINY)
        for worth, one, other in zip((weights[shared], np.float32(1)), *held, strict=True)
    )
    return np.asarray(np.minimum(by_weight, by_number), dtype=np.float32)


def masses(features: Features) -> Floats:
    """Return what the features of each row weigh."""
    worth = features.table.weight[features.ids]
    return np.bincount(features.row_numbers(), worth, minlength=len(features)).astype(np.float32)


def _dense(features: Features, columns: Ints) -> Floats:
    table = np.zeros((len(features), len(columns)), dtype=np.float32)
    if len(columns):
        places = np.minimum(np.searchsorted(columns, features.ids), len(columns) - 1)
        found = columns[places] == features.ids
        table[features.row_numbers()[found], places[found]] = 1.0
    return table
