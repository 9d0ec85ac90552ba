"""Common English words that stand near others: alike in use but not in meaning, or the same."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.alignment.words.synonyms import Senses, synonyms
from facing_pages.core.alignment.words.vectors import word_vectors
from facing_pages.core.findings.antonyms import ANTONYMS_FILE, are_opposite
from facing_pages.core.languages.frequencies import word_frequencies
from facing_pages.core.resources import resource
from facing_pages.core.splitting.folding import fold_word

# Common words that are looked at, the neighbours of one, and the letters of the shortest.
WORDS, NEIGHBOURS, SHORTEST = 16_000, 24, 4
# Cosines between which two words are of one sort, yet not the same.
FARTHEST, NEAREST = 0.42, 0.78
# Senses up to which a word may be replaced by another one with the same sense.
MOST_SENSES = 2
ENDINGS = ("ing", "ed", "s", "ly", "er", "est", "ion")


class Neighbours:
    """Words, those near each in use but not in meaning, and those that mean the same."""

    def __init__(
        self,
        words: Sequence[str],
        near: Mapping[str, list[str]],
        same: Mapping[str, list[str]],
    ) -> None:
        self.words = words
        self._near = near
        self._same = same

    def of(self, word: str) -> list[str]:
        """Return the words near one that mean something else."""
        return self._near.get(fold_word(word), [])

    def same(self, word: str) -> list[str]:
        """Return the words that mean the same as one."""
        return self._same.get(fold_word(word), [])


def neighbours() -> Neighbours:
    """Return the neighbours of all common words."""
    table, known = synonyms(), lexicon("en")
    if table is None:
        raise SystemExit("the synonyms are missing; run synonyms.py first")
    listed = sorted(word_frequencies("en").items(), key=lambda item: -item[1])
    words = [word for word, _ in listed if word.isalpha() and word.isascii()]
    words = [word for word in words if len(word) >= SHORTEST and not known.word(word).light]
    words = words[:WORDS]
    senses = {word: table.of(known.word(word).lemma) for word in words}
    return Neighbours(words, _near(words, senses), _same(words, senses))


def opposites(words: Sequence[str]) -> dict[str, list[str]]:
    """Return the direct opposites of words, by dictionary form."""
    listed = set(words)
    found: defaultdict[str, list[str]] = defaultdict(list)
    packed = resource(ANTONYMS_FILE).read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").split("\n"):
        one, other, *is_near = line.split(" ")
        if one in listed and other in listed and not is_near:
            found[one].append(other)
            found[other].append(one)
    return dict(found)


def _near(words: Sequence[str], senses: Mapping[str, Senses]) -> dict[str, list[str]]:
    table = word_vectors()
    if table is None:
        raise SystemExit("the word vectors are missing; run word_vectors.py first")
    vectors = np.stack([table.of(word) for word in words])
    near: dict[str, list[str]] = {}
    for word, vector in zip(words, vectors, strict=True):
        likeness = vectors @ vector
        best = np.argsort(-likeness)[:NEIGHBOURS]
        near[word] = [
            words[k]
            for k in best
            if FARTHEST < likeness[k] < NEAREST and _is_other(word, words[k], senses)
        ]
    return near


def _is_other(word: str, other: str, senses: Mapping[str, Senses]) -> bool:
    """Tell whether a word is used like another one and means something else."""
    known = lexicon("en")
    base, other_base = known.word(word).lemma, known.word(other).lemma
    own = senses[word].own
    if base == other_base or not own or own & (senses[other].own | senses[other].near):
        return False
    if are_opposite(base, other_base, "en", nearly=True):
        return False
    return all(word.endswith(ending) == other.endswith(ending) for ending in ENDINGS)


def _same(words: Sequence[str], senses: Mapping[str, Senses]) -> dict[str, list[str]]:
    clear = [
        word
        for word in words
        if 0 < len(senses[word].own) <= MOST_SENSES and lexicon("en").word(word).lemma == word
    ]
    by_sense: defaultdict[int, list[str]] = defaultdict(list)
    for word in clear:
        for sense in senses[word].own:
            by_sense[sense].append(word)
    return {
        word: [other for sense in senses[word].own for other in by_sense[sense] if other != word]
        for word in clear
    }
