"""The reader's two columns: what pointer and keys do on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from facing_pages.core.model import Side, Span
from facing_pages.ui.reader.hit_testing import Hit, hit_in_row
from facing_pages.ui.reader.page_view import PageView
from facing_pages.ui.reader.scroll_place import TOP_SPACE
from facing_pages.ui.reader.selection import Selection, word_span
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.labels import change_tip
from facing_pages.viewmodel.pages import SIDES, ChangeEntry

# Lines a notch of the wheel scrolls by, and milliseconds between steps of scrolling by selecting.
WHEEL_LINES: Final = 3
AUTOSCROLL: Final = 30
_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class ReaderView(PageView):
    """Tells what the reader points at, activates and selects."""

    change_activated = Signal(int)
    sentence_hovered = Signal(int)
    step_requested = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._selecting = False
        self._pointer = QPoint()
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(AUTOSCROLL)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)

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

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the change under the pointer is, and why its sides belong together."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        hit = self._hit(QPointF(event.pos()))
        entry = self._change_under(hit) if hit is not None else None
        if entry is None or self._pages is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), change_tip(self._pages, entry), self.viewport())
        return True

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
        change = self._change_under(hit) if hit is not None else None
        if change is not None:
            self.change_activated.emit(change.number)
            return
        self._emphasis = replace(self._emphasis, row=row, change=None)
        self.row_activated.emit(row)
        self.viewport().update()

    def _change_under(self, hit: Hit) -> ChangeEntry | None:
        """Return the change shown at a place in the text."""
        if self._pages is None or not hit.on_text:
            return None
        number = self._pages.change_at(hit.side, hit.position)
        if number is None:
            return None
        entry = self._pages.changes.entry(number)
        return entry if self._filter.shows(entry.kind) else None

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
