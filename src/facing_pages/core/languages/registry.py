"""All languages that the program knows something of, and what is asked of all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Final, TypeVar

from facing_pages.core.languages.language_record import Language

T = TypeVar("T")

# The order decides where a text speaks for two languages alike: the one that is written more comes
# first, and Japanese before Chinese, because it uses Han characters as well.
_CODES: Final = (
    "en", "de", "fr", "es", "it", "pt", "nl", "ru", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro",
    "tr", "ca", "uk", "bg", "ja", "zh", "ko", "ar", "he", "hi", "th", "el",
)  # fmt: skip


def _load(code: str) -> Language:
    language: Language = import_module(f"facing_pages.core.languages.data.{code}").LANGUAGE
    return language


LANGUAGES: Final = tuple(map(_load, _CODES))
_BY_CODE: Final = {language.code: language for language in LANGUAGES}


def language_by_code(code: str) -> Language:
    """Return what is known of a language; an empty record for one that is not listed."""
    return _BY_CODE.get(code) or Language(code=code, name=code)


def of_all_languages(field: Callable[[Language], Iterable[T]]) -> frozenset[T]:
    """Return what a field of any language holds, for text whose language is not known yet."""
    return frozenset(entry for language in LANGUAGES for entry in field(language))


_EVERY_FUNCTION_WORD: Final = of_all_languages(lambda language: language.function_words)


_EVERY_NEGATION: Final = of_all_languages(lambda language: language.negations)
_EVERY_WEIGHTY_WORD: Final = of_all_languages(lambda language: language.weighty_words)


def negations_of(code: str) -> frozenset[str]:
    """Return the negations of a language; of all languages where it has none listed."""
    return language_by_code(code).negations or _EVERY_NEGATION


def negates(word: str, code: str) -> bool:
    """Tell whether a folded word is a negation, or ends in one: "didn't"."""
    return word in negations_of(code) or word.endswith(_negating_endings(code))


def completes_negation(word: str, before: Sequence[str], code: str) -> bool:
    """Tell whether a folded word is the second part of a negation: "ne peut plus".

    The last negation among the words `before` it is the first part: not in "ne voit pas la plus
    grande".
    """
    listed = language_by_code(code).negation_parts
    if not any(word in seconds for seconds in listed.values()):
        return False
    for earlier in reversed(before):
        for first, seconds in listed.items():
            if earlier == first or (first.endswith("'") and earlier.startswith(first)):
                return word in seconds
        if negates(earlier, code):
            return False
    return False


def are_opposites(word: str, other: str, code: str) -> bool:
    """Tell whether one of two folded words is the other with a part that negates it: "unsafe"."""
    shorter, longer = sorted((word, other), key=len)
    for part in language_by_code(code).negating_parts:
        added = part.strip("-")
        if longer == added + shorter and part.endswith("-") and not part.startswith("-"):
            return True
        inside = range(1, len(shorter)) if part.startswith("-") else ()
        if any(longer == shorter[:k] + added + shorter[k:] for k in inside):
            return True
    return False


@cache
def _negating_endings(code: str) -> tuple[str, ...]:
    known = language_by_code(code)
    return tuple(
        ending
        for ending, meanings in known.contractions.items()
        if not known.negations.isdisjoint(meanings)
    )


def weighty_words_of(code: str) -> frozenset[str]:
    """Return the words of a language that turn a sentence, negations included.

    Those of all languages where it has none listed.
    """
    listed = language_by_code(code)
    return listed.negations | listed.weighty_words or _EVERY_NEGATION | _EVERY_WEIGHTY_WORD


def are_opposed(one: Collection[str], other: Collection[str], code: str) -> bool:
    """Tell whether one list of folded function words says the opposite of another."""
    pairs = (pair.split("/") for pair in language_by_code(code).opposed_words)
    return any(
        (first in one and second in other) or (second in one and first in other)
        for first, second in pairs
    )


def function_words_of(code: str) -> frozenset[str]:
    """Return the function words of a language; of all languages where it has none listed."""
    return language_by_code(code).function_words or _EVERY_FUNCTION_WORD
