"""Negations that came or went: what is said is now denied, or the other way round.

    original   The board did approve the plan.        He said that nobody came.
    rewrite    The board did not approve the plan.    He said that everybody came.

A negation is looked for where its own word went: what it denies, the next content word, must be
linked. If neither that word's clause on the other side denies in another way ("no troops", "the
absence of troops"; "is not safe", "is unsafe"), nor its partner is an opposite, the sense turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.frequencies import word_frequencies
from facing_pages.core.languages.registry import completes_negation, function_words_of
from facing_pages.core.model import Side, Span

# How far behind a negation the word it denies may stand, and how far from that word another
# negation belongs to it, in words. By judgement; more takes "does not think" and "not think" of
# another clause for one.
_MAX_DENIED_AHEAD: Final = 6
_MAX_AROUND: Final = 3
# The same for words that deny otherwise, which are many. By judgement.
_MAX_BESIDE: Final = 4
# Share of a clause's content words that must be linked for its negation to count. By judgement.
_MIN_KEPT: Final = 0.6
_NO_CLAUSE_ENDS: Final = frozenset("'-\"_")
# How surely what a negation denies must be linked with another word. On half of the development
# sets 52 of 55 planted negations deny the same word on both sides, and most alarms another one.
_MIN_SURE_DENIED: Final = 0.95
# Letters of the word that a prefix such as "un" denies. By judgement.
_MIN_STEM: Final = 3
_DENIAL_ENDS: Final = frozenset({";", ":", "."})
_STOP_MARKS: Final = frozenset(".!?")


class NegationChange(NamedTuple):
    """A negation of one side, and the word it denies there and on the other side."""

    side: Side
    words: Span
    head: int
    partner: int


def changed_negations(reading: LinkReading) -> list[NegationChange]:
    """Return the negations that only one side has, those of the original first."""
    left = _without_partner(reading)
    return [change for side in Side for change in _missing(reading, side, left[side])]


def _without_partner(reading: LinkReading) -> Both[list[int]]:
    """Return the negations of both sides that no negation of the other side answers."""
    found = reading.sides.map(negations)
    heads = Both.of(lambda side: {n: _head(reading, side, n) for n in found[side]})
    left = Both(list(found.original), list(found.rewrite))
    for may_answer in (_are_linked, _have_linked_heads, _are_near, _is_ahead):
        for one in list(left.original):
            for other in list(left.rewrite):
                if may_answer(reading, (one, heads.original[one]), (other, heads.rewrite[other])):
                    left.original.remove(one)
                    left.rewrite.remove(other)
                    break
    return left


_Cue = tuple[int, int | None]


def _are_linked(reading: LinkReading, one: _Cue, other: _Cue) -> bool:
    return other[0] in reading.partners(Side.ORIGINAL, one[0])


def _have_linked_heads(reading: LinkReading, one: _Cue, other: _Cue) -> bool:
    return one[1] is not None and other[1] in reading.partners(Side.ORIGINAL, one[1])


def _are_near(reading: LinkReading, one: _Cue, other: _Cue) -> bool:
    """Tell whether what one negation denies stands near the other negation."""
    denied = reading.partners(Side.ORIGINAL, one[1]) if one[1] is not None else []
    return any(abs(number - other[0]) <= _MAX_AROUND for number in denied)


def _is_ahead(reading: LinkReading, one: _Cue, other: _Cue) -> bool:
    """Tell whether what one negation denies follows the other: "isn't true that bats are blind"."""
    return _denies_ahead(reading, Side.ORIGINAL, one, other) or _denies_ahead(
        reading, Side.REWRITE, other, one
    )


def _denies_ahead(reading: LinkReading, side: Side, one: _Cue, other: _Cue) -> bool:
    there = reading.sides[side.other]
    denied = reading.partners(side, one[1]) if one[1] is not None else []
    return any(
        other[0] < n <= other[0] + _MAX_DENIED_AHEAD
        and not any(there.marks[m] for m in range(other[0] + 1, n))
        for n in denied
    )


def _missing(reading: LinkReading, side: Side, left: Sequence[int]) -> Iterator[NegationChange]:
    here, there = reading.sides[side], reading.sides[side.other]
    for number in left:
        head = _head(reading, side, number, is_sure=True)
        partners = reading.partners(side, head) if head is not None else []
        if head is None or not _is_clause_kept(reading, side, number):
            continue
        if _continues(reading.sides[side], number):
            continue
        if _is_denied(reading, side.other, partners):
            continue
        if not any(_is_opposite(here, head, there, partner) for partner in partners):
            yield NegationChange(side, Span(number, number + 1), head, partners[0])


def negations(side: SideReading) -> list[int]:
    """Return the numbers of the words that deny."""
    return [
        n
        for n, word in enumerate(side.folded)
        if _denies(side, word) and not _is_idle(side, n) and not _is_second_part(side, n)
    ]


def _continues(side: SideReading, number: int) -> bool:
    """Tell whether a negation goes on with an earlier one: "not closed, neither bound up"."""
    if side.folded[number] not in side.language.facts.further_negations:
        return False
    return any(n < number and not _ends_between(side, n, number) for n in negations(side))


def _ends_between(side: SideReading, start: int, end: int) -> bool:
    return any(side.folded[n] in _STOP_MARKS for n in range(start, end))


def _is_second_part(side: SideReading, number: int) -> bool:
    """Tell whether a word only completes a negation before it: "ne ... pas"."""
    before = side.folded[max(0, number - _MAX_DENIED_AHEAD) : number]
    return completes_negation(side.folded[number], before, side.language.code)


def _denies(side: SideReading, word: str) -> bool:
    return word in side.language.negations or word.endswith("n't")


def _is_idle(side: SideReading, number: int) -> bool:
    """Tell whether a negation stands in a phrase that denies nothing: "do not hesitate"."""
    for phrase in side.language.facts.no_negations:
        words = tuple(phrase.split())
        for place, word in enumerate(words):
            start = number - place
            said = side.folded[max(0, start) : start + len(words)]
            is_here = len(said) == len(words) and _is_said(word, side.folded[number])
            if is_here and all(map(_is_said, words, said)):
                return True
    return False


def _is_said(listed: str, word: str) -> bool:
    """Tell whether a word is a listed one; "not" may be part of it: "don't", "cannot"."""
    return word == listed or (listed == "not" and (word.endswith("n't") or word == "cannot"))


def _head(reading: LinkReading, side: Side, number: int, *, is_sure: bool = False) -> int | None:
    """Return the word that a negation denies: the next linked content word in its clause.

    If it `is_sure`, it is the next whose partner says the same: "not exceed" and "no more than".
    "No," answers, and denies none of the words behind it.
    """
    here = reading.sides[side]
    if here.folded[number + 1 : number + 2] == (",",):
        return None
    light = function_words_of(here.language.code)
    for n in range(number + 1, min(len(here), number + 1 + _MAX_DENIED_AHEAD)):
        word = here.folded[n]
        if word in _DENIAL_ENDS:
            return None
        is_content = word not in light and not here.marks[n] and not _denies(here, word)
        is_linked = is_content and bool(reading.partners(side, n))
        if is_linked and (not is_sure or _is_surely_linked(reading, side, n)):
            return n
    return None


def _is_surely_linked(reading: LinkReading, side: Side, number: int) -> bool:
    """Tell whether a word is linked with itself in whatever form, or surely with another one."""
    here, there = reading.sides[side], reading.sides[side.other]
    for partner in reading.partners(side, number):
        pair = (number, partner) if side is Side.ORIGINAL else (partner, number)
        if (
            here.lemmas[number] == there.lemmas[partner]
            or reading.confidence(*pair) >= _MIN_SURE_DENIED
        ):
            return True
    return False


def _is_clause_kept(reading: LinkReading, side: Side, number: int) -> bool:
    """Tell whether most content words of a negation's clause are on the other side as well.

    Where they are not, the clause was left out with its negation, and denies nothing any more.
    """
    here = reading.sides[side]
    light = function_words_of(here.language.code)
    start, end = number, number + 1
    while start and not _ends_clause(here, start - 1):
        start -= 1
    while end < len(here) and not _ends_clause(here, end):
        end += 1
    content = [
        n
        for n in range(start, end)
        if here.folded[n] not in light and not here.marks[n] and not _denies(here, here.folded[n])
    ]
    kept = sum(1 for n in content if reading.partners(side, n))
    return kept >= _MIN_KEPT * len(content)


def _ends_clause(side: SideReading, number: int) -> bool:
    return side.marks[number] and side.folded[number] not in _NO_CLAUSE_ENDS


def _is_denied(reading: LinkReading, side: Side, numbers: Sequence[int]) -> bool:
    """Tell whether words are denied near where they stand, otherwise than by a negation.

    A word that both sides have denies on both.
    """
    here, there = reading.sides[side], reading.sides[side.other]
    first, last = max(0, numbers[0] - _MAX_BESIDE), numbers[-1] + 1 + _MAX_BESIDE
    return any(
        _denies_otherwise(here, n)
        and all(there.lemmas[m] != here.lemmas[n] for m in reading.partners(side, n))
        for n in range(first, min(len(here), last))
    )


def _denies_otherwise(side: SideReading, number: int) -> bool:
    """Tell whether a word denies what goes with it: "fail", "absence"; "unsafe", "homeless"."""
    facts, word = side.language.facts, side.folded[number]
    if word in facts.negative_words:
        return True
    known = word_frequencies(side.language.code)
    stems = [
        word.removeprefix(start).lstrip("-")
        for start in facts.negative_prefixes
        if word.startswith(start)
    ]
    stems += [
        word.removesuffix(end).rstrip("-") for end in facts.negative_suffixes if word.endswith(end)
    ]
    return any(len(stem) >= _MIN_STEM and stem in known for stem in stems)


def _is_opposite(here: SideReading, head: int, there: SideReading, partner: int) -> bool:
    return are_opposite(here.lemmas[head], there.lemmas[partner], here.language.code, nearly=True)
