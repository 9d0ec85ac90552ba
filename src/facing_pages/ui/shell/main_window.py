"""The window: makes its parts and connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from facing_pages.core.model import Side
from facing_pages.session.pair import Request, window_title
from facing_pages.session.settings import Settings
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.geometry_store import GeometryStore
from facing_pages.ui.common.key_map import key_map
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.pair_workspace import PairWorkspace
from facing_pages.ui.shell.event_filters import EscapeKey
from facing_pages.ui.shell.notice_actions import NoticeActions
from facing_pages.ui.shell.pair_area import PairArea
from facing_pages.ui.shell.secondary_windows import Dialogs
from facing_pages.ui.shell.status_presenter import StatusPresenter
from facing_pages.ui.shell.window_frame import WindowFrame
from facing_pages.ui.start.recent_list import RecentList
from facing_pages.ui.start.start_page import StartPage

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage

# Pixels: width and height of the first window. By judgement.
FIRST_SIZE: Final = (1280, 820)


class MainWindow(QMainWindow):
    """One window with one pair, or with none."""

    new_window_requested = Signal()
    continue_requested = Signal()
    quit_requested = Signal()
    closed = Signal(object)

    def __init__(self, store: SettingsStore, controller: PairController | None = None) -> None:
        super().__init__()
        self.store = store
        self.is_replaced = False
        self.controller = controller or PairController()
        self.view = ViewState(store, self)
        self.commands = CommandActions(self, key_map(store.settings))
        self.frame = WindowFrame(self, self.view, self.commands, store)
        self.start = StartPage(self.view.theme, self.controller, store)
        self.area = PairArea(self.start, self.controller, self.view, self.commands, store)
        self.workspace = PairWorkspace(
            self, self.controller, store, self.commands, self.frame.bars, self.area.reading_place
        )
        self.status_presenter = StatusPresenter(
            self.frame.status,
            self.frame.toolbar,
            self.area,
            self.view,
            self.controller,
            self.commands,
        )
        self.dialogs = Dialogs(self, store, self.view, self.commands)
        self.recent = RecentList(
            self, store.recents, self.frame.recent_menu, self.start.empty, self.frame.bars
        )
        self.geometry_store = GeometryStore(self, store, self.area.place_in_pair)
        NoticeActions(self, self.workspace, self.view, self.frame)
        EscapeKey(self, self.area.go_to_text)
        self._assemble()
        self._connect_commands()
        self._connect_parts()
        self._connect_controller()
        self._show_start()
        store.report_damage()

    @property
    def settings(self) -> Settings:
        """Return the user's choices."""
        return self.store.settings

    @property
    def page(self) -> ComparisonPage:
        """Return the page with the pair."""
        return self.area.page

    def _assemble(self) -> None:
        self.frame.surround(self.area)
        self.resize(*FIRST_SIZE)
        self.geometry_store.restore()
        self._follow_settings(self.settings)

    def _connect_commands(self) -> None:
        self.commands.handle(
            {
                Command.NEW_WINDOW: self.new_window_requested.emit,
                Command.CONTINUE: self.continue_requested.emit,
                Command.QUIT: self.quit_requested.emit,
                Command.FULL_SCREEN: self._toggle_full_screen,
                Command.EXPORT: self._ask_for_report,
                **self.dialogs.handlers(),
            }
        )

    def _connect_parts(self) -> None:
        opener, empty = self.workspace.opener, self.start.empty
        self.store.changed.connect(self._follow_settings)
        self.view.theme_changed.connect(empty.set_theme)
        self.area.page_made.connect(self._connect_page)
        self.workspace.announced.connect(self.status_presenter.say)
        self.workspace.place_requested.connect(self.area.go_to)
        self.workspace.sessions.changed.connect(self._name_window)
        self.frame.drop_target.dropped.connect(opener.take_drop)
        self.geometry_store.written.connect(self.workspace.saver.changed)
        self.recent.chosen.connect(opener.open_recent)
        self.start.reading.stop_requested.connect(self.controller.client.stop)
        empty.choose_requested.connect(opener.choose_side)
        empty.paste_requested.connect(opener.paste)
        empty.sample_requested.connect(opener.open_sample)
        empty.continue_requested.connect(self.continue_requested)

    def _connect_controller(self) -> None:
        self.controller.pending_changed.connect(self.start.empty.set_source_name)
        self.controller.opened.connect(self._take_up_pair)
        self.controller.closed.connect(self._show_start)
        self.controller.broke.connect(self.dialogs.show_internal_error)

    def _connect_page(self, page: ComparisonPage) -> None:
        self.workspace.attach(page)
        page.reader.requests.zoom_requested.connect(self.frame.controller.zoom_by)
        page.row_changed.connect(self._note_place)
        page.list.set_grouping(self.store.grouping)
        page.list.grouping_chosen.connect(self.store.set_grouping)
        self.frame.room.entered.connect(page.panels.set_undisturbed)

    def _show_start(self) -> None:
        """Show a window without a pair."""
        self.frame.hints.withdraw()
        self.area.show_start()
        self.start.show_empty()
        self.recent.show()
        self.recent.look_for_files()
        for side in Side:
            self.start.empty.set_source_name(side, "")
        self.frame.bars.clear()
        self.status_presenter.clear()
        self._name_window()

    def _take_up_pair(self, request: Request) -> None:
        """Name the pair, go where the reader was in it, and give hints on the sample pair."""
        self._name_window()
        place = self.store.recents.place_in(request)
        if place is not None and self.page.reader.scrolling.top_row() == 0:
            self.area.go_to(*place)
        self.frame.offer_hints(request, self.page, self.settings.hints_seen)

    def _name_window(self) -> None:
        """Put the names of both texts into the title, and that of their session."""
        path, shown = self.workspace.sessions.path, self.controller.state.shown
        self.setWindowTitle(window_title(shown, path.name if path is not None else ""))

    def _note_place(self) -> None:
        """Note where the reader is, and let the worker look there first."""
        self.geometry_store.moved()
        self.controller.focus(self.page.top_row())

    def _ask_for_report(self) -> None:
        self.workspace.reports.ask(self.view.filter, self.page.reader.caret.selected())

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _follow_settings(self, settings: Settings) -> None:
        """Apply what holds for all windows."""
        self.frame.status.set_size(settings.zoom, settings.reading.characters)
        self.recent.follow()
        keys = key_map(settings)
        if keys != self.commands.keys:
            self.commands.set_keys(keys)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End all work at once and keep the settings."""
        self.geometry_store.write_down()
        self.workspace.close()
        super().closeEvent(event)
        self.closed.emit(self)

    def hand_on(self) -> PairController:
        """Close, but let the pair and the work on it live on; return its controller."""
        self.geometry_store.write_down()
        self.is_replaced = True
        self.controller.disconnect(self)
        self.controller.setParent(None)
        self.hide()
        return self.controller

    def come_to_front(self) -> None:
        """Show the window before all others, also if it was minimised."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
