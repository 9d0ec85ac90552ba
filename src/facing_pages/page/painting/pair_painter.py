"""The whole page as it is seen: rows, gutter, connectors, or flowing texts with their ribbons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from facing_pages.core.model import Side
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.painting.gutter import paint_connectors, paint_findings, paint_gutter
from facing_pages.page.painting.highlights import Highlights
from facing_pages.page.painting.link_lines import paint_links, paint_pull
from facing_pages.page.painting.ribbons import paint_ribbons
from facing_pages.page.painting.row_painter import RowPainter
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES

# Pixels beside the text that belong to its row: less than the 14 after which ribbons begin.
TINT_EDGE: Final = 10


class PairPainter:
    """Paints pairs in one theme after the other; keeps the marks prepared for the last frame."""

    def __init__(self) -> None:
        self._rows: RowPainter | None = None

    def forget(self) -> None:
        """Let go of what was prepared for a layout that is no longer shown."""
        self._rows = None

    def paint(
        self,
        painter: QPainter,
        layout: PairLayout,
        theme: Theme,
        size: QSizeF,
        highlights: Highlights,
    ) -> None:
        """Paint what is on a screen of this size."""
        rows = self._row_painter(layout, theme)
        if layout.flow is not None:
            _paint_flowing(painter, layout, rows, theme, size, highlights)
        else:
            _paint_level(painter, layout, rows, theme, size, highlights)
        if highlights.pull is not None:
            paint_pull(painter, highlights.pull, theme)

    def _row_painter(self, layout: PairLayout, theme: Theme) -> RowPainter:
        rows, style = self._rows, layout.style
        if rows is None or not rows.is_for(layout.shown, style, theme):
            rows = self._rows = RowPainter(layout.shown, style, theme)
        return rows


def _paint_level(
    painter: QPainter,
    layout: PairLayout,
    rows: RowPainter,
    theme: Theme,
    size: QSizeF,
    highlights: Highlights,
) -> None:
    """Paint rows whose two sides start at one height, and what is in the gutter between them."""
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
        if not style.mode.is_clean:
            paint_findings(painter, layout.shown, row, y, style, theme)
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
    for row, y in visible[Side.REWRITE]:
        paint_findings(painter, layout.shown, row, y, style, theme)
