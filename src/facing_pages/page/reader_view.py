"""What the pointer does on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from facing_pages.core.model import Side, Span
from facing_pages.page.key_view import KeyView
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.layout.selection import Selection
from facing_pages.page.picking import Picking
from facing_pages.page.smooth_scroll import SmoothScroll
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.pair_view import SIDES, ChangeEntry
from facing_pages.viewmodel.wording.labels import change_tip

# Lines a notch of the wheel scrolls by, and milliseconds between steps of scrolling by selecting.
WHEEL_LINES: Final = 3
AUTOSCROLL: Final = 30
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_NEXT: Final = Command.NEXT_CHANGE
_PREVIOUS: Final = Command.PREVIOUS_CHANGE


class ReaderView(KeyView):
    """Tells what the reader points at, activates and wishes for."""

    change_activated = Signal(int)
    sentence_activated = Signal(int)
    zoom_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.glide = SmoothScroll(self.scroll_by, self)
        self._picking = Picking(self._sentence_under, self.choose, self._link_chosen)
        self._selecting = False
        self._dragged: tuple[Side, Span] | None = None
        self._pressed = QPoint()
        self._clicks = 0
        self._pointer = QPoint()
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(AUTOSCROLL)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)
        self._third_click = QTimer(self)
        self._third_click.setSingleShot(True)

    # --- pointer ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the counterpart of the sentence pointed at; draw out a selection; drag it."""
        self._pointer = event.position().toPoint()
        if self._picking.move(event.position(), self._hit_if_held(event.position())):
            self.viewport().update()
            return
        if self._dragged is not None:
            distance = (self._pointer - self._pressed).manhattanLength()
            if distance >= QGuiApplication.styleHints().startDragDistance():
                self._drag_out()
            return
        if not self._selecting:
            self._point(event.position())
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
        hit = self.hit(QPointF(event.pos()))
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
        self.glide.stop()
        point = event.position()
        self._pressed = self._pointer = point.toPoint()
        if (fold := self._fold_at(point)) is not None:
            self.unfold([fold])
            return
        hit = self.hit(point)
        if self._picking.press(event, hit, self._style):
            return
        if hit is None:
            self.go_to_row(self._row_at(round(point.y()))[0])
            return
        if self._spread is not None:
            self._spread.lead_with(hit.side)
        if self._third_click.isActive():
            self._third_click.stop()
            self.select_sentence(hit)
            return
        chosen = self.selected()
        if chosen and chosen[0] is hit.side and chosen[1].start <= hit.position < chosen[1].end:
            self._dragged = chosen
            return
        self._selecting = True
        caret = self._emphasis.caret
        if event.modifiers() & _SHIFT and caret is not None and caret[0] is hit.side:
            anchor = self._emphasis.selection.anchor if self._emphasis.selection else caret[1]
            self._select(Selection(hit.side, anchor, hit.position))
        else:
            self._select(Selection(hit.side, hit.position, hit.position))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; a plain click takes the change or the row under it."""
        if self._picking.release(self._hit_if_held(event.position())):
            self.viewport().update()
            return
        was_selecting, self._selecting = self._selecting, False
        was_dragged, self._dragged = self._dragged, None
        self._autoscroll.stop()
        selection = self._emphasis.selection
        if was_dragged or (was_selecting and selection and not selection.span.length):
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer; a third click takes the sentence."""
        hit = self.hit(event.position())
        if hit is not None:
            self.select_word(hit)
            self._third_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Put the caret under the pointer and ask for what can be done there."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self.hit(QPointF(event.pos()))
            chosen = self.selected()
            if hit is None:
                self.go_to_row(self._row_at(event.pos().y())[0])
            elif hit.on_text and not (chosen and chosen[0] is hit.side):
                self.set_caret(hit.side, hit.position)
        self.menu_requested.emit(event.globalPos())

    def _hit_if_held(self, point: QPointF) -> Hit | None:
        return self.hit(point) if self._picking.pull is not None else None

    def _sentence_under(self, hit: Hit) -> Span | None:
        """Return where the sentence stands that is at a place."""
        pages = self._pages
        number = pages.sentence_at(hit.side, hit.position) if pages and pages.is_aligned else None
        return pages.sentence_span(hit.side, number) if pages and number is not None else None

    def _link_chosen(self) -> None:
        self.command_requested.emit(Command.LINK)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and a line from a sentence held by its number to the pointer."""
        super().paintEvent(event)
        pull = self._picking.pull
        if pull is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.focus, 2.4))
            painter.drawLine(pull.start, pull.end)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom; over the gutter step through the changes."""
        delta, pixels = event.angleDelta().y(), event.pixelDelta().y()
        up = -1 if delta > 0 else 1
        side = self._style.side_at(event.position().x())
        if self._spread is not None and side is not None:
            self._spread.lead_with(side)
        if event.modifiers() & _CTRL:
            self.zoom_requested.emit(-up)
        elif pixels:
            self.glide.stop()
            self.scroll_by(-pixels)
        elif side is None:
            self.command_requested.emit(_NEXT if up > 0 else _PREVIOUS)
        else:
            self.glide.by(round(-delta / 120 * WHEEL_LINES * self._style.line_height))
        event.accept()

    def _click(self, point: QPointF) -> None:
        assert self._pages is not None
        hit = self.hit(point)
        row, _ = self._row_at(round(point.y()), hit.side if hit else None)
        partner = self._pages.rows.row(row).partner
        if hit is not None and not hit.on_text and partner >= 0:
            self.go_to_row(partner)
            return
        if hit is not None and hit.on_text:
            self.set_caret(hit.side, hit.position)
            self._activate_sentence(hit)
        change = self._change_under(hit) if hit is not None else None
        if change is not None:
            self.change_activated.emit(change.number)
            return
        self._emphasis = replace(self._emphasis, row=row, change=None)
        self.row_activated.emit(row)
        self.viewport().update()

    def _activate_sentence(self, hit: Hit) -> None:
        assert self._pages is not None
        sentence = self._pages.sentence_at(hit.side, hit.position)
        if self._pages.is_aligned and sentence is not None:
            self.sentence_activated.emit(self._pages.link_of(hit.side, sentence))

    def _change_under(self, hit: Hit) -> ChangeEntry | None:
        """Return the change shown at a place in the text."""
        if self._pages is None or not hit.on_text or self._style.mode.is_clean:
            return None
        number = self._pages.change_at(hit.side, hit.position)
        if number is None:
            return None
        entry = self._pages.changes.entry(number)
        return entry if self._filter.shows(entry.kind) else None

    def _fold_at(self, point: QPointF) -> int | None:
        """Return the first row of the fold whose line is under a point."""
        if self._spread is None:
            return None
        side = self._style.side_at(point.x())
        row, top = self._row_at(round(point.y()), side)
        is_on_line = 0 <= point.y() - top < self._style.line_height
        return row if is_on_line and self._spread.folds.count_at(row) else None

    def _point(self, point: QPointF) -> None:
        """Answer the pointer: frame what belongs together, show what can be clicked."""
        hit = self.hit(point)
        self._frame_sentence(hit)
        shape = Qt.CursorShape.IBeamCursor
        if hit is None or self._fold_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

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

    def _drag_out(self) -> None:
        """Let the selected text be dragged into another program."""
        dragged, self._dragged = self._dragged, None
        if dragged is not None:
            drag = QDrag(self)
            drag.setMimeData(self.marked_data(*dragged))
            drag.exec(Qt.DropAction.CopyAction)

    # --- selecting with the mouse -------------------------------------------------------------

    def _extend_selection(self) -> None:
        selection = self._emphasis.selection
        if selection is None:
            return
        column = selection.side if selection.side in self._style.columns else None
        left = self._style.column_x(column or self._style.columns[0]) + 1
        right = left + self._style.column_width - 2
        x = max(left, min(float(self._pointer.x()), right))
        y = max(0, min(self._pointer.y(), self._screen - 1))
        hit = self.hit(QPointF(x, y))
        if hit is not None and hit.side is selection.side:
            self._select(selection.to(hit.position))

    def _scroll_while_selecting(self) -> None:
        above, below = self._pointer.y(), self._pointer.y() - self._screen
        self.scroll_by(above if above < 0 else max(0, below))
        self._extend_selection()
