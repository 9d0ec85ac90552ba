"""What is under a point of the page: which side, which character."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.placed import at_height
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.viewmodel.pair_view import PairView


@dataclass(frozen=True)
class Hit:
    """The character nearest to a point; `on_text` tells whether the point is on a line of text."""

    side: Side
    position: int
    on_text: bool


def hit_in_row(
    pages: PairView, style: PageStyle, row: RowLayout, top: float, point: QPointF
) -> Hit | None:
    """Return what is under a point in a row whose top is at `top`; None in the gutter."""
    side = style.side_at(point.x())
    if side is None or side not in row.paragraphs:
        return None
    y = point.y() - top
    placed = at_height(row.paragraphs[side], y)
    if placed is None:
        empty = pages.rows.row(row.number).paragraphs(side).start
        before = pages.text(side).paragraph_span(max(0, empty - 1))
        return Hit(side, before.end, on_text=False)
    inner = QPointF(point.x() - style.column_x(side), y - placed.y)
    found, position = placed.place_at(inner.x(), inner.y())
    return Hit(found, position, placed.layout.is_inside(inner.x(), inner.y()))
