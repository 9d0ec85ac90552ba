"""Saves where a window and its reader are, so that not even a crash loses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from facing_pages.core.model import Side
from facing_pages.ui.common.settings_store import SettingsStore

if TYPE_CHECKING:
    from facing_pages.session.pair import Request

# Milliseconds after the last move before places are written down. By judgement.
GEOMETRY_DELAY_MILLISECONDS: Final = 800
# Pixels of a window that must be on a screen: enough to take hold of it. By judgement.
MIN_VISIBLE_WIDTH: Final = 160
MIN_VISIBLE_HEIGHT: Final = 120

Place = tuple["Request", Side, int]


class GeometryStore(QObject):
    """Watches a window; `place` returns its pair and the place in it, None without a pair."""

    written = Signal()

    def __init__(
        self, window: QMainWindow, store: SettingsStore, place: Callable[[], Place | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._place = place
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GEOMETRY_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.write_down)
        window.installEventFilter(self)

    def restore(self) -> None:
        """Put the window where the last one was, if it can be seen there."""
        geometry = self._store.settings.geometry
        if not geometry:
            return
        usual = self._window.size()
        self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        if not _can_be_seen(self._window):
            self._window.setWindowState(Qt.WindowState.WindowNoState)
            self._window.resize(usual)
            self._window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def moved(self) -> None:
        """Note that the reader moved; it is written down once it rests."""
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the window was moved or sized."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._timer.start()
        return super().eventFilter(watched, event)

    def write_down(self) -> None:
        """Remember the places now."""
        self._timer.stop()
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        self._store.change(geometry=geometry)
        place = self._place()
        if place is not None:
            self._store.recents.remember_place(*place)
        self.written.emit()


def _can_be_seen(window: QMainWindow) -> bool:
    """Tell whether enough of a window is on one of the screens."""
    seen: list[QRect] = [
        window.geometry().intersected(screen.availableGeometry())
        for screen in QGuiApplication.screens()
    ]
    return any(
        part.width() >= MIN_VISIBLE_WIDTH and part.height() >= MIN_VISIBLE_HEIGHT for part in seen
    )
