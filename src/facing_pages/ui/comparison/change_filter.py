"""What narrows the list of changes: words, and one kind of change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from facing_pages.core.translations import sentence_case
from facing_pages.marks.kinds import KINDS_IN_ORDER, ViewKind
from facing_pages.viewmodel.wording.kind_names import kind_label
from facing_pages.viewmodel.wording.language import tr


class FilterField(QLineEdit):
    """The words to filter by; Down and Enter lead to what was found, Escape clears, then leaves."""

    entered = Signal()
    first_chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Filter the changes"))
        self.setAccessibleName(tr("Filter the changes by their words"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on from the field; all other keys write in it."""
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.entered.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.first_chosen.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChangeFilter(QWidget):
    """The field for words, with the choice of a kind beside it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(tr("Which kind of change is listed"))
        self.kinds.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kinds.setMinimumContentsLength(6)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kinds.addItem(tr("All kinds"))
        for kind in KINDS_IN_ORDER:
            self.kinds.addItem(f"{kind.glyph} {sentence_case(kind_label(kind))}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.kinds)
        self.field.textChanged.connect(self.changed)
        self.kinds.currentIndexChanged.connect(self.changed)

    @property
    def words(self) -> str:
        """Return the words that changes must have, "" for any."""
        return self.field.text().strip()

    @property
    def kind(self) -> ViewKind | None:
        """Return the kind that is listed, None for all."""
        place = self.kinds.currentIndex()
        return KINDS_IN_ORDER[place - 1] if place > 0 else None

    @property
    def narrows(self) -> bool:
        """Tell whether not all changes are listed."""
        return bool(self.words) or self.kind is not None

    def clear(self) -> None:
        """List everything again."""
        self.field.clear()
        self.kinds.setCurrentIndex(0)
