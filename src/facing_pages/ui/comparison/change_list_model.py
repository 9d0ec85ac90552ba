"""The shown changes of a pair as lines of a list, narrowed by words and put into groups."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from facing_pages.ui.comparison.entry_view import Index
from facing_pages.viewmodel.grouping import ListedChanges, Numbers, grouped
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.labels import change_description, change_text
from facing_pages.viewmodel.wording.language import tr

# Roles of our own: Qt leaves the numbers from UserRole on to programs.
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class ChangeListModel(QAbstractListModel):
    """The shown changes of a pair, narrowed by the words typed, in groups if asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PairView | None = None
        self._shown: Numbers = np.zeros(0, dtype=np.intp)
        self._grouping = Grouping.READING_ORDER
        self._matching: Numbers = self._shown
        self._words = ""
        self._lines: ListedChanges | None = None

    def set_changes(self, pages: PairView | None, shown: Numbers) -> None:
        """List these changes of a pair."""
        self._pages, self._shown = pages, shown
        self._list()

    def set_words(self, words: str) -> None:
        """List only changes with these words in them."""
        self._words = words.casefold().strip()
        self._list()

    @property
    def matching(self) -> Numbers:
        """Return the numbers of the changes with these words in them, in reading order."""
        return self._matching

    def set_grouping(self, grouping: Grouping) -> None:
        """Group the changes otherwise."""
        self._grouping = grouping
        self._list()

    def row_of(self, change: int) -> int | None:
        """Return the row a change is listed in, None if it is not."""
        return self._lines.line_of(change) if self._lines else None

    def change_of(self, row: int) -> int | None:
        """Return the change in a row, None for the heading of a group."""
        if self._lines is None or self._lines.is_heading(row):
            return None
        return int(self._lines.changes[row])

    @property
    def has_pair(self) -> bool:
        """Tell whether there is a pair whose changes are listed."""
        return self._pages is not None

    @property
    def shown(self) -> Numbers:
        """Return the numbers of the changes of the shown kinds, whatever their words."""
        return self._shown

    def find(self, spans: Numbers) -> int | None:
        """Return the number of the change that stands there on both sides."""
        return None if self._pages is None else self._pages.changes.find(spans)

    def spans_of(self, change: int) -> Numbers | None:
        """Return where a change stands on both sides."""
        if self._pages is None or change >= len(self._pages.changes):
            return None
        return self._pages.changes.table[change, ChangeColumn.spans()].astype(np.intp)

    def first_change_row(self) -> int | None:
        """Return the first row that is no heading."""
        for row in range(min(2, self.rowCount())):
            if self.change_of(row) is not None:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() or self._lines is None else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if index.isValid() and self.change_of(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a change or a heading, its entry, or how it is read aloud."""
        if not index.isValid() or self._pages is None or self._lines is None:
            return None
        change = self.change_of(index.row())
        if change is None:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._lines.heading(self._pages, index.row()) if is_text else None
        entry = self._pages.changes.entry(change)
        place = int(np.searchsorted(self._shown, change)) + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return change_text(self._pages, entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.kind.glyph} {tr(entry.words)}: {change_text(self._pages, entry)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return change_description(self._pages, entry, place, len(self._shown))
        if role == ENTRY_ROLE:
            return entry
        return place if role == PLACE_ROLE else None

    def _list(self) -> None:
        self.beginResetModel()
        self._lines = None
        self._matching = self._shown[:0]
        if self._pages is not None:
            self._matching = self._find_matching(self._pages)
            self._lines = grouped(self._pages, self._matching, self._grouping)
        self.endResetModel()

    def _find_matching(self, pages: PairView) -> Numbers:
        if not self._words:
            return self._shown
        keep = [
            self._words in change_text(pages, pages.changes.entry(int(k))).casefold()
            for k in self._shown
        ]
        return self._shown[np.array(keep, dtype=np.bool_)]
