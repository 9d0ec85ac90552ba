"""Findings that a test writes down by their words, in a pair of `made_pairs`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.viewmodel.findings.finding_table import finding_table
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair, span_of

# The kind of a finding, its severity, its words on both sides, "" for a side without any.
MadeFinding = tuple[str, int, str, str]

HARBOUR = made_pair(
    "The mayor has not signed. It costs 40 pounds.\n\nPeter saw the boats. The rest was quiet.",
    "The mayor has signed. It costs 45 pounds.\n\nPaul saw the the boats. The rest was still.",
    "0=0 1=1 2=2 3=3",
    paragraphs="0=0 1=1",
    changes=[("reworded", "quiet", "still")],
)
HARBOUR_FINDINGS: tuple[MadeFinding, ...] = (
    ("number", 4, "40", "45"),
    ("negation", 5, "not signed", "signed"),
    ("torn", 3, "", "the the"),
    ("name", 4, "Peter", "Paul"),
    ("quotation", 2, "quiet", "still"),
)
_REASONS = {
    "negation": "the negation is gone: {0}",
    "torn": "the sentence is broken here: {0}",
    "quotation": "the quoted words are others: {0} became {1}",
}


def with_findings(
    pages: PairView, findings: Iterable[MadeFinding] = HARBOUR_FINDINGS, *, done: float = 1.0
) -> PairView:
    """Return the pair with these findings, each with the reason that the rules give it."""
    found = sorted((_finding(pages, *entry) for entry in findings), key=lambda entry: entry.link)
    return replace(pages, findings=finding_table(found, done=done))


def harbour(*, done: float = 1.0) -> PairView:
    """Return a pair of four sentences with five findings."""
    return with_findings(HARBOUR, done=done)


def number_of(pages: PairView, kind: str) -> int:
    """Return the number of the first finding of a kind."""
    numbers = range(len(pages.findings))
    return next(n for n in numbers if pages.findings.entry(n).kind.value == kind)


def _finding(pages: PairView, kind: str, severity: int, was: str, now: str) -> Finding:
    original = span_of(pages.original.text, was) if was else None
    rewrite = span_of(pages.rewrite.text, now) if now else None
    side, place = (Side.ORIGINAL, original) if original else (Side.REWRITE, rewrite)
    sentence = pages.sentence_at(side, (place or Span(0, 0)).start)
    assert sentence is not None
    sentence_of_reason = _REASONS.get(kind, "{0} became {1}")
    words = (now or was,) if kind == "torn" else (was,) if kind == "negation" else (was, now)
    reason = Reason(sentence_of_reason, words)
    link = pages.link_of(side, sentence)
    return Finding(FindingKind(kind), severity, original, rewrite, link, 0.9, reason)
