"""The parts of the page without a window, on a pair of short texts, and events for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.page_controllers import PageControllers
from facing_pages.page.page_model import PageModel
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView

WIDTH, HEIGHT = 1000, 600
NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class PageParts(PageControllers):
    """All parts of a page on one model."""

    def __init__(self, pages: PairView | None = None, mode: Mode = Mode.SIDE_BY_SIDE) -> None:
        self.model = PageModel(load_theme("light"))
        self.model.resize(WIDTH, HEIGHT)
        self.model.set_mode(mode)
        super().__init__(self.model)
        self.scrolling.smooth.is_on = False
        if pages is not None:
            self.model.set_pages(pages, keep_place=False)

    @property
    def layout(self) -> PairLayout:
        """Return the layout of the pair that is shown."""
        assert self.model.layout is not None
        return self.model.layout

    def point_of(self, side: Side, position: int) -> QPointF:
        """Return where the middle of a character is on screen."""
        for row, top in self.layout.visible(side, HEIGHT):
            for placed in row.every():
                if boxes := placed.boxes(side, Span(position, position + 1)):
                    x = self.model.style.column_x(placed.column) + boxes[0].center().x()
                    return QPointF(x, top + placed.y + boxes[0].center().y())
        raise AssertionError("the character is not on screen")

    def press_key(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> bool:
        """Press a key; tell whether it was for the page."""
        return self.keys.press(QKeyEvent(QEvent.Type.KeyPress, key, held))

    def click(self, point: QPointF, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press and release the left button at a point."""
        self.pointer.press(mouse(QEvent.Type.MouseButtonPress, point, held))
        self.pointer.release(mouse(QEvent.Type.MouseButtonRelease, point, held))

    def drag(self, start: QPointF, end: QPointF) -> None:
        """Press the left button at a point, move, and release it at another."""
        self.pointer.press(mouse(QEvent.Type.MouseButtonPress, start))
        self.pointer.move(mouse(QEvent.Type.MouseMove, end))
        self.pointer.release(mouse(QEvent.Type.MouseButtonRelease, end))

    def point_at(self, point: QPointF) -> None:
        """Move the pointer to a point, no button held."""
        self.pointer.move(mouse(QEvent.Type.MouseMove, point, button=Qt.MouseButton.NoButton))


def mouse(
    kind: QEvent.Type,
    point: QPointF,
    held: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = LEFT,
) -> QMouseEvent:
    """Return an event of the mouse at a point of the viewport."""
    return QMouseEvent(kind, point, point, button, button, held)


def wheel(
    x: float, angle: int, *, pixels: int = 0, held: Qt.KeyboardModifier = NO_KEY
) -> QWheelEvent:
    """Return an event of the wheel; its angle is 120 a notch, positive away from the reader."""
    point = QPointF(x, 100)
    no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(
        point, point, QPoint(0, pixels), QPoint(0, angle), no_button, held, no_phase, False
    )
