"""The reading room: nothing but the texts, and a small way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.wording.language import tr

# Milliseconds the hint stays, and pixels between the button and the corner.
HINT: Final = 2000
MARGIN: Final = 12


class ReadingRoom(QObject):
    """Hides the parts of a window; a button in the corner and a key bring them back.

    The hint that says so goes away by itself. `action` is checked while the room is entered.
    """

    entered = Signal(bool)

    def __init__(self, action: QAction, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._action = action
        self._window = window
        self._parts: tuple[QWidget, ...] = ()
        self.button = QToolButton(window)
        self.button.setText("✕")
        self.button.setToolTip(tr("Leave the reading room (F8)"))
        self.button.setAccessibleName(tr("Leave the reading room"))
        self.button.setMinimumSize(28, 28)
        self.button.clicked.connect(self._leave)
        self.hint = QLabel(tr("Reading room. F8 brings everything back."), window)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HINT)
        self._timer.timeout.connect(self.hint.hide)
        window.installEventFilter(self)
        self.set_theme(theme)
        self._offer_way_back(False)

    def hides(self, *parts: QWidget) -> None:
        """Tell which parts of the window are hidden in the room."""
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
            self._place()
            self.button.raise_()
            self.hint.raise_()
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize and self.button.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.button.sizeHint()
        self.button.resize(max(28, size.width()), max(28, size.height()))
        self.button.move(self._window.width() - self.button.width() - MARGIN, MARGIN)
        self.hint.adjustSize()
        self.hint.move((self._window.width() - self.hint.width()) // 2, 3 * MARGIN)
