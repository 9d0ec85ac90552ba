"""The page of a window with a pair: list of changes, headers, reader and strip."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from facing_pages.ui.change_list import ChangeList
from facing_pages.ui.column_headers import ColumnHeaders
from facing_pages.ui.reader.strip import OverviewStrip
from facing_pages.ui.reader.view import ReaderView
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.kinds import ViewKind
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pages import Pages

LIST_WIDTH = 270
# Width in pixels under which the texts need the room of the list.
NARROW = 880


class ComparisonPage(QWidget):
    """Keeps list, reader and strip at the same place and with the same changes."""

    change_selected = Signal()
    row_changed = Signal(int)
    sentence_hovered = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.filter = Filter()
        self._list_wanted = True
        self._is_narrow = False
        self.navigation: Navigation | None = None
        self.list = ChangeList(theme)
        self.headers = ColumnHeaders(theme)
        self.reader = ReaderView(theme)
        self.strip = OverviewStrip(theme)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headers)
        column.addWidget(self.reader, 1)
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(texts, 1)
        row.addWidget(self.strip)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        self.list.change_activated.connect(self.go_to_change)
        self.list.left.connect(self.reader.setFocus)
        self.reader.change_activated.connect(self.go_to_change)
        self.reader.row_activated.connect(self._row_activated)
        self.reader.step_requested.connect(self.step)
        self.reader.zoom_requested.connect(self.zoom_requested)
        self.reader.sentence_hovered.connect(self.sentence_hovered)
        self.reader.scrolled.connect(self._follow.start)
        self.reader.style_changed.connect(self._style_changed)
        self.strip.share_chosen.connect(self.reader.scroll_to_share)
        self._follow.timeout.connect(self._follow_reader)

    # --- what is shown ------------------------------------------------------------------------

    def show_list(self, wanted: bool) -> None:
        """Show or hide the list of changes, also in a narrow window."""
        self._list_wanted = wanted
        self.list.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the list to the texts while the window is narrow."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.list.setVisible(self._list_wanted and not is_narrow)

    def set_pages(self, pages: Pages, *, keep_place: bool) -> None:
        """Show a pair, or more of it."""
        current = self._current_span() if keep_place else None
        self.pages = pages
        self.headers.set_pages(pages)
        self.headers.set_style(self.reader.page_style)
        self.reader.set_pages(pages, keep_place=keep_place)
        self._refilter()
        if current is not None:
            self._find_again(current)

    def set_filter(self, chosen: Filter) -> None:
        """Show changes of these kinds only."""
        self.filter = chosen
        self.reader.set_filter(chosen)
        self._refilter()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for part in (self.list, self.headers, self.reader, self.strip):
            part.set_theme(theme)

    def _refilter(self) -> None:
        if self.pages is None:
            return
        self.navigation = Navigation(self.pages.changes, self.filter)
        self.list.set_changes(self.pages, self.navigation.shown)
        self.list.set_current(self.reader.current_change())
        self.strip.set_pages(self.pages, self.reader.heights, self.filter)
        self._follow_reader()
        self.change_selected.emit()

    def _current_span(self) -> tuple[int, ...] | None:
        """Return where the current change stands, to find it again in a fuller table."""
        number = self.reader.current_change()
        if number is None or self.pages is None:
            return None
        return tuple(int(value) for value in self.pages.changes.table[number, 2:6])

    def _find_again(self, span: tuple[int, ...]) -> None:
        assert self.pages is not None
        same = (self.pages.changes.table[:, 2:6] == span).all(axis=1).nonzero()[0]
        if len(same):
            self.go_to_change(int(same[0]))

    # --- going through the changes ------------------------------------------------------------

    def go_to_change(self, number: int) -> None:
        """Make a change the current one, in the reader and in the list."""
        self.reader.go_to_change(number)
        self.list.set_current(number)
        self.change_selected.emit()

    def step(self, by: int) -> None:
        """Go to the next shown change (1) or to the previous one (-1), from where the reader is."""
        if self.navigation is None:
            return
        current = self.reader.current_change()
        if current is None:
            row = self.reader.current_row()
            start = self.navigation.first_from_row(
                row if row is not None else self.reader.top_row()
            )
            target = start if by > 0 else self.navigation.previous(start)
        elif by > 0:
            target = self.navigation.next(current)
        else:
            target = self.navigation.previous(current)
        if target is not None:
            self.go_to_change(target)

    def go_to_end(self, *, last: bool) -> None:
        """Go to the first or the last shown change."""
        if self.navigation is None:
            return
        target = self.navigation.previous(None) if last else self.navigation.next(None)
        if target is not None:
            self.go_to_change(target)

    def go_to_other_end(self) -> None:
        """Go from one half of a moved passage to the other."""
        if self.pages is None:
            return
        number, row = self.reader.current_change(), self.reader.current_row()
        if number is not None:
            entry = self.pages.changes.entry(number)
            if entry.kind is ViewKind.MOVED:
                rows = (entry.row, entry.other_row)
                self.reader.go_to_row(rows[1] if self.reader.current_row() == rows[0] else rows[0])
                return
        if row is not None and self.pages.rows.row(row).partner >= 0:
            self.reader.go_to_row(self.pages.rows.row(row).partner)

    def place_text(self) -> str:
        """Return which of how many changes is the current one."""
        if self.navigation is None or self.pages is None:
            return ""
        place = self.navigation.place(self.reader.current_change())
        total = len(self.navigation)
        if place is None:
            return f"{total:,} changes" if total != 1 else "1 change"
        return f"{place + 1:,} of {total:,}"

    def _row_activated(self, row: int) -> None:
        self.list.set_current(None)
        self.row_changed.emit(row)
        self.change_selected.emit()

    # --- keeping together ---------------------------------------------------------------------

    def _follow_reader(self) -> None:
        self.strip.set_visible(*self.reader.visible_share())
        self.row_changed.emit(self.reader.reading_row())

    def _style_changed(self) -> None:
        self.headers.set_style(self.reader.page_style)
        if self.pages is not None:
            self.strip.set_pages(self.pages, self.reader.heights, self.filter)
