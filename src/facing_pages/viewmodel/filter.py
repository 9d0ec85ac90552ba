"""Which changes a reader wants to see, by kind and weight, and the smallest unit marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facing_pages.marks.kinds import ALL_KINDS, SHOWN_WEIGHT, ViewKind, Weight, shows_kind
from facing_pages.viewmodel.modes import MarkLevel


@dataclass(frozen=True)
class Filter:
    """The kinds of change and the least weight a reader wants to see, and the smallest unit marked.

    A reader switches all kinds but that of punctuation, which is a weight of its own.
    """

    kinds: frozenset[ViewKind] = ALL_KINDS
    level: MarkLevel = MarkLevel.WORDS
    weight: Weight = SHOWN_WEIGHT

    def toggled(self, kind: ViewKind) -> Filter:
        """Return the filter with one kind switched."""
        return replace(self, kinds=self.kinds ^ {kind})

    def at_level(self, level: MarkLevel) -> Filter:
        """Return the filter with another smallest unit."""
        return replace(self, level=level)

    def from_weight(self, weight: Weight) -> Filter:
        """Return the filter with another least weight."""
        return replace(self, weight=weight)

    def shows(self, kind: ViewKind) -> bool:
        """Tell whether changes of a kind that no finding touches are shown, the weightiest."""
        return shows_kind(kind, self.kinds, self.weight)


def shown_kinds(kinds: Iterable[str]) -> frozenset[ViewKind]:
    """Return kinds by their names, unknown ones left out, as settings hold them."""
    return frozenset(ViewKind[name] for name in kinds if name in ViewKind.__members__)
