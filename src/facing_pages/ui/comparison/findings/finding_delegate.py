"""How a finding looks in the list: its sign, both wordings, and below them the reason."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facing_pages.page.painting.finding_sign import SMALL_FINDING_RADIUS, paint_finding_sign
from facing_pages.ui.common.eliding_label import draw_elided
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.entry_view import (
    EDGE,
    ENTRY_PADDING,
    Index,
    paint_ground,
    paint_heading,
)
from facing_pages.ui.comparison.findings.finding_list_model import (
    LINE_ROLE,
    PARAGRAPH_ROLE,
    WHY_ROLE,
)
from facing_pages.viewmodel.findings.finding_lines import FindingLine, LineKind

# Pixels: from the left edge to the words, behind the sign, and between the reason and the
# paragraph. By judgement.
_WORDS_LEFT: Final = 24
_REASON_GAP: Final = 8


class FindingDelegate(QStyledItemDelegate):
    """Paints the lines of the list of findings."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: FindingLine = index.data(LINE_ROLE)
        if line.kind is LineKind.HEADING:
            paint_heading(painter, option, str(index.data()), self.theme)
            return
        painter.save()
        painter.setFont(option.font)
        paint_ground(painter, option, self.theme)
        if line.kind is LineKind.FOLD:
            painter.setPen(self.theme.secondary)
            rect = QRect(option.rect).adjusted(EDGE, 0, -EDGE, 0)
            draw_elided(painter, rect, str(index.data()))
        else:
            self._paint_finding(painter, option, index, is_aside=line.kind is LineKind.ASIDE)
        painter.restore()

    def _paint_finding(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_aside: bool
    ) -> None:
        metrics = painter.fontMetrics()
        rect = QRect(option.rect).adjusted(_WORDS_LEFT, ENTRY_PADDING, -EDGE, -ENTRY_PADDING)
        upper, lower = QRect(rect), QRect(rect)
        upper.setHeight(metrics.height())
        lower.setTop(upper.bottom() + 1)
        if not is_aside:
            middle = QPointF(_WORDS_LEFT / 2 + 1, upper.center().y() + 1)
            paint_finding_sign(painter, middle, self.theme, radius=SMALL_FINDING_RADIUS)
        painter.setPen(self.theme.secondary if is_aside else self.theme.text)
        draw_elided(painter, upper, str(index.data()))
        place = str(index.data(PARAGRAPH_ROLE))
        room = metrics.horizontalAdvance(place) + _REASON_GAP
        painter.setPen(self.theme.secondary)
        painter.drawText(lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        draw_elided(painter, lower.adjusted(0, 0, -room, 0), str(index.data(WHY_ROLE)))
