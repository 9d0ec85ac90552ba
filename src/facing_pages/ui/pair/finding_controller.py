"""Calls findings no errors: each step is kept with the pair and can be undone by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.undo_controller import UndoController
from facing_pages.viewmodel.wording.language import tr

if TYPE_CHECKING:
    from facing_pages.ui.comparison.comparison_page import ComparisonPage


class FindingController(QObject):
    """Answers the command, and the buttons and menus at findings."""

    announced = Signal(str)

    def __init__(
        self,
        page: ComparisonPage,
        controller: PairController,
        undo: UndoController,
        commands: CommandActions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._page = page
        self._controller = controller
        self._undo = undo
        self._window = window
        self._list = page.panels.findings
        commands.handle({Command.NOT_AN_ERROR: self._toggle_current})
        self._list.set_aside_requested.connect(self.toggle)
        self._list.menu_requested.connect(self._offer)
        page.inspector.findings.set_aside_requested.connect(self.toggle)
        controller.opened.connect(self._show_known)
        controller.corrected.connect(self._show_known)
        controller.pages_changed.connect(self._show_work)
        controller.settled.connect(self._show_work)
        self._show_known()

    def toggle(self, number: int) -> None:
        """Set a finding aside, or show it again."""
        from facing_pages.viewmodel.findings.set_aside_steps import toggle_set_aside

        shown, known = self._page.findings.shown, self._controller.state.corrections
        if shown is None:
            return
        step = toggle_set_aside(shown, known, number)
        self._undo.add_correction(step.name, known, step.corrections)
        self.announced.emit(tr("Done: {what}", what=step.name))

    def menu(self, number: int) -> QMenu:
        """Return a menu of what can be done with a finding."""
        shown = self._page.findings.shown
        menu = QMenu(self._window)
        is_aside = shown is not None and number in shown.aside
        text = tr("Show as a finding again") if is_aside else tr("Not an error")
        menu.addAction(tr("Go there")).triggered.connect(partial(self._page.findings.go_to, number))
        menu.addAction(text).triggered.connect(partial(self.toggle, number))
        return menu

    def _toggle_current(self) -> None:
        """Set the finding aside that is current, or the one at the caret."""
        number = self._page.reader.place.current_finding()
        if number is None:
            number = self._page.findings.at_caret()
        if number is None:
            self.announced.emit(tr("Go to a finding first, or put the caret in it."))
        else:
            self.toggle(number)

    def _offer(self, number: int, at: QPoint) -> None:
        menu = self.menu(number)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _show_known(self) -> None:
        self._page.set_known(self._controller.state.corrections.set_aside)

    def _show_work(self) -> None:
        self._list.set_working(self._controller.client.is_busy)
