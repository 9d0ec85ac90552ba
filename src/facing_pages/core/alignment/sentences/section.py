"""Consecutive sentences of each side that are to be linked, with all that is known of them."""

from __future__ import annotations

from typing import NamedTuple

from facing_pages.core.alignment.sentences.features.likeness import group_likeness
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.both import Both
from facing_pages.core.model import Span


class Section(NamedTuple):
    """Sentences of both sides, their features, and what no link may do."""

    units: Both[Units]
    features: Both[Features]
    limits: Limits = Limits()

    @property
    def size(self) -> tuple[int, int]:
        """Return the number of sentences of both sides."""
        return len(self.units.original), len(self.units.rewrite)

    def part(self, original: Span, rewrite: Span) -> Section:
        """Return a run of each side."""
        return Section(
            Both(self.units.original.part(original), self.units.rewrite.part(rewrite)),
            Both(self.features.original.rows(original), self.features.rewrite.rows(rewrite)),
            self.limits.part(original, rewrite),
        )

    def alike(self, original: Span, rewrite: Span) -> float:
        """Return how alike all sentences of one span are to all of the other (Dice)."""
        return group_likeness(
            self.features.original.rows(original), self.features.rewrite.rows(rewrite)
        )
