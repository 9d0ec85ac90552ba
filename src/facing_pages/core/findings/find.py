"""The findings of a link, and of a whole comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from facing_pages.core.findings import fact_findings, sense_findings, statement_findings
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.merging import (
    merged,
    not_named_otherwise,
    place_of,
    without_doubles,
)
from facing_pages.core.findings.pair_reading import PairReading
from facing_pages.core.findings.reader.meaning_reader import MeaningReader
from facing_pages.core.findings.reader.reader_findings import (
    confirmed,
    reader_findings,
    scores_of,
)
from facing_pages.core.model import Alignment, Document, Finding, LinkKind
from facing_pages.core.progress import NO_PROGRESS, Progress

Rule = Callable[[LinkReading], Iterator[Finding]]
_RULES: Final[tuple[Rule, ...]] = (
    fact_findings.numbers,
    fact_findings.dates,
    fact_findings.names,
    sense_findings.denials,
    sense_findings.opposites,
    sense_findings.scales,
    sense_findings.cues,
    sense_findings.questions,
    sense_findings.tenses,
    statement_findings.sources,
    statement_findings.roles,
    statement_findings.relations,
    fact_findings.quotations,
    fact_findings.torn,
    statement_findings.left_out_words,
)


def find_all(
    documents: tuple[Document, Document],
    alignment: Alignment,
    progress: Progress = NO_PROGRESS,
    *,
    reader: MeaningReader | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of all links, in the order of the rewrite.

    Links that have sentences on both sides must have their words linked. The trained `reader` is
    asked in addition to the rules. Raises `Cancelled` when asked to stop.
    """
    pair = PairReading(documents, alignment)
    found: list[Finding] = []
    for number, link in enumerate(progress.each(alignment.links)):
        if link.kind is not LinkKind.SAME:
            found += link_findings(pair.link(number), reader)
    return tuple(sorted(found, key=place_of))


def link_findings(reading: LinkReading, reader: MeaningReader | None = None) -> list[Finding]:
    """Return the findings of one link, which may have sentences on one side only."""
    if not all(map(len, reading.sides)):
        return list(statement_findings.left_out_words(reading))
    by_rules = [finding for rule in _RULES for finding in rule(reading)]
    scores = None if reader is None else scores_of(reading, reader)
    if reader is None or scores is None:
        return without_doubles(by_rules)
    kept = list(confirmed(by_rules, scores, reader.limits))
    by_reader = reader_findings(reading, scores, reader.limits)
    return merged(kept, not_named_otherwise(by_reader, kept))
