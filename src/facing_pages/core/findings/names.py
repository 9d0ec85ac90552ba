"""Names that became others: a person, a place or a body in the place of another.

    original   Peter said that the Senate met in Rome.
    rewrite    Paul said that the House met in Rome.
    found      Peter > Paul, Senate > House

A name is a run of words with capitals that do not stand there because a sentence begins. In
languages whose nouns have capitals, only words that no list has are names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.frequencies import word_frequencies
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side, Span
from facing_pages.core.splitting.folding import fold_word

# How alike two names are that may be one in two spellings, from 0 to 1. By judgement.
_MIN_LIKENESS: Final = 0.8
# Letters at their start in which a place and its people agree: Poland, Polish. By judgement.
_MIN_STEM: Final = 3


class NamePair(NamedTuple):
    """A name and the other name in its place, as runs of words."""

    original: Span
    rewrite: Span


def changed_names(reading: LinkReading) -> list[NamePair]:
    """Return the names in whose place another name stands, in order of the original."""
    left = Both.of(lambda side: _without_counterpart(reading, side))
    pairs: list[NamePair] = []
    for may_answer in (_are_linked, _are_alone):
        for one in list(left.original):
            for other in list(left.rewrite):
                if may_answer(reading, left, one, other):
                    left.original.remove(one)
                    left.rewrite.remove(other)
                    pairs.append(NamePair(one.words, other.words))
                    break
    return sorted(pairs)


class _Lost(NamedTuple):
    """Words of a name that the other side has not; other words of it may be there."""

    words: Span
    is_whole: bool


def _are_linked(reading: LinkReading, _: Both[list[_Lost]], one: _Lost, other: _Lost) -> bool:
    return one.is_whole == other.is_whole and reading.are_linked(one.words, other.words)


def _are_alone(_: LinkReading, left: Both[list[_Lost]], one: _Lost, other: _Lost) -> bool:
    """Tell whether no other names are left."""
    whole = left.map(lambda found: [lost for lost in found if lost.is_whole])
    return whole == Both([one], [other])


def names(side: SideReading) -> Iterator[Span]:
    """Yield the names of a side, as runs of words."""
    start = None
    for number in range(len(side) + 1):
        is_part = number < len(side) and _is_name_word(side, number)
        if is_part and start is None:
            start = number
        elif not is_part and start is not None:
            yield Span(start, number)
            start = None


def _is_name_word(side: SideReading, number: int) -> bool:
    word, folded = side.words[number], side.folded[number]
    if not word[:1].isupper() or folded in side.language.facts.dates:
        return False
    if folded in function_words_of(side.language.code):
        return False
    if side.language.nouns_have_capitals:
        return folded not in word_frequencies(side.language.code)
    if not side.is_start(number):
        return True
    following = side.words[number + 1 : number + 2]
    return folded.removesuffix("'s") not in word_frequencies(side.language.code) or any(
        next_word[:1].isupper() for next_word in following
    )


def _without_counterpart(reading: LinkReading, side: Side) -> list[_Lost]:
    """Return the names, or parts of names, that the other side does not have in any form."""
    here = reading.sides[side]
    lost: list[_Lost] = []
    for name in names(here):
        parts = [n for n in range(*name) if not _has_counterpart(reading, side, n)]
        is_whole = len(parts) == name.length
        runs = [Span(n, n + 1) for n in parts if n - 1 not in parts]
        for start, _ in runs:
            end = next(n for n in range(start, name.end + 1) if n not in parts)
            lost.append(_Lost(Span(start, end), is_whole))
    return lost


def _has_counterpart(reading: LinkReading, side: Side, number: int) -> bool:
    here, there = reading.sides[side], reading.sides[side.other]
    one = _plain(here.words[number])
    if any(_are_alike(one, _plain(word)) for word in there.words if word[:1].isalpha()):
        return True
    return any(
        _share_sense(here.words[number], there.words[n], here)
        for n in reading.partners(side, number)
    )


def _share_sense(one: str, other: str, side: SideReading) -> bool:
    """Tell whether two words can mean the same, as "Highway" and "Freeway"."""
    words = lexicon(side.language.code)
    first, second = words.word(one.casefold()).senses, words.word(other.casefold()).senses
    return not first.own.isdisjoint(second.own | second.near) or not second.own.isdisjoint(
        first.near
    )


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """Return a name without points, accents and possessive."""
    folded = unicodedata.normalize("NFD", fold_word(word).removesuffix("'s"))
    return "".join(c for c in folded if c.isalnum())


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one: in another spelling, shortened, or of its people."""
    if one == other:
        return True
    if min(len(one), len(other)) < _MIN_STEM:
        return False
    if one.startswith(other) or other.startswith(one):
        return True
    return one[0] == other[0] and JaroWinkler.similarity(one, other) >= _MIN_LIKENESS
