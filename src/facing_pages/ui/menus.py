"""The menu bar, made from the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from facing_pages.ui.actions import SPECS, Command, Menu
from facing_pages.ui.theme import ThemeChoice

_THEME_NAMES = {
    ThemeChoice.SYSTEM: "&As the System",
    ThemeChoice.LIGHT: "&Light",
    ThemeChoice.DARK: "&Dark",
}


def fill_menu_bar(
    window: QMainWindow, actions: dict[Command, QAction]
) -> dict[ThemeChoice, QAction]:
    """Add all commands to the window's menus; return the actions that choose a theme."""
    menus = {menu: window.menuBar().addMenu(menu.value) for menu in Menu}
    for spec in SPECS:
        if spec.separator_before:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.command])
    menus[Menu.VIEW].addSeparator()
    return _theme_menu(window, menus[Menu.VIEW])


def _theme_menu(window: QMainWindow, view: QMenu) -> dict[ThemeChoice, QAction]:
    menu = view.addMenu("&Theme")
    group = QActionGroup(window)
    choices: dict[ThemeChoice, QAction] = {}
    for choice, name in _THEME_NAMES.items():
        action = QAction(name, group)
        action.setCheckable(True)
        menu.addAction(action)
        choices[choice] = action
    return choices
