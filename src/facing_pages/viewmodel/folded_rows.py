"""Runs of rows in which nothing changed, folded into one line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import LinkKind
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import LINK_KINDS, PairView, Table
from facing_pages.viewmodel.table_columns import ChangeColumn, RowColumn

# Unchanged rows left in sight on either side of a changed one. By judgement.
CONTEXT: Final = 1
# What stands for a row in sight and for a folded one; other numbers count the rows of a fold, of
# which there is one at least.
SHOWN: Final = -1
HIDDEN: Final = 0


@dataclass(frozen=True, eq=False)
class Folds:
    """Which rows are folded. `states` has for each row `SHOWN`, `HIDDEN`, or, at the first row of
    a fold, how many rows are folded there."""

    states: Table

    def count_at(self, row: int) -> int:
        """Return how many rows are folded into the line at this row, 0 if there is no line."""
        return max(0, int(self.states[row]))

    def is_shown(self, row: int) -> bool:
        """Tell whether a row itself is shown."""
        return int(self.states[row]) == SHOWN

    def head_of(self, row: int) -> int:
        """Return the first row of the fold a row is in; the row itself if it is shown."""
        while int(self.states[row]) == HIDDEN:
            row -= 1
        return row

    def __len__(self) -> int:
        return int((self.states > 0).sum())


def no_folds(pages: PairView) -> Folds:
    """Return that every row is shown."""
    return Folds(np.full(pages.row_count(), SHOWN, dtype=np.int32))


def fold_unchanged(pages: PairView, chosen: Filter, unfolded: Iterable[int] = ()) -> Folds:
    """Fold all runs of unchanged rows but those that hold one of the rows `unfolded`.

    A run of a single row is left: its line would need the room of the text.
    """
    states = no_folds(pages).states.copy()
    if not pages.is_aligned or not len(states):
        return Folds(states)
    changed = _changed(pages, chosen)
    near = changed.copy()
    for step in range(1, CONTEXT + 1):
        near[step:] |= changed[:-step]
        near[:-step] |= changed[step:]
    opened = np.array(sorted(unfolded), dtype=np.int64)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], near, [True])).astype(np.int8)))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - start < 2 or ((opened >= start) & (opened < end)).any():
            continue
        states[start:end] = HIDDEN
        states[start] = end - start
    return Folds(states)


def _changed(pages: PairView, chosen: Filter) -> npt.NDArray[np.bool_]:
    """Tell for each row whether a shown change is in it, or may yet be found in it."""
    rows = pages.rows.rows
    changed = (rows[:, RowColumn.PARTNER] >= 0).astype(np.bool_)
    if pages.changes.done < 1:
        # A row that says the same can differ in typography, no other row is known yet.
        is_same = rows[:, RowColumn.KIND] == LINK_KINDS.index(LinkKind.SAME)
        changed |= ~is_same | chosen.shows(ViewKind.MINOR)
    for kind in (LinkKind.REMOVED, LinkKind.ADDED):
        changed |= rows[:, RowColumn.KIND] == LINK_KINDS.index(kind)
    shown = pages.changes.table[pages.changes.of_kinds(chosen.kinds)]
    for column in (ChangeColumn.ROW, ChangeColumn.OTHER_ROW):
        there = shown[:, column]
        changed[there[there >= 0]] = True
    return changed


class FoldChoice:
    """Whether unchanged paragraphs are hidden, and which of them were unfolded one by one."""

    def __init__(self) -> None:
        self.hides = False
        self._unfolded: set[int] = set()

    def hide(self, hides: bool) -> bool:
        """Hide what did not change, or show all; tell whether that is something new."""
        is_new = hides != self.hides
        self.hides = hides
        if is_new:
            self._unfolded.clear()
        return is_new

    def unfold(self, rows: Iterable[int]) -> None:
        """Show the folds that hold one of these rows."""
        self._unfolded.update(rows)

    def fold_again(self) -> None:
        """Fold what was unfolded."""
        self._unfolded.clear()

    def folds(self, pages: PairView, chosen: Filter) -> Folds:
        """Return which rows of a pair are folded."""
        return fold_unchanged(pages, chosen, self._unfolded) if self.hides else no_folds(pages)
