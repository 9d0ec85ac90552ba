"""What is painted beside a paragraph for its form: the bars of quotations, the marks of items."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.ui.common.theme import Theme

# Pixels: how wide a bar is; line heights from the mark of an item to its text. By judgement.
BAR_WIDTH: Final = 2.0
MARKER_DISTANCE: Final = 0.3


def paint_form(painter: QPainter, layout: ParagraphLayout, style: PageStyle, theme: Theme) -> None:
    """Paint what is beside a paragraph; the painter's origin is the paragraph's corner."""
    for x in layout.form.bars:
        bar = QRectF(x - BAR_WIDTH / 2, 0, BAR_WIDTH, layout.height)
        painter.fillRect(_facing(bar, layout, style), theme.border)
    if layout.form.marker:
        _paint_marker(painter, layout, style, theme)


def _paint_marker(
    painter: QPainter, layout: ParagraphLayout, style: PageStyle, theme: Theme
) -> None:
    """Paint the mark of an item beside its first line; a long number reaches into the margin."""
    line, width = layout.first_line, layout.form.first
    right = width - MARKER_DISTANCE * style.line_height
    box = _facing(QRectF(right - width, line.top(), width, line.height()), layout, style)
    side = Qt.AlignmentFlag.AlignRight
    if layout.is_right_to_left:
        side = Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.setFont(style.font)
    painter.setPen(theme.secondary)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, flags | Qt.TextFlag.TextDontClip, layout.form.marker)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _facing(box: QRectF, layout: ParagraphLayout, style: PageStyle) -> QRectF:
    """Return a box measured from where the text begins, as one measured from the left."""
    if not layout.is_right_to_left:
        return box
    return QRectF(style.column_width - box.right(), box.top(), box.width(), box.height())
