"""Which shown change is next."""

from __future__ import annotations

from copy import copy

import numpy as np

from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import Numbers, PairView
from facing_pages.viewmodel.table_columns import ChangeColumn


class Navigation:
    """The shown changes of a pair in reading order; `None` is before the first."""

    def __init__(self, pages: PairView, chosen: Filter) -> None:
        self._changes = pages.changes
        self._weights = pages.weights
        self._filter = chosen
        self.shown: Numbers = np.flatnonzero(pages.shown_changes(chosen))

    def lighter(self) -> dict[Weight, Numbers]:
        """Return the changes that are not shown for their weight alone, the heaviest first."""
        of_kinds = self._changes.of_kinds(self._filter.kinds)
        weights = [weight for weight in reversed(Weight) if weight < self._filter.weight]
        return {w: np.flatnonzero(of_kinds & (self._weights == w)) for w in weights}

    def within(self, numbers: Numbers) -> Navigation:
        """Return the navigation through those of the shown changes that have these numbers."""
        narrowed = copy(self)
        narrowed.shown = np.intersect1d(self.shown, numbers, assume_unique=True)
        return narrowed

    def __len__(self) -> int:
        return len(self.shown)

    def place(self, number: int | None) -> int | None:
        """Return the place of a change among the shown ones, counted from 0; None if hidden."""
        if number is None:
            return None
        found = int(np.searchsorted(self.shown, number))
        return found if found < len(self.shown) and self.shown[found] == number else None

    @property
    def total(self) -> int:
        """Return how many changes there are, shown or not."""
        return len(self._changes)

    def next(self, number: int | None) -> int | None:
        """Return the shown change after `number`, None at the end."""
        start = 0 if number is None else int(np.searchsorted(self.shown, number, side="right"))
        return int(self.shown[start]) if start < len(self.shown) else None

    def previous(self, number: int | None) -> int | None:
        """Return the shown change before `number`, None at the start."""
        end = len(self.shown) if number is None else int(np.searchsorted(self.shown, number))
        return int(self.shown[end - 1]) if end > 0 else None

    def first_from_row(self, row: int) -> int | None:
        """Return the first shown change in or after a row."""
        rows = self._changes.rows[self.shown]
        found = int(np.searchsorted(rows, row))
        return int(self.shown[found]) if found < len(self.shown) else None

    def counts(self) -> dict[ViewKind, int]:
        """Return how many changes of each kind weigh enough, of hidden kinds too."""
        column = self._changes.table[self._weights >= self._filter.weight, ChangeColumn.KIND]
        return {kind: int((column == kind).sum()) for kind in ViewKind}
