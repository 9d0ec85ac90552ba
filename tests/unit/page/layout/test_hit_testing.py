from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.hit_testing import Hit, hit_in_row
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_layouts import rows_of, style_of

# The row is scrolled half out of the screen.
TOP = -300.0


@pytest.fixture
def style() -> PageStyle:
    return style_of()


@pytest.fixture
def row(split: PairView, style: PageStyle) -> RowLayout:
    """Return the row of the paragraph that was split."""
    return rows_of(split, style).row(0)


def point_of(style: PageStyle, row: RowLayout, side: Side, position: int) -> QPointF:
    """Return a point just right of the left edge of a character."""
    placed = row.holder(side, position)
    assert placed is not None
    box = placed.boxes(side, Span(position, position + 1))[0]
    return QPointF(style.column_x(side) + box.left() + 1, TOP + placed.y + box.center().y())


@pytest.mark.parametrize(
    ("side", "position"),
    [(Side.ORIGINAL, 3), (Side.ORIGINAL, 14), (Side.REWRITE, 3), (Side.REWRITE, 15)],
)
def test_a_point_on_a_character_hits_it(
    split: PairView, style: PageStyle, row: RowLayout, side: Side, position: int
) -> None:
    point = point_of(style, row, side, position)
    assert hit_in_row(split, style, row, TOP, point) == Hit(side, position, on_text=True)


def test_a_point_right_of_a_line_hits_its_end_but_no_text(
    split: PairView, style: PageStyle, row: RowLayout
) -> None:
    point = QPointF(style.rewrite_x + style.column_width - 5, TOP + 10)
    assert hit_in_row(split, style, row, TOP, point) == Hit(Side.REWRITE, 10, on_text=False)


@pytest.mark.parametrize(("y", "position"), [(-5000.0, 0), (5000.0, 12)])
def test_a_point_above_or_below_a_row_hits_its_nearest_paragraph(
    split: PairView, style: PageStyle, row: RowLayout, y: float, position: int
) -> None:
    hit = hit_in_row(split, style, row, TOP, QPointF(style.rewrite_x, y))
    assert hit == Hit(Side.REWRITE, position, on_text=False)


def test_nothing_is_hit_in_the_gutter(split: PairView, style: PageStyle, row: RowLayout) -> None:
    assert hit_in_row(split, style, row, TOP, QPointF(style.gutter_x, TOP + 10)) is None


def test_next_to_a_removed_paragraph_the_end_of_the_text_before_is_hit(
    split: PairView, style: PageStyle
) -> None:
    removed = rows_of(split, style).row(1)
    hit = hit_in_row(split, style, removed, 0, QPointF(style.rewrite_x + 5, 5))
    assert hit == Hit(Side.REWRITE, 22, on_text=False)


def test_a_side_without_a_column_is_not_hit(split: PairView) -> None:
    alone = style_of(Mode.ORIGINAL)
    row = rows_of(split, alone).row(0)
    hit = hit_in_row(split, alone, row, 0, QPointF(alone.original_x + 1, 5))
    assert hit == Hit(Side.ORIGINAL, 0, on_text=True)
    assert hit_in_row(split, style_of(), row, 0, QPointF(style_of().rewrite_x + 1, 5)) is None
