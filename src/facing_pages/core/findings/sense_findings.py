"""Findings of tier 1 and 2 about what is said: denied, opposite, more or less certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.making import became, found
from facing_pages.core.findings.negations import changed_negations, negations
from facing_pages.core.findings.scales import changed_members
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

_GONE: Final = N_("the negation is gone: {0}")
_NEW: Final = N_("a negation is new: {0}")
_OPPOSITE: Final = N_("{0} and {1} mean the opposite")
_KIND_OF_SCALE: Final = {
    "modality": FindingKind.MODALITY,
    "evidence": FindingKind.MODALITY,
    "quantifier": FindingKind.QUANTIFIER,
    "report": FindingKind.ATTRIBUTION,
}


def denials(reading: LinkReading) -> Iterator[Finding]:
    """Yield the negations that came or went."""
    for change in changed_negations(reading):
        words = Span(change.words.start, change.head + 1)
        partner = Span(change.partner, change.partner + 1)
        runs = {change.side: words, change.side.other: partner}
        sentence = _GONE if change.side is Side.ORIGINAL else _NEW
        reason = Reason(sentence, (reading.sides[change.side].quote(words),))
        yield found(reading, FindingKind.NEGATION, 5, runs, reason)


def opposites(reading: LinkReading) -> Iterator[Finding]:
    """Yield the words that became their opposites."""
    original, rewrite = reading.sides
    if original.language.code != rewrite.language.code:
        return
    if len(negations(original)) != len(negations(rewrite)):
        return  # "not correct", "incorrect"; what only one side denies is a finding of its own
    for i in range(len(original)):
        for j in reading.partners(Side.ORIGINAL, i):
            if are_opposite(original.lemmas[i], rewrite.lemmas[j], original.language.code):
                runs = {Side.ORIGINAL: Span(i, i + 1), Side.REWRITE: Span(j, j + 1)}
                reason = Reason(_OPPOSITE, (original.words[i], rewrite.words[j]))
                yield found(reading, FindingKind.ANTONYM, 5, runs, reason)


def scales(reading: LinkReading) -> Iterator[Finding]:
    """Yield the words that stand higher or lower on a scale than those they became."""
    listed = reading.sides.map(lambda side: side.language.facts.scales)
    for family, i, j in changed_members(reading, listed):
        kind = _KIND_OF_SCALE[family]
        severity = 4 if kind is FindingKind.MODALITY else 3
        yield became(reading, kind, severity, Span(i, i + 1), Span(j, j + 1))
