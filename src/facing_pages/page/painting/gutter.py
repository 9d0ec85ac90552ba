"""The gutter: signs of rows that differ from the usual, a line over their height, brackets.

Left of the signs stand those of findings, each at the height of its words.

    removed  -                    split  v                    moved  >--+
             :                          -+                              |
             :                           +-                             +-> its other half

A bracket joins the paragraphs of a split or a merge, a connector both halves of a moved passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import LineShape, ViewKind
from facing_pages.marks.row_signs import GROUPED, row_glyph, row_kind
from facing_pages.page.layout.page_style import GUTTER, PageStyle
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.page.painting.finding_sign import paint_finding_sign
from facing_pages.page.painting.mark_painter import draw_line
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.pair_view import SIDES, PairView, Table
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks

# Pixels from the middle of the gutter to where a connector starts, clear of the row's sign. By
# judgement.
BESIDE_SIGN: Final = 10
# Pixels from the middle of the gutter to the signs of findings on its left, clear of the row's sign
# and of brackets. By judgement.
FINDING_OFFSET: Final = 13
# Pixels between the lines of moves that pass each other, and how many of them have room beside each
# other. By judgement.
LANE_WIDTH: Final = 3
MAX_LANES: Final = 4
# Size of a sign in line heights, and how much larger it is without colours. By judgement.
_SIGN_SIZE: Final = 0.62
_COLOURLESS_SIGN_RATIO: Final = 1.2
_CONNECTOR_LINES: Final = {
    ViewKind.REMOVED: LineShape.DASHES,
    ViewKind.ADDED: LineShape.SOLID,
    ViewKind.MOVED: LineShape.DOUBLE,
    ViewKind.REWORDED: LineShape.DOTS,
}


def paint_gutter(
    painter: QPainter, shown: VisibleMarks, row: RowLayout, y: float, style: PageStyle, theme: Theme
) -> None:
    """Draw what the gutter says of a row whose top is at `y`."""
    if shown.filter.level is MarkLevel.OFF or row.is_unchanged:
        return
    entry = shown.pages.rows.row(row.number)
    kind = shown_row_kind(shown.pages, row.number, shown.filter)
    if kind is None or kind is shown.usual_kind:
        return
    color = theme.lines[kind]
    x = style.gutter_x
    font = QFont(style.note_font)
    size = _SIGN_SIZE * style.line_height * (1.0 if theme.has_fills else _COLOURLESS_SIGN_RATIO)
    font.setPixelSize(max(8, round(size)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(color)
    sign = QRectF(x - GUTTER / 2, y, GUTTER, style.line_height)
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, row_glyph(entry.kind, kind))
    top, bottom = y + style.line_height, y + row.height
    if entry.kind in GROUPED and shown.filter.shows(ViewKind.SPLIT) and len(style.columns) > 1:
        _paint_bracket(painter, row, y, style, theme)
    elif bottom - top > 6:
        line = QLineF(x, top, x, bottom)
        draw_line(
            painter, line, _CONNECTOR_LINES.get(kind, LineShape.THIN_DOTS), color, theme.line_width
        )


def paint_findings(
    painter: QPainter, shown: VisibleMarks, row: RowLayout, y: float, style: PageStyle, theme: Theme
) -> None:
    """Paint the sign of a finding at each line of a row in which one begins."""
    x = style.gutter_x - FINDING_OFFSET
    for middle in sorted(finding_heights(shown, row)):
        paint_finding_sign(painter, QPointF(x, y + middle), theme)


def finding_heights(shown: VisibleMarks, row: RowLayout) -> set[float]:
    """Return how far below the top of a row the lines are in which findings begin.

    Where a finding stands on both sides, it is the line of the rewrite.
    """
    heights: dict[int, float] = {}
    for placed in row.every():
        for side, span in placed.spans():
            for start, end, _, number in shown.findings_in(side, span).tolist():
                boxes = placed.boxes(side, Span(start, end))
                is_first = number not in heights or side is Side.REWRITE
                if boxes and is_first and start >= span.start:
                    heights[number] = round(placed.y + boxes[0].center().y())
    return set(heights.values())


def _paint_bracket(
    painter: QPainter, row: RowLayout, y: float, style: PageStyle, theme: Theme
) -> None:
    """Join the paragraphs of a split or a merge: a bracket on each side that has several."""
    painter.setPen(QPen(theme.lines[ViewKind.SPLIT], 1.4))
    middle = style.gutter_x
    spine = QLineF(middle, y + style.line_height, middle, y + row.height - 4)
    painter.drawLine(spine)
    for side in SIDES:
        edge = middle - GUTTER / 2 + 8 if side is Side.ORIGINAL else middle + GUTTER / 2 - 8
        for placed in row.paragraphs[side]:
            half = y + placed.y + style.line_height / 2 + 1
            level = max(half, spine.y1()) if placed.y == 0 else half
            painter.drawLine(QLineF(middle, level, edge, level))


def paint_connectors(
    painter: QPainter,
    shown: VisibleMarks,
    visible: Sequence[tuple[RowLayout, int]],
    style: PageStyle,
    theme: Theme,
) -> None:
    """Join both halves of a moved passage if both are on screen, each move in a lane of its own."""
    pages = shown.pages
    if not pages.is_aligned or not shown.filter.shows(ViewKind.MOVED):
        return
    tops = {row.number: y + style.line_height / 2 for row, y in visible}
    partners = {row.number: pages.rows.row(row.number).partner for row, _ in visible}
    moves = [
        (tops[row.number], tops[partners[row.number]])
        for row, _ in visible
        if partners[row.number] in tops and row.paragraphs[Side.ORIGINAL]
    ]
    left, right = style.gutter_x + BESIDE_SIGN, style.gutter_x + GUTTER / 2 - 6
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(theme.lines[ViewKind.MOVED], 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for (start, end), lane in zip(moves, lanes(moves), strict=True):
        x = right - (lane % MAX_LANES + 1) * LANE_WIDTH
        painter.drawPath(_curve(QPointF(left, start), QPointF(right, end), x, style))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def lanes(moves: Sequence[tuple[float, float]]) -> list[int]:
    """Return for each move, from one height to another, the first lane that is free all the way.

    a >---+        a: lane 0
    b >--+|        b: lane 1
         |+-> a
    c >---+        c: lane 0 again
    """
    taken: list[list[tuple[float, float]]] = []
    found = [0] * len(moves)
    for number in sorted(range(len(moves)), key=lambda n: min(moves[n])):
        upper, lower = sorted(moves[number])
        free = (k for k, spans in enumerate(taken) if all(upper > end for _, end in spans))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((upper, lower))
        found[number] = lane
    return found


def _curve(start: QPointF, end: QPointF, x: float, style: PageStyle) -> QPainterPath:
    """Return a line that leaves and arrives level and runs down its lane between."""
    path = QPainterPath(start)
    bend = min(abs(end.y() - start.y()) / 2, 1.5 * style.line_height)
    down = bend if end.y() > start.y() else -bend
    path.cubicTo(QPointF(x, start.y()), QPointF(x, start.y()), QPointF(x, start.y() + down))
    path.lineTo(QPointF(x, end.y() - down))
    path.cubicTo(QPointF(x, end.y()), QPointF(x, end.y()), end)
    return path


def shown_row_kind(pages: PairView, number: int, chosen: Filter) -> ViewKind | None:
    """Return the kind that the sign of a row shows, None if nothing in it is shown as changed."""
    numbers = pages.changes_at(number)
    table, weights = pages.changes.table[numbers], pages.weights[numbers]
    kinds, is_moved = table[:, ChangeColumn.KIND], table[:, ChangeColumn.KIND] == ViewKind.MOVED
    # What groups whole paragraphs is said by the kind of their row.
    is_here = (kinds != ViewKind.SPLIT) | (table[:, ChangeColumn.LINK] >= 0)
    is_here &= is_moved | (weights >= chosen.weight)
    shown = {kind for kind in ViewKind if chosen.shows(kind)}
    shown |= _kinds(kinds[pages.shown_changes(chosen)[numbers]])
    return row_kind(pages.rows.row(number), _kinds(kinds[is_here]), shown)


def _kinds(column: Table) -> set[ViewKind]:
    return {ViewKind(kind) for kind in column.tolist()}
