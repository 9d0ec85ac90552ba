"""The deeds of correcting as buttons, each with its key, below what is known of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.wording.language import N_, tr

# What a button says, and the key that does the same while the text has the focus.
_BUTTONS: Final = (
    (Command.LINK, N_("Link"), "L"),
    (Command.UNLINK, N_("Unlink"), "U"),
    (Command.CONFIRM, N_("Confirm"), "C"),
    (Command.NEXT_DOUBTFUL, N_("Next doubtful"), "X"),
    (Command.START_ROW, N_("New row here"), "⏎"),
    (Command.JOIN_ROW, N_("Join with above"), "⌫"),
    (Command.MOVE_UP, N_("First up"), "Ctrl+⇧↑"),
    (Command.MOVE_DOWN, N_("Last down"), "Ctrl+⇧↓"),
    (Command.CUT_SENTENCE, N_("Cut here"), "S"),
    (Command.BOOKMARK, N_("Bookmark"), "B"),
)
_COLUMNS: Final = 2


class CorrectionButtons(QWidget):
    """Two columns of buttons for the commands that correct links."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 8, 8)
        self._grid.setSpacing(4)
        self._buttons: dict[Command, QToolButton] = {}

    def set_commands(self, commands: Mapping[Command, QAction]) -> None:
        """Offer these commands."""
        for k, (command, name, key) in enumerate(_BUTTONS):
            action, button = commands[command], QToolButton()
            action.setIconText(f"{tr(name)}  {key}")
            button.setDefaultAction(action)
            button.setMinimumHeight(28)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(action.text().replace("&", ""))
            self._grid.addWidget(button, k // _COLUMNS, k % _COLUMNS)
            self._buttons[command] = button

    def show_choice(self, original: str, rewrite: str) -> None:
        """Name on the first button which sentences would be linked."""
        button = self._buttons.get(Command.LINK)
        if button is not None:
            said = tr("Link")
            button.defaultAction().setIconText(f"{said} {original} ↔ {rewrite}  L")
