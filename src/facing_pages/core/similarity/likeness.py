"""How alike sentences are: Dice's measure over weighted features."""

from __future__ import annotations

from typing import Final

import numpy as np

from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.units import Floats, Ints

# Entries of the dense tables of both sides; of more shared features the rarest are taken, but
# never fewer than the least.
MOST_ENTRIES: Final = 6_000_000
LEAST_COLUMNS: Final = 2048
_LEAST: Final = np.float32(1e-6)


def shared_tables(original: Features, rewrite: Features) -> tuple[Floats, Floats, Ints]:
    """Return both sides as dense tables of 0 and 1 over the features they share, and which.

    Of more shared features than fit `MOST_ENTRIES` the rarest are taken.
    """
    shared = np.intersect1d(original.ids, rewrite.ids)
    most = max(LEAST_COLUMNS, MOST_ENTRIES // max(1, len(original) + len(rewrite)))
    if len(shared) > most:
        rarity = original.table.rarity[shared]
        shared = np.sort(shared[np.argpartition(rarity, -most)[-most:]])
    return _dense(original, shared), _dense(rewrite, shared), shared


def likeness(original: Features, rewrite: Features) -> Floats:
    """Return how alike each sentence is to each of the other side, 0 to 1."""
    weights = original.table.weight
    *tables, shared = shared_tables(original, rewrite)
    common = (tables[0] * weights[shared]) @ tables[1].T
    masses = [side.masses(weights, 1)[0] for side in (original, rewrite)]
    total = masses[0][:, None] + masses[1][None, :]
    return np.asarray(2 * common / np.maximum(total, _LEAST), dtype=np.float32)


def group_likeness(original: Features, rewrite: Features) -> float:
    """Return how alike all sentences of one side together are to all of the other, 0 to 1."""
    weights = original.table.weight
    sides = (np.unique(original.ids), np.unique(rewrite.ids))
    common = weights[np.intersect1d(*sides, assume_unique=True)].sum()
    total = weights[sides[0]].sum() + weights[sides[1]].sum()
    return float(2 * common / max(_LEAST, total))


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
        2 * ((tables[0] * worth) @ tables[1].T) / np.maximum(one[:, None] + other[None, :], _LEAST)
        for worth, one, other in zip((weights[shared], np.float32(1)), *held, strict=True)
    )
    return np.asarray(np.minimum(by_weight, by_number), dtype=np.float32)


def _dense(features: Features, columns: Ints) -> Floats:
    table = np.zeros((len(features), len(columns)), dtype=np.float32)
    if len(columns):
        places = np.minimum(np.searchsorted(columns, features.ids), len(columns) - 1)
        found = columns[places] == features.ids
        table[features.row_numbers()[found], places[found]] = 1.0
    return table
