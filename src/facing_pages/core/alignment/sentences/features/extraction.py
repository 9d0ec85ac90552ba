"""From sentences to features: words, what words are made of, and pairs of words.

A feature weighs the more the rarer it is in the two texts at hand and in the language. Letter
groups let the forms of one word meet in any language, classes of meaning its synonyms; pairs of
neighbouring words tell taken-over wording from words that any sentence on the subject has.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.sentences.features.sentence_features import (
    EDGE_WORDS,
    Family,
    Features,
    FeatureTable,
    joined_ranges,
)
from facing_pages.core.alignment.sentences.features.word_parts import WordPart, parts_for
from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints, Units, units_language
from facing_pages.core.both import Both
from facing_pages.core.languages.frequencies import UNLISTED_FREQUENCY, word_frequencies
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage

# What a feature counts in a plain likeness, against 1 for a content word of the same rarity, by
# family. Tuned together on argrewrite/dev and ablit/dev.
FAMILY_WEIGHTS: Final = (1.0, 0.15, 0.25, 0.5, 0.5, 1.0)
# General sentences that are added to those at hand when rarity is counted, and their words: short
# texts say little of how common a word is. By judgement.
GENERAL_SENTENCES: Final = 300.0
GENERAL_WORDS: Final = 15.0

# Parts of one that weights are rounded to: a power of two, so that sums of them in 32-bit floats
# are exact in any order. How many is by judgement.
EXACT: Final = 64

# Where the numbers of each family start; those of words and of pairs are made here.
_KEYS_FROM: Final = {family: (1 + family) << 40 for family in Family}
# The first number of a pair of words, above those of all families, which have 40 bits each.
_PAIRS_FROM: Final = 1 << 48


class _Vocabulary(NamedTuple):
    """All words of both texts, numbered, and what is known of each."""

    numbers: dict[str, int]
    families: npt.NDArray[np.int8]
    shares: Floats
    part_starts: Ints
    parts: Ints


def make_features(
    original: Units, rewrite: Units, progress: Progress = NO_PROGRESS
) -> Both[Features]:
    """Return the features of both sides, weighted by rarity in both texts together."""
    vocabulary = _vocabulary(original, rewrite)
    numbered: list[tuple[Ints, Ints]] = []
    sides = []
    for units in (original, rewrite):
        progress.update(Stage.ALIGNING, 0.0)
        numbered.append(_word_numbers(units, vocabulary))
        sides.append(_entries(*numbered[-1], vocabulary))
    progress.update(Stage.ALIGNING, 0.0)
    every = np.concatenate([keys for _, keys in sides])
    keys, ids, counts = np.unique(every, return_inverse=True, return_counts=True)
    table = _table(keys, counts, vocabulary, len(original) + len(rewrite))
    cut = len(sides[0][1])
    return Both(
        _features(*numbered[0], sides[0][0], ids[:cut], table),
        _features(*numbered[1], sides[1][0], ids[cut:], table),
    )


def _vocabulary(original: Units, rewrite: Units) -> _Vocabulary:
    numbers: dict[str, int] = {}
    for units in (original, rewrite):
        for words in units.words:
            for word in words:
                numbers.setdefault(word, len(numbers))
    language = units_language(original)
    function_words = function_words_of(language)
    families = np.array([_family_of(word, function_words) for word in numbers], dtype=np.int8)
    frequencies = word_frequencies(language)
    shares = np.array(
        [frequencies.get(word, UNLISTED_FREQUENCY) for word in numbers], dtype=np.float32
    )
    starts, parts = _parts(list(numbers), families, parts_for(language))
    return _Vocabulary(numbers, families, shares, starts, parts)


def _family_of(word: str, function_words: Container[str]) -> Family:
    if word in function_words:
        return Family.FUNCTION_WORD
    return Family.WORD if any(map(str.isalpha, word)) else Family.NUMBER


def _parts(
    words: Sequence[str], families: npt.NDArray[np.int8], parts: Sequence[WordPart]
) -> tuple[Ints, Ints]:
    """Return what each content word is made of: starts, keys."""
    starts = [0]
    keys: list[int] = []
    for word, family in zip(words, families.tolist(), strict=True):
        for part in parts:
            if family in part.takes:
                first = _KEYS_FROM[part.family]
                keys += [first + key for key in part.of(word)]
        starts.append(len(keys))
    return np.array(starts, dtype=np.int64), np.array(keys, dtype=np.int64)


def _entries(words: Ints, lengths: Ints, vocabulary: _Vocabulary) -> tuple[Ints, Ints]:
    """Return the features of all sentences as pairs of row and key, each pair once, in order."""
    starts = vocabulary.part_starts
    rows = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    counts = starts[words + 1] - starts[words]
    neighbours = np.flatnonzero(rows[1:] == rows[:-1]) if len(rows) else rows
    keys = np.concatenate(
        (
            words,
            vocabulary.parts[joined_ranges(starts[words], counts)],
            _PAIRS_FROM + words[neighbours] * len(vocabulary.numbers) + words[neighbours + 1],
        )
    )
    every = np.concatenate((rows, np.repeat(rows, counts), rows[neighbours]))
    order = np.lexsort((keys, every))
    every, keys = every[order], keys[order]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (every[1:] != every[:-1]) | (keys[1:] != keys[:-1])
    return every[new], keys[new]


def _table(keys: Ints, counts: Ints, vocabulary: _Vocabulary, sentences: int) -> FeatureTable:
    """Return what is known of each feature, given in how many of all sentences it is."""
    family = np.full(len(keys), Family.PAIR, dtype=np.int8)
    for name in (Family.MEANING, Family.GROUP):
        family[keys < _KEYS_FROM[name] + (1 << 40)] = name
    is_word = keys < _KEYS_FROM[Family.WORD]
    numbers = keys[is_word]
    family[is_word] = vocabulary.families[numbers]
    # What is no word is taken to be as common in general as it is here. A word that is not listed
    # is rare, in a language without a list as well: if words of Hindi were as common as they are
    # here, fewer damaged sentences of it would be linked (27 % instead of 35 %).
    general = counts / max(1, sentences)
    general[is_word] = 1 - np.exp(-GENERAL_WORDS * vocabulary.shares[numbers])
    rarity = np.log1p(
        (sentences + GENERAL_SENTENCES) / (1.0 + counts + GENERAL_SENTENCES * general)
    ).astype(np.float32)
    weight = rarity * np.array(FAMILY_WEIGHTS, dtype=np.float32)[family]
    # Sums of such numbers are exact, so that they do not depend on how many cores add them up.
    exact = np.round(weight * EXACT) / EXACT
    return FeatureTable(rarity, family, exact.astype(np.float32))


def _features(words: Ints, lengths: Ints, rows: Ints, ids: Ints, table: FeatureTable) -> Features:
    starts = np.searchsorted(rows, np.arange(len(lengths) + 1)).astype(np.int64)
    return Features(starts, ids.astype(np.int64), *_edges(words, lengths), table)


def _edges(words: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Return the features of the first and of the last words of each sentence, -1 for none.

    Every word is a feature and its key comes before all others, so its number is the feature's.
    """
    ends = np.cumsum(lengths)
    places = np.arange(EDGE_WORDS, dtype=np.int64)[None, :]
    inside = places < lengths[:, None]
    nothing = np.append(words, -1)
    first = nothing[np.where(inside, (ends - lengths)[:, None] + places, -1)]
    last = nothing[np.where(inside, ends[:, None] - 1 - places, -1)]
    return first, last


def _word_numbers(units: Units, vocabulary: _Vocabulary) -> tuple[Ints, Ints]:
    """Return the numbers of all words of all sentences, and how many each sentence has."""
    numbers = vocabulary.numbers
    lengths = np.array([len(words) for words in units.words], dtype=np.int64)
    return np.array([numbers[word] for words in units.words for word in words], np.int64), lengths
