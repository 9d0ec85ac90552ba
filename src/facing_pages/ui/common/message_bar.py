"""Bars above the texts: what happened and what can be done about it, without a dialog."""

from __future__ import annotations

import time
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facing_pages.ui.common.icons import ICON_SIZE, Icon, line_icon, line_picture
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

# Seconds a confirmation can be read at least: twenty words at 200 a minute. By judgement.
MIN_READING_TIME: Final = 6.0


class MessageBar(QFrame):
    """One notice with its buttons."""

    action_chosen = Signal(object, object)
    closed = Signal(str)

    def __init__(self, notice: Notice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.shown_at = time.monotonic()
        self.setObjectName("messageBar")
        self.setAutoFillBackground(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.setSpacing(8)
        self._sign = QLabel()
        layout.addWidget(self._sign)
        self.label = QLabel(notice.text)
        self.label.setWordWrap(True)
        self.label.setAccessibleName(notice.text)
        layout.addWidget(self.label, 1)
        for action in notice.actions:
            button = QPushButton(tr(action.value))
            button.clicked.connect(partial(self._choose, action))
            layout.addWidget(button)
        self._closer = QToolButton()
        self._closer.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._closer.setAutoRaise(True)
        self._closer.setAccessibleName(tr("Close this message"))
        self._closer.setToolTip(tr("Close this message"))
        self._closer.clicked.connect(self._close)
        layout.addWidget(self._closer)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.notice)
        palette.setColor(QPalette.ColorRole.WindowText, theme.text)
        self.setPalette(palette)
        is_problem = self.notice.is_problem
        icon = Icon.WARNING if is_problem else Icon.INFORMATION
        color = theme.error if is_problem else theme.warning
        self._sign.setPixmap(line_picture(icon, color, ICON_SIZE, self.devicePixelRatioF()))
        self._closer.setIcon(line_icon(Icon.CLOSE, theme.text))

    def _choose(self, action: Action) -> None:
        self.action_chosen.emit(self.notice, action)

    def _close(self) -> None:
        self.closed.emit(self.notice.topic)


class MessageArea(QWidget):
    """All bars, one below the other; a new one on the same topic replaces the old."""

    action_chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: dict[str, MessageBar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)

    def notices(self) -> list[Notice]:
        """Return what is shown."""
        return [bar.notice for bar in self._bars.values()]

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of an older one on its topic."""
        self.remove(notice.topic)
        if notice.passes:
            for other in [bar.notice for bar in self._bars.values() if bar.notice.passes]:
                self.remove(other.topic)
        bar = MessageBar(notice, self._theme)
        bar.action_chosen.connect(self.action_chosen)
        bar.closed.connect(self.remove)
        self._bars[notice.topic] = bar
        self._layout.addWidget(bar)

    def dismiss_passing(self) -> None:
        """Take away confirmations that have been there long enough to be read.

        For when the reader goes on in the text: by themselves they stay, so that nothing moves.
        """
        now = time.monotonic()
        for topic, bar in list(self._bars.items()):
            is_read = now - bar.shown_at >= MIN_READING_TIME
            if bar.notice.passes and is_read and not bar.underMouse():
                self.remove(topic)

    def remove(self, topic: str) -> None:
        """Take the bar on a topic away."""
        bar = self._bars.pop(topic, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def outdate(self, topic: str | None) -> None:
        """Remove the bar on a topic, or all bars for None."""
        self.clear() if topic is None else self.remove(topic)

    def clear(self) -> None:
        """Take all bars about the pair away; those about the program stay."""
        for topic, bar in list(self._bars.items()):
            if not bar.notice.is_lasting:
                self.remove(topic)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        for bar in self._bars.values():
            bar.set_theme(theme)
