"""Sentences as the aligner sees them: folded words, and where each stands in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Document, Role, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import characters_in, is_punctuation, is_unspaced

# Sentences that tell the language. By judgement.
LANGUAGE_SENTENCES: Final = 400

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Units:
    """The sentences of one side.

    `words` holds each sentence's folded words without punctuation (all its marks where it has no
    word at all), `paragraphs` the paragraph number of each, `headings` tells which are headings.
    """

    words: tuple[tuple[str, ...], ...]
    paragraphs: Ints
    headings: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)

    def part(self, span: Span) -> Units:
        """Return a run of the sentences."""
        cut = slice(span.start, span.end)
        return Units(self.words[cut], self.paragraphs[cut], self.headings[cut])

    def chosen(self, numbers: Ints) -> Units:
        """Return the sentences with these numbers, in this order."""
        words = tuple(self.words[number] for number in numbers.tolist())
        return Units(words, self.paragraphs[numbers], self.headings[numbers])


def units_language(units: Units) -> str:
    """Return the likely language of the sentences as a two-letter code."""
    return language_of(
        " ".join(word for words in units.words[:LANGUAGE_SENTENCES] for word in words)
    )


def units_function_words(units: Units) -> frozenset[str]:
    """Return the function words of the language the sentences are in."""
    return function_words_of(units_language(units))


def document_units(document: Document) -> Units:
    """Return the sentences of a document."""
    return Units(
        words=tuple(folded_words(document.text, s.span) for s in document.sentences),
        paragraphs=np.array([s.paragraph for s in document.sentences], dtype=np.int64),
        headings=np.array(
            [document.paragraphs[s.paragraph].role is Role.HEADING for s in document.sentences],
            dtype=np.bool_,
        ),
    )


def text_units(paragraphs: Sequence[Sequence[str]]) -> Units:
    """Return sentences given as plain strings, by paragraph."""
    words = [folded_words(text, Span(0, len(text))) for part in paragraphs for text in part]
    numbers = [number for number, part in enumerate(paragraphs) for _ in part]
    return Units(
        words=tuple(words),
        paragraphs=np.array(numbers, dtype=np.int64),
        headings=np.zeros(len(words), dtype=np.bool_),
    )


def folded_words(text: str, span: Span) -> tuple[str, ...]:
    """Return the folded words of a part of a text; its marks if it has nothing else.

    Where a script sets no spaces, pairs of neighbouring characters stand for words.
    """
    every = list(characters_in(text, span))
    words = tuple(fold_word(word) for word in every if not is_punctuation(word))
    if not words:
        return tuple(fold_word(word) for word in every)
    return words if text.isascii() else tuple(_paired(words))


def _paired(words: Sequence[str]) -> Iterator[str]:
    """Yield words, single characters of scripts without spaces joined with the next of them."""
    unspaced = [is_unspaced(word) for word in words]
    for k, word in enumerate(words):
        if unspaced[k] and k + 1 < len(words) and unspaced[k + 1]:
            yield word + words[k + 1]
        elif not (unspaced[k] and k > 0 and unspaced[k - 1]):
            yield word
