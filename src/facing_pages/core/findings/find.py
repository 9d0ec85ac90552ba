"""The findings of a link, and of a whole comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from facing_pages.core.alignment.words.link_words import side_words
from facing_pages.core.both import Both
from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.names import changed_names
from facing_pages.core.findings.negations import changed_negations, negations
from facing_pages.core.findings.numbers import changed_numbers
from facing_pages.core.findings.quotations import changed_quotations, leaves_open
from facing_pages.core.findings.scales import changed_members
from facing_pages.core.findings.torn import torn_places
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import (
    Alignment,
    Document,
    Finding,
    FindingKind,
    LinkKind,
    Reason,
    Side,
    Span,
)
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.translatable import N_

# The least severity that is shown unless more is asked for; by judgement, where the sense shifts.
SHOWN_SEVERITY: Final = 3
_BECAME: Final = N_("{0} became {1}")
_GONE: Final = N_("the negation is gone: {0}")
_NEW: Final = N_("a negation is new: {0}")
_OPPOSITE: Final = N_("{0} and {1} mean the opposite")
_OTHER_WORDS: Final = N_("the quoted words are others: {0} became {1}")
_LEFT_OPEN: Final = N_("a quotation is left open")
_BROKEN: Final = N_("the sentence is broken here: {0}")
# How sure a finding of a kind is, from 0 to 1: the share of true ones among those on the
# development sets with as many faithful pairs as pairs with a planted fault of the kind.
_CONFIDENCE: Final = {
    FindingKind.NUMBER: 0.98,
    FindingKind.DATE: 0.95,
    FindingKind.NAME: 0.93,
    FindingKind.NEGATION: 0.98,
    FindingKind.ANTONYM: 0.96,
    FindingKind.MODALITY: 0.7,
    FindingKind.QUANTIFIER: 0.7,
    FindingKind.ATTRIBUTION: 0.7,
    FindingKind.QUOTATION: 0.8,
    FindingKind.TORN: 0.98,
}
_KIND_OF_SCALE: Final = {
    "modality": FindingKind.MODALITY,
    "evidence": FindingKind.MODALITY,
    "quantifier": FindingKind.QUANTIFIER,
    "report": FindingKind.ATTRIBUTION,
}


def find_all(
    documents: tuple[Document, Document], alignment: Alignment, progress: Progress = NO_PROGRESS
) -> tuple[Finding, ...]:
    """Return the findings of all links whose words are linked, in the order of the rewrite.

    Raises `Cancelled` when asked to stop.
    """
    pair = Both(*documents)
    languages = pair.map(lambda document: language_by_code(language_of(document.text)))
    found: list[Finding] = []
    for number, link in enumerate(progress.each(alignment.links)):
        if link.kind is LinkKind.SAME or not link.original or not link.rewrite:
            continue
        texts = pair.map(lambda document: document.text)
        sides = Both(
            side_words(pair.original, link, Side.ORIGINAL),
            side_words(pair.rewrite, link, Side.REWRITE),
        )
        found += link_findings(LinkReading(number, texts, sides, link.words, languages))
    return tuple(sorted(found, key=_place))


def link_findings(reading: LinkReading) -> list[Finding]:
    """Return the findings of one link."""
    return [finding for rule in _RULES for finding in rule(reading)]


def _place(finding: Finding) -> tuple[int, int]:
    span = finding.rewrite or finding.original or Span(0, 0)
    return finding.link, span.start


def _numbers(reading: LinkReading) -> Iterator[Finding]:
    for one, other in changed_numbers(reading):
        yield _became(reading, FindingKind.NUMBER, 4, one.words, other.words)


def _dates(reading: LinkReading) -> Iterator[Finding]:
    listed = reading.sides.map(lambda side: side.language.facts.dates)
    for _, i, j in changed_members(reading, listed):
        yield _became(reading, FindingKind.DATE, 4, Span(i, i + 1), Span(j, j + 1))


def _scales(reading: LinkReading) -> Iterator[Finding]:
    listed = reading.sides.map(lambda side: side.language.facts.scales)
    for family, i, j in changed_members(reading, listed):
        kind = _KIND_OF_SCALE[family]
        severity = 4 if kind is FindingKind.MODALITY else 3
        yield _became(reading, kind, severity, Span(i, i + 1), Span(j, j + 1))


def _names(reading: LinkReading) -> Iterator[Finding]:
    for one, other in changed_names(reading):
        yield _became(reading, FindingKind.NAME, 4, one, other)


def _negations(reading: LinkReading) -> Iterator[Finding]:
    for change in changed_negations(reading):
        here, there = reading.sides[change.side], reading.sides[change.side.other]
        words = Span(change.words.start, change.head + 1)
        partner = Span(change.partner, change.partner + 1)
        spans = {change.side: here.span(words), change.side.other: there.span(partner)}
        reason = Reason(_GONE if change.side is Side.ORIGINAL else _NEW, (here.quote(words),))
        yield _finding(reading, FindingKind.NEGATION, 5, spans, reason)


def _antonyms(reading: LinkReading) -> Iterator[Finding]:
    original, rewrite = reading.sides
    if original.language.code != rewrite.language.code:
        return
    if len(negations(original)) != len(negations(rewrite)):
        return  # "not correct", "incorrect"; what only one side denies is a finding of its own
    for i in range(len(original)):
        for j in reading.partners(Side.ORIGINAL, i):
            if are_opposite(original.lemmas[i], rewrite.lemmas[j], original.language.code):
                one, other = Span(i, i + 1), Span(j, j + 1)
                quotes = (original.quote(one), rewrite.quote(other))
                spans = {Side.ORIGINAL: original.span(one), Side.REWRITE: rewrite.span(other)}
                reason = Reason(_OPPOSITE, quotes)
                yield _finding(reading, FindingKind.ANTONYM, 5, spans, reason)


def _quotations(reading: LinkReading) -> Iterator[Finding]:
    original, rewrite = reading.sides
    for one, other, is_term in changed_quotations(reading):
        spans = {Side.ORIGINAL: original.span(one), Side.REWRITE: rewrite.span(other)}
        reason = Reason(_OTHER_WORDS, (original.quote(one), rewrite.quote(other)))
        yield _finding(reading, FindingKind.QUOTATION, 4 if is_term else 2, spans, reason)
    if leaves_open(reading):
        spans = {Side.REWRITE: rewrite.span(Span(0, len(rewrite)))}
        yield _finding(reading, FindingKind.QUOTATION, 2, spans, Reason(_LEFT_OPEN))


def _torn(reading: LinkReading) -> Iterator[Finding]:
    rewrite = reading.sides.rewrite
    for run in torn_places(reading):
        reason = Reason(_BROKEN, (rewrite.quote(run),))
        yield _finding(reading, FindingKind.TORN, 3, {Side.REWRITE: rewrite.span(run)}, reason)


_RULES: Final[tuple[Callable[[LinkReading], Iterator[Finding]], ...]] = (
    _numbers,
    _dates,
    _names,
    _negations,
    _antonyms,
    _scales,
    _quotations,
    _torn,
)


def _became(
    reading: LinkReading, kind: FindingKind, severity: int, one: Span, other: Span
) -> Finding:
    original, rewrite = reading.sides
    spans = {Side.ORIGINAL: original.span(one), Side.REWRITE: rewrite.span(other)}
    reason = Reason(_BECAME, (original.quote(one), rewrite.quote(other)))
    return _finding(reading, kind, severity, spans, reason)


def _finding(
    reading: LinkReading,
    kind: FindingKind,
    severity: int,
    spans: dict[Side, Span],
    reason: Reason,
) -> Finding:
    original, rewrite = spans.get(Side.ORIGINAL), spans.get(Side.REWRITE)
    confidence = _CONFIDENCE[kind]
    return Finding(kind, severity, original, rewrite, reading.number, confidence, reason)
