"""The menu bar, made from the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from facing_pages.session.page_settings import Preset
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Menu
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.viewmodel.wording.language import N_, tr

THEME_NAMES = {
    ThemeChoice.SYSTEM: N_("S&ame as system"),
    ThemeChoice.LIGHT: N_("&Light"),
    ThemeChoice.SEPIA: N_("&Sepia"),
    ThemeChoice.DARK: N_("&Dark"),
    ThemeChoice.HIGH_CONTRAST: N_("&High contrast"),
}
PRESET_NAMES = {
    Preset.COMFORTABLE: N_("&Comfortable"),
    Preset.COMPACT: N_("C&ompact"),
    Preset.LARGE_PRINT: N_("&Large print"),
    Preset.DYSLEXIA_FRIENDLY: N_("&Dyslexia-friendly"),
}


class Menus:
    """The menus of a window, and the actions in them that are no commands."""

    def __init__(self, window: QMainWindow, actions: CommandActions) -> None:
        self.bar = {menu: window.menuBar().addMenu(tr(menu.value)) for menu in Menu}
        self._submenus: dict[str, QMenu] = {}
        for command in actions:
            spec = command.spec
            if spec.menu is None:
                continue
            menu = self.bar[spec.menu]
            if spec.submenu:
                menu = self._submenu(menu, spec.submenu)
            if spec.separator_before:
                menu.addSeparator()
            menu.addAction(actions[command])
        view = self.bar[Menu.VIEW]
        view.addSeparator()
        self.themes: dict[ThemeChoice, QAction] = {}
        themes, group = view.addMenu(tr("&Theme")), QActionGroup(window)
        for theme, name in THEME_NAMES.items():
            self.themes[theme] = _choice(themes, group, tr(name))
        self.presets: dict[Preset, QAction] = {}
        presets, group = view.addMenu(tr("&Page layout")), QActionGroup(window)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for preset, name in PRESET_NAMES.items():
            self.presets[preset] = _choice(presets, group, tr(name))

    def submenu(self, name: str) -> QMenu:
        """Return a menu inside a menu by its name."""
        return self._submenus[name]

    def _submenu(self, menu: QMenu, name: str) -> QMenu:
        if name not in self._submenus:
            self._submenus[name] = menu.addMenu(tr(name))
        return self._submenus[name]


def _choice(menu: QMenu, group: QActionGroup, text: str) -> QAction:
    action = QAction(text, group)
    action.setCheckable(True)
    menu.addAction(action)
    return action
