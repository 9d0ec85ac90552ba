"""One row on the page: tints, marks, both texts and the notes in empty cells."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import KIND_OF_STYLE, LINE_OF_STYLE, MarkStyle
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.placed import FoldLine, PlacedParagraph
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.page.painting.fold_painter import fold_room, paint_fold
from facing_pages.page.painting.form_painter import paint_form
from facing_pages.page.painting.highlights import Highlights
from facing_pages.page.painting.link_lines import paint_bookmarks, paint_numbers
from facing_pages.page.painting.mark_painter import (
    PreparedMarks,
    draw_line,
    paint_frame,
    paint_span,
    paint_unit_frame,
)
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES, Table
from facing_pages.viewmodel.table_columns import MarkColumn
from facing_pages.viewmodel.visible_marks import VisibleMarks
from facing_pages.viewmodel.wording.labels import empty_cell_text

# Pixels from the text to the bar beside a whole unit, and the width of the caret; by judgement.
BAR_DISTANCE: Final = 9.0
CARET_WIDTH: Final = 2.0
# Pixels: the width of the bar beside a long finding, wider than that of a change. By judgement.
FINDING_BAR_WIDTH: Final = 4.0
# Paragraphs whose marks are kept prepared: several screens full. By judgement.
MAX_PREPARED: Final = 300
# Old words that are set into the rewrite and only struck through: their mark is the new words'.
_STRUCK_ONLY: Final = (
    MarkStyle.REWORDED,
    MarkStyle.LIGHT_REWORDED,
    MarkStyle.FORM,
    MarkStyle.WHOLE_REWORDED,
    MarkStyle.MOVED,
)


class RowPainter:
    """Paints rows of one pair in one theme."""

    def __init__(self, shown: VisibleMarks, style: PageStyle, theme: Theme) -> None:
        self._shown = shown
        self._style = style
        self._theme = theme
        self._prepared_marks: dict[int, tuple[PlacedParagraph, PreparedMarks]] = {}

    def is_for(self, shown: VisibleMarks, style: PageStyle, theme: Theme) -> bool:
        """Tell whether this paints these marks in this style and theme."""
        return self._shown is shown and self._style is style and self._theme is theme

    def paint(
        self, painter: QPainter, row: RowLayout, y: float, band: QRectF, highlights: Highlights
    ) -> None:
        """Paint a row whose top is at `y`; `band` is as wide as what belongs to it."""
        if highlights.row == row.number and not row.folded:
            tint = QRectF(band.left(), y - 6, band.width(), row.height + 12)
            painter.fillRect(tint, self._theme.current_row)
        for fold in row.folds:
            paint_fold(painter, self._shown.pages, fold, y, band, self._style, self._theme)
            if highlights.caret is not None and self._is_on_fold(row, fold, *highlights.caret):
                frame = fold_room(fold, y, band, self._style).adjusted(-3, 1, 3, -1)
                painter.setPen(QPen(self._theme.focus, CARET_WIDTH))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(frame)
        if row.folded:
            return
        for placed in row.every():
            self._paint_paragraph(painter, placed, y, highlights)
        if highlights.bookmarks:
            paint_bookmarks(painter, row, y, self._style, self._theme, highlights)
        if self._style.mode is Mode.ALIGN:
            self._paint_ruling(painter, row, y, band, highlights)
        if self._style.mode.has_rows:
            for side in SIDES:
                if not row.paragraphs[side]:
                    self._paint_note(painter, row.number, side, y)
        elif self._style.mode is Mode.ONE_COLUMN:
            self._paint_note_below(painter, row, y)

    def _is_on_fold(self, row: RowLayout, fold: FoldLine, side: Side, position: int) -> bool:
        """Tell whether a caret stands on the line of a closed fold."""
        if fold.is_open or not fold.is_unchanged:
            return not fold.is_open and fold.holds(side, position)
        number = self._shown.pages.row_of(side, self._shown.pages.text(side).paragraph_at(position))
        return row.number <= number < row.number + row.folded

    def _paint_ruling(
        self, painter: QPainter, row: RowLayout, y: float, band: QRectF, highlights: Highlights
    ) -> None:
        """Draw the number of each sentence and a hair line below the row."""
        pages, style = self._shown.pages, self._style
        paint_numbers(painter, pages, row, y, style, self._theme, highlights)
        below = y + row.height + style.paragraph_gap / 2
        painter.setPen(QPen(self._theme.border, 0.6))
        left = style.original_x - style.number_width
        right = style.rewrite_x + style.column_width
        painter.drawLine(QLineF(max(left, band.left()), below, right, below))

    def _paint_paragraph(
        self, painter: QPainter, placed: PlacedParagraph, y: float, highlights: Highlights
    ) -> None:
        theme = self._theme
        origin = QPointF(self._style.column_x(placed.column), y + placed.y)
        marks = self._prepared(placed)
        painter.translate(origin)
        marks.paint_fills(painter)
        self._paint_found(painter, placed, highlights)
        selection = highlights.selection
        if selection is not None:
            paint_span(painter, placed, selection.side, selection.span, theme.selection)
        paint_form(painter, placed.layout, self._style, theme)
        painter.setPen(theme.text)
        placed.layout.draw(painter, QPointF(0, 0))
        marks.paint_lines(painter)
        self._paint_whole_units(painter, placed, marks)
        self._paint_frames(painter, placed, highlights)
        self._paint_caret(painter, placed, highlights)
        painter.translate(-origin)

    def _prepared(self, placed: PlacedParagraph) -> PreparedMarks:
        """Return the marks of a paragraph, found when it is painted first."""
        known = self._prepared_marks.get(id(placed))
        if known is not None and known[0] is placed:
            return known[1]
        if len(self._prepared_marks) >= MAX_PREPARED:
            self._prepared_marks.clear()
        prepared = PreparedMarks(
            placed, self.marks(placed), self._theme, self._finding_spans(placed)
        )
        self._prepared_marks[id(placed)] = (placed, prepared)
        return prepared

    def marks(self, placed: PlacedParagraph) -> list[tuple[Side, Table]]:
        """Return the marks shown in a paragraph by side; none where one text is read alone."""
        if self._style.mode.is_clean:
            return []
        found: list[tuple[Side, Table]] = []
        for side in SIDES:
            spans = [span for s, span in placed.spans() if s is side]
            if spans:
                whole = Span(min(span.start for span in spans), max(span.end for span in spans))
                table = self._shown.marks[side].within(whole)
                is_set_in = any(piece.side is Side.REWRITE for piece in placed.pieces)
                if is_set_in and side is Side.ORIGINAL:
                    table = table[~np.isin(table[:, MarkColumn.STYLE], _STRUCK_ONLY)]
                found.append((side, table))
        return found

    def _finding_spans(self, placed: PlacedParagraph) -> list[tuple[Side, Span]]:
        """Return where the findings of a paragraph stand; none where one text is read alone."""
        if self._style.mode.is_clean:
            return []
        return [
            (side, Span(*found))
            for side, span in placed.spans()
            for found in self._shown.findings_in(side, span)[:, :2].tolist()
        ]

    def _paint_found(
        self, painter: QPainter, placed: PlacedParagraph, highlights: Highlights
    ) -> None:
        if highlights.found is None:
            return
        for side, span in placed.spans():
            for hit, is_current in highlights.hits_in(side, span):
                paint_span(painter, placed, side, hit, self._theme.hit)
                if is_current:
                    paint_frame(painter, placed, side, hit, QPen(self._theme.focus, 2))

    def _paint_whole_units(
        self, painter: QPainter, placed: PlacedParagraph, marks: PreparedMarks
    ) -> None:
        """Draw a bar beside units that are new, gone, rewritten or moved, and long findings."""
        for side, span, top, bottom in marks.long_findings:
            x = -BAR_DISTANCE if side is Side.ORIGINAL else self._style.column_width + BAR_DISTANCE
            bar = QRectF(x - FINDING_BAR_WIDTH / 2, top, FINDING_BAR_WIDTH, bottom - top)
            painter.fillRect(bar, self._theme.finding)
            if not self._theme.has_fills:
                paint_frame(painter, placed, side, span, QPen(self._theme.finding, 1))
        for style, side, span, top, bottom in marks.wholes:
            is_original = side is Side.ORIGINAL
            x = -BAR_DISTANCE if is_original else self._style.column_width + BAR_DISTANCE
            if style is MarkStyle.MOVED:
                x += -4.0 if is_original else 4.0
            color = self._theme.lines[KIND_OF_STYLE[style]]
            line = QLineF(x, top, x, bottom)
            draw_line(painter, line, LINE_OF_STYLE[style], color, self._theme.line_width)
            if not self._theme.has_fills:
                paint_unit_frame(painter, placed, side, span, style, self._theme)

    def _paint_frames(
        self, painter: QPainter, placed: PlacedParagraph, highlights: Highlights
    ) -> None:
        pen = QPen(self._theme.secondary, 1)
        for side, span in highlights.framed:
            paint_frame(painter, placed, side, span, pen)
        if self._style.mode is Mode.ALIGN:
            for side, span in highlights.chosen:
                chosen = QPen(self._theme.focus, 1.4, Qt.PenStyle.DashLine)
                paint_frame(painter, placed, side, span, chosen)
        for side, span in self._current_spans(highlights):
            paint_frame(painter, placed, side, span, QPen(self._theme.focus, 2))

    def _current_spans(self, highlights: Highlights) -> list[tuple[Side, Span]]:
        """Return where the current finding stands, or else the current change."""
        if highlights.finding is not None and self._shown.findings is not None:
            finding = self._shown.findings.entry(highlights.finding)
            return [(s, span) for s in SIDES if (span := finding.span(s)) is not None]
        if highlights.change is None:
            return []
        entry = self._shown.pages.changes.entry(highlights.change)
        if entry.style is MarkStyle.NONE:
            return []
        return [(s, span) for s in SIDES if (span := entry.span(s)) is not None]

    def _paint_caret(
        self, painter: QPainter, placed: PlacedParagraph, highlights: Highlights
    ) -> None:
        if highlights.caret is None:
            return
        box = placed.caret_box(*highlights.caret)
        if box is not None:
            box.setWidth(CARET_WIDTH)
            painter.fillRect(box, self._theme.focus)

    def _paint_note(self, painter: QPainter, row: int, side: Side, y: float) -> None:
        note = empty_cell_text(self._shown.pages, row, side)
        box = QRectF(
            self._style.column_x(side), y, self._style.column_width, self._style.line_height
        )
        self._write_note(painter, note, box)

    def _paint_note_below(self, painter: QPainter, row: RowLayout, y: float) -> None:
        """Say below a paragraph that moved where its other half is."""
        entry = self._shown.pages.rows.row(row.number)
        if self._shown.pages.counterpart(row.number) is None:
            return
        side = Side.REWRITE if entry.original.length else Side.ORIGINAL
        note = empty_cell_text(self._shown.pages, row.number, side)
        height = max(self._style.paragraph_gap, 12)
        x, width = self._style.column_x(side), self._style.column_width
        self._write_note(painter, note, QRectF(x, y + row.height, width, height))

    def _write_note(self, painter: QPainter, note: str, box: QRectF) -> None:
        font = QFont(self._style.note_font)
        font.setItalic(True)
        painter.setFont(font)
        painter.setPen(self._theme.secondary)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, note)
