"""What stands around the pair in a window: menus, toolbar, bars, status line, hints.

And what lies over it: the place to drop files, the way out of the reading room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from facing_pages.core.resources import sample_pair
from facing_pages.session.pair import Request
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import MARKS_MENU, RECENT_MENU, WEIGHT_MENU
from facing_pages.ui.common.menus import Menus
from facing_pages.ui.common.message_bar import MessageArea
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.comparison.reading_room import ReadingRoom
from facing_pages.ui.pair.drop_target import DropTarget
from facing_pages.ui.shell.event_filters import AltKey
from facing_pages.ui.shell.hints import Hints, sample_hints
from facing_pages.ui.shell.status_line import StatusLine
from facing_pages.ui.shell.toolbar import MainToolBar
from facing_pages.ui.shell.view_controller import ViewController

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage


class WindowFrame:
    """The parts around the pair; they follow the state of the window."""

    def __init__(
        self, window: QMainWindow, state: ViewState, commands: CommandActions, store: SettingsStore
    ) -> None:
        self.menus = Menus(window, commands)
        self.recent_menu = self.menus.submenu(RECENT_MENU)
        AltKey(window)
        marks, weights = self.menus.submenu(MARKS_MENU), self.menus.submenu(WEIGHT_MENU)
        self.toolbar = MainToolBar(commands, state.theme, marks, weights)
        self.bars = MessageArea(state.theme)
        self.status = StatusLine()
        self.drop_target = DropTarget(window, state.theme)
        self.hints = Hints(state.theme, window)
        self.room = ReadingRoom(commands, state.theme, window)
        self.controller = ViewController(state, store, commands, self.menus, window)
        self._window = window
        self._state = state
        self._commands = commands
        self._connect(state, store)

    def surround(self, area: QWidget) -> None:
        """Put all parts into the window, around this one."""
        self._window.addToolBar(self.toolbar)
        self._window.setStatusBar(self.status)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(area, 1)
        self._window.setCentralWidget(central)
        self.room.hides(self._window.menuBar(), self.toolbar, self.status, self.bars)

    def offer_hints(self, request: Request, page: ComparisonPage, seen: Sequence[str]) -> None:
        """Show hints on the sample pair, those that were not seen yet; none on other pairs."""
        if request.original.path != str(sample_pair()[0]):
            self.hints.withdraw()
            return
        stepped, mode_chosen = page.navigator.change_announced, self._state.mode_changed
        hints = sample_hints(self.toolbar, self._commands.keys, stepped, mode_chosen)
        self.hints.offer(hints, seen, page.headers)

    def _connect(self, state: ViewState, store: SettingsStore) -> None:
        for part in (self.bars, self.toolbar, self.drop_target, self.room, self.hints):
            state.theme_changed.connect(part.set_theme)
        self.toolbar.kinds.kind_toggled.connect(state.toggle_kind)
        self.hints.dismissed.connect(store.remember_hint)
        self.room.entered.connect(self.hints.withdraw)
        self.controller.notice_raised.connect(self.bars.show_notice)
        self.controller.notice_outdated.connect(self.bars.remove)
        store.trouble.connect(self.bars.show_notice)
        store.trouble_ended.connect(self.bars.remove)
