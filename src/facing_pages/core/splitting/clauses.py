"""Clauses that are compared as sentences: the items of a long list, and verses run together.

A sentence that lists five things and more is cut between them, so that each item has its own link.
Older Bibles begin every verse with a capital, behind a semicolon too, and use the colon for a full
pause; where the verses of such a text run on in paragraphs, it is cut at both, and before a capital
"And".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from facing_pages.core.languages.punctuation import CLOSING_MARKS
from facing_pages.core.languages.registry import (
    function_words_of,
    language_by_code,
    of_all_languages,
)
from facing_pages.core.model import Span

# Semicolons from which a sentence is a list. By judgement.
MIN_SEMICOLONS: Final = 5
# Semicolons that a capital function word follows in verses run together: how many (by judgement),
# and which share of all. In the King James Bible it is 12 %, in a modern one 0.5 %, in novels and
# essays none; the limit is by judgement between those.
MIN_VERSES: Final = 5
MIN_VERSE_SHARE: Final = 0.05

_CLOSED_CLAUSE: Final = rf"[{regex.escape(CLOSING_MARKS)}]*\s+"
_SEMICOLON: Final = regex.compile(rf"[;؛]{_CLOSED_CLAUSE}|；[”’」』]*\s*")
_COLON: Final = regex.compile(rf":{_CLOSED_CLAUSE}")
_COMMA: Final = regex.compile(rf",{_CLOSED_CLAUSE}")
_CAPITALISED: Final = regex.compile(r"\p{Lu}\p{L}*")
_OFTEN_CAPITAL: Final = of_all_languages(lambda language: language.often_capital)


def verses_run_on(text: str, *, language: str) -> bool:
    """Tell whether verses run on in the paragraphs of a text; not in Greek, where ";" asks."""
    if language_by_code(language).semicolon_asks:
        return False
    places = _places(_SEMICOLON, text)
    verses = sum(_begins_verse(text, place, language) for place in places)
    return verses >= max(MIN_VERSES, MIN_VERSE_SHARE * len(places))


def clause_spans(sentence: str, *, language: str, verses: bool) -> Iterator[Span]:
    """Give the parts of a sentence that are compared each by itself, mostly the whole of it.

    `verses` says whether the text is one of verses that run on.
    """
    ends = _places(_SEMICOLON, sentence)
    if len(ends) < MIN_SEMICOLONS:
        ends = [end for end in ends if verses and _begins_verse(sentence, end, language)]
    if verses:
        ends += _places(_COLON, sentence)
        if conjunction := language_by_code(language).conjunction:
            commas = _places(_COMMA, sentence)
            ends += [end for end in commas if _word(sentence, end) == conjunction]
    for start, end in pairwise([0, *sorted(ends), len(sentence)]):
        clause = sentence[start:end].rstrip()
        if clause:
            yield Span(start, start + len(clause))


def _places(ends: regex.Pattern[str], text: str) -> list[int]:
    """Return where what follows some marks begins."""
    return [found.end() for found in ends.finditer(text)]


def _word(text: str, place: int) -> str:
    """Return the word with a capital that stands at a place, "" if none does."""
    found = _CAPITALISED.match(text, place)
    return found.group() if found else ""


def _begins_verse(text: str, place: int, language: str) -> bool:
    """Tell whether a word has a capital here only because a verse begins with it."""
    word = _word(text, place).lower()
    return word in function_words_of(language) and word not in _OFTEN_CAPITAL
