"""What the buttons of the bars above the texts do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facing_pages.marks.kinds import Weight
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.pair.pair_workspace import PairWorkspace
from facing_pages.ui.pair.report_controller import REPORT_TOPIC
from facing_pages.ui.shell.window_frame import WindowFrame
from facing_pages.viewmodel.wording.notice import Action, Notice


class NoticeActions(QObject):
    """Does what was chosen on a bar."""

    def __init__(
        self, window: QWidget, workspace: PairWorkspace, state: ViewState, frame: WindowFrame
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller = workspace.controller
        self._opener = workspace.opener
        self._reports = workspace.reports
        self._state = state
        self._bars = frame.bars
        # Actions for which the notice does not matter.
        self._plain: dict[Action, Callable[[], None]] = {
            Action.TRY_AGAIN: controller.try_again,
            Action.READ_AGAIN: controller.reload,
            Action.CONTINUE: controller.go_on,
            Action.SWAP: controller.swap,
            Action.UNDO: workspace.undo.undo,
            Action.FIND_FILES: workspace.sessions.find_files,
            Action.SAVE_ELSEWHERE: workspace.sessions.save_as,
            Action.LINK_SCROLLING: frame.controller.link_scrolling,
        }
        frame.bars.action_chosen.connect(self.do)

    def do(self, notice: Notice, action: Action) -> None:
        """Do what a notice offers; its bar goes, but for what is only looked at."""
        side = notice.side
        looked_at = {
            Action.SHOW_REPAIRS: self._opener.show_repairs,
            Action.CHOOSE_ENCODING: self._opener.choose_encoding,
        }
        if action is Action.LIST_LOST:
            self._show_lost()
        elif action in looked_at and side is not None:
            looked_at[action](side)
        else:
            self._bars.remove(notice.topic)
            self._settle(notice, action)

    def _settle(self, notice: Notice, action: Action) -> None:
        """Do what settles the matter of a notice."""
        side = notice.side
        if action is Action.CHOOSE_ANOTHER:
            self._opener.choose_side(side) if side else self._opener.choose_pair()
        elif action is Action.ENTER_PASSWORD and side is not None:
            self._opener.ask_password(side)
        elif action is Action.WHOLE_TEXT and side is not None:
            self._opener.compare_whole(side)
        elif action is Action.SHOW_TYPOGRAPHY:
            self._state.set_weight(Weight.PUNCTUATION)
        elif action is Action.SAVE_ELSEWHERE and notice.topic == REPORT_TOPIC:
            self._reports.save_elsewhere()
        elif action is Action.OPEN_REPORT:
            QDesktopServices.openUrl(QUrl.fromLocalFile(notice.path))
        elif action in self._plain:
            self._plain[action]()

    def _show_lost(self) -> None:
        from facing_pages.viewmodel.correction_steps import correction_lines

        messages.show_lost_corrections(self._window, correction_lines(self._controller.state.lost))
