"""Caret, selection and copying on the page, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import KIND_OF_STYLE, MarkStyle
from facing_pages.page.caret import Caret, CaretMover, Motion
from facing_pages.page.layout.hit_testing import Hit, hit_in_row
from facing_pages.page.layout.selection import Selection, sentence_span, word_span
from facing_pages.page.place_view import PlaceView
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.copying import both_texts, clean_text, counterpart, marked_html


class TextView(PlaceView):
    """Keeps a caret and a selection; the selection belongs to one side."""

    caret_moved = Signal(Side, int)
    selection_changed = Signal()
    choice_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._mover = CaretMover()

    # --- where --------------------------------------------------------------------------------

    @property
    def caret(self) -> Caret | None:
        """Return where the caret is, None while there is none."""
        return self._emphasis.caret

    def set_caret(self, side: Side, position: int) -> None:
        """Put the caret somewhere; nothing is selected any more."""
        self._mover.forget_track()
        self._emphasis = replace(self._emphasis, caret=(side, position), selection=None)
        self._caret_changed()

    def put_caret_away(self) -> bool:
        """Drop the selection, or else the caret; tell whether there was one."""
        emphasis = self._emphasis
        if emphasis.selection is not None and emphasis.selection.span.length:
            self._emphasis = replace(emphasis, selection=None)
        elif emphasis.caret is not None:
            self._emphasis = replace(emphasis, caret=None, selection=None)
        else:
            return False
        self.selection_changed.emit()
        self.viewport().update()
        return True

    def start_caret(self, side: Side | None = None) -> None:
        """Put the caret where the reader is: at the current change, or the first whole line."""
        if self._pages is None or self._spread is None:
            return
        side = side or self._style.columns[0]
        row = self._emphasis.row
        if row is None or row not in [number for number, _ in self.visible_rows()]:
            row = self.reading_row()
        column = self._spread.surfaces[side].layouts.row(row).paragraphs.get(side, ())
        if column:
            self.set_caret(*column[0].place_of(0))
            return
        paragraphs = self._pages.rows.row(row).paragraphs(side)
        text = self._pages.text(side)
        if len(text):
            number = min(paragraphs.start, len(text) - 1)
            self.set_caret(side, text.paragraph_span(number).start)

    def move_caret(self, motion: Motion, *, extend: bool) -> None:
        """Move the caret; with `extend` draw the selection out to it."""
        if self._spread is None:
            return
        if self._emphasis.caret is None:
            self.start_caret()
        caret = self._emphasis.caret
        if caret is None:
            return
        selection = self._emphasis.selection
        after = self._mover.moved(self._spread, caret, motion, stay=extend)
        if extend:
            selection = selection or Selection(caret[0], caret[1], caret[1])
            selection = selection.to(after[1])
        else:
            selection = None
        self._emphasis = replace(self._emphasis, caret=after, selection=selection)
        self._keep_caret_in_view()
        self._caret_changed()

    def _caret_changed(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()
        if self._emphasis.caret is not None:
            self._stand_at(*self._emphasis.caret)
            self._choose_here(*self._emphasis.caret)
            self.caret_moved.emit(*self._emphasis.caret)

    def _stand_at(self, side: Side, position: int) -> None:
        """Make the row of the caret the current one; a change in another row no longer is."""
        if self._pages is None or not len(self._pages.text(side)):
            return
        row = self._pages.row_of(side, self._pages.text(side).paragraph_at(position))
        rows = {self._emphasis.row}
        if self._emphasis.change is not None:
            entry = self._pages.changes.entry(self._emphasis.change)
            rows |= {entry.row, entry.other_row}
        if row not in rows:
            self._emphasis = replace(self._emphasis, row=row, change=None)
            self.row_activated.emit(row)

    # --- sentences to be linked ---------------------------------------------------------------

    def chosen(self) -> dict[Side, Span]:
        """Return the numbers of the sentences chosen on each side, those without any left out."""
        if self._pages is None or not self._pages.is_aligned:
            return {}
        found = {side: self._pages.sentences_in(side, span) for side, span in self._emphasis.chosen}
        return {side: numbers for side, numbers in found.items() if numbers.length}

    def choose(self, side: Side, span: Span | None) -> None:
        """Choose the sentences of a side that stand in a part of it, or none."""
        others = tuple(pair for pair in self._emphasis.chosen if pair[0] is not side)
        chosen = others if span is None else (*others, (side, span))
        if chosen != self._emphasis.chosen:
            self._emphasis = replace(self._emphasis, chosen=chosen)
            self.choice_changed.emit()
            self.viewport().update()

    def _choose_here(self, side: Side, position: int) -> None:
        """Choose the sentences that are selected, or the one the caret is in."""
        if self._pages is None or not self._pages.is_aligned:
            return
        selected = self.selected()
        touched = selected[1] if selected else Span(position, position)
        numbers = self._pages.sentences_in(side, touched)
        if numbers.length:
            self.choose(side, self._pages.sentences_span(side, numbers))

    def set_bookmarks(self, bookmarks: tuple[tuple[Side, int], ...]) -> None:
        """Show where there are bookmarks."""
        self._emphasis = replace(self._emphasis, bookmarks=bookmarks)
        self.viewport().update()

    def _keep_caret_in_view(self) -> None:
        """Scroll just as far as the caret needs to be on screen."""
        if self._spread is None or self._emphasis.caret is None:
            return
        side, position = self._emphasis.caret
        y = self._spread.height_on_screen(side, position)
        line, screen = self._style.line_height, self._screen
        if not -screen <= y <= 2 * screen:
            self.bring_into_view(side, position)
        elif y < line // 2:
            self.scroll_by(y - line)
        elif y > screen - 2 * line:
            self.scroll_by(y - screen + 2 * line)

    def hit(self, point: QPointF) -> Hit | None:
        """Return what is under a point of the viewport, None in the gutter."""
        if self._spread is None or self._pages is None:
            return None
        side = self._style.side_at(point.x())
        if side is None:
            return None
        row, top = self._row_at(round(point.y()), side)
        layout = self._spread.surfaces[side].layouts.row(row)
        return hit_in_row(self._pages, self._style, layout, top, point)

    # --- selecting ----------------------------------------------------------------------------

    def selected(self) -> tuple[Side, Span] | None:
        """Return the side and the span selected, None if nothing is."""
        selection = self._emphasis.selection
        if selection is None or not selection.span.length:
            return None
        return selection.side, selection.span

    def select(self, side: Side, span: Span) -> None:
        """Select a part of a side."""
        self._select(Selection(side, span.start, span.end))

    def select_word(self, hit: Hit) -> None:
        """Select the word at a place."""
        if self._pages is not None:
            self.select(hit.side, word_span(self._pages.text(hit.side), hit.position))

    def select_sentence(self, hit: Hit) -> None:
        """Select the sentence at a place."""
        if self._pages is not None:
            self.select(hit.side, sentence_span(self._pages, hit.side, hit.position))

    def select_all(self) -> None:
        """Select the whole text of the side the reader is on."""
        if self._pages is None:
            return
        selection, caret = self._emphasis.selection, self._emphasis.caret
        side = selection.side if selection else caret[0] if caret else self._style.columns[0]
        self._select(Selection(side, 0, len(self._pages.text(side).text)))

    def _select(self, selection: Selection | None) -> None:
        caret = (selection.side, selection.head) if selection else self._emphasis.caret
        self._emphasis = replace(self._emphasis, selection=selection, caret=caret)
        self._frame_counterpart()
        self._caret_changed()

    def _frame_counterpart(self) -> None:
        """Frame what faces the selection, without selecting it."""
        chosen = self.selected()
        if chosen is None or self._pages is None:
            return
        facing = counterpart(self._pages, *chosen)
        framed = ((chosen[0].other, facing),) if facing is not None else ()
        self._emphasis = replace(self._emphasis, framed=framed)

    # --- copying ------------------------------------------------------------------------------

    def selected_text(self) -> str:
        """Return the selected text, "" if nothing is selected."""
        chosen = self.selected()
        if chosen is None or self._pages is None:
            return ""
        return clean_text(self._pages.text(chosen[0]), chosen[1])

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def copy_both(self) -> None:
        """Put the selection, or the current sentence, and what faces it on the clipboard."""
        place = self._copied_place()
        if place is not None and self._pages is not None:
            QGuiApplication.clipboard().setText(both_texts(self._pages, *place))

    def copy_with_marks(self) -> None:
        """Put the selection, or the current sentence, on the clipboard as text with its marks."""
        place = self._copied_place()
        if place is not None and self._spread is not None:
            QGuiApplication.clipboard().setMimeData(self.marked_data(*place))

    def marked_data(self, side: Side, span: Span) -> QMimeData:
        """Return a part of a side for another program: plain, and with its marks."""
        assert self._spread is not None
        data = QMimeData()
        data.setText(clean_text(self._spread.shown.pages.text(side), span))
        data.setHtml(marked_html(self._spread.shown, side, span, self._mark_colors()))
        return data

    def _copied_place(self) -> tuple[Side, Span] | None:
        chosen = self.selected()
        if chosen is not None or self._pages is None:
            return chosen
        watched = self._watched()
        if not watched:
            return None
        side, position = watched[0]
        return side, sentence_span(self._pages, side, position)

    def _mark_colors(self) -> dict[MarkStyle, tuple[str, str]]:
        colors: dict[MarkStyle, tuple[str, str]] = {}
        for style, kind in KIND_OF_STYLE.items():
            fill = self._theme.fill(style)
            colors[style] = (fill.name() if fill else "", self._theme.lines[kind].name())
        return colors
