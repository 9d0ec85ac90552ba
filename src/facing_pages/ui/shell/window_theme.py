"""The theme of a window: follows the settings and the system, and reaches all its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import Theme, apply_to_application, current_theme


class Themed(Protocol):
    """A part of the window that has colours of its own."""

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""


class WindowTheme(QObject):
    """The theme in use; `parts` returns what has colours, once there is something."""

    def __init__(self, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.parts: Callable[[], Iterable[Themed]] = tuple
        self.theme = current_theme(store.theme)
        apply_to_application(self.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)

    def follow(self) -> None:
        """Use the theme that the user chose, or that of the system."""
        theme = current_theme(self._store.theme)
        if theme is not self.theme:
            self.theme = theme
            apply_to_application(theme)
            for part in self.parts():
                part.set_theme(theme)
