"""What a window asks about the pair on screen: words of a link, reports and their beginnings."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facing_pages.core.errors import WORKER_ENDED, WritingError
from facing_pages.core.progress import Stage
from facing_pages.ui.pair.worker_client import WorkerClient
from facing_pages.viewmodel.pair_state import PairState

if TYPE_CHECKING:
    from facing_pages.export.report_options import ReportOptions
    from facing_pages.worker.messages import Exported, Inspected, Previewed


class WorkerRequests(QObject):
    """Asks the worker that knows the pair; without one there is no answer.

    No report has findings that were set aside in the pair of the `state`.
    """

    inspected = Signal(int, object)
    exported = Signal(str, object, bool)
    previewed = Signal(str, object, object)
    progressed = Signal(Stage, float)
    # What went wrong in the worker, for a report of it.
    broke = Signal(str)

    def __init__(self, client: WorkerClient, state: PairState, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._state = state

    def inspect(self, link: int) -> None:
        """Ask which words of a sentence link belong together; `inspected` answers."""
        job = self._client.inspect(link)
        if job is not None:
            job.succeeded.connect(partial(self._answer_inspection, link))
            job.failed.connect(self.broke)

    def export(self, path: str, options: ReportOptions) -> None:
        """Have a report of the pair on screen written; `exported` answers."""
        job = self._client.export(path, options, self._state.corrections.set_aside)
        if job is not None:
            job.advanced.connect(self.progressed)
            job.succeeded.connect(partial(self._answer_export, path))
            job.failed.connect(partial(self._break_export, path))
            job.lost.connect(partial(self._lose_export, path))

    def preview(self, suffix: str, options: ReportOptions) -> None:
        """Ask what a report would begin with; `previewed` answers."""
        job = self._client.preview(suffix, options, self._state.corrections.set_aside)
        if job is not None:
            job.advanced.connect(self.progressed)
            job.succeeded.connect(partial(self._answer_preview, suffix, options))
            job.failed.connect(partial(self._break_preview, suffix, options))
            job.lost.connect(partial(self.previewed.emit, suffix, options, None))

    def _answer_inspection(self, link: int, answer: Inspected) -> None:
        if answer.words is not None:
            self.inspected.emit(link, answer.words)

    def _answer_export(self, path: str, answer: Exported) -> None:
        self.exported.emit(path, answer.error, answer.was_stopped)

    def _break_export(self, path: str, details: str) -> None:
        self.broke.emit(details)
        self.exported.emit(path, None, True)

    def _lose_export(self, path: str) -> None:
        error = WritingError(Path(path).name, message=WORKER_ENDED)
        self.exported.emit(path, error, False)

    def _answer_preview(self, suffix: str, options: ReportOptions, answer: Previewed) -> None:
        self.previewed.emit(suffix, options, answer.preview)

    def _break_preview(self, suffix: str, options: ReportOptions, details: str) -> None:
        self.broke.emit(details)
        self.previewed.emit(suffix, options, None)
