"""Which keys the commands have: the usual ones, or those that the user chose.

A shortcut holds in the whole window; a letter is a single key, alone or with Shift, that is a
command while the text has the focus. Keys are written as Qt writes them: "Ctrl+O", "Shift+N".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QKeySequence

from facing_pages.session.settings import Settings
from facing_pages.ui.common.commands import Command, Enabled

Keys = tuple[str, ...]
_MODIFIERS: Final = ("Ctrl+", "Alt+", "Meta+")
_FUNCTION_KEY: Final = re.compile(r"F\d+")


@dataclass(frozen=True)
class KeyMap:
    """The keys of all commands.

    `chosen_shortcuts` and `chosen_letters` are keys other than the usual ones, by the names of
    commands in the settings. What is no key is left out; a command of which nothing is left has
    its usual keys. Without `has_letters` no letter is a command.
    """

    chosen_shortcuts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    chosen_letters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    has_letters: bool = True

    def shortcuts(self, command: Command) -> Keys:
        """Return the shortcuts of a command."""
        spec = command.spec
        return _chosen(self.chosen_shortcuts.get(spec.name), spec.shortcuts, is_key)

    def letters(self, command: Command) -> Keys:
        """Return the single keys of a command, also while they are switched off."""
        spec = command.spec
        return _chosen(self.chosen_letters.get(spec.name), spec.letters, is_letter)

    def keys(self, command: Command) -> Keys:
        """Return all keys that do a command now, shortcuts first."""
        return self.shortcuts(command) + (self.letters(command) if self.has_letters else ())

    def text(self, command: Command) -> str:
        """Return the first key of a command as the system writes it, "" for none."""
        return next(map(key_text, self.keys(command)), "")

    def all_text(self, command: Command) -> str:
        """Return all keys of a command as the system writes them, "" for none."""
        return ", ".join(map(key_text, self.keys(command)))

    def words(self) -> dict[str, str]:
        """Return what sentences call the keys of commands, by `Command.name` in small letters.

        A command without a key is named by its place in the menus, so that sentences stay true:
        "{show_inspector} opens the inspector" becomes "F9 opens …" or "View ▸ Inspector opens …".
        """
        return {command.name.lower(): self.text(command) or command.path for command in Command}

    def letter_commands(self, *, in_rows: bool) -> dict[str, Command]:
        """Return what each letter does; commands for rows come first where links stand in rows.

        Return  in rows: start a new row    elsewhere: read the change out
        """
        found: dict[str, Command] = {}
        if self.has_letters:
            for command in sorted(Command, key=_has_rows):
                if in_rows or not _has_rows(command):
                    found.update(dict.fromkeys(self.letters(command), command))
        return found

    def owner(self, key: str, command: Command) -> Command | None:
        """Return the command that keeps a key from another one, None if the key is free.

        A shortcut wins over a letter, so that a key is either of them. A usual letter may be
        shared by a command for rows and one for all other modes.
        """
        for other in Command:
            if other is command:
                continue
            if key in self.shortcuts(other):
                return other
            is_shared = (
                key in command.spec.letters
                and key in other.spec.letters
                and _has_rows(command) is not _has_rows(other)
            )
            if key in self.letters(other) and not is_shared:
                return other
        return None


def key_map(settings: Settings) -> KeyMap:
    """Return the keys that the settings ask for."""
    return KeyMap(settings.keys, settings.letters, settings.letter_keys)


def is_key(key: str) -> bool:
    """Tell whether a text is a key; Qt names those that it does not know by nothing."""
    return bool(QKeySequence(key).toString())


def is_letter(key: str) -> bool:
    """Tell whether a text is a single key, alone or with Shift, and no function key."""
    name = QKeySequence(key).toString().removeprefix("Shift+")
    is_single = QKeySequence(key).count() == 1 and not name.startswith(_MODIFIERS)
    return is_single and not _FUNCTION_KEY.fullmatch(name)


def key_text(key: str) -> str:
    """Return a key as menus of this system write it, in the language of the window."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def changed_keys(
    chosen: Mapping[str, Keys], command: Command, keys: Keys, usual: Keys
) -> dict[str, Keys]:
    """Return keys for the settings after one command got others; usual ones are not stored."""
    others = {name: held for name, held in chosen.items() if name != command.spec.name}
    return others if keys == usual else {**others, command.spec.name: keys}


def _has_rows(command: Command) -> bool:
    return command.spec.enabled is Enabled.IN_ROWS


def _chosen(chosen: Sequence[str] | None, usual: Keys, is_good: Callable[[str], bool]) -> Keys:
    if chosen is None:
        return usual
    good: Iterator[str] = filter(is_good, chosen)
    return tuple(good) or (usual if chosen else ())
