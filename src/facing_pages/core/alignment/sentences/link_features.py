"""The features of each possible link of two runs of sentences, whatever they may earn.

    original A B C, rewrite D E F: the table of shape (2, 1) has a cell for each link of two
    sentences with one.

                 D       E       F
        A B    AB-D    AB-E    AB-F        row i: the groups that start with sentence i
        B C    BC-D    BC-E    BC-F        column j: the groups that start with sentence j

A group holds the union of what its sentences hold, so nothing counts twice. Shapes are plain
pairs of numbers, because tables are looked up by them in the inner loop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.sentences.features.likeness import (
    SharedTables,
    edge_likeness,
    shared_tables,
)
from facing_pages.core.alignment.sentences.features.repeats import (
    Formulas,
    contexts_alike,
    formulas,
    may_be_elsewhere,
)
from facing_pages.core.alignment.sentences.features.sentence_features import Features
from facing_pages.core.alignment.sentences.sentence_units import Floats, Units
from facing_pages.core.both import Both
from facing_pages.core.model import Side

Shape = tuple[int, int]
Flags = NDArray[np.bool_]

# Sentences that one sentence may face: a list of fifteen names, which a limit of twelve had cut
# off, must fit. By judgement.
MAX_GROUP: Final = 20
# Sentences up to which groups are looked at in any case. Larger ones are rare (lists) and are only
# tried where one of these is likely. By judgement.
MAX_USUAL_GROUP: Final = 5
# Weight that a sum is taken to have at least, so that nothing is divided by zero.
_TINY: Final = np.float32(1e-6)


class _Group(NamedTuple):
    """What all groups of n sentences of a side hold, by their first sentence [sentences - n + 1].

    `mass`: the weight of their features. `joined`: what all but the heaviest sentence weigh, each
    by itself. `across`: how many paragraphs start inside.
    """

    mass: Floats
    words: Floats
    joined: Floats
    across: Floats


class GroupEnd(NamedTuple):
    """The first or last sentence of a side's groups.

    `gain`: the share of it that is found through it only. `rest`: where, in a table of links
    without it, those stand that are otherwise the same.
    """

    side: Side
    rest: tuple[slice, slice]
    gain: Floats


class _SideGroups:
    """The groups of one side, made as larger ones are asked for."""

    def __init__(self, units: Units, features: Features) -> None:
        self.size = len(units)
        starts = np.concatenate(([True], np.diff(units.paragraphs) != 0)).astype(np.float32)
        self.is_first = starts
        self.is_last = np.concatenate((starts[1:], [1.0])).astype(np.float32)
        self._features = features
        self._words = np.array([len(words) for words in units.words], dtype=np.float32)
        self._groups: list[_Group] = []

    def group(self, size: int) -> _Group:
        """Return what the groups of some number of sentences hold."""
        if size > len(self._groups):
            self._make_groups(min(_groups_up_to(size), self.size))
        return self._groups[size - 1]

    def _make_groups(self, most: int) -> None:
        masses = self._features.masses(self._features.table.weight, most)
        nothing = np.zeros(self.size, dtype=np.float32)
        group = _Group(masses[0], self._words, nothing, nothing)
        self._groups = [group]
        for size in range(2, most + 1):
            count = self.size - size + 1
            parts = np.stack([masses[0][k : k + count] for k in range(size)])
            group = _Group(
                masses[size - 1],
                group.words[:count] + self._words[size - 1 :],
                parts.sum(axis=0) - parts.max(axis=0),
                group.across[:count] + self.is_first[size - 1 :],
            )
            self._groups.append(group)


class _SharedFeatures:
    """The features that both sides share: what groups of up to `most` sentences hold of them.

    A feature that no such group holds twice adds up over its sentences; only of the others must be
    known, group by group, which it holds.
    """

    def __init__(self, features: Both[Features], most: int, tables: SharedTables) -> None:
        original, rewrite, shared = tables
        weights = features.original.table.weight[shared]
        twice = np.isin(shared, np.concatenate([side.found_again(most) for side in features]))
        once = ~twice
        single = (original[:, once] * weights[once]) @ rewrite[:, once].T
        self._single: dict[Shape, Floats] = {(1, 1): np.asarray(single, dtype=np.float32)}
        self._held = Both([original[:, twice]], [rewrite[:, twice]])
        self._weights = weights[twice]
        self._weighed: dict[int, Floats] = {}

    def common_weight(self, shape: Shape) -> Floats:
        """Return the weight of what both groups of each link hold."""
        high, wide = shape
        if high not in self._weighed:
            self._weighed[high] = _united(self._held.original, high) * self._weights
        weight: Floats = self._weighed[high] @ _united(self._held.rewrite, wide).T
        weight += self._added_up(shape)
        return weight

    def _added_up(self, shape: Shape) -> Floats:
        """Return the weight of the common features that no group holds twice."""
        if shape not in self._single:
            high, wide = shape
            if wide > 1:
                rest = self._added_up((high, wide - 1))
                self._single[shape] = rest[:, :-1] + self._added_up((high, 1))[:, wide - 1 :]
            else:
                rest = self._added_up((high - 1, 1))
                self._single[shape] = rest[:-1] + self._added_up((1, 1))[high - 1 :]
        return self._single[shape]


class LinkFeatures:
    """The features of each possible link of two runs of sentences, by shape and feature."""

    def __init__(self, units: Both[Units], features: Both[Features]) -> None:
        self._features = features
        self._sides = units.with_other(features, _SideGroups)
        self._edges = tuple(edge_likeness(*features, last=last) for last in (False, True))
        self.same = _are_same(units)
        self._units = units
        self.size = (self._sides.original.size, self._sides.rewrite.size)
        self._shared: SharedTables | None = None
        self._tables: dict[int, _SharedFeatures] = {}
        self._common: dict[Shape, Floats] = {}

    def forget_tables(self) -> None:
        """Free the large tables. What was found with them stays; they are made again if needed."""
        self._tables.clear()
        self._shared = None

    def common_weight(self, shape: Shape) -> Floats:
        """Return the weight of the features that both groups have in common."""
        if shape not in self._common:
            most = _groups_up_to(max(shape))
            if most not in self._tables:
                tables = self._shared_tables()
                self._tables[most] = _SharedFeatures(self._features, most, tables)
            self._common[shape] = self._tables[most].common_weight(shape)
        return self._common[shape]

    def _shared_tables(self) -> SharedTables:
        if self._shared is None:
            self._shared = shared_tables(*self._features)
        return self._shared

    def words(self, shape: Shape) -> Both[Floats]:
        """Return how many words each side's groups have."""
        return self._groups(shape).map(lambda group: group.words)

    def _groups(self, shape: Shape) -> Both[_Group]:
        high, wide = shape
        return Both(self._sides.original.group(high), self._sides.rewrite.group(wide))

    def common(self, shape: Shape) -> Floats:
        """Return the logarithm of how much both groups have in common."""
        return np.asarray(np.log1p(self.common_weight(shape)), dtype=np.float32)

    def alike(self, shape: Shape) -> Floats:
        """Return how alike both groups are (Dice)."""
        one, other = self._groups(shape)
        total = np.maximum(one.mass[:, None] + other.mass[None, :], _TINY)
        return np.asarray(self.common_weight(shape) / total * np.float32(2), dtype=np.float32)

    def contained(self, shape: Shape) -> Floats:
        """Return the share of the lighter group that is found in the other."""
        return np.asarray(self.common_weight(shape) / self._lighter(shape), dtype=np.float32)

    def edges_alike(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return how alike the first words of both groups are, and their last words (Dice)."""
        (high, wide), (first, last) = shape, self._edges
        rows, columns = self.size[0] - high + 1, self.size[1] - wide + 1
        return first[:rows, :columns], last[high - 1 :, wide - 1 :]

    def _lighter(self, shape: Shape) -> Floats:
        """Return the weight of the lighter group, for shares of it."""
        one, other = self._groups(shape)
        lighter = np.minimum(one.mass[:, None], other.mass[None, :])
        return np.asarray(np.maximum(lighter, _TINY), dtype=np.float32)

    def crossed(self, shape: Shape) -> Floats:
        """Return the share of the lighter group that is found in the other only by crossing.

        That is, not by any two links that follow one another in place of this one.
        """
        (high, wide), common = shape, self.common_weight(shape)
        most = np.zeros_like(common)
        rows, columns = common.shape
        for i in range(1, high):
            for j in range(1, wide):
                before = self.common_weight((i, j))[:rows, :columns]
                after = self.common_weight((high - i, wide - j))[i : i + rows, j : j + columns]
                most = np.maximum(most, before + after)
        return np.asarray(np.clip((common - most) / self._lighter(shape), 0, 1), dtype=np.float32)

    def together(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return where both groups start a paragraph, and where both end one: 1, else 0."""
        (one, other), (high, wide) = self._sides, shape
        rows, columns = one.size - high + 1, other.size - wide + 1
        return (
            np.outer(one.is_first[:rows], other.is_first[:columns]),
            np.outer(one.is_last[high - 1 :], other.is_last[wide - 1 :]),
        )

    @cached_property
    def found_elsewhere(self) -> Floats:
        """Return the share of a text's sentences that have what both of a pair have in common.

        Of the text where it is more; 0 where only these two have it. Of two equal sentences it
        counts how often their texts have them, if they may belong elsewhere (`may_be_elsewhere`).
        """
        own, others = (units.repeated for units in self._units)
        every = np.ogrid[: self.size[0], : self.size[1]]
        may_be = may_be_elsewhere(self._units, *every)
        repeated = np.where(may_be, np.maximum.outer(own, others), 0)
        shares: Floats = np.where(self.same, repeated, self._formulas.shares)
        return shares

    @property
    def found_only_here(self) -> Floats:
        """Return the weight of what no third sentence has of what both of a pair have.

        0 for equal sentences.
        """
        return np.where(self.same, 0, self._formulas.own)

    @cached_property
    def _formulas(self) -> Formulas:
        return formulas(self._features, self._shared_tables())

    @cached_property
    def contexts_alike(self) -> Floats:
        """Return how alike the contexts of each pair of sentences are, NaN where it has none."""
        says_something = self.same | (self.found_elsewhere == 0)
        return contexts_alike(self._units, np.where(says_something, self.alike((1, 1)), 0))

    def rows(self, shape: Shape) -> Both[Flags]:
        """Return which of each side's groups hold a row of a table."""
        return self._units.with_other(
            Both(*shape), lambda units, size: _any_of_group(units.rows, size)
        )

    def joined(self, shape: Shape) -> Both[Floats]:
        """Return the weight of all but the heaviest sentence of each side's groups."""
        return self._groups(shape).map(lambda group: group.joined)

    def across(self, shape: Shape) -> Both[Floats]:
        """Return how many paragraphs start inside each side's groups."""
        return self._groups(shape).map(lambda group: group.across)

    def ends(self, shape: Shape) -> Iterator[GroupEnd]:
        """Yield the sentences at the ends of groups, each with what it adds to its group."""
        common = self.common_weight(shape)
        for (side, groups), size, cells in zip(
            self._sides.items(), shape, common.shape, strict=True
        ):
            if size == 1:
                continue
            without = self.common_weight(without_one(shape, side))
            for start in (0, 1):
                # Without the last sentence, without the first.
                cut = slice(start, start + cells)
                own = groups.group(size).mass - groups.group(size - 1).mass[cut]
                own = np.maximum(own, _TINY)
                if side is Side.ORIGINAL:
                    end = GroupEnd(side, (cut, slice(None)), (common - without[cut]) / own[:, None])
                else:
                    end = GroupEnd(side, (slice(None), cut), (common - without[:, cut]) / own)
                yield end


def _groups_up_to(size: int) -> int:
    """Return up to which size groups are looked at where one of this size is."""
    return MAX_USUAL_GROUP if size <= MAX_USUAL_GROUP else MAX_GROUP


def _united(groups: list[Floats], size: int) -> Floats:
    """Return what groups of `size` sentences hold, 0 or 1; smaller groups are made on the way."""
    while len(groups) < size:
        groups.append(np.maximum(groups[-1][:-1], groups[0][len(groups) :]))
    return groups[size - 1]


def without_one(shape: Shape, side: Side) -> Shape:
    """Return a shape with one sentence less on a side."""
    high, wide = shape
    return (high - 1, wide) if side is Side.ORIGINAL else (high, wide - 1)


def least_gain(ends: Sequence[GroupEnd]) -> tuple[Floats, Flags]:
    """Return the share of the end that adds least, and whether that sentence is the rewrite's."""
    least = np.full_like(ends[0].gain, np.inf)
    on_rewrite = np.zeros(least.shape, dtype=np.bool_)
    for end in ends:
        on_rewrite = np.where(end.gain < least, end.side is Side.REWRITE, on_rewrite)
        least = np.minimum(end.gain, least)
    return np.clip(least, 0, 1), on_rewrite


def _are_same(units: Both[Units]) -> Flags:
    """Tell of each pair of sentences whether they have the same words in the same order."""
    numbers: dict[tuple[str, ...], int] = {}
    sides = [
        np.array([numbers.setdefault(words, len(numbers)) for words in side.words])
        for side in units
    ]
    same: Flags = sides[0][:, None] == sides[1][None, :]
    return same


def _any_of_group(flags: Flags, size: int) -> Flags:
    """Return for each group of some sentences in a row whether one has a flag."""
    windows = np.lib.stride_tricks.sliding_window_view(flags, size)
    return np.asarray(windows.any(axis=1), dtype=np.bool_)
