"""Rows of a pair in one style: their layouts, their heights, and where the reader is in them."""

from __future__ import annotations

from facing_pages.core.model import Side, Span
from facing_pages.ui.reader.page_style import PageStyle
from facing_pages.ui.reader.row_heights import RowHeights
from facing_pages.ui.reader.row_layouts import RowLayouts
from facing_pages.ui.reader.row_painter import RowPainter
from facing_pages.ui.reader.scroll_place import ScrollPlace
from facing_pages.viewmodel.pages import Pages


class LaidOutPage:
    """What has to be made anew when the rows, the width or the zoom change."""

    def __init__(self, pages: Pages, style: PageStyle) -> None:
        self.layouts = RowLayouts(pages, style)
        self.heights = RowHeights(pages, style)
        self.place = ScrollPlace(self.heights, self.measure)
        self.painter: RowPainter | None = None

    def measure(self, row: int) -> None:
        """Lay a row out if its height is only estimated."""
        if not self.heights.is_exact[row]:
            height = self.layouts.row(row).height + int(self.heights.gaps[row])
            self.heights.correct(row, height)

    def height_inside(self, row: int, side: Side, span: Span) -> int:
        """Return how far below the top of its row a span starts."""
        for placed in self.layouts.row(row).paragraphs[side]:
            if placed.start <= span.start <= placed.start + len(placed.layout.text):
                first = span.start - placed.start
                boxes = placed.layout.rects(Span(first, first + 1))
                return placed.y + (round(boxes[0].top()) if boxes else 0)
        return 0
