"""What is known of single words of a language: their form, weight and meaning."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from simplemma import lemmatize

from facing_pages.core.alignment.words.forms import respelled, word_key
from facing_pages.core.alignment.words.synonyms import NO_SENSES, Senses, Synonyms, synonyms
from facing_pages.core.alignment.words.vectors import Vector, WordVectors, word_vectors
from facing_pages.core.languages.frequencies import UNLISTED_FREQUENCY, word_frequencies
from facing_pages.core.languages.registry import function_words_of, language_by_code
from facing_pages.core.splitting.folding import fold_word, with_own_letters
from facing_pages.core.splitting.words import has_digit, is_punctuation

# Words remembered before all are forgotten. By judgement.
_MAX_REMEMBERED_WORDS: Final = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word and what is known of it.

    `rarity` is 0 for the commonest words and about 1 for words that are in no list.
    """

    text: str
    folded: str
    key: str
    lemma: str
    light: bool
    mark: bool
    number: bool
    rarity: float
    senses: Senses
    find_vector: Callable[[str], Vector | None]

    @property
    def vector(self) -> Vector | None:
        """Return the vector of its meaning, None where the language has none.

        Looked up when it is needed: that takes longer than all the rest, and most words of very
        long sentences are linked with nothing.
        """
        return self.find_vector(self.text)


class Lexicon:
    """The words of a language, looked up once each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._function_words = function_words_of(language)
        self._frequencies = word_frequencies(language)
        english = language == "en"
        self._synonyms: Synonyms | None = synonyms() if english else None
        self._vectors: WordVectors | None = word_vectors() if english else None
        self._words: dict[str, Word] = {}
        self._known_vectors: dict[str, Vector] = {}

    @property
    def has_vectors(self) -> bool:
        """Tell whether words have vectors of meaning."""
        return self._vectors is not None

    def word(self, text: str) -> Word:
        """Return what is known of a word, as it is written."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) >= _MAX_REMEMBERED_WORDS:
                self._words.clear()
            word = self._words[text] = self._look_up(text)
        return word

    def content_key(self, text: str) -> str | None:
        """Return what all spellings of a content word share, None of a light one; quick.

        Most words that only one text has are asked for nothing more.
        """
        word = self._words.get(text)
        if word is not None:
            return None if word.light else word.key
        own = with_own_letters(text, language=self.language)
        return None if self._is_light(text, fold_word(own)) else self._key(own)

    def _key(self, own: str) -> str:
        return respelled(word_key(own), self.language)

    def _is_light(self, text: str, folded: str) -> bool:
        return is_punctuation(text) or folded in self._function_words

    def _vector(self, text: str) -> Vector | None:
        if self._vectors is None:
            return None
        vector = self._known_vectors.get(text)
        if vector is None:
            if len(self._known_vectors) >= _MAX_REMEMBERED_WORDS:
                self._known_vectors.clear()
            vector = self._known_vectors[text] = self._vectors.of(text)
        return vector

    def _look_up(self, text: str) -> Word:
        own = with_own_letters(text, language=self.language)
        folded = fold_word(own)
        mark = is_punctuation(text)
        number = has_digit(folded)
        base = folded if mark or number else lemma(folded.removesuffix("'s"), self.language)
        share = self._frequencies.get(folded, UNLISTED_FREQUENCY)
        senses = NO_SENSES
        if self._synonyms is not None and not mark:
            senses = self._synonyms.of(base)
            if senses is NO_SENSES and folded != base:
                senses = self._synonyms.of(folded)
        return Word(
            text=text,
            folded=folded,
            key=self._key(own),
            lemma=base,
            light=self._is_light(text, folded),
            mark=mark,
            number=number,
            rarity=min(-math.log10(share) / -math.log10(UNLISTED_FREQUENCY), 1.0),
            senses=senses,
            find_vector=self._vector,
        )


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language."""
    return Lexicon(language)


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a folded word, or the word where none is known."""
    if not language_by_code(language).has_lemmas or not word.isalpha():
        return word
    return lemmatize(word, lang=language).casefold()
