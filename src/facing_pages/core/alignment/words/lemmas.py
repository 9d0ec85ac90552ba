"""The dictionary form of a word, by language."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from simplemma import lemmatize

# Languages whose tables load in well under a second; other languages go by the letters alone.
LANGUAGES: Final = frozenset("en de fr es it pt nl ru".split())


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a folded word, or the word where none is known."""
    if language not in LANGUAGES or not word.isalpha():
        return word
    return lemmatize(word, lang=language).casefold()
