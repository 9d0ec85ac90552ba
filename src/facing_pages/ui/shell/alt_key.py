"""Alt held for a shortcut does not open the menu bar.

While a screen reader listens, Qt for Linux (seen in 6.11) keeps each key press back until the
reader has answered. On a busy machine Alt is then handed on a second time after the key that was
pressed with it, and the menu bar believes that Alt was pressed alone and takes the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow


class AltKey(QObject):
    """Keeps Alt from the menu bar of a window, from a key pressed with it to its release.

    Make it after the menu bar: of two filters the later is asked first.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._used = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys that nothing inside the window took for itself."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._used = False
        elif isinstance(event, QKeyEvent):
            is_alt = event.key() == Qt.Key.Key_Alt
            if kind == QEvent.Type.KeyRelease and is_alt:
                self._used = False
            elif kind == QEvent.Type.ShortcutOverride and is_alt:
                return self._used
            elif kind == QEvent.Type.ShortcutOverride:
                self._used = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return False
