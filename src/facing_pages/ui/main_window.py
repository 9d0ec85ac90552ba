"""The window: puts its parts together and passes wishes and answers between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facing_pages.core.model import Side
from facing_pages.core.resources import sample_pair
from facing_pages.session.settings import RecentPair, Settings, SettingsFile
from facing_pages.ui import messages
from facing_pages.ui.actions import SPECS, Command, make_actions
from facing_pages.ui.drop_target import DropTarget
from facing_pages.ui.empty_state import EmptyState
from facing_pages.ui.menus import fill_menu_bar
from facing_pages.ui.message_bar import MessageArea
from facing_pages.ui.pair_controller import PairController
from facing_pages.ui.settings_keeper import SettingsKeeper
from facing_pages.ui.status_line import StatusLine
from facing_pages.ui.theme import ThemeChoice, apply_to_application, current_theme
from facing_pages.ui.toolbar import MainToolBar
from facing_pages.viewmodel.dropping import Drop, DropPair, DropSide, meaning_of_text
from facing_pages.viewmodel.kinds import ViewKind
from facing_pages.viewmodel.notice import Action, Notice
from facing_pages.viewmodel.request import Request, Source

if TYPE_CHECKING:
    from facing_pages.ui.comparison_page import ComparisonPage
    from facing_pages.viewmodel.pages import Pages

ZOOM_STEP = 10
FIRST_SIZE = (1280, 820)


class MainWindow(QMainWindow):
    """One window with one pair, or with none."""

    def __init__(self, settings_file: SettingsFile) -> None:
        super().__init__()
        self.keeper = SettingsKeeper(settings_file, self)
        self.theme = current_theme(self.keeper.theme)
        apply_to_application(self.theme)
        self.commands = make_actions(self)
        self.theme_actions = fill_menu_bar(self, self.commands)
        self.toolbar = MainToolBar(self.commands, self.theme)
        self.addToolBar(self.toolbar)
        self.bars = MessageArea(self.theme)
        self.empty = EmptyState(self.theme)
        self.page: ComparisonPage | None = None
        self.status = StatusLine()
        self.controller = PairController(self)
        self.drop_target = DropTarget(self, self.theme)
        self._assemble()
        self._connect()
        self._show_empty()
        self.keeper.report_damage()

    @property
    def settings(self) -> Settings:
        """Return the user's choices."""
        return self.keeper.settings

    def _assemble(self) -> None:
        self.setWindowTitle("Facing Pages")
        self.setStatusBar(self.status)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.resize(*FIRST_SIZE)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode("ascii")))
        self.theme_actions[self.keeper.theme].setChecked(True)
        self.commands[Command.SHOW_LIST].setChecked(self.settings.show_list)
        self.status.set_zoom(self.settings.zoom)

    def _connect(self) -> None:
        deeds: dict[Command, Callable[[], object]] = {
            Command.OPEN: self._choose_pair,
            Command.OPEN_ORIGINAL: partial(self._choose_side, Side.ORIGINAL),
            Command.OPEN_REWRITE: partial(self._choose_side, Side.REWRITE),
            Command.OPEN_SAMPLE: self.open_sample,
            Command.RELOAD: self.controller.reload,
            Command.SWAP: self.controller.swap,
            Command.CLOSE: self.controller.close_pair,
            Command.QUIT: self.close,
            Command.COPY: self._copy,
            Command.SELECT_ALL: self._select_all,
            Command.PASTE_ORIGINAL: partial(self._paste, Side.ORIGINAL),
            Command.PASTE_REWRITE: partial(self._paste, Side.REWRITE),
            Command.SHOW_LIST: self._show_list,
            Command.ZOOM_IN: partial(self._zoom_by, 1),
            Command.ZOOM_OUT: partial(self._zoom_by, -1),
            Command.ZOOM_RESET: partial(self._zoom_to, 100),
            Command.FULL_SCREEN: self._toggle_full_screen,
            Command.NEXT_CHANGE: partial(self._step, 1),
            Command.PREVIOUS_CHANGE: partial(self._step, -1),
            Command.FIRST_CHANGE: partial(self._go_to_end, last=False),
            Command.LAST_CHANGE: partial(self._go_to_end, last=True),
            Command.OTHER_END: self._go_to_other_end,
            Command.STOP: self.controller.stop,
            Command.KEYS: partial(messages.show_keys, self),
            Command.ABOUT: partial(messages.show_about, self),
        }
        for command, deed in deeds.items():
            self.commands[command].triggered.connect(_without_arguments(deed))
        for choice, action in self.theme_actions.items():
            action.triggered.connect(_without_arguments(partial(self.choose_theme, choice)))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_theme_changed)
        self.toolbar.kinds.kind_toggled.connect(self.toggle_kind)
        self.empty.choose_requested.connect(self._choose_side)
        self.empty.paste_requested.connect(self._paste)
        self.empty.sample_requested.connect(self.open_sample)
        self.empty.recent_chosen.connect(self._open_recent)
        self.status.stop_requested.connect(self.controller.stop)
        self.drop_target.dropped.connect(self.take_drop)
        self.bars.action_chosen.connect(self._do_notice)
        self.keeper.trouble.connect(self.bars.show_notice)
        controller = self.controller
        controller.pages_changed.connect(self._show_pages)
        controller.notice_raised.connect(self.bars.show_notice)
        controller.notices_outdated.connect(self._clear_notices)
        controller.pending_changed.connect(self.empty.set_source_name)
        controller.progressed.connect(self.status.show_work)
        controller.settled.connect(self._work_ended)
        controller.opened.connect(self._remember)
        controller.closed.connect(self._show_empty)
        controller.broke.connect(partial(messages.show_internal_error, self))

    # --- opening ------------------------------------------------------------------------------

    def open_files(self, original: str, rewrite: str) -> None:
        """Compare two files."""
        paths = [str(Path(name).absolute()) for name in (original, rewrite)]
        self.controller.open_pair(Request(Source(path=paths[0]), Source(path=paths[1])))

    def open_sample(self) -> None:
        """Compare the built-in pair."""
        self.open_files(*(str(path) for path in sample_pair()))

    def take_drop(self, drop: Drop) -> None:
        """Do what something dropped or pasted means."""
        self.bars.remove("drop")
        if isinstance(drop, DropPair):
            self.controller.open_pair(drop.request)
        elif isinstance(drop, DropSide):
            self.controller.set_side(drop.side, drop.source)
        else:
            self.bars.show_notice(Notice("drop", drop.reason, is_problem=True))

    def _choose_pair(self) -> None:
        if pair := messages.choose_pair(self, self._folder()):
            self.open_files(*pair)

    def _choose_side(self, side: Side) -> None:
        if path := messages.choose_file(self, side, self._folder()):
            self.controller.set_side(side, Source(path=path))

    def _paste(self, side: Side) -> None:
        self.take_drop(meaning_of_text(QGuiApplication.clipboard().text(), side))

    def _open_recent(self, pair: RecentPair) -> None:
        self.open_files(pair.original, pair.rewrite)

    def _folder(self) -> str:
        recent = self.settings.recent
        return str(Path(recent[0].original).parent) if recent else str(Path.home())

    # --- what is shown ------------------------------------------------------------------------

    def _show_pages(self, pages: Pages, keep_place: bool) -> None:
        page = self._comparison_page()
        page.set_pages(pages, keep_place=keep_place)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            page.reader.setFocus()
        self._show_counts()
        self._enable(has_pair=True)
        if pages.changes.statistics is not None:
            from facing_pages.viewmodel.labels import statistics_line

            self.status.set_facts(statistics_line(pages.changes.statistics))
        elif not pages.is_aligned:
            self.status.set_facts("")

    def _comparison_page(self) -> ComparisonPage:
        """Return the page for pairs, made when it is first needed to keep the start short."""
        if self.page is None:
            from facing_pages.ui.comparison_page import ComparisonPage

            self.page = ComparisonPage(self.theme)
            self.page.set_filter(self.keeper.filter)
            self.page.reader.set_zoom(self.settings.zoom)
            self.page.show_list(self.settings.show_list)
            self.page.change_selected.connect(self._show_counts)
            self.page.row_changed.connect(self._show_place)
            self.page.sentence_hovered.connect(self._show_link)
            self.page.zoom_requested.connect(self._zoom_by)
            self._stack.addWidget(self.page)
        return self.page

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self.empty)
        self.empty.set_recent(self.settings.recent, date.today())
        for side in Side:
            self.empty.set_source_name(side, "")
        self.bars.clear()
        self.status.end_work()
        self.status.set_place("")
        self.status.set_facts("")
        self.status.set_link("")
        self.toolbar.place.setText("")
        self._enable(has_pair=False)
        self.setWindowTitle("Facing Pages")

    def _enable(self, *, has_pair: bool) -> None:
        for spec in SPECS:
            self.commands[spec.command].setEnabled(has_pair or not spec.needs_pair)
        self.commands[Command.STOP].setEnabled(self.controller.is_busy)
        self.toolbar.kinds.setEnabled(has_pair)

    def _show_counts(self) -> None:
        if self.page is not None and self.page.navigation is not None:
            self.toolbar.place.setText(self.page.place_text())
            self.toolbar.kinds.set_state(self.page.filter, self.page.navigation.counts())

    def _show_place(self, row: int) -> None:
        if self.page is None or self.page.pages is None:
            return
        from facing_pages.viewmodel.labels import row_place

        self.status.set_place(row_place(self.page.pages, row))
        self.controller.focus(self.page.reader.top_row())

    def _show_link(self, link: int) -> None:
        from facing_pages.viewmodel.labels import link_text

        pages = self.page.pages if self.page else None
        self.status.set_link(link_text(pages, link) if pages and link >= 0 else "")

    def _work_ended(self, was_stopped: bool) -> None:
        self.status.end_work()
        self.commands[Command.STOP].setEnabled(False)
        if was_stopped and self.controller.shown is not None:
            text = "Comparing was stopped. What was found stays."
            self.bars.show_notice(Notice("stopped", text, (Action.CONTINUE,)))

    def _clear_notices(self, _: object) -> None:
        self.bars.clear()

    def _remember(self, request: Request) -> None:
        names = [request.source(side).shown_name for side in Side]
        self.setWindowTitle(f"{names[0]} ↔ {names[1]} — Facing Pages")
        if request.original.path != str(sample_pair()[0]):
            self.keeper.remember(request)

    def _do_notice(self, notice: Notice, action: Action) -> None:
        side = notice.side
        if action is Action.SHOW_REPAIRS and side and self.controller.pages:
            from facing_pages.viewmodel.notices import repair_lines

            text = self.controller.pages.text(side)
            messages.show_repairs(self, text.name, repair_lines(text))
            return
        self.bars.remove(notice.topic)
        if action is Action.CHOOSE_ANOTHER:
            self._choose_side(side) if side else self._choose_pair()
        elif action is Action.SHOW_TYPOGRAPHY:
            self.toggle_kind(ViewKind.MINOR)
        elif action is Action.TRY_AGAIN:
            self.controller.try_again()
        elif action in (Action.READ_AGAIN, Action.CONTINUE):
            self.controller.reload()
        elif action is Action.SWAP:
            self.controller.swap()

    # --- commands on the page -----------------------------------------------------------------

    def toggle_kind(self, kind: ViewKind) -> None:
        """Show or hide one kind of change."""
        page = self._comparison_page()
        page.set_filter(page.filter.toggled(kind))
        self.keeper.set_filter(page.filter)
        self._show_counts()

    def _step(self, by: int) -> None:
        if self.page is not None:
            self.page.step(by)

    def _go_to_end(self, *, last: bool) -> None:
        if self.page is not None:
            self.page.go_to_end(last=last)

    def _go_to_other_end(self) -> None:
        if self.page is not None:
            self.page.go_to_other_end()

    def _copy(self) -> None:
        if self.page is not None:
            self.page.reader.copy_selection()

    def _select_all(self) -> None:
        if self.page is not None:
            self.page.reader.select_all()

    def _show_list(self) -> None:
        shown = self.commands[Command.SHOW_LIST].isChecked()
        if self.page is not None:
            self.page.show_list(shown)
            if shown:
                self.page.list.take_focus()
        self.keeper.set_list_shown(shown)

    def _zoom_by(self, steps: int) -> None:
        self._zoom_to(self.settings.zoom + steps * ZOOM_STEP)

    def _zoom_to(self, percent: int) -> None:
        zoom = self.keeper.set_zoom(percent)
        self.status.set_zoom(zoom)
        if self.page is not None:
            self.page.reader.set_zoom(zoom)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    # --- themes, settings, ending -------------------------------------------------------------

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use a theme from now on."""
        self.keeper.set_theme(choice)
        self.theme_actions[choice].setChecked(True)
        self._use_theme(choice)

    def _use_theme(self, choice: ThemeChoice) -> None:
        self.theme = current_theme(choice)
        apply_to_application(self.theme)
        for part in (self.empty, self.bars, self.toolbar.kinds, self.drop_target):
            part.set_theme(self.theme)
        if self.page is not None:
            self.page.set_theme(self.theme)

    def _system_theme_changed(self) -> None:
        if self.keeper.theme is ThemeChoice.SYSTEM:
            self._use_theme(ThemeChoice.SYSTEM)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End all work at once and keep the settings."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.keeper.set_geometry(geometry)
        self.controller.shut_down()
        super().closeEvent(event)


def _without_arguments(deed: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that ignores what a signal brings along, such as "checked"."""

    def slot(*_: object) -> None:
        deed()

    return slot
