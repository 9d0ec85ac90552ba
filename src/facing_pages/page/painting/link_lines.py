"""Sentences lined up for correcting: their numbers, and lines between those that are linked.

A line is solid where the link is sure, dashed where it is likely, dotted where it is doubtful, and
thick where a person set it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from facing_pages.core.model import Side
from facing_pages.marks.row_signs import row_glyph
from facing_pages.page.layout.page_style import GUTTER, PageStyle
from facing_pages.page.layout.placed import PlacedParagraph
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.page.painting.gutter import shown_row_kind
from facing_pages.page.painting.highlights import Highlights, Pull
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.pair_view import SIDES, PairView, SetBy
from facing_pages.viewmodel.visible_marks import VisibleMarks
from facing_pages.viewmodel.wording.labels import LIKELY, SURE
from facing_pages.viewmodel.wording.language import number

# Lengths of dash and gap of a likely and of a doubtful link, in widths of the line. By judgement.
_LIKELY_DASHES: Final = (4.0, 3.0)
_DOUBTFUL_DOTS: Final = (1.0, 2.5)
# Pixels: the width of a link that a person set, or pulls; well above the 1.3 of the others. By
# judgement.
PERSON_WIDTH: Final = 2.4
# Pixels between the text and the end of a line. By judgement.
CLEARANCE: Final = 6.0
# Pixels around the middle of the gutter that belong to the sign of what changed, and pixels on
# either side of a number that is brought out. By judgement.
SIGN_RADIUS: Final = 10.0
TAB_PADDING: Final = 5.0
# Pixels between the number of a sentence and its text, where the bar of a whole unit stands. By
# judgement.
BESIDE_BAR: Final = 16.0


def paint_links(
    painter: QPainter, shown: VisibleMarks, row: RowLayout, y: float, style: PageStyle, theme: Theme
) -> None:
    """Join the sentences of a row that belong together, below the sign of what changed."""
    pages = shown.pages
    if row.folded or not pages.is_aligned:
        return
    entry = pages.rows.row(row.number)
    kind = shown_row_kind(pages, row.number, shown.filter)
    if entry.original.length and entry.rewrite.length:
        pen = _pen(pages, row.number, theme)
        _paint_lines(painter, row, y, style, pen, SIGN_RADIUS if kind is not None else 0.0)
    if kind is None:
        return
    font = QFont(style.note_font)
    font.setBold(True)
    painter.setFont(font)
    box = QRectF(style.gutter_x - 9, y, 18, style.line_height)
    painter.setPen(theme.lines[kind])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row_glyph(entry.kind, kind))


def paint_numbers(
    painter: QPainter,
    pages: PairView,
    row: RowLayout,
    y: float,
    style: PageStyle,
    theme: Theme,
    highlights: Highlights,
) -> None:
    """Write the number of each sentence before it; those chosen are brought out."""
    entry = pages.rows.row(row.number)
    painter.setFont(style.note_font)
    for side in SIDES:
        first = entry.paragraphs(side).start
        chosen = highlights.chosen_on(side)
        for k, placed in enumerate(row.paragraphs[side]):
            span = pages.text(side).paragraph_span(first + k)
            is_chosen = chosen is not None and chosen.start <= span.start < chosen.end
            box = number_box(style, placed, y)
            _write_number(painter, number(first + k + 1), box, theme, is_chosen=is_chosen)


def paint_bookmarks(
    painter: QPainter,
    row: RowLayout,
    y: float,
    style: PageStyle,
    theme: Theme,
    highlights: Highlights,
) -> None:
    """Draw a ribbon at the outer edge of each sentence with a bookmark."""
    for placed in row.every():
        for side, position in highlights.bookmarks:
            box = placed.caret_box(side, position) if placed.holds(side, position) else None
            if box is not None:
                _paint_ribbon(painter, placed.column, y + placed.y + box.top(), style, theme)


def paint_pull(painter: QPainter, pull: Pull, theme: Theme) -> None:
    """Draw a line from a sentence held by its number to the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(theme.focus, PERSON_WIDTH))
    painter.drawLine(pull.start, pull.end)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def number_box(style: PageStyle, placed: PlacedParagraph, y: float) -> QRectF:
    """Return where the number of a sentence stands; its row's top is at `y`."""
    right = style.column_x(placed.column) - BESIDE_BAR
    left = right - style.number_width + BESIDE_BAR
    return QRectF(left, y + placed.y, right - left, style.line_height)


def _write_number(
    painter: QPainter, text: str, box: QRectF, theme: Theme, *, is_chosen: bool
) -> None:
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if not is_chosen:
        painter.setPen(theme.secondary)
        painter.drawText(box, flags, text)
        return
    width = painter.fontMetrics().horizontalAdvance(text)
    tab = QRectF(box.right() - width - TAB_PADDING, box.top() + 3, width + 2 * TAB_PADDING, 0)
    tab.setBottom(box.bottom() - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.focus)
    painter.drawRoundedRect(tab, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(theme.page)
    painter.drawText(box, flags, text)


def _pen(pages: PairView, row: int, theme: Theme) -> QPen:
    first = pages.rows.row(row).original.start
    entry = pages.rows.link(pages.link_of(Side.ORIGINAL, first))
    if entry.set_by is SetBy.PERSON:
        return QPen(theme.focus, PERSON_WIDTH)
    pen = QPen(QColor(theme.secondary), 1.3)
    if entry.confidence < SURE:
        pen.setDashPattern(_LIKELY_DASHES if entry.confidence >= LIKELY else _DOUBTFUL_DOTS)
        pen.setWidthF(1.8)
    return pen


def _paint_lines(
    painter: QPainter, row: RowLayout, y: float, style: PageStyle, pen: QPen, clear: float
) -> None:
    """Draw a fan from the middle of the gutter, clear of its sign, to each first line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen)
    half = style.line_height / 2
    middle = QPointF(style.gutter_x, y + half)
    edges = {
        Side.ORIGINAL: style.gutter_x - GUTTER / 2 + CLEARANCE,
        Side.REWRITE: style.gutter_x + GUTTER / 2 - CLEARANCE,
    }
    for side, edge in edges.items():
        for placed in row.paragraphs[side]:
            line = QLineF(middle, QPointF(edge, y + placed.y + half))
            line.setP1(line.pointAt(clear / line.length()))
            painter.drawLine(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_ribbon(
    painter: QPainter, column: Side, y: float, style: PageStyle, theme: Theme
) -> None:
    if column is Side.ORIGINAL or len(style.columns) == 1:
        x = style.column_x(column) - style.number_width - 18
    else:
        x = style.column_x(column) + style.column_width + 8
    top, bottom = y + 2, y + style.line_height - 4
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.focus)
    painter.drawPolygon(
        [
            QPointF(x, top),
            QPointF(x + 9, top),
            QPointF(x + 9, bottom),
            QPointF(x + 4.5, bottom - 5),
            QPointF(x, bottom),
        ]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
