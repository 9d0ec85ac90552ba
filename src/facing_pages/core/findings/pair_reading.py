"""A whole pair as the rules of findings read it: each link with what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

import regex

from facing_pages.core.alignment.words.link_words import side_words
from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, Surroundings
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import Alignment, Document, Link, Side
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.ordinals import paragraph_ordinals
from facing_pages.core.splitting.words import split_words

# Sentences before and behind a link in which what it says may be said as well. By judgement: about
# a paragraph.
_MAX_SENTENCES_AWAY: Final = 4
# A word with a capital behind another word, so that no sentence begins there.
_CAPITAL_WORD: Final = regex.compile(r"(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{N}]*")


class PairReading:
    """Both texts of a comparison, of which any link can be read, in any order.

    Words of sentences and names of a text are looked up once, when they are first asked for.
    """

    def __init__(self, documents: tuple[Document, Document], alignment: Alignment) -> None:
        self._documents = Both(*documents)
        self._alignment = alignment
        self._texts = self._documents.map(lambda document: document.text)
        self._languages = self._texts.map(lambda text: language_by_code(language_of(text)))
        self._words: Both[dict[int, frozenset[str]]] = Both({}, {})

    def link(self, number: int, link: Link | None = None) -> LinkReading:
        """Return a link as it is read; `link` has its words where the alignment does not."""
        read = link or self._alignment.links[number]
        ordinals = self._ordinals
        sides = Both.of(lambda side: side_words(self._documents[side], read, side, ordinals[side]))
        near = Both.of(lambda side: self._near(side, number))
        names: Both[Mapping[str, int]] = Both(*self._names)
        known = Surroundings(near, names, read.confidence)
        return LinkReading(number, self._texts, sides, read.words, self._languages, known)

    @cached_property
    def _ordinals(self) -> Both[dict[int, int]]:
        return self._documents.map(paragraph_ordinals)

    @cached_property
    def _names(self) -> Both[Counter[str]]:
        return self._texts.map(lambda text: Counter(_CAPITAL_WORD.findall(text)))

    def _near(self, side: Side, number: int) -> frozenset[str]:
        """Return the words of the sentences around a link, without its own."""
        own = self._alignment.links[number].numbers(side)
        first, last = (own[0], own[-1] + 1) if own else (self._place(side, number),) * 2
        around = [
            *range(max(0, first - _MAX_SENTENCES_AWAY), first),
            *range(last, min(len(self._documents[side].sentences), last + _MAX_SENTENCES_AWAY)),
        ]
        return frozenset().union(*(self._words_of(side, sentence) for sentence in around))

    def _place(self, side: Side, number: int) -> int:
        """Return the sentence before which a link without any stands on a side."""
        for before in range(number - 1, -1, -1):
            if numbers := self._alignment.links[before].numbers(side):
                return numbers[-1] + 1
        return 0

    def _words_of(self, side: Side, sentence: int) -> frozenset[str]:
        known = self._words[side]
        if sentence not in known:
            text = self._texts[side]
            spans = split_words(text, self._documents[side].spoken_span(sentence))
            known[sentence] = frozenset(fold_word(span.of(text)) for span in spans)
        return known[sentence]
