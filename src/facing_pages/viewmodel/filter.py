"""Which kinds of change a reader wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facing_pages.viewmodel.kinds import SHOWN_AT_FIRST, ViewKind


@dataclass(frozen=True)
class Filter:
    """The kinds of change a reader wants to see."""

    kinds: frozenset[ViewKind] = SHOWN_AT_FIRST

    def toggled(self, kind: ViewKind) -> Filter:
        """Return the filter with one kind switched."""
        return replace(self, kinds=self.kinds ^ {kind})

    def shows(self, kind: ViewKind) -> bool:
        """Tell whether changes of a kind are shown."""
        return kind in self.kinds


def shown_kinds(kinds: Iterable[str]) -> frozenset[ViewKind]:
    """Return kinds by their names, unknown ones left out, as settings hold them."""
    return frozenset(ViewKind[name] for name in kinds if name in ViewKind.__members__)
