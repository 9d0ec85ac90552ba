"""All recent pairs in a list: opened again, or removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.session.settings import RecentPair
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.ui.start.recent_labels import RecentEntry
from facing_pages.viewmodel.wording.language import tr


class RecentDialog(QDialog):
    """The whole list."""

    chosen = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Recent pairs"))
        self.resize(720, 480)
        self._entries: list[RecentEntry] = []
        label = QLabel(tr("Pasted texts exist only in Facing Pages: removing one here deletes it."))
        label.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.windowTitle())
        use_tall_lines(self.list)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHeaderLabels((tr("Pair"), tr("Opened")))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_button = buttons.addButton(tr("Open"), QDialogButtonBox.ButtonRole.ActionRole)
        self.remove_button = buttons.addButton(tr("Remove"), QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.open_button.clicked.connect(self._open)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._show_possible)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.activated.connect(self._remove)

    def set_entries(self, entries: Sequence[RecentEntry]) -> None:
        """Show these entries; the place in the list stays."""
        row = self.list.currentIndex().row()
        self._entries = list(entries)
        self.list.clear()
        self.list.addTopLevelItems([_item(entry) for entry in entries])
        if entries:
            row = max(0, min(row, len(entries) - 1))
            self.list.setCurrentIndex(self.list.model().index(row, 0))
        self._show_possible()

    def _selected(self) -> list[RecentEntry]:
        rows = [self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems()]
        return [self._entries[row] for row in sorted(rows)]

    def _show_possible(self) -> None:
        selected = self._selected()
        self.open_button.setEnabled(len(selected) == 1 and not selected[0].is_missing)
        self.remove_button.setEnabled(bool(selected))

    def _open(self) -> None:
        if self.open_button.isEnabled():
            pair: RecentPair = self._selected()[0].pair
            self.accept()
            self.chosen.emit(pair)

    def _remove(self) -> None:
        if selected := self._selected():
            self.remove_requested.emit([entry.pair for entry in selected])


def _item(entry: RecentEntry) -> QTreeWidgetItem:
    item = QTreeWidgetItem([entry.name, entry.when])
    item.setToolTip(0, entry.details)
    return item
