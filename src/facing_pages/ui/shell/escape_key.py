"""The Escape key returns to the text from wherever nothing else answers to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class EscapeKey(QObject):
    """Watches for the key events of a window that no widget in it has handled."""

    def __init__(self, window: QWidget, text: Callable[[], QWidget | None]) -> None:
        """Let `text` return the widget to return to, None while there is none."""
        super().__init__(window)
        self._text = text
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the focus to the text."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.KeyPress:
            text = self._text()
            if text is not None and text.isVisible():
                text.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)
