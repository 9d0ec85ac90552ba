"""The window in German, and changing the language while it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.translators import speak
from facing_pages.ui.dialogs.preferences import Preferences
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import Application
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.windows import Windows
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.wording.language import CATALOG_LANGUAGES

from .conftest import show_pair


@pytest.fixture
def windows(qapp: Application, tmp_path: Path, workers: WorkerPool) -> Iterator[Windows]:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(language="en")
    windows = Windows(store, qapp, workers)
    yield windows
    for window in list(windows.all):
        window.close()
    windows.deleteLater()
    speak("en")


def menus_of(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.findChildren(QMenu) if menu.actions()]


@pytest.mark.parametrize("code", CATALOG_LANGUAGES)
def test_no_letter_is_twice_in_a_menu(windows: Windows, code: str) -> None:
    speak(code)
    window = windows.open_window()
    for menu in [*menus_of(window), window.menuBar()]:
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = Counter(text[text.index("&") + 1].casefold() for text in texts)
        assert [letter for letter, count in letters.items() if count > 1] == [], texts


def test_the_language_changes_while_a_pair_is_shown(
    windows: Windows, qtbot: QtBot, sample: tuple[Path, Path]
) -> None:
    window = windows.open_window()
    page = show_pair(window, *sample)
    page.reader.scrolling.scroll_to_share(0.5)
    row, controller = page.reader.scrolling.top_row(), window.controller
    window.dialogs.show_preferences()
    preferences = window.findChildren(Preferences)[0]
    preferences.general.language.setCurrentIndex(preferences.general.language.findData("de"))
    preferences.general.language.activated.emit(0)
    qtbot.waitUntil(lambda: windows.all[0] is not window)
    again = windows.all[0]
    assert again.controller is controller
    assert again.commands[Command.FIND].text() == "&Suchen…"
    assert again.page.pages is not None
    shown = int(again.page.pages.shown_changes(Filter()).sum())
    assert again.page.list.head.title.text() == f"Änderungen ({shown})"
    assert "beschädigte Zeichen repariert" in again.frame.bars.notices()[0].text
    assert abs(again.page.reader.scrolling.top_row() - row) <= 1


def test_a_german_window_has_no_english_words(windows: Windows, sample: tuple[Path, Path]) -> None:
    speak("de")
    window = windows.open_window()
    show_pair(window, *sample)
    texts = [action.text() for menu in menus_of(window) for action in menu.actions()]
    texts += [window.frame.toolbar.mode.text(), window.frame.toolbar.level.text()]
    words = {word.strip("&…▾ ").replace("&", "") for text in texts for word in text.split()}
    english = {"the", "and", "of", "Original only", "Show", "Hide", "Next", "Copy", "Text Only"}
    assert words & english == set()


def test_the_session_is_the_same_in_another_language(
    windows: Windows,
    qtbot: QtBot,
    sample: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "lighthouse.facing"
    monkeypatch.setattr(messages, "choose_session_to_save", lambda *_: str(path))
    window = windows.open_window()
    show_pair(window, *sample)
    window.commands[Command.SAVE_SESSION].trigger()
    windows.store.change(language="de")
    qtbot.waitUntil(lambda: windows.all[0] is not window)
    again = windows.all[0]
    assert again.workspace.sessions.path == path
    assert "(lighthouse.facing)" in again.windowTitle()
    path.unlink()
    again.commands[Command.SAVE_SESSION].trigger()
    assert path.exists()
