from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facing_pages.page.accessibility.fold_button import FoldAccessible, FoldActions
from facing_pages.page.accessibility.page_document import PageAccessible, paragraphs_of
from facing_pages.page.accessibility.paragraph_text import ParagraphAccessible
from facing_pages.page.reader_view import ReaderView
from facing_pages.ui.common.theme import load_theme
from tests.helpers.made_pairs import made_pair

LONG = "The keeper of the lamp went down to the harbour and counted the boats once more"
RUN = " ".join(f"{LONG}, and number {n} was gone." for n in range(4))
NAME = QAccessible.Text.Name


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[ReaderView]:
    """Return a reader that shows a paragraph with a run that the rewrite lacks."""
    reader = ReaderView(load_theme("light"))
    reader.resize(1000, 700)
    pages = made_pair(
        f"First it rained. {RUN} Then it froze.",
        "First it rained. Then it froze.",
        "0=0 1=- 2=- 3=- 4=- 5=1",
    )
    reader.model.set_pages(pages, keep_place=False)
    yield reader
    reader.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(reader))


def button_of(reader: ReaderView) -> FoldAccessible:
    (button,) = (c for c in paragraphs_of(reader).children() if isinstance(c, FoldAccessible))
    return button


def test_a_fold_is_read_behind_its_paragraph_as_a_button(reader: ReaderView) -> None:
    original, button, rewrite = paragraphs_of(reader).children()
    assert isinstance(original, ParagraphAccessible)
    assert isinstance(rewrite, ParagraphAccessible)
    assert original.content() == "First it rained. Then it froze."
    assert rewrite.text(NAME).startswith("Rewrite, paragraph 1")
    assert (button.role(), button.text(NAME)) == (QAccessible.Role.Button, "4 sentences left out")
    assert button.text(QAccessible.Text.Description) == ""


def test_pressing_it_unfolds_and_folds_again(reader: ReaderView) -> None:
    button = button_of(reader)
    assert (button.state().collapsed, button.state().expanded) == (1, 0)
    (press,) = button.actions.actionNames()
    button.actions.doAction("nothing")
    assert button.state().collapsed == 1
    button.actions.doAction(press)
    assert (button.state().collapsed, button.state().expanded) == (0, 1)
    assert "number 2" in paragraphs_of(reader).children()[0].content()  # type: ignore[union-attr]
    button.actions.doAction(press)
    assert button.state().collapsed == 1
    assert button.actions.keyBindingsForAction(press) == []


def test_it_is_where_its_line_is(reader: ReaderView) -> None:
    button = button_of(reader)
    seen = button.seen()
    assert seen is not None
    assert button.rect().height() == reader.model.style.line_height
    page = PageAccessible(reader)
    center = button.rect().center()
    assert page.childAt(center.x(), center.y()) is button
    assert page.indexOfChild(button) == 1
    assert page.child(1) is button
    assert (page.childCount(), page.child(9)) == (3, None)


def test_it_has_actions_and_no_text(reader: ReaderView) -> None:
    button = button_of(reader)
    assert isinstance(button.actions, FoldActions)
    address = shiboken6.getCppPointer(button.actions)[0]
    kind = QAccessible.InterfaceType
    assert int(button.interface_cast(kind.ActionInterface)) == address
    assert int(button.interface_cast(kind.TextInterface)) == 0


def test_a_line_that_is_no_longer_on_screen_says_nothing(reader: ReaderView) -> None:
    button = button_of(reader)
    reader.model.set_levels_sentences(False)
    assert (button.seen(), button.text(NAME), button.rect().isEmpty()) == (None, "", True)
    assert button.state().invisible == 1
    button.press()
    assert button.isValid()
