"""Pairs laid out on a page of one size, without a window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import PageStyle, make_page_style
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.layout.row_layouts import RowLayout, RowLayouts
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import Folds, no_folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks

WIDTH, HEIGHT = 1000, 600
PAPER = QColor("white")


def style_of(mode: Mode = Mode.SIDE_BY_SIDE) -> PageStyle:
    """Return the measures of a page of this size."""
    return make_page_style(WIDTH, PageSettings(), mode=mode)


def rows_of(
    pages: PairView,
    style: PageStyle,
    *,
    chosen: Filter | None = None,
    folds: Folds | None = None,
) -> RowLayouts:
    """Return the rows of a pair, to be laid out."""
    shown = VisibleMarks(pages, chosen or Filter())
    return RowLayouts(shown, style, folds or no_folds(pages), style.columns)


def layout_of(pages: PairView, mode: Mode, leader: Side = Side.ORIGINAL) -> PairLayout:
    """Return a pair laid out in a mode."""
    shown = VisibleMarks(pages, Filter())
    return PairLayout(shown, style_of(mode), no_folds(pages), leader)


def below_each_other(layouts: RowLayouts, count: int) -> list[tuple[RowLayout, int]]:
    """Return rows and the heights at which each starts if nothing is between them."""
    placed: list[tuple[RowLayout, int]] = []
    y = 0
    for number in range(count):
        row = layouts.row(number)
        placed.append((row, y))
        y += row.height
    return placed


class Picture:
    """A white page that was painted on, with questions about what is where."""

    def __init__(self, paint: Callable[[QPainter], None]) -> None:
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        try:
            paint(painter)
        finally:
            painter.end()
        # [y, x]; a colour is a number, its topmost byte unused.
        self._pixels = np.array(image.constBits()).view(np.uint32).reshape(HEIGHT, WIDTH)
        self._pixels &= 0xFFFFFF

    def color_at(self, x: float, y: float) -> str:
        """Return the colour of a pixel."""
        return f"#{self._pixels[round(y), round(x)]:06x}"

    def painted(self, left: float, top: float, right: float, bottom: float) -> set[tuple[int, int]]:
        """Return the pixels of a part of the page that are not white, by x and y."""
        part = self._pixels[round(top) : round(bottom), round(left) : round(right)]
        ys, xs = np.nonzero(part != _number(PAPER))
        return set(zip((xs + round(left)).tolist(), (ys + round(top)).tolist(), strict=True))

    def rows_of_color(self, color: QColor) -> set[int]:
        """Return how far from the top pixels of a colour are."""
        return set(np.nonzero(self._pixels == _number(color))[0].tolist())

    def is_blank(self) -> bool:
        """Tell whether nothing at all is painted."""
        return bool((self._pixels == _number(PAPER)).all())


def _number(color: QColor) -> int:
    return color.rgb() & 0xFFFFFF
