"""Icons that are drawn in a colour of the theme: those of Qt's styles are black in any theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

# Pixels: the size of an icon, and of the picture it is drawn from, which is sharp on a screen
# with four pixels for one. By judgement.
ICON_SIZE: Final = 16
_PICTURE_SIZE: Final = 64
# The width of a line as a share of the icon. By judgement.
_STROKE: Final = 0.11


def more_icon(color: QColor) -> QIcon:
    """Return two chevrons that point to the right: there is more than is shown."""
    picture = QPixmap(_PICTURE_SIZE, _PICTURE_SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.scale(_PICTURE_SIZE, _PICTURE_SIZE)
    pen = QPen(color, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for left in (0.2, 0.52):
        points = (QPointF(left, 0.24), QPointF(left + 0.26, 0.5), QPointF(left, 0.76))
        painter.drawPolyline(points)
    painter.end()
    return QIcon(picture)
