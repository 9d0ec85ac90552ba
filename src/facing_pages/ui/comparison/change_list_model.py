"""The shown changes of a pair as lines of a list: narrowed, repeats joined, put into groups."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.ui.comparison.entry_view import Index
from facing_pages.viewmodel.listing.change_lines import (
    NO_LINES,
    ChangeLineKind,
    ChangeLines,
    Listing,
    change_lines,
)
from facing_pages.viewmodel.listing.change_words import ChangeWords, Wording
from facing_pages.viewmodel.listing.context import Context, context_of
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import EMPTY_NUMBERS, Numbers, PairView
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.change_entries import (
    change_paragraph,
    context_text,
    repeated_description,
    repeated_text,
    small_description,
    small_text,
)
from facing_pages.viewmodel.wording.labels import (
    change_description,
    change_place,
    change_text,
)
from facing_pages.viewmodel.wording.language import number, tr

# Roles of our own: Qt leaves the numbers from UserRole on to programs. What stands before the words
# (a number, or the sign of what is folded), below them, and at the right end.
LINE_KIND_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
LEAD_ROLE: Final = Qt.ItemDataRole.UserRole + 3
AROUND_ROLE: Final = Qt.ItemDataRole.UserRole + 4
PLACE_ROLE: Final = Qt.ItemDataRole.UserRole + 5


class ChangeListModel(QAbstractListModel):
    """The lines for the shown changes; what was unfolded stays so while a comparison goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PairView | None = None
        self._changes: Navigation | None = None
        self._words: ChangeWords | None = None
        self._sought = ""
        self._kind: ViewKind | None = None
        self._grouping = Grouping.READING_ORDER
        self._unfolded: set[Wording] = set()
        self.matching: Numbers = EMPTY_NUMBERS
        self._lines: ChangeLines = NO_LINES

    def set_changes(self, pages: PairView, changes: Navigation) -> None:
        """List the shown changes of a pair."""
        if self._pages is None or self._pages.changes is not pages.changes:
            self._words = ChangeWords(pages)
        self._pages, self._changes = pages, changes
        self._list()

    def narrow(self, words: str, kind: ViewKind | None) -> None:
        """List only changes with these words in them, and of this kind if it is not None."""
        self._sought, self._kind = words, kind
        self._list()

    def set_grouping(self, grouping: Grouping) -> None:
        """Group the changes otherwise."""
        self._grouping = grouping
        self._list()

    @property
    def has_pair(self) -> bool:
        """Tell whether there is a pair whose changes are listed."""
        return self._changes is not None

    @property
    def changes(self) -> Navigation | None:
        """Return the shown changes, whatever their words; None without a pair."""
        return self._changes

    def find(self, spans: Numbers) -> int | None:
        """Return the number of the change that stands there on both sides."""
        return None if self._pages is None else self._pages.changes.find(spans)

    def spans_of(self, change: int) -> Numbers | None:
        """Return where a change stands on both sides."""
        if self._pages is None or change >= len(self._pages.changes):
            return None
        return self._pages.changes.table[change, ChangeColumn.spans()].astype(np.intp)

    def row_of(self, change: int) -> int | None:
        """Return the row of a change or of its folded repeat, None if it is not listed."""
        return self._lines.line_of(change)

    def own_row(self, changes: Numbers) -> int | None:
        """Return the row of the first of these changes that is listed at its own place."""
        rows = self._lines.own_lines(changes)
        rows = rows[rows >= 0]
        return int(rows[0]) if len(rows) else None

    def change_of(self, row: int) -> int | None:
        """Return the change in a row, the first of a repeat; None in other rows."""
        return self._lines.change(row)

    def places_of(self, row: int) -> list[int]:
        """Return the changes that a row stands for."""
        places: list[int] = self._lines.places(row).tolist()
        return places

    def weight_of(self, row: int) -> Weight | None:
        """Return the weight of the changes that are folded in a row for it."""
        if self._lines.kind(row) is not ChangeLineKind.SMALL:
            return None
        return Weight(int(self._lines.numbers[row]))

    def is_unfolded(self, row: int) -> bool | None:
        """Tell whether the places of a repeat are listed, None for a row that is no repeat."""
        if self._lines.kind(row) is not ChangeLineKind.REPEATED:
            return None
        return self._lines.is_unfolded(row)

    def repeat_of(self, row: int) -> int | None:
        """Return the row of the repeat that a place belongs to, None for other rows."""
        if self._lines.kind(row) is not ChangeLineKind.PLACE:
            return None
        above = np.flatnonzero(self._lines.kinds[:row] == ChangeLineKind.REPEATED)
        return int(above[-1])

    def toggle(self, row: int) -> None:
        """Unfold the places of a repeat below it, or fold them."""
        change = self.change_of(row)
        if self._words is None or change is None:
            return
        count = int(self._lines.sizes[row])
        is_unfolded = self._lines.is_unfolded(row)
        self._unfolded ^= {self._words.wording(change)}
        if is_unfolded:
            self.beginRemoveRows(QModelIndex(), row + 1, row + count)
            self._lines = self._made_lines()
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), row + 1, row + count)
            self._lines = self._made_lines()
            self.endInsertRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def first_change_row(self) -> int | None:
        """Return the first row with a change."""
        for row in range(min(2, self.rowCount())):
            if self.change_of(row) is not None:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        is_heading = index.isValid() and self._lines.kind(index.row()) is ChangeLineKind.HEADING
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line is, its words, what stands around them, or how it is read aloud."""
        if not index.isValid() or self._pages is None:
            return None
        row = index.row()
        kind = self._lines.kind(row)
        if role == LINE_KIND_ROLE:
            return kind
        if kind is ChangeLineKind.HEADING:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._lines.heading(self._pages, row) if is_text else None
        if kind is ChangeLineKind.SMALL:
            return _small_data(self._lines, row, role)
        entry = self._pages.changes.entry(int(self._lines.numbers[row]))
        if role == Qt.ItemDataRole.DisplayRole:
            return change_text(self._pages, entry)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.kind.glyph} {tr(entry.words)}: {change_text(self._pages, entry)}"
        if kind is ChangeLineKind.REPEATED:
            return self._repeated_data(row, entry, role)
        return self._change_data(entry, role)

    def _change_data(self, entry: ListedChange, role: int) -> Any:
        assert self._pages is not None
        assert self._changes is not None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return change_description(self._pages, entry, change_place(self._changes, entry.number))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return context_text(context_of(self._pages, entry))
        if role == LEAD_ROLE:
            return number(entry.number + 1)
        if role == AROUND_ROLE:
            return context_of(self._pages, entry)
        return change_paragraph(self._pages, entry) if role == PLACE_ROLE else None

    def _repeated_data(self, row: int, entry: ListedChange, role: int) -> Any:
        assert self._pages is not None
        is_unfolded = self._lines.is_unfolded(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = int(self._lines.sizes[row])
            return repeated_description(self._pages, entry, count, is_unfolded=is_unfolded)
        if role in (AROUND_ROLE, Qt.ItemDataRole.AccessibleDescriptionRole):
            text = repeated_text(self._pages, self.places_of(row))
            return Context(text, "", "") if role == AROUND_ROLE else text
        if role == LEAD_ROLE:
            return "▾" if is_unfolded else "▸"
        return "" if role == PLACE_ROLE else None

    def _list(self) -> None:
        self.beginResetModel()
        if self._changes is not None:
            self.matching = self._narrowed(self._changes.shown)
            self._lines = self._made_lines()
        self.endResetModel()

    def _made_lines(self) -> ChangeLines:
        assert self._pages is not None
        assert self._words is not None
        assert self._changes is not None
        small = {w: len(self._narrowed(found)) for w, found in self._changes.lighter().items()}
        unfolded = self._words.repeats_of(self._unfolded)
        listing = Listing(self._grouping, unfolded, small)
        return change_lines(self._pages, self.matching, self._words.repeats, listing)

    def _narrowed(self, changes: Numbers) -> Numbers:
        """Return those of the changes that have the words asked for, and the kind."""
        assert self._pages is not None
        assert self._words is not None
        if self._kind is not None:
            kinds = self._pages.changes.table[changes, ChangeColumn.KIND]
            changes = changes[kinds == self._kind]
        return self._words.having(self._sought, changes)


def _small_data(lines: ChangeLines, row: int, role: int) -> Any:
    """Return what is said of changes that weigh too little to be shown."""
    weight, count = Weight(int(lines.numbers[row])), int(lines.sizes[row])
    if role == Qt.ItemDataRole.DisplayRole:
        return small_text(weight, count)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return small_description(weight, count)
    return "▸" if role == LEAD_ROLE else None
