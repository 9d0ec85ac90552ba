"""The reading room: nothing but the texts, and a small way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.wording.language import tr

# Milliseconds the hint stays, and pixels between the button and the corner. By judgement.
HINT_MILLISECONDS: Final = 2000
BUTTON_MARGIN: Final = 12


class ReadingRoom(QObject):
    """Hides the parts of a window; a button in the corner and a key bring them back.

    The hint that says so goes away by itself. The command is checked while the room is entered.
    """

    entered = Signal(bool)

    def __init__(self, commands: CommandActions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._action = commands[Command.READING_ROOM]
        self._window = window
        self._parts: tuple[QWidget, ...] = ()
        self.button = QToolButton(window)
        self.button.setText("✕")
        self.button.setAccessibleName(tr("Leave the reading room"))
        self.button.setMinimumSize(28, 28)
        self.button.clicked.connect(self._leave)
        self.hint = QLabel(window)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HINT_MILLISECONDS)
        self._timer.timeout.connect(self.hint.hide)
        window.installEventFilter(self)
        self.set_theme(theme)
        self._offer_way_back(False)
        commands.handle({Command.READING_ROOM: self.toggle})

    def hides(self, *parts: QWidget) -> None:
        """Set which parts of the window are hidden in the room."""
        self._parts = parts

    def toggle(self) -> None:
        """Enter or leave, as the action is checked."""
        is_entered = self._action.isChecked()
        for part in self._parts:
            part.setVisible(not is_entered)
        self._offer_way_back(is_entered)
        self.entered.emit(is_entered)

    def _leave(self) -> None:
        if self._action.isChecked():
            self._action.setChecked(False)
            self.toggle()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        back, text = QColor(theme.chrome).name(), QColor(theme.chrome_text).name()
        border = QColor(theme.border).name()
        style = f"background: {back}; color: {text}; border: 1px solid {border}; border-radius: 8px"
        self.hint.setStyleSheet(f"{style}; padding: 8px 16px")
        self.button.setStyleSheet(f"QToolButton {{ {style} }}")

    def _offer_way_back(self, shown: bool) -> None:
        self.button.setVisible(shown)
        self.hint.setVisible(shown)
        if shown:
            self._name_key()
            self._place()
            self.button.raise_()
            self.hint.raise_()
            self._timer.start()

    def _name_key(self) -> None:
        """Say which key leads back, as it is now."""
        key = self._commands.keys.text(Command.READING_ROOM)
        leave = tr("Leave the reading room")
        self.button.setToolTip(f"{leave} ({key})" if key else leave)
        if key:
            self.hint.setText(tr("Reading room. {key} brings everything back.", key=key))
        else:
            text = tr("Reading room. The button at the top right brings everything back.")
            self.hint.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize and self.button.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.button.sizeHint()
        self.button.resize(max(28, size.width()), max(28, size.height()))
        self.button.move(self._window.width() - self.button.width() - BUTTON_MARGIN, BUTTON_MARGIN)
        self.hint.adjustSize()
        self.hint.move((self._window.width() - self.hint.width()) // 2, 3 * BUTTON_MARGIN)
