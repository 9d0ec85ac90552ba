from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from facing_pages.core.model import BULLETED, Role
from facing_pages.page.layout.page_style import bundled_family
from facing_pages.page.layout.paragraph_form import (
    LIST_INDENT,
    PLAIN_FORM,
    QUOTE_INDENT,
    VERSE_HANGING,
    ParagraphForm,
    form_of,
)

LINE = 30


@pytest.fixture
def font() -> QFont:
    font = QFont(bundled_family())
    font.setPixelSize(18)
    return font


def form(font: QFont, text: str, role: Role, level: int = 0, ordinal: int = 0) -> ParagraphForm:
    return form_of(text, role, level, ordinal, font=font, line_height=LINE)


def test_prose_has_nothing_beside_it(font: QFont) -> None:
    assert form(font, "It rained.", Role.PROSE) == PLAIN_FORM


def test_a_bullet_and_a_number_stand_left_of_the_text(font: QFont) -> None:
    indent = LIST_INDENT * LINE
    assert form(font, "ropes", Role.LIST_ITEM, 2, BULLETED) == ParagraphForm(
        2 * indent, 2 * indent, "•"
    )
    assert form(font, "ring", Role.LIST_ITEM, 1, 12) == ParagraphForm(indent, indent, "12.")


def test_a_second_paragraph_of_an_item_has_no_mark(font: QFont) -> None:
    assert form(font, "and wait", Role.LIST_ITEM, 1).marker == ""


def test_the_lines_of_an_item_hang_behind_the_mark_in_its_text(font: QFont) -> None:
    found = form(font, "1. ring", Role.LIST_ITEM, 1)
    assert found.marker == ""
    assert found.indent - found.first == pytest.approx(QFontMetricsF(font).horizontalAdvance("1. "))


def test_a_quotation_has_a_bar_for_each_level(font: QFont) -> None:
    found = form(font, "So it was.", Role.QUOTE, 2)
    assert len(found.bars) == 2
    assert found.first == found.indent == 2 * QUOTE_INDENT * LINE > found.bars[-1]


def test_a_broken_line_of_verse_goes_on_further_in(font: QFont) -> None:
    assert form(font, "The lamp", Role.VERSE) == ParagraphForm(VERSE_HANGING * LINE, 0.0)
