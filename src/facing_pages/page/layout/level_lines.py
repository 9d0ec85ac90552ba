"""How levelling changes the heights of rows, estimated for all rows of a pair at once.

Two numbers a row: the lines that folded runs save on a side, and the lines of white that bringing
sentences level adds, beyond what the longer side takes anyhow:

    A A A      A'             longer side 5 lines, both level 3 + 4 = 7: 2 lines of white
    B B        B' B' B' B'
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.page.layout.level_plan import MAX_DRIFT, MAX_WHITE
from facing_pages.viewmodel.folding.folded_rows import Opened
from facing_pages.viewmodel.pair_view import SIDES, PairView, Table
from facing_pages.viewmodel.table_columns import LinkColumn, SentenceColumn

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LevelLines:
    """Lines for each row: those that folds save on a side, and those that breaks add."""

    folded: Both[Floats]
    white: Floats


def level_lines(pages: PairView, line_characters: float, opened: Opened) -> LevelLines:
    """Estimate what levelling does to each row."""
    count = pages.row_count()
    if not len(pages.rows.links):
        nothing = np.zeros(count)
        return LevelLines(Both(nothing, nothing), nothing)
    sides = Both.of(lambda side: _SideLines(pages, side, line_characters, opened))
    sums = sides.map(lambda side: np.bincount(side.rows, side.shown, minlength=count))
    highest = np.maximum(sums.original, sums.rewrite)
    white = _sums_of_levels(pages, sides) - highest
    return LevelLines(
        sides.map(lambda side: side.folded(count)), np.where(white > MAX_DRIFT, white, 0.0)
    )


class _SideLines:
    """The sentences of one side: the row of each, and how many lines it shows."""

    def __init__(self, pages: PairView, side: Side, line_characters: float, opened: Opened) -> None:
        starts, ends = pages.rows.sentence_places[side]
        self.links = pages.rows.sentences[side][:, SentenceColumn.LINK]
        self.rows = pages.rows_of_sentences[side]
        self._lines = (ends - starts) / line_characters
        alone = pages.rows.links[self.links, LinkColumn.start(side.other)] < 0
        alone &= pages.rows.paragraph_counts[side.other][self.rows] > 0
        # A run ends where a sentence is linked and where a row ends.
        is_new = ~alone
        is_new[1:] |= ~alone[:-1] | (np.diff(self.rows) != 0)
        self._runs = np.cumsum(is_new)
        is_folded = np.bincount(self._runs, self._lines) > MAX_WHITE
        places = [at for one, at in opened.places if one is side]
        is_folded &= self._named(starts, places) == opened.is_all
        self._is_hidden = alone & is_folded[self._runs]
        self.shown = np.where(self._is_hidden, 0.0, self._lines)

    def _named(self, starts: Table, places: list[int]) -> npt.NDArray[np.bool_]:
        """Tell for each run whether one of these places is in it."""
        named = np.zeros(int(self._runs[-1]) + 1 if len(self._runs) else 1, dtype=np.bool_)
        numbers = np.searchsorted(starts, np.array(places, dtype=np.int32), side="right") - 1
        named[self._runs[np.maximum(0, numbers)]] = True
        return named

    def folded(self, count: int) -> Floats:
        """Return how many lines the folds of each row save, but for their own."""
        is_head = self._is_hidden.copy()
        is_head[1:] &= np.diff(self._runs) != 0
        saved = np.where(self._is_hidden, self._lines, 0.0) - is_head
        return np.asarray(np.bincount(self.rows, saved, minlength=count), dtype=np.float64)


def _sums_of_levels(pages: PairView, sides: Both[_SideLines]) -> Floats:
    """Return how many lines each row takes if every link starts level."""
    links = pages.rows.links
    lengths = sides.map(lambda side: np.bincount(side.links, side.shown, minlength=len(links)))
    rows = np.full(len(links), -1, dtype=np.int64)
    for side in SIDES:
        rows[sides[side].links] = sides[side].rows
    levels = np.maximum(lengths.original, lengths.rewrite)
    is_there = rows >= 0
    sums = np.bincount(rows[is_there], levels[is_there], minlength=pages.row_count())
    return np.asarray(sums, dtype=np.float64)
