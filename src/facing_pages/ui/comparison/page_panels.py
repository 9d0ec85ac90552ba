"""The panels of the page with a pair: side panel, headers, reader, strip, bars, inspector.

Where each stands, which of them are visible, and which has the focus; not what they show.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from facing_pages.core.model import Side
from facing_pages.page.counterpart_panel import CounterpartPanel
from facing_pages.page.reader_view import ReaderView
from facing_pages.page.strip import OverviewStrip
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.column_headers import ColumnHeaders
from facing_pages.ui.comparison.find_controller import FindController
from facing_pages.ui.comparison.inspector import INSPECTOR_WIDTH, Inspector
from facing_pages.ui.comparison.sentence_watch import SentenceWatch
from facing_pages.ui.comparison.side_panel import SidePanel
from facing_pages.viewmodel.contents import Chapter

# Pixels: the width of the list at first. By judgement.
LIST_WIDTH: Final = 270
# Width in pixels under which the texts need the room of the list. By judgement.
NARROW_WIDTH: Final = 860


class PagePanels(QWidget):
    """Lays the panels out and shows those that are wanted and have room."""

    inspector_shown = Signal()

    def __init__(
        self, theme: Theme, commands: CommandActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list_wanted = True
        self._list_insisted = False
        self._inspector_wanted = False
        self._shows_corrections = False
        self._is_undisturbed = False
        self._is_cramped = False
        self.side_panel = SidePanel(theme)
        self.list, self.contents = self.side_panel.list, self.side_panel.contents
        self.findings = self.side_panel.findings
        self.headers = ColumnHeaders(theme)
        self.reader = ReaderView(theme)
        self.counterpart = CounterpartPanel(theme, self.reader.viewport())
        self.strip = OverviewStrip(theme)
        self.inspector = Inspector(theme, commands)
        self.watch = SentenceWatch(self.reader, self.counterpart, self.inspector)
        self.find_controller = FindController(self.reader, commands)
        self._assemble()

    def _assemble(self) -> None:
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headers)
        column.addWidget(self.reader, 1)
        column.addWidget(self.find_controller.find_bar)
        column.addWidget(self.find_controller.go_bar)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(texts, 1)
        row.addWidget(self.strip)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.side_panel, middle, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 1000, INSPECTOR_WIDTH])
        self.inspector.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def show_list(self, wanted: bool) -> None:
        """Show or hide the panel with the lists, also in a narrow window."""
        self._list_wanted = self._list_insisted = wanted
        if not wanted:
            self.list.clear_filter()
        self._show_panels()

    def set_chapters(self, chapters: list[Chapter]) -> None:
        """Offer the contents where there are headings to go to."""
        self.side_panel.set_has_contents(len(chapters) > 1)
        self.contents.set_chapters(chapters)

    def go_to_contents(self) -> None:
        """Move the focus to the table of contents, if there is one."""
        if self.side_panel.has_contents:
            self.side_panel.show()
            self.side_panel.show_contents()
            self.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self, part: QWidget) -> bool:
        """Tell whether the keyboard is in a list, or in what stands above it."""
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def show_inspector(self, wanted: bool) -> None:
        """Show or hide the inspector."""
        self._inspector_wanted = wanted
        self._show_panels()

    def show_corrections(self, shows_corrections: bool) -> None:
        """Show the inspector with its buttons while links are corrected, wanted or not."""
        self._shows_corrections = shows_corrections
        self._show_panels()

    def set_undisturbed(self, undisturbed: bool) -> None:
        """Leave nothing but the texts, or bring the rest back."""
        self._is_undisturbed = undisturbed
        self._show_panels()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for part in (
            self.findings,
            self.list,
            self.headers,
            self.reader,
            self.strip,
            self.inspector,
        ):
            part.set_theme(theme)
        self.counterpart.set_theme(theme)

    def _show_panels(self) -> None:
        is_free = not self._is_undisturbed
        has_room = not self._is_cramped or self._list_insisted
        self.headers.setVisible(is_free)
        self.strip.setVisible(is_free)
        self.side_panel.setVisible(is_free and self._list_wanted and has_room)
        was_hidden = self.inspector.isHidden()
        self.inspector.setVisible(is_free and (self._inspector_wanted or self._shows_corrections))
        self.inspector.buttons.setVisible(self._shows_corrections)
        if was_hidden and not self.inspector.isHidden():
            self.inspector_shown.emit()

    def _needs_room(self) -> bool:
        """Tell whether the texts need the room of the list: for two columns, or at all."""
        room = self.width() - self.strip.width()
        if room < NARROW_WIDTH:
            return True
        with_list = room - max(LIST_WIDTH, self.side_panel.width())
        return self.reader.model.fits(room) and not self.reader.model.fits(with_list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room of the list for the texts while the window is narrow."""
        super().resizeEvent(event)
        if self._needs_room() is not self._is_cramped:
            self._is_cramped = not self._is_cramped
            self._list_insisted = False
            self._show_panels()
        self.counterpart.place()

    def focus_pane(self, by: int) -> None:
        """Move the focus to the next part of the page, or the one before."""
        panes: list[Side | QWidget] = [*self.reader.model.style.columns]
        if self.findings.isVisible():
            panes.insert(0, self.findings.focus_target)
        elif self.list.isVisible():
            panes.insert(0, self.list.view)
        elif self.contents.isVisible():
            panes.insert(0, self.contents)
        if self.inspector.isVisible():
            panes.append(self.inspector.table)
        current = self._current_pane(panes)
        target = panes[(current + by) % len(panes)] if current is not None else panes[0]
        if isinstance(target, QWidget):
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reader.caret.start(target)

    def _current_pane(self, panes: list[Side | QWidget]) -> int | None:
        for k, pane in enumerate(panes):
            if isinstance(pane, QWidget):
                if pane.hasFocus():
                    return k
            elif self.reader.hasFocus():
                caret = self.reader.caret.place
                if caret is None or caret[0] is pane or pane is panes[-1]:
                    return k
        return None
