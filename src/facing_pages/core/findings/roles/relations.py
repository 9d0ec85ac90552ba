"""What was compared with what, and what came first: relations that are turned round.

    original   The barn is larger than the house.     She ate before she slept.
    rewrite    The house is larger than the barn.     She ate after she slept.
    same       The house is smaller than the barn.    She slept after she ate.

A relation has what stands before its word and what stands behind it, up to the ends of its
sentence; one that begins its sentence ("Before she slept, she ate") has them the other way round.
It is turned if either its word is the opposite or the two changed places, but not if both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side, Span
from facing_pages.core.splitting.number_words import number_words

# Words on each side of a relation that may be what it relates. By judgement.
_MAX_RELATED: Final = 10
# Words that must have changed from one end of a relation to the other. By judgement: one of them
# may be said at both ends, two are what is related.
_MIN_CROSSED: Final = 2
_RELATION_ENDS: Final = frozenset(".!?;:")


_Pairs = list[tuple[int, int]]


class TurnedRelation(NamedTuple):
    """The words of a relation on both sides; `is_order` says that it tells what came first."""

    original: Span
    rewrite: Span
    is_order: bool


class _Relation(NamedTuple):
    """The words that tell a relation, and the content words that it relates."""

    words: Span
    first: tuple[int, ...]
    second: tuple[int, ...]


def turned_relations(reading: LinkReading) -> list[TurnedRelation]:
    """Return the comparisons and orders of time that are turned round."""
    return [relation for relation, is_turned in _compared(reading) if is_turned]


def kept_relations(reading: LinkReading) -> list[TurnedRelation]:
    """Return those that say the same, also where their words are opposites of each other."""
    return [relation for relation, is_turned in _compared(reading) if not is_turned]


def _compared(reading: LinkReading) -> Iterator[tuple[TurnedRelation, bool]]:
    """Yield the relations that both sides have once, and whether they are turned round."""
    if reading.has_two_languages:
        return
    for is_order in (False, True):
        one, other = (_only_relation(side, is_order=is_order) for side in reading.sides)
        if one is None or other is None:
            continue
        relation = TurnedRelation(one.words, other.words, is_order)
        crossed = _crossed(reading, one, other)
        if crossed is not None:
            is_opposite = _are_opposites(reading, relation)
            if crossed and not is_opposite:
                relation = _with_related(relation, crossed)
            yield relation, is_opposite != bool(crossed)


def _with_related(relation: TurnedRelation, crossed: _Pairs) -> TurnedRelation:
    """Return a relation with what changed places around it."""
    runs = (
        (relation.original, {i for i, _ in crossed}),
        (relation.rewrite, {j for _, j in crossed}),
    )
    original, rewrite = (
        Span(min(run.start, *numbers), max(run.end, *(n + 1 for n in numbers)))
        for run, numbers in runs
    )
    return TurnedRelation(original, rewrite, relation.is_order)


def _only_relation(side: SideReading, *, is_order: bool) -> _Relation | None:
    """Return the one comparison, or order of time, of a side; None if it has none or several."""
    facts = side.language.facts
    listed = facts.order_words if is_order else facts.comparing_words
    places = [n for n, word in enumerate(side.folded) if word in listed]
    if len(places) != 1 or _is_bound(side, places[0]):
        return None
    number = places[0]
    start = number if is_order else _start_of_degree(side, number)
    before = _content(side, start - 1, -1)
    behind = _content(side, number + 1, 1)
    if is_order and (number == 0 or _is_end(side, number - 1)):
        comma = next((n for n in range(number, len(side)) if side.folded[n] == ","), None)
        if comma is None:
            return None
        before = _content(side, comma + 1, 1)
        behind = tuple(n for n in behind if n < comma)
    return _Relation(Span(start, number + 1), before, behind)


def _start_of_degree(side: SideReading, number: int) -> int:
    """Return where what "than" compares begins: "larger than", "more often than"."""
    degrees = side.language.facts.degree_words
    if number > 1 and side.folded[number - 2] in degrees:
        return number - 2
    return max(0, number - 1)


def _is_bound(side: SideReading, number: int) -> bool:
    """Tell whether a number stands behind a word: "more than 50" compares with no other thing."""
    behind = side.folded[number + 1] if number + 1 < len(side) else ""
    return behind[:1].isdigit() or behind in number_words(side.language.code)


def _is_end(side: SideReading, number: int) -> bool:
    return side.folded[number] in _RELATION_ENDS


def _content(side: SideReading, number: int, step: int) -> tuple[int, ...]:
    """Return the words near a relation, from the nearest on, up to the end of their sentence."""
    light = function_words_of(side.language.code)
    found: list[int] = []
    end = number + step * _MAX_RELATED
    while 0 <= number < len(side) and number != end and not _is_end(side, number):
        if side.folded[number] not in light and not side.marks[number]:
            found.append(number)
        number += step
    return tuple(found)


def _crossed(reading: LinkReading, one: _Relation, other: _Relation) -> _Pairs | None:
    """Return the words next to a relation that changed places, or none if they stayed.

    None if the words do not tell.
    """
    forth = _shared(reading, one.first, other.second)
    back = _shared(reading, one.second, other.first)
    kept = _shared(reading, one.first, other.first) + _shared(reading, one.second, other.second)
    crossed = len(forth) + len(back)
    if crossed == len(kept) or (len(kept) < crossed < _MIN_CROSSED):
        return None
    return [*forth[:1], *back[:1]] if crossed > len(kept) else []


def _shared(reading: LinkReading, one: tuple[int, ...], other: tuple[int, ...]) -> _Pairs:
    """Return which words of one run are in another.

    Words that changed places are often linked with nothing; equal ones are taken instead.
    """
    original, rewrite = reading.sides
    places = {rewrite.lemmas[n]: n for n in other}
    found: list[tuple[int, int]] = []
    for i in one:
        partners = reading.partners(Side.ORIGINAL, i)
        j = next((n for n in partners if n in other), None)
        if not partners:
            j = places.get(original.lemmas[i])
        if j is not None:
            found.append((i, j))
    return found


def _are_opposites(reading: LinkReading, relation: TurnedRelation) -> bool:
    """Tell whether the words of a relation became their opposites: larger, smaller."""
    original, rewrite = reading.sides
    if relation.is_order:
        listed = original.language.facts.order_words
        words = original.folded[relation.original.start], rewrite.folded[relation.rewrite.start]
        return listed[words[0]] != listed[words[1]]
    return any(
        are_opposite(original.lemmas[i], rewrite.lemmas[j], original.language.code, nearly=True)
        for i in range(*relation.original)
        for j in range(*relation.rewrite)
    )
