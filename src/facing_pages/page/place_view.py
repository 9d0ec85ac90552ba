"""Where the reader is on the page, and going elsewhere: by pixels, rows, changes and places."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal

from facing_pages.core.model import Side
from facing_pages.page.layout.pair_layout import Anchor, reading_line
from facing_pages.page.layout.row_layouts import PlacedParagraph
from facing_pages.page.page_view import PageView
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.search import Found
from facing_pages.viewmodel.table_columns import ChangeColumn


class PlaceView(PageView):
    """Goes places and tells which one it is at."""

    row_activated = Signal(int)

    def top_row(self) -> int:
        """Return the first row on screen."""
        return self._spread.page.place.row if self._spread else 0

    def reading_row(self) -> int:
        """Return the row at the reading line."""
        return self._row_at(reading_line(self._screen))[0]

    def start_of_row(self, row: int, side: Side) -> int:
        """Return where a row begins on a side; where the one before ends if it has nothing."""
        if self._pages is None or not len(self._pages.text(side)):
            return 0
        text = self._pages.text(side)
        number = self._pages.rows.row(row).paragraphs(side).start
        return text.paragraph_span(min(number, len(text) - 1)).start

    def reading_place(self) -> tuple[Side, int]:
        """Return the side and position at the top of the screen, to come back to later."""
        eye = self._eye(0.0)
        return (eye.side, eye.position) if eye else (Side.ORIGINAL, 0)

    def watched_place(self) -> tuple[Side, int] | None:
        """Return where the reader is: at the caret, the current change or the reading line."""
        eye = self._eye()
        if eye is not None:
            return eye.side, eye.position
        watched = self._watched()
        return watched[0] if watched else (self._style.columns[0], 0)

    def current_change(self) -> int | None:
        """Return the number of the current change."""
        return self._emphasis.change

    def current_row(self) -> int | None:
        """Return the number of the current row."""
        return self._emphasis.row

    def visible_share(self) -> tuple[float, float]:
        """Return which part of the whole is on screen, from 0 to 1."""
        return self._spread.visible_share(self._screen) if self._spread else (0.0, 1.0)

    def seen_paragraphs(self) -> list[tuple[int, int, PlacedParagraph]]:
        """Return the paragraphs on screen, row by row: row, top of the row, paragraph."""
        if self._spread is None:
            return []
        sides = SIDES if self._spread.flow is not None else (self._spread.leader,)
        return [
            (row.number, top, placed)
            for side in sides
            for row, top in self._spread.visible(side, self._screen)
            for placed in row.every()
        ]

    def count_shown_changes(self, row: int) -> int:
        """Return how many changes of the shown kinds are in a row."""
        if self._pages is None:
            return 0
        kinds = self._pages.changes.of_row(row)[:, ChangeColumn.KIND]
        return int(np.isin(kinds, [int(kind) for kind in self._filter.kinds]).sum())

    def scroll_to_share(self, share: float) -> None:
        """Put a part of the whole in the middle of the screen."""
        if self._spread is not None:
            self._spread.scroll_to_share(share, self._screen)
            self._changed_place()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by some pixels, up if negative."""
        if self._spread is not None:
            self._changed_place(most=self._spread.scroll_by(pixels, self._screen))

    def unfold_first(self) -> None:
        """Show the paragraphs of the first fold on screen."""
        if self._spread is not None:
            folded = [row for row, _ in self.visible_rows() if self._spread.folds.count_at(row)]
            self.unfold(folded[:1])

    def go_to_row(self, row: int) -> None:
        """Make a row the current one and bring it to the reading line."""
        if self._spread is None or self._pages is None:
            return
        self._emphasis = replace(self._emphasis, row=row, change=None, framed=())
        self._open_fold(row)
        self._spread.page.place.bring(row, 0, self._screen)
        self._changed_place()
        self.row_activated.emit(row)

    def set_current_change(self, number: int) -> None:
        """Make a change the current one without going there."""
        if self._pages is not None:
            row = self._pages.changes.entry(number).row
            self._emphasis = replace(self._emphasis, row=row, change=number, framed=())
            self.viewport().update()

    def go_to_change(self, number: int) -> None:
        """Make a change the current one; scroll only if it is not well on screen."""
        if self._pages is None:
            return
        self.set_current_change(number)
        entry = self._pages.changes.entry(number)
        for side in (*self._style.columns, *SIDES):
            span = entry.span(side)
            if span is not None:
                self.bring_into_view(side, span.start)
                return

    def go_to_half(self, number: int, row: int, side: Side) -> None:
        """Show one half of a moved passage, which stays the current change."""
        if self._pages is None or self._spread is None:
            return
        self._emphasis = replace(self._emphasis, row=row, change=number, framed=())
        self._open_fold(row)
        self._spread.page.place.bring(row, 0, self._screen)
        span = self._pages.changes.entry(number).span(side)
        if span is not None:
            self.bring_into_view(side, span.start)
        self._changed_place()

    def go_to_place(self, side: Side, position: int) -> None:
        """Bring a place to the reading line and make its row the current one."""
        if self._pages is None or self._spread is None:
            return
        row = self._pages.row_of(side, self._pages.text(side).paragraph_at(position))
        self._emphasis = replace(self._emphasis, row=row, change=None, framed=())
        self._open_fold(row)
        self._spread.put(Anchor(side, position, reading_line(self._screen)), self._screen)
        self._changed_place()

    def bring_into_view(self, side: Side, position: int) -> None:
        """Bring a place in a text to the reading line, unless it is well on screen."""
        if self._pages is None or self._spread is None:
            return
        self._open_fold(self._pages.row_of(side, self._pages.text(side).paragraph_at(position)))
        self._spread.bring(side, position, self._screen)
        self._changed_place()

    def put(self, side: Side, position: int) -> None:
        """Bring a place in a text to the top of the screen."""
        if self._spread is not None:
            self._spread.put(Anchor(side, position, 0), self._screen)
            self._changed_place()

    def set_found(self, found: Found | None, hit: int | None) -> None:
        """Mark what was found, and go to one place of it."""
        self._emphasis = replace(self._emphasis, found=found, hit=hit)
        if found is not None and hit is not None:
            side, start, _ = found.place(hit)
            self.bring_into_view(side, start)
        self.viewport().update()
