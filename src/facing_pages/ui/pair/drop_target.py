"""Drag and drop onto a window: lights up where a drop would go and reports what was dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from facing_pages.ui.common.theme import Theme
from facing_pages.ui.pair.drop_overlay import DropOverlay, can_be_dropped, dropped_paths
from facing_pages.viewmodel.dropping import Drop, meaning_of_files, meaning_of_text


class DropTarget(QObject):
    """Makes a whole window accept files and text."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.overlay = DropOverlay(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.overlay.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the events of a drag."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragMoveEvent):
            self.overlay.point_at(event.position().x())
            event.acceptProposedAction()
        elif isinstance(event, QDropEvent):
            self._drop(event)
        elif event.type() is QEvent.Type.DragLeave:
            self.overlay.hide()
        else:
            return super().eventFilter(watched, event)
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if not can_be_dropped(event.mimeData()):
            event.ignore()
            return
        names = [Path(path).name for path in dropped_paths(event.mimeData())]
        self.overlay.begin(names)
        self.overlay.point_at(event.position().x())
        event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        self.overlay.hide()
        side = self.overlay.side_at(event.position().x())
        mime = event.mimeData()
        meaning: Drop
        if mime.hasUrls():
            meaning = meaning_of_files(dropped_paths(mime), side)
        else:
            meaning = meaning_of_text(mime.text(), side)
        event.acceptProposedAction()
        self.dropped.emit(meaning)
