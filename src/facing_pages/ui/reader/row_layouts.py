"""Rows laid out: the paragraphs of both sides, one below the other, kept while they are near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from facing_pages.core.model import Side
from facing_pages.ui.reader.page_style import PageStyle
from facing_pages.ui.reader.paragraph_layout import ParagraphLayout
from facing_pages.viewmodel.pages import SIDES, Pages

# Rows kept: several screens full. A laid-out paragraph takes about 64 KB with its glyphs.
MOST_ROWS: Final = 120


@dataclass(frozen=True)
class PlacedParagraph:
    """A paragraph and how far below the top of its row it starts."""

    number: int
    side: Side
    start: int
    y: int
    layout: ParagraphLayout


@dataclass(frozen=True)
class RowLayout:
    """All paragraphs of a row; `height` is without the gap below."""

    number: int
    paragraphs: dict[Side, tuple[PlacedParagraph, ...]]
    height: int

    def every(self) -> Iterator[PlacedParagraph]:
        """Give the paragraphs of both sides."""
        for side in SIDES:
            yield from self.paragraphs[side]


class RowLayouts:
    """Lays rows out when they are asked for and keeps the last ones."""

    def __init__(self, pages: Pages, style: PageStyle) -> None:
        self._pages = pages
        self._style = style
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()

    def row(self, number: int) -> RowLayout:
        """Return a row laid out."""
        kept = self._kept.get(number)
        if kept is None:
            kept = self._kept[number] = self._lay_out(number)
            if len(self._kept) > MOST_ROWS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(number)
        return kept

    def _lay_out(self, number: int) -> RowLayout:
        row = self._pages.rows.row(number)
        paragraphs: dict[Side, tuple[PlacedParagraph, ...]] = {}
        height = self._style.line_height
        for side in SIDES:
            placed, bottom = self._column(side, range(*row.paragraphs(side)))
            paragraphs[side] = placed
            height = max(height, bottom)
        return RowLayout(number, paragraphs, height)

    def _column(self, side: Side, numbers: range) -> tuple[tuple[PlacedParagraph, ...], int]:
        style = self._style
        placed: list[PlacedParagraph] = []
        y = 0
        for number in numbers:
            if placed:
                y += style.paragraph_gap
            text = self._pages.text(side)
            role, level = text.role(number), int(text.paragraphs[number, 3])
            layout = ParagraphLayout(
                text.paragraph_text(number),
                style.font_for(role, level),
                width=style.column_width,
                line_height=style.line_height,
                indent=style.indent_for(role, level),
            )
            start = text.paragraph_span(number).start
            placed.append(PlacedParagraph(number, side, start, y, layout))
            y += layout.height
        return tuple(placed), y
