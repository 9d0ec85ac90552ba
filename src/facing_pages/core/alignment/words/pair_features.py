"""What is seen of every pair of words of two linked sentences, before anything is decided.

A sentence of n words and one of m words make a grid of n times m cells. Each cell holds the
features of one word of the original and one of the rewrite: how alike they are in form and in
meaning, how rare they are, and how well their positions fit the words that are surely the same.

                  the    old    light  burned
        the        =      .      .      .        =   equal: "same", and "on_chain" because they
        lamp       .      .      ~      .            keep their order
        burned     .      .      .      =        ~   alike in meaning: "vector", "synonym"

"off_row" and "off_column" grow with the distance of a cell from the line through the chain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, JaroWinkler, LCSseq, Prefix
from rapidfuzz.process import cdist

from facing_pages.core.alignment.words.forms import (
    MAX_LETTERS,
    form_likeness,
    form_likeness_table,
    is_acronym_of,
)
from facing_pages.core.alignment.words.lexicon import Word
from facing_pages.core.alignment.words.vectors import at_length_one

Floats = NDArray[np.float32]

FEATURES: Final = (
    "same", "same_key", "same_lemma", "form", "letters", "edits", "prefix", "synonym", "near",
    "vector", "vector_around", "both_marks", "one_mark", "both_light", "one_light", "rarer",
    "commoner", "both_numbers", "one_number", "acronym", "on_chain", "on_content_chain",
    "off_row", "off_column", "place", "neighbours", "unique", "vectors", "growth", "chained",
)  # fmt: skip
_COLUMN: Final = {name: number for number, name in enumerate(FEATURES)}
# Pairs of words that look alike up to which the likeness of their forms is looked up one by one:
# most were met before. Prose has ten to thirty in a sentence; more are quicker at once.
MAX_FORMS_ONE_BY_ONE: Final = 200
# Words that a cell may be off the chain before it makes no more difference. By judgement.
MAX_WORDS_OFF: Final = 10.0
# What equal words 1, 2 and 3 places away on the diagonal count, and what the vectors of words 1 and
# 2 places away count in the direction around a word. By judgement, and before the weights were
# learned: another value asks for new ones.
_NEIGHBOUR_WEIGHTS: Final = ((1, 0.5), (2, 0.3), (3, 0.2))
_AROUND_WEIGHTS: Final = ((1, 1.0), (2, 0.5))
# Jaro-Winkler likeness above which two words may be forms of one word. By judgement.
_MIN_LETTER_LIKENESS: Final = 0.6
# Letters of an acronym. By judgement: UNESCO has six.
_MAX_ACRONYM_LETTERS: Final = 6


class PairFeatures(NamedTuple):
    """The features of all cells, [n, m, len(FEATURES)], and the vectors of the words of each side.

    The vectors are [n, dimensions] and [m, dimensions], or None where the language has none.
    """

    values: Floats
    vectors: tuple[Floats, Floats] | None


def pair_features(original: Sequence[Word], rewrite: Sequence[Word]) -> PairFeatures:
    """Return the features of all cells of two sentences that are not empty."""
    shape = (len(original), len(rewrite))
    values = np.zeros((*shape, len(FEATURES)), dtype=np.float32)
    _compare_forms(values, original, rewrite)
    vectors = _compare_meanings(values, original, rewrite)
    _weigh(values, original, rewrite)
    _place(values, original, rewrite)
    return PairFeatures(values, vectors)


def _set(values: Floats, name: str, cells: NDArray[np.generic]) -> None:
    values[:, :, _COLUMN[name]] = cells


def _equal(first: Sequence[str], second: Sequence[str]) -> NDArray[np.bool_]:
    numbers: dict[str, int] = {}
    left = np.array([numbers.setdefault(word, len(numbers)) for word in first])
    right = np.array([numbers.setdefault(word, len(numbers)) for word in second])
    equal: NDArray[np.bool_] = left[:, None] == right[None, :]
    return equal


def _compare_forms(values: Floats, original: Sequence[Word], rewrite: Sequence[Word]) -> None:
    folded = ([word.folded for word in original], [word.folded for word in rewrite])
    keys = ([word.key for word in original], [word.key for word in rewrite])
    _set(values, "same", _equal(*folded))
    _set(values, "same_key", _equal(*keys))
    _set(values, "same_lemma", _equal([w.lemma for w in original], [w.lemma for w in rewrite]))
    begun = tuple([word[:MAX_LETTERS] for word in side] for side in folded)
    likeness = cdist(*begun, scorer=JaroWinkler.normalized_similarity, dtype=np.float32)
    _set(values, "letters", likeness)
    _set(values, "edits", cdist(*begun, scorer=Indel.normalized_similarity, dtype=np.float32))
    _set(values, "prefix", cdist(*begun, scorer=Prefix.normalized_similarity, dtype=np.float32))
    alike = likeness > _MIN_LETTER_LIKENESS
    if np.count_nonzero(alike) <= MAX_FORMS_ONE_BY_ONE:
        for i, j in np.argwhere(alike).tolist():
            values[i, j, _COLUMN["form"]] = form_likeness(keys[0][i], keys[1][j])
    else:
        rows, columns = np.flatnonzero(alike.any(axis=1)), np.flatnonzero(alike.any(axis=0))
        forms = form_likeness_table([keys[0][i] for i in rows], [keys[1][j] for j in columns])
        block = np.ix_(rows, columns)
        values[:, :, _COLUMN["form"]][block] = np.where(alike[block], forms, 0.0)
    _mark_acronyms(values, original, rewrite)
    _mark_acronyms(values.swapaxes(0, 1), rewrite, original)


def _mark_acronyms(values: Floats, short: Sequence[Word], long: Sequence[Word]) -> None:
    """Mark US with each of the words United States."""
    words = [word.text for word in long]
    for i, word in enumerate(short):
        length = len(word.text.replace(".", ""))
        if 2 <= length <= _MAX_ACRONYM_LETTERS and word.text[1:].isupper():
            for j in range(len(words) - length + 1):
                if is_acronym_of(word.text, tuple(words[j : j + length])):
                    values[i, j : j + length, _COLUMN["acronym"]] = 1.0


def _compare_meanings(
    values: Floats, original: Sequence[Word], rewrite: Sequence[Word]
) -> tuple[Floats, Floats] | None:
    """Compare senses and vectors; return the vectors."""
    known = frozenset[int]().union(*(word.senses.own for word in rewrite))
    for name, senses in (
        ("near", [word.senses.near & known for word in original]),
        ("synonym", [word.senses.own & known for word in original]),
    ):
        cells = _cells_of(senses, rewrite)
        values[[i for i, _ in cells], [j for _, j in cells], _COLUMN[name]] = 1.0
    sides = (_vectors(original), _vectors(rewrite))
    if sides[0] is None or sides[1] is None:
        return None
    _set(values, "vectors", np.ones(1))
    _set(values, "vector", sides[0] @ sides[1].T)
    _set(values, "vector_around", _around(sides[0]) @ _around(sides[1]).T)
    return sides[0], sides[1]


def _cells_of(senses: Sequence[frozenset[int]], rewrite: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the cells of words of the original with these senses and words that have one."""
    wanted = frozenset[int]().union(*senses)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for j, word in enumerate(rewrite):
        for sense in word.senses.own & wanted:
            columns[sense].append(j)
    return [(i, j) for i, own in enumerate(senses) for sense in own for j in columns[sense]]


def _vectors(words: Sequence[Word]) -> Floats | None:
    vectors = [word.vector for word in words]
    if any(vector is None for vector in vectors):
        return None
    return np.array(vectors, dtype=np.float32)


def _around(vectors: Floats) -> Floats:
    """Return for each word the mean direction of its neighbours, as unit vectors."""
    sums = np.zeros_like(vectors)
    for distance, weight in _AROUND_WEIGHTS:
        sums[distance:] += np.float32(weight) * vectors[:-distance]
        sums[:-distance] += np.float32(weight) * vectors[distance:]
    return at_length_one(sums)


def _weigh(values: Floats, original: Sequence[Word], rewrite: Sequence[Word]) -> None:
    """Fill in what kind of words meet, and how rare they are."""
    for name, both, one in (
        ("mark", "both_marks", "one_mark"),
        ("light", "both_light", "one_light"),
        ("number", "both_numbers", "one_number"),
    ):
        left = np.array([getattr(word, name) for word in original], dtype=np.bool_)[:, None]
        right = np.array([getattr(word, name) for word in rewrite], dtype=np.bool_)[None, :]
        _set(values, both, left & right)
        _set(values, one, left ^ right)
    left_rarity = np.array([word.rarity for word in original], dtype=np.float32)[:, None]
    right_rarity = np.array([word.rarity for word in rewrite], dtype=np.float32)[None, :]
    _set(values, "rarer", np.maximum(left_rarity, right_rarity))
    _set(values, "commoner", np.minimum(left_rarity, right_rarity))


def _place(values: Floats, original: Sequence[Word], rewrite: Sequence[Word]) -> None:
    """Fill in how well the positions of two words fit each other and the chains of equal words."""
    rows, columns = len(original), len(rewrite)
    equal = values[:, :, _COLUMN["same_key"]]
    keys = ([word.key for word in original], [word.key for word in rewrite])
    content = (
        [i for i, word in enumerate(original) if not word.light],
        [j for j, word in enumerate(rewrite) if not word.light],
    )
    chain = _chain(*keys)
    for i, j in chain:
        values[i, j, _COLUMN["on_chain"]] = 1.0
    anchors = [(-1, -1)]
    for a, b in _chain([keys[0][i] for i in content[0]], [keys[1][j] for j in content[1]]):
        anchors.append((content[0][a], content[1][b]))
        values[content[0][a], content[1][b], _COLUMN["on_content_chain"]] = 1.0
    anchors.append((rows, columns))
    row = np.arange(rows, dtype=np.float32)
    column = np.arange(columns, dtype=np.float32)
    at = np.array(anchors, dtype=np.float32).T
    off_row = np.abs(column[None, :] - np.interp(row, at[0], at[1])[:, None])
    off_column = np.abs(row[:, None] - np.interp(column, at[1], at[0])[None, :])
    _set(values, "off_row", np.minimum(off_row / MAX_WORDS_OFF, 1.0))
    _set(values, "off_column", np.minimum(off_column / MAX_WORDS_OFF, 1.0))
    _set(values, "place", np.abs(row[:, None] / rows - column[None, :] / columns))
    neighbours = np.zeros_like(equal)
    for distance, weight in _NEIGHBOUR_WEIGHTS:
        neighbours[distance:, distance:] += np.float32(weight) * equal[:-distance, :-distance]
        neighbours[:-distance, :-distance] += np.float32(weight) * equal[distance:, distance:]
    _set(values, "neighbours", neighbours)
    counts = (Counter(keys[0]), Counter(keys[1]))
    often = np.array([max(counts[0][key], counts[1][key]) for key in keys[0]], dtype=np.float32)
    _set(values, "unique", equal / often[:, None])
    _set(values, "growth", np.array(abs(np.log(columns / rows))))
    _set(values, "chained", np.array(2 * len(chain) / (rows + columns)))


def _chain(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Return a longest chain of equal words that goes forward on both sides."""
    chain: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(first, second):
        if step.tag == "equal":
            rows = range(step.src_start, step.src_end)
            chain += zip(rows, range(step.dest_start, step.dest_end), strict=True)
    return chain
