"""What sentencex does not know of short forms: where they end no sentence, and where words do.

"M. Dupont" is one man. "He gave it to me. I left." are two sentences, though Me. is also Maine.
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
    """Return what finds the full stops behind ordinary words that sentencex takes for short forms.

    "He gave it to me. I left.": the match ends behind the stop. None for a language without a list.
    """
    ends = language_by_code(language).final_words
    if not ends:
        return None
    return regex.compile(rf"\b(?:{'|'.join(ends)})[.]{_SENTENCE_START}")


def goes_on(text: str, end: int, start: int, language: str) -> bool:
    """Tell whether what ends before `end` needs what starts at `start`: "Fig. 3", "M. Dupont"."""
    before = text[max(0, end - MAX_FORM_LETTERS) : end]
    if _before_names(language).search(before):
        return True
    if not _before_numbers().search(before):
        return False
    return _POINTED_AT.match(text, start) is not None


@cache
def _before_names(language: str) -> regex.Pattern[str]:
    """English forms count in every language, because they stand in quotations and references."""
    own = language_by_code(language).forms_before_names if language != "en" else ()
    return _at_end([*language_by_code("en").forms_before_names, *own])


@cache
def _before_numbers() -> regex.Pattern[str]:
    return _at_end(sorted(of_all_languages(lambda language: language.forms_before_numbers)))


def _at_end(forms: Sequence[str]) -> regex.Pattern[str]:
    """Return what finds a form and its point at an end; points inside a form may have a space."""
    spelled = [form.replace(".", r"[.]\s?") for form in forms]
    return regex.compile(rf"(?<!\w)(?:{'|'.join(spelled)})[.]$")
