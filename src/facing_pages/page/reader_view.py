"""The page as a widget: receives Qt's events and hands them to the parts of the page."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from facing_pages.page.layout.page_style import PAGE_MARGIN
from facing_pages.page.page_controllers import PageControllers
from facing_pages.page.page_model import PageModel
from facing_pages.page.painting.pair_painter import PairPainter
from facing_pages.ui.common.theme import Theme

# Seconds of idle work at a time, a quarter of a frame, and milliseconds between two times. By
# judgement.
MAX_IDLE_WORK: Final = 0.004
IDLE_PAUSE: Final = 12
# Pixels: the smallest size at which a column can be read, and the preferred height; by judgement.
MIN_READER_WIDTH: Final = 260
MIN_READER_HEIGHT: Final = 160
PREFERRED_HEIGHT: Final = 700


class ReaderView(QAbstractScrollArea):
    """Assembles the parts of the page.

    `model` is what is shown; `folding`, `scrolling`, `place`, `caret`, `links`, `pointer` and
    `keys` act on it, `copying` takes from it, and `requests` has what others answer.
    """

    # A screen reader may ask while Qt still builds the widget.
    is_built = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.model = PageModel(theme, self)
        controllers = PageControllers(self.model, self)
        self.requests = controllers.requests
        self.folding = controllers.folding
        self.scrolling = controllers.scrolling
        self.place = controllers.place
        self.caret = controllers.caret
        self.links = controllers.links
        self.copying = controllers.copying
        self.pointer = controllers.pointer
        self.keys = controllers.keys
        self._painter = PairPainter()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_PAUSE)
        self._connect()
        self.is_built = True

    def _connect(self) -> None:
        self._idle.timeout.connect(self._measure_idly)
        self.model.laid_out.connect(self._start_anew)
        self.model.highlights_changed.connect(self._repaint)
        self.scrolling.scrolled.connect(self._repaint)
        self.scrolling.caught_up.connect(self._repaint)
        self.pointer.shape_changed.connect(self._set_shape)
        self.pointer.drag_started.connect(self._drag)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.model.set_theme(theme)

    # --- painting and size --------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is on screen."""
        model = self.model
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), model.theme.page)
        if model.layout is not None:
            size = QSizeF(self.viewport().size())
            self._painter.paint(painter, model.layout, model.theme, size, model.highlights)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap both texts for the new width."""
        super().resizeEvent(event)
        self.model.resize(event.size().width(), event.size().height())

    def sizeHint(self) -> QSize:
        """Return the size that shows two full columns."""
        column = self.model.reading.characters * self.model.style.average_advance
        return QSize(round(2 * column) + 4 * PAGE_MARGIN, PREFERRED_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a column can be read."""
        return QSize(MIN_READER_WIDTH, MIN_READER_HEIGHT)

    def _start_anew(self) -> None:
        """Measure the rows of a new layout; what was prepared for the one before is let go."""
        self._painter.forget()
        self._idle.start()

    def _repaint(self) -> None:
        self.viewport().update()

    def _measure_idly(self) -> None:
        """Lay out rows that were only estimated, a few milliseconds at a time."""
        if self.isVisible() and self.model.measure_until(time.perf_counter() + MAX_IDLE_WORK):
            self._idle.stop()

    # --- keys and pointer ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret where there is one, or else scroll; letters are commands."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point, draw out a selection, or drag."""
        self.pointer.move(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a selection, or what else is under the pointer."""
        self.pointer.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press has started."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, zoom or step."""
        self.pointer.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer."""
        self.pointer.ask_for_menu(event)

    def leaveEvent(self, event: object) -> None:
        """Take the frame away."""
        self.pointer.dismiss_frame()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the change under the pointer is, and why its sides belong together."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        if tip := self.pointer.tip_at(QPointF(event.pos())):
            QToolTip.showText(event.globalPos(), tip, self.viewport())
        else:
            QToolTip.hideText()
        return True

    def _set_shape(self, shape: Qt.CursorShape) -> None:
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _drag(self, data: QMimeData) -> None:
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
