"""Findings of tier 1 and 2 about what is said: denied, opposite, more or less certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.amounts.quantities import quantities
from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.cues import CueChange, CuePhrase, changed_cues, cues_of
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.findings.making import became, found
from facing_pages.core.findings.negations import changed_negations, negations
from facing_pages.core.findings.roles.relations import kept_relations
from facing_pages.core.findings.scales import changed_members
from facing_pages.core.findings.tenses import changed_tenses
from facing_pages.core.model import Finding, FindingKind, Reason, Side, Span
from facing_pages.core.translatable import N_

_DOUBT: Final = "doubt"
_REFUSAL: Final = "refusal"
_NEGATION: Final = "negation"
_BOUND: Final = "bound"
_GONE: Final = N_("the negation is gone: {0}")
_NEW: Final = N_("a negation is new: {0}")
_OPPOSITE: Final = N_("{0} and {1} mean the opposite")
_KIND_OF_SCALE: Final = {
    "modality": FindingKind.MODALITY,
    "evidence": FindingKind.MODALITY,
    "quantifier": FindingKind.QUANTIFIER,
    "report": FindingKind.ATTRIBUTION,
    "gender": FindingKind.ROLES,
}
_DOUBT_GONE: Final = N_("the doubt is gone: {0} became {1}")
_DOUBT_NEW: Final = N_("a doubt is new: {0} became {1}")
_PLAN_GONE: Final = N_("what was planned or expected is now a fact: {0} became {1}")
_PLAN_NEW: Final = N_("a fact is now only planned or expected: {0} became {1}")
_NOW_DONE: Final = N_("what was not done is now done: {0} became {1}")
_NOW_REFUSED: Final = N_("what was done is now not done: {0} became {1}")
_OTHER_TIME: Final = N_("the time is another one: {0} became {1}")
_LIMIT_GONE: Final = N_("the limit is gone: {0}")
_LIMIT_NEW: Final = N_("a limit is new: {0}")
# Families of cues that answer those of another one.
_ANSWERS: Final = {_REFUSAL: (_NEGATION,), "limit": (_BOUND, "bare")}
_QUESTION_MARKS: Final = frozenset("?？؟՞")
_QUESTION: Final = N_("a statement became a question")
_NO_QUESTION: Final = N_("a question became a statement")


class _CueSense(NamedTuple):
    """What a cue of a family that is gone, or new, means."""

    kind: FindingKind
    severity: int
    gone: str
    new: str


_SENSE_OF_CUE: Final = {
    _DOUBT: _CueSense(FindingKind.MODALITY, 4, _DOUBT_GONE, _DOUBT_NEW),
    _REFUSAL: _CueSense(FindingKind.NEGATION, 5, _NOW_DONE, _NOW_REFUSED),
    "plan": _CueSense(FindingKind.MODALITY, 4, _PLAN_GONE, _PLAN_NEW),
    "limit": _CueSense(FindingKind.QUANTIFIER, 3, _LIMIT_GONE, _LIMIT_NEW),
}


def denials(reading: LinkReading) -> Iterator[Finding]:
    """Yield the negations that were added or dropped."""
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
    if reading.has_two_languages:
        return
    if len(negations(original)) != len(negations(rewrite)):
        return  # "not correct", "incorrect"; what only one side denies is a finding of its own
    kept = kept_relations(reading)
    for i in range(len(original)):
        for j in reading.partners(Side.ORIGINAL, i):
            if any(i in range(*r.original) and j in range(*r.rewrite) for r in kept):
                continue  # "A came before B", "B came after A"
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


def cues(reading: LinkReading) -> Iterator[Finding]:
    """Yield the doubts, plans and limits that were added or dropped."""
    listed = Both.of(lambda side: [*cues_of(reading)[side], *_answers(reading.sides[side])])
    for family, sense in _SENSE_OF_CUE.items():
        for change in changed_cues(reading, listed, family, _ANSWERS.get(family, ())):
            if not _says_nothing_new(reading, change):
                yield _of_cue(reading, change, sense)


def _says_nothing_new(reading: LinkReading, change: CueChange) -> bool:
    """Tell whether a cue may mean what both sides say: "don't forget to lock it", "lock it"."""
    here, start = reading.sides[change.side], change.cue.words.start
    if change.cue.family == _REFUSAL:
        return start - 1 in negations(here)
    return change.cue.family == _DOUBT and _may_be_ability(reading, change)


def _answers(side: SideReading) -> Iterator[CuePhrase]:
    """Yield what answers a cue and is none itself: "not start" for "fails to start"."""
    for number in negations(side):
        yield CuePhrase(_NEGATION, Span(number, number + 1))
    for quantity in quantities(side):
        if quantity.bound_words is not None:
            yield CuePhrase(_BOUND, quantity.bound_words)


def _may_be_ability(reading: LinkReading, change: CueChange) -> bool:
    """Tell whether a cue says what one is able to as well, and its verb is another one there.

    "The rest can be kept" and "could be preserved": only with the same verb it is sure that a
    doubt came, "kept" and "could be kept".
    """
    here, there = reading.sides[change.side], reading.sides[change.side.other]
    words = here.folded[slice(*change.cue.words)]
    is_ability = any(word in here.language.facts.ability_words for word in words)
    return is_ability and here.lemmas[change.head] != there.lemmas[change.partner]


def _of_cue(reading: LinkReading, change: CueChange, sense: _CueSense) -> Finding:
    numbers = (*change.cue.words, change.head, change.head + 1)
    whole = Span(min(numbers), max(numbers))
    partner = Span(change.partner, change.partner + 1)
    runs = {change.side: whole, change.side.other: partner}
    quotes = tuple(reading.sides[side].quote(runs[side]) for side in Side)
    if change.side is Side.REWRITE and sense.kind is FindingKind.QUANTIFIER:
        quotes = quotes[::-1]
    sentence = sense.gone if change.side is Side.ORIGINAL else sense.new
    return found(reading, sense.kind, sense.severity, runs, Reason(sentence, quotes))


def questions(reading: LinkReading) -> Iterator[Finding]:
    """Yield the statements that became questions, and the questions that became statements."""
    asks = reading.sides.map(lambda side: sum(word in _QUESTION_MARKS for word in side.words))
    if bool(asks.original) == bool(asks.rewrite):
        return
    runs = reading.sides.map(lambda side: Span(0, len(side)))
    sentence = _QUESTION if asks.rewrite else _NO_QUESTION
    spans = {Side.ORIGINAL: runs.original, Side.REWRITE: runs.rewrite}
    yield found(reading, FindingKind.MODALITY, 4, spans, Reason(sentence), 0.9)


def tenses(reading: LinkReading) -> Iterator[Finding]:
    """Yield the verbs that have another time; one to come in place of another changes most."""
    for i, j, is_future in changed_tenses(reading):
        runs = {Side.ORIGINAL: _with_auxiliary(reading, Side.ORIGINAL, i)}
        runs[Side.REWRITE] = _with_auxiliary(reading, Side.REWRITE, j)
        quotes = tuple(reading.sides[side].quote(runs[side]) for side in Side)
        severity, sure = (3, 0.8) if is_future else (2, 0.7)
        reason = Reason(_OTHER_TIME, quotes)
        yield found(reading, FindingKind.TENSE, severity, runs, reason, sure)


def _with_auxiliary(reading: LinkReading, side: Side, number: int) -> Span:
    here = reading.sides[side]
    before = number and here.folded[number - 1] in here.language.facts.tenses
    return Span(number - 1 if before else number, number + 1)
