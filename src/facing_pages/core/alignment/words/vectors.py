"""A vector of meaning for every English word, without regard to its sentence."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.words.wordpieces import WordPieces, word_pieces
from facing_pages.core.resources import resource

VECTORS_FILE: Final = "models/word-vectors.npy"

Vector = NDArray[np.float32]


class WordVectors:
    """Vectors of word pieces; a word of several pieces has their mean."""

    def __init__(self, pieces: WordPieces, table: NDArray[np.int8]) -> None:
        self._pieces = pieces
        self._table = table
        self.dimensions: int = table.shape[1]

    def of(self, word: str) -> Vector:
        """Return the vector of a word at length 1, or zeros for a word without known letters."""
        numbers = self._pieces.of(word)
        if numbers == [self._pieces.unknown]:
            return np.zeros(self.dimensions, dtype=np.float32)
        rows = self._table[numbers].astype(np.float32)
        pieces = at_length_one(rows)
        return at_length_one(pieces[0] if len(pieces) == 1 else pieces.mean(axis=0))


def at_length_one(vectors: Vector) -> Vector:
    """Return the vectors of the last axis at length 1; those of only zeros stay as they are."""
    lengths = np.sqrt(np.add.reduce(vectors * vectors, axis=-1, keepdims=True))
    return np.asarray(vectors / np.where(lengths > 0, lengths, np.float32(1)), dtype=np.float32)


@cache
def word_vectors() -> WordVectors | None:
    """Return the bundled vectors; None if their file is not there.

    Made by `build_scripts/models/word_vectors.py`. The table stays on disk and is mapped.
    """
    path = resource(VECTORS_FILE)
    pieces = word_pieces()
    if pieces is None or not path.is_file():
        return None
    # As a plain array: numpy looks rows of its own class of mapped ones up at half the speed.
    return WordVectors(pieces, np.asarray(np.load(path, mmap_mode="r")))
