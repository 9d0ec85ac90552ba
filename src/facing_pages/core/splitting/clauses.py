"""Split sentences into clauses that are compared as sentences: items of long lists, and verses.

A sentence that lists five or more items is split between them, so that each item has its own link.
Older Bibles begin every verse with a capital, even after a semicolon, and use the colon for a full
pause. If the verses of such a text are run together in paragraphs, it is split at semicolons and
colons, and before a capital "And".
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
    """Tell whether the paragraphs of a text are verses run together.

    Always False for Greek, where ";" is the question mark.
    """
    if language_by_code(language).semicolon_asks:
        return False
    places = _places(_SEMICOLON, text)
    verses = sum(_begins_verse(text, place, language) for place in places)
    return verses >= max(MIN_VERSES, MIN_VERSE_SHARE * len(places))


def clause_spans(sentence: str, *, language: str, verses: bool) -> Iterator[Span]:
    """Yield the clauses of a sentence; for most sentences that is the whole sentence.

    `verses` is the result of `verses_run_on` for the text.
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
    """Return the ends of all matches of a pattern, where the next clause begins."""
    return [found.end() for found in ends.finditer(text)]


def _word(text: str, place: int) -> str:
    """Return the capitalised word at a position, "" if there is none."""
    found = _CAPITALISED.match(text, place)
    return found.group() if found else ""


def _begins_verse(text: str, place: int, language: str) -> bool:
    """Tell whether a word has a capital only because it is the first word of a verse."""
    word = _word(text, place).lower()
    return word in function_words_of(language) and word not in _OFTEN_CAPITAL
