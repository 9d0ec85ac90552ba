from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter

from facing_pages.core.model import Side
from facing_pages.page.painting.highlights import Highlights, Pull
from facing_pages.page.painting.pair_painter import PairPainter
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import HEIGHT, WIDTH, PageParts


def painted(parts: PageParts, painter: PairPainter | None = None) -> QImage:
    """Return what is on the screen of a page."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(parts.model.theme.page)
    on_image = QPainter(image)
    model, size = parts.model, QSizeF(WIDTH, HEIGHT)
    used = painter or PairPainter()
    used.paint(on_image, parts.layout, model.theme, size, model.highlights)
    on_image.end()
    return image


@pytest.mark.parametrize("mode", Mode)
def test_a_kept_painter_paints_what_a_new_one_does(pair: PairView, mode: Mode) -> None:
    parts, kept = PageParts(pair, mode), PairPainter()
    steps = (
        lambda: parts.place.go_to_change(1),
        lambda: parts.model.set_filter(Filter(level=MarkLevel.OFF)),
        lambda: parts.model.set_theme(load_theme("dark")),
        lambda: parts.model.set_filter(Filter()),
        lambda: parts.model.resize(WIDTH - 60, HEIGHT),
    )
    pictures = []
    for step in steps:
        step()
        pictures.append(painted(parts, kept))
        assert pictures[-1] == painted(parts)
    assert pictures[1] != pictures[2]


def test_a_sentence_that_is_dragged_hangs_on_a_line(parts: PageParts) -> None:
    before = painted(parts)
    pull = Pull(Side.ORIGINAL, QPointF(20, 300), QPointF(900, 580))
    parts.model.set_highlights(replace(Highlights(), pull=pull))
    assert painted(parts) != before
