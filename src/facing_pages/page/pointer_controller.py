"""What the pointer does on the page: pointing, clicking, selecting, dragging, and the wheel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent

from facing_pages.core.model import Side, Span
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.page.caret_controller import CaretController
from facing_pages.page.fold_controller import FoldController
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.link_choice import LinkChoice
from facing_pages.page.page_model import PageModel
from facing_pages.page.place_controller import PlaceController
from facing_pages.page.scroll_controller import ScrollController
from facing_pages.page.user_requests import UserRequests
from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.wording.finding_labels import finding_tip
from facing_pages.viewmodel.wording.labels import change_tip

# Lines a notch of the wheel scrolls by, the usual setting of systems and of Qt, and the angle of a
# notch in eighths of a degree (documentation of QWheelEvent).
WHEEL_LINES: Final = 3
WHEEL_NOTCH: Final = 120
# Milliseconds between steps of scrolling while a selection is drawn out of the screen, by
# judgement.
AUTOSCROLL_INTERVAL: Final = 30
# What stands for no link; numbers of links are not negative.
_NO_LINK: Final = -1


class PointerController(QObject):
    """Takes the events of mouse and wheel, with points of the viewport.

    `dragged_data` makes what another program gets of a part of a side.
    """

    drag_started = Signal(QMimeData)
    shape_changed = Signal(Qt.CursorShape)

    def __init__(
        self,
        model: PageModel,
        folding: FoldController,
        scrolling: ScrollController,
        place: PlaceController,
        caret: CaretController,
        links: LinkChoice,
        requests: UserRequests,
        dragged_data: Callable[[Side, Span], QMimeData | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._folding = folding
        self._scrolling = scrolling
        self._place = place
        self._caret = caret
        self._links = links
        self._requests = requests
        self._dragged_data = dragged_data
        self._is_selecting = False
        self._dragged: tuple[Side, Span] | None = None
        self._pressed = QPoint()
        self._pointer = QPoint()
        self._autoscroll = QTimer(self)
        self._autoscroll.setInterval(AUTOSCROLL_INTERVAL)
        self._autoscroll.timeout.connect(self._scroll_while_selecting)
        self._third_click = QTimer(self)
        self._third_click.setSingleShot(True)

    # --- events -------------------------------------------------------------------------------

    def move(self, event: QMouseEvent) -> None:
        """Frame the counterpart of the sentence pointed at; draw out a selection; drag it."""
        point = event.position()
        self._pointer = point.toPoint()
        if self._links.pull is not None:
            self._links.move(point, self._scrolling.hit(point))
        elif self._dragged is not None:
            distance = (self._pointer - self._pressed).manhattanLength()
            if distance >= QGuiApplication.styleHints().startDragDistance():
                self._drag_out()
        elif self._is_selecting:
            self._draw_out()
        else:
            self._point(point)

    def press(self, event: QMouseEvent) -> None:
        """Start a selection; in the gutter, take the row."""
        if event.button() is not Qt.MouseButton.LeftButton or self._model.pages is None:
            return
        self._scrolling.smooth.stop()
        point = event.position()
        self._pressed = self._pointer = point.toPoint()
        if (fold := self._folding.at(point)) is not None:
            self._folding.toggle(fold)
            return
        hit = self._scrolling.hit(point)
        modifiers = event.modifiers()
        if self._links.press(point, hit, alt=bool(modifiers & Qt.KeyboardModifier.AltModifier)):
            return
        if hit is None:
            self._place.go_to_row(self._scrolling.row_at(round(point.y()))[0])
            return
        self._scrolling.lead_with(hit.side)
        self._press_text(hit, extend=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def release(self, event: QMouseEvent) -> None:
        """End a selection; a plain click takes the change or the row under it."""
        if self._links.pull is not None:
            self._links.release(self._scrolling.hit(event.position()))
            return
        was_selecting, self._is_selecting = self._is_selecting, False
        was_dragged, self._dragged = self._dragged, None
        self._autoscroll.stop()
        selection = self._model.highlights.selection
        if was_dragged or (was_selecting and selection and not selection.span.length):
            self._click(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer; a third click takes the sentence."""
        hit = self._scrolling.hit(event.position())
        if hit is not None:
            self._caret.select_word(hit)
            self._third_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom; over the gutter step through the changes."""
        delta, pixels = event.angleDelta().y(), event.pixelDelta().y()
        up = -1 if delta > 0 else 1
        side = self._model.style.side_at(event.position().x())
        self._scrolling.lead_with(side)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._requests.zoom_requested.emit(-up)
        elif pixels:
            self._scrolling.smooth.stop()
            self._scrolling.scroll_by(-pixels)
        elif side is None:
            command = Command.NEXT_CHANGE if up > 0 else Command.PREVIOUS_CHANGE
            self._requests.command_requested.emit(command)
        else:
            line = self._model.style.line_height
            self._scrolling.smooth.by(round(-delta / WHEEL_NOTCH * WHEEL_LINES * line))
        event.accept()

    def ask_for_menu(self, event: QContextMenuEvent) -> None:
        """Put the caret under the pointer and ask for what can be done there."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self._scrolling.hit(QPointF(event.pos()))
            selected = self._caret.selected()
            if hit is None:
                self._place.go_to_row(self._scrolling.row_at(event.pos().y())[0])
            elif hit.on_text and not (selected and selected[0] is hit.side):
                self._caret.put(hit.side, hit.position)
                if (finding := self._finding_under(hit)) is not None:
                    self._requests.finding_activated.emit(finding)
        self._requests.menu_requested.emit(event.globalPos())

    def tip_at(self, point: QPointF) -> str:
        """Return what stands under a point: a finding with its reason, a change and why its sides
        belong together; "" for neither."""
        pages, hit = self._model.pages, self._scrolling.hit(point)
        if pages is None or hit is None:
            return ""
        number, entry = self._finding_under(hit), self._change_under(hit)
        tips = [finding_tip(pages.findings.entry(number))] if number is not None else []
        tips += [change_tip(pages, entry)] if entry is not None else []
        return "\n\n".join(tips)

    def dismiss_frame(self) -> bool:
        """Take the frame of the sentence pointed at away; tell whether there was one."""
        was_framed = bool(self._model.highlights.framed)
        self._set_framed((), _NO_LINK)
        return was_framed

    # --- pressing and clicking ----------------------------------------------------------------

    def _press_text(self, hit: Hit, *, extend: bool) -> None:
        if self._third_click.isActive():
            self._third_click.stop()
            self._caret.select_sentence(hit)
            return
        selected = self._caret.selected()
        if selected and selected[0] is hit.side and _holds(selected[1], hit.position):
            self._dragged = selected
            return
        self._is_selecting = True
        self._caret.select_from(hit, extend=extend)

    def _click(self, point: QPointF) -> None:
        pages = self._model.pages
        if pages is None:
            return
        hit = self._scrolling.hit(point)
        row, _ = self._scrolling.row_at(round(point.y()), hit.side if hit else None)
        other = pages.other_row(row)
        if hit is not None and not hit.on_text and other >= 0:
            self._place.go_to_row(other)
            return
        if hit is not None and hit.on_text:
            self._caret.put(hit.side, hit.position)
            link = self._link_under(hit)
            if link is not None:
                self._requests.sentence_activated.emit(link)
        change = self._change_under(hit) if hit is not None else None
        if change is not None:
            self._requests.change_activated.emit(change.number)
        else:
            self._place.activate_row(row)
        finding = self._finding_under(hit) if hit is not None else None
        if finding is not None:
            self._requests.finding_activated.emit(finding)

    def _finding_under(self, hit: Hit) -> int | None:
        """Return the finding shown at a place in the text."""
        findings = self._model.findings
        if findings is None or findings.pages is not self._model.pages or not hit.on_text:
            return None
        return None if self._model.mode.is_clean else findings.at(hit.side, hit.position)

    def _change_under(self, hit: Hit) -> ListedChange | None:
        """Return the change shown at a place in the text."""
        pages = self._model.pages
        if pages is None or not hit.on_text or self._model.mode.is_clean:
            return None
        number = pages.change_at(hit.side, hit.position)
        if number is None:
            return None
        entry = pages.changes.entry(number)
        return entry if self._model.filter.shows(entry.kind) else None

    def _link_under(self, hit: Hit) -> int | None:
        """Return the link of the sentence at a place, None before sentences are aligned."""
        pages = self._model.pages
        if pages is None or not pages.is_aligned:
            return None
        sentence = pages.sentence_at(hit.side, hit.position)
        return pages.link_of(hit.side, sentence) if sentence is not None else None

    # --- pointing -----------------------------------------------------------------------------

    def _point(self, point: QPointF) -> None:
        """Frame what belongs together, show what can be clicked."""
        hit = self._scrolling.hit(point)
        link = self._link_under(hit) if hit is not None and hit.on_text else None
        pages = self._model.pages
        if pages is None or link is None:
            self._set_framed((), _NO_LINK)
        else:
            framed = [(side, span) for side in SIDES for span in pages.sentence_spans(side, link)]
            self._set_framed(tuple(framed), link)
        is_link = hit is None or self._folding.at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.shape_changed.emit(shape)

    def _set_framed(self, framed: tuple[tuple[Side, Span], ...], link: int) -> None:
        highlights = self._model.highlights
        if framed != highlights.framed:
            self._model.set_highlights(replace(highlights, framed=framed))
            self._requests.sentence_hovered.emit(link)

    # --- selecting and dragging ---------------------------------------------------------------

    def _draw_out(self) -> None:
        """Draw the selection out to the pointer; scroll while that is outside of the screen."""
        self._extend_selection()
        if QRect(0, 0, self._model.width, self._model.height).contains(self._pointer):
            self._autoscroll.stop()
        elif not self._autoscroll.isActive():
            self._autoscroll.start()

    def _extend_selection(self) -> None:
        """Draw the selection out to what is nearest to the pointer in its own column."""
        selection, style = self._model.highlights.selection, self._model.style
        if selection is None:
            return
        column = selection.side if selection.side in style.columns else style.columns[0]
        left = style.column_x(column) + 1
        right = left + style.column_width - 2
        x = max(left, min(float(self._pointer.x()), right))
        y = max(0, min(self._pointer.y(), self._model.height - 1))
        self._caret.extend_to(self._scrolling.hit(QPointF(x, y)))

    def _scroll_while_selecting(self) -> None:
        above, below = self._pointer.y(), self._pointer.y() - self._model.height
        self._scrolling.scroll_by(above if above < 0 else max(0, below))
        self._extend_selection()

    def _drag_out(self) -> None:
        """Let the selected text be dragged into another program."""
        dragged, self._dragged = self._dragged, None
        data = self._dragged_data(*dragged) if dragged is not None else None
        if data is not None:
            self.drag_started.emit(data)


def _holds(span: Span, position: int) -> bool:
    return span.start <= position < span.end
