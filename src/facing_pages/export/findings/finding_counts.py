"""How many findings of each kind there are, in the words of a report."""

from __future__ import annotations

from collections.abc import Mapping

from facing_pages.core.model import FindingKind
from facing_pages.export.report_language import number_text, plural
from facing_pages.marks.finding_words import FINDING_NAMES


def kind_words(kind: FindingKind, count: int = 1) -> str:
    """Return what one finding of a kind is called, or several."""
    return plural(*FINDING_NAMES[kind], count)


def counts_text(counts: Mapping[FindingKind, int], separator: str = " · ") -> str:
    """Return the number of findings of each kind, such as "2 numbers · 1 negation"."""
    parts = [
        f"{number_text(counts[kind])} {kind_words(kind, counts[kind])}"
        for kind in FindingKind
        if counts.get(kind)
    ]
    return separator.join(parts)
