"""The lines of the list of changes: repeats joined, in groups if asked for, small ones folded.

2    quiet → silent                 CHANGE
▾    imagery → footage, 2 times     REPEATED, and unfolded
5      imagery → footage            PLACE
9      imagery → footage            PLACE
▸ 98 changes of grammar             SMALL
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np

from facing_pages.core.translations import sentence_case
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import EMPTY_NUMBERS, Numbers, PairView
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.kind_names import kind_label
from facing_pages.viewmodel.wording.labels import paragraph_text
from facing_pages.viewmodel.wording.language import plural


class ChangeLineKind(IntEnum):
    """What a line of the list is.

    A repeated change is one line for all its places, which come below it if it is unfolded.
    """

    HEADING = 0
    CHANGE = 1
    REPEATED = 2
    PLACE = 3
    SMALL = 4


_OF_CHANGES = (ChangeLineKind.CHANGE, ChangeLineKind.REPEATED, ChangeLineKind.PLACE)


@dataclass(frozen=True)
class Listing:
    """How changes are listed: in which groups, which repeats unfolded, what is folded at the end.

    `unfolded` has numbers of repeats, `small` how many changes of each weight are not shown.
    """

    grouping: Grouping = Grouping.READING_ORDER
    unfolded: Collection[int] = ()
    small: Mapping[Weight, int] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class ChangeLines:
    """The lines: `kinds` says what each is.

    `numbers` has the number of its change, the first one of a repeat, the row or kind that a
    heading is about, or a weight. `sizes` has how many changes it stands for. `changes` has all
    changes listed, `repeats` which of them are the same again.
    """

    kinds: Numbers
    numbers: Numbers
    sizes: Numbers
    grouping: Grouping
    changes: Numbers
    repeats: Numbers

    def __len__(self) -> int:
        return len(self.kinds)

    def kind(self, line: int) -> ChangeLineKind:
        """Return what a line is."""
        return ChangeLineKind(int(self.kinds[line]))

    def change(self, line: int) -> int | None:
        """Return the change of a line, the first one of a repeat; None for other lines."""
        return int(self.numbers[line]) if self.kind(line) in _OF_CHANGES else None

    def heading(self, pages: PairView, line: int) -> str:
        """Return the words of a heading."""
        group, size = int(self.numbers[line]), int(self.sizes[line])
        name = (
            sentence_case(kind_label(ViewKind(group)))
            if self.grouping is Grouping.KINDS
            else paragraph_text(pages, group)
        )
        changes = plural("{count} change", "{count} changes", size)
        return f"{name} · {changes}"

    def line_of(self, change: int) -> int | None:
        """Return the line of a change, or of its folded repeat; None if it is not listed."""
        own = self.own_lines(np.array([change]))[0]
        if own >= 0:
            return int(own)
        same = self._same_as(change)
        return int(self.own_lines(same).max()) if len(same) else None

    def own_lines(self, changes: Numbers) -> Numbers:
        """Return the line where each change stands itself, -1 for one that has none."""
        own = self._own_lines
        there = changes < len(own)
        return np.where(there, own[np.where(there, changes, -1)], -1)

    def places(self, line: int) -> Numbers:
        """Return the changes of a line: all of a repeat, in reading order."""
        if self.kind(line) is not ChangeLineKind.REPEATED:
            change = self.change(line)
            return np.array([] if change is None else [change], dtype=np.intp)
        return np.sort(self._same_as(int(self.numbers[line])))

    def is_unfolded(self, line: int) -> bool:
        """Tell whether the places of a repeat come below it."""
        return line + 1 < len(self) and self.kind(line + 1) is ChangeLineKind.PLACE

    def _same_as(self, change: int) -> Numbers:
        """Return the listed changes that are the same as one, it among them; none if it is not."""
        return self.changes[np.isin(self.repeats, self.repeats[self.changes == change])]

    @cached_property
    def _own_lines(self) -> Numbers:
        """Return for each change its line or -1; the last one is for none."""
        own = np.full(int(self.changes.max(initial=-1)) + 2, -1, dtype=np.intp)
        lines = np.flatnonzero(np.isin(self.kinds, _OF_CHANGES))
        # A place below its repeat comes later, and holds.
        own[self.numbers[lines]] = lines
        return own


NO_LINES: Final = ChangeLines(
    EMPTY_NUMBERS,
    EMPTY_NUMBERS,
    EMPTY_NUMBERS,
    Grouping.READING_ORDER,
    EMPTY_NUMBERS,
    EMPTY_NUMBERS,
)


def change_lines(
    pages: PairView, changes: Numbers, repeats: Numbers, listing: Listing
) -> ChangeLines:
    """Return the lines for these changes, which are in reading order.

    `repeats` has for every change of the pair a number that those with the same words share.
    """
    grouping, table = listing.grouping, pages.changes.table
    column = ChangeColumn.ROW if grouping is Grouping.PARAGRAPHS else ChangeColumn.KIND
    groups = table[changes, column].astype(np.intp)
    if grouping is Grouping.KINDS:
        order = np.argsort(-groups, kind="stable")
        changes, groups = changes[order], groups[order]
    same = repeats[changes]
    if grouping is Grouping.PARAGRAPHS:
        # The question there is what happened in each paragraph.
        same = np.arange(len(changes))
    kinds, places, sizes = _joined(same, listing.unfolded)
    numbers = changes[places]
    if grouping is not Grouping.READING_ORDER and len(changes):
        of_lines = groups[places]
        starts = np.flatnonzero(np.concatenate(([True], of_lines[1:] != of_lines[:-1])))
        of_groups = of_lines[starts]
        known, counts = np.unique(groups, return_counts=True)
        kinds = np.insert(kinds, starts, ChangeLineKind.HEADING)
        numbers = np.insert(numbers, starts, of_groups)
        sizes = np.insert(sizes, starts, counts[np.searchsorted(known, of_groups)])
    small = [(weight, count) for weight, count in listing.small.items() if count]
    return ChangeLines(
        np.append(kinds, [ChangeLineKind.SMALL] * len(small)).astype(np.intp),
        np.append(numbers, [weight for weight, _ in small]).astype(np.intp),
        np.append(sizes, [count for _, count in small]).astype(np.intp),
        grouping,
        changes,
        same,
    )


def _joined(same: Numbers, unfolded: Collection[int]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the kind of each line, the place of its change in `same`, and its size.

    Repeats stand where the first one does.
    """
    _, first, inverse, counts = np.unique(
        same, return_index=True, return_inverse=True, return_counts=True
    )
    firsts, sizes = first[inverse], counts[inverse]
    every = np.arange(len(same))
    heads = np.flatnonzero(firsts == every)
    below = np.flatnonzero((sizes > 1) & np.isin(same, list(unfolded)))
    places = np.concatenate((heads, below))
    is_below = np.concatenate((np.zeros(len(heads), np.bool_), np.ones(len(below), np.bool_)))
    order = np.lexsort((places, is_below, firsts[places]))
    places, is_below = places[order], is_below[order]
    is_repeated = sizes[places] > 1
    kinds = np.where(is_repeated, ChangeLineKind.REPEATED, ChangeLineKind.CHANGE)
    kinds = np.where(is_below, ChangeLineKind.PLACE, kinds)
    return kinds, places, np.where(is_below, 1, sizes[places])
