"""What the toolbar and the status line say of a pair: counts, mode, place, link, change, work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from facing_pages.core.progress import Stage
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.view_state import ViewState
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.shell.pair_area import PairArea
from facing_pages.ui.shell.status_line import StatusLine
from facing_pages.ui.shell.toolbar import MainToolBar

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage
    from facing_pages.viewmodel.pair_view import PairView


class StatusPresenter(QObject):
    """Keeps toolbar and status line in step with a pair and the work on it."""

    def __init__(
        self,
        status: StatusLine,
        toolbar: MainToolBar,
        area: PairArea,
        state: ViewState,
        controller: PairController,
        commands: CommandActions,
    ) -> None:
        super().__init__(status)
        self._status = status
        self._toolbar = toolbar
        self._area = area
        self._state = state
        self._controller = controller
        self._stop = commands[Command.STOP]
        # What returns the words of the current change or finding, which the status line follows.
        self._followed: Callable[[], str] | None = None
        commands.handle({Command.STOP: controller.client.stop})
        status.stop_requested.connect(controller.client.stop)
        controller.progressed.connect(self._show_work)
        controller.settled.connect(self._show_whether_busy)
        controller.requests.exported.connect(self._show_whether_busy)
        controller.requests.previewed.connect(self._show_whether_busy)
        controller.pages_changed.connect(self._show_facts)
        state.shown_mode_changed.connect(self._show_choices)
        state.filter_changed.connect(self._show_choices)
        area.page_made.connect(self._follow_page)
        self.clear()

    def clear(self) -> None:
        """Say nothing of a pair any more."""
        self._status.set_place("")
        self._status.set_facts("")
        self._status.set_link("")
        self._toolbar.show_changes("", self._state.filter, {})
        self._show_choices()
        self._show_whether_busy()

    def say(self, text: str) -> None:
        """Say something in the status line, and to screen readers."""
        self._followed = None
        self._status.set_link(text)
        announce(self._area.page.reader if self._area.has_pair else self._status, text)

    def _follow_page(self, page: ComparisonPage) -> None:
        page.navigator.change_selected.connect(self._show_counts)
        page.navigator.change_selected.connect(self._follow_change)
        page.navigator.announced.connect(self.say)
        page.navigator.change_announced.connect(self._say_change)
        page.findings.announced.connect(self.say)
        page.findings.finding_announced.connect(self._say_finding)
        page.findings.finding_selected.connect(self._follow_change)
        page.row_changed.connect(self._show_place)
        page.reader.requests.sentence_hovered.connect(self._show_link)

    def _show_whether_busy(self) -> None:
        """Offer to stop while there is work, and say no more of it once it is done."""
        self._stop.setEnabled(self._controller.client.is_busy)
        if not self._controller.client.is_busy:
            self._status.end_work()

    def _show_work(self, stage: Stage, share: float) -> None:
        self._status.show_work(stage, share)
        self._stop.setEnabled(True)

    def _show_facts(self, pages: PairView, keep_place: bool) -> None:
        """Say how much was changed, once that is known."""
        from facing_pages.viewmodel.wording.labels import statistics_line

        self._show_choices()
        self._show_whether_busy()
        if pages.changes.statistics is not None:
            self._status.set_facts(statistics_line(pages.changes.statistics))
        elif not (pages.is_aligned and keep_place):
            self._status.set_facts("")

    def _show_counts(self) -> None:
        """Say how many changes of each kind there are, and which one is current."""
        navigator = self._area.page.navigator
        if navigator.navigation is not None:
            counts = navigator.navigation.counts()
            self._toolbar.show_changes(navigator.place_text(), self._state.filter, counts)

    def _show_choices(self) -> None:
        """Name what is on screen: a narrow window has one column where two were chosen.

        Where one text is read alone there are no marks to be chosen.
        """
        mode = self._state.shown_mode
        self._toolbar.show_choices(mode, self._state.filter)
        self._toolbar.level.setEnabled(not mode.is_clean)
        self._toolbar.weight.setEnabled(not mode.is_clean)
        self._toolbar.kinds.setEnabled(self._area.has_pair and not mode.is_clean)

    def _show_place(self, row: int) -> None:
        from facing_pages.viewmodel.wording.labels import row_place

        pages = self._area.page.pages
        if pages is not None:
            self._status.set_place(row_place(pages, row))

    def _show_link(self, link: int) -> None:
        from facing_pages.viewmodel.wording.labels import link_text

        page = self._area.page
        if page.pages is not None and link >= 0:
            self._status.set_link(link_text(page.pages, link))
        else:
            self._status.set_link(self._followed() if self._followed is not None else "")

    def _follow_change(self) -> None:
        """Keep what is said of the current change or finding right, and drop old words."""
        if self._followed is not None:
            text = self._followed()
            self._followed = self._followed if text else None
            self._status.set_link(text)

    def _say_change(self, text: str) -> None:
        self.say(text)
        self._followed = self._area.page.navigator.change_text

    def _say_finding(self, text: str) -> None:
        self.say(text)
        self._followed = self._area.page.findings.text


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a sentence about a widget, if one is listening."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
