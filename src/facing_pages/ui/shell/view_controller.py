"""What the window shows of a pair and how: mode, marks, size, panels; keeps menus in step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from facing_pages.marks.kinds import ViewKind
from facing_pages.session.page_settings import preset_of
from facing_pages.session.settings import Settings
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.menus import Menus
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import Level, Mode
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage

ZOOM_STEP: Final = 10
MODE_COMMANDS: Final = {
    Command.SIDE_BY_SIDE: Mode.SIDE_BY_SIDE,
    Command.ONE_COLUMN: Mode.ONE_COLUMN,
    Command.REWRITE_ONLY: Mode.REWRITE,
    Command.ORIGINAL_ONLY: Mode.ORIGINAL,
    Command.ALIGN: Mode.ALIGN,
    Command.FLOWING: Mode.FLOWING,
}
LEVEL_COMMANDS: Final = {
    Command.MARKS_OFF: Level.OFF,
    Command.MARKS_PARAGRAPHS: Level.PARAGRAPHS,
    Command.MARKS_SENTENCES: Level.SENTENCES,
    Command.MARKS_WORDS: Level.WORDS,
}


class ViewController(QObject):
    """Passes the reader's choices to the page and remembers them."""

    filter_changed = Signal()
    mode_chosen = Signal()
    notice_raised = Signal(object)
    notice_outdated = Signal(str)

    def __init__(
        self,
        store: SettingsStore,
        commands: Mapping[Command, QAction],
        menus: Menus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._commands = commands
        self._menus = menus
        self._page: ComparisonPage | None = None
        self.mode = store.mode
        self.filter = store.filter
        for preset, action in menus.presets.items():
            action.triggered.connect(partial(self._store.use_preset, preset))
        store.changed.connect(self._follow_settings)
        self._show_choices()

    def attach(self, page: ComparisonPage) -> None:
        """Show the choices on a page from now on."""
        self._page = page
        page.set_filter(self.filter)
        page.set_mode(self.mode)
        page.set_hides_unchanged(self._store.settings.hide_unchanged)
        page.show_list(self._store.settings.show_list)
        page.show_inspector(self._store.settings.show_inspector)
        self._follow_settings(self._store.settings)

    def handlers(self) -> dict[Command, Callable[[], object]]:
        """Return what the commands do that this controller answers for."""
        found: dict[Command, Callable[[], object]] = {
            Command.NEXT_LEVEL: self._next_level,
            Command.SCROLL_APART: self._scroll_apart,
            Command.HIDE_UNCHANGED: self._hide_unchanged,
            Command.UNFOLD_ALL: self._unfold_all,
            Command.FOLD_AGAIN: self._fold_again,
            Command.GO_TO_LIST: self._go_to_list,
            Command.SHOW_LIST: self._follow_list_check,
            Command.SHOW_INSPECTOR: self._show_inspector,
            Command.ZOOM_IN: partial(self.zoom_by, 1),
            Command.ZOOM_OUT: partial(self.zoom_by, -1),
            Command.ZOOM_RESET: partial(self._store.set_zoom, 100),
            Command.NARROWER: partial(self._widen, -1),
            Command.WIDER: partial(self._widen, 1),
        }
        for command, mode in MODE_COMMANDS.items():
            found[command] = partial(self.set_mode, mode)
        for command, level in LEVEL_COMMANDS.items():
            found[command] = partial(self.set_level, level)
        return found

    def set_mode(self, mode: Mode) -> None:
        """Set the pair in another mode."""
        self.mode = mode
        self.mode_chosen.emit()
        self._store.set_mode(mode)
        if mode is not Mode.FLOWING and self._commands[Command.SCROLL_APART].isChecked():
            self.link_scrolling()
        if self._page is not None:
            self._page.set_mode(mode)
        self._show_choices()

    def link_scrolling(self) -> None:
        """Let both texts scroll together again."""
        self._commands[Command.SCROLL_APART].setChecked(False)
        self._scroll_apart()

    def _scroll_apart(self) -> None:
        """Let each text scroll for itself, which needs flowing texts, or both together."""
        apart = self._commands[Command.SCROLL_APART].isChecked()
        if apart and self.mode is not Mode.FLOWING:
            self.set_mode(Mode.FLOWING)
        if self._page is not None:
            self._page.reader.set_apart(apart)
        if apart:
            text = tr("The columns scroll separately.")
            self.notice_raised.emit(Notice("apart", text, (Action.LINK_SCROLLING,)))
        else:
            self.notice_outdated.emit("apart")

    def set_level(self, level: Level) -> None:
        """Mark down to another unit."""
        self._set_filter(self.filter.at_level(level))

    def toggle_kind(self, kind: ViewKind) -> None:
        """Show or hide one kind of change."""
        self._set_filter(self.filter.toggled(kind))

    def zoom_by(self, steps: int) -> None:
        """Make the text larger or smaller."""
        self._store.set_zoom(self._store.settings.zoom + steps * ZOOM_STEP)

    def _set_filter(self, chosen: Filter) -> None:
        self.filter = chosen
        self._store.set_filter(chosen)
        if self._page is not None:
            self._page.set_filter(chosen)
        self._show_choices()
        self.filter_changed.emit()

    def _next_level(self) -> None:
        self.set_level(self.filter.level.next)

    def _widen(self, steps: int) -> None:
        self._store.set_reading(self._store.settings.reading.wider(steps))

    def _hide_unchanged(self) -> None:
        hides = self._commands[Command.HIDE_UNCHANGED].isChecked()
        self._store.change(hide_unchanged=hides)
        if self._page is not None:
            self._page.set_hides_unchanged(hides)
        self._show_choices()

    def _unfold_all(self) -> None:
        if self._page is not None:
            self._page.reader.unfold_all()

    def _fold_again(self) -> None:
        if self._page is not None:
            self._page.reader.fold_again()

    def _go_to_list(self) -> None:
        """Give the focus to the list of changes; from inside it, hide it and return to the text."""
        if self._page is None:
            return
        if self._page.list_has_focus():
            self._show_list(False)
            self._page.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._show_list(True)
            self._page.go_to_list()

    def _follow_list_check(self) -> None:
        self._show_list(self._commands[Command.SHOW_LIST].isChecked())

    def _show_list(self, shown: bool) -> None:
        """Show or hide the list of changes, and remember it."""
        self._store.change(show_list=shown)
        self._commands[Command.SHOW_LIST].setChecked(shown)
        if self._page is not None:
            self._page.show_list(shown)

    def _show_inspector(self) -> None:
        shown = self._commands[Command.SHOW_INSPECTOR].isChecked()
        self._store.change(show_inspector=shown)
        if self._page is not None:
            self._page.show_inspector(shown)

    def _follow_settings(self, settings: Settings) -> None:
        """Apply what holds for all windows."""
        if self._page is not None:
            self._page.reader.set_reading(settings.reading, settings.zoom)
            self._page.reader.has_letter_keys = settings.letter_keys
            self._page.reader.glide.is_on = not settings.less_motion
        self._show_choices()

    def _show_choices(self) -> None:
        """Check the menu items of what is chosen."""
        settings = self._store.settings
        for command, mode in MODE_COMMANDS.items():
            self._commands[command].setChecked(mode is self.mode)
        for command, level in LEVEL_COMMANDS.items():
            self._commands[command].setChecked(level is self.filter.level)
        self._commands[Command.HIDE_UNCHANGED].setChecked(settings.hide_unchanged)
        self._commands[Command.SHOW_LIST].setChecked(settings.show_list)
        self._commands[Command.SHOW_INSPECTOR].setChecked(settings.show_inspector)
        current = preset_of(settings.reading)
        for preset, action in self._menus.presets.items():
            action.setChecked(preset is current)
