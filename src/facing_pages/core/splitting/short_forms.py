"""Corrections of the ends that sentencex finds after short forms (abbreviations).

"M. Dupont came." is one sentence. "He gave it to me. I left." are two, though "Me." is also short
for Maine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import regex

from facing_pages.core.languages.registry import language_by_code, of_all_languages
from facing_pages.core.splitting.words import has_digit

# Letters before an end that are looked at. By judgement.
MAX_FORM_LETTERS: Final = 24
_POINTED_AT: Final = regex.compile(r"[\[(\d]|[B-HJ-Z]\b")
# Words before the short form of a month that ends a sentence which begins with a small word or a
# number: "She left in Dec. Kurt stayed." but "In Dec. Kurt left." By judgement.
MIN_WORDS_BEFORE_MONTH: Final = 3
# Characters in which these words are looked for. By judgement.
MAX_CHARACTERS_BEFORE_MONTH: Final = 60
_INNER_STOP: Final = regex.compile(r"(?<!\d)[.!?…]\s")
# A number in Roman letters is no start of a sentence: "vol. II".
_SENTENCE_START: Final = r"(?=\s+(?!(?:[IVXLC]{2,}|[VXLC])\b)\p{Lu})"


@cache
def ordinary_ends(language: str) -> regex.Pattern[str] | None:
    """Return a pattern for full stops after ordinary words that sentencex takes for short forms.

    "He gave it to me. I left.": the match ends after the stop. None for a language without a list.
    """
    ends = language_by_code(language).final_words
    if not ends:
        return None
    return regex.compile(rf"\b(?:{'|'.join(ends)})[.]{_SENTENCE_START}")


@cache
def initials_ends(language: str) -> regex.Pattern[str] | None:
    """Return a pattern for a point that may end a sentence, before a small word with a capital.

    "He left the U.S. Nobody called.", "pears, etc. They left.": the match ends after the point of
    the initials or of a closing form, for no name begins with "Nobody". None for a language without
    function words.
    """
    starts = _small_starts(language)
    if not starts:
        return None
    closing = language_by_code(language).closing_forms
    forms = "|".join([r"(?:\p{Lu}\.)+\p{Lu}", *map(_spelled, closing)])
    return regex.compile(rf"\b(?:{forms})\.(?=\s+(?:{'|'.join(starts)})\b)")


def month_ends(text: str, language: str) -> Iterator[int]:
    """Yield the ends behind short forms of months: "She left in Dec. Her trunk stayed."

    Before a name, only where the month does not open the sentence: "In Dec. Kurt left." Where
    nouns have capitals, only before a small word.
    """
    pattern = _months(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        if match["small"] is not None or _has_words(text, match.start(), language):
            yield match.end("form")


@cache
def _months(language: str) -> regex.Pattern[str] | None:
    """Return a pattern for the short form of a month and a capital behind it."""
    listed = language_by_code(language)
    if not listed.month_forms:
        return None
    small = rf"(?P<small>{'|'.join(_small_starts(language)) or '(?!)'})\b"
    following = small if listed.nouns_have_capitals else rf"(?:{small}|\p{{Lu}})"
    forms = "|".join(listed.month_forms)
    return regex.compile(rf"\b(?P<form>(?:{forms})\.){_SENTENCE_START}\s+{following}")


def _has_words(text: str, end: int, language: str) -> bool:
    """Tell whether more of the same sentence stands before a place than "In early" or "On 4"."""
    before = text[max(0, end - MAX_CHARACTERS_BEFORE_MONTH) : end]
    words = _INNER_STOP.split(before)[-1].split()
    if not words:
        return False
    is_small = words[0].lower() in language_by_code(language).function_words
    return len(words) >= MIN_WORDS_BEFORE_MONTH or not (is_small or has_digit(words[0]))


@cache
def _small_starts(language: str) -> list[str]:
    """Return the small words of a language as a sentence begins with them, but for names."""
    listed = language_by_code(language)
    names = {word.lower() for word in listed.capital_words}
    return sorted(
        word.capitalize()
        for word in (listed.function_words | listed.negations) - names
        if len(word) > 1 and word.isalpha()
    )


def needs_next_word(text: str, end: int, start: int, language: str) -> bool:
    """Tell whether the short form before `end` needs the word at `start`: "Fig. 3", "M. Dupont"."""
    before = text[max(0, end - MAX_FORM_LETTERS) : end]
    if _before_names(language).search(before):
        return True
    months = _before_years(language)
    if months is not None and months.search(before):
        return text[start].isdigit()
    if not _before_numbers().search(before):
        return False
    return _POINTED_AT.match(text, start) is not None


@cache
def _before_names(language: str) -> regex.Pattern[str]:
    """English forms count in every language, because quotations and references use them."""
    own = language_by_code(language).forms_before_names if language != "en" else ()
    return _at_end([*language_by_code("en").forms_before_names, *own])


@cache
def _before_numbers() -> regex.Pattern[str]:
    return _at_end(sorted(of_all_languages(lambda language: language.forms_before_numbers)))


@cache
def _before_years(language: str) -> regex.Pattern[str] | None:
    months = language_by_code(language).month_forms
    return _at_end(months) if months else None


def _at_end(forms: Sequence[str]) -> regex.Pattern[str]:
    """Return a pattern for a form and its point at an end; points in a form may have spaces."""
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(_spelled, forms))})[.]$")


def _spelled(form: str) -> str:
    """Return the pattern of a form, in which spaces may stand behind points."""
    return form.replace(".", r"[.]\s?")
