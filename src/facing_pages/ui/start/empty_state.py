"""What the window shows without a pair: where to drop, what to choose, recent pairs, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import Side
from facing_pages.core.resources import resource
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.start.recent_labels import RecentEntry
from facing_pages.viewmodel.wording.language import N_, plural, tr
from facing_pages.viewmodel.wording.side_names import side_title

_CENTER = Qt.AlignmentFlag.AlignHCenter
# Pixels between the edge of an entry and its name. By judgement.
NAME_MARGIN: Final = 8
# Recent pairs that the start page names. By judgement.
MAX_RECENT_SHOWN = 5
# Pairs named under the button that continues. By judgement.
MAX_LEFT_SHOWN = 3
_CHOOSE = {Side.ORIGINAL: N_("Choose original…"), Side.REWRITE: N_("Choose rewrite…")}
_PASTE = {
    Side.ORIGINAL: N_("Paste text as original"),
    Side.REWRITE: N_("Paste text as rewrite"),
}


class SideCard(QFrame):
    """The place for one text: what is there, and the buttons to choose or paste it."""

    choose_requested = Signal(Side)
    paste_requested = Signal(Side)

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.setObjectName("sideCard")
        self.setMinimumSize(220, 150)
        title = QLabel(side_title(side))
        font = QFont(title.font())
        font.setBold(True)
        title.setFont(font)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setAlignment(_CENTER)
        self.choose = QPushButton(tr(_CHOOSE[side]))
        self.paste = QPushButton(tr("Paste text"))
        self.paste.setAccessibleName(tr(_PASTE[side]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(title, 0, _CENTER)
        layout.addStretch(1)
        layout.addWidget(self.state)
        layout.addStretch(1)
        layout.addWidget(self.choose)
        layout.addWidget(self.paste)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.set_source_name("")

    def set_source_name(self, name: str) -> None:
        """Show which text is there, or that none is."""
        self.state.setText(f"✓ {name}" if name else tr("Drop a file here"))

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.setStyleSheet(
            f"#sideCard {{ border: 1px dashed {QColor(theme.secondary).name()};"
            f" border-radius: 8px; background: {QColor(theme.page).name()}; }}"
        )

    def _choose(self) -> None:
        self.choose_requested.emit(self.side)

    def _paste(self) -> None:
        self.paste_requested.emit(self.side)


class RecentButton(QPushButton):
    """An entry of the list; its name is shortened in the middle where there is no room for it."""

    remove_requested = Signal(object)

    def __init__(self, entry: RecentEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._name = entry.name + (f"    {entry.when}" if entry.when else "")
        self.setFlat(True)
        # No wider than its name, so that names of all lengths begin at the same edge.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(entry.details)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(tr("Press Delete to remove it from the list."))
        self.setEnabled(not entry.is_missing)
        self.setText(self._name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        room = event.size().width() - 2 * NAME_MARGIN
        name = self._name.replace("\n", " ")
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole name."""
        # One pixel more, because widths are rounded before they are compared.
        width = self.fontMetrics().horizontalAdvance(self._name) + 2 * NAME_MARGIN + 1
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window needs."""
        return QSize(80, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the entry with Delete or Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(self.entry.pair)
        else:
            super().keyPressEvent(event)


class EmptyState(QWidget):
    """The page of a window without a pair."""

    choose_requested = Signal(Side)
    paste_requested = Signal(Side)
    sample_requested = Signal()
    recent_chosen = Signal(object)
    remove_requested = Signal(object)
    continue_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        sign = QLabel()
        sign.setPixmap(_program_icon().pixmap(QSize(84, 84)))
        title = QLabel(tr("Compare a text with its rewrite"))
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.7)
        title.setFont(font)
        self._hint = QLabel(tr("Drop two files anywhere, or one on each side."))
        self.cards = {side: SideCard(side) for side in Side}
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self.cards.values():
            cards.addWidget(card, 1)
            card.choose_requested.connect(self.choose_requested)
            card.paste_requested.connect(self.paste_requested)
        self.sample = QPushButton(tr("New here? Open the sample pair"))
        self.sample.clicked.connect(self.sample_requested)
        self.continuing = QPushButton(tr("Continue where you were"))
        bold = QFont(self.continuing.font())
        bold.setBold(True)
        self.continuing.setFont(bold)
        self.continuing.clicked.connect(self.continue_requested)
        self.left = QLabel()
        self.left.setWordWrap(True)
        self.left.setAlignment(_CENTER)
        self.left.setTextFormat(Qt.TextFormat.PlainText)
        self.recent_buttons: list[RecentButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)

        column = QWidget()
        column.setMaximumWidth(640)
        inner = QVBoxLayout(column)
        inner.setSpacing(10)
        inner.addStretch(2)
        inner.addWidget(sign, 0, _CENTER)
        inner.addWidget(title, 0, _CENTER)
        inner.addWidget(self._hint, 0, _CENTER)
        inner.addSpacing(8)
        inner.addLayout(cards)
        inner.addSpacing(4)
        inner.addWidget(self.continuing, 0, _CENTER)
        inner.addWidget(self.left)
        inner.addWidget(self.sample, 0, _CENTER)
        inner.addSpacing(8)
        inner.addLayout(self._recent)
        inner.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(column, 6)
        outer.addStretch(1)
        self.set_left((), has_crashed=False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for card in self.cards.values():
            card.set_theme(theme)
        for label in (self._hint, self.left):
            label.setStyleSheet(f"color: {QColor(theme.secondary).name()}")

    def set_source_name(self, side: Side, name: str) -> None:
        """Show which text one side has already."""
        self.cards[side].set_source_name(name)

    def set_recent(self, entries: Sequence[RecentEntry]) -> None:
        """List the pairs that were open last."""
        focused = self._focused_entry()
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.recent_buttons = []
        if entries:
            title = QLabel(tr("Recent"))
            title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            title.setContentsMargins(8, 0, 0, 0)
            self._recent.addWidget(title)
        for entry in entries[:MAX_RECENT_SHOWN]:
            self._recent.addWidget(self._line(entry))
        if focused is not None and self.recent_buttons:
            buttons = self.recent_buttons
            buttons[min(focused, len(buttons) - 1)].setFocus()

    def set_left(self, names: Sequence[str], *, has_crashed: bool) -> None:
        """Offer to open again what was open when the program ended."""
        self.continuing.setVisible(bool(names))
        lines = [*names[:MAX_LEFT_SHOWN]]
        if more := len(names) - len(lines):
            lines.append(plural("and {count} more", "and {count} more", more))
        if has_crashed:
            lines.insert(0, tr("Facing Pages ended unexpectedly. This was open:"))
        self.left.setText("\n".join(lines))
        self.left.setVisible(bool(names))

    def _line(self, entry: RecentEntry) -> QWidget:
        """Return a line of the list: the entry, and the button that removes it."""
        button = RecentButton(entry)
        button.clicked.connect(partial(self.recent_chosen.emit, entry.pair))
        button.remove_requested.connect(self.remove_requested)
        remove = QToolButton()
        remove.setText("✕")
        remove.setAutoRaise(True)
        tip = tr("Remove from this list")
        if entry.pair.is_pasted:
            tip = tr("Remove from this list and delete the pasted text")
        remove.setToolTip(tip)
        remove.setAccessibleName(f"{tip}: {entry.name}")
        remove.clicked.connect(partial(self.remove_requested.emit, entry.pair))
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(remove)
        self.recent_buttons.append(button)
        return line

    def _focused_entry(self) -> int | None:
        """Return the number of the entry that has the focus."""
        for number, button in enumerate(self.recent_buttons):
            line = button.parentWidget()
            if line is not None and line.isAncestorOf(self.focusWidget() or self):
                return number
        return None


def _program_icon() -> QIcon:
    """Return the icon of the program: the same for all windows.

    Qt keeps the picture of each icon object, 28 KB at this size, so one for each window adds up.
    """
    icon = QGuiApplication.windowIcon()
    return QIcon(str(resource("icons/facing-pages.svg"))) if icon.isNull() else icon
