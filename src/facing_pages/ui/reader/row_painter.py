"""One row on the page: tints, marks, both texts, the notes in empty cells and the gutter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.ui.reader.mark_painter import (
    draw_line,
    mark_boxes,
    paint_fills,
    paint_frame,
    paint_lines,
    paint_spans,
)
from facing_pages.ui.reader.page_style import GUTTER, PageStyle
from facing_pages.ui.reader.row_layouts import PlacedParagraph, RowLayout
from facing_pages.ui.reader.selection import Selection
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.kinds import (
    KIND_OF_STYLE,
    LINE_OF_STYLE,
    MERGED_GLYPH,
    Line,
    MarkStyle,
    ViewKind,
)
from facing_pages.viewmodel.labels import empty_cell_text
from facing_pages.viewmodel.pages import SIDES, Pages, Row, Table

# Pixels from the text to the bar beside a whole unit.
BAR_DISTANCE: Final = 9.0
_GROUPED: Final = (LinkKind.SPLIT, LinkKind.MERGED, LinkKind.REGROUPED)
_BAR_STYLES: Final = (MarkStyle.WHOLE_REMOVED, MarkStyle.WHOLE_ADDED, MarkStyle.WHOLE_REWORDED)


@dataclass(frozen=True)
class Emphasis:
    """What is drawn over the plain page: where the reader is, points and has selected."""

    row: int | None = None
    change: int | None = None
    framed: tuple[tuple[Side, Span], ...] = ()
    selection: Selection | None = None


class RowPainter:
    """Paints rows of one pair in one theme."""

    def __init__(self, pages: Pages, style: PageStyle, theme: Theme, chosen: Filter) -> None:
        self._pages = pages
        self._style = style
        self._theme = theme
        self._shown_styles = frozenset(
            style_number
            for style_number in MarkStyle
            if style_number is not MarkStyle.NONE and chosen.shows(_kind(style_number))
        )
        self._filter = chosen

    def paint(
        self, painter: QPainter, row: RowLayout, y: float, width: float, emphasis: Emphasis
    ) -> None:
        """Paint a row whose top is at `y`."""
        theme = self._theme
        if emphasis.row == row.number:
            tint = QRectF(0, y - 6, width, row.height + 12)
            painter.fillRect(tint, theme.current_row)
        entry = self._pages.rows.row(row.number)
        for placed in row.every():
            self._paint_paragraph(painter, placed, y, emphasis)
        for side in SIDES:
            if not row.paragraphs[side]:
                self._paint_note(painter, row.number, side, y)
        self._paint_gutter(painter, row, entry, y)

    def _paint_paragraph(
        self, painter: QPainter, placed: PlacedParagraph, y: float, emphasis: Emphasis
    ) -> None:
        origin = QPointF(self._style.column_x(placed.side), y + placed.y)
        marks = self._marks(placed)
        paint_fills(painter, placed, marks, self._theme, origin)
        selection = emphasis.selection
        if selection is not None and selection.side is placed.side:
            paint_spans(painter, placed, [selection.span], self._theme.selection, origin)
        painter.setPen(self._theme.text)
        placed.layout.layout.draw(painter, origin)
        paint_lines(painter, placed, marks, self._theme, origin)
        self._paint_bars(painter, placed, marks, origin)
        self._paint_frames(painter, placed, emphasis, origin)

    def _marks(self, placed: PlacedParagraph) -> Table:
        span = Span(placed.start, placed.start + len(placed.layout.text))
        marks = self._pages.marks[placed.side].within(span)
        keep = [style in self._shown_styles for style in marks[:, 2].tolist()]
        return marks[keep] if len(marks) else marks

    def _paint_bars(
        self, painter: QPainter, placed: PlacedParagraph, marks: Table, origin: QPointF
    ) -> None:
        """Draw a bar beside units that are new, gone, rewritten or moved as a whole."""
        outer = -BAR_DISTANCE if placed.side is Side.ORIGINAL else self._style.column_width
        x = origin.x() + outer + (0 if placed.side is Side.ORIGINAL else BAR_DISTANCE)
        for start, end, number, _ in marks.tolist():
            style = MarkStyle(number)
            if style not in _BAR_STYLES and style is not MarkStyle.MOVED:
                continue
            boxes = mark_boxes(placed, start, end)
            if boxes:
                shift = 4.0 if style is MarkStyle.MOVED else 0.0
                bar_x = x - shift if placed.side is Side.ORIGINAL else x + shift
                line = QLineF(
                    bar_x, origin.y() + boxes[0].top(), bar_x, origin.y() + boxes[-1].bottom()
                )
                draw_line(painter, line, LINE_OF_STYLE[style], self._theme.lines[_kind(style)])

    def _paint_frames(
        self, painter: QPainter, placed: PlacedParagraph, emphasis: Emphasis, origin: QPointF
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for side, span in emphasis.framed:
            if side is placed.side:
                paint_frame(painter, placed, span, QPen(self._theme.secondary, 1), origin)
        if emphasis.change is not None:
            entry = self._pages.changes.entry(emphasis.change)
            span_here = entry.span(placed.side)
            if span_here is not None and entry.style is not MarkStyle.NONE:
                paint_frame(painter, placed, span_here, QPen(self._theme.focus, 2), origin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_note(self, painter: QPainter, row: int, side: Side, y: float) -> None:
        note = empty_cell_text(self._pages, row, side)
        if not note:
            return
        font = QFont(self._style.note_font)
        font.setItalic(True)
        painter.setFont(font)
        painter.setPen(self._theme.secondary)
        box = QRectF(
            self._style.column_x(side), y, self._style.column_width, self._style.line_height
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, note)

    def _paint_gutter(self, painter: QPainter, row: RowLayout, entry: Row, y: float) -> None:
        """Draw the sign of the row's strongest kind, a line over its height, and its bracket."""
        if not self._pages.is_aligned:
            return
        kind = row_kind(self._pages, entry, row.number, self._filter)
        if kind is None:
            return
        color = self._theme.lines[kind]
        x = self._style.gutter_x
        size = self._style.line_height * 0.62
        font = QFont(self._style.note_font)
        font.setPixelSize(max(8, round(size)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(color)
        sign = QRectF(x - GUTTER / 2, y, GUTTER, self._style.line_height)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, row_glyph(entry, kind))
        top, bottom = y + self._style.line_height, y + row.height
        if entry.kind in _GROUPED and self._filter.shows(ViewKind.SPLIT):
            self._paint_bracket(painter, row, y)
        elif bottom - top > 6:
            draw_line(painter, QLineF(x, top, x, bottom), _gutter_line(kind), color)

    def _paint_bracket(self, painter: QPainter, row: RowLayout, y: float) -> None:
        """Join the paragraphs of a split or a merge: a bracket on each side that has several."""
        painter.setPen(QPen(self._theme.lines[ViewKind.SPLIT], 1.4))
        middle = self._style.gutter_x
        spine = QLineF(middle, y + self._style.line_height, middle, y + row.height - 4)
        painter.drawLine(spine)
        for side in SIDES:
            edge = middle - GUTTER / 2 + 8 if side is Side.ORIGINAL else middle + GUTTER / 2 - 8
            for placed in row.paragraphs[side]:
                half = y + placed.y + self._style.line_height / 2 + 1
                level = max(half, spine.y1()) if placed.y == 0 else half
                painter.drawLine(QLineF(middle, level, edge, level))


def row_kind(pages: Pages, entry: Row, number: int, chosen: Filter) -> ViewKind | None:
    """Return the strongest shown kind of a row, None if nothing in it is shown as changed."""
    if entry.partner >= 0:
        return ViewKind.MOVED if chosen.shows(ViewKind.MOVED) else None
    alone = {LinkKind.REMOVED: ViewKind.REMOVED, LinkKind.ADDED: ViewKind.ADDED}
    if entry.kind in alone:
        return alone[entry.kind] if chosen.shows(alone[entry.kind]) else None
    if entry.kind in _GROUPED and chosen.shows(ViewKind.SPLIT):
        return ViewKind.SPLIT
    table = pages.changes.table
    first = int(table[:, 6].searchsorted(number))
    last = int(table[:, 6].searchsorted(number + 1))
    kinds = {ViewKind(kind) for kind in table[first:last, 0].tolist()}
    shown = [kind for kind in kinds if chosen.shows(kind)]
    if len(kinds & {ViewKind.ADDED, ViewKind.REMOVED, ViewKind.REWORDED}) > 0 and shown:
        # Words come and go in any rewording: only a whole row is called added or removed.
        return ViewKind.MOVED if ViewKind.MOVED in shown else ViewKind.REWORDED
    return max(shown, default=None)


def row_glyph(entry: Row, kind: ViewKind) -> str:
    """Return the sign a row gets in the gutter."""
    if kind is ViewKind.SPLIT and entry.kind is LinkKind.MERGED:
        return MERGED_GLYPH
    return kind.glyph


def _gutter_line(kind: ViewKind) -> Line:
    shapes = {
        ViewKind.REMOVED: Line.DASHES,
        ViewKind.ADDED: Line.SOLID,
        ViewKind.MOVED: Line.DOUBLE,
        ViewKind.REWORDED: Line.DOTS,
    }
    return shapes.get(kind, Line.THIN_DOTS)


def _kind(style: MarkStyle) -> ViewKind:
    return KIND_OF_STYLE[style]
