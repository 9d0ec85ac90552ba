"""How high all rows are: estimated at once, then corrected one by one as rows are laid out.

The scroll position of the reader is a row and an offset into it, so a correction above it moves
nothing on screen.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Role
from facing_pages.ui.reader.page_style import PageStyle
from facing_pages.viewmodel.pages import ROLES, SIDES, Pages

# Pixels that lines lose at their end on average: half a word.
LINE_LOSS: Final = 22


class RowHeights:
    """Heights in pixels, the gap below each row included."""

    def __init__(self, pages: Pages, style: PageStyle) -> None:
        self.gaps = _gaps(pages, style)
        self.heights = _estimate(pages, style) + self.gaps
        self.is_exact = np.zeros(len(self.heights), dtype=np.bool_)
        self._tops: npt.NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.heights)

    def correct(self, row: int, height: int) -> bool:
        """Note the exact height of a row; tell whether that changed anything."""
        self.is_exact[row] = True
        if self.heights[row] == height:
            return False
        self.heights[row] = height
        self._tops = None
        return True

    @property
    def tops(self) -> npt.NDArray[np.int64]:
        """Return where each row starts, and where the last one ends."""
        if self._tops is None:
            self._tops = np.concatenate(([0], np.cumsum(self.heights)))
        return self._tops

    @property
    def total(self) -> int:
        """Return the height of everything."""
        return int(self.tops[-1])

    def row_at(self, y: int) -> int:
        """Return the row at a height."""
        row = int(np.searchsorted(self.tops, y, side="right")) - 1
        return max(0, min(row, len(self.heights) - 1))

    def next_estimated(self, start: int) -> int | None:
        """Return the first row from `start` on, or else from the top, that was never laid out."""
        for begin, end in ((start, len(self.is_exact)), (0, start)):
            part = self.is_exact[begin:end]
            if len(part) and not part.all():
                return begin + int(np.argmin(part))
        return None


def _gaps(pages: Pages, style: PageStyle) -> npt.NDArray[np.int64]:
    """Return the space below each row: little between lines of verse and between list items."""
    close = np.zeros(pages.row_count(), dtype=np.bool_)
    tight = [ROLES.index(Role.VERSE), ROLES.index(Role.LIST_ITEM)]
    for side, (first, end) in zip(SIDES, ((0, 1), (2, 3)), strict=True):
        roles = pages.text(side).paragraphs[:, 2]
        rows = pages.rows.rows
        has = rows[:, end] > rows[:, first]
        is_tight = np.zeros(len(rows), dtype=np.bool_)
        is_tight[has] = np.isin(roles[rows[has, first]], tight)
        close[:-1] |= is_tight[:-1] & is_tight[1:]
    return np.where(close, style.verse_gap, style.paragraph_gap).astype(np.int64)


def _estimate(pages: Pages, style: PageStyle) -> npt.NDArray[np.int64]:
    rows = pages.rows.rows
    highest = np.full(len(rows), style.line_height, dtype=np.int64)
    for side, (first, end) in zip(SIDES, ((0, 1), (2, 3)), strict=True):
        paragraphs = pages.text(side).paragraphs
        characters = (paragraphs[:, 1] - paragraphs[:, 0]).astype(np.float64)
        room = max(40.0, style.column_width - LINE_LOSS)
        lines = np.maximum(1, np.ceil(characters * style.average_advance / room))
        tops = np.concatenate(([0], np.cumsum(lines * style.line_height + style.paragraph_gap)))
        height = tops[rows[:, end]] - tops[rows[:, first]] - style.paragraph_gap
        highest = np.maximum(highest, height.astype(np.int64))
    return highest
