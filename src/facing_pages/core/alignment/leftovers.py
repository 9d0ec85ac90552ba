"""Sentences the chain left over that complete a link beside them.

In a translation or an abridgement nearly everything has a counterpart, and a sentence is left over
because its wording has little in common with what it renders. Its length tells: the counterpart
of its neighbour is longer than the neighbour by about this sentence. Where much is left over,
sentences are new rather than reworded, and nothing is done.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from facing_pages.core.alignment.pieces import SentencePiece, mirrored
from facing_pages.core.model import Span
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.units import Ints, Units

# Share of a side's sentences that may be left over for leftovers to be taken for reworded.
MOST_LEFT_OVER: Final = 0.1
# Share of the leftover's words by which the counterpart must be longer than the neighbour.
MISSING_WORDS: Final = 0.6
# Share of the leftover's weight that must be found in the counterpart and not in the neighbour.
LEAST_FOUND: Final = 0.05


def join_leftovers(
    units: tuple[Units, Units], features: tuple[Features, Features], pieces: list[SentencePiece]
) -> list[SentencePiece]:
    """Return the links with leftovers of both sides joined to them, in order of the original."""
    forward = _Side(units, features, pieces).joined()
    back = _Side((units[1], units[0]), (features[1], features[0]), mirrored(forward))
    return mirrored(back.joined())


class _Side:
    """The rewrite's leftovers while they are being joined."""

    def __init__(
        self,
        units: tuple[Units, Units],
        features: tuple[Features, Features],
        pieces: list[SentencePiece],
    ) -> None:
        self._paragraphs = units[1].paragraphs
        self._lengths = [np.array([len(words) for words in side.words]) for side in units]
        self._features = features
        self._pieces = list(pieces)
        self._by_start = {piece.rewrite.start: k for k, piece in enumerate(pieces)}
        self._by_end = {piece.rewrite.end: k for k, piece in enumerate(pieces)}
        taken = {number for piece in pieces for number in range(*piece.rewrite)}
        self._free = [number for number in range(len(units[1])) if number not in taken]

    def joined(self) -> list[SentencePiece]:
        """Join until nothing fits any more; each sentence is looked at once a round."""
        if len(self._free) > MOST_LEFT_OVER * len(self._paragraphs):
            return self._pieces
        waiting = self._free
        while True:
            left = [number for number in waiting if not self._join(number)]
            if len(left) == len(waiting):
                return self._pieces
            waiting = left

    def _join(self, number: int) -> bool:
        """Join a sentence to the link before or behind it in its paragraph, if it fits one."""
        neighbours: list[int] = []
        if number in self._by_end and self._share_paragraph(number - 1, number):
            neighbours.append(self._by_end[number])
        if number + 1 in self._by_start and self._share_paragraph(number, number + 1):
            neighbours.append(self._by_start[number + 1])
        best = max(neighbours, key=lambda k: self._found(k, number), default=None)
        if best is None or self._found(best, number) < LEAST_FOUND:
            return False
        piece = self._pieces[best]
        whole = Span(min(piece.rewrite.start, number), max(piece.rewrite.end, number + 1))
        del self._by_start[piece.rewrite.start], self._by_end[piece.rewrite.end]
        self._by_start[whole.start] = self._by_end[whole.end] = best
        self._pieces[best] = replace(piece, rewrite=whole)
        return True

    def _share_paragraph(self, first: int, second: int) -> bool:
        return bool(self._paragraphs[first] == self._paragraphs[second])

    def _found(self, k: int, number: int) -> float:
        """Return how much of a sentence is in a link's counterpart only; 0 if it is too long."""
        piece = self._pieces[k]
        missing = self._words(0, piece.original) - self._words(1, piece.rewrite)
        if missing < MISSING_WORDS * self._lengths[1][number]:
            return 0.0
        own = self._ids(1, Span(number, number + 1))
        there = np.intersect1d(own, self._ids(0, piece.original), assume_unique=True)
        new = np.setdiff1d(there, self._ids(1, piece.rewrite), assume_unique=True)
        weights = self._features[0].weights
        return float(weights[new].sum() / max(1e-6, float(weights[own].sum())))

    def _words(self, side: int, span: Span) -> int:
        return int(self._lengths[side][span.start : span.end].sum())

    def _ids(self, side: int, span: Span) -> Ints:
        features = self._features[side]
        return np.unique(features.ids[features.starts[span.start] : features.starts[span.end]])
