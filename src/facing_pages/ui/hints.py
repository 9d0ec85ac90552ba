"""Three hints on the sample pair, each tied to a place; dismissed once, they never come again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from facing_pages.ui.theme import Theme
from facing_pages.ui.toolbar import MainToolBar
from facing_pages.viewmodel.language import tr

WIDTH: Final = 300
DISTANCE: Final = 8


@dataclass(frozen=True)
class Hint:
    """One hint: its name in the settings, what it says, and the widget it stands below."""

    name: str
    text: str
    target: QWidget


class Hints(QObject):
    """Shows one hint after the other over a window."""

    dismissed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Hint] = []
        self._shown: Hint | None = None
        self.bubble = QFrame(window)
        self.bubble.setObjectName("hint")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.button = QPushButton(tr("Got it"))
        self.label.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self.bubble)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.button.clicked.connect(self._dismiss)
        window.installEventFilter(self)
        self.set_theme(theme)
        self.bubble.hide()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        back, text = QColor(theme.notice).name(), QColor(theme.text).name()
        self.bubble.setStyleSheet(
            f"#hint {{ background: {back}; border: 2px solid {QColor(theme.focus).name()};"
            f" border-radius: 8px; }} #hint QLabel {{ color: {text}; }}"
        )

    def offer(self, hints: Sequence[Hint], seen: Sequence[str]) -> None:
        """Show the hints that were not seen yet, one after the other."""
        self._waiting = [hint for hint in hints if hint.name not in seen]
        self._next()

    def withdraw(self) -> None:
        """Show no hint any more; they come again with the next sample pair."""
        self._waiting = []
        self._shown = None
        self.bubble.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the place the hint is about."""
        if event.type() is QEvent.Type.Resize and self._shown is not None:
            self._place()
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        while self._waiting and not self._waiting[0].target.isVisible():
            self._waiting.pop(0)
        self._shown = self._waiting.pop(0) if self._waiting else None
        self.bubble.setVisible(self._shown is not None)
        if self._shown is not None:
            self.label.setText(self._shown.text)
            self.bubble.setAccessibleName(self._shown.text)
            self._place()
            self.bubble.raise_()

    def _place(self) -> None:
        assert self._shown is not None
        target = self._shown.target
        self.bubble.adjustSize()
        corner = target.mapTo(self._window, QPoint(0, target.height() + DISTANCE))
        right = self._window.width() - self.bubble.width() - DISTANCE
        self.bubble.move(max(DISTANCE, min(corner.x(), right)), corner.y())

    def _dismiss(self) -> None:
        if self._shown is not None:
            self.dismissed.emit(self._shown.name)
        self._next()


def sample_hints(toolbar: MainToolBar) -> list[Hint]:
    """Return the hints on the sample pair."""
    kinds = tr("Each sign is one kind of change. Click to hide or show it; F1 explains them.")
    steps = tr("Alt+↓ goes to the next change, Alt+↑ to the one before.")
    mode = tr(
        "The texts can stand side by side, flow freely, or share one column. Align is for "
        "correcting which sentences belong together."
    )
    return [
        Hint("kinds", kinds, toolbar.kinds),
        Hint("next", steps, toolbar.place),
        Hint("mode", mode, toolbar.mode),
    ]
