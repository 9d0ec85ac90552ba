"""Who does a deed and who suffers it, told by the preposition behind a noun.

original   an attack by rebels     criticism of the minister by the press
rewrite    an attack on rebels     criticism of the minister by the press
found      by > on
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side, Span


class TurnedAgent(NamedTuple):
    """A deed with its preposition and the one who did it or to whom it was done."""

    original: Span
    rewrite: Span


class _Deed(NamedTuple):
    noun: int
    words: Span
    is_agent: bool


def turned_agents(reading: LinkReading) -> Iterator[TurnedAgent]:
    """Yield those who did something and to whom it is now done, and the other way round."""
    if reading.has_two_languages:
        return
    deeds = reading.sides.map(lambda side: list(_deeds(side)))
    for one in deeds.original:
        for other in deeds.rewrite:
            if one.is_agent != other.is_agent and _are_same(reading, one, other):
                yield TurnedAgent(Span(one.noun, one.words.end), Span(other.noun, other.words.end))


def _deeds(side: SideReading) -> Iterator[_Deed]:
    """Yield the deeds with what stands behind "by" or "on"."""
    facts = side.language.facts
    for noun, preposition in pairwise(range(len(side))):
        target = facts.deeds.get(side.folded[noun])
        word = side.folded[preposition]
        is_agent = word in facts.agent_words
        if target is None or not (is_agent or word == target or word in facts.target_words):
            continue
        start = preposition + 1
        while start < len(side) and side.folded[start] in facts.determiners:
            start += 1
        end = start + 1
        while end < len(side) and _is_content(side, end) and side.words[end][:1].isupper():
            end += 1
        if start < len(side) and _is_content(side, start):
            yield _Deed(noun, Span(start, end), is_agent)


def _is_content(side: SideReading, number: int) -> bool:
    word = side.folded[number]
    return word not in function_words_of(side.language.code) and not side.marks[number]


def _are_same(reading: LinkReading, one: _Deed, other: _Deed) -> bool:
    """Tell whether two deeds are linked, and so are those behind the prepositions."""
    if other.noun not in reading.partners(Side.ORIGINAL, one.noun):
        return False
    return reading.are_linked(one.words, other.words)
