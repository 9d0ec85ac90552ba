"""The list of findings: what changed in meaning, the gravest first, to filter and to go to.

Findings (6)                    [Show ▾]
[3 numbers] [1 name] [2 quotations]
Turned into the opposite
◆ has not → has
  Negation: the negation is gone    ¶ 3
▸ 2 set aside
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from facing_pages.core.model import Finding, FindingKind
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.entry_view import EntryView, ListHead, entry_height, line_height
from facing_pages.ui.comparison.findings.finding_card import FindingCard
from facing_pages.ui.comparison.findings.finding_delegate import FindingDelegate
from facing_pages.ui.comparison.findings.finding_list_model import FindingListModel
from facing_pages.ui.comparison.findings.finding_menu import FindingMenu
from facing_pages.viewmodel.findings.finding_lines import LineKind
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.wording.finding_labels import findings_state, findings_title
from facing_pages.viewmodel.wording.language import tr


class FindingListView(EntryView):
    """The view of the list; Delete sets a finding aside."""

    set_aside = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_entry_height(entry_height(self.font()))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._other_rows: tuple[int, ...] = ()

    def set_other_rows(self, rows: Sequence[int]) -> None:
        """Make these rows as high as one line of text, all others as high as a finding."""
        for row in self._other_rows:
            self.setRowHeight(row, entry_height(self.font()))
        self._other_rows = tuple(rows)
        for row in rows:
            self.setRowHeight(row, line_height(self.font()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a finding aside with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.set_aside.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FindingList(QWidget):
    """The list with its counts, its menu, and what it says while there is nothing to list."""

    finding_activated = Signal(int)
    set_aside_requested = Signal(int)
    menu_requested = Signal(int, object)
    filter_chosen = Signal(object)
    filtered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        self._is_working = False
        self.menu = FindingMenu()
        self.card = FindingCard()
        self.head = ListHead(tr("Findings"), self.menu, self.card)
        self.model = FindingListModel(self)
        self.view = FindingListView()
        self.view.setAccessibleName(tr("List of findings"))
        self.view.setModel(self.model)
        self._delegate = FindingDelegate(theme, self)
        self.view.setItemDelegate(self._delegate)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setContentsMargins(8, 8, 8, 8)
        self.state.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.state.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.state)
        self._leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        # Without a list the words stand at the top of its place.
        self.state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.menu.filter_chosen.connect(self.filter_chosen)
        self.card.kind_chosen.connect(self._filter)
        self.view.clicked.connect(self._click)
        self.view.chosen.connect(self._choose)
        self.view.left.connect(self.left)
        self._leave.activated.connect(self.left)
        self.model.modelReset.connect(self._size_rows)
        self.view.set_aside.connect(self._set_aside)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def set_findings(self, shown: ShownFindings) -> None:
        """List these findings; what was in view, and where the keyboard is, stays."""
        place, current = self.view.verticalScrollBar().value(), self.current()
        row = self.view.currentIndex().row()
        self.model.set_findings(shown)
        self.menu.set_filter(shown.filter)
        if current is not None:
            self.set_current(shown.pages.findings.find(current), reveal=False)
        if row >= 0 and not self.view.currentIndex().isValid():
            self._select_near(row)
        self.view.verticalScrollBar().setValue(place)
        self._show_counts()

    def set_working(self, is_working: bool) -> None:
        """Say whether the search is going on."""
        self._is_working = is_working
        self._show_counts()

    def current(self) -> Finding | None:
        """Return the finding the keyboard is at, None if it is at none."""
        index, shown = self.view.currentIndex(), self.model.shown
        if shown is None or not index.isValid():
            return None
        number = self.model.line(index.row()).finding
        return shown.entry(number) if number is not None else None

    def set_current(self, number: int | None, *, reveal: bool = True) -> None:
        """Select a finding in the list without going anywhere in the text."""
        row = self.model.row_of(number) if number is not None else None
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            return
        place = self.view.verticalScrollBar().value()
        self.view.setCurrentIndex(self.model.index(row))
        if not reveal:
            self.view.verticalScrollBar().setValue(place)

    @property
    def focus_target(self) -> QWidget:
        """Return what the keyboard goes to: the entries, or the words in their place."""
        return self.view if self.model.rowCount() else self.state

    def take_focus(self) -> None:
        """Let the keyboard move in the list, from its current entry or from the first."""
        if not self.view.currentIndex().isValid():
            self._select_near(0)
        self.focus_target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _size_rows(self) -> None:
        self.view.set_other_rows(self.model.other_rows())

    def _select_near(self, row: int) -> None:
        """Select what stands in a row now, or below, or above: the keyboard goes on from there."""
        count = self.model.rowCount()
        rows = [*range(row, count), *reversed(range(min(row, count)))]
        lines = (n for n in rows if self.model.line(n).kind is not LineKind.HEADING)
        if (found := next(lines, None)) is not None:
            self.view.setCurrentIndex(self.model.index(found))

    def _filter(self, kind: FindingKind | None) -> None:
        self.model.set_kind(kind)
        self._show_counts()
        counts = self.card.buttons
        self.filtered.emit(counts[kind].text() if kind is not None else self.head.title.text())

    def _show_counts(self) -> None:
        shown = self.model.shown
        if shown is None:
            return
        self.head.title.setText(findings_title(shown))
        self.card.set_counts(shown.counts(), self.model.kind)
        self.state.setText(findings_state(shown, is_working=self._is_working))
        self._show_entries()

    def _show_entries(self) -> None:
        """Show the entries if there are any; the keyboard stays with what stands in their place."""
        was_listed, is_listed = not self.view.isHidden(), bool(self.model.rowCount())
        has_focus = self.view.hasFocus() or self.state.hasFocus()
        self.view.setVisible(is_listed)
        if has_focus and is_listed is not was_listed:
            self.take_focus()

    def _click(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line.kind is LineKind.FOLD:
            self.model.toggle_aside()
        elif line.finding is not None:
            self.finding_activated.emit(line.finding)

    def _choose(self, index: QModelIndex) -> None:
        """Do what a click does; from a finding, the keyboard goes on in the text."""
        if not index.isValid():
            return
        row, is_finding = index.row(), self.model.line(index.row()).finding is not None
        self._click(index)
        if is_finding:
            self.left.emit()
        elif row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row))

    def _set_aside(self, index: QModelIndex) -> None:
        number = self.model.line(index.row()).finding
        if number is not None:
            self.set_aside_requested.emit(number)

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        number = self.model.line(index.row()).finding if index.isValid() else None
        if number is not None:
            self.menu_requested.emit(number, self.view.viewport().mapToGlobal(place))
