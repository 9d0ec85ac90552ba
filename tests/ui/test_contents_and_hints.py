"""Contents, hints on the sample pair, and acceptance checks of the whole window."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.marks.kinds import LINE_OF_STYLE, MarkStyle
from facing_pages.page.painting.mark_painter import draw_line
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.contents import contents
from facing_pages.viewmodel.filter import Filter

from .conftest import NewWindow, show_pair

CHAPTERS = [
    f"CHAPTER {k}\n\n"
    f"On day {k} the keeper counted {k + 3} boats. Nobody knew why number {k} came.\n\n"
    f"The widow wrote it down in the book, and on page {k} there was a stain."
    for k in range(1, 9)
]
ORIGINAL = "\n\n".join(CHAPTERS)
REWRITE = ORIGINAL.replace("counted 8", "saw 8")


def test_headings_are_listed_with_their_changes(window: MainWindow) -> None:
    page = show_pair(window, ORIGINAL, REWRITE)
    assert page.pages is not None
    chapters = contents(page.pages, Filter())
    assert [chapter.text for chapter in chapters] == [f"CHAPTER {k}" for k in range(1, 9)]
    assert [chapter.changes for chapter in chapters] == [0, 0, 0, 0, 1, 0, 0, 0]


def test_a_chapter_is_gone_to_and_left_again(window: MainWindow, qtbot: QtBot) -> None:
    page = show_pair(window, ORIGINAL, REWRITE)
    window.commands[Command.SHOW_CONTENTS].trigger()
    assert page.contents.isVisible()
    item = page.contents.topLevelItem(5)
    assert item is not None
    page.contents.setCurrentItem(item)
    qtbot.keyClick(page.contents, Qt.Key.Key_Return)
    row = page.reader.place.current_row()
    assert page.pages is not None
    assert row == page.pages.row_of(Side.ORIGINAL, 15)
    window.commands[Command.BACK].trigger()
    assert page.reader.scrolling.top_row() == 0


def test_without_headings_there_is_no_contents(window: MainWindow) -> None:
    page = show_pair(window, "It rained all day.", "It rained all night.")
    window.commands[Command.SHOW_CONTENTS].trigger()
    assert not page.contents.isVisible()


def test_hints_are_shown_once_on_the_sample(
    new_window: NewWindow, sample: tuple[Path, Path]
) -> None:
    first = new_window()
    show_pair(first, *sample)
    said = []
    while first.frame.hints.bubble.isVisible():
        said.append(first.frame.hints.label.text())
        first.frame.hints.button.click()
    assert len(said) == 3
    second = new_window()
    show_pair(second, *sample)
    assert not second.frame.hints.bubble.isVisible()


def test_hints_are_not_shown_on_other_pairs(window: MainWindow) -> None:
    show_pair(window, ORIGINAL, REWRITE)
    assert not window.frame.hints.bubble.isVisible()


def test_kinds_are_told_apart_without_colour(window: MainWindow) -> None:
    """The lines of all kinds, painted in the same grey, differ in many of their pixels."""
    kinds = (
        MarkStyle.REWORDED,
        MarkStyle.REMOVED,
        MarkStyle.ADDED,
        MarkStyle.MOVED_PHRASE,
        MarkStyle.MINOR,
    )
    painted = {}
    for kind in kinds:
        picture = QImage(60, 12, QImage.Format.Format_Grayscale8)
        picture.fill(255)
        painter = QPainter(picture)
        draw_line(painter, QLineF(2, 6, 58, 6), LINE_OF_STYLE[kind], QColor(60, 60, 60))
        painter.end()
        painted[kind] = np.frombuffer(picture.constBits(), dtype=np.uint8).copy()
    for one, other in combinations(kinds, 2):
        assert (np.abs(painted[one].astype(int) - painted[other]) > 60).sum() >= 12, (one, other)


def test_the_window_follows_the_system_into_the_dark(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facing_pages.ui.common import view_state
    from facing_pages.ui.common.theme import load_theme

    assert sample_window.store.theme is ThemeChoice.SYSTEM
    monkeypatch.setattr(view_state, "current_theme", lambda _: load_theme("dark"))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert sample_window.view.theme.is_dark
    page = sample_window.page
    for part in (page.reader.viewport(), page.strip, page.headers):
        assert part.grab().toImage().pixelColor(2, 2).lightness() < 90


def test_everything_is_done_without_a_mouse(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show_pair(window, ORIGINAL, REWRITE)
    page.reader.setFocus()
    qtbot.keyClick(page.reader, Qt.Key.Key_N)
    assert page.navigator.place_text() == "1 of 1"
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.focusWidget() is page.list.view
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert window.focusWidget() is page.reader
    qtbot.keyClick(page.reader, Qt.Key.Key_Right)
    qtbot.keyClick(page.reader, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text()
