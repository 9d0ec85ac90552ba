from __future__ import annotations

import pytest

from facing_pages.core.model import BULLETED, Role
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.paragraph_form import LIST_INDENT, form_of
from facing_pages.page.layout.paragraph_layout import ParagraphLayout
from facing_pages.page.painting.form_painter import paint_form
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.modes import Mode
from tests.helpers.page_layouts import Picture, style_of

THEME = load_theme("light")
LATIN = "The lamp was quiet when she came down to the harbour, and nobody had seen her. " * 2
HEBREW = "שלום לכם."


@pytest.fixture
def style() -> PageStyle:
    return style_of(Mode.SIDE_BY_SIDE)


def columns_of(text: str, style: PageStyle, role: Role, ordinal: int = 0) -> set[int]:
    """Return at which x something is painted beside a paragraph."""
    font, line_height = style.font, style.line_height
    form = form_of(text, role, 1, ordinal, font=font, line_height=line_height)
    layout = ParagraphLayout(
        text, font, width=style.column_width, line_height=line_height, form=form
    )
    picture = Picture(lambda painter: paint_form(painter, layout, style, THEME))
    return {x for x, _ in picture.painted(0, 0, style.column_width, layout.height)}


def test_nothing_is_painted_beside_prose(style: PageStyle) -> None:
    assert not columns_of(LATIN, style, Role.PROSE)


def test_a_bullet_stands_between_the_edge_and_the_item(style: PageStyle) -> None:
    found = columns_of(LATIN, style, Role.LIST_ITEM, BULLETED)
    assert found
    assert max(found) < LIST_INDENT * style.line_height


def test_a_bar_stands_left_of_a_quotation(style: PageStyle) -> None:
    found = columns_of(LATIN, style, Role.QUOTE)
    assert 0 < len(found) <= 3
    assert max(found) < style.line_height


def test_bullet_and_bar_stand_right_of_text_that_runs_left(style: PageStyle) -> None:
    for role, ordinal in ((Role.LIST_ITEM, BULLETED), (Role.LIST_ITEM, 3), (Role.QUOTE, 0)):
        found = columns_of(HEBREW, style, role, ordinal)
        assert found
        assert min(found) > style.column_width - LIST_INDENT * style.line_height
