"""How a change looks in the list: its sign, number and words; below them what stands around it.

≈  12  quiet → silent
       … the lamp was silent when she came …   ¶ 3
≈   ▸  imagery → footage
       5 times · ¶ 3, 7, 12, 19, 23
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facing_pages.marks.listed_changes import ListedChange
from facing_pages.ui.common.eliding_label import draw_elided
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_list_model import (
    AROUND_ROLE,
    ENTRY_ROLE,
    LEAD_ROLE,
    LINE_KIND_ROLE,
    PLACE_ROLE,
)
from facing_pages.ui.comparison.entry_view import (
    EDGE,
    ENTRY_PADDING,
    Index,
    paint_ground,
    paint_heading,
)
from facing_pages.viewmodel.listing.change_lines import ChangeLineKind
from facing_pages.viewmodel.listing.context import Context

# Pixels: from the left edge to the number of a change, behind its sign; to its words behind that;
# how far the places of a repeat are indented; between the words around a change and its paragraph.
# By judgement.
_NUMBER_LEFT: Final = 22
_WORDS_GAP: Final = 8
_INDENT: Final = 10
_PARAGRAPH_GAP: Final = 8
# Share of the free room that the words before a change get, where both sides are long. By
# judgement: who reads from there on wants to know how it goes on.
_BEFORE_SHARE: Final = 0.45
# What Qt sets where it cuts a text off.
_CUT_SIGN: Final = "…"


def words_left(metrics: QFontMetrics) -> int:
    """Return where the words of a change begin, behind its sign and its number."""
    return _NUMBER_LEFT + metrics.horizontalAdvance("0000") + _WORDS_GAP


def from_whole_word(elided: str) -> str:
    """Return words that were cut off at the left without the rest of the word that was cut.

    "…art on " becomes "… on ". Where nothing but that rest is left, it stays: scripts without
    spaces have no other words.
    """
    if not elided.startswith(_CUT_SIGN) or elided.startswith(f"{_CUT_SIGN} "):
        return elided
    words = elided.partition(" ")[2]
    return f"{_CUT_SIGN} {words}" if words else elided


class ChangeDelegate(QStyledItemDelegate):
    """Paints the lines of the list of changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        kind = index.data(LINE_KIND_ROLE)
        if kind is ChangeLineKind.HEADING:
            paint_heading(painter, option, str(index.data()), self.theme)
            return
        painter.save()
        painter.setFont(option.font)
        paint_ground(painter, option, self.theme)
        if kind is ChangeLineKind.SMALL:
            painter.setPen(self.theme.secondary)
            rect = QRect(option.rect).adjusted(EDGE, 0, -EDGE, 0)
            draw_elided(painter, rect, f"{index.data(LEAD_ROLE)} {index.data()}")
        else:
            self._paint_change(painter, option, index, is_place=kind is ChangeLineKind.PLACE)
        painter.restore()

    def _paint_change(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_place: bool
    ) -> None:
        entry: ListedChange = index.data(ENTRY_ROLE)
        metrics = painter.fontMetrics()
        rect = QRect(option.rect).adjusted(0, ENTRY_PADDING, -EDGE, -ENTRY_PADDING)
        upper, lower = QRect(rect), QRect(rect)
        upper.setHeight(metrics.height())
        lower.setTop(upper.bottom() + 1)
        if not is_place:
            self._paint_sign(painter, upper, entry, option.font)
        left = rect.left() + words_left(metrics)
        lead = QRect(upper)
        lead.setRight(left - _WORDS_GAP)
        painter.setPen(self.theme.secondary)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(lead, flags, str(index.data(LEAD_ROLE)))
        for line in (upper, lower):
            line.setLeft(left + (_INDENT if is_place else 0))
        painter.setPen(self.theme.text)
        draw_elided(painter, upper, str(index.data()))
        paragraph = str(index.data(PLACE_ROLE))
        if paragraph:
            painter.setPen(self.theme.secondary)
            painter.drawText(lower, flags, paragraph)
            lower.setRight(lower.right() - metrics.horizontalAdvance(paragraph) - _PARAGRAPH_GAP)
        self._paint_around(painter, lower, index.data(AROUND_ROLE))

    def _paint_sign(self, painter: QPainter, rect: QRect, entry: ListedChange, font: QFont) -> None:
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.theme.lines[entry.kind])
        draw_elided(painter, rect.adjusted(EDGE, 0, 0, 0), entry.kind.glyph)
        painter.setFont(font)

    def _paint_around(self, painter: QPainter, rect: QRect, around: Context) -> None:
        """Write the words around a change in one line, and brighter its own."""
        metrics, mode = painter.fontMetrics(), Qt.TextElideMode
        words = metrics.elidedText(around.words, mode.ElideRight, rect.width())
        room = max(0, rect.width() - metrics.horizontalAdvance(words))
        after = metrics.horizontalAdvance(around.after)
        before_room = int(max(_BEFORE_SHARE * room, room - after))
        before = from_whole_word(metrics.elidedText(around.before, mode.ElideLeft, before_room))
        room -= metrics.horizontalAdvance(before)
        layout = QTextLayout(
            before + words + metrics.elidedText(around.after, mode.ElideRight, room),
            painter.font(),
        )
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        own = QTextLayout.FormatRange()
        own.start, own.length, own.format = len(before), len(words), QTextCharFormat()
        own.format.setForeground(self.theme.text)
        layout.setFormats([own])
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(layout.text()))
        line.setLineWidth(rect.width())
        layout.endLayout()
        painter.setPen(self.theme.secondary)
        layout.draw(painter, QPointF(rect.topLeft()))
