"""Saves what a window shows: pasted texts at once, and the list of recent pairs.

Describes what the window shows in the form in which it can be opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from facing_pages.core.model import Side
from facing_pages.core.resources import sample_pair
from facing_pages.session.open_pairs import OpenWindow
from facing_pages.session.pair import Request
from facing_pages.ui.common.recent_pairs import RecentPairStore
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.sessions import Sessions


class PairSaver(QObject):
    """Follows the pairs of one window."""

    changed = Signal()
    place_requested = Signal(Side, int)

    def __init__(
        self,
        window: QMainWindow,
        controller: PairController,
        sessions: Sessions,
        recents: RecentPairStore,
        place: Callable[[], tuple[Side, int]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._sessions = sessions
        self._recents = recents
        self._place = place
        self._awaited: tuple[Side, int] | None = None
        controller.reading.connect(self._keep)
        controller.pending_changed.connect(self._keep)
        controller.opened.connect(self._remember)
        controller.closed.connect(self._note)
        controller.corrected.connect(self.changed)
        sessions.changed.connect(self._list_session)

    def go_to(self, place: tuple[Side, int]) -> None:
        """Go to a place in the pair that is about to be opened."""
        self._awaited = place

    def open_window(self) -> OpenWindow | None:
        """Return what the window shows or is reading; None for nothing."""
        path = self._sessions.path_of(self._controller.state.wanted)
        entry = self._recents.entry_of(self._controller.state.sides, path)
        if entry is None:
            return None
        if self._awaited is not None and self._controller.state.is_reading:
            side, position = self._awaited
            entry = replace(entry, side=side.value, position=position)
        elif self._controller.state.shown is not None and not self._controller.state.is_reading:
            side, position = self._place()
            entry = replace(entry, side=side.value, position=position)
        geometry: QByteArray = self._window.saveGeometry().toBase64()
        return OpenWindow(entry, bytes(geometry.data()).decode("ascii"))

    def _keep(self) -> None:
        sides = self._controller.state.sides
        self._recents.keep_texts(sides, self._sessions.path_of(self._controller.state.wanted))
        self._note()

    def _remember(self, request: Request) -> None:
        """List the pair on screen; the sample pair has a command of its own."""
        if self._awaited is not None:
            self.place_requested.emit(*self._awaited)
        self._awaited = None
        if request.original.path != str(sample_pair()[0]):
            sides = {side: request.source(side) for side in Side}
            self._recents.remember(sides, self._sessions.path_of(request))
        self._note()

    def _list_session(self) -> None:
        """List a pair under the session file that it was saved in or opened from."""
        shown = self._controller.state.shown
        if shown is not None and (path := self._sessions.path_of(shown)) is not None:
            self._recents.remember({side: shown.source(side) for side in Side}, path)
        self._note()

    def _note(self) -> None:
        self._recents.use(id(self), self._controller.state.sides)
        self.changed.emit()

    def close(self) -> None:
        """Note that the window is closed."""
        self._recents.use(id(self), {})
