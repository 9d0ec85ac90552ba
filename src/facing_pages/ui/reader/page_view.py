"""One scrolling surface with two columns on which linked paragraphs stand level.

Shows pages and keeps the place; only what is visible is laid out. What pointer and keys do is in
`view.py`.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from facing_pages.core.model import Side
from facing_pages.ui.reader.connectors import paint_connectors
from facing_pages.ui.reader.laid_out_page import LaidOutPage
from facing_pages.ui.reader.page_style import (
    COLUMN_CHARACTERS,
    MARGIN,
    PageStyle,
    make_page_style,
)
from facing_pages.ui.reader.row_heights import RowHeights
from facing_pages.ui.reader.row_painter import Emphasis, RowPainter
from facing_pages.ui.reader.scroll_place import READING_LINE
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pages import Pages

# Seconds of idle work at a time, and milliseconds between two times.
IDLE_WORK: Final = 0.004
IDLE_PAUSE: Final = 12


class PageView(QAbstractScrollArea):
    """Shows `Pages` and tells where the reader is in them."""

    row_activated = Signal(int)
    scrolled = Signal()
    style_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Original and rewrite side by side. F7 lists the changes.")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._filter = Filter()
        self._zoom = 100
        self._style = make_page_style(1000, 100)
        self._pages: Pages | None = None
        self._page: LaidOutPage | None = None
        self._emphasis = Emphasis()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_PAUSE)
        self._idle.timeout.connect(self._measure_idly)

    # --- what is shown ------------------------------------------------------------------------

    def set_pages(self, pages: Pages, *, keep_place: bool) -> None:
        """Show a pair; with `keep_place` the paragraph at the top stays where it is."""
        before, self._pages = self._pages, pages
        moved_on = self._page is not None and not self._page.place.is_at_start
        place = self._paragraph_at_top(before) if keep_place and before and moved_on else None
        if not keep_place or before is None:
            self._emphasis = Emphasis()
            self._lay_out(None)
        elif before.rows is not pages.rows:
            self._emphasis = Emphasis(selection=self._emphasis.selection)
            self._lay_out(place)
        else:
            self._emphasis = replace(self._emphasis, change=None)
            self._repaint_marks()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._repaint_marks()

    def set_filter(self, chosen: Filter) -> None:
        """Show marks of these kinds only."""
        self._filter = chosen
        self._repaint_marks()

    def set_zoom(self, percent: int) -> None:
        """Change the size of the text; the row at the top stays."""
        if percent != self._zoom:
            self._zoom = percent
            self._restyle()

    @property
    def page_style(self) -> PageStyle:
        """Return the measures of the page."""
        return self._style

    @property
    def heights(self) -> RowHeights | None:
        """Return the heights of all rows, None while nothing is shown."""
        return self._page.heights if self._page else None

    # --- place --------------------------------------------------------------------------------

    def top_row(self) -> int:
        """Return the first row on screen."""
        return self._page.place.row if self._page else 0

    def reading_row(self) -> int:
        """Return the row at the reading line."""
        return self._row_at(round(READING_LINE * self._screen))[0]

    def visible_rows(self) -> list[tuple[int, int]]:
        """Return the rows on screen, with where they start on it."""
        return self._page.place.visible_rows(self._screen) if self._page else []

    def visible_share(self) -> tuple[float, float]:
        """Return which part of the whole is on screen, from 0 to 1."""
        if self._page is None or not self._page.heights.total:
            return 0.0, 1.0
        total, top = self._page.heights.total, self._page.place.value
        return max(0.0, top / total), min(1.0, (top + self._screen) / total)

    def scroll_to_share(self, share: float) -> None:
        """Put a part of the whole in the middle of the screen."""
        if self._page is not None:
            y = round(share * self._page.heights.total) - self._screen // 2
            self._page.place.scroll_to(y, self._screen)
            self._changed_place()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by some pixels, up if negative."""
        if self._page is not None:
            self._page.place.scroll_by(pixels, self._screen)
            self._changed_place()

    def go_to_row(self, row: int) -> None:
        """Make a row the current one and bring it to the reading line."""
        if self._page is None:
            return
        self._emphasis = replace(self._emphasis, row=row, change=None, framed=())
        self._page.place.bring(row, 0, self._screen)
        self._changed_place()
        self.row_activated.emit(row)

    def go_to_change(self, number: int) -> None:
        """Make a change the current one; scroll only if it is not well on screen."""
        if self._page is None or self._pages is None:
            return
        entry = self._pages.changes.entry(number)
        self._emphasis = replace(self._emphasis, row=entry.row, change=number, framed=())
        side = Side.ORIGINAL if entry.original is not None else Side.REWRITE
        span = entry.span(side)
        inside = self._page.height_inside(entry.row, side, span) if span else 0
        self._page.place.bring(entry.row, inside, self._screen)
        self._changed_place()

    def current_change(self) -> int | None:
        """Return the number of the current change."""
        return self._emphasis.change

    def current_row(self) -> int | None:
        """Return the number of the current row."""
        return self._emphasis.row

    @property
    def _screen(self) -> int:
        return self.viewport().height()

    def _paragraph_at_top(self, pages: Pages) -> tuple[Side, int, int]:
        """Return a paragraph at the top of the screen and where it is, to come back to."""
        row_number, y = self._row_at(0)
        row = pages.rows.row(row_number)
        side = Side.ORIGINAL if row.original.length else Side.REWRITE
        return side, row.paragraphs(side).start, y

    def _row_at(self, y: int) -> tuple[int, int]:
        """Return the row at a height on screen and where its top is."""
        rows = self.visible_rows()
        best = rows[0] if rows else (0, 0)
        for row, top in rows:
            if top <= y:
                best = (row, top)
        return best

    def _changed_place(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self, place: tuple[Side, int, int] | None) -> None:
        """Start anew for other rows, another width or zoom; come back to a paragraph."""
        if self._pages is None:
            return
        self._page = LaidOutPage(self._pages, self._style)
        if place is not None and place[1] < len(self._pages.text(place[0])):
            self._page.place.put(self._pages.row_of(place[0], place[1]), place[2], self._screen)
        self._idle.start()
        self._repaint_marks()

    def _restyle(self) -> None:
        moved_on = self._page is not None and not self._page.place.is_at_start
        place = self._paragraph_at_top(self._pages) if self._pages and moved_on else None
        self._style = make_page_style(self.viewport().width(), self._zoom)
        self._lay_out(place)
        self.style_changed.emit()

    def _repaint_marks(self) -> None:
        if self._pages is not None and self._page is not None:
            painter = RowPainter(self._pages, self._style, self._theme, self._filter)
            self._page.painter = painter
        self._changed_place()

    def _measure_idly(self) -> None:
        """Lay out rows that were only estimated, a few milliseconds at a time."""
        if self._page is None or not self.isVisible():
            return
        deadline = time.perf_counter() + IDLE_WORK
        while time.perf_counter() < deadline:
            row = self._page.heights.next_estimated(self._page.place.row)
            if row is None:
                self._idle.stop()
                self.style_changed.emit()
                return
            self._page.measure(row)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows on screen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.page)
        if self._page is None or self._page.painter is None or self._pages is None:
            return
        width = float(self.viewport().width())
        rows = [(self._page.layouts.row(row), y) for row, y in self.visible_rows()]
        for row, y in rows:
            self._page.painter.paint(painter, row, y, width, self._emphasis)
        paint_connectors(painter, self._pages, rows, self._style, self._theme, self._filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap both texts for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._restyle()
        elif self._page is not None:
            self._page.place.settle(self._screen)
            self._changed_place()

    def sizeHint(self) -> QSize:
        """Return the size that shows two full columns."""
        advance = QFontMetricsF(self._style.font).averageCharWidth()
        return QSize(round(2 * COLUMN_CHARACTERS * advance) + 4 * MARGIN, 700)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which two columns can be read."""
        return QSize(360, 160)
