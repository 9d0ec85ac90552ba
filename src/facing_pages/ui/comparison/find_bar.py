"""The bar for finding words in one or both texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from facing_pages.core.model import Side
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.key_map import key_text
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.search import Query
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

# Milliseconds after the last letter typed before it is looked for. By judgement.
TYPING_MILLISECONDS: Final = 120
_WHERE: Final = (
    (N_("both texts"), SIDES),
    (N_("original"), (Side.ORIGINAL,)),
    (N_("rewrite"), (Side.REWRITE,)),
)


class FindBar(QFrame):
    """Asks what to find and shows how often it was found."""

    query_changed = Signal(object)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, commands: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the texts"))
        self.field.setAccessibleName(tr("Find in the texts"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(140)
        self.where = QComboBox()
        self.where.setAccessibleName(tr("Where to search"))
        for text, _ in _WHERE:
            self.where.addItem(tr(text))
        self.case = _switch("Aa", tr("Distinguish upper and lower case"))
        self.whole = _switch("[ab]", tr("Whole words only"))
        self.typography = _switch("“ ”", tr("Distinguish kinds of quotes, dashes and spaces"))
        self.count = QLabel()
        self.count.setMinimumWidth(96)
        previous = _command_button(commands, Command.FIND_PREVIOUS)
        following = _command_button(commands, Command.FIND_NEXT)
        close = _button("✕", tr("Close ({key})", key=key_text("Esc")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        others: tuple[QWidget, ...] = (
            self.where,
            self.case,
            self.whole,
            self.typography,
            previous,
            following,
            self.count,
            close,
        )
        for widget in others:
            layout.addWidget(widget)
        layout.addStretch(0)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.find_now)
        self.field.textChanged.connect(self._typing.start)
        for switch in (self.case, self.whole, self.typography):
            switch.toggled.connect(self.find_now)
        self.where.currentIndexChanged.connect(self.find_now)
        close.clicked.connect(self.closed)

    def query(self) -> Query:
        """Return what to look for."""
        return Query(
            words=self.field.text(),
            sides=_WHERE[self.where.currentIndex()][1],
            match_case=self.case.isChecked(),
            whole_words=self.whole.isChecked(),
            typography=self.typography.isChecked(),
        )

    def ask(self, words: str = "") -> None:
        """Take the focus, with these words if there are any."""
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_now()

    def show_count(self, place: int | None, total: int) -> None:
        """Say which of how many places is shown."""
        if not self.field.text():
            text = ""
        elif not total:
            text = tr("not found")
        elif place is None:
            text = plural("{count} place", "{count} places", total)
        else:
            text = tr("{place} of {total}", place=number(place + 1), total=number(total))
        self.count.setText(text)
        self.count.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive():
                self.find_now()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def find_now(self) -> None:
        """Look for the words without waiting for more of them."""
        self._typing.stop()
        self.query_changed.emit(self.query())


def _switch(sign: str, name: str) -> QToolButton:
    switch = _button(sign, name)
    switch.setCheckable(True)
    return switch


def _command_button(commands: CommandActions, command: Command) -> QToolButton:
    button = _button("", command.words)
    button.setDefaultAction(commands[command])
    button.setAccessibleName(command.words)
    return button


def _button(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setMinimumSize(28, 28)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
