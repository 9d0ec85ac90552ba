"""Lines across the gutter from a moved passage to its other half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.page_style import GUTTER, PageStyle
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.visible_marks import Shown

# Pixels from the middle of the gutter to where a line starts, clear of the row's sign.
BESIDE_SIGN: Final = 10


def paint_connectors(
    painter: QPainter,
    shown: Shown,
    visible: Sequence[tuple[RowLayout, int]],
    style: PageStyle,
    theme: Theme,
) -> None:
    """Join both halves of a move if both are on screen; else lead off the screen's edge."""
    pages = shown.pages
    if not pages.is_aligned or not shown.filter.shows(ViewKind.MOVED):
        return
    tops = {row.number: y for row, y in visible}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(theme.lines[ViewKind.MOVED], 1.4))
    for row, y in visible:
        partner = pages.rows.row(row.number).partner
        if partner < 0 or not row.paragraphs[Side.ORIGINAL]:
            continue
        other = tops.get(partner)
        start = QPointF(style.gutter_x + BESIDE_SIGN, y + style.line_height / 2)
        if other is not None:
            end = QPointF(style.gutter_x + GUTTER / 2 - 6, other + style.line_height / 2)
            painter.drawPath(_curve(start, end, style))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _curve(start: QPointF, end: QPointF, style: PageStyle) -> QPainterPath:
    """Return a line that leaves and arrives level and runs down the gutter between."""
    path = QPainterPath(start)
    bend = min(abs(end.y() - start.y()) / 2, 1.5 * style.line_height)
    down = bend if end.y() > start.y() else -bend
    x = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(x, start.y()), QPointF(x, start.y()), QPointF(x, start.y() + down))
    path.lineTo(QPointF(x, end.y() - down))
    path.cubicTo(QPointF(x, end.y()), QPointF(x, end.y()), end)
    return path
