"""Sentences that a text repeats: they belong where the sentences around them belong.

    original   [A b] [C b] [D b]      b is in every paragraph, so that it says nothing of where a
    rewrite    [A b] [D b] [E b]      paragraph belongs: the second b of the rewrite is the third of
                                      the original, because it stands beside D

The contexts of a repeated sentence are its own paragraph or, where all of that is repeated, its
stanza or other short block between blank lines; where all of that is repeated, too, the paragraphs
before and after it that say something of their own. A heading, or a label on its own line, belongs
to what is after it, and what stands before one belongs to what is before.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.sentences.features.likeness import SharedTables, masses
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints, Units
from facing_pages.core.both import Both

# Words that a label on its own line may have in addition to its number: "Item No. 3". By judgement.
MAX_LABEL_WORDS: Final = 2
# Paragraphs of a block that is one context: a stanza, a question and its answer. In a long list
# what is near a repeated line tells more. By judgement.
MAX_BLOCK: Final = 12
# Likeness (Dice, 0 to 1) of two sentences of a text that are made after one form, and how much of
# what two sentences have in common, by weight, a third must have, too, for it to be a formula. By
# judgement.
MIN_FORM_LIKENESS: Final = 0.3
MIN_FORMULA_SHARE: Final = 0.8


def contexts_alike(units: Both[Units], alike: Floats) -> Floats:
    """Return how alike the contexts of each pair of sentences are, 0 to 1, NaN without any.

    `alike` [sentences, sentences] says how alike sentences are. Paragraphs and blocks are as alike
    as the two most alike of their sentences that are not repeated; of what is before and what is
    after, the mean counts.
    """
    sides = units.map(_ContextParts)
    best = _parts_alike(
        sides, np.where(np.outer(*sides.map(lambda side: side.own)), alike, -np.inf)
    )
    before, after = (
        best[one[:, None], other[None, :]]
        for one, other in zip(sides.original.contexts(), sides.rewrite.contexts(), strict=True)
    )
    mean = (before + after) / 2
    return np.where(np.isnan(before), after, np.where(np.isnan(after), before, mean))


def _parts_alike(sides: Both[_ContextParts], own_alike: Floats) -> Floats:
    """Return how alike the parts of both sides are, NaN for those that are wholly repeated.

    In the last row and column, too.
    """
    rows, columns = sides
    table = np.vstack([np.maximum.reduceat(own_alike, s, axis=0) for s in rows.starts])
    best = np.hstack([np.maximum.reduceat(table, s, axis=1) for s in columns.starts])
    best[np.isinf(best)] = np.nan
    return np.pad(best, (0, 1), constant_values=np.nan)


class _ContextParts:
    """The parts of a side that are contexts: its paragraphs, and behind them its blocks.

    `starts` has the first sentence of each, counted from 0 for the first of these sentences.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self.own = units.repeated == 0
        self._begins = _begins(units.paragraphs)
        self.starts = np.flatnonzero(self._begins), np.flatnonzero(_begins(units.blocks))

    def contexts(self) -> tuple[Ints, Ints]:
        """Return for each sentence the places of the parts before and after that are its context.

        -1 for none. A paragraph that is not wholly repeated is both, and so is the block of one
        that is.
        """
        paragraphs, blocks = self.starts
        is_own = np.logical_or.reduceat(self.own, paragraphs)
        is_label = np.logical_and.reduceat(_are_labels(self._units), paragraphs).tolist()
        sizes = np.add.reduceat(self._begins, blocks, dtype=np.int64)
        is_context = (sizes > 1) & (sizes <= MAX_BLOCK) & np.logical_or.reduceat(self.own, blocks)
        block = np.repeat(np.arange(len(blocks)), sizes)
        is_of_block = is_context[block] & ~is_own
        places = (
            np.where(is_of_block, len(paragraphs) + block, found)[np.cumsum(self._begins) - 1]
            for found in (
                _places_before(is_own.tolist(), is_label),
                _places_after(is_own.tolist(), is_label),
            )
        )
        before, after = places
        return before, after


def _begins(numbers: Ints) -> npt.NDArray[np.bool_]:
    """Tell which sentences have another number than the one before, the first one among them."""
    return np.concatenate(([True], np.diff(numbers) != 0))


def _are_labels(units: Units) -> npt.NDArray[np.bool_]:
    """Tell which sentences are headings or labels only."""
    most = 1 + MAX_LABEL_WORDS
    labels = [
        bool(label) and len(words) <= most
        for label, words in zip(units.labels, units.words, strict=True)
    ]
    return units.headings | np.array(labels, dtype=np.bool_)


def _places_before(is_own: list[bool], is_label: list[bool]) -> list[int]:
    """Return for each paragraph the last one up to it with something of its own.

    -1 where there is none, or a label between.
    """
    places: list[int] = []
    last = -1
    for place, (own, label) in enumerate(zip(is_own, is_label, strict=True)):
        last = place if own else -1 if label else last
        places.append(last)
    return places


def _places_after(is_own: list[bool], is_label: list[bool]) -> list[int]:
    """Return for each paragraph the first one from it on with something of its own.

    -1 where there is none, or where a label is between; only labels look behind labels.
    """
    places: list[int] = []
    following = behind_labels = -1
    for place in reversed(range(len(is_own))):
        if is_own[place]:
            following = behind_labels = place
        places.append(behind_labels if is_label[place] else following)
        if is_label[place]:
            following = -1
    places.reverse()
    return places


def may_be_elsewhere(units: Both[Units], rows: Ints, columns: Ints) -> npt.NDArray[np.bool_]:
    """Tell which sentences of pairs, if equal, may each belong to another place.

    `rows` and `columns` are their numbers on either side, together of the shape of the result.

    Both texts repeat them, or one does and both stand among sentences of their own: a set sentence
    that was exchanged in its paragraph is none of the other paragraphs'. What one text repeats
    alone may be doubled there.

        original   [B. Carried.] [C. Carried.]      C's is not B's, though only one is left
        rewrite    [B. Carried.] [C. Put off.]
    """
    one, other = units
    own, others = one.repeated[rows] > 0, other.repeated[columns] > 0
    among_own = _are_among_own(one)[rows] & _are_among_own(other)[columns]
    may_be: npt.NDArray[np.bool_] = (own & others) | ((own | others) & among_own)
    return may_be


def _are_among_own(units: Units) -> npt.NDArray[np.bool_]:
    """Tell which sentences stand in a paragraph with one, them or another, that is not repeated."""
    return np.isin(units.paragraphs, units.paragraphs[units.repeated == 0])


class Formulas(NamedTuple):
    """What pairs of sentences have in common with third ones, [sentences, sentences].

    `shares`: which share of a text's sentences has nearly all of it. `own`: the weight of what no
    third sentence has, where there is a share.
    """

    shares: Floats
    own: Floats


def formulas(features: Both[Features], shared: SharedTables) -> Formulas:
    """Return what pairs of sentences have in common with others that are made after their form.

    The share is that of the text where it is more; it is 0 where no third sentence of the same form
    as one of the pair has nearly all, and where one of the pair is like no other of its text.

        original   Room 2 has two beds and a sofa.     All rooms have "Room # has a": the sofa says
        rewrite    Room 4 has a sofa and a desk.       which room it is, the rest does not.
    """
    weights = features.original.table.weight[shared.ids]
    forms = Both(
        _same_form(shared.original, weights, masses(features.original)),
        _same_form(shared.rewrite, weights, masses(features.rewrite)),
    )
    rows, columns = (np.flatnonzero(form.any(axis=1)) for form in forms)
    found = Formulas(*np.zeros((2, len(features.original), len(features.rewrite)), np.float32))
    for i in rows.tolist() if len(columns) else ():
        own = np.flatnonzero(shared.original[i])
        common = shared.rewrite[np.ix_(columns, own)] * weights[own]
        total = common.sum(axis=1)
        there = (common @ shared.original[:, own].T) * forms.original[i]
        here = (common @ shared.rewrite[:, own].T) * forms.rewrite[columns]
        least = MIN_FORMULA_SHARE * total[:, None]
        found.shares[i, columns] = np.maximum(
            _share_with((there > 0) & (there >= least)), _share_with((here > 0) & (here >= least))
        )
        found.own[i, columns] = total - np.maximum(there.max(axis=1), here.max(axis=1))
    return found


def _share_with(others: npt.NDArray[np.bool_]) -> Floats:
    """Return the share of all sentences that some others and one more are; 0 without others."""
    counts = others.sum(axis=1)
    return np.where(counts > 0, (counts + 1) / others.shape[1], 0)


def _same_form(table: Floats, weights: Floats, masses: Floats) -> npt.NDArray[np.bool_]:
    """Tell which sentences of a side are made after the same form as each other one."""
    found_again = table.sum(axis=0) > 1
    again = table[:, found_again]
    common = (again * weights[found_again]) @ again.T
    np.fill_diagonal(common, 0)
    same: npt.NDArray[np.bool_] = common >= MIN_FORM_LIKENESS / 2 * np.add.outer(masses, masses)
    np.fill_diagonal(same, 0)
    return same
