"""Which kinds of change a reader wants to see, and down to which unit they are marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facing_pages.marks.kinds import SHOWN_AT_FIRST, ViewKind
from facing_pages.viewmodel.modes import MarkLevel


@dataclass(frozen=True)
class Filter:
    """The kinds of change a reader wants to see, and the smallest unit that is marked."""

    kinds: frozenset[ViewKind] = SHOWN_AT_FIRST
    level: MarkLevel = MarkLevel.WORDS

    def toggled(self, kind: ViewKind) -> Filter:
        """Return the filter with one kind switched."""
        return replace(self, kinds=self.kinds ^ {kind})

    def at_level(self, level: MarkLevel) -> Filter:
        """Return the filter with another smallest unit."""
        return replace(self, level=level)

    def shows(self, kind: ViewKind) -> bool:
        """Tell whether changes of a kind are shown."""
        return kind in self.kinds


def shown_kinds(kinds: Iterable[str]) -> frozenset[ViewKind]:
    """Return kinds by their names, unknown ones left out, as settings hold them."""
    return frozenset(ViewKind[name] for name in kinds if name in ViewKind.__members__)
