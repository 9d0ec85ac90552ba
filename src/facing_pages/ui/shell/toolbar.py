"""The toolbar: opening, stepping through the changes, and which kinds are marked."""

from __future__ import annotations

from enum import IntEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from facing_pages.marks.kinds import KINDS_IN_ORDER, ViewKind, Weight
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.icons import ICON_SIZE, Icon, line_icon
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.wording.kind_names import kind_label
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

_TOOLBAR_MODES = (
    Command.SIDE_BY_SIDE,
    Command.FLOWING,
    Command.ONE_COLUMN,
    Command.REWRITE_ONLY,
    Command.ORIGINAL_ONLY,
    Command.ALIGN,
)
MODE_NAMES = {
    Mode.SIDE_BY_SIDE: N_("Side by side"),
    Mode.ALIGN: N_("Align"),
    Mode.FLOWING: N_("Flowing"),
    Mode.ONE_COLUMN: N_("One column"),
    Mode.REWRITE: N_("Rewrite only"),
    Mode.ORIGINAL: N_("Original only"),
}
LEVEL_NAMES = {
    MarkLevel.OFF: N_("No marks"),
    MarkLevel.PARAGRAPHS: N_("Mark paragraphs"),
    MarkLevel.SENTENCES: N_("Mark sentences"),
    MarkLevel.WORDS: N_("Mark words"),
}
WEIGHT_NAMES = {
    Weight.MEANING: N_("Meaning only"),
    Weight.WORDING: N_("Up to wording"),
    Weight.GRAMMAR: N_("Up to grammar"),
    Weight.PUNCTUATION: N_("Up to punctuation"),
}
_COMMAND_ICONS = {
    Command.OPEN: Icon.OPEN,
    Command.SWAP: Icon.SWAP,
    Command.PREVIOUS_CHANGE: Icon.PREVIOUS,
    Command.NEXT_CHANGE: Icon.NEXT,
    Command.HIDE_UNCHANGED: Icon.FOLD,
    Command.FIND: Icon.FIND,
}
# The kinds that have a switch of their own: punctuation is a weight.
_SWITCHED_KINDS = tuple(kind for kind in KINDS_IN_ORDER if kind is not ViewKind.MINOR)


class Room(IntEnum):
    """How much of the toolbar is written out, from least to most."""

    ICONS = 0
    CHOICES = 1
    COMMANDS = 2
    COUNTS = 3


class KindButtons(QWidget):
    """A switch for each kind of change, with its sign and how many there are."""

    kind_toggled = Signal(ViewKind)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons: dict[ViewKind, QToolButton] = {}
        self._counts: dict[ViewKind, int] = {}
        self._is_compact = False
        for kind in _SWITCHED_KINDS:
            button = QToolButton()
            button.setCheckable(True)
            button.setMinimumSize(QSize(32, 28))
            button.clicked.connect(partial(self._toggle, kind))
            layout.addWidget(button)
            self.buttons[kind] = button
        self.set_theme(theme)
        self.set_state(Filter(), {})

    def set_state(self, chosen: Filter, counts: dict[ViewKind, int]) -> None:
        """Show which kinds are marked and how many changes each has; no counts without a pair."""
        self._counts = counts
        self._write()
        for kind, button in self.buttons.items():
            is_shown = kind in chosen.kinds
            button.setChecked(is_shown)
            template = N_("Hide what was {kind}") if is_shown else N_("Show what was {kind}")
            tip, name = tr(template, kind=kind_label(kind)), kind_label(kind)
            if counts:
                tip = f"{tip} ({number(counts[kind])})"
                changes = plural("{count} change", "{count} changes", counts[kind])
                name = f"{name}: {changes}"
            button.setToolTip(tip)
            button.setAccessibleName(name)

    def set_compact(self, compact: bool) -> None:
        """Leave the counts out where there is no room for them."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._write()

    def _write(self) -> None:
        for kind, button in self.buttons.items():
            has_count = self._counts and not self._is_compact
            count = f" {number(self._counts[kind])}" if has_count else ""
            button.setText(f"{kind.glyph}{count}")
        # At once and not with the next event: the toolbar measures what it has room for.
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw each sign in the colour of its line."""
        for kind, button in self.buttons.items():
            color, faded = QColor(theme.lines[kind]).name(), QColor(theme.secondary).name()
            border, page = QColor(theme.border).name(), QColor(theme.page).name()
            button.setStyleSheet(
                f"QToolButton {{ color: {faded}; border: 1px solid transparent;"
                f" border-radius: 5px; padding: 2px 5px; }}"
                f"QToolButton:checked {{ color: {color}; background: {page};"
                f" border-color: {border}; font-weight: bold; }}"
                f"QToolButton:focus {{ border: 2px solid {QColor(theme.focus).name()}; }}"
                f"QToolButton:disabled {{ color: {border}; }}"
            )

    def _toggle(self, kind: ViewKind) -> None:
        self.kind_toggled.emit(kind)


class MainToolBar(QToolBar):
    """Everything that is used all the time, and all that decides what is marked."""

    def __init__(
        self,
        actions: CommandActions,
        theme: Theme,
        marks: QMenu,
        weights: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Toolbar"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._room = Room.COUNTS
        self._commands: dict[Command, QToolButton] = {}
        self._add(actions, Command.OPEN)
        self._add(actions, Command.SWAP)
        self.addSeparator()
        modes = QMenu(self)
        modes.addActions([actions[command] for command in _TOOLBAR_MODES])
        self.mode = self._add_menu(modes, tr("Layout of the texts"))
        self.level = self._add_menu(marks, tr("What is marked"))
        self.weight = self._add_menu(weights, tr("Which changes are shown"))
        self.addSeparator()
        self._add(actions, Command.PREVIOUS_CHANGE)
        self.place = QLabel()
        self.place.setMinimumWidth(96)
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.place)
        self._add(actions, Command.NEXT_CHANGE)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.kinds = KindButtons(theme)
        self.addWidget(self.kinds)
        self.addSeparator()
        self._add(actions, Command.HIDE_UNCHANGED)
        self._add(actions, Command.FIND)

        # Qt's button for what does not fit.
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        assert more is not None
        self.more = more
        self.more.setAccessibleName(tr("More buttons"))
        self.more.setToolTip(tr("More buttons"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in the colours of a theme."""
        self.kinds.set_theme(theme)
        color, faded = theme.chrome_text, theme.faded
        self.more.setIcon(line_icon(Icon.MORE, color))
        for command, button in self._commands.items():
            button.defaultAction().setIcon(line_icon(_COMMAND_ICONS[command], color, faded))
        choices = {self.mode: Icon.LAYOUT, self.level: Icon.MARKS, self.weight: Icon.WEIGHT}
        for button, icon in choices.items():
            button.setIcon(line_icon(icon, color, faded))

    def show_choices(self, mode: Mode, chosen: Filter) -> None:
        """Name the mode, the level of the marks and the weight of changes on their buttons."""
        self.mode.setText(tr(MODE_NAMES[mode]))
        self.level.setText(tr(LEVEL_NAMES[chosen.level]))
        self.weight.setText(tr(WEIGHT_NAMES[chosen.weight]))
        for button in (self.mode, self.level, self.weight):
            button.setToolTip(f"{button.accessibleName()}: {button.text()}")
        self._fit()

    def show_changes(self, place: str, chosen: Filter, counts: dict[ViewKind, int]) -> None:
        """Say which change is the current one, and how many each kind has."""
        self.place.setText(place)
        self.kinds.set_state(chosen, counts)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write out as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out counts first, then the words of commands, then those of choices."""
        for room in reversed(Room):
            self._write_out(room)
            if self.sizeHint().width() <= self.width():
                return

    def _write_out(self, room: Room) -> None:
        if room is self._room:
            return
        self._room = room
        self.kinds.set_compact(room < Room.COUNTS)
        for button in self._commands.values():
            button.setToolButtonStyle(_style(has_words=room >= Room.COMMANDS))
        for button in (self.mode, self.level, self.weight):
            button.setToolButtonStyle(_style(has_words=room >= Room.CHOICES))

    def _add(self, actions: CommandActions, command: Command) -> None:
        button = QToolButton()
        button.setDefaultAction(actions[command])
        button.setToolButtonStyle(_style(has_words=True))
        self._commands[command] = button
        button.setMinimumHeight(28)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)

    def _add_menu(self, menu: QMenu, name: str) -> QToolButton:
        button = QToolButton()
        button.setMenu(menu)
        button.setToolButtonStyle(_style(has_words=True))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMinimumHeight(28)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        self.addWidget(button)
        return button


def _style(*, has_words: bool) -> Qt.ToolButtonStyle:
    style = Qt.ToolButtonStyle
    return style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly
