"""The window: puts its parts together and passes wishes and answers between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facing_pages.core.model import Side
from facing_pages.core.resources import sample_pair
from facing_pages.marks.kinds import ViewKind
from facing_pages.session.pair import Request, window_title
from facing_pages.session.settings import Settings
from facing_pages.ui.common.commands import MARKS_MENU, RECENT_MENU, SPECS, Command
from facing_pages.ui.common.geometry_store import GeometryStore
from facing_pages.ui.common.menus import Menus
from facing_pages.ui.common.message_bar import MessageArea
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import Theme, ThemeChoice
from facing_pages.ui.comparison.page_commands import PAGE_COMMANDS
from facing_pages.ui.comparison.reading_room import ReadingRoom
from facing_pages.ui.pair.correction_controller import CorrectionController
from facing_pages.ui.pair.drop_target import DropTarget
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.pair_opener import PairOpener
from facing_pages.ui.pair.pair_saver import PairSaver
from facing_pages.ui.pair.report_controller import ReportController
from facing_pages.ui.pair.sessions import Sessions
from facing_pages.ui.pair.undo_controller import UndoController
from facing_pages.ui.shell.alt_key import AltKey
from facing_pages.ui.shell.command_actions import make_actions, use_keys
from facing_pages.ui.shell.escape_key import EscapeKey
from facing_pages.ui.shell.hints import Hints, sample_hints
from facing_pages.ui.shell.notice_actions import NoticeActions
from facing_pages.ui.shell.secondary_windows import Dialogs
from facing_pages.ui.shell.status_line import StatusLine
from facing_pages.ui.shell.status_presenter import StatusPresenter
from facing_pages.ui.shell.toolbar import MainToolBar
from facing_pages.ui.shell.view_controller import ViewController
from facing_pages.ui.shell.window_theme import Themed, WindowTheme
from facing_pages.ui.start.recent_list import RecentList
from facing_pages.ui.start.start_page import StartPage
from facing_pages.viewmodel.dropping import Drop
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.core.model import WordLink
    from facing_pages.ui.comparison.comparison_page import ComparisonPage
    from facing_pages.viewmodel.pair_view import Pages

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
        self._theme = WindowTheme(store, self)
        self._keys = store.settings.keys
        self.commands = make_actions(self, self._keys)
        self.addActions(list(self.commands.values()))
        self.menus = Menus(self, self.commands)
        AltKey(self)
        EscapeKey(self, lambda: self.page and self.page.reader)
        self.toolbar = MainToolBar(self.commands, self.theme, self.menus.submenu(MARKS_MENU))
        self.addToolBar(self.toolbar)
        self.bars = MessageArea(self.theme)
        self.page: ComparisonPage | None = None
        self.is_replaced = False
        self.status = StatusLine()
        self.controller = controller or PairController()
        self.controller.setParent(self)
        self.controller.keeper.store = store.corrections
        self.start = StartPage(self.theme, self.controller, store)
        self.empty = self.start.empty
        self.sessions = Sessions(self.controller, self._reading_place, self)
        self.pair_saver = PairSaver(
            self, self.controller, self.sessions, store.recents, self._reading_place
        )
        self.undo_controller = UndoController(
            self.controller, self.sessions, self._reading_place, self.commands, self
        )
        self.correction_controller = CorrectionController(
            self.controller, self.undo_controller, self.commands, self
        )
        self.view = ViewController(store, self.commands, self.menus, self)
        stop = self.commands[Command.STOP]
        self.status_presenter = StatusPresenter(
            self.status, self.toolbar, self.view, self.controller, stop, self
        )
        self.drop_target = DropTarget(self, self.theme)
        self.opener = PairOpener(self, self.controller, self.undo_controller, self.bars, store)
        self.dialogs = Dialogs(self, store, self.commands)
        self.reports = ReportController(self.controller, self)
        self.handlers = NoticeActions(
            self,
            self.controller,
            self.opener,
            self.view,
            self.sessions,
            self.reports,
            self.bars,
            self.undo_controller,
        )
        menu = self.menus.submenu(RECENT_MENU)
        self.recent = RecentList(self, store.recents, menu, self.empty, self.bars)
        self.hints = Hints(self.theme, self)
        self.room = ReadingRoom(self.commands[Command.READING_ROOM], self.theme, self)
        self._theme.parts = self._themed
        self.places = GeometryStore(self, store, self._place)
        self._assemble()
        self._connect()
        self._show_empty()
        store.report_damage()

    @property
    def settings(self) -> Settings:
        """Return the user's choices."""
        return self.store.settings

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme.theme

    def _assemble(self) -> None:
        self.setWindowTitle("Facing Pages")
        self.setStatusBar(self.status)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.resize(*FIRST_SIZE)
        self.places.restore()
        self.room.hides(self.menuBar(), self.toolbar, self.status, self.bars)
        self._follow_settings(self.settings)

    def _connect(self) -> None:
        handlers: dict[Command, Callable[[], object]] = {
            Command.OPEN: self.opener.choose_pair,
            Command.OPEN_ORIGINAL: partial(self.opener.choose_side, Side.ORIGINAL),
            Command.OPEN_REWRITE: partial(self.opener.choose_side, Side.REWRITE),
            Command.OPEN_SAMPLE: self.opener.open_sample,
            Command.NEW_WINDOW: self.new_window_requested.emit,
            Command.RELOAD: self.controller.reload,
            Command.SWAP: self.controller.swap,
            Command.SHOW_ORIGINAL_IN_FOLDER: partial(self.opener.show_in_folder, Side.ORIGINAL),
            Command.SHOW_REWRITE_IN_FOLDER: partial(self.opener.show_in_folder, Side.REWRITE),
            Command.CLOSE: self.controller.close_pair,
            Command.QUIT: self.quit_requested.emit,
            Command.PASTE_ORIGINAL: partial(self.opener.paste, Side.ORIGINAL),
            Command.PASTE_REWRITE: partial(self.opener.paste, Side.REWRITE),
            Command.READING_ROOM: self.room.toggle,
            Command.FULL_SCREEN: self._toggle_full_screen,
            Command.STOP: self.controller.stop,
            **self.view.handlers(),
            **self.correction_controller.handlers(),
            **self.undo_controller.handlers(),
            Command.CONTINUE: self.continue_requested.emit,
            **self.sessions.handlers(),
            Command.EXPORT: self._export,
            **self.dialogs.handlers(),
            **{command: partial(self._on_page, command) for command in PAGE_COMMANDS},
        }
        for command, handler in handlers.items():
            self.commands[command].triggered.connect(_without_arguments(handler))
        for choice, action in self.menus.themes.items():
            action.triggered.connect(_without_arguments(partial(self.choose_theme, choice)))
        self.toolbar.kinds.kind_toggled.connect(self.toggle_kind)
        self.view.filter_changed.connect(self.status_presenter.show_counts)
        self.hints.dismissed.connect(self.store.remember_hint)
        self.room.entered.connect(self.hints.withdraw)
        self.opener.session_dropped.connect(self.open_session)
        self.reports.notice_raised.connect(self.bars.show_notice)
        self.sessions.notice_raised.connect(self.bars.show_notice)
        self.sessions.place_requested.connect(self._go_to_place)
        self.sessions.changed.connect(self._name_window)
        self.correction_controller.announced.connect(self.status_presenter.say)
        self.undo_controller.announced.connect(self.status_presenter.say)
        self.undo_controller.place_requested.connect(self._go_to_place)
        self.undo_controller.notice_raised.connect(self.bars.show_notice)
        self.view.notice_raised.connect(self.bars.show_notice)
        self.view.notice_outdated.connect(self.bars.remove)
        self.empty.choose_requested.connect(self.opener.choose_side)
        self.empty.paste_requested.connect(self.opener.paste)
        self.empty.sample_requested.connect(self.opener.open_sample)
        self.empty.continue_requested.connect(self.continue_requested)
        self.recent.chosen.connect(self.opener.open_recent)
        self.places.written.connect(self.pair_saver.changed)
        self.pair_saver.place_requested.connect(self._go_to_place)
        self.start.reading.stop_requested.connect(self.controller.stop)
        self.status.stop_requested.connect(self.controller.stop)
        self.drop_target.dropped.connect(self.opener.take_drop)
        self.store.trouble.connect(self.bars.show_notice)
        self.store.trouble_ended.connect(self.bars.remove)
        self.store.changed.connect(self._follow_settings)
        controller = self.controller
        controller.pages_changed.connect(self._show_pages)
        controller.notice_raised.connect(self.bars.show_notice)
        controller.notices_outdated.connect(self.bars.outdate)
        controller.pending_changed.connect(self.empty.set_source_name)
        controller.settled.connect(self._work_ended)
        controller.opened.connect(self._remember)
        controller.closed.connect(self._show_empty)
        controller.inspected.connect(self._show_inspected)
        controller.broke.connect(self.dialogs.show_internal_error)

    def open_files(self, original: str, rewrite: str) -> None:
        """Compare two files."""
        self.opener.open_files(original, rewrite)

    def open_session(self, path: str) -> None:
        """Open a pair with what was corrected in it."""
        self.sessions.open(Path(path).absolute())

    def open_sample(self) -> None:
        """Compare the built-in pair."""
        self.opener.open_sample()

    def take_drop(self, drop: Drop) -> None:
        """Do what something dropped or pasted means."""
        self.opener.take_drop(drop)

    # --- what is shown ------------------------------------------------------------------------

    def _show_pages(self, pages: Pages, keep_place: bool) -> None:
        page = self._comparison_page()
        page.set_pages(pages, keep_place=keep_place)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            page.reader.setFocus()
        self.status_presenter.show_counts()
        self._enable(has_pair=True)
        if pages.changes.statistics is not None:
            from facing_pages.viewmodel.wording.labels import statistics_line

            self.status.set_facts(statistics_line(pages.changes.statistics))
        elif not (pages.is_aligned and keep_place):
            self.status.set_facts("")

    def _comparison_page(self) -> ComparisonPage:
        """Return the page for pairs, made when it is first needed to keep the start short."""
        if self.page is None:
            from facing_pages.ui.comparison.comparison_page import ComparisonPage

            page = self.page = ComparisonPage(self.theme)
            page.zoom_requested.connect(self.view.zoom_by)
            page.inspection_requested.connect(self.controller.inspect)
            page.row_changed.connect(self._place_changed)
            page.change_selected.connect(self.bars.dismiss_passing)
            page.row_changed.connect(self.bars.dismiss_passing)
            self.status_presenter.attach(page)
            self.opener.chosen_part = page.chosen_part
            page.headers.action_chosen.connect(self.opener.do_header_action)
            page.list.grouping_chosen.connect(self.store.set_grouping)
            page.list.set_grouping(self.store.grouping)
            self.view.attach(page)
            self.correction_controller.attach(page)
            self.room.entered.connect(page.set_undisturbed)
            self._stack.addWidget(page)
        return self.page

    def _show_empty(self) -> None:
        self.hints.withdraw()
        self._stack.setCurrentWidget(self.start)
        self.start.show_empty()
        self.recent.show()
        self.recent.look_for_files()
        for side in Side:
            self.empty.set_source_name(side, "")
        self.bars.clear()
        self.status.set_place("")
        self.status.set_facts("")
        self.status.set_link("")
        self.toolbar.place.setText("")
        self._enable(has_pair=False)
        self._name_window()

    def _enable(self, *, has_pair: bool) -> None:
        for spec in SPECS:
            if spec.command is not Command.CONTINUE:  # it depends on what was open before
                self.commands[spec.command].setEnabled(has_pair or not spec.needs_pair)
        self.status_presenter.show_whether_busy()
        self.correction_controller.show_possible()
        self.undo_controller.show_possible()
        self.toolbar.kinds.setEnabled(has_pair)

    def _work_ended(self, was_stopped: bool) -> None:
        if was_stopped and self.controller.shown is not None:
            text = tr("Comparing was stopped. What was found stays.")
            self.bars.show_notice(Notice("stopped", text, (Action.CONTINUE,)))

    def _remember(self, request: Request) -> None:
        self._name_window()
        place = self.store.recents.place_in(request)
        if place is not None and self.page is not None and self.page.reader.top_row() == 0:
            self.page.reader.put(*place)
        if request.original.path == str(sample_pair()[0]) and self.page is not None:
            hints = sample_hints(self.toolbar, self.page.change_announced, self.view.mode_chosen)
            self.hints.offer(hints, self.settings.hints_seen, self.page.headers)
        else:
            self.hints.withdraw()

    def _name_window(self) -> None:
        """Put the names of both texts into the title, and that of their session."""
        path, shown = self.sessions.path, self.controller.shown
        self.setWindowTitle(window_title(shown, path.name if path is not None else ""))

    def _reading_place(self) -> tuple[Side, int]:
        return self.page.reader.reading_place() if self.page is not None else (Side.ORIGINAL, 0)

    def _go_to_place(self, side: Side, position: int) -> None:
        if self.page is not None:
            self.page.reader.put(side, position)

    def _place_changed(self) -> None:
        """Note where the reader is, and let the worker look there first."""
        self.places.moved()
        if self.page is not None:
            self.controller.focus(self.page.top_row())

    # --- commands -----------------------------------------------------------------------------

    def toggle_kind(self, kind: ViewKind) -> None:
        """Show or hide one kind of change."""
        self.view.toggle_kind(kind)

    def _on_page(self, command: Command) -> None:
        """Do what a command is for on the page with the pair."""
        if self.page is not None:
            PAGE_COMMANDS[command](self.page)

    def _export(self) -> None:
        selection = self.page.reader.selected() if self.page is not None else None
        self.reports.ask(self.view.filter, selection)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _show_inspected(self, link: int, words: tuple[WordLink, ...]) -> None:
        if self.page is not None:
            self.page.inspector.show_words(link, words)

    # --- themes, settings, ending -------------------------------------------------------------

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use a theme from now on."""
        self.store.set_theme(choice)

    def _follow_settings(self, settings: Settings) -> None:
        """Apply what holds for all windows."""
        self.status.set_size(settings.zoom, settings.reading.characters)
        self.menus.themes[self.store.theme].setChecked(True)
        self.status_presenter.show_choices()
        self.recent.follow()
        if settings.keys != self._keys:
            self._keys = settings.keys
            use_keys(self.commands, settings.keys)
        self._theme.follow()

    def _themed(self) -> list[Themed]:
        """Return the parts that have colours of their own."""
        parts: list[Themed] = [self.empty, self.bars, self.toolbar.kinds, self.drop_target]
        parts += [self.room, self.hints]
        return [*parts, self.page] if self.page is not None else parts

    def _place(self) -> tuple[Request, Side, int] | None:
        """Return the pair on screen and where the reader is in it."""
        if self.page is None or self.controller.shown is None:
            return None
        return self.controller.shown, *self.page.reader.reading_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End all work at once and keep the settings."""
        self.places.write_down()
        self.pair_saver.close()
        self.controller.shut_down()
        super().closeEvent(event)
        self.closed.emit(self)

    def hand_on(self) -> PairController:
        """Close, but let the pair and the work on it live on; return what has to do with them."""
        self.places.write_down()
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


def _without_arguments(handler: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that ignores what a signal brings along, such as "checked"."""

    def slot(*_: object) -> None:
        handler()

    return slot
