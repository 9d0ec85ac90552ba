"""The names of both texts above their columns, with words and encoding; a click offers more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from facing_pages.core.model import Role, Side
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.wording.labels import side_facts
from facing_pages.viewmodel.wording.language import N_, tr
from facing_pages.viewmodel.wording.side_names import side_title

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Pixels above and below the words. By judgement.
HEADER_PADDING: Final = 6
# What follows a title: there is a menu behind it.
_MENU_SIGN: Final = "  ▾"


class HeaderAction(Enum):
    """What can be done with the text of a side; the value is the menu's words."""

    OPEN_ANOTHER = N_("Open &another text…")
    READ_AGAIN = N_("&Read it again")
    ENCODING = N_("Text &encoding…")
    REPAIRS = N_("Re&pairs…")
    ONLY_PART = N_("Compare only &this part (selection or chapter)")
    WHOLE = N_("Compare the &whole text")
    WITHOUT_QUOTES = N_("Leave &quotations out")
    WITHOUT_NOTES = N_("Leave &notes out")
    WITHOUT_FRONT_MATTER = N_("Leave front &matter out")
    SHOW_IN_FOLDER = N_("Show in its &folder")


# What is switched on and off, and how its state is told from how a text is read.
_SWITCHES: Final[dict[HeaderAction, Callable[[ReadingChoices], bool]]] = {
    HeaderAction.WITHOUT_QUOTES: lambda choices: Role.QUOTE in choices.without,
    HeaderAction.WITHOUT_NOTES: lambda choices: Role.NOTE in choices.without,
    HeaderAction.WITHOUT_FRONT_MATTER: lambda choices: choices.body_only,
}


class ColumnHeaders(QWidget):
    """Two headers that stand where the reader's columns stand; one over a single column.

    `choices_of` returns how the text of a side is read.
    """

    action_chosen = Signal(Side, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.choices_of: Callable[[Side], ReadingChoices] = _no_choices
        self._theme = theme
        self._pages: PairView | None = None
        self._style: PageStyle | None = None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.update()

    def set_pages(self, pages: PairView) -> None:
        """Name the texts of a pair."""
        self._pages = pages
        names = [f"{side_title(s)}: {pages.text(s).name}, {side_facts(pages, s)}" for s in SIDES]
        self.setAccessibleName("; ".join(names))
        self.update()

    def set_style(self, style: PageStyle) -> None:
        """Stand over these columns."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(200, 2 * QFontMetrics(self.font()).height() + 2 * HEADER_PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the headers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.chrome)
        painter.setPen(QPen(self._theme.border, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._pages is None or self._style is None:
            return
        if self._style.mode is Mode.ONE_COLUMN:
            names = [self._pages.text(side).name for side in SIDES]
            facts = " → ".join(side_facts(self._pages, side) for side in SIDES)
            self._write(painter, Side.REWRITE, f"{names[0]} → {names[1]}", facts)
            return
        for side in self._style.columns:
            title = f"{side_title(side)} — {self._pages.text(side).name}"
            self._write(painter, side, title, side_facts(self._pages, side))

    def _write(self, painter: QPainter, side: Side, title: str, facts: str) -> None:
        assert self._style is not None
        height = QFontMetrics(self.font()).height()
        bold = QFont(self.font())
        bold.setBold(True)
        x, width = self._style.column_x(side), self._style.column_width
        painter.setFont(bold)
        painter.setPen(self._theme.chrome_text)
        metrics = QFontMetrics(bold)
        room = int(width) - metrics.horizontalAdvance(_MENU_SIGN)
        elided = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room) + _MENU_SIGN
        painter.drawText(QRectF(x, HEADER_PADDING, width, height), _LEFT, elided)
        painter.setFont(self.font())
        painter.setPen(self._theme.secondary)
        elided = QFontMetrics(self.font()).elidedText(
            facts, Qt.TextElideMode.ElideRight, int(width)
        )
        painter.drawText(QRectF(x, HEADER_PADDING + height, width, height), _LEFT, elided)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer what can be done with the text under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._offer(event.position().x(), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same with the other button, or the menu key."""
        self._offer(event.pos().x(), event.globalPos())

    def _offer(self, x: float, at: QPoint) -> None:
        if self._pages is None or self._style is None:
            return
        sides = SIDES if self._style.mode is Mode.ONE_COLUMN else self._style.columns
        if self._style.mode is not Mode.ONE_COLUMN and len(sides) > 1:
            sides = (Side.ORIGINAL if x < self._style.gutter_x else Side.REWRITE,)
        menu = self.menu(sides)
        menu.triggered.connect(self._choose)
        menu.popup(at)

    def menu(self, sides: Sequence[Side]) -> QMenu:
        """Return the menu of some sides, with check marks at what is switched on."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for side in sides:
            choices = self.choices_of(side)
            menu.addSection(side_title(side))
            for action in HeaderAction:
                item = menu.addAction(tr(action.value))
                item.setData((side, action))
                if action is HeaderAction.WHOLE:
                    item.setEnabled(choices.leaves_out)
                if action in _SWITCHES:
                    item.setCheckable(True)
                    item.setChecked(_SWITCHES[action](choices))
        return menu

    def _choose(self, item: QAction) -> None:
        side, action = item.data()
        self.action_chosen.emit(side, action)


def _no_choices(_: Side) -> ReadingChoices:
    return NO_CHOICES
