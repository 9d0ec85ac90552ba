"""Words of scripts that set no spaces: the likeliest way to read a run of letters as listed words.

    昨天夜里下了一场暴雨    ->   昨天 夜里 下 了 一 场 暴雨
    歩いていた              ->   歩い て い た   ->   歩いて いた      endings join their stem

Of all ways to cut a run, the one is taken whose words are the commonest together (a unigram model,
as in Sproat et al. 1996), with the table of frequencies of the language. So a part of a run that
starts and ends between two words is cut as it is in the whole. What is in no list stays together:
it is a name, mostly. Languages without a list are cut into syllables, as far as their script shows
them; a vowel sign is never cut from its consonant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from facing_pages.core.languages.frequencies import (
    UNLISTED_LINE,
    simplified_characters,
    word_lines,
)
from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import LANGUAGES, language_by_code
from facing_pages.core.model import Span

# Classes of letters for `regex`. The mark of a long vowel is in none of Unicode's scripts.
UNSPACED_LETTERS: Final = r"\p{Han}\p{Hiragana}\p{Katakana}ー〆\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# Characters that numbers are written with in Chinese and Japanese.
NUMERALS: Final = frozenset("〇零一二三四五六七八九十百千万萬亿億两兩")
# Code points around a part of a text that tell its language: kana among them make Han Japanese. By
# judgement.
MAX_CONTEXT: Final = 100
# The line of the tables that a number written with characters would be in, so that 五百 is one
# word: each of its characters is about as common. By judgement.
NUMBER_LINE: Final = 60
# Characters of the longest number that is one word. By judgement.
MAX_NUMBER_CHARACTERS: Final = 12
_HAN_ONLY: Final = regex.compile(r"\p{Han}+")
# Runs remembered: about as many as a long novel has.
_MAX_REMEMBERED: Final = 100_000

# A foreign word in katakana. Otherwise: a vowel that is written before its consonant, the consonant
# with its signs, vowels behind it; a consonant below another one (Khmer, Burmese), and one that
# closes a syllable of Burmese.
_CLUSTER: Final = regex.compile(
    r"""(?: [\p{Katakana}ー\u3099\u309a]{2,}
          | [\u0e40-\u0e44\u0ec0-\u0ec4]* (?: [\u17d2\u1039]\p{M}*\p{L} | (?!\p{M}) \X | \p{M} ) )
        (?: [\u17d2\u1039]\p{M}*\p{L} | \p{M} | [\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3ー]
          | \p{Myanmar}\u103a )*""",
    regex.VERBOSE,
)


class WordList(NamedTuple):
    """The words a language is cut into, with the line of each in its table.

    `lengths` are those of the words that begin with a character, from two characters on.
    """

    language: Language
    lines: dict[str, int]
    lengths: dict[str, tuple[int, ...]]


def languages_by_script(text: str, within: Span) -> list[Language]:
    """Return the languages with a list of words whose script is met in or near a part of a text."""
    start, end = max(0, within.start - MAX_CONTEXT), within.end + MAX_CONTEXT
    return [
        language
        for language in LANGUAGES
        if language.unspaced_letters and _has_script(language).search(text, start, end)
    ]


def word_bounds(run: str, languages: Iterable[Language]) -> tuple[int, ...]:
    """Return where the words of a run of letters start, and the run's end.

    The first of the languages whose letters these are says what a word is.
    """
    for language in languages:
        if _is_written(language).fullmatch(run):
            return _listed_words(run, language.code)
    return (0, *_cluster_ends(run))


@cache
def _has_script(language: Language) -> regex.Pattern[str]:
    return regex.compile(language.script)


@cache
def _is_written(language: Language) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{language.unspaced_letters}|\p{{M}})+")


@cache
def word_list(code: str) -> WordList:
    """Return the list of words of a language."""
    lines = dict(word_lines(code))
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in lines:
        if len(word) > 1:
            lengths[word[0]].add(len(word))
    by_first = {first: tuple(sorted(found)) for first, found in lengths.items()}
    return WordList(language_by_code(code), lines, by_first)


@lru_cache(maxsize=_MAX_REMEMBERED)
def _listed_words(run: str, code: str) -> tuple[int, ...]:
    listed = word_list(code)
    spelling = run.translate(simplified_characters()) if listed.language.is_simplified else run
    return tuple(_joined(spelling, _cheapest_path(spelling, listed), listed))


def _cheapest_path(run: str, listed: WordList) -> list[int]:
    """Return where the words of a run start and end, the run's end included.

    Of two ways that cost the same, the one with the longer last word. `costs` is -1 inside a
    cluster, so that no word ends there.
    """
    ends = _cluster_ends(run)
    costs, before = [-1] * (len(run) + 1), [0] * (len(run) + 1)
    for end in ends:
        costs[end] = UNLISTED_LINE * (len(run) + 1)
    costs[0] = start = 0
    for end in ends:
        so_far, first = costs[start], run[start]
        word_lines = [(end, listed.lines.get(run[start:end], UNLISTED_LINE))]
        for length in listed.lengths.get(first, ()):
            stop = start + length
            line = listed.lines.get(run[start:stop])
            if line is not None and stop <= len(run):
                word_lines.append((stop, line))
        if first in NUMERALS:
            word_lines += ((stop, NUMBER_LINE) for stop in _number_ends(run, start))
        for stop, line in word_lines:
            if so_far + line < costs[stop]:
                costs[stop], before[stop] = so_far + line, start
        start = end
    path = [len(run)]
    while path[-1] > 0:
        path.append(before[path[-1]])
    return path[::-1]


def _cluster_ends(run: str) -> Sequence[int]:
    if _HAN_ONLY.fullmatch(run):
        return range(1, len(run) + 1)
    return [found.end() for found in _CLUSTER.finditer(run)]


def _number_ends(run: str, start: int) -> Iterator[int]:
    """Yield the ends of the numbers of two characters or more that begin somewhere in a run."""
    for stop in range(start + 2, min(len(run), start + MAX_NUMBER_CHARACTERS) + 1):
        if run[stop - 1] not in NUMERALS:
            return
        yield stop


def _joined(run: str, bounds: Sequence[int], listed: WordList) -> Iterator[int]:
    """Yield the bounds of words: unlisted pieces are joined, and endings with their stem."""
    pieces = [run[start:end] for start, end in pairwise(bounds)]
    yield bounds[0]
    for (before, piece), bound in zip(pairwise(pieces), bounds[1:], strict=False):
        if not _are_unlisted((before, piece), listed) and not _is_ending(
            before, piece, listed.language
        ):
            yield bound
    yield bounds[-1]


def _are_unlisted(pieces: Iterable[str], listed: WordList) -> bool:
    return not any(piece in listed.lines or piece[0] in NUMERALS for piece in pieces)


def _is_ending(before: str, piece: str, language: Language) -> bool:
    """Tell whether a piece is an ending of the word before it."""
    if piece in language.endings:
        return before not in language.particles
    return piece in language.soft_endings and before[-1] in language.soft_stem_ends
