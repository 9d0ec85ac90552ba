"""All windows of the program: opens them, gives files to the right one, ends with the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication

from facing_pages.core.model import Side
from facing_pages.session.open_pairs import OpenWindow
from facing_pages.session.settings import Settings
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.translators import speak
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import Application
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.start.open_pairs_store import OpenPairsStore
from facing_pages.ui.start.recent_labels import recent_labels
from facing_pages.viewmodel.dropping import meaning_of_files
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

# Pixels a new window is away from the one before, and milliseconds in which files that the system
# hands over one by one are taken as chosen together. By judgement.
WINDOW_OFFSET: Final = 32
TOGETHER_MILLISECONDS: Final = 250


class Windows(QObject):
    """Keeps the open windows; they share one store of settings and the worker processes."""

    def __init__(self, store: SettingsStore, application: Application, workers: WorkerPool) -> None:
        super().__init__(application)
        self.store = store
        self._workers = workers
        self.all: list[MainWindow] = []
        self._handed_over: list[str] = []
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(TOGETHER_MILLISECONDS)
        self._together.timeout.connect(self._open_handed_over)
        application.file_opened.connect(self._take_file)
        application.commitDataRequest.connect(self.end)
        application.aboutToQuit.connect(self.end)
        self.open_pairs = OpenPairsStore(store.folder / "open", self._open_windows, self)
        self.open_pairs.left_changed.connect(self._show_left)
        store.recents.clean_up(self.open_pairs.used_texts())
        speak(store.settings.language)
        store.changed.connect(self._follow_language)

    def open_window(
        self, controller: PairController | None = None, expected: Sequence[str] = ()
    ) -> MainWindow:
        """Open another window: empty, or with the pair of a controller.

        `expected` are files that are about to be opened in it.
        """
        window = MainWindow(self.store, controller or PairController(self._workers))
        window.new_window_requested.connect(self._open_another)
        window.continue_requested.connect(self.continue_pairs)
        window.quit_requested.connect(self.quit)
        window.closed.connect(self._forget)
        window.frame.bars.action_chosen.connect(self._take_action)
        window.workspace.saver.changed.connect(self.open_pairs.note)
        if self.all:
            self._cascade(window, self.all[-1])
        self.all.append(window)
        self._show_left()
        window.start.expect(expected)
        window.show()
        return window

    def open_files(self, files: Sequence[str]) -> MainWindow:
        """Compare two files, or take one as an original; a window without a pair is used first.

        Without files a window comes to the front. More than two are too many, and it says so.
        """
        if not files:
            window = self._active() or self.open_window()
        else:
            window = self._empty() or self.open_window(expected=files)
            paths = [str(Path(file).absolute()) for file in files]
            window.workspace.opener.take_drop(
                meaning_of_files(paths, window.controller.state.free_side)
            )
            window.start.show_empty()
        window.come_to_front()
        return window

    def begin(self, files: Sequence[str]) -> None:
        """Open what a start of the program asks for, or what was open before."""
        left = self.open_pairs.left
        if files:
            self.open_files(files)
        elif self.store.settings.reopen and left.windows and not left.may_crash_again:
            self._open_again(by_itself=True)
        else:
            self.all[0].controller.client.warm_up()
        self._offer_left()

    def continue_pairs(self) -> None:
        """Open what was open when the program ended."""
        self._open_again(by_itself=False)

    def quit(self) -> None:
        """Close all windows; what is open now can be continued."""
        self.end()
        QApplication.closeAllWindows()

    def _open_again(self, *, by_itself: bool) -> None:
        left = self.open_pairs.left
        for opened in self.open_pairs.take(by_itself=by_itself):
            window = self._blank() or self.open_window()
            if opened.geometry and len(left.windows) > 1:
                window.restoreGeometry(QByteArray.fromBase64(opened.geometry.encode("ascii")))
            window.workspace.saver.go_to((Side(opened.pair.side), opened.pair.position))
            window.workspace.opener.open_recent(opened.pair)
        self.open_pairs.taken(left)

    def _offer_left(self) -> None:
        """Say in a bar that the program ended unexpectedly, where the empty page does not show."""
        if self.open_pairs.left.has_crashed and self.all:
            text = tr("Facing Pages ended unexpectedly last time.")
            notice = Notice("left", text, (Action.CONTINUE_PAIRS,), is_lasting=True)
            self.all[0].frame.bars.show_notice(notice)

    def _show_left(self) -> None:
        left = self.open_pairs.left
        names = recent_labels([window.pair for window in left.windows])
        for window in self.all:
            window.commands[Command.CONTINUE].setEnabled(bool(names))
            window.start.empty.set_left(names, has_crashed=left.has_crashed)
            if not names:
                window.frame.bars.remove("left")

    def _open_windows(self) -> list[OpenWindow]:
        opened = (window.workspace.saver.open_window() for window in self.all)
        return [window for window in opened if window is not None]

    def _open_another(self) -> None:
        self.open_window()

    def _take_action(self, _notice: Notice, action: Action) -> None:
        if action is Action.CONTINUE_PAIRS:
            self.continue_pairs()

    def _cascade(self, window: MainWindow, before: MainWindow) -> None:
        """Put a window a little below and to the right of another one, all of it on the screen."""
        screen = before.screen().availableGeometry()
        window.move(cascaded(before.frameGeometry(), window.size(), screen))

    def end(self) -> None:
        """Note that the program is quitting, with what is open now."""
        self.open_pairs.end()

    def _take_file(self, file: str) -> None:
        """Note a file that the system hands over; others may come right after it."""
        self._handed_over.append(file)
        self._together.start()

    def _open_handed_over(self) -> None:
        files, self._handed_over = self._handed_over, []
        self.open_files(files)

    def _follow_language(self, settings: Settings) -> None:
        """Build all windows again after the language has changed."""
        if speak(settings.language):
            QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        for window in list(self.all):
            geometry = window.saveGeometry()
            place = window.area.place_in_pair()
            controller = window.hand_on()
            self._forget(window)
            again = self.open_window(controller)
            again.restoreGeometry(geometry)
            again.workspace.take_over(window.workspace)
            controller.show_again()
            if place is not None:
                again.area.go_to(*place[1:])
            again.dialogs.show_preferences()

    def _active(self) -> MainWindow | None:
        active = QApplication.activeWindow()
        if isinstance(active, MainWindow):
            return active
        return self.all[-1] if self.all else None

    def _empty(self) -> MainWindow | None:
        """Return a window without a pair, also without one that is being read."""
        return next((window for window in self.all if _is_empty(window.controller)), None)

    def _blank(self) -> MainWindow | None:
        """Return a window without any text."""
        return next((window for window in self.all if not window.controller.state.sides), None)

    def _forget(self, window: MainWindow) -> None:
        if len(self.all) == 1 and window in self.all and not window.is_replaced:
            self.end()
        self.all = [other for other in self.all if other is not window]
        window.deleteLater()
        self.open_pairs.note()


def _is_empty(controller: PairController) -> bool:
    return controller.state.shown is None and not controller.state.is_reading


def cascaded(before: QRect, size: QSize, screen: QRect) -> QPoint:
    """Return where a window of a size goes that is opened after another one.

    A step below and to the right, or at the screen's corner where that would leave the screen.
    """
    place = before.topLeft() + QPoint(WINDOW_OFFSET, WINDOW_OFFSET)
    right, bottom = place.x() + size.width(), place.y() + size.height()
    x = place.x() if right <= screen.right() + 1 else screen.left()
    y = place.y() if bottom <= screen.bottom() + 1 else screen.top()
    return QPoint(max(x, screen.left()), max(y, screen.top()))
