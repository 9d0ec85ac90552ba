"""Event filters of a window: Alt held for a shortcut, Escape to the text, the first paint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget


class AltKey(QObject):
    """Keeps Alt from the menu bar of a window, from a key pressed with it to its release.

    While a screen reader listens, Qt for Linux (seen in 6.11) keeps each key press back until the
    reader has answered. On a busy machine Alt is then handed on a second time after the key that
    was pressed with it, and the menu bar believes that Alt was pressed alone and takes the
    keyboard.

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


class EscapeKey(QObject):
    """Leads to the text from wherever in a window nothing else answers to Escape."""

    def __init__(self, window: QWidget, go_to_text: Callable[[], bool]) -> None:
        """Let `go_to_text` give the focus to the text, and tell whether there is one."""
        super().__init__(window)
        self._go_to_text = go_to_text
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the focus to the text."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.KeyPress and self._go_to_text():
            return True
        return super().eventFilter(watched, event)


def after_first_paint(window: QWidget, handler: Callable[[], None]) -> None:
    """Call a handler once a window has been painted for the first time."""
    _FirstPaint(window, handler)


class _FirstPaint(QObject):
    def __init__(self, window: QWidget, handler: Callable[[], None]) -> None:
        super().__init__(window)
        self._handler = handler
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint; what was painted is on the screen when the timer fires."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False

    def _call(self) -> None:
        self._handler()
        self.deleteLater()
