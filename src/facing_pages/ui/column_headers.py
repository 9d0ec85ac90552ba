"""The names of both texts above their columns, with words and encoding."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facing_pages.ui.reader.page_style import PageStyle
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.labels import side_facts, side_title
from facing_pages.viewmodel.pages import SIDES, Pages

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
PADDING: Final = 6


class ColumnHeaders(QWidget):
    """Two headers that stand where the reader's columns stand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._pages: Pages | None = None
        self._style: PageStyle | None = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def set_pages(self, pages: Pages) -> None:
        """Name the texts of a pair."""
        self._pages = pages
        names = [
            f"{side_title(s)}: {pages.text(s).name}, {side_facts(pages.text(s))}" for s in SIDES
        ]
        self.setAccessibleName("; ".join(names))
        self.update()

    def set_style(self, style: PageStyle) -> None:
        """Stand over these columns."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(200, 2 * QFontMetrics(self.font()).height() + 2 * PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write both headers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        painter.setPen(QPen(self._theme.border, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._pages is None or self._style is None:
            return
        height = QFontMetrics(self.font()).height()
        bold = QFont(self.font())
        bold.setBold(True)
        for side in SIDES:
            text = self._pages.text(side)
            x, width = self._style.column_x(side), self._style.column_width
            painter.setFont(bold)
            painter.setPen(self._theme.chrome_text)
            title = f"{side_title(side)} — {text.name}"
            elided = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideMiddle, int(width))
            painter.drawText(QRectF(x, PADDING, width, height), _LEFT, elided)
            painter.setFont(self.font())
            painter.setPen(self._theme.secondary)
            painter.drawText(QRectF(x, PADDING + height, width, height), _LEFT, side_facts(text))
