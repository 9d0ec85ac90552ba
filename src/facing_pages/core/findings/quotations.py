"""Quotations whose words are not those of the original any more, or that are left open.

original   called the strike "righteous"      "It is late," she said.
rewrite    called the strike "fair"           "It is late, she said.
found      a quoted word replaced             a quotation left open
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Span

# Words of a quotation up to which it is a term that is quoted, not a speech. By judgement.
_MAX_TERM: Final = 5
_OPENING_QUOTES: Final = frozenset('“„«»‟"')
_CLOSING_QUOTES: Final = frozenset('”“»«"')


class QuotationPair(NamedTuple):
    """A quotation and what became of it, as runs of words between the marks."""

    original: Span
    rewrite: Span
    is_term: bool


def changed_quotations(reading: LinkReading) -> list[QuotationPair]:
    """Return the quotations whose words changed, in order of the original."""
    runs = reading.sides.map(lambda side: list(_quotations(side)))
    left = list(runs.rewrite)
    found: list[QuotationPair] = []
    for one in runs.original:
        other = next((run for run in left if reading.are_linked(one, run)), None)
        if other is None:
            continue
        left.remove(other)
        words = Both(_words(reading.sides.original, one), _words(reading.sides.rewrite, other))
        if words.original != words.rewrite and _is_replaced(reading, words):
            found.append(QuotationPair(one, other, max(map(len, words)) <= _MAX_TERM))
    return found


def leaves_open(reading: LinkReading) -> bool:
    """Tell whether the rewrite leaves a quotation open that the original closes."""
    counts = reading.sides.map(lambda side: sum(map(_is_quote, side.words)))
    return counts.rewrite % 2 == 1 and counts.original % 2 == 0


def _is_quote(word: str) -> bool:
    return word in _OPENING_QUOTES or word in _CLOSING_QUOTES


def _quotations(side: SideReading) -> Iterator[Span]:
    start = None
    for number, word in enumerate(side.words):
        if start is None and word in _OPENING_QUOTES:
            start = number + 1
        elif start is not None and word in _CLOSING_QUOTES:
            if number > start:
                yield _without_marks(side, Span(start, number))
            start = None


def _without_marks(side: SideReading, run: Span) -> Span:
    """Return a quotation without the marks at its ends: they are not its words."""
    said = [n for n in range(*run) if not side.marks[n]]
    return Span(said[0], said[-1] + 1) if said else run


def _words(side: SideReading, run: Span) -> list[str]:
    return [side.folded[n] for n in range(*run) if not side.marks[n]]


def _is_replaced(reading: LinkReading, words: Both[list[str]]) -> bool:
    """Tell whether content words came and went: more than a form or a function word."""
    light = function_words_of(reading.sides.original.language.code)
    gone = [w for w in words.original if w not in words.rewrite and w not in light]
    new = [w for w in words.rewrite if w not in words.original and w not in light]
    return bool(gone and new)
