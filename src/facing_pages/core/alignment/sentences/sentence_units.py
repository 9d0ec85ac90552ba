"""Sentences as the aligner sees them: folded words, and where each stands in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Document, Role, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import characters_in, is_punctuation, is_unspaced

# What sets a word of a label off from the same word in speech.
_OF_LABEL: Final = ":"
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


def pair_units(documents: Both[Document]) -> Both[Units]:
    """Return the sentences of two documents.

    What a label says is a word of its sentence, other than the same word in speech, if the other
    document has it in a label as well: a speaker who has another name there tells nothing.
    """
    units = documents.map(document_units)
    labels = documents.map(
        lambda document: [label_words(document, n) for n in range(len(document.sentences))]
    )
    said = labels.map(lambda found: frozenset(word for words in found for word in words))
    shared = said.original & said.rewrite
    return (
        Both.of(lambda side: _with_labels(units[side], labels[side], shared)) if shared else units
    )


def document_units(document: Document) -> Units:
    """Return the sentences of a document, without their labels."""
    return Units(
        words=tuple(
            folded_words(document.text, document.spoken_span(number))
            for number in range(len(document.sentences))
        ),
        paragraphs=np.array([s.paragraph for s in document.sentences], dtype=np.int64),
        headings=np.array(
            [document.paragraphs[s.paragraph].role is Role.HEADING for s in document.sentences],
            dtype=np.bool_,
        ),
    )


def label_words(document: Document, sentence: int) -> tuple[str, ...]:
    """Return the folded words of the label a sentence begins with, in the order of the alphabet."""
    label = document.label_span(sentence)
    return tuple(sorted(folded_words(document.text, label))) if label else ()


def _with_labels(units: Units, labels: Sequence[tuple[str, ...]], shared: frozenset[str]) -> Units:
    words = tuple(
        (*(word + _OF_LABEL for word in label if word in shared), *spoken)
        for label, spoken in zip(labels, units.words, strict=True)
    )
    return replace(units, words=words)


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
