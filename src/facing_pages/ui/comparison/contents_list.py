"""The table of contents: headings to go to, with the number of changes under each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from facing_pages.core.model import Side
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.viewmodel.contents import Chapter
from facing_pages.viewmodel.wording.language import number, plural, tr


class ContentsList(QTreeWidget):
    """Lists chapters, set in by their level."""

    chapter_chosen = Signal(Side, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Contents"))
        use_tall_lines(self)
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._chapters: list[Chapter] = []
        self.itemClicked.connect(self._choose)

    def set_chapters(self, chapters: list[Chapter]) -> None:
        """List these chapters; the current one stays where it is still there."""
        row = self._current_row()
        self._chapters = chapters
        self.clear()
        parents: dict[int, QTreeWidgetItem] = {}
        for k, chapter in enumerate(chapters):
            count = number(chapter.changes) if chapter.changes else ""
            item = QTreeWidgetItem([chapter.text, count])
            message = plural("{count} change", "{count} changes", chapter.changes)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{chapter.text}, {message}")
            item.setData(0, Qt.ItemDataRole.UserRole, k)
            item.setToolTip(0, chapter.text)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            above = [level for level in parents if level < chapter.level]
            if above:
                parents[max(above)].addChild(item)
            else:
                self.addTopLevelItem(item)
            parents = {level: p for level, p in parents.items() if level < chapter.level}
            parents[chapter.level] = item
        self.expandAll()
        if row is not None:
            self.follow(row)

    def follow(self, row: int) -> None:
        """Select the chapter a row is in, without going there."""
        numbers = [k for k, chapter in enumerate(self._chapters) if chapter.row <= row]
        for item in self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if numbers and item.data(0, Qt.ItemDataRole.UserRole) == numbers[-1]:
                self.setCurrentItem(item)
                return
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a chapter with Enter; leave for the text with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.currentItem()
            if item is not None:
                self._choose(item)
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _current_row(self) -> int | None:
        item = self.currentItem()
        if item is None:
            return None
        number_of_chapter: int = item.data(0, Qt.ItemDataRole.UserRole)
        return self._chapters[number_of_chapter].row

    def _choose(self, item: QTreeWidgetItem) -> None:
        chapter = self._chapters[item.data(0, Qt.ItemDataRole.UserRole)]
        self.chapter_chosen.emit(chapter.side, chapter.position)
