"""Findings that say the same thing become one.

rules    number   1985 > 1995   .98        reader   number   in 1985 > in 1995   .91
merged   number   1985 > 1995   .98
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from facing_pages.core.model import Finding, FindingKind, Side, Span

_ONE_SIDED: Final = frozenset({FindingKind.OMISSION, FindingKind.INVENTION})
# The severity of a quantity that became an opposite one.
_OPPOSITE_QUANTITY: Final = 4
# Kinds that say of two opposite words what they are opposites of.
_KINDS_OF_OPPOSITES: Final = frozenset(
    {
        FindingKind.NUMBER,
        FindingKind.DATE,
        FindingKind.QUANTIFIER,
        FindingKind.MODALITY,
        FindingKind.ATTRIBUTION,
        FindingKind.TENSE,
    }
)


def merged(*sources: Iterable[Finding]) -> list[Finding]:
    """Return the findings of several sources, those that agree as one, in order of the rewrite.

    Two agree if they are of one kind and one link, and their spans overlap on a side that both
    have. The first source gives spans, severity and reason, the surer one the confidence.
    """
    kept: list[Finding] = []
    for source in sources:
        new: list[Finding] = []
        for finding in source:
            place = next((n for n, other in enumerate(kept) if _agree(finding, other)), None)
            if place is None:
                new.append(finding)
            else:
                sure = max(kept[place].confidence, finding.confidence)
                kept[place] = replace(kept[place], confidence=sure)
        kept += new
    return sorted(without_doubles(kept), key=place_of)


def not_named_otherwise(
    findings: Iterable[Finding], others: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield findings but for those at whose words one of `others` says that something else changed.

    A question that became a statement is less certainty or another tense, and listed once.
    Quotations are as long as speeches, and hide nothing.
    """
    for finding in findings:
        if not any(
            _touch(finding, other)
            for other in others
            if other.kind not in (finding.kind, FindingKind.QUOTATION)
        ):
            yield finding


def without_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without what another kind says better at the same words.

    A name that only the rewrite has is a name, and no addition as well. "Some" and "all" are two
    quantities, and opposites no second time; the finding that stays is then graver.
    Quotations are as long as speeches, and hide nothing.
    """
    telling = [f for f in findings if f.kind not in _ONE_SIDED | {FindingKind.QUOTATION}]
    kept: list[Finding] = []
    for finding in findings:
        if finding.kind in _ONE_SIDED and any(_touch(finding, other) for other in telling):
            continue
        if finding.kind is FindingKind.ANTONYM and any(_says_more(f, finding) for f in telling):
            continue
        is_opposite = any(_says_more(finding, other) for other in telling)
        kept.append(_graver(finding) if is_opposite else finding)
    return kept


def _graver(finding: Finding) -> Finding:
    """Return a finding at opposite words: some and all are further apart than some and many."""
    if finding.kind is not FindingKind.QUANTIFIER:
        return finding
    return replace(finding, severity=max(finding.severity, _OPPOSITE_QUANTITY))


def _says_more(one: Finding, opposite: Finding) -> bool:
    """Tell whether a finding says on both sides in which way words are opposites."""
    return (
        one.kind in _KINDS_OF_OPPOSITES
        and opposite.kind is FindingKind.ANTONYM
        and one.link == opposite.link
        and all(_overlap(one.span(side), opposite.span(side)) for side in Side)
    )


def place_of(finding: Finding) -> tuple[int, int]:
    """Return where a finding stands: its link, then its place in the rewrite or the original."""
    span = finding.rewrite or finding.original or Span(0, 0)
    return finding.link, span.start


def _agree(one: Finding, other: Finding) -> bool:
    return one.kind is other.kind and _touch(one, other)


def _touch(one: Finding, other: Finding) -> bool:
    return one.link == other.link and any(
        _overlap(one.span(side), other.span(side)) for side in Side
    )


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end
