"""What stands in a row: paragraphs set in lines, and the lines that folds are opened and closed at.

Boxes and points of a paragraph are relative to its upper left corner; `y` is how far below the top
of its row something starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit
from facing_pages.viewmodel.one_column import ComposedPiece


@dataclass(frozen=True)
class PlacedParagraph:
    """A paragraph. `pieces` say which characters of which side its text is made of."""

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
class FoldLine:
    """The line at which a fold is opened, or closed again.

    It stands for `count` units: in the column of `side` for what the other one lacks, or, as wide
    as the page, for rows in which nothing changed. `span` is what is folded on a side.
    """

    y: int
    side: Side
    span: Span
    count: int
    unit: FoldedUnit = FoldedUnit.SENTENCE
    is_open: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Tell whether both sides have what is folded."""
        return self.unit is FoldedUnit.UNCHANGED_ROW

    def holds(self, side: Side, position: int) -> bool:
        """Tell whether a position of a side's text is one of those that are folded here."""
        return side is self.side and self.span.start <= position < self.span.end
