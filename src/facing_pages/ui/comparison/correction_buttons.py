"""The commands that correct links as buttons, each with its key, below the facts of a sentence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.wording.language import tr

_BUTTONS: Final = (
    Command.LINK,
    Command.UNLINK,
    Command.CONFIRM,
    Command.NEXT_DOUBTFUL,
    Command.START_ROW,
    Command.JOIN_ROW,
    Command.MOVE_UP,
    Command.MOVE_DOWN,
    Command.CUT_SENTENCE,
    Command.BOOKMARK,
)
# Columns of buttons. By judgement.
_BUTTON_COLUMNS: Final = 2


class CorrectionButtons(QWidget):
    """Two columns of buttons; their labels follow the keys of the commands."""

    def __init__(self, commands: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._chosen = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 8, 8)
        grid.setSpacing(4)
        for k, command in enumerate(_BUTTONS):
            button = QToolButton()
            button.setDefaultAction(commands[command])
            button.setMinimumHeight(28)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(command.words)
            grid.addWidget(button, k // _BUTTON_COLUMNS, k % _BUTTON_COLUMNS)
        commands.keys_changed.connect(self._write)
        self._write()

    def show_choice(self, original: str, rewrite: str) -> None:
        """Name on the first button which sentences would be linked."""
        self._chosen = f"{original} ↔ {rewrite}"
        self._write()

    def _write(self) -> None:
        for command in _BUTTONS:
            parts = [tr(command.spec.button)]
            if command is Command.LINK and self._chosen:
                parts[0] = f"{parts[0]} {self._chosen}"
            if key := self._commands.keys.text(command):
                parts.append(key)
            self._commands[command].setIconText("  ".join(parts))
