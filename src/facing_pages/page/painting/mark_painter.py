"""Marks on text: fills below it, lines of a shape for each kind under it, frames around it.

Qt's own underlines are one pixel wide and too faint; these are drawn two pixels wide, one pixel
below the text. Shapes tell the kinds apart without colour. Words of a finding have the strongest
fill and a wave, in place of the line of the change they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import KIND_OF_STYLE, LINE_OF_STYLE, LineShape, MarkStyle
from facing_pages.page.layout.placed import PlacedParagraph
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.pair_view import Table

# Pixels: the width of the line under a mark, and from the baseline to its middle; by judgement,
# clear of descenders where it can be.
LINE_WIDTH: Final = 2.0
LINE_DROP: Final = 4.0
# Pixels: the width of the line through struck words; and how high it runs as a share of the height
# from baseline to top, through the middle of small letters. By judgement.
STROKE_WIDTH: Final = 1.0
STROKE_RISE: Final = 0.28
# Pixels: how far a wave goes up and down, and from crest to crest. By judgement.
WAVE_HEIGHT: Final = 1.7
WAVE_LENGTH: Final = 7.0
# Characters of a finding from which on it has a bar beside it in place of a wave: a line and more.
# How strong its fill is then. By judgement.
MIN_LONG_FINDING: Final = 60
_LONG_FILL: Final = 0.35
# Pixels: from words to a frame around them, half a space; the width of the frame of a whole unit,
# wide enough for its dashes and dots to be told apart. By judgement.
FRAME_ROOM: Final = 2.5
UNIT_FRAME_WIDTH: Final = 2.0
_FLAT_CAP: Final = Qt.PenCapStyle.FlatCap


class PreparedMarks:
    """The marks of a paragraph as areas and lines, found once and drawn in every frame.

    All is relative to the paragraph's upper left corner. `wholes` has the height range of each
    unit and long run that is marked as a whole, with its style, side and span; `long_findings`
    that of each finding over more than a line, with its side and span.
    """

    def __init__(
        self,
        placed: PlacedParagraph,
        marks: Sequence[tuple[Side, Table]],
        theme: Theme,
        findings: Sequence[tuple[Side, Span]] = (),
    ) -> None:
        self._theme = theme
        self._found = [entry for entry in findings if entry[1].length < MIN_LONG_FINDING]
        self._finding_fills: list[tuple[QColor, QRectF]] = []
        self._waves = QPainterPath()
        self.long_findings: list[tuple[Side, Span, float, float]] = []
        self._fills: dict[MarkStyle, tuple[QColor, list[QRectF]]] = {}
        self._lines: dict[tuple[LineShape, int], tuple[QColor, list[QLineF]]] = {}
        self.wholes: list[tuple[MarkStyle, Side, Span, float, float]] = []
        for side, table in marks:
            for start, end, number, _ in table.tolist():
                self._add(placed, side, Span(start, end), MarkStyle(number))
        for side, span in findings:
            self._add_finding(placed, side, span)
        self._strokes = _strokes(placed)

    def _add(self, placed: PlacedParagraph, side: Side, span: Span, style: MarkStyle) -> None:
        boxes = placed.boxes(side, span)
        if not boxes:
            return
        fill = self._theme.fill(style)
        if fill is not None:
            areas = self._fills.setdefault(style, (fill, []))[1]
            areas += [box.adjusted(-1, 0, 1, 0) for box in boxes]
        if style in _WITHOUT_LINE:
            self.wholes.append((style, side, span, boxes[0].top(), boxes[-1].bottom()))
            return
        color, shape = self._theme.lines[KIND_OF_STYLE[style]], LINE_OF_STYLE[style]
        lines = self._lines.setdefault((shape, int(color.rgb())), (color, []))[1]
        found = [other for one, other in self._found if one is side]
        for free in spans_without(span, found):
            boxes = placed.boxes(side, free)
            for box, baseline in zip(boxes, placed.layout.baselines(boxes), strict=True):
                y = baseline + LINE_DROP
                lines.append(QLineF(box.left(), y, box.right(), y))

    def _add_finding(self, placed: PlacedParagraph, side: Side, span: Span) -> None:
        boxes = placed.boxes(side, span)
        if not boxes:
            return
        is_long = span.length >= MIN_LONG_FINDING
        if self._theme.finding_fill is not None:
            fill = QColor(self._theme.finding_fill)
            fill.setAlphaF(_LONG_FILL if is_long else 1.0)
            self._finding_fills += [(fill, box.adjusted(-1, 0, 1, 0)) for box in boxes]
        if is_long:
            self.long_findings.append((side, span, boxes[0].top(), boxes[-1].bottom()))
            return
        for box, baseline in zip(boxes, placed.layout.baselines(boxes), strict=True):
            add_wave(self._waves, box.left(), box.right(), baseline + LINE_DROP)

    def paint_fills(self, painter: QPainter) -> None:
        """Fill the marks, whole units first; the painter stands at the paragraph's corner."""
        painter.setPen(Qt.PenStyle.NoPen)
        for style in sorted(self._fills, key=lambda style: style not in _WITHOUT_LINE):
            color, areas = self._fills[style]
            painter.setBrush(color)
            painter.drawRects(areas)
        for color, area in self._finding_fills:
            painter.fillRect(area, color)

    def paint_lines(self, painter: QPainter) -> None:
        """Draw the lines under the marks, and through what is struck."""
        for (shape, _), (color, lines) in self._lines.items():
            draw_lines(painter, lines, shape, color, self._theme.line_width)
        draw_waves(painter, self._waves, self._theme)
        if self._strokes:
            painter.setPen(QPen(self._theme.secondary, STROKE_WIDTH))
            painter.drawLines(self._strokes)


def spans_without(span: Span, others: Sequence[Span]) -> list[Span]:
    """Return what is left of a span without others, in order."""
    left = [span]
    for other in others:
        left = [
            part
            for whole in left
            for part in (
                Span(whole.start, min(whole.end, other.start)),
                Span(max(whole.start, other.end), whole.end),
            )
            if part.length > 0
        ]
    return left


def add_wave(path: QPainterPath, left: float, right: float, y: float) -> None:
    """Add a wave from left to right around a height to a path."""
    path.moveTo(left, y)
    x, up = left, -1.0
    while x < right:
        end = min(x + WAVE_LENGTH / 2, right)
        path.quadTo((x + end) / 2, y + 2 * up * WAVE_HEIGHT, end, y)
        x, up = end, -up


def draw_waves(painter: QPainter, waves: QPainterPath, theme: Theme) -> None:
    """Draw the waves under findings."""
    if waves.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(theme.finding, 0.9 * theme.line_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(waves)
    painter.restore()


def _strokes(placed: PlacedParagraph) -> list[QLineF]:
    """Return lines through what stands in a paragraph only to show what was replaced."""
    strokes: list[QLineF] = []
    for piece in placed.pieces:
        if not piece.is_struck:
            continue
        boxes = placed.boxes(piece.side, piece.span)
        for box, baseline in zip(boxes, placed.layout.baselines(boxes), strict=True):
            # Through the middle of a pixel: between two of them the line is twice as thick.
            y = math.floor(baseline - STROKE_RISE * (baseline - box.top())) + 0.5
            strokes.append(QLineF(box.left(), y, box.right(), y))
    return strokes


# Whole units and long runs have a bar at their side instead; a line under every word is a wall.
_WITHOUT_LINE: Final = frozenset(
    {
        MarkStyle.NONE,
        MarkStyle.WHOLE_ADDED,
        MarkStyle.WHOLE_REMOVED,
        MarkStyle.WHOLE_REWORDED,
        MarkStyle.LONG_ADDED,
        MarkStyle.LONG_REMOVED,
        MarkStyle.MOVED,
    }
)
# Lengths of dash and gap, in widths of the line. By judgement.
_PATTERNS: Final = {
    LineShape.DASHES: (3.0, 1.6),
    LineShape.DOTS: (1.0, 1.2),
    LineShape.THIN_DOTS: (1.0, 2.0),
}


def draw_line(
    painter: QPainter, line: QLineF, shape: LineShape, color: QColor, width: float = LINE_WIDTH
) -> None:
    """Draw a line in the shape of a kind; works for upright bars as well."""
    if line.length() >= 1:
        draw_lines(painter, [line], shape, color, width)


def draw_lines(
    painter: QPainter,
    lines: Sequence[QLineF],
    shape: LineShape,
    color: QColor,
    width: float = LINE_WIDTH,
) -> None:
    """Draw lines in the shape of a kind."""
    if shape is LineShape.NO:
        return
    if shape is LineShape.DOUBLE:
        painter.setPen(QPen(color, 0.6 * width))
        for line in lines:
            across = QPointF(-line.dy(), line.dx()) / max(1.0, line.length()) * 1.7
            painter.drawLines([line.translated(across), line.translated(-across)])
        return
    painter.setPen(_pen(shape, color, 0.6 * width if shape is LineShape.THIN_DOTS else width))
    painter.drawLines(list(lines))


def _pen(shape: LineShape, color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(_FLAT_CAP)
    if shape in _PATTERNS:
        pen.setDashPattern(_PATTERNS[shape])
    return pen


def paint_span(
    painter: QPainter, placed: PlacedParagraph, side: Side, span: Span, color: QColor
) -> None:
    """Fill a span with one colour: a selection, or what was found."""
    for box in placed.boxes(side, span):
        painter.fillRect(box, color)


def paint_frame(
    painter: QPainter, placed: PlacedParagraph, side: Side, span: Span, pen: QPen
) -> None:
    """Draw one outline around a span, over as many lines as it has.

    It stands clear of the words where a space or the end of a line is beside them, and never goes
    through a sign that stands there.
    """
    boxes = placed.boxes(side, span)
    if not boxes:
        return
    taken = [place for inside in placed.inside(side, span) for place in _taken(placed, inside)]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for above, below in zip([None, *boxes], boxes, strict=False):
        left, right = (
            -pen.widthF() / 2 if _is_taken(QPointF(x, below.center().y()), taken) else FRAME_ROOM
            for x in (below.left(), below.right())
        )
        box = QRectF(below).adjusted(-left, -1, right, 3)
        if above is not None and below.top() > above.top():
            box.setTop(above.bottom() + 2)
        path.addRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.simplified())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_unit_frame(
    painter: QPainter,
    placed: PlacedParagraph,
    side: Side,
    span: Span,
    style: MarkStyle,
    theme: Theme,
) -> None:
    """Draw an outline around a whole unit in the shape of its line, where marks have no fills."""
    shape, color = LINE_OF_STYLE[style], theme.lines[KIND_OF_STYLE[style]]
    if shape is LineShape.DOUBLE:
        paint_frame(painter, placed, side, span, QPen(color, 2 * UNIT_FRAME_WIDTH))
        paint_frame(painter, placed, side, span, QPen(theme.page, 0.8 * UNIT_FRAME_WIDTH))
        return
    paint_frame(painter, placed, side, span, _pen(shape, color, UNIT_FRAME_WIDTH))


def _taken(placed: PlacedParagraph, inside: Span) -> Iterator[QRectF]:
    """Yield the edges of a part of a paragraph's own text that stand right beside a sign."""
    text = placed.layout.text
    for edge, beside in ((inside.start, inside.start - 1), (inside.end, inside.end)):
        if 0 <= beside < len(text) and not text[beside].isspace():
            yield placed.layout.caret_box(edge)


def _is_taken(point: QPointF, taken: Sequence[QRectF]) -> bool:
    return any(
        abs(edge.center().x() - point.x()) < FRAME_ROOM and edge.top() <= point.y() <= edge.bottom()
        for edge in taken
    )
