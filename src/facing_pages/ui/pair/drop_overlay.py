"""Shows where a drag over the window would go: the half it is over, or both halves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from facing_pages.core.model import Side
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.side_names import side_title


def dropped_paths(mime: QMimeData) -> list[str]:
    """Return the files on this computer that are being dragged."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def can_be_dropped(mime: QMimeData) -> bool:
    """Tell whether anything in the drag could be a text."""
    return mime.hasUrls() or mime.hasText()


class DropOverlay(QWidget):
    """Lies over the window below its menus during a drag; lets all events through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._theme = theme
        self._side = Side.ORIGINAL
        self._names: tuple[str, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme

    def begin(self, names: Sequence[str]) -> None:
        """Appear for a drag of files with these names, or of text if there are none."""
        self._names = tuple(names)
        parent = self.parentWidget()
        assert parent is not None
        place = parent.rect()
        if isinstance(parent, QMainWindow) and parent.menuBar().isVisible():
            place.setTop(parent.menuBar().geometry().bottom() + 1)
        self.setGeometry(place)
        self.raise_()
        self.show()

    def side_at(self, x: float) -> Side:
        """Return the half at `x`."""
        return Side.ORIGINAL if x < self.width() / 2 else Side.REWRITE

    def point_at(self, x: float) -> None:
        """Light up the half at `x`."""
        side = self.side_at(x)
        if side is not self._side:
            self._side = side
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both halves over all else, the lit ones brighter, with what would happen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.page)
        half = self.width() / 2
        for number, side in enumerate(Side):
            box = QRectF(number * half, 0, half, self.height()).adjusted(24, 24, -24, -24)
            self._paint_half(painter, box, side, number)

    def _paint_half(self, painter: QPainter, box: QRectF, side: Side, number: int) -> None:
        count = len(self._names)
        lit = count == 2 or (count < 2 and side is self._side)
        fill = QColor(self._theme.focus)
        fill.setAlpha(38 if lit else 0)
        painter.setBrush(fill)
        pen = QPen(self._theme.focus if lit else self._theme.border, 2)
        pen.setStyle(Qt.PenStyle.SolidLine if lit else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 10, 10)
        title = QFont(self.font())
        title.setPointSizeF(title.pointSizeF() * 1.7)
        painter.setFont(title)
        painter.setPen(self._theme.text)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2 - 4)
        painter.drawText(upper, _BOTTOM, side_title(side))
        painter.setFont(self.font())
        painter.setPen(self._theme.secondary)
        lower = QRectF(box.left(), box.center().y() + 4, box.width(), box.height() / 2)
        painter.drawText(lower, _TOP, self._target_text(lit, number))

    def _target_text(self, lit: bool, number: int) -> str:
        if len(self._names) == 2:
            return self._names[number]
        if len(self._names) > 2:
            return tr("Drop only two files")
        if not lit:
            return ""
        return self._names[0] if self._names else tr("the dragged text")


_BOTTOM = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
