r"""A link of sentences while the aligner works on it.

    original   A   B   C   D          SpanLink(Span(1, 3), Span(1, 2)): B and C became one
               |    \ /    |
    rewrite    A     E     D

`Alignment` holds `core.model.Link` in its place, which names each sentence and the kind of link.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.model import Span


class SpanLink(NamedTuple):
    """Consecutive sentences of both sides that belong together; no span is empty.

    `confidence` runs from 0 to 1. `moved` links stand out of order. `likeness` (Dice, 0 to 1) is
    known of moved links that were found, and 0 elsewhere. Links sort by their place in the
    original.
    """

    original: Span
    rewrite: Span
    confidence: float = 1.0
    moved: bool = False
    likeness: float = 0.0

    def shifted(self, original: int, rewrite: int) -> SpanLink:
        """Return the link with its numbers raised, those of either side by their own amount."""
        return self._replace(
            original=self.original.shifted(original), rewrite=self.rewrite.shifted(rewrite)
        )

    def mirrored(self) -> SpanLink:
        """Return the link with its sides swapped."""
        return self._replace(original=self.rewrite, rewrite=self.original)

    @property
    def largest_group(self) -> int:
        """Return how many sentences the longer side has."""
        return max(self.original.length, self.rewrite.length)


class FoundLinks(NamedTuple):
    """The links of two texts, or of a window of them, and how surely each sentence has none.

    `alone` has a number from 0 to 1 for every sentence, for those in links too.
    """

    links: list[SpanLink]
    alone: Both[tuple[float, ...]]

    @classmethod
    def none_of(cls, counts: Both[int]) -> FoundLinks:
        """Return that sentences are alone for certain, as many as are counted on each side."""
        return cls([], counts.map(lambda count: (1.0,) * count))

    def mirrored(self) -> FoundLinks:
        """Return the same with its sides swapped."""
        return FoundLinks(mirrored(self.links), self.alone.swapped)


def mirrored(links: Iterable[SpanLink]) -> list[SpanLink]:
    """Return the links with their sides swapped, in order of what is then the original."""
    return sorted((link.mirrored() for link in links), key=lambda link: link.original)
