"""The middle of a window: the start page, or the page with the pair."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facing_pages.core.model import Side
from facing_pages.session.pair import Request
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.viewmodel.modes import Mode

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage
    from facing_pages.viewmodel.pair_view import PairView


class PairArea(QStackedWidget):
    """Shows the pair of a controller on its page, and the start page while there is none.

    To its users the page is always there. It is made when it is first used, which is when the
    first pair is shown: loading and making it take longer than all the rest of the window, which
    nobody should wait for before the first paint. What runs without a pair must not use it.
    """

    page_made = Signal(object)

    def __init__(
        self,
        start: QWidget,
        controller: PairController,
        state: ViewState,
        commands: CommandActions,
        store: SettingsStore,
    ) -> None:
        super().__init__()
        self._start = start
        self._controller = controller
        self._state = state
        self._commands = commands
        self._store = store
        self.addWidget(start)
        controller.pages_changed.connect(self._show_pages)
        state.shown_mode_changed.connect(self._enable)
        self._enable()

    @cached_property
    def page(self) -> ComparisonPage:
        """The page with the pair."""
        from facing_pages.ui.comparison.comparison_page import ComparisonPage

        page = ComparisonPage(self._state, self._commands)
        page.use_settings(self._store.settings)
        self._store.changed.connect(page.use_settings)
        self.addWidget(page)
        self.page_made.emit(page)
        return page

    @property
    def has_pair(self) -> bool:
        """Tell whether a pair is on screen."""
        return self.currentWidget() is not self._start

    def show_start(self) -> None:
        """Show the start page."""
        self._state.set_hides_unchanged(False)
        self.setCurrentWidget(self._start)
        self._enable()

    def reading_place(self) -> tuple[Side, int]:
        """Return where the reader is, the start of the original without a pair."""
        return self.page.reader.scrolling.reading_place() if self.has_pair else (Side.ORIGINAL, 0)

    def place_in_pair(self) -> tuple[Request, Side, int] | None:
        """Return the pair on screen and where the reader is in it, None without a pair."""
        shown = self._controller.state.shown
        return (shown, *self.reading_place()) if shown is not None and self.has_pair else None

    def go_to(self, side: Side, position: int) -> None:
        """Bring a place in the pair to the top of the screen."""
        self.page.reader.scrolling.put(side, position)

    def go_to_text(self) -> bool:
        """Move the focus to the text; tell whether there is one to go to."""
        if self.has_pair:
            self.page.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.has_pair

    def _show_pages(self, pages: PairView, keep_place: bool) -> None:
        if not keep_place:
            self._state.set_hides_unchanged(False)
        self.page.set_pages(pages, keep_place=keep_place)
        if not self.has_pair:
            self.setCurrentWidget(self.page)
            self.page.reader.setFocus()
        self._enable()

    def _enable(self) -> None:
        """Offer the commands that can be used with what is on screen."""
        in_rows = self._state.shown_mode is Mode.ALIGN
        self._commands.show_possible(has_pair=self.has_pair, in_rows=in_rows)
