"""What is drawn over the plain page: where the reader is, points, has selected and has found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.selection import Selection
from facing_pages.viewmodel.search import Found


@dataclass(frozen=True)
class Highlights:
    """`caret` is a side and a position; `found` what was searched for, `hit` which one is next.

    `chosen` has the sentences that a correction would link; `bookmarks` where sentences begin.
    """

    row: int | None = None
    change: int | None = None
    framed: tuple[tuple[Side, Span], ...] = ()
    selection: Selection | None = None
    caret: tuple[Side, int] | None = None
    found: Found | None = None
    hit: int | None = None
    chosen: tuple[tuple[Side, Span], ...] = ()
    bookmarks: tuple[tuple[Side, int], ...] = ()

    def chosen_on(self, side: Side) -> Span | None:
        """Return where the sentences chosen on a side stand."""
        return next((span for one, span in self.chosen if one is side), None)

    def hits_in(self, side: Side, span: Span) -> Iterator[tuple[Span, bool]]:
        """Give what was found in a part of a side, and whether it is the current one."""
        if self.found is None:
            return
        numbers, spans = self.found.of_side(side)
        starts, ends = spans.T
        first = int(np.searchsorted(ends, span.start, side="right"))
        last = int(np.searchsorted(starts, span.end, side="left"))
        for k in range(first, last):
            yield Span(int(starts[k]), int(ends[k])), int(numbers[k]) == self.hit
