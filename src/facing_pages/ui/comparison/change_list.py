"""The list of changes: every shown change in reading order, to filter and to go to.

A normal item view, so that screen readers read it; it is the accessible twin of the strip.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facing_pages.marks.listed_changes import ListedChange
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_list_model import (
    ENTRY_ROLE,
    PLACE_ROLE,
    ChangeListModel,
    Index,
)
from facing_pages.viewmodel.grouping import Numbers
from facing_pages.viewmodel.modes import GROUPING_NAMES, Grouping
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.language import number, tr


def line_height(font: QFont) -> int:
    """Return the height of a line of the list: one line of text with room around it."""
    return max(26, QFontMetrics(font).height() + 10)


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change: the sign of its kind in its colour, its number, its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line of text with room around it, at least 24 pixels."""
        return QSize(120, line_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one change, or the heading of a group."""
        entry: ListedChange | None = index.data(ENTRY_ROLE)
        rect = QRect(option.rect)
        if entry is None:
            self._paint_heading(painter, rect, option.font, str(index.data()))
            return
        font = QFont(option.font)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.theme.current_row)
        sign = QFont(font)
        sign.setBold(True)
        painter.setFont(sign)
        painter.setPen(self.theme.lines[entry.kind])
        painter.drawText(
            rect.adjusted(8, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            entry.kind.glyph,
        )
        painter.setFont(font)
        metrics = QFontMetrics(font)
        place = number(index.data(PLACE_ROLE))
        width = metrics.horizontalAdvance("0000")
        painter.setPen(self.theme.secondary)
        painter.drawText(
            rect.adjusted(22, 0, 0, 0).adjusted(0, 0, width + 22 - rect.width(), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            place,
        )
        words = rect.adjusted(22 + width + 10, 0, -8, 0)
        painter.setPen(self.theme.text)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        painter.save()
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.fillRect(rect, self.theme.chrome)
        painter.setPen(self.theme.secondary)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(8, 0, -8, 0), flags, text)
        painter.restore()


class ChangeListView(QTableView):
    """The view of the list; Enter and Escape lead to the text.

    A table of one column: a list view asks for every row before it shows the first.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(line_height(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the text with Escape, or with Enter after going to the change."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if event.key() != Qt.Key.Key_Escape and self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            self.left.emit()
            return
        super().keyPressEvent(event)


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
        self.title = QLabel(tr("Changes"))
        title_font = QFont(self.title.font())
        title_font.setBold(True)
        self.title.setFont(title_font)
        self.filter_field = FilterField()
        self.filter_field.setPlaceholderText(tr("Filter the changes"))
        self.filter_field.setAccessibleName(tr("Filter the changes by their words"))
        self.filter_field.setClearButtonEnabled(True)
        self.grouping = QComboBox()
        self.grouping.setAccessibleName(tr("How the changes are grouped"))
        for name in GROUPING_NAMES.values():
            self.grouping.addItem(tr(name))
        self.model = ChangeListModel(self)
        self.view = ChangeListView()
        self.view.setAccessibleName(tr("List of changes"))
        self.view.setModel(self.model)
        self._delegate = ChangeDelegate(theme, self)
        self.view.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.grouping)
        head.addLayout(top)
        head.addWidget(self.filter_field)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.entered.connect(self._enter_first)
        self.filter_field.first_chosen.connect(self._choose_first)
        self.filter_field.left.connect(self.left)
        self.view.clicked.connect(self._activate)
        self.view.activated.connect(self._activate)
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
        self.filtered.emit(self.title.text())

    def _show_count(self) -> None:
        """Say how many changes are listed, and of how many where the filter leaves some out."""
        shown, matching = len(self.model.shown), len(self.model.matching)
        if not self.model.has_pair:
            text = tr("Changes")
        elif self.is_filtered:
            text = tr("{count} of {total} changes", count=number(matching), total=number(shown))
        else:
            text = tr("Changes ({count})", count=number(shown))
        self.title.setText(text)

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

    def _group(self, number_of_grouping: int) -> None:
        index = self.view.currentIndex()
        current = self.model.change_of(index.row()) if index.isValid() else None
        grouping = list(Grouping)[number_of_grouping]
        self.model.set_grouping(grouping)
        self.set_current(current)
        self.grouping_chosen.emit(grouping)
