from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from facing_pages.core.model import Role, Side
from facing_pages.page.layout.page_style import (
    PAGE_MARGIN,
    SANS_SERIF,
    bundled_family,
    fits_two_columns,
    make_page_style,
    text_family,
)
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


# --- measures by their numbers ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "gutter"),
    [(Mode.SIDE_BY_SIDE, 56), (Mode.ALIGN, 56), (Mode.FLOWING, 84), (Mode.ORIGINAL, 28)],
)
def test_the_gutter_is_wider_with_ribbons_and_half_as_wide_beside_one_column(
    mode: Mode, gutter: int
) -> None:
    assert make_page_style(1000, PageSettings(), mode=mode).gutter_width == gutter


def test_a_narrow_page_is_all_columns_but_for_margins_and_gutter() -> None:
    two = make_page_style(600, PageSettings())
    assert (two.column_width, two.original_x, two.rewrite_x) == (248, 24, 24 + 248 + 56)
    assert two.gutter_x == 24 + 248 + 28
    flowing = make_page_style(600, PageSettings(), mode=Mode.FLOWING)
    assert (flowing.column_width, flowing.rewrite_x) == (234, 24 + 234 + 84)
    one = make_page_style(400, PageSettings(), mode=Mode.REWRITE)
    assert (one.column_width, one.rewrite_x, one.gutter_x) == (324, 52, 24)
    assert one.original_x == one.rewrite_x


def test_numbers_of_sentences_take_room_before_both_columns() -> None:
    style = make_page_style(600, PageSettings(), mode=Mode.ALIGN)
    numbers = style.number_width
    assert numbers > 22
    assert style.original_x == 24 + numbers
    assert style.rewrite_x == style.original_x + style.column_width + numbers + 56
    assert style.gutter_x == style.original_x + style.column_width + 28
    assert style.rewrite_x + style.column_width == pytest.approx(600 - 24, abs=1)
    assert make_page_style(600, PageSettings()).number_width == 0


def test_columns_keep_some_width_in_a_window_too_narrow_for_them() -> None:
    for mode in (Mode.SIDE_BY_SIDE, Mode.REWRITE):
        assert make_page_style(100, PageSettings(), mode=mode).column_width == 120


def test_a_single_column_is_in_the_middle_of_a_wide_page() -> None:
    style = make_page_style(3000, PageSettings(), mode=Mode.ORIGINAL)
    assert style.original_x == (3000 - style.column_width) / 2
    assert style.gutter_x == style.original_x - 28


@pytest.mark.parametrize(
    ("mode", "half"), [(Mode.SIDE_BY_SIDE, 24), (Mode.FLOWING, 38), (Mode.ORIGINAL, 10)]
)
def test_the_gutter_ends_four_pixels_before_the_columns(mode: Mode, half: int) -> None:
    style = make_page_style(1000, PageSettings(), mode=mode)
    assert style.side_at(style.gutter_x - half) is Side.ORIGINAL
    assert style.side_at(style.gutter_x - half + 0.5) is None
    assert style.side_at(style.gutter_x + half - 0.5) is None
    right = style.side_at(style.gutter_x + half)
    assert right is (Side.ORIGINAL if mode is Mode.ORIGINAL else Side.REWRITE)


def test_spaces_are_shares_of_a_line() -> None:
    style = make_page_style(1000, PageSettings(points=36.0, line_spacing=2.0))
    line = style.line_height
    assert line == 2 * style.font.pixelSize()
    assert style.paragraph_gap == round(0.75 * line)
    assert style.verse_gap == round(0.12 * line)
    assert style.indent_for(Role.QUOTE, 1) == pytest.approx(1.4 * line)
    assert style.indent_for(Role.LIST_ITEM, 2) == pytest.approx(2.4 * line)
    align = make_page_style(
        1000, PageSettings(points=36.0, line_spacing=2.0, paragraph_spacing=3.0), mode=Mode.ALIGN
    )
    assert align.paragraph_gap == round(0.4 * line)


def test_lines_are_never_closer_than_their_letters_are_high() -> None:
    style = make_page_style(1000, PageSettings(points=36.0, line_spacing=1.0))
    height = QFontMetricsF(style.font).height()
    assert height > style.font.pixelSize()
    assert style.line_height == round(1.08 * height)


def test_headings_are_bold() -> None:
    style = make_page_style(1000, PageSettings())
    assert style.font_for(Role.HEADING, 1).weight() == QFont.Weight.DemiBold
    assert style.font_for(Role.PROSE, 1).weight() == QFont.Weight.Normal


def test_letters_and_words_are_spaced_by_shares_of_their_size() -> None:
    font = make_page_style(1000, PageSettings(letter_spacing=0.1, word_spacing=0.5)).font
    # Fonts keep these numbers in 64ths of a pixel.
    assert font.letterSpacing() == pytest.approx(0.1 * font.pixelSize(), abs=1 / 64)
    assert font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing
    assert font.wordSpacing() == pytest.approx(0.5 * font.pixelSize(), abs=1 / 64)
    plain = make_page_style(1000, PageSettings()).font
    assert (plain.letterSpacing(), plain.wordSpacing()) == (0, 0)


def test_points_are_pixels_of_the_screen_at_a_zoom() -> None:
    screen = QGuiApplication.primaryScreen()
    assert screen is not None
    dots = screen.logicalDotsPerInchY()
    for zoom in (100, 150):
        font = make_page_style(1000, PageSettings(points=18.0), zoom).font
        assert font.pixelSize() == round(18 * zoom / 100 * dots / 72)


def test_two_columns_fit_where_each_has_forty_five_characters() -> None:
    advance = make_page_style(1000, PageSettings()).average_advance
    least = 2 * 45 * advance + 56 + 2 * 24
    assert fits_two_columns(ceil(least), PageSettings(), 100)
    assert not fits_two_columns(ceil(least) - 1, PageSettings(), 100)
    # Whoever wants shorter lines has room for two sooner.
    short = 2 * 30 * advance + 56 + 2 * 24
    assert fits_two_columns(ceil(short), PageSettings(characters=30), 100)
    assert not fits_two_columns(ceil(short) - 1, PageSettings(characters=30), 100)


def test_a_font_is_the_bundled_one_unless_another_is_named() -> None:
    assert text_family("") == bundled_family() == "Source Serif 4"
    assert text_family("Georgia") == "Georgia"
    assert text_family(SANS_SERIF) not in ("", SANS_SERIF, bundled_family())
