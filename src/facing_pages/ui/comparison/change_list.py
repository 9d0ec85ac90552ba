"""The list of changes: every shown change in reading order, to filter and to go to.

A normal item view, so that screen readers read it; it is the accessible twin of the strip.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QVBoxLayout, QWidget

from facing_pages.marks.kinds import Weight
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_delegate import ChangeDelegate
from facing_pages.ui.comparison.change_filter import ChangeFilter
from facing_pages.ui.comparison.change_list_model import ChangeListModel
from facing_pages.ui.comparison.change_list_view import ChangeListView
from facing_pages.ui.comparison.entry_view import ListHead
from facing_pages.viewmodel.modes import GROUPING_NAMES, Grouping
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import Numbers, PairView
from facing_pages.viewmodel.wording.language import number, tr


class ChangeList(QWidget):
    """The list with its filter."""

    change_activated = Signal(int)
    weight_chosen = Signal(object)
    grouping_chosen = Signal(object)
    filtered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        self.filter = ChangeFilter()
        self.filter_field = self.filter.field
        self.grouping = QComboBox()
        self.grouping.setAccessibleName(tr("How the changes are grouped"))
        for name in GROUPING_NAMES.values():
            self.grouping.addItem(tr(name))
        self.model = ChangeListModel(self)
        self.view = ChangeListView(self.model)
        self._delegate = ChangeDelegate(theme, self)
        self.view.setItemDelegate(self._delegate)
        self.head = ListHead(tr("Changes"), self.grouping, self.filter)
        # The change that the reader is at.
        self._current: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        self.filter.changed.connect(self._filter)
        self.filter_field.entered.connect(self._enter_first)
        self.filter_field.first_chosen.connect(self._choose_first)
        self.filter_field.left.connect(self.left)
        self.view.clicked.connect(self._activate)
        self.view.chosen.connect(self._choose)
        self.view.fold_toggled.connect(self._toggle)
        self.view.left.connect(self.left)
        self.grouping.activated.connect(self._group)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def set_changes(self, pages: PairView, changes: Navigation) -> None:
        """List the shown changes; what was in view, and where the keyboard is, stays."""
        place, current = self.view.verticalScrollBar().value(), self._current_spans()
        self.model.set_changes(pages, changes)
        if current is not None:
            self.set_current(pages.changes.find(current), reveal=False)
        self.view.verticalScrollBar().setValue(place)
        self._show_count()

    @property
    def is_filtered(self) -> bool:
        """Tell whether only changes with certain words, or of one kind, are listed."""
        return self.filter.narrows

    def clear_filter(self) -> None:
        """List all shown changes again."""
        self.filter.clear()

    @property
    def may_follow(self) -> bool:
        """Tell whether the list is seen and neither the pointer nor the keyboard is in it."""
        focused = QApplication.focusWidget()
        has_keyboard = focused is not None and self.isAncestorOf(focused)
        return self.isVisible() and not has_keyboard and not self.view.underMouse()

    def follow(self, on_screen: Numbers) -> None:
        """Keep the first of the changes on screen in view; selection and focus stay."""
        if not len(on_screen):
            return
        row = self.model.own_row(on_screen)
        row = self.model.row_of(int(on_screen[0])) if row is None else row
        if row is None:
            return
        index = self.model.index(row)
        if not self.view.viewport().rect().contains(self.view.visualRect(index)):
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _filter(self) -> None:
        current = self._current_spans()
        self.model.narrow(self.filter.words, self.filter.kind)
        if current is not None:
            self.set_current(self.model.find(current), reveal=self.is_filtered)
        self._show_count()
        self.filtered.emit(self.head.title.text())

    def _show_count(self) -> None:
        """Say how many changes are listed, of how many, and at which hit of a filter one is."""
        changes, matching = self.model.changes, self.model.matching
        if changes is None:
            text = tr("Changes")
        elif self.is_filtered and self._current is not None and self._current in matching:
            place = int(matching.searchsorted(self._current)) + 1
            text = tr("{place} of {total}", place=number(place), total=number(len(matching)))
        elif self.is_filtered:
            count, total = number(len(matching)), number(len(changes))
            text = tr("{count} of {total} changes", count=count, total=total)
        else:
            text = tr("Changes ({count})", count=number(len(changes)))
        self.head.title.setText(text)

    def _enter_first(self) -> None:
        """Let the keyboard move in the list, from its first change on."""
        if self._select_first():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_first(self) -> None:
        """Go to the first change in the list; the keyboard goes on from there."""
        if self._select_first():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.change_activated.emit(self.model.change_of(self.view.currentIndex().row()))

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
        if self._current is not None and change is not None:
            is_here = self._current in self.model.places_of(index.row())
            change = self._current if is_here else change
        return None if change is None else self.model.spans_of(change)

    def set_current(self, change: int | None, *, reveal: bool = True) -> None:
        """Select a change in the list without going anywhere in the text."""
        self._current = change
        self._show_count()
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
        """Go to the change of a line, to the next place of a repeat, or show what is folded."""
        row = index.row()
        if (weight := self.model.weight_of(row)) is not None:
            self._show_lighter(weight)
        elif places := self.model.places_of(row):
            before = places.index(self._current) if self._current in places else -1
            self.change_activated.emit(places[(before + 1) % len(places)])

    def _show_lighter(self, weight: Weight) -> None:
        """Ask for the changes of a weight to be shown; the keyboard goes on at the first one."""
        changes = self.model.changes
        assert changes is not None
        folded = changes.lighter()[weight]
        self.weight_chosen.emit(weight)
        rows = (self.model.row_of(change) for change in folded.tolist())
        if (row := next((row for row in rows if row is not None), None)) is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        """Do what a click does; from a change, the keyboard goes on in the text."""
        stays = index.isValid() and len(self.model.places_of(index.row())) != 1
        if index.isValid():
            self._activate(index)
        if not stays:
            self.left.emit()

    def _toggle(self, index: QModelIndex) -> None:
        """Unfold a repeat, or fold it; it stays the one the keyboard is at."""
        self.model.toggle(index.row())
        self.view.setCurrentIndex(self.model.index(index.row()))

    def _group(self, number_of_grouping: int) -> None:
        index = self.view.currentIndex()
        current = self.model.change_of(index.row()) if index.isValid() else None
        grouping = list(Grouping)[number_of_grouping]
        self.model.set_grouping(grouping)
        self.set_current(current)
        self.grouping_chosen.emit(grouping)
