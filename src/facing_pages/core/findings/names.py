"""Names that became others: a person, a place or a body in the place of another.

    original   Peter said that the Senate met in Rome.
    rewrite    Paul said that the House met in Rome.
    found      Peter > Paul, Senate > House

A name is a run of words with capitals that do not stand there because a sentence begins. In
languages whose nouns have capitals, only words that no list has are names. Initials, parts, other
spellings and listed aliases of a name are the name itself: *ISIS-K* and *Islamic State-K*.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.alignment.words.synonyms import NO_SENSES
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
# Letters of initials up to which they are looked for in the words of the other side. By judgement.
_MAX_INITIALS: Final = 7
# Share of words with a capital in a side above which it is a headline. By judgement.
_MIN_TITLE_CASE: Final = 0.7
# Words that a side must have for that. By judgement.
_MIN_TITLE_WORDS: Final = 6
# Times that a name must stand in a text, and the other one in the other text, so that it is called
# so throughout. By judgement.
MIN_RENAMED: Final = 3


class NamePair(NamedTuple):
    """A name and the other name in its place, as runs of words; None where nothing stands there."""

    original: Span | None
    rewrite: Span


def changed_names(reading: LinkReading) -> list[NamePair]:
    """Return the names in whose place another name stands, then those that only the rewrite has."""
    left = Both.of(lambda side: _without_counterpart(reading, side))
    pairs: list[NamePair] = []
    for may_answer in (_are_linked, _are_in_one_place):
        for one in list(left.original):
            for other in list(left.rewrite):
                if (one.is_sure or other.is_sure) and may_answer(reading, one, other):
                    left.original.remove(one)
                    left.rewrite.remove(other)
                    pairs.append(NamePair(one.words, other.words))
                    break
    alone = left.map(lambda found: [lost for lost in found if lost.is_whole and lost.is_sure])
    if all(len(found) == 1 for found in alone):
        pairs.append(NamePair(alone.original[0].words, alone.rewrite[0].words))
        left.rewrite.remove(alone.rewrite[0])
    pairs.sort(key=lambda pair: pair.rewrite)
    if reading.has_two_languages:
        return pairs
    new = (lost.words for lost in left.rewrite if lost.is_whole and lost.is_sure)
    return pairs + [NamePair(None, words) for words in new if _is_news(reading, words)]


def is_renamed_throughout(reading: LinkReading, pair: NamePair) -> bool:
    """Tell whether both texts always use their own name of the two, as *LORD* and *Yahweh*."""
    if pair.original is None:
        return False
    original, rewrite = reading.sides
    counts = reading.surroundings.names
    one, other = _head(original, pair.original), _head(rewrite, pair.rewrite)
    return (
        counts.original.get(one, 0) >= MIN_RENAMED <= counts.rewrite.get(other, 0)
        and not counts.original.get(other)
        and not counts.rewrite.get(one)
    )


def _head(side: SideReading, name: Span) -> str:
    return side.words[name.end - 1].removesuffix("'s").removesuffix("’s")


class _Lost(NamedTuple):
    """Words of a name that the other side has not; other words of it may be there.

    One that is not `is_sure` has its capital perhaps only because a sentence begins.
    """

    words: Span
    is_whole: bool
    is_sure: bool = True


def _are_linked(reading: LinkReading, one: _Lost, other: _Lost) -> bool:
    return one.is_whole == other.is_whole and reading.are_linked(one.words, other.words)


def _are_in_one_place(reading: LinkReading, one: _Lost, other: _Lost) -> bool:
    """Tell whether a word beside one name is linked with the word beside the other one."""
    before = reading.partners(Side.ORIGINAL, one.words.start - 1)
    behind = reading.partners(Side.ORIGINAL, one.words.end)
    return other.words.start - 1 in before or other.words.end in behind


def _is_news(reading: LinkReading, name: Span) -> bool:
    """Tell whether nothing near in the original can mean a name of the rewrite."""
    rewrite, near = reading.sides.rewrite, reading.surroundings.near.original
    joints = rewrite.language.facts.name_joints
    before, joint = [*rewrite.words[: name.start]][-2:] if name.start > 1 else ("", "")
    if before[:1].isupper() and fold_word(joint) in joints:
        return False  # "House of Representatives", where the original has "House"
    if any(reading.partners(Side.REWRITE, n) for n in range(*name)):
        return False
    return not any(rewrite.folded[n].removesuffix("'s") in near for n in range(*name))


def names(side: SideReading) -> Iterator[Span]:
    """Yield the names of a side, as runs of words."""
    is_headline = _is_headline(side)
    start = None
    for number in range(len(side) + 1):
        is_part = number < len(side) and _is_name_word(side, number, is_headline=is_headline)
        if is_part and start is None:
            start = number
        elif not is_part and start is not None:
            yield Span(start, number)
            start = None


def _is_headline(side: SideReading) -> bool:
    """Tell whether most words have capitals, so that a capital makes no name."""
    light = function_words_of(side.language.code)
    content = [
        n
        for n, word in enumerate(side.folded)
        if word[:1].isalpha() and word not in light and not side.is_start(n)
    ]
    capital = sum(side.words[n][:1].isupper() for n in content)
    return len(content) >= _MIN_TITLE_WORDS and capital >= _MIN_TITLE_CASE * len(content)


def _is_name_word(side: SideReading, number: int, *, is_headline: bool) -> bool:
    word, folded = side.words[number], side.folded[number]
    if not word[:1].isupper() or len(word.rstrip(".")) == 1 or folded in side.language.facts.dates:
        return False
    if folded in function_words_of(side.language.code) or folded in side.language.facts.titles:
        return False
    if side.language.nouns_have_capitals or is_headline:
        plain = folded.removesuffix("'s")
        known = word_frequencies(side.language.code)
        return plain not in known and not _is_compound(plain, known)
    if not side.is_start(number) or _is_acronym(word) or word in side.known_names:
        return True
    return _is_no_common_word(side, folded.removesuffix("'s")) or any(
        next_word[:1].isupper() for next_word in side.words[number + 1 : number + 2]
    )


def _is_compound(word: str, known: Mapping[str, float]) -> bool:
    """Tell whether a word ends in one that is known: "Winterinsel"."""
    return any(word[start:] in known for start in range(_MIN_STEM, len(word) - _MIN_STEM))


def _is_acronym(word: str) -> bool:
    plain = word.removesuffix("'s").removesuffix("’s")
    return len(plain) > 1 and plain.isupper() and plain.isalpha()


def _is_no_common_word(side: SideReading, folded: str) -> bool:
    """Tell whether a word is in no list, or only in that of frequencies, as many names are."""
    if folded not in word_frequencies(side.language.code):
        return True
    known = lexicon(side.language.code)
    return known.has_vectors and known.word(folded).senses is NO_SENSES and folded.isalpha()


def _without_counterpart(reading: LinkReading, side: Side) -> list[_Lost]:
    """Return the names, or parts of names, that the other side does not have in any form."""
    here = reading.sides[side]
    lost: list[_Lost] = []
    for name in names(here):
        parts = [n for n in range(*name) if not _has_counterpart(reading, side, n)]
        if not parts or _is_named_by_initials(reading, side, name):
            continue
        is_whole = len(parts) == name.length
        runs = [Span(n, n + 1) for n in parts if n - 1 not in parts]
        for start, _ in runs:
            end = next(n for n in range(start, name.end + 1) if n not in parts)
            lost.append(_Lost(Span(start, end), is_whole))
    return lost + list(_perhaps_lost(reading, side))


def _perhaps_lost(reading: LinkReading, side: Side) -> Iterator[_Lost]:
    """Yield the words that start a sentence, may be names, and are not on the other side."""
    here = reading.sides[side]
    light = function_words_of(here.language.code)
    for number, word in enumerate(here.words):
        if (
            here.is_start(number)
            and word[:1].isupper()
            and here.folded[number] not in light
            and not _is_name_word(here, number, is_headline=False)
            and not _has_counterpart(reading, side, number)
        ):
            yield _Lost(Span(number, number + 1), is_whole=True, is_sure=False)


def _has_counterpart(reading: LinkReading, side: Side, number: int) -> bool:
    here, there = reading.sides[side], reading.sides[side.other]
    one = _plain(here.words[number])
    words = [word for word in there.words if word[:1].isalpha()]
    if any(_are_alike(one, _plain(word)) for word in words):
        return True
    if _has_alias(here, one, words) or _are_initials(here.words[number], there.words):
        return True
    return any(
        _share_sense(here.words[number], there.words[n], here)
        for n in reading.partners(side, number)
    )


def _has_alias(side: SideReading, name: str, words: Sequence[str]) -> bool:
    """Tell whether one of some words is another name of what is named."""
    aliases = side.language.facts.aliases
    thing = aliases.get(name)
    return thing is not None and any(
        word[0].isupper() and aliases.get(_plain(word)) == thing for word in words
    )


def _is_named_by_initials(reading: LinkReading, side: Side, name: Span) -> bool:
    """Tell whether the other side names a name by the first letters of its words."""
    here, there = reading.sides[side], reading.sides[side.other]
    words = here.words[max(0, name.start - _MAX_INITIALS) : name.end + _MAX_INITIALS]
    return any(
        _are_initials(word, words, here.words[name.start]) for word in there.words if len(word) > 1
    )


def _are_initials(short: str, words: Sequence[str], within: str | None = None) -> bool:
    """Tell whether capitals are the first letters of consecutive words, small ones left out.

    `within` must be among these words, if it is given. "CDC" may be short for "Centers for Disease
    Control and Prevention", "UN" for "United Nations".
    """
    head = short.partition("-")[0].removesuffix("'s").removesuffix("’s").removesuffix("s")
    letters = head.replace(".", "")
    if not (2 <= len(letters) <= _MAX_INITIALS and letters.isupper() and letters.isalpha()):
        return False
    capitals = [word for word in words if word[:1].isupper()]
    for start in range(len(capitals) - len(letters) + 1):
        run = capitals[start : start + len(letters)]
        if all(word[0] == letter for word, letter in zip(run, letters, strict=True)):
            return within is None or within in run
    return False


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
