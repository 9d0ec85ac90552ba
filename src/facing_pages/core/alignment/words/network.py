"""The learned part of word alignment: from the features of cells to the probability of a link.

A small residual convolutional network looks at the grid of cells of two sentences. In each block a
cell sees its eight neighbours and the maximum of its row and of its column:

    features -> in -> [ 3 x 3 around + row maximum + column maximum, added to the input ] ... -> out

Two sets of weights are bundled: one that goes by single words and their neighbours, one that is
also given what the contextual encoder says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.words.pair_features import PairFeatures
from facing_pages.core.resources import resource

STATIC_FILE: Final = "models/word-links.npz"
PRECISE_FILE: Final = "models/word-links-precise.npz"
# Probabilities are rounded to this step, so that the last bits of a sum decide nothing. A power of
# two, so that sums are exact; how small is by judgement.
PROBABILITY_STEP: Final = 1 / 1024

Floats = NDArray[np.float32]


class WordNetwork:
    """The weights of a network, as `build_scripts/models/word_links.py` writes them."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = {name: np.ascontiguousarray(weights[name]) for name in weights}
        self._blocks = sum(name.endswith(".conv") for name in self._weights)
        self._heads = int(weights["heads"]) if "heads" in weights else 0

    def probabilities(self, cells: PairFeatures, context: Floats | None = None) -> Floats:
        """Return the probability of a link for every cell, [n, m].

        `context` is what the contextual encoder says of the cells, [n, m, channels], for a network
        that was trained with it.
        """
        if context is None:
            context = self._by_vectors(cells)
        logits = self._grid(np.concatenate([cells.values, context], axis=2))
        probabilities = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        rounded: Floats = np.rint(probabilities / PROBABILITY_STEP).astype(np.float32) * np.float32(
            PROBABILITY_STEP
        )
        return rounded

    def _by_vectors(self, cells: PairFeatures) -> Floats:
        """Return how alike words are together with their neighbours, one channel for each head."""
        if cells.vectors is None:
            return np.zeros((*cells.values.shape[:2], self._heads), dtype=np.float32)
        first, second = (self._head_vectors(vectors) for vectors in cells.vectors)
        scale = np.float32(1 / np.sqrt(first.shape[2]))
        channels: Floats = np.einsum("nhd,mhd->nmh", first * scale, second)
        return channels

    def _head_vectors(self, vectors: Floats) -> Floats:
        weights = self._weights
        hidden = _relu(_beside(vectors) @ weights["words.1"] + weights["words.1.bias"])
        hidden = _relu(_beside(hidden) @ weights["words.2"] + weights["words.2.bias"])
        both = np.concatenate([hidden, vectors], axis=1)
        out = both @ weights["words.out"] + weights["words.out.bias"]
        result: Floats = out.reshape(len(vectors), self._heads, -1)
        return result

    def _grid(self, values: Floats) -> Floats:
        # All cells in a row, for one large product of matrices takes less time than many.
        rows, columns, _ = values.shape
        weights = self._weights
        hidden = _relu(values.reshape(rows * columns, -1) @ weights["in"] + weights["in.bias"])
        for block in range(self._blocks):
            name = f"block{block}"
            grid = hidden.reshape(rows, columns, -1)
            around = _around(grid).reshape(rows * columns, -1) @ weights[f"{name}.conv"]
            cells = around.reshape(grid.shape)
            cells += (grid.max(axis=1) @ weights[f"{name}.row"] + weights[f"{name}.bias"])[:, None]
            cells += (grid.max(axis=0) @ weights[f"{name}.column"])[None]
            hidden += _relu(around)
        logits: Floats = hidden @ weights["out"] + weights["out.bias"]
        return logits.reshape(rows, columns)


def _relu(values: Floats) -> Floats:
    result: Floats = np.maximum(values, np.float32(0))
    return result


def _beside(vectors: Floats) -> Floats:
    """Return each vector between the one before it and the one behind it, zeros at the ends."""
    padded = np.zeros((len(vectors) + 2, vectors.shape[1]), dtype=np.float32)
    padded[1:-1] = vectors
    return np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)


def _around(values: Floats) -> Floats:
    """Return each cell with its eight neighbours, row by row, zeros outside the grid."""
    rows, columns, channels = values.shape
    padded = np.zeros((rows + 2, columns + 2, channels), dtype=np.float32)
    padded[1:-1, 1:-1] = values
    parts = [padded[a : a + rows, b : b + columns] for a in range(3) for b in range(3)]
    return np.concatenate(parts, axis=2)


@cache
def word_network(*, precise: bool = False) -> WordNetwork:
    """Return a bundled network."""
    with np.load(resource(PRECISE_FILE if precise else STATIC_FILE)) as weights:
        return WordNetwork(dict(weights))
