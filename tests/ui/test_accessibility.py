"""What screen readers get of the page, and that it lives exactly as long as Qt has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.page.accessibility import page_document as accessibility
from facing_pages.page.accessibility.interface_lifetime import is_kept, release_deleted
from facing_pages.page.accessibility.page_document import (
    PageAccessible,
    PageParagraphs,
    paragraphs_of,
)
from facing_pages.page.accessibility.paragraph_text import ParagraphAccessible
from facing_pages.page.letters import LetterKeys
from facing_pages.page.reader_view import ReaderView
from facing_pages.ui.common.key_map import KeyMap
from facing_pages.ui.common.theme import load_theme
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow

from .conftest import NewWindow, show_pair

ROUNDS = Path(__file__).parent / "accessible_rounds.py"
ONE = "The lamp was quiet when she came down.\n\nIt rained on the granite steps 🕯 today."
TWO = ONE.replace("quiet", "silent")
HEADED = "# The lamp\n\n> It was quiet.\n\n* She came down.\n\n## The steps\n\nIt rained."
TEXT = QAccessible.Text.Name


@pytest.fixture
def page(window: MainWindow) -> ComparisonPage:
    return show_pair(window, ONE, TWO)


def reader_of_its_own(page: ComparisonPage) -> ReaderView:
    """Return a reader with the pair of a page, that can be destroyed without the page."""
    assert page.pages is not None
    reader = ReaderView(load_theme("light"))
    reader.resize(1000, 700)
    reader.model.set_pages(page.pages, keep_place=False)
    return reader


def destroy(thing: QObject, qtbot: QtBot) -> None:
    thing.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(thing))


@pytest.mark.parametrize(("rounds", "order"), [(50, "quit"), (2, "close")])
def test_windows_that_were_read_close_without_a_crash(rounds: int, order: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(ROUNDS), str(rounds), order],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["elements"] > 100
    # Those of the first window, and of the last one closed: the rest has been let go.
    assert answer["kept"] < 20


def test_the_page_is_named_with_the_key_that_lists_the_changes_now(page: ComparisonPage) -> None:
    paragraphs = paragraphs_of(page.reader)
    assert paragraphs.title().endswith("F7 lists the changes.")
    page.reader.keys.letters = LetterKeys(KeyMap({"go to list": ("Ctrl+J",)}))
    assert paragraphs.title().endswith("Ctrl+J lists the changes.")


def test_qt_gets_an_interface_of_its_own_each_time_it_asks(page: ComparisonPage) -> None:
    first, second = (
        accessibility.make_interface("", page.reader),
        accessibility.make_interface("", page.reader),
    )
    assert isinstance(first, PageAccessible)
    assert first is not second
    assert QAccessible.queryAccessibleInterface(page.reader) not in (first, second)


def test_qt_asks_once_more_when_signals_are_connected(page: ComparisonPage, qtbot: QtBot) -> None:
    before = QAccessible.queryAccessibleInterface(page.reader)

    class Listening(ReaderView):
        def listen(self) -> None:
            """Take what the scroll bar says."""

    reader = Listening(load_theme("light"))
    first = QAccessible.queryAccessibleInterface(reader)
    reader.scrolling.scrolled.connect(reader.listen)
    second = QAccessible.queryAccessibleInterface(reader)
    assert isinstance(first, PageAccessible)
    assert isinstance(second, PageAccessible)
    assert first is not second
    destroy(reader, qtbot)
    assert not shiboken6.isValid(first)
    assert not shiboken6.isValid(second)
    assert shiboken6.isValid(before)


def test_interfaces_are_let_go_when_qt_has_deleted_them(page: ComparisonPage, qtbot: QtBot) -> None:
    reader = reader_of_its_own(page)
    document = QAccessible.queryAccessibleInterface(reader)
    elements = [document, *(document.child(index) for index in range(document.childCount()))]
    assert len(elements) == 5
    assert all(is_kept(element) and element.isValid() for element in elements)
    destroy(reader, qtbot)
    release_deleted()
    assert not any(is_kept(element) or shiboken6.isValid(element) for element in elements)


def test_the_factory_is_installed_once(
    new_window: NewWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_pair(new_window(), ONE, TWO)
    installed: list[object] = []
    monkeypatch.setattr(QAccessible, "installFactory", installed.append)
    show_pair(new_window(), ONE, TWO)
    assert installed == []


def test_elements_answer_when_their_reader_is_gone(page: ComparisonPage, qtbot: QtBot) -> None:
    reader = reader_of_its_own(page)
    document, paragraphs = PageAccessible(reader), paragraphs_of(reader)
    paragraph = ParagraphAccessible(paragraphs, 0, QObject())
    text, attributes = paragraph.text_interface, paragraph.attributes_interface
    assert document.isValid()
    assert paragraph.isValid()
    assert text.characterCount() == ONE.index("\n")
    destroy(reader, qtbot)
    for element in (document, paragraph):
        assert not element.isValid()
        assert element.parent() is None
        assert element.child(0) is None
        assert element.childAt(5, 5) is None
        assert element.childCount() == 0
        assert element.indexOfChild(paragraph) == -1
        assert element.text(TEXT) in ("", "Original and rewrite")
        assert element.rect().isNull()
        assert element.state().invisible
        assert element.role() in (QAccessible.Role.Document, QAccessible.Role.Paragraph)
    assert document.object() is None
    assert document.window() is None
    assert document.focusChild() is None
    assert (text.characterCount(), text.text(0, 5), text.cursorPosition()) == (0, "", -1)
    assert text.characterRect(3).isNull()
    assert text.offsetAtPoint(QPoint(5, 5)) == 0
    text.setCursorPosition(3)
    text.scrollToSubstring(0, 3)
    assert attributes.attributeKeys() == []
    paragraphs.seen_changed()
    paragraphs.caret_moved()


def test_a_reader_that_is_still_being_built_has_no_paragraphs(page: ComparisonPage) -> None:
    reader = reader_of_its_own(page)
    paragraphs = PageParagraphs(reader)
    assert paragraphs.seen() != []
    reader.is_built = False
    assert paragraphs.seen() == []
    assert paragraphs.title() == "Original and rewrite"
    assert not ReaderView.is_built


def test_headings_have_their_role_and_level(window: MainWindow, tmp_path: Path) -> None:
    files = [tmp_path / "one.md", tmp_path / "two.md"]
    files[0].write_text(HEADED, "utf-8")
    files[1].write_text(HEADED.replace("quiet", "silent"), "utf-8")
    page = show_pair(window, *files)
    children = [paragraphs_of(page.reader).slot(index) for index in range(10)]
    paragraphs = [child for child in children if child and child.text(TEXT).startswith("Orig")]
    quote = getattr(QAccessible.Role, "BlockQuote", QAccessible.Role.Paragraph)
    assert [(child.role(), child.heading_level()) for child in paragraphs] == [
        (QAccessible.Role.Heading, 1),
        (quote, 0),
        (QAccessible.Role.ListItem, 0),
        (QAccessible.Role.Heading, 2),
        (QAccessible.Role.Paragraph, 0),
    ]
    level = QAccessible.Attribute.Level
    assert paragraphs[3].attributes_interface.attributeKeys() == [level]
    assert paragraphs[3].attributes_interface.attributeValue(level) == 2
    assert paragraphs[4].attributes_interface.attributeKeys() == []


def test_positions_are_those_of_qt_also_with_half_a_surrogate_pair(window: MainWindow) -> None:
    broken = "A \ud83d lamp 🕯 here."
    page = show_pair(window, broken, broken.replace("lamp", "light"))
    paragraph = paragraphs_of(page.reader).slot(0)
    assert paragraph is not None
    assert paragraph.text_interface.characterCount() == len(paragraph.content()) + 1
    assert paragraph.text_interface.text(4, 8) == "lamp"
    paragraph.text_interface.setCursorPosition(9)
    assert page.reader.caret.place == (Side.ORIGINAL, 9)
