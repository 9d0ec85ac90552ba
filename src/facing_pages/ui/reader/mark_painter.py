"""Marks on text: fills below it, lines of a shape for each kind under it, frames around it.

Qt's own underlines are one pixel wide and too faint; these are drawn two pixels wide, one pixel
below the text. Shapes tell the kinds apart without colour.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facing_pages.core.model import Side, Span
from facing_pages.ui.reader.row_layouts import PlacedParagraph
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.kinds import KIND_OF_STYLE, LINE_OF_STYLE, Line, MarkStyle
from facing_pages.viewmodel.pages import Table

LINE_WIDTH: Final = 2.0
# Pixels from the baseline to the middle of the line.
LINE_DROP: Final = 4.0
# Width of the line through struck words, and how high it runs as a share of the ascent.
STROKE_WIDTH: Final = 1.2
STROKE_RISE: Final = 0.28
_FLAT: Final = Qt.PenCapStyle.FlatCap


def paint_fills(
    painter: QPainter,
    placed: PlacedParagraph,
    side: Side,
    marks: Table,
    theme: Theme,
    origin: QPointF,
) -> None:
    """Fill a side's marks in a paragraph whose upper left corner is at `origin`."""
    for start, end, style, _ in marks.tolist():
        fill = theme.fill(MarkStyle(style))
        if fill is None:
            continue
        for box in placed.boxes(side, Span(start, end)):
            painter.fillRect(box.translated(origin).adjusted(-1, 0, 1, 0), fill)


def paint_lines(
    painter: QPainter,
    placed: PlacedParagraph,
    side: Side,
    marks: Table,
    theme: Theme,
    origin: QPointF,
) -> None:
    """Draw the lines under a side's marks in a paragraph."""
    for start, end, number, _ in marks.tolist():
        style = MarkStyle(number)
        if style in _WITHOUT_LINE:
            continue
        color = theme.lines[KIND_OF_STYLE[style]]
        boxes = placed.boxes(side, Span(start, end))
        for box, baseline in zip(boxes, placed.layout.baselines(boxes), strict=True):
            y = origin.y() + baseline + LINE_DROP
            line = QLineF(origin.x() + box.left(), y, origin.x() + box.right(), y)
            draw_line(painter, line, LINE_OF_STYLE[style], color, theme.line_width)


def paint_strokes(
    painter: QPainter, placed: PlacedParagraph, color: QColor, origin: QPointF
) -> None:
    """Strike through what stands here only to show what was replaced."""
    painter.setPen(QPen(color, STROKE_WIDTH))
    for piece in placed.pieces:
        if not piece.is_struck:
            continue
        boxes = placed.boxes(piece.side, piece.span)
        for box, baseline in zip(boxes, placed.layout.baselines(boxes), strict=True):
            y = origin.y() + baseline - STROKE_RISE * (baseline - box.top())
            painter.drawLine(QLineF(origin.x() + box.left(), y, origin.x() + box.right(), y))


# Whole units have a bar at their side instead; a line under every word of them is a wall.
_WITHOUT_LINE: Final = frozenset(
    {
        MarkStyle.NONE,
        MarkStyle.WHOLE_ADDED,
        MarkStyle.WHOLE_REMOVED,
        MarkStyle.WHOLE_REWORDED,
        MarkStyle.MOVED,
    }
)
_PATTERNS: Final = {
    Line.DASHES: (3.0, 1.6),
    Line.DOTS: (1.0, 1.2),
    Line.THIN_DOTS: (1.0, 2.0),
}


def draw_line(
    painter: QPainter, line: QLineF, shape: Line, color: QColor, width: float = LINE_WIDTH
) -> None:
    """Draw a line in the shape of a kind; works for upright bars as well."""
    if shape is Line.NO or line.length() < 1:
        return
    if shape is Line.DOUBLE:
        painter.setPen(QPen(color, 0.6 * width))
        across = QPointF(-line.dy(), line.dx()) / line.length() * 1.7
        painter.drawLine(line.translated(across))
        painter.drawLine(line.translated(-across))
        return
    pen = QPen(color, 0.6 * width if shape is Line.THIN_DOTS else width)
    pen.setCapStyle(_FLAT)
    if shape in _PATTERNS:
        pen.setDashPattern(_PATTERNS[shape])
    painter.setPen(pen)
    painter.drawLine(line)


def paint_span(
    painter: QPainter,
    placed: PlacedParagraph,
    side: Side,
    span: Span,
    color: QColor,
    origin: QPointF,
) -> None:
    """Fill a span with one colour: a selection, or what was found."""
    for box in placed.boxes(side, span):
        painter.fillRect(box.translated(origin), color)


def paint_frame(
    painter: QPainter,
    placed: PlacedParagraph,
    side: Side,
    span: Span,
    pen: QPen,
    origin: QPointF,
) -> None:
    """Draw one outline around a span, over as many lines as it has."""
    boxes = placed.boxes(side, span)
    if not boxes:
        return
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for above, below in zip([None, *boxes], boxes, strict=False):
        box = QRectF(below).adjusted(-2.5, -1, 2.5, 3)
        if above is not None and below.top() > above.top():
            box.setTop(above.bottom() + 2)
        path.addRect(box.translated(origin))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.simplified())
