"""The two columns: one scrolling surface on which linked paragraphs stand level.

Only what is visible is laid out.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from facing_pages.core.model import Side, Span
from facing_pages.ui.reader.connectors import paint_connectors
from facing_pages.ui.reader.hit_testing import Hit, hit_in_row
from facing_pages.ui.reader.page_style import (
    COLUMN_CHARACTERS,
    MARGIN,
    PageStyle,
    make_page_style,
)
from facing_pages.ui.reader.row_heights import RowHeights
from facing_pages.ui.reader.row_layouts import RowLayouts
from facing_pages.ui.reader.row_painter import Emphasis, RowPainter
from facing_pages.ui.reader.scroll_place import READING_LINE, TOP_SPACE, ScrollPlace
from facing_pages.ui.reader.selection import Selection, word_span
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pages import SIDES, Pages

# Seconds of idle work at a time, and milliseconds between two times.
IDLE_WORK: Final = 0.004
IDLE_PAUSE: Final = 12
# Lines a notch of the wheel scrolls by, and milliseconds between steps of scrolling by selecting.
WHEEL_LINES: Final = 3
AUTOSCROLL: Final = 30


class ReaderView(QAbstractScrollArea):
    """Shows `Pages`; tells what the reader points at, activates and scrolls to."""

    change_activated = Signal(int)
    row_activated = Signal(int)
    sentence_hovered = Signal(int)
    step_requested = Signal(int)
    zoom_requested = Signal(int)
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
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._theme = theme
        self._filter = Filter()
        self._zoom = 100
        self._style = make_page_style(1000, 100)
        self._pages: Pages | None = None
        self._page: _Page | None = None
        self._emphasis = Emphasis()
        self._selecting = False
        self._pointer = QPoint()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_PAUSE)
        self._idle.timeout.connect(self._measure_idly)
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(AUTOSCROLL)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)

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
        self._page = _Page(self._pages, self._style)
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

    # --- pointer ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the counterpart of the sentence pointed at; draw out a selection."""
        self._pointer = event.position().toPoint()
        if not self._selecting:
            self._frame_sentence(self._hit(event.position()))
            return
        self._extend_selection()
        if self.viewport().rect().contains(self._pointer):
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def leaveEvent(self, event: object) -> None:
        """Take the frame away."""
        self._set_framed((), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a selection; in the gutter, take the row."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pages is None:
            return
        hit = self._hit(event.position())
        if hit is None:
            self.go_to_row(self._row_at(round(event.position().y()))[0])
            return
        self._selecting = True
        self._select(Selection(hit.side, hit.position, hit.position))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; a plain click takes the change or the row under it."""
        was_selecting, self._selecting = self._selecting, False
        self._autoscroll.stop()
        selection = self._emphasis.selection
        if was_selecting and selection is not None and not selection.span.length:
            self._select(None)
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        hit = self._hit(event.position())
        if hit is not None and self._pages is not None:
            span = word_span(self._pages.text(hit.side), hit.position)
            self._select(Selection(hit.side, span.start, span.end))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom; over the gutter step through the changes."""
        delta, pixels = event.angleDelta().y(), event.pixelDelta().y()
        up = -1 if delta > 0 else 1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(-up)
        elif pixels:
            self.scroll_by(-pixels)
        elif self._style.side_at(event.position().x()) is None:
            self.step_requested.emit(up)
        else:
            self.scroll_by(round(-delta / 120 * WHEEL_LINES * self._style.line_height))
        event.accept()

    def _click(self, point: QPointF) -> None:
        assert self._pages is not None
        row, _ = self._row_at(round(point.y()))
        hit = self._hit(point)
        partner = self._pages.rows.row(row).partner
        if hit is not None and not hit.on_text and partner >= 0:
            self.go_to_row(partner)
            return
        change = self._pages.change_at(hit.side, hit.position) if hit and hit.on_text else None
        if change is not None and self._filter.shows(self._pages.changes.entry(change).kind):
            self.change_activated.emit(change)
            return
        self._emphasis = replace(self._emphasis, row=row, change=None)
        self.row_activated.emit(row)
        self.viewport().update()

    def _hit(self, point: QPointF) -> Hit | None:
        """Return what is under a point, None in the gutter."""
        if self._page is None or self._pages is None:
            return None
        row, top = self._row_at(round(point.y()))
        return hit_in_row(self._pages, self._style, self._page.layouts.row(row), top, point)

    def _frame_sentence(self, hit: Hit | None) -> None:
        """Frame the sentence pointed at and its counterpart."""
        pages = self._pages
        sentence = None
        if hit is not None and hit.on_text and pages is not None and pages.is_aligned:
            sentence = pages.sentence_at(hit.side, hit.position)
        if hit is None or pages is None or sentence is None:
            self._set_framed((), -1)
            return
        link = pages.link_of(hit.side, sentence)
        framed = [(side, span) for side in SIDES for span in pages.sentence_spans(side, link)]
        self._set_framed(tuple(framed), link)

    def _set_framed(self, framed: tuple[tuple[Side, Span], ...], link: int) -> None:
        if framed != self._emphasis.framed:
            self._emphasis = replace(self._emphasis, framed=framed)
            self.sentence_hovered.emit(link)
            self.viewport().update()

    # --- selection ----------------------------------------------------------------------------

    def selected_text(self) -> str:
        """Return the selected text, "" if nothing is selected."""
        selection = self._emphasis.selection
        if selection is None or self._pages is None:
            return ""
        return selection.copied_text(self._pages.text(selection.side))

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def select_all(self) -> None:
        """Select the whole text of the side in which something is selected, or the original."""
        if self._pages is None:
            return
        side = self._emphasis.selection.side if self._emphasis.selection else Side.ORIGINAL
        self._select(Selection(side, 0, len(self._pages.text(side).text)))

    def _select(self, selection: Selection | None) -> None:
        self._emphasis = replace(self._emphasis, selection=selection)
        self.viewport().update()

    def _extend_selection(self) -> None:
        selection = self._emphasis.selection
        if selection is None:
            return
        left = self._style.column_x(selection.side) + 1
        right = left + self._style.column_width - 2
        x = max(left, min(float(self._pointer.x()), right))
        y = max(0, min(self._pointer.y(), self._screen - 1))
        if (hit := self._hit(QPointF(x, y))) is not None:
            self._select(selection.to(hit.position))

    def _scroll_while_selecting(self) -> None:
        above, below = self._pointer.y(), self._pointer.y() - self._screen
        self.scroll_by(above if above < 0 else max(0, below))
        self._extend_selection()

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by line, page or to the ends; n and p step through the changes."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if self._page is None or modifiers not in (_PLAIN, _SHIFT):
            super().keyPressEvent(event)
            return
        page = self._screen - 2 * self._style.line_height
        everything = self._page.heights.total
        pixels = {
            Qt.Key.Key_Down: self._style.line_height,
            Qt.Key.Key_J: self._style.line_height,
            Qt.Key.Key_Up: -self._style.line_height,
            Qt.Key.Key_K: -self._style.line_height,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page if modifiers == _PLAIN else -page,
            Qt.Key.Key_PageUp: -page,
        }
        if key in (Qt.Key.Key_N, Qt.Key.Key_P) and modifiers == _PLAIN:
            self.step_requested.emit(1 if key is Qt.Key.Key_N else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            end = -TOP_SPACE if key is Qt.Key.Key_Home else everything
            self._page.place.scroll_to(end, self._screen)
            self._changed_place()
        elif key in pixels:
            self.scroll_by(pixels[key])
        else:
            super().keyPressEvent(event)


_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class _Page:
    """Rows in one style: their layouts, their heights, and where the reader is in them."""

    def __init__(self, pages: Pages, style: PageStyle) -> None:
        self.layouts = RowLayouts(pages, style)
        self.heights = RowHeights(pages, style)
        self.place = ScrollPlace(self.heights, self.measure)
        self.painter: RowPainter | None = None

    def measure(self, row: int) -> None:
        """Lay a row out if its height is only estimated."""
        if not self.heights.is_exact[row]:
            height = self.layouts.row(row).height + int(self.heights.gaps[row])
            self.heights.correct(row, height)

    def height_inside(self, row: int, side: Side, span: Span) -> int:
        """Return how far below the top of its row a span starts."""
        for placed in self.layouts.row(row).paragraphs[side]:
            if placed.start <= span.start <= placed.start + len(placed.layout.text):
                first = span.start - placed.start
                boxes = placed.layout.rects(Span(first, first + 1))
                return placed.y + (round(boxes[0].top()) if boxes else 0)
        return 0
