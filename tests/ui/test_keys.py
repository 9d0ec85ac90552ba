"""One table of keys: menus, buttons, tooltips, hints, guide, legend and preferences agree."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QTreeWidget
from pytestqt.qtbot import QtBot

from facing_pages.page.keys import KEY_HELP, moves_in_text
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap, is_letter, key_text
from facing_pages.ui.dialogs.guide import guide_pages
from facing_pages.ui.dialogs.key_list import key_rows
from facing_pages.ui.dialogs.preferences import Preferences
from facing_pages.ui.shell.hints import sample_hints
from facing_pages.ui.shell.main_window import MainWindow

# Keys other than the usual ones: of shortcuts, of letters, and of a command without any.
CHANGED = {"find": ("Ctrl+K",), "next change": ("Alt+Right",), "reading room": ()}
CHANGED_LETTERS = {"link": ("V",), "bookmark": ("Y",), "next doubtful link": ()}
# Keys that words in sentences name.
KEY_IN_TEXT = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+\S+|F\d+)")


@pytest.fixture(params=["usual", "changed"])
def keyed_window(sample_window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    """Return a window with the usual keys, and one with others."""
    if request.param == "changed":
        sample_window.store.change(keys=CHANGED, letters=CHANGED_LETTERS)
    return sample_window


def expected(window: MainWindow) -> dict[Command, str]:
    """Return the key that each command is to be shown with."""
    keys = window.commands.keys
    first = {c: (keys.shortcuts(c) + keys.letters(c))[:1] for c in Command}
    return {command: key_text(held[0]) if held else "" for command, held in first.items()}


def test_menus_show_the_key_of_the_table(keyed_window: MainWindow) -> None:
    for command, key in expected(keyed_window).items():
        action = keyed_window.commands[command]
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        _, _, letter = action.text().partition("\t")
        assert (shown or letter) == key, command


def test_buttons_and_tooltips_show_the_same_key(keyed_window: MainWindow) -> None:
    keys = expected(keyed_window)
    commands = {keyed_window.commands[command]: command for command in Command}
    buttons = [b for b in keyed_window.findChildren(QToolButton) if b.defaultAction() in commands]
    assert len(buttons) >= 18
    for button in buttons:
        key = keys[commands[button.defaultAction()]]
        assert button.toolTip().endswith(f"({key})") if key else "(" not in button.toolTip()


def test_buttons_that_correct_links_name_their_key(keyed_window: MainWindow) -> None:
    keys = expected(keyed_window)
    buttons = keyed_window.page.inspector.buttons.findChildren(QToolButton)
    commands = {keyed_window.commands[command]: command for command in Command}
    assert len(buttons) == 10
    for button in buttons:
        key = keys[commands[button.defaultAction()]]
        label, _, named = button.text().partition("  ")
        assert label
        assert named == key


def test_the_list_of_keys_and_the_preferences_show_the_same_keys(keyed_window: MainWindow) -> None:
    keys = keyed_window.commands.keys
    rows = {words: shown for shown, words in key_rows(keys)}
    keyed_window.dialogs.show_preferences()
    preferences = keyed_window.findChildren(Preferences)[0]
    for command in Command:
        shown = [text for text in preferences.keys.keys_shown(command) if text]
        assert rows.get(command.description, "") == ", ".join(shown), command
    preferences.close()


def test_sentences_name_no_key_but_that_of_the_table(keyed_window: MainWindow) -> None:
    keys = set(expected(keyed_window).values())
    navigator = keyed_window.page.navigator
    hints = sample_hints(
        keyed_window.frame.toolbar,
        keyed_window.commands.keys,
        navigator.change_announced,
        keyed_window.view.mode_changed,
    )
    sentences = [hint.text for hint in hints]
    for _, parts in guide_pages(keyed_window.commands.keys):
        sentences += [text for _, text in parts]
    named = [key.rstrip(".,;") for text in sentences for key in KEY_IN_TEXT.findall(text)]
    assert len(named) >= 10
    assert set(named) <= keys


def test_a_command_without_a_key_is_named_by_its_menu() -> None:
    keys = KeyMap(chosen_shortcuts={"show inspector": ()})
    texts = [text for _, parts in guide_pages(keys) for _, text in parts]
    assert any("View ▸ Inspector opens the inspector" in text for text in texts)


def test_the_reading_room_names_the_key_that_leads_back(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    room = sample_window.frame.room
    sample_window.commands.trigger(Command.READING_ROOM)
    assert room.hint.text() == "Reading room. F8 brings everything back."
    sample_window.commands.trigger(Command.READING_ROOM)
    sample_window.store.change(keys={"reading room": ("F12",)})
    sample_window.commands.trigger(Command.READING_ROOM)
    assert room.hint.text() == "Reading room. F12 brings everything back."
    assert room.button.toolTip().endswith("(F12)")


def test_a_changed_letter_is_a_command_and_the_old_one_is_not(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    reader, navigation = sample_window.page.reader, sample_window.page.navigator.navigation
    assert navigation is not None
    sample_window.store.change(letters={"next change": ("V",)})
    qtbot.keyClick(reader, Qt.Key.Key_N)
    assert reader.place.current_change() is None
    qtbot.keyClick(reader, Qt.Key.Key_V)
    assert reader.place.current_change() == navigation.shown[0]
    sample_window.store.change(letters={})
    qtbot.keyClick(reader, Qt.Key.Key_N)
    assert reader.place.current_change() == navigation.shown[1]


def test_letters_that_are_switched_off_are_not_shown(sample_window: MainWindow) -> None:
    action = sample_window.commands[Command.LINK]
    assert action.text().endswith("\tL")
    sample_window.store.change(letter_keys=False)
    assert "\t" not in action.text()
    assert "(" not in action.toolTip()


def test_keys_that_move_in_the_text_are_listed_and_belong_to_no_command() -> None:
    keys = KeyMap()
    held = {key for command in Command for key in keys.keys(command)}
    for listed, _ in KEY_HELP:
        for key in listed:
            assert QKeySequence(key).toString() == key
            assert moves_in_text(key), key
            assert key not in held


def choose(preferences: Preferences, command: Command, key: str) -> str:
    """Ask for a key of a command; return what is said against it."""
    preferences.keys.choose(command)
    preferences.keys.editor.setKeySequence(QKeySequence(key))
    preferences.keys.set.click()
    return preferences.keys.problem.text()


def test_a_letter_is_changed_in_the_preferences_and_kept(sample_window: MainWindow) -> None:
    sample_window.dialogs.show_preferences()
    preferences = sample_window.findChildren(Preferences)[0]
    assert choose(preferences, Command.BOOKMARK, "Y") == ""
    assert sample_window.settings.letters == {"bookmark": ("Y",)}
    assert sample_window.settings.keys == {}
    assert sample_window.commands[Command.BOOKMARK].text().endswith("\tY")
    preferences.keys.usual.click()
    assert sample_window.settings.letters == {}
    preferences.keys.clear_letters.click()
    assert sample_window.settings.letters == {"bookmark": ()}
    assert "\t" not in sample_window.commands[Command.BOOKMARK].text()
    preferences.close()


@pytest.mark.parametrize(
    ("command", "key", "reason"),
    [
        (Command.BOOKMARK, "N", "N is already the key of “Next change”."),
        (Command.FIND, "Alt+Down", "Alt+Down is already the key of “Next change”."),
        (Command.BOOKMARK, "F5", "F5 is already the key of “Read files again”."),
        (Command.BOOKMARK, "S", "S is already the key of “Cut the sentence at the caret”."),
        (Command.BOOKMARK, "Space", "Space moves through the text"),
        (Command.BOOKMARK, "Shift+Left", "Shift+Left moves through the text"),
        (Command.FIND, "Ctrl+Down", "Ctrl+Down moves through the text"),
    ],
)
def test_a_key_in_use_is_refused_with_a_sentence(
    sample_window: MainWindow, command: Command, key: str, reason: str
) -> None:
    sample_window.dialogs.show_preferences()
    preferences = sample_window.findChildren(Preferences)[0]
    assert choose(preferences, command, key).startswith(reason)
    assert not sample_window.settings.letters
    assert not sample_window.settings.keys
    preferences.close()


def test_the_list_of_keys_is_opened_from_the_menu(window: MainWindow) -> None:
    window.commands.trigger(Command.KEYS)
    table = next(t for t in window.findChildren(QTreeWidget) if t.accessibleName() == "Keys")
    first = table.topLevelItem(0)
    assert first is not None
    assert first.text(0) == key_text("Ctrl+O")
    table.window().close()


def test_usual_letters_are_single_keys() -> None:
    for command in Command:
        assert all(map(is_letter, command.spec.letters)), command
