"""Rows of a pair in one style: their layouts, their heights, and where the reader is in them."""

from __future__ import annotations

from functools import partial

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.layout.row_layouts import RowLayouts
from facing_pages.page.layout.scroll_anchor import ScrollPlace
from facing_pages.viewmodel.folding.folded_rows import Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.one_column import rewrite_position
from facing_pages.viewmodel.visible_marks import VisibleMarks


class LaidOutPage:
    """What has to be made again when the rows, the width, the zoom or the mode change.

    `columns` are the sides that scroll together here: both, or one of two that flow freely.
    """

    def __init__(
        self, shown: VisibleMarks, style: PageStyle, folds: Folds, columns: tuple[Side, ...]
    ) -> None:
        self.shown = shown
        self.columns = columns
        self.folds = folds
        self._style = style
        self.layouts = RowLayouts(shown, style, folds, columns)
        self.heights = RowHeights(shown.pages, style, folds, columns)
        # Not a method of this page, which would hold itself by it: a page of a book that is laid
        # out anew would then stay in memory, with all its tables, until garbage is collected.
        self.measure = partial(_measure, self.layouts, self.heights)
        self.place = ScrollPlace(self.heights, self.measure)

    def place_of(self, side: Side, position: int) -> tuple[int, int]:
        """Return the row in which a position stands and how far below its top it is.

        A side without a column here is stood in for by what it is linked with.
        """
        pages = self.shown.pages
        if not len(pages.text(side)):
            return 0, 0
        row = pages.row_of(side, pages.text(side).paragraph_at(position))
        if not self.folds.is_shown(row):
            return self.folds.head_of(row), 0
        fold = self.layouts.row(row).fold_around(side, position)
        if fold is not None and not fold.is_open:
            return row, fold.y
        holder = self.layouts.row(row).holder(side, position)
        if holder is None and (stand_in := self._stand_in(side, position, row)) is not None:
            side, position = stand_in
            row = pages.row_of(side, pages.text(side).paragraph_at(position))
            holder = self.layouts.row(row).holder(side, position)
        if holder is None:
            return row, 0
        box = holder.caret_box(side, position)
        return row, holder.y + (round(box.top()) if box is not None else 0)

    def _stand_in(self, side: Side, position: int, row: int) -> tuple[Side, int] | None:
        """Return a place that is shown here for one that is not, None if no text is."""
        pages = self.shown.pages
        if self._style.mode is Mode.ONE_COLUMN:
            return Side.REWRITE, rewrite_position(self.shown, row, position)
        other = self.columns[0]
        text = pages.text(other)
        if not len(text):
            return None
        sentence = pages.sentence_at(side, position) if pages.is_aligned else None
        if sentence is not None:
            spans = pages.sentence_spans(other, pages.link_of(side, sentence))
            if spans:
                return other, spans[0].start
        paragraphs = pages.rows.row(row).paragraphs(other)
        return other, text.paragraph_span(min(paragraphs.start, len(text) - 1)).start


def _measure(layouts: RowLayouts, heights: RowHeights, row: int) -> None:
    """Lay a row out if its height is only estimated."""
    if not heights.is_exact[row]:
        heights.correct(row, layouts.row(row).height + int(heights.gaps[row]))
