"""What the trained reader says of a link: its own findings, and which of the rules it denies.

scores   He     may    come    .        limit of modality: 1.2
pair                                    modality 3.1
words    -4.0   2.8    -1.1    -6.0     > the run "may"

A kind whose score for the pair reaches its limit is a finding. It stands where its words score
highest; on a side where no word comes near that, it stands nowhere. A finding of the rules whose
kind scores very low is no finding: the rules see words, the reader what they say together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np

from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.making import found
from facing_pages.core.findings.reader.meaning_reader import (
    Floats,
    Limits,
    MeaningReader,
    Scores,
)
from facing_pages.core.findings.reader.reader_kinds import READER_KINDS
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

# How far below the best word of a pair a word may score and still belong to the finding, and the
# best one of a side for the finding to stand there. By judgement, on pairs kept out of training.
SPREAD: Final = 2.0
SIDE_SPREAD: Final = 4.0
# Words inside a run that may score less. By judgement.
MAX_GAP_WORDS: Final = 1

_SEVERITY_OF_KIND: Final[Mapping[FindingKind, int]] = {
    FindingKind.NAME: 4,
    FindingKind.NEGATION: 5,
    FindingKind.ANTONYM: 5,
    FindingKind.ROLES: 5,
    FindingKind.MODALITY: 4,
    FindingKind.QUANTIFIER: 3,
    FindingKind.ATTRIBUTION: 3,
    FindingKind.OMISSION: 3,
    FindingKind.INVENTION: 3,
    FindingKind.FALSE_SYNONYM: 3,
    FindingKind.TENSE: 3,
    FindingKind.TORN: 3,
}
_REASON_OF_KIND: Final[Mapping[FindingKind, str]] = {
    FindingKind.NAME: N_("may be somebody or something else: {0} became {1}"),
    FindingKind.NEGATION: N_("one side may deny what the other says: {0} became {1}"),
    FindingKind.ANTONYM: N_("may mean the opposite: {0} became {1}"),
    FindingKind.ROLES: N_("who does what to whom may be another: {0} became {1}"),
    FindingKind.MODALITY: N_("may be more or less certain: {0} became {1}"),
    FindingKind.QUANTIFIER: N_("may be more or fewer: {0} became {1}"),
    FindingKind.ATTRIBUTION: N_("may be said by somebody else: {0} became {1}"),
    FindingKind.OMISSION: N_("may be left out: {0}"),
    FindingKind.INVENTION: N_("only the rewrite may say: {0}"),
    FindingKind.FALSE_SYNONYM: N_("may not mean the same: {0} became {1}"),
    FindingKind.TENSE: N_("may be at another time: {0} became {1}"),
    FindingKind.TORN: N_("the sentence may be broken here: {0}"),
}
# Kinds that stand on one side only.
_ONLY_ON: Final[Mapping[FindingKind, Side]] = {
    FindingKind.OMISSION: Side.ORIGINAL,
    FindingKind.INVENTION: Side.REWRITE,
    FindingKind.TORN: Side.REWRITE,
}
# Kinds that the rules are surer of than the reader.
_RULED: Final = frozenset(
    {FindingKind.NUMBER, FindingKind.DATE, FindingKind.QUOTATION, FindingKind.TORN}
)
_NO_WORDS: Final = "–"


def scores_of(reading: LinkReading, reader: MeaningReader) -> Scores | None:
    """Return what the reader says of a link.

    None if it lacks a side, is too long or not in the language that the reader knows.
    """
    if not all(map(len, reading.sides)) or not _is_english(reading):
        return None
    return reader.scores(reading.sides.map(lambda side: side.words), reading.links)


def confirmed(findings: Iterable[Finding], scores: Scores, limits: Limits) -> Iterator[Finding]:
    """Yield the findings of the rules that the reader does not deny.

    It does not where it is sure of any kind: a question that became a statement is a certainty for
    the rules and a tense for the reader.
    """
    is_sure = any(_score(scores, kind) >= limits[kind].least for kind in READER_KINDS)
    for finding in findings:
        kind = finding.kind
        if kind in _RULED or is_sure or _score(scores, kind) >= limits[kind].denied:
            yield finding


def _score(scores: Scores, kind: FindingKind) -> float:
    return float(scores.pair[READER_KINDS.index(kind)])


def reader_findings(reading: LinkReading, scores: Scores, limits: Limits) -> Iterator[Finding]:
    """Yield what the reader finds in a link by itself; numbers are left to the rules."""
    for place, kind in enumerate(READER_KINDS):
        if kind is FindingKind.NUMBER:
            continue
        limit = limits[kind]
        logit = _score(scores, kind)
        if logit >= limit.least:
            runs = _runs(reading, kind, scores, place)
            yield _finding(reading, kind, runs, limit.confidence(logit))


def _is_english(reading: LinkReading) -> bool:
    return all(side.language.code == "en" for side in reading.sides)


def _runs(reading: LinkReading, kind: FindingKind, scores: Scores, place: int) -> dict[Side, Span]:
    """Return the words of each side that a finding stands on."""
    sides = [_ONLY_ON[kind]] if kind in _ONLY_ON else list(Side)
    columns = {side: _of_words(reading, side, scores.words[side][:, place]) for side in sides}
    best = max(float(column.max()) for column in columns.values())
    return {
        side: _run(column)
        for side, column in columns.items()
        if float(column.max()) >= best - SIDE_SPREAD
    }


def _of_words(reading: LinkReading, side: Side, column: Floats) -> Floats:
    """Return the scores of words; marks count only where there is nothing else."""
    marks = np.array(reading.sides[side].marks)
    return column if marks.all() else np.where(marks, column.min() - SPREAD, column)


def _run(column: Floats) -> Span:
    """Return the run of words around the best one that score nearly as high."""
    start = int(column.argmax())
    end = start + 1
    near = column >= column[start] - SPREAD
    while near[max(0, start - 1 - MAX_GAP_WORDS) : start].any():
        start -= 1
    while near[end : end + 1 + MAX_GAP_WORDS].any():
        end += 1
    return Span(start, end)


def _finding(
    reading: LinkReading, kind: FindingKind, runs: Mapping[Side, Span], confidence: float
) -> Finding:
    quotes = {side: reading.sides[side].quote(run) for side, run in runs.items()}
    sides = [_ONLY_ON[kind]] if kind in _ONLY_ON else list(Side)
    words = tuple(quotes.get(side, _NO_WORDS) for side in sides)
    reason = Reason(_REASON_OF_KIND[kind], words)
    return found(reading, kind, _SEVERITY_OF_KIND[kind], runs, reason, confidence)
