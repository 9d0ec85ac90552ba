"""The whole page as it is seen: rows, gutter, connectors, or flowing texts with their ribbons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from facing_pages.core.model import Side
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.painting.connectors import paint_connectors
from facing_pages.page.painting.gutter import paint_gutter
from facing_pages.page.painting.highlights import Highlights
from facing_pages.page.painting.link_lines import paint_links
from facing_pages.page.painting.ribbons import paint_ribbons
from facing_pages.page.painting.row_painter import RowPainter
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES

# Pixels beside the text that belong to its row: less than where ribbons begin.
TINT_EDGE: Final = 10


def paint_pair(
    painter: QPainter,
    layout: PairLayout,
    rows: RowPainter,
    theme: Theme,
    size: QSizeF,
    highlights: Highlights,
) -> None:
    """Paint what is on a screen of this size."""
    if layout.flow is not None:
        _paint_flowing(painter, layout, rows, theme, size, highlights)
        return
    style = layout.style
    visible = layout.visible(layout.leader, round(size.height()))
    band = QRectF(0, 0, size.width(), size.height())
    for row, y in visible:
        rows.paint(painter, row, y, band, highlights)
    for row, y in visible:
        if style.mode is Mode.ALIGN:
            paint_links(painter, layout.shown, row, y, style, theme)
        elif not style.mode.is_clean:
            paint_gutter(painter, layout.shown, row, y, style, theme)
    if style.mode.has_rows:
        paint_connectors(painter, layout.shown, visible, style, theme)


def _paint_flowing(
    painter: QPainter,
    layout: PairLayout,
    rows: RowPainter,
    theme: Theme,
    size: QSizeF,
    highlights: Highlights,
) -> None:
    style = layout.style
    middle, half = style.gutter_x, style.gutter_width / 2 - TINT_EDGE
    bands = {
        Side.ORIGINAL: QRectF(0, 0, middle - half, size.height()),
        Side.REWRITE: QRectF(middle + half, 0, size.width() - middle - half, size.height()),
    }
    visible = {side: layout.visible(side, round(size.height())) for side in SIDES}
    for side in SIDES:
        for row, y in visible[side]:
            rows.paint(painter, row, y, bands[side], highlights)
    paint_ribbons(painter, layout.shown, visible, style, theme)
