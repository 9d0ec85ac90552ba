from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from facing_pages.core.model import Role, Side
from facing_pages.page.accessibility.page_document import PageAccessible, paragraphs_of
from facing_pages.page.reader_view import ReaderView
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.modes import Mode
from tests.helpers.made_pairs import made_pair

NAME = QAccessible.Text.Name


@pytest.fixture
def page(reader: ReaderView) -> PageAccessible:
    return PageAccessible(reader)


def names_of(reader: ReaderView) -> list[str]:
    paragraphs = paragraphs_of(reader)
    return [paragraphs.name_of(seen) for seen in paragraphs.seen()]


def test_paragraphs_on_screen_are_named_row_by_row(reader: ReaderView) -> None:
    assert names_of(reader)[:4] == [
        "Original, paragraph 1",
        "Rewrite, paragraph 1",
        "Original, paragraph 2, 1 change",
        "Rewrite, paragraph 2, 1 change",
    ]


def test_a_paragraph_with_nothing_beside_it_says_what_the_page_says(reader: ReaderView) -> None:
    pages = made_pair(
        "It froze.\n\nShe slept. It thawed.\n\nThe ferry left.\n\nRain fell.",
        "It froze.\n\nThe ferry left. She slept.",
        "0=0 1~2 2=- 3=1 4=-",
        paragraphs="0=0 1=- 2=1 3=-",
        changes=[("removed", "It thawed.", ""), ("removed", "Rain fell.", "")],
    )
    reader.model.set_pages(pages, keep_place=False)
    names = names_of(reader)
    assert "Original, paragraph 2, moved in part to ¶ 2, 2 changes" in names
    assert "Rewrite, paragraph 2, 1 change" in names
    assert "Original, paragraph 4, no counterpart, 1 change" in names


def test_only_what_is_on_screen_is_there(reader: ReaderView, page: PageAccessible) -> None:
    assert page.childCount() == 8
    reader.model.resize(1000, 40)
    assert page.childCount() == 2
    paragraphs = paragraphs_of(reader)
    assert paragraphs.slot(1) is not None
    assert (paragraphs.slot(2), paragraphs.slot(-1)) == (None, None)


def test_sentences_are_named_where_each_has_a_line_of_its_own(reader: ReaderView) -> None:
    assert reader.model.pages is not None
    reader.model.set_pages(by_sentence(reader.model.pages), keep_place=False)
    reader.model.set_mode(Mode.ALIGN)
    assert names_of(reader)[0] == "Original, sentence 1"


def test_a_paragraph_has_its_role_and_level(reader: ReaderView) -> None:
    paragraphs = paragraphs_of(reader)
    roles = [paragraphs.role_of(seen) for seen in paragraphs.seen()]
    assert roles[::2] == [(Role.HEADING, 2), (Role.PROSE, 0), (Role.QUOTE, 0), (Role.PROSE, 0)]


def test_the_page_says_where_the_reader_is(reader: ReaderView, page: PageAccessible) -> None:
    assert page.text(NAME) == paragraphs_of(reader).title()
    assert page.text(NAME).startswith("Original and rewrite, ")
    assert page.text(NAME).endswith("F7 lists the changes.")
    assert page.text(QAccessible.Text.Description) == ""


def test_a_child_keeps_its_slot(reader: ReaderView, page: PageAccessible) -> None:
    third = page.child(2)
    assert page.indexOfChild(third) == 2
    assert page.child(2) is third
    assert page.indexOfChild(page) == -1


def test_the_paragraph_at_a_point_is_found(reader: ReaderView, page: PageAccessible) -> None:
    third = page.child(2)
    middle = third.rect().center()
    assert page.childAt(middle.x(), middle.y()) is third
    assert page.childAt(-5000, -5000) is None


def test_the_paragraph_with_the_caret_has_the_focus(
    reader: ReaderView, page: PageAccessible
) -> None:
    assert page.focusChild() is None
    reader.caret.put(Side.REWRITE, 12)
    assert page.focusChild() is page.child(3)


def test_the_page_is_a_document_to_be_read(reader: ReaderView, page: PageAccessible) -> None:
    state = page.state()
    assert page.role() == QAccessible.Role.Document
    assert (state.readOnly, state.focusable, state.invalid, state.invisible) == (1, 1, 0, 1)
    assert page.rect().size() == reader.size()
    assert page.isValid()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[QAccessible.Event]:
    """Record the events that a screen reader gets."""
    events: list[QAccessible.Event] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: events.append(event.type())
    )
    return events


def test_paragraphs_are_announced_once_when_they_are_on_screen_first(
    reader: ReaderView, sent: list[QAccessible.Event]
) -> None:
    paragraphs = paragraphs_of(reader)
    paragraphs.seen_changed()
    assert sent.count(QAccessible.Event.ObjectCreated) == 8
    assert sent.count(QAccessible.Event.NameChanged) == 8 + 1  # and the page itself
    sent.clear()
    paragraphs.seen_changed()
    assert sent == []


def test_paragraphs_that_went_off_the_screen_are_announced(
    reader: ReaderView, sent: list[QAccessible.Event]
) -> None:
    paragraphs = paragraphs_of(reader)
    paragraphs.seen_changed()
    sent.clear()
    reader.model.resize(1000, 40)
    paragraphs.seen_changed()
    assert sent.count(QAccessible.Event.ObjectDestroyed) == 6


def test_the_caret_brings_the_focus_to_its_paragraph_once(
    reader: ReaderView, sent: list[QAccessible.Event]
) -> None:
    paragraphs = paragraphs_of(reader)
    paragraphs.caret_moved()
    assert QAccessible.Event.Focus not in sent
    for position, focus in ((12, 1), (13, 1), (24, 2)):
        reader.caret.put(Side.REWRITE, position)
        paragraphs.caret_moved()
        assert sent[-1] == QAccessible.Event.TextCaretMoved
        assert sent.count(QAccessible.Event.Focus) == focus


def test_one_reader_has_one_set_of_paragraphs(reader: ReaderView) -> None:
    assert paragraphs_of(reader) is paragraphs_of(reader)
