"""How much white stands beside text in a row that was laid out."""

from __future__ import annotations

from facing_pages.core.model import Side
from facing_pages.page.layout.row_layouts import RowLayout

Part = tuple[float, float]


def white_lines(row: RowLayout, line_height: int) -> int:
    """Return beside how many lines of text in a row one side is blank, at most in one piece."""
    most = 0
    for side in Side:
        if not row.paragraphs[side]:
            continue
        beside = [(top + bottom) / 2 for top, bottom in _lines(row, side.other, line_height)]
        taken = [*_lines(row, side, line_height), *_folds(row, side, line_height)]
        for top, bottom in _gaps(sorted(taken), row.height):
            most = max(most, sum(top < middle < bottom for middle in beside))
    return most


def _lines(row: RowLayout, side: Side, line_height: int) -> list[Part]:
    return [
        (placed.y + top, placed.y + top + line_height)
        for placed in row.paragraphs[side]
        for top in placed.layout.line_tops
    ]


def _folds(row: RowLayout, side: Side, line_height: int) -> list[Part]:
    return [(fold.y, fold.y + line_height) for fold in row.folds if fold.side is side]


def _gaps(taken: list[Part], height: float) -> list[Part]:
    ends = [0.0, *(bottom for _, bottom in taken)]
    starts = [*(top for top, _ in taken), height]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if start > end]
