"""Rows laid out: the paragraphs of each column, one below the other, kept while they are near.

One paragraph was split into two; the row is as high as its higher side:

    row 7    original            rewrite
    y = 0    The lamp was quiet  The lamp was quiet.
             and it rained all   ---- paragraph gap ----
    y = 60   night long.         It rained all night.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from facing_pages.core.model import EmphasisKind, Side, Span
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.viewmodel.folded_rows import Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.one_column import ComposedParagraph, ComposedPiece, compose_row
from facing_pages.viewmodel.visible_marks import VisibleMarks

# Rows kept: several screens full. A laid-out paragraph takes about 64 KB with its glyphs. By
# judgement.
MAX_KEPT_ROWS: Final = 120


@dataclass(frozen=True)
class PlacedParagraph:
    """A paragraph and how far below the top of its row it starts.

    `pieces` say which characters of which side its text is made of; but for one column it is one
    piece. Boxes and points are relative to the paragraph's upper left corner.
    """

    column: Side
    y: int
    layout: ParagraphLayout
    pieces: tuple[ComposedPiece, ...]

    def spans(self) -> Iterator[tuple[Side, Span]]:
        """Yield the parts of the texts that stand here; one for each side and run."""
        for piece in self.pieces:
            yield piece.side, piece.span

    def holds(self, side: Side, position: int) -> bool:
        """Tell whether a position of a side's text stands here, the ends included."""
        return any(s is side and span.start <= position <= span.end for s, span in self.spans())

    def boxes(self, side: Side, span: Span) -> list[QRectF]:
        """Return the boxes that a part of a side's text covers here, [] if it is elsewhere."""
        boxes: list[QRectF] = []
        for inside in self.inside(side, span):
            boxes += self.layout.rects(inside)
        return boxes

    def inside(self, side: Side, span: Span) -> Iterator[Span]:
        """Yield where a part of a side's text stands in the text of this paragraph."""
        for piece in self.pieces:
            if piece.side is side:
                start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
                if start < end:
                    shift = piece.at - piece.span.start
                    yield Span(start + shift, end + shift)

    def caret_box(self, side: Side, position: int) -> QRectF | None:
        """Return where the caret before a position stands, None if that is elsewhere."""
        inside = self.inside_of(side, position)
        return None if inside is None else self.layout.caret_box(inside)

    def place_at(self, x: float, y: float) -> tuple[Side, int]:
        """Return the side and the position nearest to a point."""
        return self.place_of(self.layout.position_at(x, y))

    def place_of(self, inside: int) -> tuple[Side, int]:
        """Return the side and the position of a character of this paragraph's own text."""
        best = self.pieces[0]
        for piece in self.pieces:
            if piece.at <= inside:
                best = piece
        shift = max(0, min(inside - best.at, best.span.length))
        return best.side, best.span.start + shift

    def inside_of(self, side: Side, position: int) -> int | None:
        """Return where a position of a side's text is in this paragraph's own text.

        Where one piece ends at the position and a later one starts there, that is the later one.
        """
        found = None
        for piece in self.pieces:
            if piece.side is side and piece.span.start <= position <= piece.span.end:
                found = piece.at + position - piece.span.start
        return found


def at_height(column: Sequence[PlacedParagraph], y: float) -> PlacedParagraph | None:
    """Return the paragraph of a column at a height, or the last one above it; None without any."""
    best = column[0] if column else None
    for placed in column:
        if placed.y <= y:
            best = placed
    return best


@dataclass(frozen=True)
class RowLayout:
    """All paragraphs of a row by column; `height` is without the gap below.

    `folded` is the number of unchanged rows this line stands for, 0 for a row of text.
    """

    number: int
    paragraphs: dict[Side, tuple[PlacedParagraph, ...]]
    height: int
    folded: int = 0

    def every(self) -> Iterator[PlacedParagraph]:
        """Yield the paragraphs of all columns."""
        for column in self.paragraphs.values():
            yield from column

    def holder(self, side: Side, position: int) -> PlacedParagraph | None:
        """Return the paragraph in which a position of a side's text stands."""
        return next((p for p in self.every() if p.holds(side, position)), None)


class RowLayouts:
    """Lays rows out when they are asked for and keeps the last ones."""

    def __init__(
        self, shown: VisibleMarks, style: PageStyle, folds: Folds, columns: tuple[Side, ...]
    ) -> None:
        self._shown = shown
        self._pages = shown.pages
        self._style = style
        self._folds = folds
        self._columns = columns
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()

    def row(self, number: int) -> RowLayout:
        """Return a row laid out."""
        kept = self._kept.get(number)
        if kept is None:
            kept = self._kept[number] = self._lay_out(number)
            if len(self._kept) > MAX_KEPT_ROWS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(number)
        return kept

    def _lay_out(self, number: int) -> RowLayout:
        if not self._folds.is_shown(number):
            count = self._folds.count_at(number)
            height = self._style.line_height if count else 0
            return RowLayout(number, dict.fromkeys(self._columns, ()), height, count)
        paragraphs: dict[Side, tuple[PlacedParagraph, ...]] = {}
        height = 0
        for column in self._columns:
            placed, bottom = self._column(column, number)
            paragraphs[column] = placed
            height = max(height, bottom)
        return RowLayout(number, paragraphs, height)

    def _column(self, column: Side, number: int) -> tuple[tuple[PlacedParagraph, ...], int]:
        placed: list[PlacedParagraph] = []
        y = 0
        for paragraph in self._paragraphs(column, number):
            if placed:
                y += self._style.paragraph_gap
            layout = ParagraphLayout(
                paragraph.text,
                self._style.font_for(paragraph.role, paragraph.level),
                width=self._style.column_width,
                line_height=self._style.line_height,
                indent=self._style.indent_for(paragraph.role, paragraph.level),
                emphasis=self._emphasis(paragraph),
            )
            placed.append(PlacedParagraph(column, y, layout, paragraph.pieces))
            y += layout.height
        return tuple(placed), y

    def _emphasis(self, paragraph: ComposedParagraph) -> list[tuple[Span, EmphasisKind]]:
        """Return what is set apart in a paragraph, as places in it; labels of speakers are bold."""
        apart: list[tuple[Span, EmphasisKind]] = []
        for piece in paragraph.pieces:
            text, by = self._pages.text(piece.side), piece.at - piece.span.start
            apart += [(span.shifted(by), EmphasisKind.BOLD) for span in text.labels_in(piece.span)]
            apart += [(span.shifted(by), kind) for span, kind in text.emphasis_in(piece.span)]
        return apart

    def _paragraphs(self, column: Side, number: int) -> Iterator[ComposedParagraph]:
        if self._style.mode is Mode.ONE_COLUMN:
            yield from compose_row(self._shown, number)
            return
        text = self._pages.text(column)
        for n in range(*self._pages.rows.row(number).paragraphs(column)):
            span, role = text.paragraph_span(n), text.role(n)
            pieces = (ComposedPiece(0, column, span),)
            level = text.level(n)
            yield ComposedParagraph(text.paragraph_text(n), pieces, role, level)
