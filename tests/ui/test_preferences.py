"""The preferences, keys that can be changed, the inspector, and what the marks mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox, QTabWidget
from pytestqt.qtbot import QtBot

from facing_pages.session.page_settings import Preset
from facing_pages.ui.common.commands import Command
from facing_pages.ui.dialogs.preferences import Preferences
from facing_pages.ui.shell.main_window import MainWindow

from .conftest import NewWindow


@pytest.fixture
def preferences(sample_window: MainWindow) -> Preferences:
    sample_window.commands[Command.PREFERENCES].trigger()
    return sample_window.findChildren(Preferences)[0]


def test_the_page_changes_at_once(preferences: Preferences, sample_window: MainWindow) -> None:
    before = sample_window.page.reader.model.style.line_height
    preferences.page.line_spacing.setValue(2.0)
    assert sample_window.page.reader.model.style.line_height > before
    preferences.page.preset.activated.emit(list(Preset).index(Preset.LARGE_PRINT))
    assert preferences.page.points.value() == 18.0
    assert sample_window.frame.menus.presets[Preset.LARGE_PRINT].isChecked()


def test_a_theme_is_chosen_for_the_settings_of_the_window(
    preferences: Preferences, sample_window: MainWindow, new_window: NewWindow
) -> None:
    other = new_window()
    preferences.general.theme.activated.emit(3)
    assert other.store.settings.theme == "system"  # a store of its own in this test
    assert sample_window.settings.theme == "dark"


def choose(preferences: Preferences, command: Command, key: str) -> None:
    preferences.keys.choose(command)
    preferences.keys.editor.setKeySequence(QKeySequence(key))
    preferences.keys.set.click()


def test_a_key_is_changed_and_kept(
    preferences: Preferences, sample_window: MainWindow, new_window: NewWindow
) -> None:
    choose(preferences, Command.FIND, "Ctrl+K")
    assert sample_window.commands[Command.FIND].shortcut().toString() == "Ctrl+K"
    assert new_window().commands[Command.FIND].shortcut().toString() == "Ctrl+K"
    preferences.keys.usual.click()
    assert sample_window.commands[Command.FIND].shortcut().toString() == "Ctrl+F"
    assert sample_window.settings.keys == {}


def test_a_key_in_use_is_refused_with_its_command(
    preferences: Preferences, sample_window: MainWindow
) -> None:
    choose(preferences, Command.FIND, "F5")
    assert "Read files again" in preferences.keys.problem.text()
    assert sample_window.commands[Command.FIND].shortcut().toString() == "Ctrl+F"


def test_a_freed_key_can_be_used(preferences: Preferences, sample_window: MainWindow) -> None:
    preferences.keys.choose(Command.RELOAD)
    preferences.keys.clear_shortcuts.click()
    choose(preferences, Command.FIND, "F5")
    assert sample_window.commands[Command.FIND].shortcut().toString() == "F5"
    assert sample_window.commands[Command.RELOAD].shortcuts() == []


def test_commands_are_searched_by_words_and_keys(preferences: Preferences) -> None:
    keys = preferences.keys
    keys.search.setText("ctrl+f")
    assert keys.found() == ["Find"]


def test_the_inspector_links_words_and_says_why(
    sample_window: MainWindow, qtbot: QtBot, sample: tuple[Path, Path]
) -> None:
    controller = sample_window.controller
    with qtbot.waitSignal(controller.settled, timeout=60_000):
        sample_window.workspace.opener.open_sample()
    qtbot.keyClick(sample_window, Qt.Key.Key_F9)
    page = sample_window.page
    with qtbot.waitSignal(controller.requests.inspected, timeout=30_000):
        page.navigator.step(1)
    inspector = page.inspector
    assert inspector.isVisible()
    assert inspector.words.links
    rows = [inspector.table.topLevelItem(k) for k in range(inspector.table.topLevelItemCount())]
    texts = [tuple(row.text(c) for c in range(3)) for row in rows if row is not None]
    assert texts
    assert all("·" in why for _, _, why in texts)
    assert ("Lamp", "Light") in [text[:2] for text in texts]


def test_the_legend_shows_every_kind(sample_window: MainWindow) -> None:
    sample_window.commands[Command.LEGEND].trigger()
    titles = [w for w in QApplication.topLevelWidgets() if w.windowTitle() == "What the marks mean"]
    assert titles
    assert not titles[0].grab().isNull()
    titles[0].close()


def test_the_guide_has_two_pages(sample_window: MainWindow) -> None:
    sample_window.commands[Command.GUIDE].trigger()
    guide = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Guide")
    assert guide.findChildren(QTabWidget)[0].count() == 2
    guide.close()


def test_about_tells_versions_to_copy(sample_window: MainWindow) -> None:
    sample_window.commands[Command.ABOUT].trigger()
    box = next(w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith("About"))
    assert isinstance(box, QMessageBox)
    assert "SIL Open Font License" in box.informativeText()
    assert not box.iconPixmap().isNull()
    buttons = [button for button in box.buttons() if button.text() == "Copy details"]
    buttons[0].click()
    assert "rapidfuzz" in QGuiApplication.clipboard().text()
    box.close()
