"""Words and sentences that only one side has, judged by what they say.

    original   The mill, built in 1874, stood by the river. It burned down. He nodded.
    rewrite    The old mill stood by the river.
    found      built in 1874 left out · It burned down left out · old added

Words are judged by `left_out_judge`. A sentence without counterpart counts by what it says that the
sentences around the place do not: names, numbers, rare words. "He nodded." says little.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.findings.names import names
from facing_pages.core.findings.omissions.left_out import LeftOutRun, UnlinkedWords, features
from facing_pages.core.findings.omissions.left_out_judge import left_out_judge
from facing_pages.core.model import Side, Span


class _Confidences(NamedTuple):
    """From which confidence words are reported at all, and as a shift of the sense."""

    reported: float
    shown: float


# Confidence from which words are reported at all, and as a shift of the sense: 14 and 6 per cent of
# faithful pairs of news reach it, 12 and 5 once the trained reader has denied some. Where words
# have no vectors, links are fewer.
_MIN_CONFIDENCES: Final = _Confidences(0.7, 0.78)
_MIN_CONFIDENCES_BY_FORM: Final = _Confidences(0.88, 0.93)
# What a sentence must say that is said nowhere near to count as a shift of the sense, and as a
# fact, in rarities of words: about four and eight ordinary ones. By judgement.
_MIN_SAID_SHOWN: Final = 2.0
_MIN_SAID_FACT: Final = 4.0
# What a name or a number adds to that. By judgement.
_FACT_WEIGHT: Final = 1.0


class LeftOut(NamedTuple):
    """Words that only one side has, from the first to the last."""

    side: Side
    words: Span
    severity: int
    confidence: float
    is_sentence: bool = False


def left_out(reading: LinkReading) -> Iterator[LeftOut]:
    """Yield what only one side of a link says, in the order of each side."""
    original, rewrite = reading.sides
    if not len(original) or not len(rewrite):
        yield from _whole_side(reading)
        return
    judge = left_out_judge(has_vectors=lexicon(original.language.code).has_vectors)
    if judge is None or not original.language.facts.determiners:
        return
    if reading.has_two_languages:
        return
    gaps = UnlinkedWords(reading)
    least = _MIN_CONFIDENCES if gaps.has_vectors else _MIN_CONFIDENCES_BY_FORM
    for run in gaps.runs():
        confidence = judge.confidence(features(gaps, run))
        if confidence >= least.reported:
            words = _with_words_before(reading, gaps, run)
            severity = 3 if confidence >= least.shown else 2
            yield LeftOut(run.side, words, severity, confidence)


def _with_words_before(reading: LinkReading, gaps: UnlinkedWords, run: LeftOutRun) -> Span:
    """Return the words of a run with the function words before it that nothing answers."""
    start, known = run.words.start, gaps.known[run.side]
    while start and known[start - 1].light and not known[start - 1].mark:
        if reading.partners(run.side, start - 1):
            break
        start -= 1
    return Span(start, run.words.end)


def _whole_side(reading: LinkReading) -> Iterator[LeftOut]:
    """Yield the side of a link that has one, if it says something."""
    side = Side.ORIGINAL if len(reading.sides.original) else Side.REWRITE
    here, near = reading.sides[side], reading.surroundings.near[side.other]
    said = _what_is_said(here, near)
    if said:
        severity = 2 + (said >= _MIN_SAID_SHOWN) + (said >= _MIN_SAID_FACT)
        confidence = reading.surroundings.confidence
        yield LeftOut(side, Span(0, len(here)), severity, confidence, is_sentence=True)


def _what_is_said(side: SideReading, near: frozenset[str]) -> float:
    """Return how much words say that are not near on the other side."""
    known = [lexicon(side.language.code).word(word) for word in side.words]
    new = [word for word in known if not (word.light or word.mark or word.folded in near)]
    called = {n for name in names(side) for n in range(*name)}
    facts = sum(known[n].folded not in near for n in called) + sum(word.number for word in new)
    return sum(word.rarity for word in new) + _FACT_WEIGHT * facts
