"""The whole pair from top to bottom at the right edge, and what of it is on screen.

The track of the original is on the left, that of the rewrite on the right. A block is as high as
its text is long, and as much of its width is inked as changed there. Between the tracks, findings
have their sign, and lines join both places of what moved. Chapters have ticks at the outer edges,
where places that were found are marked too. A click or a drag goes there.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.pair_map import Floats, shown_chapters
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.painting.finding_sign import SMALL_FINDING_RADIUS, paint_finding_sign
from facing_pages.page.painting.track_image import track_image
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.overview import Overview, Pointed
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.search import NO_HITS, SearchHits
from facing_pages.viewmodel.wording.finding_labels import finding_tip
from facing_pages.viewmodel.wording.labels import change_text
from facing_pages.viewmodel.wording.language import tr

# All in pixels and by judgement: the strip, its outer edges, and the room between the tracks.
STRIP_WIDTH: Final = 48
STRIP_EDGE: Final = 5
STRIP_GAP: Final = 10
TRACK_WIDTH: Final = (STRIP_WIDTH - STRIP_GAP) // 2 - STRIP_EDGE
TRACK_LEFT: Final = {Side.ORIGINAL: STRIP_EDGE, Side.REWRITE: STRIP_EDGE + TRACK_WIDTH + STRIP_GAP}
# Pixels from a change within which the pointer still means it. By judgement.
MAX_POINTER_DISTANCE: Final = 4
# Pixels between two signs of findings at least: they do not hide each other.
FINDING_STEP: Final = 10
# The radius of the sign of one finding where another place has many, in parts of the full one.
MIN_SIGN: Final = 0.55
# Pixels between two chapters at least, and between the ends of two lines that show moves; and the
# most lines. By judgement: beyond that, nobody can follow one.
CHAPTER_STEP: Final = 8
MOVE_STEP: Final = 4
MAX_MOVES: Final = 80
# Pixels: a mark of a place that was found.
HIT_SIZE: Final = QSize(STRIP_EDGE + 3, 3)


class OverviewStrip(QWidget):
    """Draws both texts of a pair with their changes, from top to bottom."""

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
        self._found = NO_HITS
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

    def set_found(self, found: SearchHits) -> None:
        """Mark the places that were found."""
        if found is not self._found:
            self._found = found
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
        """Draw what is on screen as a page, both tracks over it, and its frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        if self._overview is None or self._heights is None:
            return
        start, end = self._visible
        height = max(8.0, (end - start) * self.height())
        frame = QRectF(0, round(start * self.height()), STRIP_WIDTH, round(height))
        painter.fillRect(frame, self._theme.page)
        if self._drawn is None:
            self._drawn = self._draw(self._overview, self._heights)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(QPen(self._theme.secondary, self._theme.line_width / 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _draw(self, overview: Overview, heights: RowHeights) -> QPixmap:
        """Return everything but the frame."""
        ratio = self.devicePixelRatioF()
        lines = max(1, round(self.height() * ratio))
        drawn = QPixmap(round(STRIP_WIDTH * ratio), lines)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        for side in SIDES:
            image = track_image(
                overview.blocks(side, heights.tops, lines),
                self._theme,
                round(TRACK_WIDTH * ratio),
                ratio=ratio,
                is_mirrored=side is Side.ORIGINAL,
            )
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(TRACK_LEFT[side], 0), image)
        self._draw_chapters(painter, overview, heights)
        self._draw_moves(painter, overview, heights)
        self._draw_hits(painter, overview, heights)
        self._draw_findings(painter, overview.finding_places(heights.tops))
        painter.end()
        return drawn

    def _draw_chapters(self, painter: QPainter, overview: Overview, heights: RowHeights) -> None:
        """Cut the blocks where a chapter begins, and draw a tick beside each track."""
        chapters = shown_chapters(overview.map.chapters, self.height() // CHAPTER_STEP)
        top_level = min((chapter.level for chapter in chapters), default=0)
        for chapter in chapters:
            y = round(float(heights.tops[chapter.row]) / max(1, heights.total) * self.height())
            length = STRIP_EDGE - 1 if chapter.level == top_level else STRIP_EDGE - 3
            for side in SIDES:
                left = TRACK_LEFT[side]
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.fillRect(left, y, TRACK_WIDTH, 1, Qt.GlobalColor.transparent)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                x = left - length if side is Side.ORIGINAL else left + TRACK_WIDTH
                painter.fillRect(x, y, length, 1, self._theme.secondary)

    def _draw_moves(self, painter: QPainter, overview: Overview, heights: RowHeights) -> None:
        """Draw a line from the old place of what moved to the new one, the longest moves first."""
        places = overview.move_places(heights.tops)
        ends = np.column_stack((places.original, places.rewrite)) * self.height()
        ends = np.unique(np.round(ends / MOVE_STEP), axis=0) * MOVE_STEP
        longest = np.argsort(-np.abs(ends[:, 0] - ends[:, 1]), kind="stable")[:MAX_MOVES]
        left, right = TRACK_LEFT[Side.REWRITE] - STRIP_GAP, TRACK_LEFT[Side.REWRITE]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self._theme.lines[ViewKind.MOVED], 1))
        for start, end in ends[longest].tolist():
            path = QPainterPath(QPointF(left, start))
            path.cubicTo(QPointF(right, start), QPointF(left, end), QPointF(right, end))
            painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_hits(self, painter: QPainter, overview: Overview, heights: RowHeights) -> None:
        """Mark the places that were found, at the outer edge of their track."""
        for side in SIDES:
            places = overview.hit_places(self._found, side, heights.tops) * self.height()
            x = 0 if side is Side.ORIGINAL else STRIP_WIDTH - HIT_SIZE.width()
            marks = [
                QRectF(x, y - HIT_SIZE.height() // 2, HIT_SIZE.width(), HIT_SIZE.height())
                for y in np.unique(np.round(places)).tolist()
            ]
            for mark in marks:
                painter.fillRect(mark.adjusted(0, -1, 0, 1), self._theme.text)
            for mark in marks:
                painter.fillRect(mark, self._theme.hit)

    def _draw_findings(self, painter: QPainter, places: Floats) -> None:
        """Draw the sign of findings at their places; of several close by, one that is larger."""
        steps, counts = np.unique(
            np.round(places * self.height() / FINDING_STEP), return_counts=True
        )
        sizes = np.maximum(MIN_SIGN, np.sqrt(counts / max(counts, default=1)))
        for step, size in zip(steps.tolist(), sizes.tolist(), strict=True):
            radius = SMALL_FINDING_RADIUS
            y = min(max(radius, step * FINDING_STEP), self.height() - radius)
            paint_finding_sign(
                painter,
                QPointF(STRIP_WIDTH / 2, y),
                self._theme,
                radius=radius * size,
                edge=self._theme.page,
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the strip is pressed."""
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def event(self, event: QEvent) -> bool:
        """Name what is under the pointer in a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._text_at(event.pos())
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

    def _text_at(self, point: QPoint) -> str:
        """Return what is at a point: a finding, a change of that track, and the chapter."""
        if self._pages is None or self._overview is None or self._heights is None:
            return ""
        height = max(1, self.height())
        at = Pointed(point.y() / height, MAX_POINTER_DISTANCE / height)
        chapter = self._overview.chapter_at(self._heights.tops, at.share)
        return "\n".join(filter(None, (self._words_at(point.x(), at), chapter)))

    def _words_at(self, x: int, at: Pointed) -> str:
        """Return the finding or the change at a place, "" if there is none.

        Over a track a change of its side is meant, between the tracks a finding if there is one.
        """
        assert self._pages is not None
        assert self._overview is not None
        assert self._heights is not None
        sides = [side for side in SIDES if 0 <= x - TRACK_LEFT[side] < TRACK_WIDTH] or SIDES
        finding = self._overview.nearest_finding(self._heights.tops, at)
        number = self._overview.nearest(sides, self._heights.tops, at)
        if finding is not None and (sides is SIDES or number is None):
            return finding_tip(self._pages.findings.entry(finding))
        if number is None:
            return ""
        entry = self._pages.changes.entry(number)
        return f"{entry.kind.glyph} {change_text(self._pages, entry)}"
