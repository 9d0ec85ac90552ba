"""The line that a fold is opened at, and closed again.

------ 24 unchanged paragraphs ▸ ------          over the page
-- 7 sentences left out ▸ --                     in the column of the side that has them
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.placed import FoldLine
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.folding.row_sentences import LackingRun
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.labels import left_out_text, unchanged_text

# Pixels between the words and the rules beside them, by judgement.
WORD_SPACE: Final = 12
_FOLD_KINDS: Final = {Side.ORIGINAL: ViewKind.REMOVED, Side.REWRITE: ViewKind.ADDED}


def paint_fold(
    painter: QPainter,
    pages: PairView,
    fold: FoldLine,
    y: float,
    band: QRectF,
    style: PageStyle,
    theme: Theme,
) -> None:
    """Paint the line of a fold in a row whose top is at `y`."""
    sign = "▾" if fold.is_open else "▸"
    text = f"{sign} {fold_words(pages, fold, sentences=style.mode is Mode.ALIGN)}"
    room = fold_room(fold, y, band, style)
    painter.setFont(style.note_font)
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * WORD_SPACE
    center, middle = room.center().x(), room.center().y()
    painter.setPen(QPen(theme.border, 1))
    painter.drawLine(QLineF(room.left(), middle, center - width / 2, middle))
    painter.drawLine(QLineF(center + width / 2, middle, room.right(), middle))
    painter.setPen(theme.secondary if fold.is_unchanged else theme.lines[_FOLD_KINDS[fold.side]])
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def fold_room(fold: FoldLine, y: float, band: QRectF, style: PageStyle) -> QRectF:
    """Return where the line of a fold stands in a row whose top is at `y`."""
    left, right = style.column_x(fold.side), style.column_x(fold.side) + style.column_width
    if fold.is_unchanged:
        left, right = style.original_x, style.rewrite_x + style.column_width
    left, right = max(band.left(), left), min(band.right(), right)
    return QRectF(left, y + fold.y, right - left, style.line_height)


def fold_words(pages: PairView, fold: FoldLine, *, sentences: bool = False) -> str:
    """Return what the line of a fold says; of sentences where each has a row."""
    if fold.is_unchanged:
        return unchanged_text(fold.count, sentences=sentences)
    return left_out_text(pages, LackingRun(fold.side, fold.span, fold.count, fold.unit))
