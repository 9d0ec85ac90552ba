"""Sessions in a window: saved, opened, and written again with every correction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Side
from facing_pages.session.pair import MissingFile, Request, Source
from facing_pages.session.session_file import SESSION_SUFFIX
from facing_pages.ui.common import message_boxes as messages
from facing_pages.ui.common.command_actions import Handlers
from facing_pages.ui.common.commands import Command
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.viewmodel.wording.language import tr
from facing_pages.viewmodel.wording.notice import Action, Notice

if TYPE_CHECKING:
    from facing_pages.session.session_file import SavedText, Session, SharedSession

logger = logging.getLogger(__name__)

# Damaged parts of a session that are named. By judgement.
MAX_NAMED_DAMAGES: Final = 5

Place = tuple[Side, int]


class Sessions(QObject):
    """Knows the session file of the pair on screen, if it has one."""

    notice_raised = Signal(object)
    place_requested = Signal(Side, int)
    changed = Signal()

    def __init__(
        self, controller: PairController, place: Callable[[], Place], window: QWidget
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self._place = place
        self._window = window
        self.path: Path | None = None
        self._of: Request | None = None
        self._requested: Place | None = None
        self._file: SharedSession | None = None
        self._damage: Notice | None = None
        controller.opened.connect(self._opened)
        controller.closed.connect(self._forget)
        controller.corrected.connect(self._corrected)

    def handlers(self) -> Handlers:
        """Return what the commands do that are about sessions."""
        return {
            Command.OPEN_SESSION: self.choose,
            Command.SAVE_SESSION: self.save,
            Command.SAVE_SESSION_AS: self.save_as,
        }

    def save(self) -> None:
        """Write the session; ask where if it has no file yet."""
        if self.path is None:
            self.save_as()
        elif self._write(self.path):
            text = tr("Saved in {name}. Corrections are written there as you make them.")
            message = text.format(name=self.path.name)
            self.notice_raised.emit(Notice("session", message, passes=True))

    def save_as(self) -> None:
        """Ask for a file and write the session there."""
        shown = self._controller.state.shown
        if shown is None:
            return
        folder = Path(shown.original.path or Path.home()).parent
        name = f"{Path(shown.original.shown_name).stem}{SESSION_SUFFIX}"
        chosen = messages.choose_session_to_save(self._window, str(folder / name))
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(SESSION_SUFFIX)
            if self._write(path):
                self.path, self._of = path, shown
                self.save()
                self.changed.emit()

    def choose(self) -> None:
        """Ask for a session and open it."""
        shown = self._controller.state.shown
        folder = str(Path(shown.original.path).parent) if shown else str(Path.home())
        if chosen := messages.choose_session(self._window, folder):
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Open a session; copies stand for texts that are not where they were."""
        from facing_pages.session.session_file import SessionError, read_session

        try:
            session = read_session(path)
        except SessionError as error:
            message = tr(
                "{name} is damaged or is not a Facing Pages session. Choose another .facing file."
            )
            if not error.reason:
                message = tr(
                    "{name} was saved by a later version of Facing Pages. Update to open it."
                )
            notice = Notice("session", message.format(name=path.name), is_problem=True)
            self.notice_raised.emit(notice)
            return
        except OSError as error:
            message = tr(
                "Unable to read {name}: {reason}.", name=path.name, reason=error.strerror or ""
            )
            self.notice_raised.emit(Notice("session", message, is_problem=True))
            return
        if session.wrong:
            message = tr(
                "Parts of {name} were invalid and were left out: {parts}.",
                name=path.name,
                parts=", ".join(session.wrong[:MAX_NAMED_DAMAGES]),
            )
            self._damage = Notice("session", message, is_problem=True)
        self._open(path, session)

    def path_of(self, request: Request | None) -> Path | None:
        """Return the session file of a pair, also of one that is still being read."""
        return self.path if request is not None and request.is_pair_of(self._of) else None

    def expect(self, path: Path | None, request: Request) -> None:
        """Take a pair that is about to be shown as that of a session file, or of none."""
        from facing_pages.session.session_file import SharedSession

        self.path, self._of = path, request if path is not None else None
        self._file = SharedSession(path, request.corrections) if path is not None else None
        self._requested = None

    def take_over(self, before: Sessions) -> None:
        """Go on with the session of a window that this one stands for now."""
        self.path, self._of, self._file = before.path, before._of, before._file
        self.changed.emit()

    def find_files(self) -> None:
        """Ask where the files are that copies stand for, and use them from now on."""
        shown = self._controller.state.shown
        if shown is None:
            return
        request = shown
        folder = self.path.parent if self.path is not None else Path.home()
        for side in Side:
            source = shown.source(side)
            if source.copy_of is None:
                continue
            found: Path | None = folder / Path(source.copy_of.path).name
            if found is not None and (request is shown or not found.is_file()):
                chosen = messages.choose_missing_file(self._window, source.shown_name, str(folder))
                found = Path(chosen) if chosen else None
            if found is not None:
                folder = found.parent
                choices = source.copy_of.choices
                request = request.with_source(side, Source(path=str(found), choices=choices))
        if request is not shown:
            request = request.corrected(self._controller.state.corrections)
            if self.path is not None:
                self._of = request
            step = tr("opening of the files found")
            self._controller.open_pair(request, step=step, keep_place=True)

    def _open(self, path: Path, session: Session) -> None:
        """Open the pair of a session; copies stand for files that are not there."""
        from facing_pages.session.session_file import SharedSession

        sources = {side: _source(session.text(side)) for side in Side}
        request = Request(sources[Side.ORIGINAL], sources[Side.REWRITE], session.corrections)
        self.path, self._of = path, request
        self._file = SharedSession(path, session.corrections)
        self._requested = (session.side, session.position)
        step = tr("opening of {name}", name=path.name)
        self._controller.open_pair(request, step=step)

    def _write(self, path: Path) -> bool:
        """Write the session; tell whether that was possible."""
        from facing_pages.session.session_file import Session, SharedSession

        shown, pages = self._controller.state.shown, self._controller.state.pages
        if shown is None or pages is None:
            return False
        texts = [_saved(shown.source(side), pages.text(side).text) for side in Side]
        session = Session(texts[0], texts[1], self._controller.state.corrections, *self._place())
        if self._file is None or self._file.path != path:
            self._file = SharedSession(path)
        try:
            self._file.write(session)
        except OSError as error:
            logger.exception("the session could not be saved")
            message = tr(
                "Unable to save the session: {reason}. Your corrections are still here.",
                reason=error.strerror or str(error),
            )
            notice = Notice("session", message, (Action.SAVE_ELSEWHERE,), is_problem=True)
            self.notice_raised.emit(notice)
            return False
        return True

    def _corrected(self) -> None:
        if self.path is not None:
            self._write(self.path)

    def _opened(self, request: Request) -> None:
        if not request.is_pair_of(self._of):
            self.path = self._of = None
        elif (names := _copied(request)) and self._controller.state.pages is not None:
            self.notice_raised.emit(_copies_notice(names))
        if self._requested is not None:
            self.place_requested.emit(*self._requested)
            self._requested = None
        if self._damage is not None:
            self.notice_raised.emit(self._damage)
            self._damage = None
        self.changed.emit()

    def _forget(self) -> None:
        self.path = self._of = self._requested = self._file = self._damage = None
        self.changed.emit()


def _copied(request: Request) -> list[str]:
    """Return the names of the files that copies stand for."""
    sources = (request.source(side) for side in Side)
    return [source.shown_name for source in sources if source.copy_of is not None]


def _copies_notice(names: list[str]) -> Notice:
    if len(names) == 1:
        text = tr("{name} is not here; the copy in the session is shown.", name=names[0])
    else:
        text = tr(
            "{original} and {rewrite} are not here; the copies in the session are shown.",
            original=names[0],
            rewrite=names[1],
        )
    return Notice("copies", text, (Action.FIND_FILES,))


def _source(text: SavedText) -> Source:
    """Return where the text of a session is read from: its file, or the copy in the session."""
    if not text.path:
        return Source(pasted=text.text, name=text.name)
    if text.is_available:
        return Source(path=text.path, choices=text.choices)
    missing = MissingFile(text.path, text.choices)
    return Source(pasted=text.text, name=text.name, copy_of=missing)


def _saved(source: Source, text: str) -> SavedText:
    from facing_pages.session.session_file import SavedText

    name, copy = source.shown_name, source.pasted or text
    if source.copy_of is not None:
        return SavedText(source.copy_of.path, name, copy, source.copy_of.choices)
    return SavedText(source.path, name, copy, source.choices)
