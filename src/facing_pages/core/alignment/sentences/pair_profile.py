"""What a pair of texts is like, counted over links that were found in it.

An abridgement leaves out much and adds nothing, a translation leaves out nothing, a draft is
mostly kept word by word: the same two sentences are a link in one pair of texts and none in
another.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.sentences.features.sentence_features import Family, Features
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.model import Span

# What is counted beforehand, so that short texts are taken to be like most: gaps and links, further
# sentences in gaps and all, grouped links and all, lengths.
_GAPS: Final = (2.0, 16.0)
_FURTHER: Final = (2.0, 4.0)
_GROUPED: Final = (1.5, 18.0)
_LENGTHS: Final = (8.0, 0.12)
_KEPT: Final = (26.0, 40.0)
# What a sentence holds that its rewrite may keep.
_HELD: Final = (Family.WORD, Family.NUMBER)


class PairProfile(NamedTuple):
    """The profile of a pair, the original's first where each side has its own.

    `gaps`: log of gaps in a link; `further`: log of the share of sentences in gaps that are not
    the first there. `kept`: share of the words' rarity in links that is found on the other side.
    `grouped`: log of the share of links of more than one sentence on a side. `growth`: mean
    logarithm of words in the rewrite by words in the original; `spread`: its variance.
    """

    gaps: tuple[float, float]
    further: tuple[float, float]
    kept: tuple[float, float]
    grouped: float
    growth: float
    spread: float


# Those of a pair nothing is known of.
TYPICAL: Final = PairProfile((-2.0, -2.0), (-0.7, -0.7), (0.6, 0.6), -2.5, 0.0, 0.12)


class ProfileCounter:
    """What is counted of a pair, part by part, for its profile."""

    def __init__(self) -> None:
        self._links = self._grouped = 0
        self._gaps, self._further = [0, 0], [0, 0]
        self._common = 0.0
        self._held = [0.0, 0.0]
        self._grown: list[float] = []

    def add(
        self,
        units: tuple[Units, Units],
        features: tuple[Features, Features],
        links: Sequence[SpanLink],
        *,
        times: int = 1,
    ) -> None:
        """Count a part of the texts with the links found in it, for so many parts like it."""
        self._links += times * len(links)
        grouped = sum(link.largest_group > 1 for link in links)
        self._grouped += times * grouped
        spans = ([link.original for link in links], [link.rewrite for link in links])
        for side in (0, 1):
            runs, sentences = _gaps(len(units[side]), spans[side])
            self._gaps[side] += times * runs
            self._further[side] += times * (sentences - runs)
        held = (features[0].only(_HELD), features[1].only(_HELD))
        for link in links:
            self._add_words(held, link.original, link.rewrite)
            self._add_growth(units, link.original, link.rewrite)

    def _add_words(self, held: tuple[Features, Features], one: Span, other: Span) -> None:
        """Count the rarity of the words of a link, and of those on both sides."""
        rarity = held[0].table.rarity
        words, others = (
            side.rows(span).ids if span.length == 1 else np.unique(side.rows(span).ids)
            for side, span in zip(held, (one, other), strict=True)
        )
        common = np.intersect1d(words, others, assume_unique=True)
        self._common += float(rarity[common].sum())
        self._held[0] += float(rarity[words].sum())
        self._held[1] += float(rarity[others].sum())

    def _add_growth(self, units: tuple[Units, Units], one: Span, other: Span) -> None:
        words = (units[0].words[one.start : one.end], units[1].words[other.start : other.end])
        if words[0] != words[1]:
            lengths = [sum(map(len, side)) for side in words]
            self._grown.append(math.log1p(lengths[1]) - math.log1p(lengths[0]))

    def profile(self) -> PairProfile:
        """Return the profile by what was counted."""
        gaps = [math.log((runs + _GAPS[0]) / (self._links + _GAPS[1])) for runs in self._gaps]
        further = [
            math.log((more + _FURTHER[0]) / (runs + more + _FURTHER[1]))
            for runs, more in zip(self._gaps, self._further, strict=True)
        ]
        kept = [(self._common + _KEPT[0]) / (held + _KEPT[1]) for held in self._held]
        grown = np.array(self._grown)
        count = len(grown) + _LENGTHS[0]
        growth = float(grown.sum()) / count
        spread = (float(((grown - growth) ** 2).sum()) + _LENGTHS[1] * _LENGTHS[0]) / count
        return PairProfile(
            (gaps[0], gaps[1]),
            (further[0], further[1]),
            (kept[0], kept[1]),
            math.log((self._grouped + _GROUPED[0]) / (self._links + _GROUPED[1])),
            growth,
            spread,
        )


def _gaps(count: int, spans: Sequence[Span]) -> tuple[int, int]:
    """Return the number of runs without a link, and of sentences in them."""
    free = np.zeros(count + 1, dtype=np.bool_)
    free[1:] = True
    for span in spans:
        free[span.start + 1 : span.end + 1] = False
    return int((free[1:] & ~free[:-1]).sum()), int(free.sum())
