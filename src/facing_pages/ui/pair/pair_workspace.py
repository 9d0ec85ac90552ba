"""Everything that acts on the pair of one window: opening, sessions, undo, corrections, reports.

Made with the window, without the page; `attach` adds what needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from facing_pages.core.model import Side
from facing_pages.ui.common.command_actions import CommandActions, Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.message_bar import MessageArea
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.pair_opener import PairOpener
from facing_pages.ui.pair.pair_saver import PairSaver
from facing_pages.ui.pair.report_controller import ReportController
from facing_pages.ui.pair.sessions import Sessions
from facing_pages.ui.pair.undo_controller import UndoController
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage
    from facing_pages.ui.pair.correction_controller import CorrectionController
    from facing_pages.ui.pair.finding_controller import FindingController


class PairWorkspace(QObject):
    """The controllers of one pair; `place` returns where the reader is in it."""

    # There is one once there is a page.
    corrections: CorrectionController
    findings: FindingController

    announced = Signal(str)
    place_requested = Signal(Side, int)

    def __init__(
        self,
        window: QMainWindow,
        controller: PairController,
        store: SettingsStore,
        commands: CommandActions,
        bars: MessageArea,
        place: Callable[[], tuple[Side, int]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._bars = bars
        self.controller = controller
        controller.setParent(window)
        controller.saver.store = store.corrections
        self.sessions = Sessions(controller, place, window)
        self.saver = PairSaver(window, controller, self.sessions, store.recents, place)
        self.undo = UndoController(controller, self.sessions, place, commands, window)
        self.opener = PairOpener(window, controller, self.undo, bars, store)
        self.reports = ReportController(controller, window)
        commands.handle(self._handlers())
        self._connect()

    def _handlers(self) -> Handlers:
        opener, controller = self.opener, self.controller
        return {
            Command.OPEN: opener.choose_pair,
            Command.OPEN_ORIGINAL: partial(opener.choose_side, Side.ORIGINAL),
            Command.OPEN_REWRITE: partial(opener.choose_side, Side.REWRITE),
            Command.OPEN_SAMPLE: opener.open_sample,
            Command.PASTE_ORIGINAL: partial(opener.paste, Side.ORIGINAL),
            Command.PASTE_REWRITE: partial(opener.paste, Side.REWRITE),
            Command.SHOW_ORIGINAL_IN_FOLDER: partial(opener.show_in_folder, Side.ORIGINAL),
            Command.SHOW_REWRITE_IN_FOLDER: partial(opener.show_in_folder, Side.REWRITE),
            Command.RELOAD: controller.reload,
            Command.SWAP: controller.swap,
            Command.CLOSE: controller.close_pair,
            **self.sessions.handlers(),
        }

    def _connect(self) -> None:
        self.opener.session_dropped.connect(self.open_session)
        self.reports.notice_raised.connect(self._bars.show_notice)
        self.sessions.notice_raised.connect(self._bars.show_notice)
        self.sessions.place_requested.connect(self.place_requested)
        self.saver.place_requested.connect(self.place_requested)
        self.undo.announced.connect(self.announced)
        self.undo.place_requested.connect(self.place_requested)
        self.undo.notice_raised.connect(self._bars.show_notice)
        self.controller.notice_raised.connect(self._bars.show_notice)
        self.controller.notices_outdated.connect(self._bars.outdate)
        self.controller.settled.connect(self._offer_to_go_on)

    def attach(self, page: ComparisonPage) -> None:
        """Answer what is asked for on the page."""
        from facing_pages.ui.pair.correction_controller import CorrectionController
        from facing_pages.ui.pair.finding_controller import FindingController

        self.corrections = CorrectionController(
            page, self.controller, self.undo, self._commands, self._window
        )
        self.corrections.announced.connect(self.announced)
        self.findings = FindingController(
            page, self.controller, self.undo, self._commands, self._window
        )
        self.findings.announced.connect(self.announced)
        self.opener.chosen_part = page.chosen_part
        page.headers.choices_of = self.opener.choices_of
        page.headers.action_chosen.connect(self.opener.do_header_action)
        page.panels.watch.inspection_requested.connect(self.controller.requests.inspect)
        self.controller.requests.inspected.connect(page.inspector.show_words)
        page.navigator.change_selected.connect(self._bars.dismiss_passing)
        page.row_changed.connect(self._bars.dismiss_passing)

    def open_session(self, path: str) -> None:
        """Open a pair with what was corrected in it."""
        self.sessions.open(Path(path).absolute())

    def take_over(self, before: PairWorkspace) -> None:
        """Go on with the session and the history of a window that this one replaces."""
        self.sessions.take_over(before.sessions)
        self.undo.take_over(before.undo)

    def close(self) -> None:
        """End all work at once."""
        self.saver.close()
        self.controller.shut_down()

    def _offer_to_go_on(self, was_stopped: bool) -> None:
        if was_stopped and self.controller.state.shown is not None:
            text = tr("Comparing was stopped. The changes found so far are kept.")
            self._bars.show_notice(Notice("stopped", text, (Action.CONTINUE,)))
