"""What two English sentences, read together, say of the likeness of their words.

The first layers of all-MiniLM-L6-v2, trained further to link words, read both sentences at once:
every word is seen with its own sentence and with the other one. Needs `onnxruntime`, which is not
there on every machine; without it, word alignment goes by single words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.words.wordpieces import WordPieces, word_pieces
from facing_pages.core.system.onnx_models import inference_session, model_file
from facing_pages.core.system.silence import has_onnx_runtime

ENCODER_FILE: Final = "models/word-encoder.onnx"
# Numbers a word has in every channel of likeness. By judgement, fixed when the layer was trained
# (build_scripts/models/word_networks.py).
HEAD_SIZE: Final = 32
_SCALE: Final = np.float32(1 / np.sqrt(HEAD_SIZE))
# Pieces of both sentences and the marks between them: the model, a BERT, has places for as many.
MAX_PIECES: Final = 512
# Pieces of one word that are read; a longer word is an address or noise. By judgement.
MAX_PIECES_OF_WORD: Final = 8

Floats = NDArray[np.float32]


class Encoder:
    """The model, ready to run on one thread."""

    def __init__(self, session: Any, pieces: WordPieces) -> None:
        self._session = session
        self._pieces = pieces

    def likeness(self, original: Sequence[str], rewrite: Sequence[str]) -> Floats | None:
        """Return the likeness of all words of two sentences, [n, m, channels].

        None if the sentences are too long for the model.
        """
        sides = [[self._pieces.of(word)[:MAX_PIECES_OF_WORD] for word in original]]
        sides.append([self._pieces.of(word)[:MAX_PIECES_OF_WORD] for word in rewrite])
        lengths = [np.array([len(word) for word in side]) for side in sides]
        total = int(lengths[0].sum() + lengths[1].sum()) + 3
        if total > MAX_PIECES:
            return None
        numbers = [self._pieces.start]
        for side in sides:
            numbers += [number for word in side for number in word]
            numbers.append(self._pieces.end)
        types = np.zeros(total, dtype=np.int64)
        types[int(lengths[0].sum()) + 2 :] = 1
        (vectors,) = self._session.run(
            None, {"pieces": np.array([numbers], dtype=np.int64), "sides": types[None]}
        )
        first = _means(vectors[0], 1, lengths[0])
        second = _means(vectors[0], int(lengths[0].sum()) + 2, lengths[1])
        channels: Floats = np.einsum("nhd,mhd->nmh", first * _SCALE, second)
        return channels


def _means(vectors: Floats, start: int, lengths: NDArray[np.int64]) -> Floats:
    """Return the mean of the pieces of each word, [words, channels, numbers]."""
    starts = start + np.concatenate([[0], np.cumsum(lengths)[:-1]])
    end = start + int(lengths.sum())
    sums = np.add.reduceat(vectors[:end], starts, axis=0)
    means: Floats = (sums / lengths[:, None]).astype(np.float32)
    return means.reshape(len(lengths), -1, HEAD_SIZE)


def has_encoder() -> bool:
    """Tell whether all that the encoder needs is there, without loading it."""
    return model_file(ENCODER_FILE) is not None and word_pieces() is not None and has_onnx_runtime()


@cache
def encoder() -> Encoder | None:
    """Return the bundled encoder.

    None if its file or `onnxruntime` is not there or broken, or if `onnxruntime` is not silent.
    """
    pieces, path = word_pieces(), model_file(ENCODER_FILE)
    if pieces is None or path is None:
        return None
    session = inference_session(path)
    return None if session is None else Encoder(session, pieces)
