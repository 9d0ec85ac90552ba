"""A list of entries in the panel at the left: what all such lists look like and what their keys do.

Changes (218)          [In reading order ▾]     ListHead: title, control beside it, control below
[Filter the changes]
¶ 1–10                                          heading
≈ 12  rely → depend                             entry
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facing_pages.ui.common.eliding_label import draw_elided
from facing_pages.ui.common.theme import Theme

Index = QModelIndex | QPersistentModelIndex

# Pixels: the least height of a line, room above and below its text, the same of an entry of two
# lines, and from an edge to its text.
# By judgement.
_MIN_ENTRY_HEIGHT: Final = 26
_LINE_PADDING: Final = 5
ENTRY_PADDING: Final = 5
EDGE: Final = 8


def line_height(font: QFont) -> int:
    """Return the height of a line: one line of text with room around it."""
    return max(_MIN_ENTRY_HEIGHT, QFontMetrics(font).height() + 2 * _LINE_PADDING)


def entry_height(font: QFont) -> int:
    """Return the height of an entry: two lines of text with room around them."""
    return 2 * QFontMetrics(font).height() + 2 * ENTRY_PADDING


class EntryView(QTableView):
    """The view of a list; Enter and Escape lead to the text.

    A table of one column: a list view asks for every row before it shows the first.
    """

    left = Signal()
    # Enter was pressed at an entry.
    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_entry_height(line_height(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def set_entry_height(self, height: int) -> None:
        """Make entries this high in pixels; at first they are one line."""
        self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the text with Escape, choose an entry with Enter."""
        key, index = event.key(), self.currentIndex()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(index)
        else:
            super().keyPressEvent(event)


class ListHead(QWidget):
    """The title of a list, in bold, with a control beside it and one below."""

    def __init__(
        self, title: str, beside: QWidget, below: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        font = QFont(self.title.font())
        font.setBold(True)
        self.title.setFont(font)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, 0)
        layout.addLayout(top)
        layout.addWidget(below)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint what shows that an entry is the selected one, or below the pointer."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.selection)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.current_row)


def paint_heading(painter: QPainter, option: QStyleOptionViewItem, text: str, theme: Theme) -> None:
    """Paint the heading of a group of entries."""
    font = QFont(option.font)
    font.setBold(True)
    painter.save()
    painter.fillRect(option.rect, theme.chrome)
    painter.setFont(font)
    painter.setPen(theme.secondary)
    draw_elided(painter, QRect(option.rect).adjusted(EDGE, 0, -EDGE, 0), text)
    painter.restore()
