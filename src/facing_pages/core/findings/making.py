"""How a finding is made: its spans from runs of words, its confidence from its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

_BECAME: Final = N_("{0} became {1}")
# How sure a finding of a kind is, from 0 to 1: the share of true ones among those on the
# development sets with as many faithful pairs as pairs with a planted fault of the kind.
_CONFIDENCE: Final = {
    FindingKind.NUMBER: 0.98,
    FindingKind.DATE: 0.95,
    FindingKind.NAME: 0.93,
    FindingKind.NEGATION: 0.98,
    FindingKind.ANTONYM: 0.96,
    FindingKind.ROLES: 0.8,
    FindingKind.MODALITY: 0.7,
    FindingKind.QUANTIFIER: 0.7,
    FindingKind.ATTRIBUTION: 0.7,
    FindingKind.QUOTATION: 0.8,
    FindingKind.OMISSION: 0.7,
    FindingKind.INVENTION: 0.7,
    FindingKind.FALSE_SYNONYM: 0.6,
    FindingKind.TENSE: 0.7,
    FindingKind.TORN: 0.98,
}


def became(
    reading: LinkReading,
    kind: FindingKind,
    severity: int,
    one: Span,
    other: Span,
    confidence: float | None = None,
) -> Finding:
    """Return the finding that a run of words became another one."""
    quotes = (reading.sides.original.quote(one), reading.sides.rewrite.quote(other))
    runs = {Side.ORIGINAL: one, Side.REWRITE: other}
    return found(reading, kind, severity, runs, Reason(_BECAME, quotes), confidence)


def found(
    reading: LinkReading,
    kind: FindingKind,
    severity: int,
    runs: Mapping[Side, Span | None],
    reason: Reason,
    confidence: float | None = None,
) -> Finding:
    """Return a finding; `runs` has the words of the sides that it stands on."""
    spans = {side: reading.sides[side].span(run) for side, run in runs.items() if run is not None}
    return Finding(
        kind,
        severity,
        spans.get(Side.ORIGINAL),
        spans.get(Side.REWRITE),
        reading.number,
        _CONFIDENCE[kind] if confidence is None else confidence,
        reason,
    )
