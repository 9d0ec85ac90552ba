"""The toolbar at common widths, in every language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from facing_pages.ui.common.translators import speak
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.toolbar import MainToolBar
from facing_pages.viewmodel.wording.language import CATALOG_LANGUAGES

from .conftest import NewWindow, show_pair

NO_WORDS = Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture(params=CATALOG_LANGUAGES)
def speaking_window(
    request: pytest.FixtureRequest, new_window: NewWindow, sample: tuple[Path, Path]
) -> Iterator[MainWindow]:
    speak(request.param)
    window = new_window()
    show_pair(window, *sample)
    yield window
    speak("en")


def buttons_with_icons(toolbar: MainToolBar) -> list[QToolButton]:
    buttons = toolbar.findChildren(QToolButton)
    return [button for button in buttons if not button.icon().isNull() and button.isVisible()]


@pytest.mark.parametrize("width", [700, 900, 1280])
def test_every_button_is_seen_whole(speaking_window: MainWindow, qtbot: QtBot, width: int) -> None:
    speaking_window.resize(width, 600)
    toolbar = speaking_window.frame.toolbar

    def cut_off() -> list[str]:
        labelled = [*buttons_with_icons(toolbar), *toolbar.kinds.buttons.values(), toolbar.place]
        return [part.text() for part in labelled if part.width() < part.sizeHint().width()]

    # The button for what does not fit goes with the layout that follows the new words.
    qtbot.waitUntil(lambda: toolbar.width() == width and not toolbar.more.isVisible())
    qtbot.waitUntil(lambda: not cut_off())
    assert len(buttons_with_icons(toolbar)) == 9


def test_all_buttons_have_icon_and_words_in_the_first_window(speaking_window: MainWindow) -> None:
    speaking_window.resize(1280, 600)
    buttons = buttons_with_icons(speaking_window.frame.toolbar)
    assert len(buttons) == 9
    assert all(button.text() and button.toolButtonStyle() is not NO_WORDS for button in buttons)


def test_without_words_a_tooltip_says_them(speaking_window: MainWindow) -> None:
    speaking_window.resize(700, 600)
    buttons = buttons_with_icons(speaking_window.frame.toolbar)
    assert all(button.toolButtonStyle() is NO_WORDS for button in buttons)
    assert all(len(button.toolTip()) > 3 for button in buttons)
