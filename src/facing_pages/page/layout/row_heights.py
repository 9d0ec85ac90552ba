"""How high all rows are: estimated at once, then corrected one by one as rows are laid out.

The scroll position of the reader is a row and an offset into it, so a correction above it moves
nothing on screen.

    row       0     1     2            row 1 is laid out: 90, not 60
    heights  60    60    40    ---->   60    90    40
    tops      0    60   120   160       0    60   150   190
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Role, Side
from facing_pages.page.layout.level_lines import LevelLines, level_lines
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.viewmodel.folding.folded_rows import SHOWN, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import ROLES, SIDES, PairView
from facing_pages.viewmodel.table_columns import ParagraphColumn, RowColumn


class RowHeights:
    """Heights in pixels, the gap below each row included. Rows that are not shown have none."""

    def __init__(
        self, pages: PairView, style: PageStyle, folds: Folds, columns: tuple[Side, ...]
    ) -> None:
        is_shown = folds.states == SHOWN
        if style.mode is not Mode.ONE_COLUMN:
            has_text = [_counts(pages, side) > 0 for side in columns]
            is_shown = is_shown & np.logical_or.reduce(has_text)
        self.gaps = np.where(is_shown | (folds.states > 0), _gaps(pages, style, columns), 0)
        texts = SIDES if style.mode is Mode.ONE_COLUMN else columns
        level = None
        if style.levels_sentences:
            level = level_lines(pages, style.line_characters, folds.opened)
        estimate = np.where(is_shown, _estimate(pages, style, texts, level), 0)
        for row in folds.open_heads:
            estimate[row] += style.line_height if is_shown[row] else 0
        self.heights = np.where(folds.states > 0, style.line_height, estimate) + self.gaps
        self.is_exact = ~is_shown
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

    def next_visible(self, row: int) -> int:
        """Return the first row after `row` that has a height, the number of rows if none has."""
        if row + 1 < len(self.heights) and self.heights[row + 1]:
            return row + 1
        bottom = int(self.tops[row + 1])
        found = int(np.searchsorted(self.tops, bottom, side="right")) - 1
        return len(self.heights) if bottom >= self.total else found

    def previous_visible(self, row: int) -> int:
        """Return the last row before `row` that has a height, 0 if none has."""
        if row and self.heights[row - 1]:
            return row - 1
        return max(0, int(np.searchsorted(self.tops, int(self.tops[row]), side="left")) - 1)

    def next_estimated(self, start: int) -> int | None:
        """Return the first row from `start` on, or else from the top, that was never laid out."""
        for begin, end in ((start, len(self.is_exact)), (0, start)):
            part = self.is_exact[begin:end]
            if len(part) and not part.all():
                return begin + int(np.argmin(part))
        return None


def _counts(pages: PairView, side: Side) -> npt.NDArray[np.int32]:
    return pages.rows.paragraph_counts[side]


def _gaps(pages: PairView, style: PageStyle, sides: tuple[Side, ...]) -> npt.NDArray[np.int64]:
    """Return the space below each row: little between lines of a stanza, list items, table rows.

    In one column there is room for the note below what moved.
    """
    close = np.zeros(pages.row_count(), dtype=np.bool_)
    ends_stanza = close.copy()
    tight = [ROLES.index(role) for role in (Role.VERSE, Role.LIST_ITEM, Role.TABLE_ROW)]
    for side in sides:
        roles = pages.text(side).paragraphs[:, ParagraphColumn.ROLE]
        firsts = pages.rows.rows[:, RowColumn.start(side)]
        has = _counts(pages, side) > 0
        is_tight = np.zeros(len(firsts), dtype=np.bool_)
        is_tight[has] = np.isin(roles[firsts[has]], tight)
        close[:-1] |= is_tight[:-1] & is_tight[1:]
        ends_stanza |= _stanza_ends(pages, side)
    close &= ~ends_stanza
    if style.mode is Mode.ONE_COLUMN:
        lone = np.logical_or.reduce([_counts(pages, side) == 0 for side in SIDES])
        for row in np.flatnonzero(close & lone).tolist():
            close[row] = pages.counterpart(row) is None
    return np.where(close, style.verse_gap, style.paragraph_gap).astype(np.int64)


def _stanza_ends(pages: PairView, side: Side) -> npt.NDArray[np.bool_]:
    """Tell for each row whether its last line and the next row's first are of two stanzas."""
    paragraphs, rows = pages.text(side).paragraphs, pages.rows.rows
    ends = np.zeros(len(rows), dtype=np.bool_)
    has = _counts(pages, side) > 0
    both = np.flatnonzero(has[:-1] & has[1:])
    last = paragraphs[rows[both, RowColumn.end(side)] - 1]
    first = paragraphs[rows[both + 1, RowColumn.start(side)]]
    is_verse = first[:, ParagraphColumn.ROLE] == ROLES.index(Role.VERSE)
    # Lines of a stanza have nothing but a line feed between them, stanzas an empty line.
    between = first[:, ParagraphColumn.START] - last[:, ParagraphColumn.END]
    ends[both] = is_verse & (between > 1)
    return ends


def _estimate(
    pages: PairView, style: PageStyle, sides: tuple[Side, ...], level: LevelLines | None
) -> npt.NDArray[np.int64]:
    rows = pages.rows.rows
    highest = np.zeros(len(rows), dtype=np.int64)
    for side in sides:
        paragraphs = pages.text(side).paragraphs
        starts, ends = paragraphs[:, ParagraphColumn.START], paragraphs[:, ParagraphColumn.END]
        lines = np.ceil((ends - starts).astype(np.float64) / style.line_characters)
        tops = np.concatenate(([0], np.cumsum(lines * style.line_height + style.paragraph_gap)))
        first, last = rows[:, RowColumn.start(side)], rows[:, RowColumn.end(side)]
        height = tops[last] - tops[first] - style.paragraph_gap
        if level is not None:
            height -= np.floor(level.folded[side]) * style.line_height
        highest = np.maximum(highest, height.astype(np.int64))
    if level is not None:
        highest += np.floor(level.white).astype(np.int64) * style.line_height
    return highest
