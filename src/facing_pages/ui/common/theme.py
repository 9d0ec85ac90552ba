"""Colours by role, read from the theme files, and the palette of the controls."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.theme_colors import theme_colors

_PALE_STYLES = (
    MarkStyle.WHOLE_ADDED,
    MarkStyle.WHOLE_REMOVED,
    MarkStyle.WHOLE_REWORDED,
    MarkStyle.LONG_ADDED,
    MarkStyle.LONG_REMOVED,
)
_FILLED = {
    MarkStyle.REWORDED: ViewKind.REWORDED,
    MarkStyle.WHOLE_REWORDED: ViewKind.REWORDED,
    MarkStyle.ADDED: ViewKind.ADDED,
    MarkStyle.WHOLE_ADDED: ViewKind.ADDED,
    MarkStyle.REMOVED: ViewKind.REMOVED,
    MarkStyle.WHOLE_REMOVED: ViewKind.REMOVED,
    MarkStyle.LONG_ADDED: ViewKind.ADDED,
    MarkStyle.LONG_REMOVED: ViewKind.REMOVED,
}


class ThemeChoice(Enum):
    """What the user asks for."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


@dataclass(frozen=True)
class Theme:
    """One set of colours. `fills`, `whole_fills` and `lines` are by kind of change.

    `finding` is the colour of signs and lines of findings, `finding_fill` that of their words.
    Without `fills`, marks differ by their lines alone, `line_width` pixels wide, and whole units
    are framed.
    """

    name: str
    is_dark: bool
    page: QColor
    text: QColor
    secondary: QColor
    chrome: QColor
    chrome_text: QColor
    border: QColor
    current_row: QColor
    focus: QColor
    selection: QColor
    hit: QColor
    error: QColor
    warning: QColor
    notice: QColor
    fills: dict[ViewKind, QColor]
    whole_fills: dict[ViewKind, QColor]
    lines: dict[ViewKind, QColor]
    finding: QColor
    finding_fill: QColor | None = None
    line_width: float = 2.0

    @property
    def has_fills(self) -> bool:
        """Tell whether marks have fills."""
        return bool(self.fills)

    @property
    def faded(self) -> QColor:
        """Return the colour of words and icons on controls that cannot be used."""
        color = QColor(self.secondary)
        color.setAlpha(140)
        return color

    def fill(self, style: MarkStyle) -> QColor | None:
        """Return the fill of a mark, None if marks of this style have none."""
        kind = _FILLED.get(style)
        if kind is None or not self.fills:
            return None
        return (self.whole_fills if style in _PALE_STYLES else self.fills)[kind]


@cache
def load_theme(name: str) -> Theme:
    """Return the theme of this name. Raises `FileNotFoundError` if there is none."""
    values: dict[str, Any] = {}
    for key, value in theme_colors(name).items():
        if key in ("name", "is_dark", "line_width"):
            values[key] = value
        elif isinstance(value, dict):
            values[key] = {ViewKind[kind.upper()]: QColor(color) for kind, color in value.items()}
        else:
            values[key] = QColor(value)
    return Theme(**values)


def current_theme(choice: ThemeChoice) -> Theme:
    """Return the theme for a choice, following the system where the choice says so."""
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    if choice is ThemeChoice.SYSTEM and system_wants_contrast():
        choice = ThemeChoice.HIGH_CONTRAST
    if choice is ThemeChoice.HIGH_CONTRAST:
        return load_theme("high-contrast-dark" if is_dark else "high-contrast")
    if choice is ThemeChoice.SYSTEM:
        return load_theme("dark" if is_dark else "light")
    return load_theme(choice.value)


def system_wants_contrast() -> bool:
    """Tell whether the system asks for more contrast; Qt before 6.10 cannot tell."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def apply_to_application(theme: Theme) -> None:
    """Set the colours of all controls to those of the theme."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.chrome_text,
        QPalette.ColorRole.Base: theme.page,
        QPalette.ColorRole.AlternateBase: theme.current_row,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.ButtonText: theme.chrome_text,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.chrome,
        QPalette.ColorRole.ToolTipText: theme.chrome_text,
        QPalette.ColorRole.PlaceholderText: theme.secondary,
        QPalette.ColorRole.Link: theme.focus,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Accent: theme.focus,
    }
    for role, color in roles.items():
        palette.setColor(role, color)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.faded)
    QApplication.setPalette(palette)
