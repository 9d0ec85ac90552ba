"""All changes of a pair over a strip of some pixels: where they stand, and how much each covers.

What does not depend on the heights of the rows is worked out once for a pair and a choice of
kinds, so that a strip is drawn again in a few milliseconds while the window is being sized.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import PairView, Table
from facing_pages.viewmodel.table_columns import (
    ChangeColumn,
    FindingColumn,
    ParagraphColumn,
    RowColumn,
)

Floats = npt.NDArray[np.float64]
# Pixels a change is high at least, so that none is lost; by judgement.
MIN_CHANGE_HEIGHT: Final = 3
_ROWS: Final = Both(ChangeColumn.ROW, ChangeColumn.OTHER_ROW)


class Overview:
    """The shown changes of a pair by place, and its findings."""

    def __init__(
        self, pages: PairView, chosen: Filter, findings: ShownFindings | None = None
    ) -> None:
        self._pages = pages
        self._chosen = chosen
        self._findings = findings

    def coverage(self, tops: npt.NDArray[np.int64], pixels: int) -> Floats:
        """Return for each pixel and kind which share of the text behind it changed, from 0 to 1.

        A change covers `MIN_CHANGE_HEIGHT` pixels at least.
        """
        covered = np.zeros((pixels, len(ViewKind)))
        characters = max(1, len(self._pages.original.text) + len(self._pages.rewrite.text))
        kinds = self._table[:, ChangeColumn.KIND].astype(np.int64)
        for side in Side:
            first = np.clip((self._places(side, tops) * pixels).astype(np.int64), 0, pixels - 1)
            starts = self._table[:, ChangeColumn.start(side)]
            lengths = np.maximum(1, self._table[:, ChangeColumn.end(side)] - starts)
            cells = np.bincount(
                first * len(ViewKind) + kinds, weights=lengths, minlength=covered.size
            )
            covered += cells.reshape(covered.shape)
        spread = covered.copy()
        for step in range(1, MIN_CHANGE_HEIGHT):
            spread[step:] = np.maximum(spread[step:], covered[:-step])
        return np.minimum(1.0, spread * pixels / characters)

    def nearest(self, tops: npt.NDArray[np.int64], share: float, reach: float) -> int | None:
        """Return the change nearest to a place of the whole, None if none is within `reach`.

        A change that stands in two places is near either.
        """
        if not len(self._numbers):
            return None
        away = np.min([np.abs(self._places(side, tops) - share) for side in Side], axis=0)
        nearest = int(np.argmin(away))
        return int(self._numbers[nearest]) if away[nearest] <= reach else None

    def finding_places(self, tops: npt.NDArray[np.int64]) -> Floats:
        """Return how far down the whole each shown finding stands, from 0 to 1."""
        return _shares(*self._finding_rows, tops)

    def nearest_finding(
        self, tops: npt.NDArray[np.int64], share: float, reach: float
    ) -> int | None:
        """Return the finding nearest to a place of the whole, None if none is within `reach`."""
        away = np.abs(self.finding_places(tops) - share)
        if self._findings is None or not len(away) or away.min() > reach:
            return None
        return int(self._findings.shown[int(np.argmin(away))])

    def _places(self, side: Side, tops: npt.NDArray[np.int64]) -> Floats:
        """Return how far down the whole each change stands, from 0 to 1."""
        return _shares(*self._inside[side], tops)

    @cached_property
    def _finding_rows(self) -> tuple[npt.NDArray[np.int64], Floats]:
        if self._findings is None:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        shown, table = self._findings.shown, self._pages.findings.table[self._findings.shown]
        starts = Both.of(lambda side: table[:, FindingColumn.start(side)])
        return self._row_and_share(self._findings.rows[shown], starts)

    @cached_property
    def _numbers(self) -> npt.NDArray[np.intp]:
        is_shown = self._pages.shown_changes(self._chosen)
        is_shown &= self._pages.changes.table[:, ChangeColumn.KIND] != ViewKind.SPLIT
        return np.flatnonzero(is_shown)

    @cached_property
    def _table(self) -> Table:
        return self._pages.changes.table[self._numbers]

    @cached_property
    def _inside(self) -> Both[tuple[npt.NDArray[np.int64], Floats]]:
        """Return for either end of each change its row and how far down in the row it stands."""
        starts = Both.of(lambda side: self._table[:, ChangeColumn.start(side)])
        return _ROWS.map(lambda column: self._row_and_share(self._table[:, column], starts))

    def _row_and_share(
        self, row_numbers: Table, starts: Both[Table]
    ) -> tuple[npt.NDArray[np.int64], Floats]:
        all_rows = self._pages.rows.rows
        rows = np.maximum(0, row_numbers).astype(np.int64)
        inside = np.full(len(rows), np.nan)
        for side in Side:
            text, at = self._pages.text(side), starts[side]
            first, end = all_rows[rows, RowColumn.start(side)], all_rows[rows, RowColumn.end(side)]
            start = text.paragraphs[np.minimum(first, len(text) - 1), ParagraphColumn.START]
            last = text.paragraphs[end - 1, ParagraphColumn.END]
            # What moved from one row to another stands in one of them on each side.
            known = (end > first) & (at >= start) & (at < last)
            share = (at - start) / np.maximum(1, last - start)
            inside = np.where(known & np.isnan(inside), share, inside)
        return rows, np.nan_to_num(inside)


def _shares(rows: npt.NDArray[np.int64], inside: Floats, tops: npt.NDArray[np.int64]) -> Floats:
    """Return how far down the whole places are, given by their rows and how far down in these."""
    starts = tops[rows]
    return np.asarray((starts + inside * (tops[rows + 1] - starts)) / max(1, int(tops[-1])))
