"""The sign of a finding: a filled diamond, the same in gutter, strip, list, inspector and legend.

No kind of change has a filled sign, so that it is told apart by its shape alone.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from facing_pages.ui.common.theme import Theme

# Pixels from the middle of a sign to its corners on the page, and in the narrow strip; by
# judgement, as large as the signs of changes.
FINDING_RADIUS: Final = 5.5
SMALL_FINDING_RADIUS: Final = 4.5


def paint_finding_sign(
    painter: QPainter,
    middle: QPointF,
    theme: Theme,
    *,
    radius: float = FINDING_RADIUS,
    edge: QColor | None = None,
) -> None:
    """Paint the sign around a point; with an `edge` it stands out from what is below it."""
    corners = [
        middle + QPointF(x * radius, y * radius) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(edge, 1.2) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(theme.finding)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
