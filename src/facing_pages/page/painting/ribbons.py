"""Bands across the gutter that join what belongs together in texts that flow freely.

    The lamp was quiet. |========.
    It rained all night.|==.      '=======| The lamp was silent
                            '=.           | when she came down.
                               '==========| It rained.

A band has a colour where its row has changed, else a faint tint. The sign of the row stands at its
right end, where bands do not cross; what the rewrite lacks has its sign at the left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.row_signs import row_glyph
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.page.painting.gutter import shown_row_kind
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.visible_marks import VisibleMarks

Visible = Sequence[tuple[RowLayout, int]]
# Pixels between the text and where a band begins: clear of the bars of whole units. By judgement.
RIBBON_CLEARANCE: Final = 14
# Pixels between the text and the middle of a sign, well inside the end of its band. By judgement.
SIGN_DISTANCE: Final = RIBBON_CLEARANCE + 7
# How strongly a band is tinted, of 255, by judgement.
_RIBBON_TINT: Final = 150


def paint_ribbons(
    painter: QPainter,
    shown: VisibleMarks,
    visible: Mapping[Side, Visible],
    style: PageStyle,
    theme: Theme,
) -> None:
    """Draw a band for each row that is on screen on either side."""
    if not shown.pages.is_aligned:
        return
    heights = {side: _heights(visible[side], side) for side in SIDES}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for number in sorted(set(heights[Side.ORIGINAL]) | set(heights[Side.REWRITE])):
        _paint_ribbon(painter, shown, number, heights, style, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _heights(visible: Visible, side: Side) -> dict[int, tuple[float, float]]:
    """Return for each row with text on a side where it starts and ends on screen."""
    return {row.number: (y, y + row.height) for row, y in visible if row.paragraphs[side]}


def _paint_ribbon(
    painter: QPainter,
    shown: VisibleMarks,
    number: int,
    heights: dict[Side, dict[int, tuple[float, float]]],
    style: PageStyle,
    theme: Theme,
) -> None:
    entry = shown.pages.rows.row(number)
    kind = shown_row_kind(shown.pages, number, shown.filter)
    if shown.filter.level is MarkLevel.OFF:
        kind = None
    left = heights[Side.ORIGINAL].get(number)
    right = heights[Side.REWRITE].get(number)
    if entry.partner >= 0:
        left = left or heights[Side.ORIGINAL].get(entry.partner)
        right = right or heights[Side.REWRITE].get(entry.partner)
        if left and right and not entry.original.length:
            return  # drawn with the other half
    color = theme.lines[kind] if kind is not None else theme.border
    if left and right:
        upper, lower = _edge(left[0], right[0], style), _edge(left[1], right[1], style)
        band = QPainterPath(upper)
        band.connectPath(lower.toReversed())
        band.closeSubpath()
        painter.fillPath(band, _tint(kind, theme))
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(upper)
        painter.drawPath(lower)
    end = right or left
    if kind is not None and kind is not shown.usual_kind and end is not None:
        x = style.rewrite_x - SIGN_DISTANCE
        if right is None:
            x = style.original_x + style.column_width + SIGN_DISTANCE
        box = QRectF(x - style.line_height / 2, end[0], style.line_height, style.line_height)
        _paint_sign(painter, row_glyph(entry.kind, kind), box, style, color)


def _tint(kind: ViewKind | None, theme: Theme) -> QColor:
    if not theme.has_fills:
        return QColor(0, 0, 0, 0)
    tint = QColor(theme.chrome if kind is None else theme.whole_fills.get(kind, theme.chrome))
    tint.setAlpha(_RIBBON_TINT if kind is not None else _RIBBON_TINT // 2)
    return tint


def _edge(left: float, right: float, style: PageStyle) -> QPainterPath:
    """Return the line from a height at the left column to one at the right column."""
    x1 = style.original_x + style.column_width + RIBBON_CLEARANCE
    x2 = style.rewrite_x - RIBBON_CLEARANCE
    middle = (x1 + x2) / 2
    path = QPainterPath(QPointF(x1, left))
    path.cubicTo(middle, left, middle, right, x2, right)
    return path


def _paint_sign(painter: QPainter, sign: str, box: QRectF, style: PageStyle, color: QColor) -> None:
    font = QFont(style.note_font)
    font.setPixelSize(max(8, round(0.62 * style.line_height)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
