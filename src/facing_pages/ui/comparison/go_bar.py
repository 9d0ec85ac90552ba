"""The bar for going to a paragraph by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from facing_pages.core.model import Side
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.wording.language import number, tr
from facing_pages.viewmodel.wording.side_names import side_title


class GoBar(QFrame):
    """Asks for a paragraph."""

    chosen = Signal(Side, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = dict.fromkeys(SIDES, 0)
        label = QLabel(tr("Go to paragraph"))
        self.field = QLineEdit()
        self.field.setMaximumWidth(90)
        self.field.setValidator(QIntValidator(1, 99_999_999, self))
        self.field.setAccessibleName(tr("Number of the paragraph"))
        label.setBuddy(self.field)
        self.total = QLabel()
        self.side = QComboBox()
        self.side.setAccessibleName(tr("Text the paragraph is in"))
        for side in SIDES:
            self.side.addItem(side_title(side))
        go = QPushButton(tr("Go"))
        close = QPushButton(tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        for widget in (label, self.field, self.total, self.side, go, close):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.side.currentIndexChanged.connect(self._show_total)
        go.clicked.connect(self._go)
        close.clicked.connect(self.closed)

    def ask(self, counts: dict[Side, int], side: Side) -> None:
        """Take the focus; `counts` are the numbers of paragraphs of the texts."""
        self._counts = counts
        self.side.setCurrentIndex(SIDES.index(side))
        self._show_total()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _side(self) -> Side:
        return SIDES[self.side.currentIndex()]

    def _show_total(self) -> None:
        self.total.setText(tr("of {total}", total=number(self._counts[self._side()])))

    def _go(self) -> None:
        """Report the paragraph that was asked for, counted from 1."""
        if self.field.text():
            self.chosen.emit(self._side(), max(1, int(self.field.text())))
