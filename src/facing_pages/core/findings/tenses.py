"""Verbs whose time is another one.

    original   The bridge will open in May.    The mill belongs to the town.
    rewrite    The bridge opened in May.       The mill belonged to the town.
    found      future > past                   present > past

The time of a verb is that of the first auxiliary before it, or else that of its form.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side

# Words before a verb among which its auxiliary stands. By judgement.
_MAX_TO_AUXILIARY: Final = 4
_FUTURE: Final = "future"
_PAST: Final = "past"
_PRESENT: Final = "present"
# What is to be, as contracts have it: "the tenant pays", "the tenant shall pay".
_DUTY: Final = "duty"
# The form of a verb that may be a noun or an adverb as well: "show", "soon".
_BASE: Final = "base"
# Times that may stand for each other where nothing else changes: "was found", "has been found".
_NEAR: Final = frozenset({"perfect"})


class TenseChange(NamedTuple):
    """A verb and its counterpart in another time, by their numbers."""

    original: int
    rewrite: int
    is_future: bool


def changed_tenses(reading: LinkReading) -> Iterator[TenseChange]:
    """Yield the linked verbs, in the same dictionary form, that have another time."""
    original, rewrite = reading.sides
    if reading.has_two_languages:
        return
    last = -_MAX_TO_AUXILIARY - 1
    for i in range(len(original)):
        for j in reading.partners(Side.ORIGINAL, i):
            if original.lemmas[i] != rewrite.lemmas[j] or not _is_verb(reading, i, j):
                continue
            times = {_time(original, i), _time(rewrite, j)}
            if None in times or len(times) == 1 or i - last <= _MAX_TO_AUXILIARY:
                continue
            if _is_duty(times) or (
                _may_be_participle(original, i, rewrite, j)
                or _may_be_participle(rewrite, j, original, i)
            ):
                continue
            if _BASE in times and not (_PAST in times and _has_past_form(reading, i, j)):
                continue
            is_future = not times.isdisjoint({_FUTURE, _DUTY})
            if is_future or not times & _NEAR:
                last = i  # an auxiliary and its verb are one change
                yield TenseChange(i, j, is_future)


def _is_duty(times: AbstractSet[str | None]) -> bool:
    """Tell whether one verb says what shall be, and the other what is or will be."""
    return _DUTY in times and not times.isdisjoint({_PRESENT, _FUTURE, _BASE})


def _is_verb(reading: LinkReading, original: int, rewrite: int) -> bool:
    """Tell whether one of two words is an auxiliary or has one, or their forms differ."""
    sides = ((reading.sides.original, original), (reading.sides.rewrite, rewrite))
    if any(_is_no_verb(side, n) for side, n in sides):
        return False
    if any(side.folded[n] in side.language.facts.tenses for side, n in sides):
        return True
    if any(any(True for _ in _before(side, n)) for side, n in sides):
        return True
    return _has_past_form(reading, original, rewrite)


def _may_be_participle(side: SideReading, number: int, other_side: SideReading, other: int) -> bool:
    """Tell whether a form without auxiliary is a participle: "ordered by a court", "is ordered"."""
    if any(True for _ in _before(side, number)) or _time_of_form(side, number) != _PAST:
        return False
    has_agent = not side.language.facts.agent_words.isdisjoint(side.folded[number + 1 : number + 2])
    passive = other_side.language.facts.passive_words
    return has_agent or any(other_side.folded[n] in passive for n in _before(other_side, other))


def _has_past_form(reading: LinkReading, original: int, rewrite: int) -> bool:
    sides = ((reading.sides.original, original), (reading.sides.rewrite, rewrite))
    return any(side.folded[n].endswith(side.language.facts.past_ends) for side, n in sides)


def _is_no_verb(side: SideReading, number: int) -> bool:
    word, facts = side.folded[number], side.language.facts
    if not word.isalpha() or word.endswith(facts.adverb_ends):
        return word not in facts.tenses
    return word in function_words_of(side.language.code) and not (
        word in facts.tenses or word in facts.verbal_words
    )


def _time(side: SideReading, number: int) -> str | None:
    """Return the time of a verb, None if it is none or has no time of its own."""
    tenses = side.language.facts.tenses
    own = tenses.get(side.folded[number])
    if own is not None:
        return own if _is_first_auxiliary(side, number) and own != "none" else None
    for n in _before(side, number):
        if (time := tenses.get(side.folded[n])) is not None:
            return None if time == "none" else time
    if number and side.folded[number - 1] in side.language.facts.passive_words:
        return None  # "to be seen"
    return _time_of_form(side, number)


def _is_first_auxiliary(side: SideReading, number: int) -> bool:
    """Tell whether a form of an auxiliary is the verb itself, and no part of a longer form."""
    tenses = side.language.facts.tenses
    return not any(side.folded[n] in tenses for n in _before(side, number))


def _before(side: SideReading, number: int) -> Iterator[int]:
    """Yield the words between a verb and what is not of its group: "will soon be" before opened."""
    facts, light = side.language.facts, function_words_of(side.language.code)
    for n in range(number - 1, max(-1, number - 1 - _MAX_TO_AUXILIARY), -1):
        word = side.folded[n]
        is_adverb = word in light or word.endswith(facts.adverb_ends)
        if word in facts.tenses:
            yield n
        elif side.marks[n] or not is_adverb or word in _breaking_words(side):
            return


def _breaking_words(side: SideReading) -> frozenset[str]:
    facts = side.language.facts
    return facts.determiners | facts.prepositions | facts.conjunctions


def _time_of_form(side: SideReading, number: int) -> str | None:
    """Return the time that the form of a verb tells.

    A noun behind a determiner has none, nor what begins a clause: "Wrap it", "covered, it keeps".
    """
    word, facts = side.folded[number], side.language.facts
    if side.is_start(number):
        return None
    if number and side.folded[number - 1] in facts.determiners | facts.prepositions:
        return None
    if word.endswith(facts.timeless_ends) or word in function_words_of(side.language.code):
        return None
    if word == side.lemmas[number]:
        return _BASE
    return _PRESENT if word.endswith(facts.present_ends) else _PAST
