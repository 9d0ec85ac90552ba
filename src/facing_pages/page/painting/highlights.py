"""What is drawn over the plain page: where the reader is, points, has selected and has found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.selection import Selection
from facing_pages.viewmodel.search import SearchHits


@dataclass(frozen=True)
class Pull:
    """A sentence of a side held by its number, and where the pointer has taken it."""

    side: Side
    start: QPointF
    end: QPointF


@dataclass(frozen=True)
class Highlights:
    """`row`, `change` and `finding` are the current ones, `caret` a side and a place in its text.

    `framed` has the sentences pointed at, `found` what was searched for and `hit` the current
    place of it, `chosen` the sentences that a correction would link, `bookmarks` where sentences
    with a bookmark begin.
    """

    row: int | None = None
    change: int | None = None
    finding: int | None = None
    framed: tuple[tuple[Side, Span], ...] = ()
    selection: Selection | None = None
    caret: tuple[Side, int] | None = None
    found: SearchHits | None = None
    hit: int | None = None
    chosen: tuple[tuple[Side, Span], ...] = ()
    bookmarks: tuple[tuple[Side, int], ...] = ()
    pull: Pull | None = None

    def without_row(self) -> Highlights:
        """Return these without the numbers of what belongs to other rows."""
        return replace(self, row=None, change=None, finding=None, framed=())

    @property
    def selected(self) -> tuple[Side, Span] | None:
        """Return the side and the span selected, None if no character is."""
        if self.selection is None or not self.selection.span.length:
            return None
        return self.selection.side, self.selection.span

    def chosen_on(self, side: Side) -> Span | None:
        """Return where the sentences chosen on a side stand."""
        return next((span for one, span in self.chosen if one is side), None)

    def hits_in(self, side: Side, span: Span) -> Iterator[tuple[Span, bool]]:
        """Yield what was found in a part of a side, and whether it is the current place."""
        if self.found is None:
            return
        numbers, spans = self.found.of_side(side)
        starts, ends = spans.T
        first = int(np.searchsorted(ends, span.start, side="right"))
        last = int(np.searchsorted(starts, span.end, side="left"))
        for k in range(first, last):
            yield Span(int(starts[k]), int(ends[k])), int(numbers[k]) == self.hit
