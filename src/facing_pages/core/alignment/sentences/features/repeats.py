"""Sentences that a text repeats: they belong where the sentences around them belong.

    original   [A b] [C b] [D b]      b is in every paragraph, so that it says nothing of where a
    rewrite    [A b] [D b] [E b]      paragraph belongs: the second b of the rewrite is the third of
                                      the original, because it stands beside D

The contexts of a repeated sentence are its own paragraph or, where all of that is repeated, the
paragraphs before and after it that say something of their own. A heading, or a label on its own
line, belongs to what is after it, and what stands before one belongs to what is before.
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
# Likeness (Dice, 0 to 1) of two sentences of a text that are made after one form, and how much of
# what two sentences have in common, by weight, a third must have, too, for it to be a formula. By
# judgement.
MIN_FORM_LIKENESS: Final = 0.3
MIN_FORMULA_SHARE: Final = 0.8


def contexts_alike(units: Both[Units], alike: Floats) -> Floats:
    """Return how alike the contexts of each pair of sentences are, 0 to 1, NaN without any.

    `alike` [sentences, sentences] says how alike sentences are. Paragraphs are as alike as the two
    most alike of their sentences that are not repeated; of what is before and what is after, the
    mean counts.
    """
    best = _paragraphs_alike(units, alike)
    contexts = units.map(_contexts)
    before, after = (
        best[one[:, None], other[None, :]]
        for one, other in zip(contexts.original, contexts.rewrite, strict=True)
    )
    mean = (before + after) / 2
    return np.where(np.isnan(before), after, np.where(np.isnan(after), before, mean))


def _paragraphs_alike(units: Both[Units], alike: Floats) -> Floats:
    """Return how alike paragraphs are, NaN for those that are wholly repeated, and in the last."""
    own = units.map(lambda side: side.repeated == 0)
    rows, columns = (np.flatnonzero(_starts(side)) for side in units)
    table = np.where(np.outer(*own), alike, -np.inf)
    best = np.maximum.reduceat(np.maximum.reduceat(table, rows, axis=0), columns, axis=1)
    best[np.isinf(best)] = np.nan
    return np.pad(best, (0, 1), constant_values=np.nan)


def _starts(units: Units) -> npt.NDArray[np.bool_]:
    """Tell which sentences start a paragraph, the first one among them."""
    return np.concatenate(([True], np.diff(units.paragraphs) != 0))


def _contexts(units: Units) -> tuple[Ints, Ints]:
    """Return for each sentence the places of the paragraphs before and after that are its context.

    Counted from 0 for the first paragraph of these sentences; -1 for none. A paragraph that is not
    wholly repeated is both.
    """
    starts = np.flatnonzero(_starts(units))
    is_own = np.logical_or.reduceat(units.repeated == 0, starts).tolist()
    is_label = np.logical_and.reduceat(_are_labels(units), starts).tolist()
    before, after = _places_before(is_own, is_label), _places_after(is_own, is_label)
    paragraphs = np.cumsum(_starts(units)) - 1
    return np.array(before)[paragraphs], np.array(after)[paragraphs]


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
