"""One line of text that is as narrow as need be: what does not fit is left out, with "…"."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from facing_pages.viewmodel.wording.directions import runs_right_to_left

# Pixels that Qt may want beyond the width of a text to find that it fits: it rounds up. One was
# seen.
_ROUNDING: Final = 2


def draw_elided(painter: QPainter, rect: QRect, text: str) -> None:
    """Write as much of a line as fits; one that is read from right to left begins at the right."""
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    is_right_to_left = runs_right_to_left(text)
    before = painter.layoutDirection()
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
    painter.setLayoutDirection(before)


class ElidingLabel(QLabel):
    """Shows one line of plain text; its whole text is in the tooltip while some is left out."""

    def minimumSizeHint(self) -> QSize:
        """Return that no text has to fit."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + _ROUNDING
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write as much of the text as fits."""
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tip = self.text() if text != self.text() else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
