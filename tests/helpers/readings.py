"""Links as the rules of findings read them, of two short texts."""

from __future__ import annotations

from facing_pages import compare
from facing_pages.core.alignment.words.link_words import SideWords, side_words
from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.findings.pair_reading import PairReading
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import Span
from facing_pages.core.options import Options
from facing_pages.core.splitting.words import split_words


def side_of(text: str, language: str = "en") -> SideReading:
    """Return a text as one side of a link."""
    spans = tuple(split_words(text, Span(0, len(text))))
    words = SideWords(spans, tuple(span.of(text) for span in spans), frozenset())
    return SideReading(text, words, language_by_code(language))


def reading_of(original: str, rewrite: str, language: str = "en") -> LinkReading:
    """Return the first link of two texts that has both sides."""
    known = language_by_code(language)
    comparison = compare(original, rewrite, options=Options(precise=False))
    documents = Both(comparison.original, comparison.rewrite)
    number, link = next(
        (n, link)
        for n, link in enumerate(comparison.alignment.links)
        if link.original and link.rewrite
    )
    sides = Both.of(lambda side: side_words(documents[side], link, side))
    texts = documents.map(lambda document: document.text)
    return LinkReading(number, texts, sides, link.words, Both(known, known))


def whole_reading_of(original: str, rewrite: str) -> list[LinkReading]:
    """Return all links of two texts, with what stands around them."""
    comparison = compare(original, rewrite, options=Options(precise=False))
    pair = PairReading((comparison.original, comparison.rewrite), comparison.alignment)
    return [pair.link(number) for number in range(len(comparison.alignment.links))]
