"""What a pair of texts is like, counted over links that were found in it.

An abridgement leaves out much and adds nothing, a translation leaves out nothing, a draft is
mostly kept word by word: the same two sentences are a link in one pair of texts and none in
another.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.sentences.features.sentence_features import Family, Features
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Span


class _Prior(NamedTuple):
    """What is counted beforehand of a share, so that short texts are taken to be like most."""

    part: float
    whole: float


# Gaps in links, further sentences of a gap in all of it, links of groups in all links, rarity of
# words that were kept in that of all. By judgement: as much as some 20 links of a typical pair say.
_GAP_PRIOR: Final = _Prior(2.0, 16.0)
_FURTHER_PRIOR: Final = _Prior(2.0, 4.0)
_GROUPED_PRIOR: Final = _Prior(1.5, 18.0)
_KEPT_PRIOR: Final = _Prior(26.0, 40.0)
# Links counted beforehand for the growth, and the variance of the logarithm they have. By
# judgement.
_GROWTH_LINKS: Final = 8.0
_GROWTH_VARIANCE: Final = 0.12
# What a sentence holds that its rewrite may keep.
_HELD_FAMILIES: Final = (Family.WORD, Family.NUMBER)


class PairProfile(NamedTuple):
    """The profile of a pair; some numbers are of the gaps and words of each side.

    `gaps`: log of gaps in a link; `further`: log of the share of sentences in gaps that are not
    the first there. `kept`: share of the words' rarity in links that is found on the other side.
    `grouped`: log of the share of links of more than one sentence on a side. `growth`: mean
    logarithm of words in the rewrite by words in the original; `spread`: its variance.
    """

    gaps: Both[float]
    further: Both[float]
    kept: Both[float]
    grouped: float
    growth: float
    spread: float


# Those of a pair nothing is known of.
TYPICAL: Final = PairProfile(
    Both(-2.0, -2.0), Both(-0.7, -0.7), Both(0.6, 0.6), grouped=-2.5, growth=0.0, spread=0.12
)


@dataclass(slots=True)
class _SideCounts:
    """What is counted on one side: gaps, further sentences in them, the rarity of linked words."""

    gaps: int = 0
    further: int = 0
    held: float = 0.0


class ProfileCounter:
    """What is counted of a pair, part by part, for its profile."""

    def __init__(self) -> None:
        self._links = self._grouped = 0
        self._sides = Both(_SideCounts(), _SideCounts())
        self._common = 0.0
        self._grown: list[float] = []

    def add(
        self,
        units: Both[Units],
        features: Both[Features],
        links: Sequence[SpanLink],
        *,
        times: int = 1,
    ) -> None:
        """Count a part of the texts with the links found in it; it stands for `times` parts."""
        self._links += times * len(links)
        grouped = sum(link.largest_group > 1 for link in links)
        self._grouped += times * grouped
        for side, counts in self._sides.items():
            runs, sentences = _gaps(len(units[side]), [of_side(link, side) for link in links])
            counts.gaps += times * runs
            counts.further += times * (sentences - runs)
        held = features.map(lambda side: side.only(_HELD_FAMILIES))
        for link in links:
            self._add_words(held, link.original, link.rewrite)
            self._add_growth(units, link.original, link.rewrite)

    def _add_words(self, held: Both[Features], one: Span, other: Span) -> None:
        """Count the rarity of the words of a link, and of those on both sides."""
        rarity = held.original.table.rarity
        words, others = (
            side.rows(span).ids if span.length == 1 else np.unique(side.rows(span).ids)
            for side, span in zip(held, (one, other), strict=True)
        )
        common = np.intersect1d(words, others, assume_unique=True)
        self._common += float(rarity[common].sum())
        self._sides.original.held += float(rarity[words].sum())
        self._sides.rewrite.held += float(rarity[others].sum())

    def _add_growth(self, units: Both[Units], one: Span, other: Span) -> None:
        words = units.original.words[one.start : one.end]
        others = units.rewrite.words[other.start : other.end]
        if words != others:
            lengths = (sum(map(len, words)), sum(map(len, others)))
            self._grown.append(math.log1p(lengths[1]) - math.log1p(lengths[0]))

    def profile(self) -> PairProfile:
        """Return the profile by what was counted."""
        grown = np.array(self._grown)
        count = len(grown) + _GROWTH_LINKS
        growth = float(grown.sum()) / count
        spread = (float(((grown - growth) ** 2).sum()) + _GROWTH_VARIANCE * _GROWTH_LINKS) / count
        return PairProfile(
            self._sides.map(lambda side: _log_rate(side.gaps, self._links, _GAP_PRIOR)),
            self._sides.map(
                lambda side: _log_rate(side.further, side.gaps + side.further, _FURTHER_PRIOR)
            ),
            self._sides.map(
                lambda side: (self._common + _KEPT_PRIOR.part) / (side.held + _KEPT_PRIOR.whole)
            ),
            _log_rate(self._grouped, self._links, _GROUPED_PRIOR),
            growth,
            spread,
        )


def _log_rate(count: int, of: int, prior: _Prior) -> float:
    """Return the logarithm of a share, with what is counted beforehand."""
    return math.log((count + prior.part) / (of + prior.whole))


def _gaps(count: int, spans: Sequence[Span]) -> tuple[int, int]:
    """Return the number of runs without a link, and of sentences in them."""
    free = np.zeros(count + 1, dtype=np.bool_)
    free[1:] = True
    for span in spans:
        free[span.start + 1 : span.end + 1] = False
    return int((free[1:] & ~free[:-1]).sum()), int(free.sum())
