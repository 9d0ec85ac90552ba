"""The actions of a window, made from the table of commands: words, keys, and when they can be used.

Menus, buttons and tooltips show the actions, so that all of them say the same key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from facing_pages.ui.common.commands import Command, Enabled
from facing_pages.ui.common.key_map import KeyMap
from facing_pages.viewmodel.wording.language import tr

Handlers = Mapping[Command, Callable[[], object]]


class CommandActions(QObject):
    """An action for each command; `keys` are the keys they have now."""

    keys_changed = Signal()

    def __init__(self, window: QWidget, keys: KeyMap) -> None:
        super().__init__(window)
        self.keys = keys
        # What a command does now, such as "Undo: swap of the sides"; "" for its usual words.
        self._details: dict[Command, str] = {}
        groups: dict[str, QActionGroup] = {}
        self._actions: dict[Command, QAction] = {}
        for command in Command:
            spec = command.spec
            action = QAction(window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable or bool(spec.group))
            action.setIconText(tr(spec.button) or command.words)
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            self._actions[command] = action
        self.set_keys(keys)
        window.addActions(list(self._actions.values()))

    def __getitem__(self, command: Command) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._actions)

    def set_keys(self, keys: KeyMap) -> None:
        """Set the keys of all commands, and show them wherever the commands are shown."""
        self.keys = keys
        for command, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in keys.shortcuts(command)])
            self._write(command)
        self.keys_changed.emit()

    def set_detail(self, command: Command, detail: str) -> None:
        """Say in the menu what a command would do now, "" for nothing more than its words."""
        self._details[command] = detail
        self._write(command)

    def handle(self, handlers: Handlers) -> None:
        """Have these commands done by these handlers."""
        for command, handler in handlers.items():
            self._actions[command].triggered.connect(_without_arguments(handler))

    def trigger(self, command: Command) -> None:
        """Do a command, if it can be done now."""
        self._actions[command].trigger()

    def show_possible(self, *, has_pair: bool, in_rows: bool) -> None:
        """Offer what can be done with a pair or without one, and while links stand in rows."""
        possible = {
            Enabled.ALWAYS: True,
            Enabled.WITH_PAIR: has_pair,
            Enabled.IN_ROWS: has_pair and in_rows,
        }
        for command, action in self._actions.items():
            if command.spec.enabled is not Enabled.BY_HANDLER:
                action.setEnabled(possible[command.spec.enabled])

    def _write(self, command: Command) -> None:
        """Write the words of a command; a letter stands where menus have the shortcut."""
        action, key = self._actions[command], self.keys.text(command)
        text = tr(command.spec.text)
        if detail := self._details.get(command):
            text = f"{text}: {detail}"
        if key and not self.keys.shortcuts(command):
            text = f"{text}\t{key}"
        action.setText(text)
        action.setToolTip(f"{command.words} ({key})" if key else command.words)


def _without_arguments(handler: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that ignores what a signal brings along, such as "checked"."""

    def slot(*_: object) -> None:
        handler()

    return slot
