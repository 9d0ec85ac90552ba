"""The caret and the selection: where they are, and moving them by motions and places."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side, Span
from facing_pages.page.caret import Caret, CaretMover, Motion
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.layout.selection import Selection, sentence_span, word_span
from facing_pages.page.page_model import PageModel
from facing_pages.page.place_controller import PlaceController
from facing_pages.page.scroll_controller import ScrollController
from facing_pages.viewmodel.copying import counterpart


class CaretController(QObject):
    """There may be no caret; a selection belongs to one side and has the caret at its head."""

    moved = Signal(Side, int)

    def __init__(
        self,
        model: PageModel,
        scrolling: ScrollController,
        place: PlaceController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._scrolling = scrolling
        self._place = place
        self._mover = CaretMover()

    @property
    def place(self) -> Caret | None:
        """Return where the caret is, None while there is none."""
        return self._model.highlights.caret

    # --- the caret ----------------------------------------------------------------------------

    def put(self, side: Side, position: int) -> None:
        """Put the caret somewhere; nothing is selected any more."""
        self._mover.forget_track()
        self._show((side, position), None)

    def start(self, side: Side | None = None) -> None:
        """Put the caret where the reader is: into the current row, or the one being read."""
        pages, layout = self._model.pages, self._model.layout
        if pages is None or layout is None:
            return
        side = side or self._model.style.columns[0]
        row = self._model.highlights.row
        if row is None or row not in [number for number, _ in self._scrolling.visible_rows()]:
            row = self._scrolling.reading_row()
        column = layout.surfaces[side].layouts.row(row).paragraphs.get(side, ())
        if column:
            self.put(*column[0].place_of(0))
        elif len(pages.text(side)):
            self.put(side, self._place.start_of_row(row, side))

    def move(self, motion: Motion, *, extend: bool) -> None:
        """Move the caret; with `extend` draw the selection out to it."""
        layout = self._model.layout
        if layout is None:
            return
        if self.place is None:
            self.start()
        caret = self.place
        if caret is None:
            return
        after = self._mover.moved(layout, caret, motion, stay=extend)
        selection = None
        if extend:
            selection = self._model.highlights.selection or Selection(*caret, caret[1])
            selection = selection.to(after[1])
        self._model.set_highlights(
            replace(self._model.highlights, caret=after, selection=selection)
        )
        self._scrolling.keep_in_view(*after)
        self._settle()

    def move_by_page(self, pixels: int) -> None:
        """Move the caret down by as many lines as fit into some pixels, up if negative."""
        motion = Motion.LINE if pixels > 0 else Motion.LINE_BACK
        for _ in range(abs(pixels) // self._model.style.line_height):
            self.move(motion, extend=False)

    def put_away(self) -> bool:
        """Drop the selection, or else the caret; tell whether there was one."""
        highlights = self._model.highlights
        if highlights.selected is not None:
            self._model.set_highlights(replace(highlights, selection=None))
        elif highlights.caret is not None:
            self._model.set_highlights(replace(highlights, caret=None, selection=None))
        else:
            return False
        return True

    # --- the selection ------------------------------------------------------------------------

    def selected(self) -> tuple[Side, Span] | None:
        """Return the side and the span selected, None if nothing is."""
        return self._model.highlights.selected

    def select(self, side: Side, span: Span) -> None:
        """Select a part of a side."""
        self._select(Selection(side, span.start, span.end))

    def select_from(self, hit: Hit, *, extend: bool) -> None:
        """Start a selection at a place; with `extend` draw the present one out to it instead."""
        caret, selection = self.place, self._model.highlights.selection
        anchor = hit.position
        if extend and caret is not None and caret[0] is hit.side:
            anchor = selection.anchor if selection else caret[1]
        self._select(Selection(hit.side, anchor, hit.position))

    def extend_to(self, hit: Hit | None) -> None:
        """Draw the selection out to a place of its own side; leave it where that is none."""
        selection = self._model.highlights.selection
        if selection is not None and hit is not None and hit.side is selection.side:
            self._select(selection.to(hit.position))

    def select_word(self, hit: Hit) -> None:
        """Select the word at a place."""
        if self._model.pages is not None:
            self.select(hit.side, word_span(self._model.pages.text(hit.side), hit.position))

    def select_sentence(self, hit: Hit) -> None:
        """Select the sentence at a place."""
        if self._model.pages is not None:
            self.select(hit.side, sentence_span(self._model.pages, hit.side, hit.position))

    def select_all(self) -> None:
        """Select the whole text of the side the reader is on."""
        pages, selection = self._model.pages, self._model.highlights.selection
        if pages is None:
            return
        here = selection.side if selection else self.place[0] if self.place else None
        side = here or self._model.style.columns[0]
        self.select(side, Span(0, len(pages.text(side).text)))

    def _select(self, selection: Selection) -> None:
        self._show((selection.side, selection.head), selection)

    # --- what follows from both ---------------------------------------------------------------

    def _show(self, caret: Caret, selection: Selection | None) -> None:
        highlights = replace(self._model.highlights, caret=caret, selection=selection)
        framed = self._facing(highlights.selected)
        if framed is not None:
            highlights = replace(highlights, framed=framed)
        self._model.set_highlights(highlights)
        self._settle()

    def _facing(self, selected: tuple[Side, Span] | None) -> tuple[tuple[Side, Span], ...] | None:
        """Return what faces a selection, to be framed; None where nothing is selected."""
        pages = self._model.pages
        if selected is None or pages is None:
            return None
        facing = counterpart(pages, *selected)
        return ((selected[0].other, facing),) if facing is not None else ()

    def _settle(self) -> None:
        """Make the row of the caret the current one, and say where the caret is."""
        caret = self.place
        if caret is not None:
            self._stand_at(*caret)
            self.moved.emit(*caret)

    def _stand_at(self, side: Side, position: int) -> None:
        """Make the row of a place the current one; a change in another row no longer is."""
        pages, highlights = self._model.pages, self._model.highlights
        if pages is None or not len(pages.text(side)):
            return
        row = pages.row_of(side, pages.text(side).paragraph_at(position))
        rows = {highlights.row}
        if highlights.change is not None:
            entry = pages.changes.entry(highlights.change)
            rows |= {entry.row, entry.other_row}
        if row not in rows:
            self._place.activate_row(row)
