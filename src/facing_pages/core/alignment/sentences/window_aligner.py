"""The chain of sentence links that keeps the order, and how sure each link is.

A link joins up to twenty consecutive sentences of one side with one of the other, or up to three
with three. What is found is exact for the scores.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.sentences.bayes_risk import minimum_risk_chain
from facing_pages.core.alignment.sentences.features.repeats import may_be_elsewhere
from facing_pages.core.alignment.sentences.lattice import Lattice
from facing_pages.core.alignment.sentences.link_features import (
    MAX_USUAL_GROUP,
    Flags,
    LinkFeatures,
    Shape,
)
from facing_pages.core.alignment.sentences.link_scores import SHAPES, LinkScores, Pricing
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Floats
from facing_pages.core.alignment.sentences.span_links import FoundLinks, SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span

# Cells (sentences times sentences) up to which all shapes are tried: a larger window has no anchors
# in it, so there is little to find. By judgement.
MAX_CELLS_ALL_SHAPES: Final = 150_000
FEW_SHAPES: Final = SHAPES[:3]
# Larger groups are rare, so they are tried only where one of the largest usual ones is more
# probable than this. Any five items of a list of ten might be the linked ones, so none is very
# probable. By judgement.
MIN_LARGE_PROBABILITY: Final = 0.1
USUAL_SHAPES: Final = tuple(shape for shape in SHAPES if max(shape) <= MAX_USUAL_GROUP)
LARGE_SHAPES: Final = tuple(shape for shape in SHAPES if max(shape) > MAX_USUAL_GROUP)
# Cells up to which the features of a window are kept from the first look to the second. By
# judgement.
MAX_KEPT_CELLS: Final = 20_000
# Confidence of equal sentences at the ends of a window that one text has once more: that one may as
# well be the counterpart, and this one what was doubled or left out.
DOUBTFUL_CONFIDENCE: Final = 0.5
# Decimal digits of a confidence: more would say more than is known. By judgement.
CONFIDENCE_DIGITS: Final = 3


class _Solution(NamedTuple):
    """What was found, and whether larger groups than were tried may belong in it."""

    found: FoundLinks
    wants_larger: bool


class WindowAligner:
    """Two runs of sentences that are to be linked in order, once or several times."""

    def __init__(self, section: Section) -> None:
        self.size = section.size
        self._head, inner, self._tail = _equal_ends(section)
        self._starts = (inner[0].start, inner[1].start)
        self._inner = section.part(*inner)
        self._nothing = FoundLinks.none_of(Both(*self._inner.size))
        self._features: LinkFeatures | None = None

    def best_chain(self, pricing: Pricing) -> FoundLinks:
        """Return the links, in order on both sides, and how sure they and what they leave are.

        Time and memory grow with the product of the two lengths.
        """
        found = self._solved(pricing, self._least_risky)
        links = self._with_ends(
            link._replace(confidence=_rounded(link.confidence)) for link in found.links
        )
        head, tail = (0.0,) * len(self._head), (0.0,) * len(self._tail)
        alone = found.alone.map(lambda inner: (*head, *map(_rounded, inner), *tail))
        return FoundLinks(links, alone)

    def quick_chain(self, pricing: Pricing) -> list[SpanLink]:
        """Return the links of the chain that earns most, without counting the others.

        Each has confidence 1.
        """
        return self._with_ends(self._solved(pricing, self._most_probable).links)

    def _with_ends(self, inner: Iterable[SpanLink]) -> list[SpanLink]:
        """Return the links of equal sentences at both ends and those between, all in order."""
        return [*self._head, *(link.shifted(*self._starts) for link in inner), *self._tail]

    def _least_risky(self, lattice: Lattice) -> _Solution:
        likely = lattice.likely_links()
        is_large = likely.largest_group >= MAX_USUAL_GROUP
        wants_larger = bool((likely.probability[is_large] > MIN_LARGE_PROBABILITY).any())
        links = minimum_risk_chain(self._inner.size, likely)
        alone = likely.alone(self._inner.size).map(lambda side: tuple(side.tolist()))
        return _Solution(FoundLinks(links, alone), wants_larger)

    def _most_probable(self, lattice: Lattice) -> _Solution:
        links = lattice.best_chain()
        wants_larger = any(link.largest_group >= MAX_USUAL_GROUP for link in links)
        return _Solution(self._nothing._replace(links=links), wants_larger)

    def _solved(self, pricing: Pricing, solution_of: Callable[[Lattice], _Solution]) -> FoundLinks:
        """Return the links of a chain, tried with larger groups where the usual ones fall short."""
        rows, columns = self._inner.size
        if not rows or not columns:
            return self._nothing
        features = self._features or LinkFeatures(self._inner.units, self._inner.features)
        scores = LinkScores(features, pricing)
        gaps = (scores.gap(Side.ORIGINAL), scores.gap(Side.REWRITE))
        earned: dict[Shape, Floats] = {}
        solution = _Solution(self._nothing, wants_larger=False)
        tiers = (
            (USUAL_SHAPES, LARGE_SHAPES)
            if rows * columns <= MAX_CELLS_ALL_SHAPES
            else (FEW_SHAPES,)
        )
        for shapes in tiers:
            for shape in shapes:
                if scores.fits(shape):
                    earned[shape] = scores.of(shape)
                    self._inner.limits.forbid(shape, earned[shape])
            solution = solution_of(Lattice(self._inner.size, earned, gaps))
            if not solution.wants_larger:
                break
        if rows * columns <= MAX_KEPT_CELLS:
            features.forget_tables()
            self._features = features
        return solution.found


def _rounded(confidence: float) -> float:
    return round(confidence, CONFIDENCE_DIGITS)


def _equal_ends(
    section: Section,
) -> tuple[list[SpanLink], tuple[Span, Span], list[SpanLink]]:
    """Return links of the equal sentences at the start, what is between, those at the end.

    Sentences that are repeated may belong to what is between (`may_be_elsewhere`); the one beside
    them, which says where they belong, goes with them.
    """
    one, other = (units.words for units in section.units)
    most = 0 if section.limits else min(len(one), len(other))
    head = next((k for k in range(most) if one[k] != other[k]), most)
    most -= head
    tail = next((k for k in range(most) if one[-1 - k] != other[-1 - k]), most)
    doubtful = (0, 0)
    if head < max(len(one), len(other)):
        own, others = (units.repeated > 0 for units in section.units)
        starts, ends = (own[:head], others[:head]), (own[::-1][:tail], others[::-1][:tail])
        first, last = np.arange(head), -1 - np.arange(tail)
        head, tail = (
            _up_to_own(may_be_elsewhere(section.units, places, places)) for places in (first, last)
        )
        doubtful = (
            _run_at_end(np.logical_or(*starts)[:head]),
            _run_at_end(np.logical_or(*ends)[:tail]),
        )
    links = [_single_link(k, k, is_sure=k < head - doubtful[0]) for k in range(head)]
    inner = (Span(head, len(one) - tail), Span(head, len(other) - tail))
    last_links = [
        _single_link(inner[0].end + k, inner[1].end + k, is_sure=k >= doubtful[1])
        for k in range(tail)
    ]
    return links, inner, last_links


def _single_link(i: int, j: int, *, is_sure: bool) -> SpanLink:
    confidence = 1.0 if is_sure else DOUBTFUL_CONFIDENCE
    return SpanLink(Span(i, i + 1), Span(j, j + 1), confidence)


def _up_to_own(repeated: Flags) -> int:
    """Return how many sentences there are without the repeated last ones and the one before them.

    All of them if the last one is not repeated.
    """
    run = _run_at_end(repeated)
    return max(0, len(repeated) - run - 1) if run else len(repeated)


def _run_at_end(flags: Flags) -> int:
    """Return how many flags at the end are set."""
    return next((k for k, flag in enumerate(flags[::-1].tolist()) if not flag), len(flags))
