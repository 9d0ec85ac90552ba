"""The trained reader, ready to run: how likely each kind of change is in a pair, and where.

A cross-encoder made from all-MiniLM-L6-v2 (`build_scripts/models/meaning_reader.py`). English only.
Needs `onnxruntime`, which is not there on every machine; without it the rules find what they can.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.words.wordpieces import WordPieces, word_pieces
from facing_pages.core.both import Both
from facing_pages.core.findings.reader.reader_input import ReaderInput, reader_input
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import FindingKind, Side
from facing_pages.core.resources import resource
from facing_pages.core.system.onnx_models import inference_session, model_file
from facing_pages.core.system.silence import has_onnx_runtime

READER_FILE: Final = "models/meaning-reader.onnx"
LIMITS_FILE: Final = "models/meaning-reader.json"

# Hundredths are all that is told of a confidence, and a model is never certain.
MAX_CONFIDENCE: Final = 0.99

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What the reader says of a pair, as logits.

    `pair` is [kinds]; `words` of each side [words, kinds].
    """

    pair: Floats
    words: Both[Floats]


@dataclass(frozen=True, slots=True)
class Limit:
    """From which logit on a kind is reported, and how sure it is then.

    Below `denied` the reader sees so little of a kind that a finding of the rules is dropped. The
    confidence of a logit x is `1 / (1 + exp(-(slope * x + offset)))`, fitted on pairs that were not
    used for training.
    """

    least: float
    denied: float
    slope: float
    offset: float

    def confidence(self, logit: float) -> float:
        """Return how likely a report with this logit is right, in hundredths; never certain."""
        likely = float(1 / (1 + np.exp(-(self.slope * logit + self.offset))))
        return min(round(likely, 2), MAX_CONFIDENCE)


Limits = Mapping[FindingKind, Limit]


class MeaningReader:
    """The model on one thread, with its limits."""

    def __init__(self, session: Any, vocabulary: WordPieces, limits: Limits) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self.limits = limits

    def scores(
        self, words: Both[Sequence[str]], partners: Both[dict[int, list[int]]]
    ) -> Scores | None:
        """Return what the model says of two lists of words and the links between them.

        None if the model has no places for so many.
        """
        source = reader_input(words, partners, self._vocabulary)
        if source is None:
            return None
        inputs = {
            "pieces": source.pieces[None],
            "partners": source.partners[None],
            "sides": source.sides[None],
            "marks": source.marks[None],
        }
        by_piece, pair = self._session.run(None, inputs)
        by_word = Both.of(lambda side: _means(by_piece[0], source, side, len(words[side])))
        return Scores(pair[0][: len(READER_KINDS)], by_word)

    def try_out(self) -> None:
        """Read a pair of words; raises whatever the model raises if it cannot."""
        self.scores(Both(["quiet"], ["loud"]), Both({}, {}))


def _means(by_piece: Floats, source: ReaderInput, side: Side, count: int) -> Floats:
    """Return the mean of the pieces of each word of a side."""
    is_word = (source.sides == (side is Side.REWRITE)) & (source.words >= 0)
    sums = np.zeros((count, by_piece.shape[1]), dtype=np.float32)
    np.add.at(sums, source.words[is_word], by_piece[is_word])
    lengths = np.bincount(source.words[is_word], minlength=count)
    means: Floats = (sums / np.maximum(lengths, 1)[:, None]).astype(np.float32)
    return means


def has_meaning_reader() -> bool:
    """Tell whether all that the reader needs is there, without loading it."""
    there = model_file(READER_FILE) is not None and resource(LIMITS_FILE).is_file()
    return there and word_pieces() is not None and has_onnx_runtime()


def model_session() -> tuple[Any, WordPieces] | None:
    """Return the model and its vocabulary; None if a file or the runtime is not there."""
    vocabulary, path = word_pieces(), model_file(READER_FILE)
    if vocabulary is None or path is None:
        return None
    session = inference_session(path)
    return None if session is None else (session, vocabulary)


@cache
def meaning_reader() -> MeaningReader | None:
    """Return the bundled reader; None if a file or `onnxruntime` is not there or does not start."""
    if not resource(LIMITS_FILE).is_file() or (parts := model_session()) is None:
        return None
    limits = json.loads(resource(LIMITS_FILE).read_text("utf-8"))["limits"]
    of_kind = {FindingKind(kind): Limit(**values) for kind, values in limits.items()}
    return MeaningReader(*parts, of_kind)
