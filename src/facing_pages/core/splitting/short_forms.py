"""Corrections of the ends that sentencex finds after short forms (abbreviations).

"M. Dupont came." is one sentence. "He gave it to me. I left." are two, though "Me." is also short
for Maine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import regex

from facing_pages.core.languages.registry import language_by_code, of_all_languages

# Letters before an end that are looked at. By judgement.
MAX_FORM_LETTERS: Final = 24
_POINTED_AT: Final = regex.compile(r"[\[(\d]|[B-HJ-Z]\b")
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
    listed = language_by_code(language)
    names = {word.lower() for word in listed.capital_words}
    starts = sorted(
        word.capitalize()
        for word in (listed.function_words | listed.negations) - names
        if len(word) > 1 and word.isalpha()
    )
    if not starts:
        return None
    forms = "|".join([r"(?:\p{Lu}\.)+\p{Lu}", *map(_spelled, listed.closing_forms)])
    return regex.compile(rf"\b(?:{forms})\.(?=\s+(?:{'|'.join(starts)})\b)")


def needs_next_word(text: str, end: int, start: int, language: str) -> bool:
    """Tell whether the short form before `end` needs the word at `start`: "Fig. 3", "M. Dupont"."""
    before = text[max(0, end - MAX_FORM_LETTERS) : end]
    if _before_names(language).search(before):
        return True
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


def _at_end(forms: Sequence[str]) -> regex.Pattern[str]:
    """Return a pattern for a form and its point at an end; points in a form may have spaces."""
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(_spelled, forms))})[.]$")


def _spelled(form: str) -> str:
    """Return the pattern of a form, in which spaces may stand behind points."""
    return form.replace(".", r"[.]\s?")
