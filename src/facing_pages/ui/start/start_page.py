"""What the window shows without a pair: what to do, or what is being read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.session.pair import Request
from facing_pages.session.session_file import is_session
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.start.empty_state import EmptyState
from facing_pages.ui.start.reading_state import ReadingState

# Milliseconds after which reading is shown: most texts are there sooner. By judgement.
READING_DELAY_MILLISECONDS: Final = 200


class StartPage(QStackedWidget):
    """Shows the empty state, and what is being read while there is no pair yet."""

    def __init__(
        self,
        theme: Theme,
        controller: PairController,
        store: SettingsStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._store = store
        self.empty = EmptyState(theme)
        self.reading = ReadingState()
        self.addWidget(self.empty)
        self.addWidget(self.reading)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(READING_DELAY_MILLISECONDS)
        self._patience.timeout.connect(self._show_reading)
        controller.reading.connect(self._begin)
        controller.progressed.connect(self._show_progress)
        controller.settled.connect(self._end)
        controller.opened.connect(self._end)

    def expect(self, files: Sequence[str]) -> None:
        """Show at once that files are about to be read: a pair, or the pair of a session."""
        if len(files) == len(Side) or (len(files) == 1 and is_session(files[0])):
            self._name([Path(file).name for file in files])
            self.setCurrentWidget(self.reading)

    def show_empty(self) -> None:
        """Show what to do in a window without a pair, unless a pair is being read."""
        if not self._controller.state.is_reading:
            self._patience.stop()
            self.setCurrentWidget(self.empty)

    def _begin(self, request: Request) -> None:
        self._name([request.source(side).shown_name for side in Side])
        if self._controller.state.shown is None and self.currentWidget() is not self.reading:
            self._patience.start()

    def _name(self, names: Sequence[str]) -> None:
        self.reading.begin(names, less_motion=self._store.settings.less_motion)

    def _show_reading(self) -> None:
        if self._controller.state.is_reading and self._controller.state.shown is None:
            self.setCurrentWidget(self.reading)

    def _show_progress(self, stage: Stage, share: float) -> None:
        if stage is Stage.READING:
            self.reading.show_share(share)

    def _end(self) -> None:
        self.show_empty()
