"""Sentences to align whose likeness can be counted by hand.

A sentence holds its different words and nothing else. Function words (the set below) weigh nothing
and all others the same, so that two sentences of 10 words that share 4 are alike by
2 * 4 / (10 + 10). Words of digits are numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.features.sentence_features import (
    EDGE_WORDS,
    Family,
    Features,
    FeatureTable,
)
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units, text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span

WEIGHT = 4.0
FUNCTION_WORDS = {"the", "a", "of", "and", "to", "in", "it", "was"}
Paragraphs = Sequence[Sequence[str]]

# A few short sentences that often share words.
texts = st.lists(
    st.lists(
        st.sampled_from("boat lamp stairs winter granite keeper candle harbour the".split()),
        min_size=1,
        max_size=7,
    ).map(" ".join),
    min_size=1,
    max_size=6,
)


def section_of(original: Paragraphs, rewrite: Paragraphs, limits: Limits | None = None) -> Section:
    """Return two texts, given as sentences by paragraph, with features that are their words."""
    units = Both(text_units(original), text_units(rewrite))
    numbers: dict[str, int] = {}
    for side in units:
        for words in side.words:
            for word in words:
                numbers.setdefault(word, len(numbers))
    families = np.array([_family(word) for word in numbers], dtype=np.int8)
    weights = np.where(families == Family.FUNCTION_WORD, 0, np.float32(WEIGHT))
    table = FeatureTable(weights, families, weights)
    features = units.map(lambda side: _features(side, numbers, table))
    return Section(units, features, limits or Limits())


def link(original: int | Span, rewrite: int | Span, confidence: float = 1.0) -> SpanLink:
    """Return a link of single sentences or of spans of them."""
    return SpanLink(_span(original), _span(rewrite), confidence)


def features_of_rows(features: Features, first: int, count: int) -> set[int]:
    """Return the features of some rows."""
    return {int(number) for number in features.rows(Span(first, first + count)).ids}


def words(first: int, last: int) -> str:
    """Return different made-up words with these numbers, the last one included, as a sentence."""
    return " ".join("word" + _letters(number) for number in range(first, last + 1))


def _letters(number: int) -> str:
    """Return a number with letters for digits."""
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def _span(sentences: int | Span) -> Span:
    return sentences if isinstance(sentences, Span) else Span(sentences, sentences + 1)


def _family(word: str) -> Family:
    if word.isdigit():
        return Family.NUMBER
    return Family.FUNCTION_WORD if word in FUNCTION_WORDS else Family.WORD


def _features(units: Units, numbers: dict[str, int], table: FeatureTable) -> Features:
    rows = [sorted({numbers[word] for word in sentence}) for sentence in units.words]
    edges = np.full((2, len(rows), EDGE_WORDS), -1, dtype=np.int64)
    for row, sentence in enumerate(units.words):
        found = [numbers[word] for word in sentence]
        edges[0, row, : len(found)] = found[:EDGE_WORDS]
        edges[1, row, : len(found)] = found[::-1][:EDGE_WORDS]
    starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    ids = np.array([number for row in rows for number in row], dtype=np.int64)
    return Features(starts, ids, edges[0], edges[1], table)
