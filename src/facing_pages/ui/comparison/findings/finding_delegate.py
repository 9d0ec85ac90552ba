"""How a finding looks in the list: its sign, both wordings, and below them the reason."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facing_pages.page.painting.finding_sign import SMALL_FINDING_RADIUS, paint_finding_sign
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.findings.finding_list_model import (
    LINE_ROLE,
    PARAGRAPH_ROLE,
    WHY_ROLE,
    Index,
)
from facing_pages.viewmodel.findings.finding_lines import FindingLine, LineKind

# Pixels: from the left edge to the words, behind the sign; above and below the two lines; around
# the one line of a heading; and between the reason and the paragraph. By judgement.
_WORDS_LEFT: Final = 24
_PADDING: Final = 5
_HEADING_PADDING: Final = 5
_REASON_GAP: Final = 8
_ALIGNED: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def finding_height(font: QFont) -> int:
    """Return the height of a finding: two lines of text with room around them."""
    return 2 * QFontMetrics(font).height() + 2 * _PADDING


def other_height(font: QFont) -> int:
    """Return the height of a heading or a fold: one line of text with room around it."""
    return max(26, QFontMetrics(font).height() + 2 * _HEADING_PADDING)


class FindingDelegate(QStyledItemDelegate):
    """Paints the lines of the list of findings."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: FindingLine = index.data(LINE_ROLE)
        rect = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver and line.kind is not LineKind.HEADING:
            painter.fillRect(rect, self.theme.current_row)
        if line.finding is None:
            self._paint_line(painter, option, index, line)
        else:
            self._paint_finding(painter, option, index, line)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: FindingLine
    ) -> None:
        """Paint the heading of a severity, or the fold of those set aside."""
        rect, font = QRect(option.rect), QFont(option.font)
        if line.kind is LineKind.HEADING:
            font.setBold(True)
            painter.fillRect(rect, self.theme.chrome)
        painter.setFont(font)
        painter.setPen(self.theme.secondary)
        text = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, rect.width() - 16
        )
        painter.drawText(rect.adjusted(8, 0, -8, 0), _ALIGNED, text)

    def _paint_finding(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: FindingLine
    ) -> None:
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        rect = QRect(option.rect).adjusted(_WORDS_LEFT, _PADDING, -8, -_PADDING)
        upper, lower = QRect(rect), QRect(rect)
        upper.setHeight(metrics.height())
        lower.setTop(upper.bottom() + 1)
        is_aside = line.kind is LineKind.ASIDE
        if not is_aside:
            middle = QPointF(_WORDS_LEFT / 2 + 1, upper.center().y() + 1)
            paint_finding_sign(painter, middle, self.theme, radius=SMALL_FINDING_RADIUS)
        self._write(painter, font, upper, str(index.data()), is_loud=not is_aside)
        place = str(index.data(PARAGRAPH_ROLE))
        room = metrics.horizontalAdvance(place) + _REASON_GAP
        painter.setPen(self.theme.secondary)
        painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        why = lower.adjusted(0, 0, -room, 0)
        self._write(painter, font, why, str(index.data(WHY_ROLE)), is_loud=False)

    def _write(
        self, painter: QPainter, font: QFont, rect: QRect, text: str, *, is_loud: bool
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.text if is_loud else self.theme.secondary)
        metrics = QFontMetrics(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _ALIGNED, elided)
