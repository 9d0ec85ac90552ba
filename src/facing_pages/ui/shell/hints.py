"""Three hints on the sample pair, each tied to a place; dismissed once, they never come again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from facing_pages.ui.common.key_map import KeyMap
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.shell.toolbar import MainToolBar
from facing_pages.viewmodel.wording.language import tr

# Pixels: the width of the words of a hint, its distance from what it is about and from the edge of
# the window, and the width of the line that leads there. By judgement.
HINT_WIDTH: Final = 300
HINT_DISTANCE: Final = 8
STEM_WIDTH: Final = 2


@dataclass(frozen=True)
class Hint:
    """One hint: its name in the settings, what it says, and the widget it is about.

    `done_by` are signals of what it asks for: it needs no reading any more once that was done.
    """

    name: str
    text: str
    target: QWidget
    done_by: tuple[SignalInstance, ...] = ()


class Hints(QObject):
    """Shows one hint after the other over a window."""

    dismissed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Hint] = []
        self._shown: Hint | None = None
        self._below: QWidget | None = None
        self._followed: set[str] = set()
        # Leads from the bubble to what it is about, past what lies between them.
        self.stem = QFrame(window)
        self.stem.setFixedWidth(STEM_WIDTH)
        self.stem.hide()
        self.bubble = QFrame(window)
        self.bubble.setObjectName("hint")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.button = QPushButton(tr("Got it"))
        self.label.setFixedWidth(HINT_WIDTH)
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
        self.stem.setStyleSheet(f"background: {QColor(theme.focus).name()};")
        self.bubble.setStyleSheet(
            f"#hint {{ background: {back}; border: 2px solid {QColor(theme.focus).name()};"
            f" border-radius: 8px; }} #hint QLabel {{ color: {text}; }}"
        )

    def offer(self, hints: Sequence[Hint], seen: Sequence[str], below: QWidget) -> None:
        """Show the hints that were not seen yet, one after the other, and cover nothing `below`.

        What stands above the lower edge of that widget, and itself, stays free.
        """
        self._below = below
        self._waiting = [hint for hint in hints if hint.name not in seen]
        self._follow_places_of(below)
        for hint in self._waiting:
            if hint.name not in self._followed:
                self._followed.add(hint.name)
                for signal in hint.done_by:
                    signal.connect(partial(self.done, hint.name))
        self._next()

    def _follow_places_of(self, widget: QWidget) -> None:
        """Notice when a widget moves in the window: with what it is in, or by itself."""
        inner: QWidget | None = widget
        while inner is not None and inner is not self._window:
            inner.installEventFilter(self)
            inner = inner.parentWidget()

    def done(self, name: str, *_: object) -> None:
        """Drop a hint as read: what it asks for was done."""
        if self._shown is not None and self._shown.name == name:
            self._dismiss()
        elif any(hint.name == name for hint in self._waiting):
            self._waiting = [hint for hint in self._waiting if hint.name != name]
            self.dismissed.emit(name)

    def withdraw(self) -> None:
        """Show no hint any more; they come again with the next sample pair."""
        self._waiting = []
        self._shown = None
        self.bubble.hide()
        self.stem.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the place the hint is about."""
        is_moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if is_moved and self._shown is not None:
            self._place()
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        while self._waiting and not self._waiting[0].target.isVisible():
            self._waiting.pop(0)
        self._shown = self._waiting.pop(0) if self._waiting else None
        self.bubble.setVisible(self._shown is not None)
        self.stem.setVisible(self._shown is not None)
        if self._shown is not None:
            self.label.setText(self._shown.text)
            self.bubble.setAccessibleName(self._shown.text)
            self._place()

    def _place(self) -> None:
        assert self._shown is not None
        target = self._shown.target
        self.bubble.adjustSize()
        end = target.mapTo(self._window, QPoint(target.width() // 2, target.height()))
        top = end.y() + HINT_DISTANCE
        if self._below is not None:
            edge = self._below.mapTo(self._window, QPoint(0, self._below.height()))
            top = max(top, edge.y() + HINT_DISTANCE)
        left = end.x() - self.bubble.width() // 2
        right = self._window.width() - self.bubble.width() - HINT_DISTANCE
        self.bubble.move(max(HINT_DISTANCE, min(left, right)), top)
        self.stem.setGeometry(end.x() - STEM_WIDTH // 2, end.y(), STEM_WIDTH, top - end.y())
        self.stem.raise_()
        self.bubble.raise_()

    def _dismiss(self) -> None:
        if self._shown is not None:
            self.dismissed.emit(self._shown.name)
        self._next()


def sample_hints(
    toolbar: MainToolBar, keys: KeyMap, stepped: SignalInstance, mode_chosen: SignalInstance
) -> list[Hint]:
    """Return the hints on the sample pair; the signals say that their advice was followed."""
    words = keys.words()
    kinds = tr(
        "Each sign is one kind of change. Click to hide or show it; {legend} explains them.",
        **words,
    )
    steps = tr("{next_change} goes to the next change, {previous_change} to the previous.", **words)
    mode = tr(
        "The texts can be side by side, flow freely, or share one column. Use "
        "Align to correct which sentences belong together."
    )
    return [
        Hint("kinds", kinds, toolbar.kinds, (toolbar.kinds.kind_toggled,)),
        Hint("next", steps, toolbar.place, (stepped,)),
        Hint("mode", mode, toolbar.mode, (mode_chosen,)),
    ]
