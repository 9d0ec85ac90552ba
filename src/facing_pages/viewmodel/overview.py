"""All changes of a pair over a strip of some pixels: where they stand, and how much each covers.

What does not depend on the heights of the rows is worked out once for a pair and a choice of
kinds, so that a strip is drawn anew in a few milliseconds while the window is being sized.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import Pages, Table

Floats = npt.NDArray[np.float64]
# Pixels a change is high at least, so that none is lost.
LEAST_HEIGHT: Final = 3
# Columns of the table of changes: the row of the original, that of the rewrite.
_ROWS: Final = (6, 7)


class Overview:
    """The shown changes of a pair by place."""

    def __init__(self, pages: Pages, chosen: Filter) -> None:
        self._pages = pages
        self._chosen = chosen

    def coverage(self, tops: npt.NDArray[np.int64], pixels: int) -> Floats:
        """Return for each pixel and kind which share of the text behind it changed, from 0 to 1.

        A change covers `LEAST_HEIGHT` pixels at least.
        """
        covered = np.zeros((pixels, len(ViewKind)))
        characters = max(1, len(self._pages.original.text) + len(self._pages.rewrite.text))
        kinds = self._table[:, 0].astype(np.int64)
        for k, column in enumerate(_ROWS):
            first = np.clip((self._places(column, tops) * pixels).astype(np.int64), 0, pixels - 1)
            lengths = np.maximum(1, self._table[:, 3 + 2 * k] - self._table[:, 2 + 2 * k])
            cells = np.bincount(
                first * len(ViewKind) + kinds, weights=lengths, minlength=covered.size
            )
            covered += cells.reshape(covered.shape)
        spread = covered.copy()
        for step in range(1, LEAST_HEIGHT):
            spread[step:] = np.maximum(spread[step:], covered[:-step])
        return np.minimum(1.0, spread * pixels / characters)

    def nearest(self, tops: npt.NDArray[np.int64], share: float, reach: float) -> int | None:
        """Return the change nearest to a place of the whole, None if none is within `reach`."""
        if not len(self._numbers):
            return None
        away = np.abs(self._places(_ROWS[0], tops) - share)
        nearest = int(np.argmin(away))
        return int(self._numbers[nearest]) if away[nearest] <= reach else None

    def _places(self, column: int, tops: npt.NDArray[np.int64]) -> Floats:
        """Return how far down the whole each change stands, from 0 to 1."""
        rows, inside = self._inside[column]
        starts = tops[rows]
        return np.asarray((starts + inside * (tops[rows + 1] - starts)) / max(1, int(tops[-1])))

    @cached_property
    def _numbers(self) -> npt.NDArray[np.intp]:
        kinds = self._pages.changes.table[:, 0]
        wanted = [int(kind) for kind in self._chosen.kinds if kind is not ViewKind.SPLIT]
        return np.flatnonzero(np.isin(kinds, wanted))

    @cached_property
    def _table(self) -> Table:
        return self._pages.changes.table[self._numbers]

    @cached_property
    def _inside(self) -> dict[int, tuple[npt.NDArray[np.int64], Floats]]:
        """Return for either end of each change its row and how far down in the row it stands."""
        return {column: self._row_and_share(column) for column in _ROWS}

    def _row_and_share(self, row_column: int) -> tuple[npt.NDArray[np.int64], Floats]:
        table, all_rows = self._table, self._pages.rows.rows
        rows = np.maximum(0, table[:, row_column]).astype(np.int64)
        inside = np.zeros(len(rows))
        for side, column in enumerate((2, 4)):
            text = self._pages.original if side == 0 else self._pages.rewrite
            first, end = all_rows[rows, 2 * side], all_rows[rows, 2 * side + 1]
            known = (table[:, column] >= 0) & (first < len(text)) & (end > first)
            start = text.paragraphs[np.clip(first, 0, len(text) - 1), 0]
            last = text.paragraphs[np.clip(end - 1, 0, len(text) - 1), 1]
            share = (table[:, column] - start) / np.maximum(1, last - start)
            inside = np.where(known & (inside == 0), np.clip(share, 0, 1), inside)
        return rows, inside
