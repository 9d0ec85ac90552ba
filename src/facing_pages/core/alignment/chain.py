"""The best chain of sentence links that keeps the order, and how sure each link is.

A link joins up to eight consecutive sentences of one side with one of the other, or up to three
with three. The result is exact for the scores.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from facing_pages.core.alignment.lattice import Found, Lattice
from facing_pages.core.alignment.scores import SHAPES, LinkScores, Pricing
from facing_pages.core.model import Span
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.units import Units

# Cells above which only the first shapes are tried: a part this large has no anchors in it, so
# there is little to find.
MANY_CELLS: Final = 250_000
FEW_SHAPES: Final = 3


class Piece(NamedTuple):
    """Consecutive sentences on both sides that belong together, and how sure that is."""

    original: Span
    rewrite: Span
    confidence: float

    def shifted(self, original: int, rewrite: int) -> Piece:
        """Return the piece with its numbers raised."""
        return Piece(
            Span(self.original.start + original, self.original.end + original),
            Span(self.rewrite.start + rewrite, self.rewrite.end + rewrite),
            self.confidence,
        )


def best_chain(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    pricing: Pricing,
) -> list[Piece]:
    """Return the links of two runs of sentences, in order on both sides.

    Time and memory grow with the product of the two lengths.
    """
    lattice = _lattice(units, features, pricing)
    if lattice is None:
        return []
    links = lattice.best_chain()
    sure = lattice.probabilities(links)
    return [Piece(*spans(link), share) for link, share in zip(links, sure, strict=True)]


def quick_chain(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    pricing: Pricing,
) -> list[tuple[Span, Span]]:
    """Return the same links without telling how sure they are."""
    lattice = _lattice(units, features, pricing)
    return [spans(link) for link in lattice.best_chain()] if lattice else []


def spans(link: Found) -> tuple[Span, Span]:
    """Return the sentences of both sides of a link."""
    (high, wide), i, j = link
    return Span(i, i + high), Span(j, j + wide)


def _lattice(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    pricing: Pricing,
) -> Lattice | None:
    size = (len(units[0]), len(units[1]))
    if not size[0] or not size[1]:
        return None
    scores = LinkScores(units, features, pricing)
    shapes = SHAPES if size[0] * size[1] <= MANY_CELLS else SHAPES[:FEW_SHAPES]
    earned = {shape: scores.of(shape) for shape in shapes if scores.fits(shape)}
    return Lattice(size, earned, (scores.gap(0), scores.gap(1)))
