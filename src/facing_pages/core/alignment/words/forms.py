"""When two words are the same word: in another spelling, number form or inflection.

Works on folded words and knows nothing of meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Prefix
from rapidfuzz.process import cdist

from facing_pages.core.alignment.words.particles import are_forms_by_particle, stem_of
from facing_pages.core.languages.registry import LANGUAGES, language_by_code, of_all_languages
from facing_pages.core.splitting.folding import fold, fold_word
from facing_pages.core.splitting.spellings import spelled_alike
from facing_pages.core.splitting.words import has_digit

# What number words and other spellings stand for, in all languages together: a word that is another
# one in English is not listed.
_SAME_WORDS: Final = {
    word: meaning
    for language in LANGUAGES
    for meanings in (language.number_words, language.spellings)
    for word, meaning in meanings.items()
}
# Endings that stand for words of their own.
_CONTRACTED_ENDINGS: Final = {
    ending: words for language in LANGUAGES for ending, words in language.contractions.items()
} | {"%": ("%", *(word for word, meaning in _SAME_WORDS.items() if meaning == "%"))}
_NEGATIVE_ENDINGS: Final = sorted(of_all_languages(lambda language: language.negative_endings))
_IS_NEGATED: Final = regex.compile(rf"(?:{'|'.join(_NEGATIVE_ENDINGS)})$")
_SEPARATORS: Final = regex.compile(r"(?<=\d)[,.’'\u202f](?=\d{3}(?!\d))")
_ABBREVIATION: Final = regex.compile(r"(?:\p{L}\.){2,}")
# Share of the longer word that two inflections of one word have in common, letters in order, the
# share they have in common from the start on, and letters that they have at least. By judgement.
MIN_COMMON_SHARE: Final = 0.6
MIN_PREFIX_SHARE: Final = 0.45
MIN_FORM_LETTERS: Final = 3
# How alike two words are that differ in a particle. By judgement: as two inflections of a word.
PARTICLE_LIKENESS: Final = 0.75
# Letters of the longest word that has forms; longer ones are addresses, or noise. Finding out how
# alike two words are takes time that grows with the square of their length. By judgement.
MAX_LETTERS: Final = 200


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """Return what all spellings of a word share: 1,500 and 1500, Ten and 10, U.S. and US.

    An abbreviation in capitals keeps them, so that "US" is not "us".
    """
    folded = fold(word)
    bare = folded.replace(".", "") if _ABBREVIATION.match(folded) else folded
    if bare.endswith(".") and len(bare) > 1:
        bare = bare[:-1]
    if len(bare) > 1 and bare.isupper() and bare.isalpha() and len(bare) <= 5:
        return bare
    key = _SEPARATORS.sub("", fold_word(bare)).removesuffix("'s")
    return spelled_alike(_SAME_WORDS.get(key) or key)


@lru_cache(maxsize=200_000)
def respelled(key: str, language: str) -> str:
    """Return a word key as all spellings of its language are read by rule: "colour" as "color"."""
    pattern = _spelling_pattern(language)
    if pattern is None:
        return key
    written = tuple(language_by_code(language).spelling_rules.values())
    return pattern.sub(lambda match: written[(match.lastindex or 1) - 1], key)


@cache
def _spelling_pattern(language: str) -> regex.Pattern[str] | None:
    """Return a pattern whose groups are the spelling rules of a language, None without any."""
    rules = language_by_code(language).spelling_rules
    return regex.compile("|".join(f"({rule})" for rule in rules)) if rules else None


def has_other_spelling(word: str, language: str) -> bool:
    """Tell whether a word is another spelling of a word or number: "grey", "tsp"."""
    folded = fold_word(word).rstrip(".")
    return folded in _SAME_WORDS or respelled(folded, language) != folded


@lru_cache(maxsize=200_000)
def form_likeness(first: str, second: str) -> float:
    """Return how likely two word keys are forms of one word, from 0 to 1; 1 if equal.

    Forms share their beginning and most of their letters. Under the thresholds the result is 0.
    Words with digits in them are never forms of each other, nor are a word and its negation. Of
    words that differ in a particle it alone decides.
    """
    if first == second:
        return 1.0
    by_particle = are_forms_by_particle(first, second)
    if by_particle is not None:
        return PARTICLE_LIKENESS if by_particle else 0.0
    if min(len(first), len(second)) < MIN_FORM_LETTERS or not (first.isalpha() or "-" in first):
        return 0.0
    longer = max(len(first), len(second))
    if longer > MAX_LETTERS:
        return 0.0
    if Prefix.similarity(first, second) < max(MIN_FORM_LETTERS, MIN_PREFIX_SHARE * longer):
        return 0.0
    if has_digit(first) or has_digit(second) or _is_negated(first) is not _is_negated(second):
        return 0.0
    common = LCSseq.similarity(first, second) / longer
    return common if common >= MIN_COMMON_SHARE else 0.0


def form_likeness_table(first: Sequence[str], second: Sequence[str]) -> NDArray[np.float64]:
    """Return `form_likeness` of each key of one list with each of the other, [n, m].

    For sentences in which thousands of words look alike: a call for each pair of them takes
    minutes.
    """
    lengths = [np.array([len(key) for key in keys], dtype=np.int32) for keys in (first, second)]
    longer = np.maximum.outer(*lengths)
    shorter = np.minimum.outer(*lengths)
    prefix = cdist(first, second, scorer=Prefix.similarity, dtype=np.int32)
    common = cdist(first, second, scorer=LCSseq.similarity, dtype=np.int32) / np.maximum(longer, 1)
    is_word = np.array([key.isalpha() or "-" in key for key in first], dtype=np.bool_)
    digits = [np.array([has_digit(key) for key in keys]) for keys in (first, second)]
    are_forms = (
        (shorter >= MIN_FORM_LETTERS)
        & (longer <= MAX_LETTERS)
        & (prefix >= np.maximum(MIN_FORM_LETTERS, MIN_PREFIX_SHARE * longer))
        & (common >= MIN_COMMON_SHARE)
        & is_word[:, None]
        & ~np.logical_or.outer(*digits)
    )
    negated = [np.array([_is_negated(key) for key in keys]) for keys in (first, second)]
    are_forms &= ~np.logical_xor.outer(*negated)
    likeness: NDArray[np.float64] = np.where(are_forms, common, 0.0)
    for i, j in _with_equal_stems(first, second):
        likeness[i, j] = form_likeness(first[i], second[j])
    equal = np.array(first, dtype=object)[:, None] == np.array(second, dtype=object)[None, :]
    likeness[equal] = 1.0
    return likeness


def _with_equal_stems(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of words that differ in their particle at most."""
    facing: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(second):
        if (stem := stem_of(word)) is not None:
            facing[stem].append(j)
    for i, word in enumerate(first):
        stem = stem_of(word)
        yield from ((i, j) for j in (facing.get(stem, ()) if stem is not None else ()))


def _is_negated(key: str) -> bool:
    return not key.isascii() and _IS_NEGATED.search(key) is not None


def is_acronym_of(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether `short` (US, U.S.) is made of the first letters of `words`, in capitals."""
    letters = fold(short).replace(".", "")
    return (
        len(letters) == len(words) >= 2
        and letters.isupper()
        and all(word[:1] == letter for word, letter in zip(words, letters, strict=True))
    )


def is_part_of(short: str, long: str) -> bool:
    """Tell whether a folded word is half of another: did, not and didn't; 60, percent and 60%."""
    for ending, words in _CONTRACTED_ENDINGS.items():
        stem = long.removesuffix(ending)
        if stem and stem != long and (short in words or word_key(short) == word_key(stem)):
            return True
    return False
