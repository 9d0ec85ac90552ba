"""Runs of words that only one side has, and what tells whether something is missing there.

    original   The mill, built in 1874, stood by the old river.
    rewrite    The mill stood near the river.
    runs       built in 1874 · old

Words are said otherwise more often than they are left out, and then they are linked with nothing as
well. What tells: whether the other side has such words in that place too, how rare the words are
and how alike to words of the other side, how loosely the sides are linked, which one says more, and
whether the other side breaks where the words would stand: "the cause of the together with".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from facing_pages.core.alignment.words.lexicon import Word, lexicon
from facing_pages.core.both import Both
from facing_pages.core.findings.amounts.quantities import quantities
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.model import Side, Span
from facing_pages.core.splitting.number_words import number_words

# Confidence from which a word counts as linked, and the highest of one whose partner is linked with
# another word more surely: it may be extra, as "legal" beside "risk". By judgement.
_MIN_SURE: Final = 0.5
_MAX_SHARED: Final = 0.4
# Likeness from which an unlinked word in the place of another says the same. By judgement.
_MIN_LIKE: Final = 0.6
# Words beside a run in which one is looked for that is linked, and beside crossing links in which
# unlinked words may answer it. By judgement.
_MAX_NEIGHBOURS: Final = 3
# Letters of an adjective that is told by its ending. By judgement.
_MIN_ADJECTIVE: Final = 5
_MARKS_THAT_OPEN: Final = frozenset("\"'“„«‘([")
_BREAKS: Final = frozenset(",();:—–-")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LeftOutRun:
    """Words of a side from the first unlinked content word of a run to the last.

    `content` has the numbers of its content words.
    """

    side: Side
    words: Span
    content: tuple[int, ...]


class Joint(NamedTuple):
    """What stands on both sides of the place where words of a run may be missing."""

    breaks: bool = False
    determiner: bool = False
    preposition: bool = False
    mark_behind: bool = False
    function_word_behind: bool = False
    adjective: bool = False
    touches: bool = False


class UnlinkedWords:
    """Which content words of both sides are linked with nothing, and how alike they are."""

    def __init__(self, reading: LinkReading) -> None:
        self.reading = reading
        self.known = reading.sides.map(
            lambda side: [lexicon(side.language.code).word(word) for word in side.words]
        )
        self.content = self.known.map(
            lambda words: [n for n, word in enumerate(words) if not word.light and not word.mark]
        )
        self._content_sets = self.content.map(frozenset)
        self.open = Both.of(self._open)
        self.has_vectors = lexicon(reading.sides.original.language.code).has_vectors
        self.weight = Both.of(lambda side: self.weight_of(side, self.content[side]))
        self.open_weight = Both.of(lambda side: self.weight_of(side, self.open[side]))
        self.lemmas = Both.of(lambda side: {self.known[side][n].lemma for n in self.content[side]})

    def runs(self) -> Iterator[LeftOutRun]:
        """Yield the runs of unlinked content words of both sides."""
        for side in Side:
            run: list[int] = []
            for n in [*self.content[side], -1]:
                if n in self.open[side]:
                    run.append(n)
                elif run:
                    yield LeftOutRun(side, Span(run[0], run[-1] + 1), tuple(run))
                    run = []

    def weight_of(self, side: Side, numbers: Sequence[int]) -> float:
        """Return how much words say together: the sum of their rarities."""
        return sum(self.known[side][n].rarity for n in numbers)

    def sureness(self, side: Side, number: int) -> float:
        """Return how surely a word is linked with one that no other word answers better."""
        return max(
            (self._link(side, number, n) for n in self.reading.partners(side, number)), default=0.0
        )

    def _link(self, side: Side, number: int, partner: int) -> float:
        sure = self._confidence(side, number, partner)
        for rival in self.reading.partners(side.other, partner):
            if rival in self._content_sets[side] and self._confidence(side, rival, partner) > sure:
                return min(sure, _MAX_SHARED)
        return sure

    def _confidence(self, side: Side, one: int, other: int) -> float:
        pair = (one, other) if side is Side.ORIGINAL else (other, one)
        return self.reading.confidence(*pair)

    def _open(self, side: Side) -> list[int]:
        found = [n for n in self.content[side] if self.sureness(side, n) < _MIN_SURE]
        here = self.reading.sides[side]
        numbers = number_words(here.language.code)
        if not any(self.known[side][n].number or here.folded[n] in numbers for n in found):
            return found
        same = _same_numbers(self.reading)[side]
        return [n for n in found if n not in same]

    def likeness(self, side: Side, run: Sequence[int], others: Sequence[int]) -> float:
        """Return how alike words are to the likest of some words of the other side, 0 to 1."""
        if not others:
            return 0.0
        weights = np.array([self.known[side][n].rarity for n in run]) + 1e-6
        best = self._table(side)[np.ix_(run, others)].max(axis=1)
        return float((weights * best).sum() / weights.sum())

    def _table(self, side: Side) -> Floats:
        return self._likenesses if side is Side.ORIGINAL else self._likenesses.T

    @cached_property
    def _likenesses(self) -> Floats:
        """Return how alike words are in meaning, or in form where the language has no vectors."""
        one, other = self.known
        if self.has_vectors:
            first, second = (np.array([word.vector for word in words]) for words in (one, other))
            table: Floats = first @ second.T
            return table
        lemmas = [[word.lemma for word in words] for words in (one, other)]
        likenesses: Floats = cdist(*lemmas, scorer=JaroWinkler.similarity)
        return likenesses


def _same_numbers(reading: LinkReading) -> Both[set[int]]:
    """Return the words of numbers that the other side has as well, in whatever way."""
    found = reading.sides.map(quantities)
    same: Both[set[int]] = Both(set(), set())
    for one in found.original:
        for other in found.rewrite:
            if one.has_value_of(other):
                same.original.update(range(*one.words))
                same.rewrite.update(range(*other.words))
    return same


def features(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[float, ...]:
    """Return what tells whether a run was left out; the order is that of the weights."""
    place = _place(gaps, run)
    return (
        float(run.side is Side.REWRITE),
        *_size(gaps, run),
        *_place_features(gaps, run, place),
        *_likeness_features(gaps, run, place),
        *_looseness_features(gaps, run),
        *_word_features(gaps, run),
        *_around_features(gaps, run),
        *map(float, joint(gaps, run)),
    )


def _size(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[float, ...]:
    rarities = [gaps.known[run.side][n].rarity for n in run.content]
    size = len(run.content)
    return (
        math.log(size),
        sum(rarities),
        sum(rarities) / size,
        max(rarities),
        size / run.words.length,
        float(size == 1),
        float(size == 2),
        float(size >= 3),
        sum(rarities) / max(gaps.weight[run.side], 0.1),
    )


class _Slot(NamedTuple):
    """Where a run would stand on the other side: between two linked words, which may cross."""

    unlinked: list[int]
    width: int
    crosses: bool


def _place(gaps: UnlinkedWords, run: LeftOutRun) -> _Slot:
    there = run.side.other
    start, end = _bounds(gaps, run)
    unlinked = gaps.open[there]
    if start < end:
        return _Slot([n for n in unlinked if start < n < end], end - start - 1, crosses=False)
    near = [n for n in unlinked if min(abs(n - start), abs(n - end)) <= _MAX_NEIGHBOURS]
    return _Slot(near, 0, crosses=True)


def _bounds(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[int, int]:
    """Return the partners of the linked content words before and behind a run."""
    content, unlinked = gaps.content[run.side], frozenset(gaps.open[run.side])
    partners = gaps.reading.partners
    linked = [n for n in content if n not in unlinked and partners(run.side, n)]
    before = next((n for n in reversed(linked) if n < run.words.start), None)
    behind = next((n for n in linked if n >= run.words.end), None)
    return (
        -1 if before is None else max(partners(run.side, before)),
        len(gaps.reading.sides[run.side.other])
        if behind is None
        else min(partners(run.side, behind)),
    )


def _place_features(gaps: UnlinkedWords, run: LeftOutRun, place: _Slot) -> tuple[float, ...]:
    return (
        min(len(place.unlinked), 4) / 2,
        gaps.weight_of(run.side.other, place.unlinked),
        float(not place.unlinked),
        0.5 if place.crosses else min(place.width, 6) / 3,
        float(place.crosses),
    )


def _likeness_features(gaps: UnlinkedWords, run: LeftOutRun, place: _Slot) -> tuple[float, ...]:
    there = run.side.other
    in_place = gaps.likeness(run.side, run.content, place.unlinked)
    return (
        in_place,
        float(in_place > _MIN_LIKE),
        gaps.likeness(run.side, run.content, gaps.open[there]),
        gaps.likeness(run.side, run.content, gaps.content[there]),
    )


def _looseness_features(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[float, ...]:
    here, there = run.side, run.side.other
    balance = gaps.weight[here] - gaps.weight[there]
    weight = gaps.weight_of(here, run.content)
    return (
        gaps.open_weight[here] / max(gaps.weight[here], 0.1),
        gaps.open_weight[there] / max(gaps.weight[there], 0.1),
        max(-2.0, min(balance / max(weight, 0.3), 2.0)),
        max(-2.0, min(balance, 0.0)),
        min(len(gaps.open[here]) - len(run.content), 5) / 3,
        float(any(gaps.reading.partners(here, n) for n in run.content)),
        min(len(gaps.reading.sides[here]), 60) / 30,
    )


def _word_features(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[float, ...]:
    here, size = gaps.reading.sides[run.side], len(run.content)
    words = [gaps.known[run.side][n] for n in run.content]
    others = [gaps.known[run.side][n].lemma for n in gaps.content[run.side] if n not in run.content]
    near = gaps.reading.surroundings.near[run.side.other]
    return (
        sum(word.lemma in gaps.lemmas[run.side.other] for word in words) / size,
        sum(word.lemma in others for word in words) / size,
        sum(word.folded in near for word in words) / size,
        float(any(here.words[n][:1].isupper() and not here.is_start(n) for n in run.content)),
        float(any(word.number for word in words)),
        float(all(here.folded[n].endswith(here.language.facts.adverb_ends) for n in run.content)),
        float(any(_is_short_form(word) for word in words)),
    )


def _is_short_form(word: Word) -> bool:
    return word.text.endswith(".") and len(word.text) > 1


def _around_features(gaps: UnlinkedWords, run: LeftOutRun) -> tuple[float, ...]:
    here, known = gaps.reading.sides[run.side], gaps.known[run.side]
    before, behind = run.words.start - 1, run.words.end
    light_before = before >= 0 and known[before].light and not known[before].mark
    return (
        float(light_before),
        float(light_before and not gaps.reading.partners(run.side, before)),
        float(before >= 0 and here.folded[before] in _BREAKS),
        float(behind < len(here) and here.folded[behind] in _BREAKS),
        float(run.words.start <= 1),
        float(run.words.end >= len(here) - 1),
        float(behind < len(here) and not known[behind].light),
    )


def joint(gaps: UnlinkedWords, run: LeftOutRun) -> Joint:
    """Return what stands where a run would stand on the other side."""
    start, end = run.words
    left = _partner_beside(gaps, run, range(start - 1, start - 1 - _MAX_NEIGHBOURS, -1), max)
    right = _partner_beside(gaps, run, range(end, end + _MAX_NEIGHBOURS), min)
    places = {
        number for number in (left, None if right is None else right - 1) if number is not None
    }
    if not places:
        return Joint()
    joints = [_joint_behind(gaps, run.side.other, place) for place in places]
    seen = [any(values) for values in zip(*joints, strict=True)]
    return Joint._make([*seen[:-1], len(places) == 1])


def _partner_beside(
    gaps: UnlinkedWords, run: LeftOutRun, numbers: range, choose: Callable[[list[int]], int]
) -> int | None:
    """Return the partner of the first linked word of some, None if none is linked."""
    for number in numbers:
        if partners := gaps.reading.partners(run.side, number):
            return choose(partners)
    return None


def _joint_behind(gaps: UnlinkedWords, side: Side, number: int) -> Joint:
    """Return what two neighbours are: a word and the one behind it."""
    here = gaps.reading.sides[side]
    if not 0 <= number < len(here) - 1:
        return Joint()
    facts, one, other = here.language.facts, here.folded[number], here.folded[number + 1]
    is_determiner, is_preposition = one in facts.determiners, one in facts.prepositions
    ends = here.marks[number + 1] and other not in _MARKS_THAT_OPEN
    is_light = (
        other in facts.prepositions or other in facts.verbal_words or other in facts.conjunctions
    )
    is_adjective = len(one) >= _MIN_ADJECTIVE and one.endswith(facts.adjective_ends)
    stops = ends or (is_light and (is_determiner or is_preposition))
    return Joint(
        breaks=stops and (is_determiner or is_preposition or one in facts.verbal_words),
        determiner=is_determiner,
        preposition=is_preposition,
        mark_behind=ends,
        function_word_behind=is_light,
        adjective=is_adjective and not is_determiner and (ends or is_light),
    )
