"""Runs of rows that are folded into one line each: unchanged ones, and those one side lacks.

A reader opens folds one by one, or all of them. They are told apart by the text in them, so that
they stay open when the page is laid out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import LINK_KINDS, SIDES, PairView, Table
from facing_pages.viewmodel.table_columns import ChangeColumn, ParagraphColumn, RowColumn

# Unchanged rows left in sight on either side of a changed one. By judgement.
CONTEXT: Final = 1
# Lines of text that one side lacks and that are shown in full at most. More looks like a hole in
# the page. By judgement, on an abridged novel.
MAX_LACKING_LINES: Final = 4
# What stands for a row in sight and for a folded one; other numbers count the rows of a fold, of
# which there is one at least.
SHOWN: Final = -1
HIDDEN: Final = 0

Place = tuple[Side, int]


@dataclass(frozen=True, slots=True)
class Opened:
    """Which folds are open: none or all of them, but for those that hold one of the places."""

    places: frozenset[Place] = frozenset()
    is_all: bool = False

    def holds(self, side: Side, span: Span) -> bool:
        """Tell whether the fold of a part of a side's text is open."""
        is_named = any(one is side and span.start <= at < span.end for one, at in self.places)
        return is_named is not self.is_all

    def changed(self, side: Side, span: Span, *, is_open: bool) -> Opened:
        """Return this with one fold open, or closed."""
        others = frozenset(
            (one, at)
            for one, at in self.places
            if one is not side or not span.start <= at < span.end
        )
        named = {(side, span.start)} if is_open is not self.is_all else set()
        return Opened(others | named, self.is_all)


@dataclass(frozen=True, eq=False)
class Folds:
    """Which rows are folded. `states` has for each row `SHOWN`, `HIDDEN`, or, at the first row of
    a fold, how many rows are folded there.

    `opened` are the folds that a reader has opened, and `open_heads` has the first row of each of
    those that consist of rows, and how many it has.
    """

    states: Table
    opened: Opened = Opened()
    open_heads: dict[int, int] = field(default_factory=dict)

    def count_at(self, row: int) -> int:
        """Return how many rows are folded into the line at this row, 0 if there is no line."""
        return max(0, int(self.states[row]))

    def opened_at(self, row: int) -> int:
        """Return how many rows the open fold has that begins at this row, 0 if none does."""
        return self.open_heads.get(row, 0)

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


def fold_unchanged(pages: PairView, chosen: Filter, opened: Opened = Opened()) -> Folds:
    """Fold all runs of unchanged rows but the opened ones.

    A run of a single row is left: its line would need the room of the text.
    """
    if not pages.is_aligned or not pages.row_count():
        return no_folds(pages)
    changed = _changed(pages, chosen)
    near = changed.copy()
    for step in range(1, CONTEXT + 1):
        near[step:] |= changed[:-step]
        near[:-step] |= changed[step:]
    runs = (run for run in _runs(~near) if run.length > 1)
    return _fold(pages, no_folds(pages), runs, opened)


def fold_left_out(
    pages: PairView, folds: Folds, line_characters: float, opened: Opened = Opened()
) -> Folds:
    """Fold runs of rows that one side lacks as well, if they have too many lines to be shown.

    `line_characters` is how many a line holds on average. Rows that moved have a counterpart.
    """
    if not pages.is_aligned or not pages.row_count():
        return folds
    rows, counts = pages.rows.rows, pages.rows.paragraph_counts
    for side, kind in zip(SIDES, (LinkKind.REMOVED, LinkKind.ADDED), strict=True):
        alone = (counts[side] > 0) & (counts[side.other] == 0) & (rows[:, RowColumn.PARTNER] < 0)
        alone &= rows[:, RowColumn.KIND] == LINK_KINDS.index(kind)
        lines = _lines_of_rows(pages, side, line_characters)
        runs = (run for run in _runs(alone) if lines[run.start : run.end].sum() > MAX_LACKING_LINES)
        folds = _fold(pages, folds, runs, opened)
    return folds


def _fold(pages: PairView, folds: Folds, runs: Iterable[Span], opened: Opened) -> Folds:
    """Return folds with those of more runs; open ones are only noted."""
    states, heads = folds.states.copy(), dict(folds.open_heads)
    named = np.zeros(len(states), dtype=np.bool_)
    for side, at in opened.places:
        named[pages.row_of(side, pages.text(side).paragraph_at(at))] = True
    for start, end in runs:
        if bool(named[start:end].any()) is not opened.is_all:
            heads[start] = end - start
        else:
            states[start:end] = HIDDEN
            states[start] = end - start
    return Folds(states, opened, heads)


def _runs(chosen: npt.NDArray[np.bool_]) -> Iterator[Span]:
    """Yield the runs of neighbouring rows that are chosen."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    yield from map(Span, edges[::2].tolist(), edges[1::2].tolist())


def _lines_of_rows(pages: PairView, side: Side, line_characters: float) -> npt.NDArray[np.float64]:
    """Return how many lines of text each row has on a side, about."""
    paragraphs, rows = pages.text(side).paragraphs, pages.rows.rows
    lengths = paragraphs[:, ParagraphColumn.END] - paragraphs[:, ParagraphColumn.START]
    lines = np.ceil(lengths / line_characters)
    before = np.concatenate(([0.0], np.cumsum(lines)))
    first, last = rows[:, RowColumn.start(side)], rows[:, RowColumn.end(side)]
    return np.asarray(before[last] - before[first])


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
    shown = pages.changes.table[pages.shown_changes(chosen)]
    for column in (ChangeColumn.ROW, ChangeColumn.OTHER_ROW):
        there = shown[:, column]
        changed[there[there >= 0]] = True
    return changed


class FoldChoice:
    """Whether unchanged paragraphs are hidden, and which folds were opened one by one."""

    def __init__(self) -> None:
        self.hides = False
        self._opened = Opened()

    def hide(self, hides: bool) -> bool:
        """Hide what did not change, or show all; tell whether that is something new."""
        is_new = hides != self.hides
        self.hides = hides
        if is_new:
            self.fold_again()
        return is_new

    def set_open(self, side: Side, span: Span, *, is_open: bool) -> None:
        """Show what is folded in a part of a side's text, or fold it again."""
        self._opened = self._opened.changed(side, span, is_open=is_open)

    def unfold_all(self) -> None:
        """Show all that is folded."""
        self._opened = Opened(is_all=True)

    def fold_again(self) -> None:
        """Fold what was unfolded."""
        self._opened = Opened()

    def folds(self, pages: PairView, chosen: Filter, line_characters: float | None = None) -> Folds:
        """Return which rows of a pair are folded; `line_characters` only where what one side
        lacks is folded as well."""
        folds = no_folds(pages)
        if self.hides:
            folds = fold_unchanged(pages, chosen, self._opened)
        if line_characters is not None:
            folds = fold_left_out(pages, folds, line_characters, self._opened)
        return replace(folds, opened=self._opened)
