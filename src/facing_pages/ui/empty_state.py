"""What the window shows without a pair: where to drop, what to choose, recent pairs, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import Side
from facing_pages.core.resources import resource
from facing_pages.session.settings import RecentPair
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.language import N_, language, tr
from facing_pages.viewmodel.sides import side_title

_CENTER = Qt.AlignmentFlag.AlignHCenter
MOST_SHOWN = 5
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


class EmptyState(QWidget):
    """The page of a window without a pair."""

    choose_requested = Signal(Side)
    paste_requested = Signal(Side)
    sample_requested = Signal()
    recent_chosen = Signal(object)

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
        inner.addWidget(self.sample, 0, _CENTER)
        inner.addSpacing(8)
        inner.addLayout(self._recent)
        inner.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(column, 6)
        outer.addStretch(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for card in self.cards.values():
            card.set_theme(theme)
        self._hint.setStyleSheet(f"color: {QColor(theme.secondary).name()}")

    def set_source_name(self, side: Side, name: str) -> None:
        """Show which text one side has already."""
        self.cards[side].set_source_name(name)

    def set_recent(self, pairs: Sequence[RecentPair], today: date) -> None:
        """List the pairs that were compared last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if pairs:
            title = QLabel(tr("Recent"))
            title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._recent.addWidget(title, 0, _CENTER)
        for pair in pairs[:MOST_SHOWN]:
            button = QPushButton(recent_label(pair, today))
            button.setFlat(True)
            button.setToolTip(f"{pair.original}\n{pair.rewrite}")
            button.clicked.connect(partial(self.recent_chosen.emit, pair))
            self._recent.addWidget(button, 0, _CENTER)


def _program_icon() -> QIcon:
    """Return the icon of the program: the same for all windows.

    Qt keeps the picture of each icon object, 28 KB at this size, so one for each window adds up.
    """
    icon = QGuiApplication.windowIcon()
    return QIcon(str(resource("icons/facing-pages.svg"))) if icon.isNull() else icon


def recent_label(pair: RecentPair, today: date) -> str:
    """Return the names of a recent pair and when it was opened."""
    names = f"{Path(pair.original).name} ↔ {Path(pair.rewrite).name}"
    try:
        opened = date.fromisoformat(pair.opened)
    except ValueError:
        return names
    days = (today - opened).days
    locale = QLocale(language())
    long_date = locale.toString(QDate(opened.year, opened.month, opened.day), "d MMMM")
    when = {0: tr("today"), 1: tr("yesterday")}.get(days, long_date)
    return f"{names}    {when}"
