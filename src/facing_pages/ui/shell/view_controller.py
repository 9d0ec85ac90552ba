"""The commands that choose how a pair is shown, and the marks at their items in the menus."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from facing_pages.marks.kinds import Weight
from facing_pages.session.page_settings import preset_of
from facing_pages.ui.common.command_actions import CommandActions, Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.menus import Menus
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.view_state import ViewState
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

# Percent by which one step makes the text larger or smaller. By judgement.
ZOOM_STEP: Final = 10
# What the bar is about that says that the columns scroll separately.
SCROLLING_NOTICE: Final = "scrolling"
MODE_COMMANDS: Final = {
    Command.SIDE_BY_SIDE: Mode.SIDE_BY_SIDE,
    Command.ONE_COLUMN: Mode.ONE_COLUMN,
    Command.REWRITE_ONLY: Mode.REWRITE,
    Command.ORIGINAL_ONLY: Mode.ORIGINAL,
    Command.ALIGN: Mode.ALIGN,
    Command.FLOWING: Mode.FLOWING,
}
LEVEL_COMMANDS: Final = {
    Command.MARKS_OFF: MarkLevel.OFF,
    Command.MARKS_PARAGRAPHS: MarkLevel.PARAGRAPHS,
    Command.MARKS_SENTENCES: MarkLevel.SENTENCES,
    Command.MARKS_WORDS: MarkLevel.WORDS,
}
WEIGHT_COMMANDS: Final = {
    Command.WEIGHT_MEANING: Weight.MEANING,
    Command.WEIGHT_WORDING: Weight.WORDING,
    Command.WEIGHT_GRAMMAR: Weight.GRAMMAR,
    Command.WEIGHT_PUNCTUATION: Weight.PUNCTUATION,
}


class ViewController(QObject):
    """Turns commands into choices, and shows in the menus what is chosen."""

    notice_raised = Signal(object)
    notice_outdated = Signal(str)

    def __init__(
        self,
        state: ViewState,
        store: SettingsStore,
        actions: CommandActions,
        menus: Menus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._store = store
        self._actions = actions
        self._menus = menus
        actions.handle(self._handlers())
        for preset, action in menus.presets.items():
            action.triggered.connect(partial(store.use_preset, preset))
        for theme, action in menus.themes.items():
            action.triggered.connect(partial(store.set_theme, theme))
        store.changed.connect(self._show_choices)
        state.mode_changed.connect(self._show_choices)
        state.filter_changed.connect(self._show_choices)
        state.hides_unchanged_changed.connect(self._show_choices)
        state.levels_sentences_changed.connect(self._show_choices)
        state.has_list_changed.connect(self._show_choices)
        state.has_inspector_changed.connect(self._show_choices)
        state.scrolls_separately_changed.connect(self._show_scrolling)
        self._show_choices()

    def _handlers(self) -> Handlers:
        modes = {c: partial(self._state.set_mode, mode) for c, mode in MODE_COMMANDS.items()}
        levels = {c: partial(self._state.set_level, level) for c, level in LEVEL_COMMANDS.items()}
        weights = {c: partial(self._state.set_weight, one) for c, one in WEIGHT_COMMANDS.items()}
        return {
            **modes,
            **levels,
            **weights,
            Command.NEXT_LEVEL: self._next_level,
            Command.SCROLL_SEPARATELY: self._scroll,
            Command.HIDE_UNCHANGED: self._hide_unchanged,
            Command.LEVEL_BY_SENTENCE: self._level_sentences,
            Command.SHOW_LIST: self._show_list,
            Command.SHOW_INSPECTOR: self._show_inspector,
            Command.ZOOM_IN: partial(self.zoom_by, 1),
            Command.ZOOM_OUT: partial(self.zoom_by, -1),
            Command.ZOOM_RESET: partial(self._store.set_zoom, 100),
            Command.NARROWER: partial(self._widen, -1),
            Command.WIDER: partial(self._widen, 1),
        }

    def zoom_by(self, steps: int) -> None:
        """Make the text larger or smaller."""
        self._store.set_zoom(self._store.settings.zoom + steps * ZOOM_STEP)

    def link_scrolling(self) -> None:
        """Let both texts scroll together again."""
        self._state.set_scrolls_separately(False)

    def _next_level(self) -> None:
        self._state.set_level(self._state.filter.level.next)

    def _widen(self, steps: int) -> None:
        self._store.set_reading(self._store.settings.reading.wider(steps))

    def _scroll(self) -> None:
        self._state.set_scrolls_separately(self._is_checked(Command.SCROLL_SEPARATELY))

    def _hide_unchanged(self) -> None:
        self._state.set_hides_unchanged(self._is_checked(Command.HIDE_UNCHANGED))

    def _level_sentences(self) -> None:
        self._state.set_levels_sentences(self._is_checked(Command.LEVEL_BY_SENTENCE))

    def _show_list(self) -> None:
        self._state.set_has_list(self._is_checked(Command.SHOW_LIST))

    def _show_inspector(self) -> None:
        self._state.set_has_inspector(self._is_checked(Command.SHOW_INSPECTOR))

    def _is_checked(self, command: Command) -> bool:
        return self._actions[command].isChecked()

    def _show_scrolling(self, separately: bool) -> None:
        """Say in a bar that the columns scroll separately, and offer to link them again."""
        self._actions[Command.SCROLL_SEPARATELY].setChecked(separately)
        if separately:
            text = tr("The columns scroll separately.")
            self.notice_raised.emit(Notice(SCROLLING_NOTICE, text, (Action.LINK_SCROLLING,)))
        else:
            self.notice_outdated.emit(SCROLLING_NOTICE)

    def _show_choices(self) -> None:
        """Check the menu items of what is chosen."""
        state, checked = self._state, self._actions
        for command, mode in MODE_COMMANDS.items():
            checked[command].setChecked(mode is state.mode)
        for command, level in LEVEL_COMMANDS.items():
            checked[command].setChecked(level is state.filter.level)
        for command, weight in WEIGHT_COMMANDS.items():
            checked[command].setChecked(weight is state.filter.weight)
        checked[Command.HIDE_UNCHANGED].setChecked(state.hides_unchanged)
        checked[Command.LEVEL_BY_SENTENCE].setChecked(state.levels_sentences)
        checked[Command.SHOW_LIST].setChecked(state.has_list)
        checked[Command.SHOW_INSPECTOR].setChecked(state.has_inspector)
        self._menus.themes[self._store.theme].setChecked(True)
        current = preset_of(self._store.settings.reading)
        for preset, action in self._menus.presets.items():
            action.setChecked(preset is current)
