"""Links of windows found before, to be used again where nothing changed.

A window is known again by what it says, wherever it stands now.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from facing_pages.core.alignment.chain import Piece
from facing_pages.core.alignment.runs import Runs
from facing_pages.core.alignment.traits import Traits
from facing_pages.core.store import Store

# Share of the windows that must be known for the traits of the pair to be taken to be the same.
KNOWN_SHARE: Final = 0.6


class AlignmentMemory:
    """Links of windows, and the traits of the pair they were found by."""

    def __init__(self) -> None:
        self.windows: Store[list[Piece]] = Store()
        self._traits: Traits | None = None

    def traits(self, parts: Sequence[Runs]) -> Traits | None:
        """Return the traits of the pair if most of its windows are known."""
        known = sum(self.windows.has(_key(part)) for part in parts)
        return self._traits if known >= KNOWN_SHARE * len(parts) else None

    def set_traits(self, traits: Traits) -> None:
        """Remember the traits that windows are aligned by; what others gave is forgotten."""
        if traits != self._traits:
            self.windows.clear()
        self._traits = traits

    def chain(self, part: Runs) -> list[Piece] | None:
        """Return the links of a window, numbered from its start."""
        return self.windows.get(_key(part))

    def keep_chain(self, part: Runs, chain: list[Piece]) -> None:
        """Remember the links of a window, numbered from its start."""
        self.windows.put(_key(part), chain)


def _key(part: Runs) -> Hashable:
    """Return what the links of a window depend on, beside the traits of the pair."""
    original, rewrite = (
        (
            hash(units.words),
            len(units),
            (units.paragraphs - units.paragraphs[:1]).tobytes(),
            units.headings.tobytes(),
        )
        for units in part.units
    )
    return original, rewrite, part.limits
