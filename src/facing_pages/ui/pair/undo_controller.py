"""Undo and redo in a window: corrections, and pairs that were put in place of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side
from facing_pages.session.corrections import Corrections
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.sessions import Sessions
from facing_pages.viewmodel.history import (
    CorrectionStep,
    History,
    HistoryStep,
    PairStep,
    Screen,
    came_back,
)
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

# What the bar is about that says that a text was replaced.
REPLACED: Final = "replaced"


class UndoController(QObject):
    """Keeps the history of a window and answers Undo and Redo."""

    announced = Signal(str)
    place_requested = Signal(Side, int)
    notice_raised = Signal(object)

    def __init__(
        self,
        controller: PairController,
        sessions: Sessions,
        place: Callable[[], tuple[Side, int]],
        commands: CommandActions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._sessions = sessions
        self._place = place
        self._commands = commands
        self._history = History()
        # The step that is being undone or redone while its files are read again.
        self._awaited: tuple[PairStep, bool] | None = None
        self._left = Screen()
        self._replaced = ""
        commands.handle({Command.UNDO: self.undo, Command.REDO: self.redo})
        controller.leaving.connect(self._leave)
        controller.opened.connect(self._arrive)
        controller.settled.connect(self._settle)
        controller.reading.connect(self.show_possible)
        self.show_possible()

    def take_over(self, before: UndoController) -> None:
        """Go on with the history of a window that this one replaces."""
        self._history = before._history
        self.show_possible()

    def add_correction(self, name: str, before: Corrections, after: Corrections) -> None:
        """Take a step from some corrections to others."""
        self._history.push(CorrectionStep(name, before, after))
        self._controller.correct(after)
        self.show_possible()

    def announce_replaced(self, text: str) -> None:
        """Say in a bar that a text was replaced, once the pair that is being read is there."""
        self._replaced = text if self._controller.state.shown is not None else ""

    def undo(self) -> None:
        """Take the last step back; a pair that is still being read is given up first."""
        if self._controller.state.is_reading:
            self._awaited = None
            name = self._controller.give_up()
            self.announced.emit(tr("Not done: {what}.", what=name) if name else "")
        elif (step := self._history.to_undo) is not None:
            self._apply(step, is_undo=True)
        self.show_possible()

    def redo(self) -> None:
        """Take the step again that was undone last."""
        step = self._history.to_redo
        if step is not None and not self._controller.state.is_reading:
            self._apply(step, is_undo=False)
        self.show_possible()

    def _apply(self, step: HistoryStep, *, is_undo: bool) -> None:
        if isinstance(step, CorrectionStep):
            self._controller.correct(step.before if is_undo else step.after)
            self._move(is_undo=is_undo)
            self._announce(step.name, "", is_undo=is_undo)
            return
        back = step.other
        if back.request is not None and back.pages is None:
            self._awaited = (step, is_undo)
            self._sessions.expect(back.session, back.request)
            self._controller.bring_back(back)
            return
        left = self._screen()
        if back.request is not None:
            self._sessions.expect(back.session, back.request)
        self._controller.bring_back(back)
        self._has_moved(step, left, is_undo=is_undo)

    def _has_moved(self, step: PairStep, left: Screen, *, is_undo: bool) -> None:
        """Note that the screen of the other side of a step is shown now."""
        back, step.other = step.other, left
        self._move(is_undo=is_undo)
        if back.request is not None:
            self.place_requested.emit(*back.place)
        self._announce(step.name, came_back(left, back), is_undo=is_undo)

    def _move(self, *, is_undo: bool) -> None:
        self._history.undone() if is_undo else self._history.redone()

    def _announce(self, name: str, result: str, *, is_undo: bool) -> None:
        message = tr("Undone: {what}.", what=name) if is_undo else tr("Redone: {what}.", what=name)
        self.announced.emit(f"{message} {result}".rstrip())

    def _screen(self) -> Screen:
        """Return what is on screen, with the place in it."""
        screen = self._controller.state.screen
        return replace(screen, place=self._place(), session=self._sessions.path)

    def _leave(self, name: str) -> None:
        """Keep what is on screen before it is replaced."""
        self._left = self._screen()
        if name:
            self._history.push(PairStep(name, self._left))
        self.show_possible()

    def _arrive(self) -> None:
        """Finish a step whose pair is on screen now."""
        if self._awaited is not None:
            step, is_undo = self._awaited
            self._awaited = None
            self._has_moved(step, self._left, is_undo=is_undo)
        if self._replaced:
            self.notice_raised.emit(Notice(REPLACED, self._replaced, (Action.UNDO,)))
            self._replaced = ""
        self.show_possible()

    def _settle(self) -> None:
        """Note that what was being read is there, or could not be read."""
        if not self._controller.state.is_reading:
            self._awaited = None
            self._replaced = ""
        self.show_possible()

    def show_possible(self) -> None:
        """Name in the menu what can be undone and redone."""
        steps = {Command.UNDO: self._history.to_undo, Command.REDO: self._history.to_redo}
        names = {command: step.name if step else "" for command, step in steps.items()}
        if self._controller.state.is_reading:
            names = {Command.UNDO: self._controller.state.step, Command.REDO: ""}
        for command, name in names.items():
            self._commands.set_detail(command, name)
            self._commands[command].setEnabled(bool(name))
