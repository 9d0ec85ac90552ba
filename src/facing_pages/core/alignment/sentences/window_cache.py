"""Links of windows found before, to be used again where nothing changed.

A window is known again by what it says, wherever it stands now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, NamedTuple, TypeVar

from facing_pages.core.alignment.sentences.anchors import SentenceWindow
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.pair_profile import PairProfile
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units, pair_units
from facing_pages.core.alignment.sentences.span_links import FoundLinks
from facing_pages.core.both import Both
from facing_pages.core.cache import GenerationalCache
from facing_pages.core.model import Document

Kept = TypeVar("Kept")

# Share of the windows that must be known for the profile of the pair to be taken to be the same, so
# that a small edit does not align everything again. By judgement.
MIN_KNOWN_SHARE: Final = 0.6


class Outline(NamedTuple):
    """What a pair is aligned by: the features of its units, and the windows it is cut into."""

    features: Both[Features]
    windows: list[SentenceWindow]


class WindowCache:
    """Links of windows, and the profile of the pair they were found by.

    What is worked out of the two texts alone is kept as long as the very same texts come again.
    """

    def __init__(self) -> None:
        self.windows: GenerationalCache[FoundLinks] = GenerationalCache()
        self._profile: PairProfile | None = None
        self._documents: Both[Document] | None = None
        self._units: Both[Units] | None = None
        self._outlined: Both[Units] | None = None
        self._outline: Outline | None = None

    def units(self, documents: Both[Document]) -> Both[Units]:
        """Return the units of two documents."""
        if self._units is None or not _same(documents, self._documents):
            self._units = pair_units(documents)
            self._documents = documents
        return self._units

    def outline(self, units: Both[Units], make: Callable[[Both[Units]], Outline]) -> Outline:
        """Return the outline of two texts, made by `make` where it is not known."""
        if self._outline is None or not _same(units, self._outlined):
            self._outline, self._outlined = make(units), units
        return self._outline

    def profile(self, parts: Sequence[Section]) -> PairProfile | None:
        """Return the profile of the pair if most of its windows are known."""
        known = sum(self.windows.has(_key(part)) for part in parts)
        return self._profile if known >= MIN_KNOWN_SHARE * len(parts) else None

    def set_profile(self, profile: PairProfile) -> None:
        """Remember the profile that windows are aligned by; what others gave is forgotten."""
        if profile != self._profile:
            self.windows.clear()
        self._profile = profile

    def chain(self, part: Section) -> FoundLinks | None:
        """Return what was found in a window, numbered from its start."""
        return self.windows.get(_key(part))

    def keep_chain(self, part: Section, chain: FoundLinks) -> None:
        """Remember what was found in a window, numbered from its start."""
        self.windows.put(_key(part), chain)


def _same(some: Both[Kept], others: Both[Kept] | None) -> bool:
    return others is not None and (
        some.original is others.original and some.rewrite is others.rewrite
    )


def _key(part: Section) -> Hashable:
    """Return what the links of a window depend on, in addition to the profile of the pair."""
    original, rewrite = (
        (
            # Not their hash, which another process would not find again.
            units.words,
            (units.paragraphs - units.paragraphs[:1]).tobytes(),
            (units.blocks - units.blocks[:1]).tobytes(),
            units.headings.tobytes(),
            units.rows.tobytes(),
            units.labels,
            units.repeated.tobytes(),
        )
        for units in part.units
    )
    return original, rewrite, part.limits
