"""The list of changes: every shown change in reading order, to filter and to go to.

A normal item view, so that screen readers read it; it is the accessible twin of the strip.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.marks.listed_changes import ListedChange
from facing_pages.ui.common.eliding_label import draw_elided
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_list_model import (
    ENTRY_ROLE,
    PLACE_ROLE,
    ChangeListModel,
)
from facing_pages.ui.comparison.entry_view import (
    EDGE,
    EntryView,
    Index,
    ListHead,
    paint_ground,
    paint_heading,
)
from facing_pages.viewmodel.grouping import Numbers
from facing_pages.viewmodel.modes import GROUPING_NAMES, Grouping
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.language import number, tr

# Pixels: from the left edge to the number of a change, behind its sign, and to its words behind it.
# By judgement.
_NUMBER_LEFT: Final = 22
_WORDS_GAP: Final = 10


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change: the sign of its kind in its colour, its number, its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one change, or the heading of a group."""
        entry: ListedChange | None = index.data(ENTRY_ROLE)
        if entry is None:
            paint_heading(painter, option, str(index.data()), self.theme)
            return
        rect, sign_font = QRect(option.rect), QFont(option.font)
        sign_font.setBold(True)
        painter.save()
        paint_ground(painter, option, self.theme)
        painter.setFont(sign_font)
        painter.setPen(self.theme.lines[entry.kind])
        draw_elided(painter, rect.adjusted(EDGE, 0, 0, 0), entry.kind.glyph)
        painter.setFont(option.font)
        width = painter.fontMetrics().horizontalAdvance("0000")
        place = QRect(rect.left() + _NUMBER_LEFT, rect.top(), width, rect.height())
        painter.setPen(self.theme.secondary)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, flags, number(index.data(PLACE_ROLE)))
        painter.setPen(self.theme.text)
        words = rect.adjusted(_NUMBER_LEFT + width + _WORDS_GAP, 0, -EDGE, 0)
        draw_elided(painter, words, str(index.data()))
        painter.restore()


class FilterField(QLineEdit):
    """The words to filter by; Down and Enter lead to what was found, Escape clears, then leaves."""

    entered = Signal()
    first_chosen = Signal()
    left = Signal()

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


class ChangeList(QWidget):
    """The list with its filter field."""

    change_activated = Signal(int)
    grouping_chosen = Signal(object)
    filtered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        self.filter_field = FilterField()
        self.filter_field.setPlaceholderText(tr("Filter the changes"))
        self.filter_field.setAccessibleName(tr("Filter the changes by their words"))
        self.filter_field.setClearButtonEnabled(True)
        self.grouping = QComboBox()
        self.grouping.setAccessibleName(tr("How the changes are grouped"))
        for name in GROUPING_NAMES.values():
            self.grouping.addItem(tr(name))
        self.model = ChangeListModel(self)
        self.view = EntryView()
        self.view.setAccessibleName(tr("List of changes"))
        self.view.setModel(self.model)
        self._delegate = ChangeDelegate(theme, self)
        self.view.setItemDelegate(self._delegate)
        self.head = ListHead(tr("Changes"), self.grouping, self.filter_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.entered.connect(self._enter_first)
        self.filter_field.first_chosen.connect(self._choose_first)
        self.filter_field.left.connect(self.left)
        self.view.clicked.connect(self._activate)
        self.view.chosen.connect(self._choose)
        self.view.left.connect(self.left)
        self.grouping.activated.connect(self._group)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def set_changes(self, pages: PairView | None, shown: Numbers) -> None:
        """List these changes; what was in view, and where the keyboard is, stays."""
        place, current = self.view.verticalScrollBar().value(), self._current_spans()
        self.model.set_changes(pages, shown)
        if pages is not None and current is not None:
            self.set_current(pages.changes.find(current), reveal=False)
        self.view.verticalScrollBar().setValue(place)
        self._show_count()

    @property
    def is_filtered(self) -> bool:
        """Tell whether only changes with certain words are listed."""
        return bool(self.filter_field.text().strip())

    def clear_filter(self) -> None:
        """List all shown changes again."""
        self.filter_field.clear()

    def _filter(self, words: str) -> None:
        current = self._current_spans()
        self.model.set_words(words)
        if current is not None:
            self.set_current(self.model.find(current), reveal=self.is_filtered)
        self._show_count()
        self.filtered.emit(self.head.title.text())

    def _show_count(self) -> None:
        """Say how many changes are listed, and of how many where the filter leaves some out."""
        shown, matching = len(self.model.shown), len(self.model.matching)
        if not self.model.has_pair:
            text = tr("Changes")
        elif self.is_filtered:
            text = tr("{count} of {total} changes", count=number(matching), total=number(shown))
        else:
            text = tr("Changes ({count})", count=number(shown))
        self.head.title.setText(text)

    def _enter_first(self) -> None:
        """Let the keyboard move in the list, from its first change on."""
        if self._select_first():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_first(self) -> None:
        """Go to the first change in the list; the keyboard goes on from there."""
        if self._select_first():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._activate(self.view.currentIndex())

    def _select_first(self) -> bool:
        row = self.model.first_change_row()
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))
        return row is not None

    def set_grouping(self, grouping: Grouping) -> None:
        """Group the changes otherwise."""
        self.grouping.setCurrentIndex(list(Grouping).index(grouping))
        self.model.set_grouping(grouping)

    def _current_spans(self) -> Numbers | None:
        """Return where the change the keyboard is at stands, to find it again in a fuller list."""
        index = self.view.currentIndex()
        change = self.model.change_of(index.row()) if index.isValid() else None
        return None if change is None else self.model.spans_of(change)

    def set_current(self, change: int | None, *, reveal: bool = True) -> None:
        """Select a change in the list without going anywhere in the text."""
        row = self.model.row_of(change) if change is not None else None
        if row is None:
            self.view.clearSelection()
            return
        index = self.model.index(row)
        place = self.view.verticalScrollBar().value()
        self.view.setCurrentIndex(index)
        if reveal:
            self.view.scrollTo(index)
        else:
            self.view.verticalScrollBar().setValue(place)

    def take_focus(self, nearest: int | None = None) -> None:
        """Let the keyboard move in the list: from its current entry, or else the nearest change.

        Where the filter lists nothing, the keyboard is in the field, to change it.
        """
        if not self.view.selectionModel().hasSelection():
            self.set_current(nearest)
        if not self.view.selectionModel().hasSelection():
            self._select_first()
        is_empty = self.is_filtered and not len(self.model.matching)
        target = self.filter_field if is_empty else self.view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _activate(self, index: QModelIndex) -> None:
        change = self.model.change_of(index.row())
        if change is not None:
            self.change_activated.emit(change)

    def _choose(self, index: QModelIndex) -> None:
        """Go to a change; the keyboard goes on in the text."""
        if index.isValid():
            self._activate(index)
        self.left.emit()

    def _group(self, number_of_grouping: int) -> None:
        index = self.view.currentIndex()
        current = self.model.change_of(index.row()) if index.isValid() else None
        grouping = list(Grouping)[number_of_grouping]
        self.model.set_grouping(grouping)
        self.set_current(current)
        self.grouping_chosen.emit(grouping)
