"""All windows of the program: opens them, gives files to the right one, ends with the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from facing_pages.session.settings import Settings
from facing_pages.ui.application import Application
from facing_pages.ui.main_window import MainWindow
from facing_pages.ui.pair_controller import PairController
from facing_pages.ui.settings_keeper import SettingsKeeper
from facing_pages.ui.translating import speak
from facing_pages.viewmodel.dropping import meaning_of_files

# Pixels a new window is away from the one before, and milliseconds in which files that the system
# hands over one by one are taken as chosen together.
STEP: Final = 32
TOGETHER: Final = 250


class Windows(QObject):
    """Keeps the open windows; they share one keeper of settings."""

    def __init__(self, keeper: SettingsKeeper, application: Application) -> None:
        super().__init__(application)
        self._keeper = keeper
        self.all: list[MainWindow] = []
        self._handed_over: list[str] = []
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(TOGETHER)
        self._together.timeout.connect(self._open_handed_over)
        application.file_opened.connect(self._take_file)
        speak(keeper.settings.language)
        keeper.changed.connect(self._follow_language)

    def open_window(self, controller: PairController | None = None) -> MainWindow:
        """Open another window: empty, or with the pair of a controller."""
        window = MainWindow(self._keeper, controller)
        window.new_window_requested.connect(self.open_window)
        window.closed.connect(self._forget)
        if self.all:
            window.move(self.all[-1].pos() + QPoint(STEP, STEP))
        self.all.append(window)
        window.show()
        return window

    def open_files(self, files: Sequence[str]) -> MainWindow:
        """Compare two files, or take one as an original; a window without a pair is used first.

        Without files a window comes to the front. More than two are too many, and it says so.
        """
        if not files:
            window = self._active() or self.open_window()
        else:
            window = self._empty() or self.open_window()
            paths = [str(Path(file).absolute()) for file in files]
            window.take_drop(meaning_of_files(paths, window.controller.free_side))
        window.come_to_front()
        return window

    def _take_file(self, file: str) -> None:
        """Note a file that the system hands over; others may come right after it."""
        self._handed_over.append(file)
        self._together.start()

    def _open_handed_over(self) -> None:
        files, self._handed_over = self._handed_over, []
        self.open_files(files)

    def _follow_language(self, settings: Settings) -> None:
        """Build all windows anew when they have to speak another language."""
        if speak(settings.language):
            QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        for window in list(self.all):
            geometry = window.saveGeometry()
            place = window.page.reader.reading_place() if window.page is not None else None
            controller = window.hand_on()
            self._forget(window)
            again = self.open_window(controller)
            again.restoreGeometry(geometry)
            again.sessions.take_over(window.sessions)
            controller.show_again()
            if again.page is not None and place is not None:
                again.page.reader.put(*place)
            again.dialogs.show_preferences()

    def _active(self) -> MainWindow | None:
        active = QApplication.activeWindow()
        if isinstance(active, MainWindow):
            return active
        return self.all[-1] if self.all else None

    def _empty(self) -> MainWindow | None:
        return next((window for window in self.all if window.controller.shown is None), None)

    def _forget(self, window: MainWindow) -> None:
        self.all = [other for other in self.all if other is not window]
        window.deleteLater()
