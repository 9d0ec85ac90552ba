from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from facing_pages.core.model import Side
from facing_pages.page.accessibility.page_document import paragraphs_of
from facing_pages.page.accessibility.paragraph_text import ParagraphAccessible
from facing_pages.page.reader_view import ReaderView

# Slots: both sides of four rows.
HEADING, CHANGED, QUOTE, LAMP = 0, 2, 4, 6
NAME = QAccessible.Text.Name


def slot_of(reader: ReaderView, number: int) -> ParagraphAccessible:
    slot = paragraphs_of(reader).slot(number)
    assert slot is not None
    return slot


def test_a_paragraph_is_read_as_it_stands(reader: ReaderView) -> None:
    lamp = slot_of(reader, LAMP)
    assert lamp.content() == "A 🕯 lamp."
    assert lamp.text(NAME) == "Original, paragraph 4"
    assert slot_of(reader, CHANGED + 1).text(NAME) == "Rewrite, paragraph 2, 1 change"
    assert lamp.text(QAccessible.Text.Description) == ""


def test_positions_are_counted_in_utf_16_units(reader: ReaderView) -> None:
    text = slot_of(reader, LAMP).text_interface
    assert text.characterCount() == len("A 🕯 lamp.") + 1
    assert text.text(0, 4) == "A 🕯"
    assert text.text(5, 9) == "lamp"
    start, end = text.characterRect(5), text.characterRect(9)
    assert start.left() < end.left()
    assert text.offsetAtPoint(start.topLeft() + QPoint(1, 5)) == 5


def test_the_caret_is_put_and_found_in_its_paragraph(reader: ReaderView) -> None:
    lamp, heading = slot_of(reader, LAMP), slot_of(reader, HEADING)
    assert (lamp.text_interface.cursorPosition(), lamp.caret_inside()) == (-1, None)
    lamp.text_interface.setCursorPosition(5)
    assert reader.model.pages is not None
    at = reader.model.pages.original.text.index("lamp")
    assert reader.caret.place == (Side.ORIGINAL, at)
    assert (lamp.text_interface.cursorPosition(), lamp.caret_inside()) == (5, 4)
    assert heading.text_interface.cursorPosition() == -1


@pytest.mark.parametrize(
    ("slot", "role", "level"),
    [
        (HEADING, QAccessible.Role.Heading, 2),
        (CHANGED, QAccessible.Role.Paragraph, None),
        (
            QUOTE,
            getattr(QAccessible.Role, "BlockQuote", QAccessible.Role.Paragraph),
            None,
        ),
    ],
)
def test_a_paragraph_has_its_role_and_a_heading_its_level(
    reader: ReaderView, slot: int, role: QAccessible.Role, level: int | None
) -> None:
    paragraph = slot_of(reader, slot)
    attributes = paragraph.attributes_interface
    assert paragraph.role() == role
    assert attributes.attributeValue(QAccessible.Attribute.Level) == level
    assert attributes.attributeKeys() == ([QAccessible.Attribute.Level] if level else [])
    assert attributes.attributeValue(QAccessible.Attribute.Custom) is None


def test_a_paragraph_stands_where_its_text_is_on_the_screen(reader: ReaderView) -> None:
    left, right = slot_of(reader, CHANGED).rect(), slot_of(reader, CHANGED + 1).rect()
    below = slot_of(reader, QUOTE).rect()
    assert left.right() < right.left()
    assert (left.top(), left.height()) == (right.top(), right.height())
    assert below.top() > left.bottom()
    first = slot_of(reader, CHANGED).text_interface.characterRect(0)
    assert left.adjusted(-1, -1, 1, 1).contains(first)


def test_texts_are_read_only_and_take_no_selection(reader: ReaderView) -> None:
    paragraph = slot_of(reader, CHANGED)
    state = paragraph.state()
    assert (state.readOnly, state.multiLine, state.invisible, state.focused) == (1, 1, 0, 0)
    text = paragraph.text_interface
    text.addSelection(0, 3)
    text.setSelection(0, 0, 3)
    assert text.selectionCount() == 0
    assert reader.caret.selected() is None


def test_a_place_at_the_lower_edge_is_brought_to_where_people_read(reader: ReaderView) -> None:
    reader.scrolling.smooth.is_on = False
    reader.model.resize(1000, 130)
    seen = paragraphs_of(reader).seen()[-1]
    side, position = seen.placed.place_of(0)
    assert reader.model.layout is not None
    assert reader.model.layout.height_on_screen(side, position) > 0.75 * 130
    last = slot_of(reader, len(paragraphs_of(reader).seen()) - 1)
    last.text_interface.scrollToSubstring(0, 3)
    assert reader.model.layout.height_on_screen(side, position) <= 0.5 * 130


def test_an_empty_slot_has_nothing_to_say(reader: ReaderView) -> None:
    last = slot_of(reader, LAMP + 1)
    reader.model.resize(1000, 40)
    assert last.seen() is None
    assert (last.content(), last.text(NAME), last.caret_inside()) == ("", "", None)
    assert (last.rect().isEmpty(), last.state().invisible, last.heading_level()) == (True, 1, 0)
    assert last.text_interface.characterRect(0).isEmpty()
    assert last.text_interface.offsetAtPoint(QPoint(10, 10)) == 0


def test_a_paragraph_has_no_children(reader: ReaderView) -> None:
    paragraph = slot_of(reader, CHANGED)
    assert (paragraph.childCount(), paragraph.child(0), paragraph.childAt(0, 0)) == (0, None, None)
    assert paragraph.indexOfChild(paragraph) == -1
