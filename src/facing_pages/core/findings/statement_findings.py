"""Findings of tier 2 about statements: what one side leaves out or adds, and who said it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facing_pages.core.both import Both
from facing_pages.core.findings.amounts.numbers import number_pairs
from facing_pages.core.findings.cues import changed_cues, cues_of
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.findings.making import found
from facing_pages.core.findings.omissions.omissions import left_out
from facing_pages.core.findings.roles.agents import turned_agents
from facing_pages.core.findings.roles.relations import turned_relations
from facing_pages.core.findings.roles.roles import changed_roles
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

# Words beside a verb of saying that name who says it. By judgement.
_MAX_SOURCE: Final = 4
_WORDS_LEFT_OUT: Final = N_("left out: {0}")
_WORDS_ADDED: Final = N_("only the rewrite says: {0}")
_SENTENCE_LEFT_OUT: Final = N_("a sentence is left out: {0}")
_SENTENCE_IS_ADDED: Final = N_("a sentence is added: {0}")
_TURNED_ROUND: Final = N_("who did what to whom is turned round: {0} and {1}")
_OTHER_DOER: Final = N_("who does it and to whom it is done is turned round: {0} became {1}")
_ORDER_TURNED: Final = N_("what came first now comes later: {0} became {1}")
_COMPARISON_TURNED: Final = N_("the comparison is turned round: {0} became {1}")
_NOW_A_FACT: Final = N_("said by others ({0}), now stated as a fact")
_NOW_REPORTED: Final = N_("stated as a fact, now only said by others: {0}")


def sources(reading: LinkReading) -> Iterator[Finding]:
    """Yield the sources of statements that came or went."""
    for change in changed_cues(reading, cues_of(reading), "report", ["doubt"]):
        here = reading.sides[change.side]
        source = source_of(here, change.cue.words)
        runs = {change.side: source, change.side.other: Span(change.partner, change.partner + 1)}
        sentence = _NOW_A_FACT if change.side is Side.ORIGINAL else _NOW_REPORTED
        reason = Reason(sentence, (here.quote(source),))
        yield found(reading, FindingKind.ATTRIBUTION, 4, runs, reason)


def source_of(side: SideReading, report: Span) -> Span:
    """Return the words of a report with who says it, before it or behind: "Tom said"."""
    start, end = report
    names_source = range(max(0, start - _MAX_SOURCE), start)
    for n in reversed(names_source):
        if side.marks[n]:
            break
        start = n
    if start == report.start:
        for n in range(end, min(len(side), end + _MAX_SOURCE)):
            if side.marks[n]:
                break
            end = n + 1
    return Span(start, end)


def left_out_words(reading: LinkReading) -> Iterator[Finding]:
    """Yield the words and sentences that only one side has; numbers are compared as such."""
    numbers = _paired_numbers(reading)
    for run in left_out(reading):
        if numbers[run.side].issuperset(range(*run.words)):
            continue
        is_original = run.side is Side.ORIGINAL
        kind = FindingKind.OMISSION if is_original else FindingKind.INVENTION
        if run.is_sentence:
            sentence = _SENTENCE_LEFT_OUT if is_original else _SENTENCE_IS_ADDED
        else:
            sentence = _WORDS_LEFT_OUT if is_original else _WORDS_ADDED
        reason = Reason(sentence, (reading.sides[run.side].quote(run.words),))
        yield found(reading, kind, run.severity, {run.side: run.words}, reason, run.confidence)


def _paired_numbers(reading: LinkReading) -> Both[frozenset[int]]:
    """Return the words of numbers that the other side has as well, in whatever form."""
    pairs = number_pairs(reading)
    return Both(
        frozenset(n for pair in pairs for n in range(*pair.original.words)),
        frozenset(n for pair in pairs for n in range(*pair.rewrite.words)),
    )


def roles(reading: LinkReading) -> Iterator[Finding]:
    """Yield who and what exchanged roles."""
    original, rewrite = reading.sides
    turned = turned_relations(reading)
    for change in changed_roles(reading) if not turned else ():
        quotes = tuple(original.quote(run) for run in change.original)
        runs = {
            Side.ORIGINAL: _whole(change.original),
            Side.REWRITE: _whole(change.rewrite),
        }
        yield found(reading, FindingKind.ROLES, 5, runs, Reason(_TURNED_ROUND, quotes))
    for one, other in turned_agents(reading):
        quotes = (original.quote(one), rewrite.quote(other))
        runs = {Side.ORIGINAL: one, Side.REWRITE: other}
        yield found(reading, FindingKind.ROLES, 5, runs, Reason(_OTHER_DOER, quotes))


def relations(reading: LinkReading) -> Iterator[Finding]:
    """Yield the comparisons and the orders of time that are turned round."""
    for one, other, is_order in turned_relations(reading):
        quotes = (reading.sides.original.quote(one), reading.sides.rewrite.quote(other))
        kind = FindingKind.TENSE if is_order else FindingKind.QUANTIFIER
        sentence = _ORDER_TURNED if is_order else _COMPARISON_TURNED
        runs = {Side.ORIGINAL: one, Side.REWRITE: other}
        yield found(reading, kind, 3 if is_order else 4, runs, Reason(sentence, quotes))


def _whole(runs: tuple[Span, Span]) -> Span:
    return Span(min(run.start for run in runs), max(run.end for run in runs))
