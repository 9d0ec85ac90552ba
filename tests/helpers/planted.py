"""Pairs of our own with planted changes of meaning: read from texts, and scored.

A text holds passages, each an original, `->`, a rewrite, and what was planted in it:

    == footbridge
    The council has approved the plans.
    ->
    The plans have been {approved|rejected} by the council.
    - antonym 5: approved -> rejected

With the words before each bar the rewrite is faithful, with those behind it two things changed.
`(nothing)` stands for a side that has no words of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facing_pages import compare
from facing_pages.core.model import Comparison, Finding, FindingKind, Side, Span
from facing_pages.core.options import SHOWN_SEVERITY, Options

_CHOICE: Final = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")
_PLANT: Final = re.compile(r"- (\S+) ([1-5]): (.+) -> (.+)")
_NOTHING: Final = "(nothing)"
# Kinds by which a reader is told of a planted change as well as by its own.
_ALSO: Final = {
    FindingKind.NEGATION: {FindingKind.ANTONYM},
    FindingKind.ANTONYM: {FindingKind.NEGATION, FindingKind.FALSE_SYNONYM},
    FindingKind.FALSE_SYNONYM: {FindingKind.ANTONYM},
    FindingKind.TENSE: {FindingKind.MODALITY},
    FindingKind.DATE: {FindingKind.NUMBER},
}


@dataclass(frozen=True, slots=True)
class Plant:
    """A planted change; a side without words of it is ""."""

    kind: FindingKind
    severity: int
    original: str
    rewrite: str

    def words(self, side: Side) -> str:
        """Return the words on one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def __str__(self) -> str:
        sides = (self.original or _NOTHING, self.rewrite or _NOTHING)
        return f"{self.kind.value} {self.severity}: {' -> '.join(sides)}"


@dataclass(frozen=True, slots=True)
class Passage:
    """An original with its faithful rewrite, and the same rewrite with changes of meaning."""

    name: str
    original: str
    faithful: str
    changed: str
    plants: tuple[Plant, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found in a passage: for each plant what became of it, alarms, and all kinds."""

    passage: Passage
    outcomes: tuple[str, ...]
    kinds: frozenset[FindingKind]
    in_faithful: tuple[str, ...]
    in_changed: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield what is stored: a line for each plant and for each alarm."""
        yield f"== {self.passage.name}"
        for outcome, plant in zip(self.outcomes, self.passage.plants, strict=True):
            yield f"{outcome:<6} {plant}"
        yield from (f"alarm in the faithful rewrite: {alarm}" for alarm in self.in_faithful)
        yield from (f"alarm in the changed rewrite: {alarm}" for alarm in self.in_changed)


def passages_of(path: Path) -> list[Passage]:
    """Return the passages of a text."""
    return [_passage(part) for part in path.read_text("utf-8").split("== ")[1:]]


def _passage(part: str) -> Passage:
    name, *lines = part.strip().splitlines()
    arrow = lines.index("->")
    plants = [_PLANT.fullmatch(line) for line in lines if line.startswith("- ")]
    texts = [line for line in lines[arrow + 1 :] if not line.startswith("- ")]
    rewrite = "\n".join(texts)
    return Passage(
        name,
        "\n".join(lines[:arrow]),
        _CHOICE.sub(r"\1", rewrite),
        _CHOICE.sub(r"\2", rewrite),
        tuple(_plant(*found.groups()) for found in plants if found is not None),
    )


def _plant(kind: str, severity: str, original: str, rewrite: str) -> Plant:
    sides = ("" if words == _NOTHING else words for words in (original, rewrite))
    return Plant(FindingKind(kind), int(severity), *sides)


def score_of(passage: Passage) -> Score:
    """Compare a passage with both of its rewrites, and tell what was found where."""
    faithful, changed = (
        compare(passage.original, text, options=Options(findings=True))
        for text in (passage.faithful, passage.changed)
    )
    everything = changed.findings or ()
    at = {p: [f for f in everything if _is_at(f, p, changed)] for p in passage.plants}
    others = [f for f in everything if not any(f in found for found in at.values())]
    return Score(
        passage,
        tuple(_outcome(plant, at[plant]) for plant in passage.plants),
        frozenset(f.kind for f in (*(faithful.findings or ()), *everything)),
        tuple(_described(faithful, faithful.findings or ())),
        tuple(_described(changed, others)),
    )


def _is_at(finding: Finding, plant: Plant, comparison: Comparison) -> bool:
    for side in Side:
        span, words = finding.span(side), plant.words(side)
        start = comparison.document(side).text.find(words) if words else -1
        place = Span(start, start + len(words))
        if span is not None and start >= 0 and span.start < place.end and place.start < span.end:
            return True
    return False


def _outcome(plant: Plant, found: Sequence[Finding]) -> str:
    kinds = [finding.kind for finding in found]
    if plant.kind in kinds or not _ALSO.get(plant.kind, set()).isdisjoint(kinds):
        return "found"
    return f"seen as {', '.join(kind.value for kind in kinds)}:" if kinds else "missed"


def _described(comparison: Comparison, found: Sequence[Finding]) -> Iterator[str]:
    for finding in found:
        yield f"{finding.kind.value} {finding.severity}: {finding.reason}"


def summary(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a table in Markdown: what was found of each kind, and how many alarms there are."""
    planted, found, seen, alarms = Counter(), Counter(), Counter(), Counter()
    for score in scores:
        for plant, outcome in zip(score.passage.plants, score.outcomes, strict=True):
            planted[plant.kind] += 1
            found[plant.kind] += outcome == "found"
            seen[plant.kind] += outcome != "missed"
        alarms.update(FindingKind(alarm.split()[0]) for alarm in score.in_faithful)
    yield "| kind | planted | found | found or seen | alarms in faithful rewrites |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for kind in FindingKind:
        yield f"| {kind.value} | {planted[kind]} | {found[kind]} | {seen[kind]} | {alarms[kind]} |"
    totals = [counts.total() for counts in (planted, found, seen, alarms)]
    yield f"| **all** | {' | '.join(map(str, totals))} |"
    words = sum(len(score.passage.faithful.split()) for score in scores)
    grave = sum(_severity(alarm) >= SHOWN_SEVERITY for s in scores for alarm in s.in_faithful)
    quiet = sum(not score.in_faithful for score in scores)
    yield ""
    yield (
        f"{1000 * grave / words:.1f} alarms of severity {SHOWN_SEVERITY} or more in 1,000 words of "
        f"faithful rewrites ({words:,} words); {quiet} of {len(scores)} have none."
    )


def _severity(described: str) -> int:
    return int(described.split()[1].rstrip(":"))
