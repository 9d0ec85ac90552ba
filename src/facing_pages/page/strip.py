"""The whole pair from top to bottom at the right edge: all changes, and what is on screen.

Each pixel shows which share of the text behind it changed, kind by kind; a kind that is there at
all gets two pixels, so that none is lost. Findings have their sign over it. A click or a drag goes
there.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.painting.finding_sign import SMALL_FINDING_RADIUS, paint_finding_sign
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.overview import Floats, Overview
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.finding_labels import finding_tip
from facing_pages.viewmodel.wording.labels import change_text
from facing_pages.viewmodel.wording.language import tr

# All in pixels and by judgement: the strip, what is left free on either side, and the width of one
# kind and of all kinds together.
STRIP_WIDTH: Final = 22
STRIP_EDGE: Final = 4
MIN_KIND_WIDTH: Final = 2
MIN_TOTAL_WIDTH: Final = 5
# Pixels from a change within which the pointer still means it. By judgement.
MAX_POINTER_DISTANCE: Final = 4
# Pixels between two signs of findings at least. By judgement: half of them overlaps.
FINDING_STEP: Final = 4
_STRONGEST_FIRST: Final = sorted(ViewKind, reverse=True)


class OverviewStrip(QWidget):
    """Draws the changes of a pair over their places."""

    share_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(STRIP_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of all changes"))
        self._theme = theme
        self._pages: PairView | None = None
        self._filter = Filter()
        self._findings: ShownFindings | None = None
        self._overview: Overview | None = None
        self._heights: RowHeights | None = None
        self._visible = (0.0, 1.0)
        self._drawn: QPixmap | None = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._redraw()

    def set_pages(
        self,
        pages: PairView,
        heights: RowHeights | None,
        chosen: Filter,
        findings: ShownFindings | None = None,
    ) -> None:
        """Show the changes and the findings of a pair."""
        known = (self._pages, self._findings, self._filter)
        if known != (pages, findings, chosen) or self._overview is None:
            self._overview = Overview(pages, chosen, findings)
        self._pages, self._findings, self._filter = pages, findings, chosen
        self._heights = heights
        self._redraw()

    def set_visible(self, start: float, end: float) -> None:
        """Frame the part that is on screen, from 0 to 1."""
        if (start, end) != self._visible:
            self._visible = (start, end)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(STRIP_WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of what is on screen, and the changes over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        if self._overview is None or self._heights is None:
            return
        start, end = self._visible
        height = max(8.0, (end - start) * self.height())
        frame = QRectF(1.5, start * self.height(), STRIP_WIDTH - 3, height)
        painter.fillRect(frame, self._theme.page)
        if self._drawn is None:
            self._drawn = self._draw(self._overview, self._heights)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(QPen(self._theme.secondary, 1))
        painter.drawRect(frame.adjusted(0, 0, 0, -1))

    def _draw(self, overview: Overview, heights: RowHeights) -> QPixmap:
        """Return all ticks; the narrow ones of minor changes are chequered."""
        ratio = self.devicePixelRatioF()
        pixels = max(1, round(self.height() * ratio))
        drawn = QPixmap(round(STRIP_WIDTH * ratio), pixels)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        brushes = {kind: QBrush(color) for kind, color in self._theme.lines.items()}
        brushes[ViewKind.MINOR].setStyle(Qt.BrushStyle.Dense4Pattern)
        coverage = overview.coverage(heights.tops, pixels)
        for pixel in np.flatnonzero(coverage.any(axis=1)).tolist():
            self._draw_pixel(painter, pixel / ratio, 1 / ratio, coverage[pixel].tolist(), brushes)
        self._draw_findings(painter, overview.finding_places(heights.tops))
        painter.end()
        return drawn

    def _draw_findings(self, painter: QPainter, places: Floats) -> None:
        """Draw the sign of findings at their places; of those that would hide each other, one."""
        steps = np.unique(np.round(places * self.height() / FINDING_STEP)).tolist()
        for step in steps:
            y = min(
                max(SMALL_FINDING_RADIUS, step * FINDING_STEP), self.height() - SMALL_FINDING_RADIUS
            )
            middle = QPointF(STRIP_WIDTH / 2, y)
            paint_finding_sign(
                painter, middle, self._theme, radius=SMALL_FINDING_RADIUS, edge=self._theme.page
            )

    def _draw_pixel(
        self,
        painter: QPainter,
        y: float,
        height: float,
        shares: list[float],
        brushes: dict[ViewKind, QBrush],
    ) -> None:
        room = float(STRIP_WIDTH - 2 * STRIP_EDGE)
        widths = {k: max(MIN_KIND_WIDTH, shares[k] * room) for k in _STRONGEST_FIRST if shares[k]}
        total = sum(widths.values())
        factor = min(room / total, max(1.0, MIN_TOTAL_WIDTH / total))
        x = float(STRIP_EDGE)
        for kind, width in widths.items():
            painter.fillRect(QRectF(x, y, width * factor, height), brushes[kind])
            x += width * factor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the strip is pressed."""
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def event(self, event: QEvent) -> bool:
        """Name the change under the pointer in a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._text_at(event.pos().y())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: object) -> None:
        """Place the changes again."""
        self._redraw()

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _choose(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        self.share_chosen.emit(max(0.0, min(1.0, share)))

    def _text_at(self, y: int) -> str:
        if self._pages is None or self._overview is None or self._heights is None:
            return ""
        height = max(1, self.height())
        place = (self._heights.tops, y / height, MAX_POINTER_DISTANCE / height)
        finding = self._overview.nearest_finding(*place)
        if finding is not None:
            return finding_tip(self._pages.findings.entry(finding))
        number = self._overview.nearest(*place)
        if number is None:
            return ""
        entry = self._pages.changes.entry(number)
        return f"{entry.kind.glyph} {change_text(self._pages, entry)}"
