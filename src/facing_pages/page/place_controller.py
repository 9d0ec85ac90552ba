"""Which row, change and finding are the current ones, and going to others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side, Span
from facing_pages.page.fold_controller import FoldController
from facing_pages.page.layout.pair_layout import reading_line
from facing_pages.page.page_model import PageModel
from facing_pages.page.scroll_controller import ScrollController
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.search import SearchHits


class PlaceController(QObject):
    """Goes to rows, changes and places; before there is a pair it stays where it is."""

    row_activated = Signal(int)

    def __init__(
        self,
        model: PageModel,
        folding: FoldController,
        scrolling: ScrollController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._folding = folding
        self._scrolling = scrolling

    def current_change(self) -> int | None:
        """Return the number of the current change."""
        return self._model.highlights.change

    def current_finding(self) -> int | None:
        """Return the number of the current finding."""
        return self._model.highlights.finding

    def current_row(self) -> int | None:
        """Return the number of the current row."""
        return self._model.highlights.row

    def watched_place(self) -> tuple[Side, int]:
        """Return where the reader is: at the caret, the current change or the reading line."""
        anchor = self._model.anchor()
        if anchor is not None:
            return anchor.side, anchor.position
        watched = self._model.watched_places()
        return watched[0] if watched else (self._model.style.columns[0], 0)

    def start_of_row(self, row: int, side: Side) -> int:
        """Return where a row begins on a side; if it is empty there, where the next one does."""
        pages = self._model.pages
        if pages is None or not len(pages.text(side)):
            return 0
        text = pages.text(side)
        number = pages.rows.row(row).paragraphs(side).start
        return text.paragraph_span(min(number, len(text) - 1)).start

    def count_shown_changes(self, row: int) -> int:
        """Return how many changes that are shown are in a row, on either side."""
        pages = self._model.pages
        if pages is None:
            return 0
        return int(pages.shown_changes(self._model.filter)[pages.changes_at(row)].sum())

    # --- going there --------------------------------------------------------------------------

    def activate_row(self, row: int) -> None:
        """Make a row the current one where it is; no change is current any more."""
        highlights = replace(self._model.highlights, row=row, change=None, finding=None)
        self._model.set_highlights(highlights)
        self.row_activated.emit(row)

    def go_to_row(self, row: int) -> None:
        """Make a row the current one and bring it to the reading line."""
        if self._model.pages is None:
            return
        self._set_current(row, None)
        self._scrolling.bring_row_into_view(row)
        self.row_activated.emit(row)

    def set_current_change(self, number: int) -> None:
        """Make a change the current one without going there."""
        pages = self._model.pages
        if pages is not None:
            self._set_current(pages.changes.entry(number).row, number)

    def go_to_change(self, number: int) -> None:
        """Make a change the current one; scroll only if it is not well on screen."""
        pages = self._model.pages
        if pages is None:
            return
        self.set_current_change(number)
        entry = pages.changes.entry(number)
        for side in (*self._model.style.columns, *SIDES):
            span = entry.span(side)
            if span is not None:
                self._scrolling.bring_into_view(side, span.start)
                return

    def set_current_finding(self, number: int | None) -> None:
        """Make a finding the current one without going there, or none."""
        self._model.set_highlights(replace(self._model.highlights, finding=number))

    def go_to_finding(self, number: int) -> None:
        """Make a finding the current one, and the change it is in; scroll only if need be."""
        pages, findings = self._model.pages, self._model.findings
        if pages is None or findings is None:
            return
        finding = findings.entry(number)
        sides = [side for side in SIDES if finding.span(side) is not None]
        places = [(side, finding.span(side) or Span(0, 0)) for side in sides]
        changes = [pages.change_at(side, span.start) for side, span in places]
        change = next((change for change in changes if change is not None), None)
        self._set_current(int(findings.rows[number]), change, number)
        for column in (*self._model.style.columns, *SIDES):
            span = finding.span(column)
            if span is not None:
                self._scrolling.bring_into_view(column, span.start)
                return

    def go_to_half(self, number: int, row: int, side: Side) -> None:
        """Show one half of a moved passage, which stays the current change."""
        pages = self._model.pages
        if pages is None:
            return
        self._set_current(row, number)
        self._scrolling.bring_row_into_view(row)
        span = pages.changes.entry(number).span(side)
        if span is not None:
            self._scrolling.bring_into_view(side, span.start)

    def go_to_place(self, side: Side, position: int) -> None:
        """Bring a place to the reading line and make its row the current one."""
        pages = self._model.pages
        if pages is None:
            return
        row = pages.row_of(side, pages.text(side).paragraph_at(position))
        self._set_current(row, None)
        self._folding.show_place(side, position)
        self._scrolling.put(side, position, reading_line(self._model.height))

    def set_found(self, found: SearchHits | None, hit: int | None) -> None:
        """Mark what was found, and go to one place of it."""
        self._model.set_highlights(replace(self._model.highlights, found=found, hit=hit))
        if found is not None and hit is not None:
            side, start, _ = found.place(hit)
            self._scrolling.bring_into_view(side, start)

    def set_bookmarks(self, bookmarks: tuple[tuple[Side, int], ...]) -> None:
        """Show where there are bookmarks."""
        self._model.set_highlights(replace(self._model.highlights, bookmarks=bookmarks))

    def _set_current(self, row: int, change: int | None, finding: int | None = None) -> None:
        before = self._model.highlights
        highlights = replace(before, row=row, change=change, finding=finding, framed=())
        self._model.set_highlights(highlights)
