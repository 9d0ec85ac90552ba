"""The two columns: one scrolling surface on which linked paragraphs stand level.

Only what is visible is laid out. The place is kept as a row and an offset into it, so nothing on
screen moves when heights elsewhere turn out different from their estimates.
"""

from __future__ import annotations

import time
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
from facing_pages.ui.reader.page_style import MARGIN, PageStyle, make_page_style
from facing_pages.ui.reader.row_heights import RowHeights
from facing_pages.ui.reader.row_layouts import PlacedParagraph, RowLayout, RowLayouts
from facing_pages.ui.reader.row_painter import Emphasis, RowPainter
from facing_pages.ui.reader.selection import Selection, word_span
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.navigation import Filter
from facing_pages.viewmodel.pages import SIDES, Pages

# Where on the screen a change is put when the reader goes to it, as a share of the height.
READING_LINE: Final = 0.3
# Seconds of idle work at a time, and milliseconds between two times.
IDLE_WORK: Final = 0.004
IDLE_PAUSE: Final = 12
# Pixels above the first row, and share of the height left free below the last.
TOP_SPACE: Final = 16
END_SPACE: Final = 0.35


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
        self._pages: Pages | None = None
        self._filter = Filter()
        self._zoom = 100
        self._style = make_page_style(1000, 100)
        self._heights: RowHeights | None = None
        self._layouts: RowLayouts | None = None
        self._painter: RowPainter | None = None
        self._top_row = 0
        self._top_offset = -TOP_SPACE
        self._emphasis = Emphasis()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_PAUSE)
        self._idle.timeout.connect(self._refine_heights)
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(30)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)
        self._pointer = QPoint()
        self._selecting = False

    # --- what is shown ------------------------------------------------------------------------

    def set_pages(self, pages: Pages, *, keep_place: bool) -> None:
        """Show a pair; with `keep_place` the paragraph at the top stays where it is."""
        place = self._place() if keep_place and self._pages is not None else None
        rows_changed = self._pages is None or self._pages.rows is not pages.rows
        self._pages = pages
        if not keep_place:
            self._emphasis = Emphasis()
            self._top_row, self._top_offset = 0, -TOP_SPACE
        if rows_changed or not keep_place:
            self._emphasis = Emphasis(selection=self._emphasis.selection)
            self._rebuild()
            if place is not None:
                self._return_to(place)
        else:
            self._emphasis = Emphasis(
                self._emphasis.row, None, self._emphasis.framed, self._emphasis.selection
            )
            self._layouts = RowLayouts(pages, self._style)
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
        return self._heights

    # --- place --------------------------------------------------------------------------------

    def top_row(self) -> int:
        """Return the first row on screen."""
        return self._top_row

    def reading_row(self) -> int:
        """Return the row at the reading line."""
        return self._row_at(round(READING_LINE * self.viewport().height()))[0]

    def visible_share(self) -> tuple[float, float]:
        """Return which part of the whole is on screen, from 0 to 1."""
        if self._heights is None or not self._heights.total:
            return 0.0, 1.0
        total = self._heights.total
        top = float(self._value())
        return max(0.0, top / total), min(1.0, (top + self.viewport().height()) / total)

    def scroll_to_share(self, share: float) -> None:
        """Put a part of the whole in the middle of the screen."""
        if self._heights is not None:
            y = round(share * self._heights.total) - self.viewport().height() // 2
            self._scroll_to(y)

    def go_to_row(self, row: int) -> None:
        """Make a row the current one and bring it to the reading line."""
        if self._heights is None:
            return
        self._emphasis = Emphasis(row, None, (), self._emphasis.selection)
        self._bring(row, 0)
        self.row_activated.emit(row)

    def go_to_change(self, number: int) -> None:
        """Make a change the current one; scroll only if it is not well on screen."""
        if self._pages is None:
            return
        entry = self._pages.changes.entry(number)
        self._emphasis = Emphasis(entry.row, number, (), self._emphasis.selection)
        side = Side.ORIGINAL if entry.original is not None else Side.REWRITE
        span = entry.span(side)
        self._bring(entry.row, self._height_inside(entry.row, side, span) if span else 0)

    def current_change(self) -> int | None:
        """Return the number of the current change."""
        return self._emphasis.change

    def current_row(self) -> int | None:
        """Return the number of the current row."""
        return self._emphasis.row

    def clear_current_change(self) -> None:
        """Stay in the row, but at no change."""
        self._emphasis = Emphasis(self._emphasis.row, None, (), self._emphasis.selection)
        self.viewport().update()

    def _bring(self, row: int, inside: int) -> None:
        assert self._heights is not None
        height = self.viewport().height()
        self._layout_exactly(row)
        top = int(self._heights.tops[row]) + inside - self._value()
        if not 0.08 * height <= top <= 0.75 * height:
            self._top_row, self._top_offset = row, inside - round(READING_LINE * height)
            self._settle()
        self._changed_place()

    def _height_inside(self, row: int, side: Side, span: Span) -> int:
        """Return how far below the top of its row a span starts."""
        for placed in self._row(row).paragraphs[side]:
            if placed.start <= span.start < placed.start + len(placed.layout.text) + 1:
                first = span.start - placed.start
                boxes = placed.layout.rects(Span(first, first + 1))
                return placed.y + (round(boxes[0].top()) if boxes else 0)
        return 0

    def _place(self) -> tuple[Side, int, int]:
        """Return a paragraph at the top of the screen and where it is, to come back to."""
        row_number, y = self._row_at(0)
        assert self._pages is not None
        row = self._pages.rows.row(row_number)
        side = Side.ORIGINAL if row.original.length else Side.REWRITE
        return side, row.paragraphs(side).start, y

    def _return_to(self, place: tuple[Side, int, int]) -> None:
        assert self._pages is not None
        side, paragraph, y = place
        if paragraph < len(self._pages.text(side)):
            self._top_row = self._pages.row_of(side, paragraph)
            self._top_offset = -y
            self._settle()

    def _value(self) -> int:
        assert self._heights is not None
        return int(self._heights.tops[self._top_row]) + self._top_offset

    def _scroll_to(self, value: int) -> None:
        """Scroll to a height of the whole."""
        assert self._heights is not None
        value = max(-TOP_SPACE, min(value, self._largest_value()))
        self._top_row = self._heights.row_at(max(0, value))
        self._top_offset = value - int(self._heights.tops[self._top_row])
        self._changed_place()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by some pixels, up if negative."""
        if self._heights is None:
            return
        self._top_offset += pixels
        self._settle()
        self._changed_place()

    def _largest_value(self) -> int:
        assert self._heights is not None
        height = self.viewport().height()
        return max(-TOP_SPACE, self._heights.total - round((1 - END_SPACE) * height))

    def _settle(self) -> None:
        """Bring row and offset in order: the offset inside the row, the end not passed."""
        assert self._heights is not None
        while self._top_offset < 0 and self._top_row > 0:
            self._top_row -= 1
            self._layout_exactly(self._top_row)
            self._top_offset += int(self._heights.heights[self._top_row])
        while self._top_row < len(self._heights) - 1:
            self._layout_exactly(self._top_row)
            if self._top_offset < self._heights.heights[self._top_row]:
                break
            self._top_offset -= int(self._heights.heights[self._top_row])
            self._top_row += 1
        if self._top_row == 0:
            self._top_offset = max(-TOP_SPACE, self._top_offset)
        largest = self._largest_value()
        if self._value() > largest:
            self._top_row = self._heights.row_at(max(0, largest))
            self._top_offset = largest - int(self._heights.tops[self._top_row])

    def _changed_place(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    # --- layout -------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        """Start anew after the rows, the width or the zoom changed."""
        if self._pages is None:
            return
        self._heights = RowHeights(self._pages, self._style)
        self._layouts = RowLayouts(self._pages, self._style)
        self._top_row = min(self._top_row, max(0, len(self._heights) - 1))
        self._repaint_marks()
        self._idle.start()

    def _restyle(self) -> None:
        self._style = make_page_style(self.viewport().width(), self._zoom)
        if self._pages is not None:
            place = self._place() if self._heights is not None else None
            self._rebuild()
            if place is not None:
                self._return_to(place)
        self.style_changed.emit()

    def _repaint_marks(self) -> None:
        if self._pages is not None:
            self._painter = RowPainter(self._pages, self._style, self._theme, self._filter)
        self._changed_place()

    def _row(self, number: int) -> RowLayout:
        assert self._layouts is not None
        return self._layouts.row(number)

    def _layout_exactly(self, number: int) -> None:
        assert self._heights is not None
        if not self._heights.is_exact[number]:
            height = self._row(number).height + int(self._heights.gaps[number])
            self._heights.correct(number, height)

    def _refine_heights(self) -> None:
        """Lay out rows that were only estimated, a few milliseconds at a time."""
        if self._heights is None or not self.isVisible():
            return
        deadline = time.perf_counter() + IDLE_WORK
        while time.perf_counter() < deadline:
            row = self._heights.next_estimated(self._top_row)
            if row is None:
                self._idle.stop()
                self.scrolled.emit()
                return
            self._layout_exactly(row)

    def _visible_rows(self) -> list[tuple[int, int]]:
        """Return the rows on screen with their tops."""
        if self._heights is None:
            return []
        rows: list[tuple[int, int]] = []
        y, row = -self._top_offset, self._top_row
        while y < self.viewport().height() and row < len(self._heights):
            self._layout_exactly(row)
            rows.append((row, y))
            y += int(self._heights.heights[row])
            row += 1
        return rows

    def _row_at(self, y: int) -> tuple[int, int]:
        """Return the row at a height on screen and where its top is."""
        best = (self._top_row, -self._top_offset)
        for row, top in self._visible_rows():
            if top <= y:
                best = (row, top)
        return best

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows on screen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.page)
        if self._painter is None or self._pages is None:
            return
        width = float(self.viewport().width())
        rows = self._visible_rows()
        for row, y in rows:
            self._painter.paint(painter, self._row(row), y, width, self._emphasis)
        paint_connectors(
            painter,
            self._pages,
            [(self._row(row), y) for row, y in rows],
            self._style,
            self._theme,
            self._filter,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap both texts for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._restyle()
        elif self._heights is not None:
            self._settle()
            self._changed_place()

    def sizeHint(self) -> QSize:
        """Return the size that shows two full columns."""
        width = 2 * 66 * QFontMetricsF(self._style.font).averageCharWidth() + 4 * MARGIN
        return QSize(round(width), 700)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which two columns can be read."""
        return QSize(360, 160)

    # --- pointer ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the counterpart of the sentence pointed at; draw out a selection."""
        self._pointer = event.position().toPoint()
        if self._selecting:
            self._extend_selection()
            outside = not self.viewport().rect().contains(self._pointer)
            if outside != self._autoscroll.isActive():
                self._autoscroll.start() if outside else self._autoscroll.stop()
            return
        self._hover(event.position())

    def leaveEvent(self, event: object) -> None:
        """Take the frame away."""
        self._set_framed((), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a selection; in the gutter, take the row."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pages is None:
            return
        row, _ = self._row_at(round(event.position().y()))
        hit = self._hit(event.position())
        if hit is None:
            self.go_to_row(row)
            return
        side, position, _ = hit
        self._selecting = True
        self._select(Selection(side, position, position))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; a plain click takes the change or the row under it."""
        was_selecting, self._selecting = self._selecting, False
        self._autoscroll.stop()
        selection = self._emphasis.selection
        if not was_selecting or selection is None or selection.span.length:
            return
        self._select(None)
        self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        hit = self._hit(event.position())
        if hit is not None and self._pages is not None:
            side, position, _ = hit
            span = word_span(self._pages.text(side), position)
            self._select(Selection(side, span.start, span.end))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom; over the gutter step through the changes."""
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if delta > 0 else -1)
        elif self._style.side_at(event.position().x()) is None and event.pixelDelta().isNull():
            self.step_requested.emit(-1 if delta > 0 else 1)
        elif not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            self.scroll_by(round(-delta / 120 * 3 * self._style.line_height))
        event.accept()

    def _click(self, point: QPointF) -> None:
        assert self._pages is not None
        row, _ = self._row_at(round(point.y()))
        hit = self._hit(point)
        if hit is not None and not hit[2] and self._pages.rows.row(row).partner >= 0:
            self.go_to_row(self._pages.rows.row(row).partner)
            return
        change = self._pages.change_at(hit[0], hit[1]) if hit and hit[2] else None
        if change is not None and self._filter.shows(self._pages.changes.entry(change).kind):
            self.change_activated.emit(change)
            return
        self._emphasis = Emphasis(row, None, self._emphasis.framed, None)
        self.row_activated.emit(row)
        self.viewport().update()

    def _hit(self, point: QPointF) -> tuple[Side, int, bool] | None:
        """Return the side, the position nearest to a point and whether it is on text."""
        side = self._style.side_at(point.x())
        if side is None or self._pages is None or self._layouts is None:
            return None
        row, top = self._row_at(round(point.y()))
        column = self._row(row).paragraphs[side]
        if not column:
            empty = self._pages.rows.row(row).paragraphs(side).start
            before = self._pages.text(side).paragraph_span(max(0, empty - 1))
            return side, before.end, False
        y = point.y() - top
        placed = _nearest(column, y)
        inner = QPointF(point.x() - self._style.column_x(side), y - placed.y)
        position = placed.start + placed.layout.position_at(inner.x(), inner.y())
        return side, position, placed.layout.is_inside(inner.x(), inner.y())

    def _hover(self, point: QPointF) -> None:
        hit = self._hit(point)
        if hit is None or not hit[2] or self._pages is None or not self._pages.is_aligned:
            self._set_framed((), -1)
            return
        side, position, _ = hit
        sentence = self._pages.sentence_at(side, position)
        if sentence is None:
            self._set_framed((), -1)
            return
        link = self._pages.link_of(side, sentence)
        framed = [(other, s) for other in SIDES for s in self._pages.sentence_spans(other, link)]
        self._set_framed(tuple(framed), link)

    def _set_framed(self, framed: tuple[tuple[Side, Span], ...], link: int) -> None:
        if framed != self._emphasis.framed:
            emphasis = self._emphasis
            self._emphasis = Emphasis(emphasis.row, emphasis.change, framed, emphasis.selection)
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
        emphasis = self._emphasis
        self._emphasis = Emphasis(emphasis.row, emphasis.change, emphasis.framed, selection)
        self.viewport().update()

    def _extend_selection(self) -> None:
        selection = self._emphasis.selection
        if selection is None:
            return
        x = self._style.column_x(selection.side) + 1
        right = x + self._style.column_width - 2
        y = max(0, min(self._pointer.y(), self.viewport().height() - 1))
        hit = self._hit(QPointF(max(x, min(float(self._pointer.x()), right)), y))
        if hit is not None:
            self._select(selection.to(hit[1]))

    def _scroll_while_selecting(self) -> None:
        above, below = self._pointer.y(), self._pointer.y() - self.viewport().height()
        if above < 0 or below > 0:
            self.scroll_by(above if above < 0 else below)
            self._extend_selection()

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by line, page or to the ends; n and p step through the changes."""
        if self._heights is None:
            super().keyPressEvent(event)
            return
        line = self._style.line_height
        page = self.viewport().height() - 2 * line
        steps = {
            Qt.Key.Key_Down: line,
            Qt.Key.Key_J: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_K: -line,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -self._heights.total,
            Qt.Key.Key_End: self._heights.total,
        }
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key is Qt.Key.Key_Space:
            self.scroll_by(-page)
        elif modifiers != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._scroll_to(-TOP_SPACE if key is Qt.Key.Key_Home else self._largest_value())
        elif key in steps:
            self.scroll_by(steps[key])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step_requested.emit(1 if key is Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)


def _nearest(column: tuple[PlacedParagraph, ...], y: float) -> PlacedParagraph:
    """Return the paragraph of a column at a height, or the last one above it."""
    best = column[0]
    for placed in column:
        if placed.y <= y:
            best = placed
    return best
