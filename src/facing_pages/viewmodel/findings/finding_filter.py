"""Which findings a reader wants to see: from which severity on, and of which kinds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from facing_pages.core.model import FindingKind
from facing_pages.core.options import SHOWN_SEVERITY


@dataclass(frozen=True)
class FindingFilter:
    """The least severity of findings that are shown, 1 to 5, and the kinds that are not."""

    severity: int = SHOWN_SEVERITY
    hidden: frozenset[FindingKind] = frozenset()

    @classmethod
    def of(cls, severity: int | None, hidden: Collection[str]) -> FindingFilter:
        """Return the filter of settings, with kinds by their names; unknown ones are left out."""
        kinds = frozenset(kind for kind in FindingKind if kind.value in hidden)
        return cls(SHOWN_SEVERITY if severity is None else severity, kinds)

    @property
    def hidden_names(self) -> tuple[str, ...]:
        """Return the kinds that are not shown by their names, as settings hold them."""
        return tuple(sorted(kind.value for kind in self.hidden))

    def toggled(self, kind: FindingKind) -> FindingFilter:
        """Return the filter with one kind switched."""
        return replace(self, hidden=self.hidden ^ {kind})

    def from_severity(self, severity: int) -> FindingFilter:
        """Return the filter with another least severity."""
        return replace(self, severity=severity)
