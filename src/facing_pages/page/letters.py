"""Single keys that are commands while the text has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import KeyMap

# Keys of the number pad that stand for another one.
_SAME_KEYS: Final = {Qt.Key.Key_Enter: Qt.Key.Key_Return}


class LetterKeys:
    """Finds the command of a key, with one table for links in rows and one for all other modes."""

    def __init__(self, keys: KeyMap | None = None) -> None:
        keys = keys or KeyMap()
        # What sentences call the keys of commands.
        self.words: Final = keys.words()
        self._by_mode = {
            in_rows: {
                QKeySequence(letter).toString(): command
                for letter, command in keys.letter_commands(in_rows=in_rows).items()
            }
            for in_rows in (False, True)
        }

    def command(self, key: Qt.Key, *, shift: bool, in_rows: bool) -> Command | None:
        """Return what a key does, alone or with Shift, None if it is no command."""
        modifiers = Qt.KeyboardModifier
        held = modifiers.ShiftModifier if shift else modifiers.NoModifier
        pressed = QKeySequence(QKeyCombination(held, _SAME_KEYS.get(key, key)))
        return self._by_mode[in_rows].get(pressed.toString())
