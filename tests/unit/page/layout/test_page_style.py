from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from facing_pages.core.model import Role, Side
from facing_pages.page.layout.page_style import PAGE_MARGIN, fits_two_columns, make_page_style
from facing_pages.session.page_settings import PageSettings
from facing_pages.viewmodel.modes import Mode


def test_two_columns_are_of_one_width_with_the_gutter_between() -> None:
    style = make_page_style(1000, PageSettings())
    end = style.original_x + style.column_width
    assert style.rewrite_x - end == style.gutter_width
    assert style.gutter_x == pytest.approx((end + style.rewrite_x) / 2)
    assert style.original_x >= PAGE_MARGIN
    assert style.rewrite_x + style.column_width <= 1000 - PAGE_MARGIN


def test_a_wide_page_has_columns_of_the_chosen_width_in_its_middle() -> None:
    style = make_page_style(3000, PageSettings())
    assert style.column_width == round(PageSettings().characters * style.average_advance)
    right = 3000 - (style.rewrite_x + style.column_width)
    assert style.original_x == pytest.approx(right)


def test_a_point_is_in_a_column_or_in_the_gutter() -> None:
    style = make_page_style(1000, PageSettings())
    assert style.side_at(style.original_x + 5) is Side.ORIGINAL
    assert style.side_at(style.rewrite_x + 5) is Side.REWRITE
    assert style.side_at(style.gutter_x) is None
    alone = make_page_style(1000, PageSettings(), mode=Mode.REWRITE)
    assert alone.side_at(alone.original_x + 5) is Side.REWRITE


def test_numbers_stand_before_a_column_where_sentences_are_lined_up() -> None:
    style = make_page_style(1000, PageSettings(), mode=Mode.ALIGN)
    left = style.rewrite_x
    xs = (left - style.number_width - 1, left - style.number_width, left - 3, left - 2)
    found = [style.is_on_number(QPointF(x, 0), Side.REWRITE) for x in xs]
    assert found == [False, True, True, False]
    level = make_page_style(1000, PageSettings())
    assert not level.is_on_number(QPointF(level.rewrite_x - 5, 0), Side.REWRITE)


def test_a_zoom_makes_lines_higher_and_fewer_columns_fit() -> None:
    small, large = (make_page_style(1000, PageSettings(), zoom) for zoom in (100, 200))
    assert large.line_height > 1.8 * small.line_height
    assert fits_two_columns(1200, PageSettings(), 100)
    assert not fits_two_columns(1200, PageSettings(), 250)


def test_headings_are_larger_the_higher_they_are() -> None:
    style = make_page_style(1000, PageSettings())
    sizes = [style.font_for(Role.HEADING, level).pixelSize() for level in (0, 1, 2, 3, 4)]
    assert sizes[0] == sizes[1] > sizes[2] > sizes[3] == sizes[4] > style.font.pixelSize()


def test_quotations_and_lists_are_set_in_by_level() -> None:
    style = make_page_style(1000, PageSettings())
    assert style.indent_for(Role.PROSE, 3) == 0
    assert style.indent_for(Role.QUOTE, 2) == 2 * style.indent_for(Role.QUOTE, 1) > 0
    assert style.indent_for(Role.LIST_ITEM, 0) == style.indent_for(Role.LIST_ITEM, 1)
