"""The dialogs of a window: preferences, help, internal errors. Each is made when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.command_actions import CommandActions, Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.view_state import ViewState


class Dialogs(QObject):
    """Opens dialogs over one window."""

    def __init__(
        self, window: QWidget, store: SettingsStore, state: ViewState, commands: CommandActions
    ) -> None:
        super().__init__(window)
        self._state = state
        self._window = window
        self._store = store
        self._commands = commands

    def handlers(self) -> Handlers:
        """Return what the commands do that open a dialog."""
        return {
            Command.PREFERENCES: self.show_preferences,
            Command.LEGEND: self.show_legend,
            Command.GUIDE: self.show_guide,
            Command.KEYS: self.show_keys,
            Command.SELF_CHECK: self.show_self_check,
            Command.ABOUT: self.show_about,
        }

    def show_preferences(self) -> None:
        """Open the preferences."""
        from facing_pages.ui.dialogs.preferences import show_preferences

        show_preferences(self._window, self._store)

    def show_legend(self) -> None:
        """Open the legend of the marks."""
        from facing_pages.ui.dialogs.legend import show_legend

        show_legend(self._window, self._state.theme, self._commands.keys)

    def show_guide(self) -> None:
        """Open the guide."""
        from facing_pages.ui.dialogs.guide import show_guide

        show_guide(self._window, self._commands.keys)

    def show_keys(self) -> None:
        """List all keys."""
        from facing_pages.ui.dialogs.key_list import show_key_list

        show_key_list(self._window, self._commands.keys)

    def show_self_check(self) -> None:
        """Check all parts of the program and list the results."""
        from facing_pages.ui.dialogs.self_check_dialog import show_self_check

        show_self_check(self._window)

    def show_about(self) -> None:
        """Say what this program is."""
        from facing_pages.ui.common.about import show_about

        show_about(self._window)

    def show_internal_error(self, details: str) -> None:
        """Say that something went wrong that is not the user's fault."""
        messages.show_internal_error(self._window, details)
