"""The view of the list of changes: Right and Left, or a click on its sign, unfold a repeat."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from facing_pages.ui.comparison.change_delegate import words_left
from facing_pages.ui.comparison.change_list_model import ChangeListModel
from facing_pages.ui.comparison.entry_view import EntryView, entry_height
from facing_pages.viewmodel.wording.language import tr


class ChangeListView(EntryView):
    """Goes through repeats and their places like through a tree."""

    fold_toggled = Signal(QModelIndex)

    def __init__(self, model: ChangeListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = model
        self.setAccessibleName(tr("List of changes"))
        self.setModel(model)
        self.set_entry_height(entry_height(self.font()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with Right, then go to the first place; fold with Left, from a place as well."""
        row = self.currentIndex().row()
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or row < 0:
            super().keyPressEvent(event)
        elif self.entries.is_unfolded(row) is None:
            if event.key() == Qt.Key.Key_Left:
                self._select(self.entries.repeat_of(row))
        elif self.entries.is_unfolded(row) is (event.key() == Qt.Key.Key_Left):
            self.fold_toggled.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Right:
            self._select(row + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold a repeat at its sign; elsewhere take the entry."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_sign = place.x() < words_left(self.fontMetrics())
        if index.isValid() and is_sign and self.entries.is_unfolded(index.row()) is not None:
            self.setCurrentIndex(index)
            self.fold_toggled.emit(index)
            event.accept()
        else:
            super().mousePressEvent(event)

    def _select(self, row: int | None) -> None:
        if row is not None:
            self.setCurrentIndex(self.entries.index(row))
