"""The whole pair from top to bottom at the right edge: all changes, and what is on screen.

Where several changes share a pixel the strongest wins, so that none is lost. A click or a drag
goes there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from facing_pages.ui.reader.row_heights import RowHeights
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.kinds import ViewKind
from facing_pages.viewmodel.labels import change_text
from facing_pages.viewmodel.language import tr
from facing_pages.viewmodel.pages import Pages

WIDTH: Final = 22
LEAST_HEIGHT: Final = 3
# Columns of the table of changes.
ROW: Final = 6
OTHER_ROW: Final = 7


class OverviewStrip(QWidget):
    """Draws the changes of a pair over their places."""

    share_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of all changes"))
        self._theme = theme
        self._pages: Pages | None = None
        self._filter = Filter()
        self._heights: RowHeights | None = None
        self._visible = (0.0, 1.0)
        self._strengths: npt.NDArray[np.int8] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def set_pages(self, pages: Pages | None, heights: RowHeights | None, chosen: Filter) -> None:
        """Show the changes of a pair."""
        self._pages, self._heights, self._filter = pages, heights, chosen
        self._strengths = None
        self.update()

    def set_visible(self, start: float, end: float) -> None:
        """Frame the part that is on screen, from 0 to 1."""
        if (start, end) != self._visible:
            self._visible = (start, end)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the changes as ticks, then the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        if self._pages is None or self._heights is None:
            return
        start, end = self._visible
        frame = QRectF(
            1.5, start * self.height(), WIDTH - 3, max(8.0, (end - start) * self.height())
        )
        painter.fillRect(frame, self._theme.page)
        self._paint_ticks(painter)
        painter.setPen(QPen(self._theme.secondary, 1))
        painter.drawRect(frame.adjusted(0, 0, 0, -1))

    def _paint_ticks(self, painter: QPainter) -> None:
        if self._strengths is None:
            self._strengths = self._strongest_by_pixel()
        strengths = self._strengths
        edges = np.flatnonzero((np.diff(strengths, axis=0) != 0).any(axis=1)) + 1
        bounds = [0, *edges.tolist(), len(strengths)]
        for top, bottom in pairwise(bounds):
            if strengths[top, 0] >= 0:
                kind, eighths = ViewKind(int(strengths[top, 0])), int(strengths[top, 1])
                tick = QRectF(4, top, (WIDTH - 8) * eighths / 8, bottom - top)
                painter.fillRect(tick, self._theme.lines[kind])

    def _strongest_by_pixel(self) -> npt.NDArray[np.int8]:
        """Return for each pixel the strongest kind of change there, and how wide its tick is.

        A kind of -1 means none. The width, in eighths, grows with the share of the text behind
        the pixel that changed; in a book every pixel stands for pages.
        """
        assert self._pages is not None
        strengths = np.full(max(1, self.height()), -1, dtype=np.int8)
        covered = np.zeros(len(strengths))
        characters = max(1, len(self._pages.original.text) + len(self._pages.rewrite.text))
        per_pixel = characters / 2 / len(strengths)
        table = self._pages.changes.table
        for column in (ROW, OTHER_ROW):
            kinds = table[:, 0]
            wanted = np.isin(kinds, [int(kind) for kind in self._filter.kinds])
            wanted &= kinds != ViewKind.SPLIT
            places = self._shares(table[wanted], column) * len(strengths)
            for step in range(LEAST_HEIGHT):
                pixels = np.clip(places.astype(np.int64) + step, 0, len(strengths) - 1)
                np.maximum.at(strengths, pixels, kinds[wanted].astype(np.int8))
            first = np.clip(places.astype(np.int64), 0, len(strengths) - 1)
            start = 2 if column == ROW else 4
            np.add.at(covered, first, table[wanted, start + 1] - table[wanted, start])
        eighths = np.clip(np.ceil(8 * covered / (2 * per_pixel)), 3, 8).astype(np.int8)
        for step in range(1, LEAST_HEIGHT):
            eighths[step:] = np.maximum(eighths[step:], eighths[:-step])
        return np.column_stack((strengths, eighths))

    def _shares(self, table: npt.NDArray[np.int32], row_column: int) -> npt.NDArray[np.float64]:
        """Return how far down the whole each change stands, from 0 to 1."""
        assert self._pages is not None
        assert self._heights is not None
        rows = table[:, row_column]
        tops = self._heights.tops
        inside = np.zeros(len(rows))
        for side, column in enumerate((2, 4)):
            text = self._pages.original if side == 0 else self._pages.rewrite
            paragraphs = self._pages.rows.rows[rows, 2 * side]
            known = (table[:, column] >= 0) & (paragraphs < len(text))
            known &= self._pages.rows.rows[rows, 2 * side + 1] > paragraphs
            last = self._pages.rows.rows[rows, 2 * side + 1] - 1
            start = text.paragraphs[np.clip(paragraphs, 0, len(text) - 1), 0]
            end = text.paragraphs[np.clip(last, 0, len(text) - 1), 1]
            share = (table[:, column] - start) / np.maximum(1, end - start)
            inside = np.where(known & (inside == 0), np.clip(share, 0, 1), inside)
        places = tops[rows] + inside * (tops[rows + 1] - tops[rows])
        return np.asarray(places / max(1, self._heights.total), dtype=np.float64)

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
        """Place the changes anew."""
        self._strengths = None

    def _choose(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        self.share_chosen.emit(max(0.0, min(1.0, share)))

    def _text_at(self, y: int) -> str:
        if self._pages is None or self._heights is None or not len(self._pages.changes):
            return ""
        wanted = np.isin(
            self._pages.changes.table[:, 0], [int(kind) for kind in self._filter.kinds]
        )
        numbers = np.flatnonzero(wanted)
        if not len(numbers):
            return ""
        places = self._shares(self._pages.changes.table[numbers], 6) * self.height()
        nearest = int(np.argmin(np.abs(places - y)))
        if abs(places[nearest] - y) > 4:
            return ""
        entry = self._pages.changes.entry(int(numbers[nearest]))
        return f"{entry.kind.glyph} {change_text(self._pages, entry)}"
