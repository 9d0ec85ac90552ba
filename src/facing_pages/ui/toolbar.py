"""The toolbar: opening, stepping through the changes, and which kinds are marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from facing_pages.ui.actions import Command
from facing_pages.ui.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.kinds import ViewKind

# Width in pixels under which the counts beside the kinds have no room.
COMPACT = 1000
_ORDER = (
    ViewKind.REWORDED,
    ViewKind.REMOVED,
    ViewKind.ADDED,
    ViewKind.MOVED,
    ViewKind.SPLIT,
    ViewKind.MINOR,
)


class KindButtons(QWidget):
    """A switch for each kind of change, with its sign and how many there are."""

    kind_toggled = Signal(ViewKind)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons: dict[ViewKind, QToolButton] = {}
        self._counts = dict.fromkeys(ViewKind, 0)
        self._is_compact = False
        for kind in _ORDER:
            button = QToolButton()
            button.setCheckable(True)
            button.setMinimumSize(QSize(32, 28))
            button.clicked.connect(partial(self._toggle, kind))
            layout.addWidget(button)
            self.buttons[kind] = button
        self.set_theme(theme)
        self.set_state(Filter(), dict.fromkeys(ViewKind, 0))

    def set_state(self, chosen: Filter, counts: dict[ViewKind, int]) -> None:
        """Show which kinds are marked and how many changes each has."""
        self._counts = counts
        self._write()
        for kind, button in self.buttons.items():
            button.setChecked(chosen.shows(kind))
            verb = "Hide" if chosen.shows(kind) else "Show"
            button.setToolTip(f"{verb} what was {kind.label} ({counts[kind]:,})")
            button.setAccessibleName(f"{kind.label}: {counts[kind]:,} changes")

    def set_compact(self, compact: bool) -> None:
        """Leave the counts out where there is no room for them."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._write()

    def _write(self) -> None:
        for kind, button in self.buttons.items():
            count = "" if self._is_compact else f" {self._counts[kind]:,}"
            button.setText(f"{kind.glyph}{count}")

    def set_theme(self, theme: Theme) -> None:
        """Give each sign the colour of its line."""
        for kind, button in self.buttons.items():
            color, faded = QColor(theme.lines[kind]).name(), QColor(theme.secondary).name()
            border, page = QColor(theme.border).name(), QColor(theme.page).name()
            button.setStyleSheet(
                f"QToolButton {{ color: {faded}; border: 1px solid transparent;"
                f" border-radius: 5px; padding: 2px 7px; }}"
                f"QToolButton:checked {{ color: {color}; background: {page};"
                f" border-color: {border}; font-weight: bold; }}"
                f"QToolButton:focus {{ border: 2px solid {QColor(theme.focus).name()}; }}"
                f"QToolButton:disabled {{ color: {border}; }}"
            )

    def _toggle(self, kind: ViewKind) -> None:
        self.kind_toggled.emit(kind)


class MainToolBar(QToolBar):
    """Everything that is used all the time."""

    def __init__(
        self, actions: dict[Command, QAction], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("Toolbar", parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add(actions[Command.OPEN], "Open…")
        self._add(actions[Command.SWAP], "Swap")
        self._add(actions[Command.RELOAD], "Read again")
        self.addSeparator()
        self._add(actions[Command.PREVIOUS_CHANGE], "‹ Previous")
        self.place = QLabel()
        self.place.setMinimumWidth(96)
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.place)
        self._add(actions[Command.NEXT_CHANGE], "Next ›")
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.kinds = KindButtons(theme)
        self.addWidget(self.kinds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the buttons of the kinds fit."""
        super().resizeEvent(event)
        self.kinds.set_compact(event.size().width() < COMPACT)

    def _add(self, action: QAction, text: str) -> None:
        button = QToolButton()
        action.setIconText(text)
        button.setDefaultAction(action)
        button.setMinimumHeight(28)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys = action.shortcut().toString()
        button.setToolTip(
            f"{action.text().replace('&', '').rstrip('…')}" + (f" ({keys})" if keys else "")
        )
        self.addWidget(button)
