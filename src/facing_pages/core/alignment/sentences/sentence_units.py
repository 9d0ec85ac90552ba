"""Sentences as the aligner sees them: folded words, and where each stands in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Document, Role, Span
from facing_pages.core.splitting.folding import fold_word, with_own_letters
from facing_pages.core.splitting.label_numbers import label_numbers
from facing_pages.core.splitting.words import (
    characters_in,
    is_punctuation,
    is_unspaced,
    may_be_unspaced,
)

# What sets a word of a speaker's label off from the same word in speech.
_OF_LABEL: Final = ":"
# Sentences that tell the language. By judgement.
LANGUAGE_SENTENCES: Final = 400
# What stands for the number of any label that counts entries.
LABEL_NUMBER: Final = "#"

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Units:
    """The sentences of one side.

    `words` holds each sentence's folded words without punctuation (all its marks where it has no
    word at all), `paragraphs` the paragraph number of each, `blocks` that of the first paragraph
    of its block: the paragraphs between two blank lines, such as the lines of a stanza. `headings`
    tells which are headings, `items` which are in an item of a list, `rows` which in a row of a
    table.
    A number that only counts the entries of a list (`label_numbers`) is in `labels`, "" where there
    is none, and `LABEL_NUMBER` stands for it in `words`. `repeated` is the share of the text's
    sentences that have the same words, 0 if it is the only one.
    """

    words: tuple[tuple[str, ...], ...]
    paragraphs: Ints
    blocks: Ints
    headings: npt.NDArray[np.bool_]
    items: npt.NDArray[np.bool_]
    rows: npt.NDArray[np.bool_]
    labels: tuple[str, ...]
    repeated: Floats

    def __len__(self) -> int:
        return len(self.words)

    def part(self, span: Span) -> Units:
        """Return a run of the sentences."""
        cut = slice(span.start, span.end)
        return Units(
            self.words[cut],
            self.paragraphs[cut],
            self.blocks[cut],
            self.headings[cut],
            self.items[cut],
            self.rows[cut],
            self.labels[cut],
            self.repeated[cut],
        )

    def chosen(self, numbers: Ints) -> Units:
        """Return the sentences with these numbers, in this order."""
        chosen = numbers.tolist()
        return Units(
            tuple(self.words[number] for number in chosen),
            self.paragraphs[numbers],
            self.blocks[numbers],
            self.headings[numbers],
            self.items[numbers],
            self.rows[numbers],
            tuple(self.labels[number] for number in chosen),
            self.repeated[numbers],
        )


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

    What a speaker's label says is a word of its sentence, other than the same word in speech, if
    the other document has it in a label as well: a speaker who has another name there tells
    nothing.
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
    """Return the sentences of a document, without what their speakers' labels say."""
    spans = [document.spoken_span(number) for number in range(len(document.sentences))]
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    roles = [document.paragraphs[number].role for number in paragraphs]
    blocks = block_numbers(document)
    units = _units(document.text, spans, paragraphs, roles)
    return replace(units, blocks=np.array([blocks[k] for k in paragraphs], dtype=np.int64))


def block_numbers(document: Document) -> list[int]:
    """Return for each paragraph the first one of its block, which blank lines end.

    Where no blank line, or nothing else, stands between paragraphs, each is a block.

        A stanza,            0          Heading         0
        of two lines,        0                          (a blank line)
                             (blank)    Text.           1
        and the next.        2
    """
    spans = [paragraph.span for paragraph in document.paragraphs]
    is_blank = [
        document.text.count("\n", before.end, after.start) > 1 for before, after in pairwise(spans)
    ]
    if not any(is_blank):
        return list(range(len(spans)))
    numbers: list[int] = []
    for number, begins in enumerate([True, *is_blank][: len(spans)]):
        numbers.append(number if begins else numbers[-1])
    return numbers


def label_words(document: Document, sentence: int) -> tuple[str, ...]:
    """Return the folded words of the label a sentence begins with, in the order of the alphabet."""
    label = document.label_span(sentence)
    return tuple(sorted(folded_words(document.text, label))) if label else ()


def _with_labels(units: Units, labels: Sequence[tuple[str, ...]], shared: frozenset[str]) -> Units:
    words = tuple(
        (*(word + _OF_LABEL for word in label if word in shared), *spoken)
        for label, spoken in zip(labels, units.words, strict=True)
    )
    return replace(units, words=words, repeated=repeated_shares(words))


def text_units(paragraphs: Sequence[Sequence[str]]) -> Units:
    """Return sentences given as plain strings, by paragraph."""
    texts = [text for part in paragraphs for text in part]
    ends = list(accumulate(len(text) + 1 for text in texts))
    spans = [Span(end - 1 - len(text), end - 1) for text, end in zip(texts, ends, strict=True)]
    numbers = [number for number, part in enumerate(paragraphs) for _ in part]
    return _units("\n".join(texts), spans, numbers, [Role.PROSE] * len(spans))


def _units(
    text: str, spans: Sequence[Span], paragraphs: Sequence[int], roles: Sequence[Role]
) -> Units:
    text = with_own_letters(text, language=language_of(text))
    labels = label_numbers(text, spans)
    words = tuple(
        folded_words(text, span, label) for span, label in zip(spans, labels, strict=True)
    )
    return Units(
        words=words,
        paragraphs=np.array(paragraphs, dtype=np.int64),
        blocks=np.array(paragraphs, dtype=np.int64),
        headings=np.array([role is Role.HEADING for role in roles], dtype=np.bool_),
        items=np.array([role is Role.LIST_ITEM for role in roles], dtype=np.bool_),
        rows=np.array([role is Role.TABLE_ROW for role in roles], dtype=np.bool_),
        labels=tuple("" if label is None else fold_word(label.of(text)) for label in labels),
        repeated=repeated_shares(words),
    )


def repeated_shares(words: Sequence[tuple[str, ...]]) -> Floats:
    """Return for each sentence which share of all of them has its words; 0 where it is alone."""
    counts = Counter(words)
    times = np.array([counts[sentence] for sentence in words], dtype=np.float32)
    return np.where(times > 1, times / max(1, len(words)), 0).astype(np.float32)


def folded_words(text: str, span: Span, label: Span | None = None) -> tuple[str, ...]:
    """Return the folded words of a part of a text; its marks if it has nothing else.

    `LABEL_NUMBER` stands for the number of its label. Where a script sets no spaces, pairs of
    neighbouring characters stand for words.
    """
    if label is not None:
        before, after = Span(span.start, label.start), Span(label.end, span.end)
        return (*_read_words(text, before), LABEL_NUMBER, *_read_words(text, after))
    return _read_words(text, span) or tuple(map(fold_word, characters_in(text, span)))


def _read_words(text: str, span: Span) -> tuple[str, ...]:
    every = characters_in(text, span)
    words = [fold_word(word) for word in every if not is_punctuation(word)]
    return tuple(_paired(words) if may_be_unspaced(text, span) else words)


def _paired(words: Sequence[str]) -> Iterator[str]:
    """Yield words, single characters of scripts without spaces joined with the next of them."""
    unspaced = [is_unspaced(word) for word in words]
    for k, word in enumerate(words):
        if unspaced[k] and k + 1 < len(words) and unspaced[k + 1]:
            yield word + words[k + 1]
        elif not (unspaced[k] and k > 0 and unspaced[k - 1]):
            yield word
