from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facing_pages.page.letters import LetterKeys
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "shift", "in_rows", "wanted"),
    [
        (Key.Key_N, False, False, Command.NEXT_CHANGE),
        (Key.Key_N, True, False, Command.NEXT_OF_KIND),
        (Key.Key_N, False, True, Command.NEXT_CHANGE),
        (Key.Key_Return, False, False, Command.READ_OUT),
        (Key.Key_Return, False, True, Command.START_ROW),
        (Key.Key_Enter, False, False, Command.READ_OUT),
        (Key.Key_Enter, False, True, Command.START_ROW),
        (Key.Key_Return, True, True, None),
        (Key.Key_Backspace, False, True, Command.JOIN_ROW),
        (Key.Key_Backspace, False, False, None),
        (Key.Key_9, False, False, None),
    ],
)
def test_a_letter_is_a_command_of_its_mode(
    key: Qt.Key, shift: bool, in_rows: bool, wanted: Command | None
) -> None:
    assert LetterKeys().command(key, shift=shift, in_rows=in_rows) is wanted


def test_a_letter_that_was_chosen_is_the_command() -> None:
    chosen = KeyMap(chosen_letters={Command.NEXT_CHANGE.spec.name: ("9",)})
    letters = LetterKeys(chosen)
    assert letters.command(Key.Key_9, shift=False, in_rows=False) is Command.NEXT_CHANGE
    assert letters.command(Key.Key_N, shift=False, in_rows=False) is None


def test_without_letters_no_key_is_a_command() -> None:
    letters = LetterKeys(KeyMap(has_letters=False))
    assert letters.command(Key.Key_N, shift=False, in_rows=False) is None
