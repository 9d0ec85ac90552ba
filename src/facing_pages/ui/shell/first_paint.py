"""What waits until a window can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def after_first_paint(window: QWidget, handler: Callable[[], None]) -> None:
    """Do something once a window has been painted for the first time."""
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
            QTimer.singleShot(0, self._do)
        return False

    def _do(self) -> None:
        self._handler()
        self.deleteLater()
