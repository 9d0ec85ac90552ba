"""The first chapter of a report: what changed in meaning, the gravest first.

All formats write it from this, so that they list the same findings in the same order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Comparison, Finding, FindingKind, Side, Span
from facing_pages.core.translatable import N_
from facing_pages.core.translations import sentence_case
from facing_pages.export.findings.finding_counts import counts_text, kind_words
from facing_pages.export.report_language import number_text, plural, tr
from facing_pages.marks.finding_words import (
    NONE_FOUND,
    READ_BOTH,
    SEVERITY_NAMES,
    kinds_looked_for,
    looked_for_sentences,
)

FINDINGS_TITLE: Final = N_("What changed in meaning")
# Shown in place of a passage.
NO_PASSAGE: Final = N_("nothing corresponds")


class PassageRun(NamedTuple):
    """Words of a passage; `is_found`: they are what the finding is about."""

    text: str
    is_found: bool = False


Passage = tuple[PassageRun, ...]


class ReportFinding(NamedTuple):
    """A finding in the list: its number from 1, its reason, and the passages of both sides.

    A passage without any run has no counterpart. `paragraph` counts from 1 in the original, or in
    the rewrite if the original has nothing of it; `row` is the row of the report it is in.
    """

    number: int
    finding: Finding
    original: Passage
    rewrite: Passage
    paragraph: int
    row: int

    def passage(self, side: Side) -> Passage:
        """Return the sentences of a side in one line, in runs."""
        return of_side(self, side)

    def passage_text(self, side: Side) -> str:
        """Return the sentences of a side in one line, "" if there are none."""
        return "".join(run.text for run in self.passage(side))

    def words(self, side: Side) -> str:
        """Return the words of a side that the finding is about, "" if there are none."""
        return " … ".join(run.text for run in self.passage(side) if run.is_found)

    @property
    def side(self) -> Side:
        """Return the side that a note on the finding belongs to: the rewrite if it has words."""
        has_words = {side: span for side in Side if (span := self.finding.span(side))}
        with_words = [side for side, span in has_words.items() if span.length]
        return (with_words or [*has_words] or [Side.REWRITE])[-1]

    @property
    def name(self) -> str:
        """Return the name of the kind with a capital, as a heading has it."""
        return sentence_case(kind_words(self.finding.kind))

    @property
    def reason(self) -> str:
        """Return the reason, without the name of the kind where it begins with that."""
        reason = self.finding.reason
        words = tr(reason.sentence).format(*reason.words)
        return words.removeprefix(f"{kind_words(self.finding.kind)}: ")

    @property
    def gravity(self) -> str:
        """Return the severity as a number and in words."""
        severity = self.finding.severity
        return tr("severity {number}, {name}", number=severity, name=tr(SEVERITY_NAMES[severity]))

    @property
    def where(self) -> str:
        """Return in which paragraph the finding is."""
        return f"¶ {number_text(self.paragraph)}"


@dataclass(frozen=True, slots=True)
class FindingsChapter:
    """The findings of at least a severity, and how many others there are `below` it."""

    findings: tuple[ReportFinding, ...]
    severity: int
    below: int
    looked_for: frozenset[FindingKind]

    @property
    def counts(self) -> dict[FindingKind, int]:
        """Return the number of findings of each kind that there are some of, in a fixed order."""
        counts = Counter(entry.finding.kind for entry in self.findings)
        return {kind: counts[kind] for kind in FindingKind if counts[kind]}

    @property
    def headline(self) -> str:
        """Return the counts in a line, or that nothing was found."""
        return counts_text(self.counts) or tr(NONE_FOUND)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a reader should know of the list: sentences, each a paragraph."""
        first = (tr(READ_BOTH),) if self.findings else looked_for_sentences(self.looked_for, tr)
        return (*first, *self._lesser_ones())

    def _lesser_ones(self) -> Iterator[str]:
        if self.below:
            yield plural(
                "There is {count} more finding below severity {severity}, which is not listed.",
                "There are {count} more findings below severity {severity}, which are not listed.",
                self.below,
                severity=self.severity,
            )


def findings_chapter(
    comparison: Comparison,
    severity: int,
    rows: Both[list[int]],
    chosen: Collection[int] | None = None,
) -> FindingsChapter | None:
    """Return the chapter on the findings of a comparison; None if they were not looked for.

    `rows` has the row of each paragraph of each side; only findings in `chosen` rows are taken,
    all of them if it is None.
    """
    if comparison.findings is None:
        return None
    paragraphs = [_paragraphs(comparison, finding) for finding in comparison.findings]
    found = [
        (finding, places)
        for finding, places in zip(comparison.findings, paragraphs, strict=True)
        if chosen is None or any(rows[side][number] in chosen for side, number in places)
    ]
    shown = [entry for entry in found if entry[0].severity >= severity]
    shown.sort(key=lambda entry: -entry[0].severity)
    entries = [
        _entry(comparison, number, finding, places[0], rows)
        for number, (finding, places) in enumerate(shown, 1)
    ]
    below = len(found) - len(shown)
    return FindingsChapter(tuple(entries), severity, below, kinds_looked_for())


def _paragraphs(comparison: Comparison, finding: Finding) -> list[tuple[Side, int]]:
    """Return the paragraph of each side that has something of a finding, counted from 0."""
    found: list[tuple[Side, int]] = []
    link = comparison.alignment.links[finding.link]
    for side in Side:
        document, span, numbers = comparison.document(side), finding.span(side), link.numbers(side)
        if span is not None:
            starts = document.paragraphs
            place = bisect_right(starts, span.start, key=lambda one: one.span.start) - 1
            found.append((side, place))
        elif numbers:
            found.append((side, document.sentences[numbers[0]].paragraph))
    return found


def _entry(
    comparison: Comparison,
    number: int,
    finding: Finding,
    place: tuple[Side, int],
    rows: Both[list[int]],
) -> ReportFinding:
    side, paragraph = place
    passages = Both.of(lambda side: tuple(_passage(comparison, finding, side)))
    row = rows[side][paragraph] + 1
    return ReportFinding(number, finding, passages.original, passages.rewrite, paragraph + 1, row)


def _passage(comparison: Comparison, finding: Finding, side: Side) -> Iterator[PassageRun]:
    """Yield the sentences of a side, cut at the ends of the finding."""
    document, span = comparison.document(side), finding.span(side)
    whole = _sentences_of(comparison, finding, side)
    if whole is None:
        return
    start, end = span or Span(whole.end, whole.end)
    parts = (Span(whole.start, start), Span(start, end), Span(end, whole.end))
    for part, is_found in zip(parts, (False, True, False), strict=True):
        if text := part.of(document.text):
            yield PassageRun(" ".join(text.splitlines()), is_found)


def _sentences_of(comparison: Comparison, finding: Finding, side: Side) -> Span | None:
    """Return where the sentences of a side stand: those of the link, or else of the finding."""
    document, span = comparison.document(side), finding.span(side)
    numbers = comparison.alignment.links[finding.link].numbers(side)
    whole = document.sentences_span(numbers) if numbers else None
    if span is None or (whole and whole.start <= span.start and span.end <= whole.end):
        return whole
    around = [n for n, one in enumerate(document.sentences) if _touch(one.span, span)]
    return document.sentences_span(around) if around else span


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


class FoundPlace(NamedTuple):
    """Where a finding is marked in a text, and its number in the chapter."""

    start: int
    end: int
    number: int


class FoundPlaces:
    """An index of the words of a side's text that belong to findings, by position.

    A finding without words on either side is marked at the character before its place.
    """

    def __init__(self, chapter: FindingsChapter | None, side: Side) -> None:
        entries = chapter.findings if chapter is not None else ()
        self._places = sorted(_marked_on(side, entries))
        self._reach = list(accumulate((place.end for place in self._places), max))

    def within(self, span: Span) -> list[FoundPlace]:
        """Return the places that overlap a part of the text."""
        last = bisect_left(self._places, span.end, key=lambda place: place.start)
        first = bisect_right(self._reach, span.start, hi=last)
        return [place for place in self._places[first:last] if place.end > span.start]

    def at(self, position: int) -> tuple[int, ...]:
        """Return the numbers of the findings to which a character belongs."""
        if not self._places:
            return ()
        return tuple(place.number for place in self.within(Span(position, position + 1)))


def _marked_on(side: Side, entries: Iterable[ReportFinding]) -> Iterator[FoundPlace]:
    for entry in entries:
        span = entry.finding.span(side)
        if span is not None and (span.length or entry.side is side):
            yield FoundPlace(min(span.start, max(span.end - 1, 0)), span.end, entry.number)
