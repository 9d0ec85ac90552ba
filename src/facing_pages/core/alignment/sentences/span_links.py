"""A link of sentences while the aligner works on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facing_pages.core.model import Span


@dataclass(frozen=True, slots=True)
class SentencePiece:
    """A link of sentences: spans of sentence numbers, whether moved, and how sure."""

    original: Span
    rewrite: Span
    moved: bool
    confidence: float

    def mirrored(self) -> SentencePiece:
        """Return the link with its sides swapped."""
        return SentencePiece(self.rewrite, self.original, self.moved, self.confidence)


def mirrored(pieces: Iterable[SentencePiece]) -> list[SentencePiece]:
    """Return the links with their sides swapped, in order of what is then the original."""
    return sorted((piece.mirrored() for piece in pieces), key=lambda piece: piece.original)
