"""The user's choices while the program runs; each change is written down at once.

One store serves all windows; each follows `changed`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Signal

from facing_pages.marks.kinds import ALL_KINDS, SHOWN_WEIGHT, ViewKind, Weight
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.json_file import Damage
from facing_pages.session.page_settings import PageSettings, Preset
from facing_pages.session.settings import Settings, SettingsFile
from facing_pages.ui.common.recent_pairs import RecentPairStore
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.viewmodel.filter import Filter, shown_kinds
from facing_pages.viewmodel.modes import Grouping, MarkLevel, Mode
from facing_pages.viewmodel.wording.store_notices import (
    damaged_settings_notice,
    unreadable_settings_notice,
    unsaved_settings_notice,
)

logger = logging.getLogger(__name__)

# Milliseconds after which it is tried again to read or save what could not be. By judgement.
SETTINGS_RETRY_MILLISECONDS: Final = 10_000


class SettingsStore(QObject):
    """The settings of the program, with signals when they change or cannot be read or written."""

    changed = Signal(object)
    trouble = Signal(object)
    trouble_ended = Signal(str)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.folder = file.path.parent
        self._timer = QTimer(self)
        self._timer.setInterval(SETTINGS_RETRY_MILLISECONDS)
        self._timer.timeout.connect(self._try_again)
        self._is_in_trouble = False
        self._reported: Damage | None = None
        self.settings: Settings = file.load()
        self.corrections = CorrectionStore(file.path.parent / "corrections")
        self.recents = RecentPairStore(self, file.path.parent)
        file.clean_up()
        self.corrections.clean_up()

    def report_damage(self) -> None:
        """Say once, to all windows there are, what of the settings could not be read or used."""
        damage = self._file.damage
        if damage is not None and damage is not self._reported:
            self._reported = damage
            self.trouble.emit(damaged_settings_notice(damage))
        if self._file.unreadable and not self._is_in_trouble:
            self._begin_trouble()
            reason = self._file.unreadable
            self.trouble.emit(unreadable_settings_notice(self._file.path, reason))

    @property
    def theme(self) -> ThemeChoice:
        """Return the theme asked for; that of the system if the settings make no sense."""
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(self.settings.theme, ThemeChoice.SYSTEM)

    @property
    def mode(self) -> Mode:
        """Return how pairs are set."""
        known = {mode.value: mode for mode in Mode}
        return known.get(self.settings.mode, Mode.SIDE_BY_SIDE)

    @property
    def filter(self) -> Filter:
        """Return which changes are shown by kind and weight, and down to which unit."""
        kinds, level = self.settings.kinds, self.settings.level.upper()
        weight = self.settings.weight.upper()
        known = shown_kinds(kinds or ())
        is_usual = kinds is None or (kinds and not known)
        return Filter(
            ALL_KINDS if is_usual else known | {ViewKind.MINOR},
            MarkLevel[level] if level in MarkLevel.__members__ else MarkLevel.WORDS,
            Weight[weight] if weight in Weight.__members__ else SHOWN_WEIGHT,
        )

    @property
    def grouping(self) -> Grouping:
        """Return how the list of changes is grouped."""
        known = {grouping.value: grouping for grouping in Grouping}
        return known.get(self.settings.grouping, Grouping.READING_ORDER)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Remember the theme."""
        self.change(theme=choice.value)

    def set_mode(self, mode: Mode) -> None:
        """Remember how pairs are set."""
        self.change(mode=mode.value)

    def set_filter(self, chosen: Filter) -> None:
        """Remember which changes are shown by kind and weight, and down to which unit."""
        kinds = tuple(sorted(kind.name for kind in chosen.kinds))
        level, weight = chosen.level.name.lower(), chosen.weight.name.lower()
        self.change(kinds=kinds, level=level, weight=weight)

    def set_grouping(self, grouping: Grouping) -> None:
        """Remember how the list of changes is grouped."""
        self.change(grouping=grouping.value)

    def set_zoom(self, percent: int) -> int:
        """Remember the zoom; return it within what can be read."""
        self.change(zoom=self.settings.zoomed(percent).zoom)
        return self.settings.zoom

    def set_reading(self, reading: PageSettings) -> None:
        """Remember how the page is set."""
        self.change(reading=reading)

    def use_preset(self, preset: Preset) -> None:
        """Take the values of a preset."""
        self.set_reading(preset.reading)

    def remember_hint(self, name: str) -> None:
        """Remember that a hint was read."""
        self.change(hints_seen=(*self.settings.hints_seen, name))

    def change(self, **values: Any) -> None:
        """Remember other values of the settings, named as their fields are."""
        self._keep(replace(self.settings, **values))

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self._write()
        self.changed.emit(self.settings)

    def _write(self) -> None:
        """Save the settings; where that is impossible, say so and try again later."""
        try:
            self.settings = self._file.save(self.settings)
        except OSError as error:
            logger.exception("the settings could not be saved")
            self.trouble.emit(unsaved_settings_notice(self._file.path, error))
            self._begin_trouble()
        else:
            self._end_trouble()
            self.report_damage()

    def _try_again(self) -> None:
        """Save what could not be saved, or read what could not be read, if that is possible now."""
        before = self.settings
        try:
            self.settings = self._file.save(before)
        except OSError as error:
            logger.info("the settings still cannot be saved: %s", error)
            return
        self._end_trouble()
        self.report_damage()
        if self.settings != before:
            self.changed.emit(self.settings)

    def _begin_trouble(self) -> None:
        self._is_in_trouble = True
        if QAbstractEventDispatcher.instance() is not None:  # timers need an event loop
            self._timer.start()

    def _end_trouble(self) -> None:
        if self._is_in_trouble:
            self._is_in_trouble = False
            self._timer.stop()
            self.trouble_ended.emit("unreadable settings")
            self.trouble_ended.emit("unsaved settings")
