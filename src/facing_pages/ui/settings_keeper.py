"""Keeps the user's choices while the window is open, and writes each change down at once."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from facing_pages.session.settings import Settings, SettingsFile
from facing_pages.ui.theme import ThemeChoice
from facing_pages.viewmodel.filter import Filter, shown_kinds
from facing_pages.viewmodel.kinds import SHOWN_AT_FIRST
from facing_pages.viewmodel.notice import Notice
from facing_pages.viewmodel.request import Request

logger = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """The settings of a window; tells when they could not be read or written."""

    trouble = Signal(object)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings: Settings = file.load()

    def report_damage(self) -> None:
        """Tell if the settings could not be understood when they were read."""
        if self._file.set_aside is not None:
            text = (
                "The settings were damaged, so the usual ones are used. "
                f"The damaged file was kept as {self._file.set_aside.name}."
            )
            self.trouble.emit(Notice("settings", text))

    @property
    def theme(self) -> ThemeChoice:
        """Return the theme asked for; that of the system if the settings make no sense."""
        known = {choice.value: choice for choice in ThemeChoice}
        return known.get(self.settings.theme, ThemeChoice.SYSTEM)

    @property
    def filter(self) -> Filter:
        """Return which kinds of change are shown."""
        kinds = self.settings.kinds
        return Filter(SHOWN_AT_FIRST if kinds is None else shown_kinds(kinds))

    def set_theme(self, choice: ThemeChoice) -> None:
        """Remember the theme."""
        self._keep(replace(self.settings, theme=choice.value))

    def set_filter(self, chosen: Filter) -> None:
        """Remember which kinds of change are shown."""
        kinds = tuple(sorted(kind.name for kind in chosen.kinds))
        self._keep(replace(self.settings, kinds=kinds))

    def set_zoom(self, percent: int) -> int:
        """Remember the zoom; return it within what can be read."""
        self._keep(self.settings.zoomed(percent))
        return self.settings.zoom

    def set_list_shown(self, shown: bool) -> None:
        """Remember whether the list of changes is shown."""
        self._keep(replace(self.settings, show_list=shown))

    def set_geometry(self, geometry: str) -> None:
        """Remember where the window is."""
        self._keep(replace(self.settings, geometry=geometry))

    def remember(self, request: Request) -> None:
        """Put a pair of files at the head of the recent ones."""
        paths = (request.original.path, request.rewrite.path)
        if all(paths):
            today = date.today().isoformat()
            self._keep(self.settings.with_recent(*paths, opened=today))

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self._file.save(settings)
        except OSError:
            logger.exception("the settings could not be saved")
            text = "The settings could not be saved. They hold until the window is closed."
            self.trouble.emit(Notice("settings", text))
