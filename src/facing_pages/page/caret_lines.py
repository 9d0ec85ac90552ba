"""The lines a caret goes through in a column: those of text, and the lines of closed folds.

The lamp was quiet.            line 0 of a paragraph
▸ 2 sentences left out         the line of a fold, where the caret stands before what it hides
It rained all night.           line 1 of the paragraph
"""

from __future__ import annotations

from dataclasses import dataclass

from facing_pages.core.model import Side
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.layout.placed import FoldLine, PlacedParagraph

Caret = tuple[Side, int]


@dataclass(frozen=True)
class CaretLine:
    """A line of a column, `y` below the top of its row: one of a paragraph, or that of a fold.

    `place` is where the caret stands on the line of a fold, or the start of the paragraph.
    """

    y: int
    place: Caret
    placed: PlacedParagraph | None = None
    line: int = 0


def line_after(pair_layout: PairLayout, caret: Caret, *, back: bool) -> CaretLine | None:
    """Return the line below that of a caret, or above it; None at the end of the column."""
    side, position = caret
    surface = pair_layout.surfaces[side]
    row, _ = surface.place_of(side, position)
    column = _column_of(pair_layout, row, caret)
    lines = lines_in_row(pair_layout, row, column)
    at = next((k for k, line in enumerate(lines) if _is_on(pair_layout, line, caret)), None)
    if at is None:
        return None
    at += -1 if back else 1
    while not 0 <= at < len(lines):
        row += -1 if back else 1
        if not 0 <= row < len(surface.heights):
            return None
        lines = lines_in_row(pair_layout, row, column) if surface.heights.heights[row] else []
        at = len(lines) - 1 if back else 0
    return lines[at]


def lines_in_row(pair_layout: PairLayout, row: int, column: Side) -> list[CaretLine]:
    """Return the lines of a column in a row from top to bottom."""
    layout = pair_layout.surfaces[column].layouts.row(row)
    lines = [
        CaretLine(placed.y + top, placed.place_of(0), placed, line)
        for placed in layout.paragraphs.get(column, ())
        for line, top in enumerate(placed.layout.line_tops)
    ]
    lines += [
        CaretLine(fold.y, _place_of(pair_layout, row, fold, column))
        for fold in layout.folds
        if not fold.is_open and (fold.is_unchanged or fold.side is column)
    ]
    return sorted(lines, key=lambda line: line.y)


def _place_of(pair_layout: PairLayout, row: int, fold: FoldLine, column: Side) -> Caret:
    """Return where a caret stands that comes to the line of a fold in a column."""
    if not fold.is_unchanged:
        return fold.side, fold.span.start
    pages = pair_layout.shown.pages
    paragraph = pages.rows.row(row).paragraphs(column).start
    return column, pages.text(column).paragraph_span(paragraph).start


def _column_of(pair_layout: PairLayout, row: int, caret: Caret) -> Side:
    """Return the column a caret stands in: that of its side, but where there is only one."""
    holder = pair_layout.surfaces[caret[0]].layouts.row(row).holder(*caret)
    if holder is not None:
        return holder.column
    columns = pair_layout.style.columns
    return caret[0] if caret[0] in columns else columns[0]


def _is_on(pair_layout: PairLayout, line: CaretLine, caret: Caret) -> bool:
    hiding = pair_layout.fold_hiding(*caret)
    if line.placed is None:
        return hiding is not None and hiding == pair_layout.fold_hiding(*line.place)
    inside = line.placed.inside_of(*caret) if hiding is None else None
    return inside is not None and line.placed.layout.line_of(inside) == line.line
