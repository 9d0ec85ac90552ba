"""Which pair the window shows, and what becomes of it: opened, compared, swapped, read again.

Holds no widgets. The pair on screen stays until both texts of the next one have been read.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.session.corrections import Corrections
from facing_pages.session.pair import Request, Source
from facing_pages.ui.pair.correction_saver import CorrectionSaver
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.pair.worker_client import WorkerClient
from facing_pages.ui.pair.worker_requests import WorkerRequests
from facing_pages.viewmodel.history import Screen
from facing_pages.viewmodel.pair_state import PairState
from facing_pages.viewmodel.wording.language import tr

if TYPE_CHECKING:
    from facing_pages.ui.pair.file_watch import PairWatch
    from facing_pages.viewmodel.pair_view import PairView
    from facing_pages.viewmodel.wording.notice import Notice
    from facing_pages.worker.comparison_steps import RowsAligned, Step
    from facing_pages.worker.messages import Finished

logger = logging.getLogger(__name__)


class PairController(QObject):
    """Turns requests about pairs into pages, notices and progress."""

    # What is on screen is about to be replaced; the name of the step, "" for none.
    leaving = Signal(str)
    # A pair is being read; the sides or the pair that are wanted changed.
    reading = Signal(object)
    pages_changed = Signal(object, bool)
    notice_raised = Signal(object)
    notices_outdated = Signal(object)
    pending_changed = Signal(Side, str)
    progressed = Signal(Stage, float)
    settled = Signal(bool)
    opened = Signal(object)
    closed = Signal()
    corrected = Signal(object)
    broke = Signal(str)

    def __init__(self, workers: WorkerPool | None = None, parent: QObject | None = None) -> None:
        """Ask these workers; without any, one of its own for a window that is alone."""
        super().__init__(parent)
        self._workers = workers or WorkerPool(self)
        self._owns_workers = workers is None
        self.client = WorkerClient(self._workers, self)
        self.state = PairState()
        self.requests = WorkerRequests(self.client, self.state, self)
        self.requests.progressed.connect(self.progressed)
        self.requests.broke.connect(self._break)
        self.saver = CorrectionSaver(self)
        self.saver.notice_raised.connect(self.notice_raised)
        self.saver.notices_outdated.connect(self.notices_outdated)
        self._keep_place = False
        self._files: PairWatch | None = None

    # --- requests -----------------------------------------------------------------------------

    def open_pair(self, request: Request, *, step: str = "", keep_place: bool = False) -> None:
        """Compare a pair; the one on screen stays until this one has been read.

        What was corrected in the pair earlier is taken up again. `step` is the name under which
        the change can be undone; what has none cannot.
        """
        self._keep_place = keep_place
        request = self.saver.taken_up(request)
        self.state.ask_for(request)
        self.state.step, self.state.is_reading = step, True
        self._compare(request)
        self.reading.emit(request)

    def correct(self, corrections: Corrections) -> None:
        """Align the pair on screen again, with other corrections; they are kept at once.

        Where findings were set aside or taken back, there is nothing to align.
        """
        if self.state.shown is None:
            return
        is_aligned = corrections.differs_in_findings_only(self.state.corrections)
        request = self.state.shown.corrected(corrections)
        self.saver.keep(request)
        if is_aligned and not self.state.is_reading:
            self.state.correct(request)
            self.corrected.emit(request)
        else:
            self._compare_again(request, is_corrected=True)

    def set_side(self, side: Side, source: Source, *, step: str = "") -> None:
        """Put a text on one side; compare as soon as both sides have one."""
        sides = self.state.sides | {side: source}
        if len(sides) == len(Side):
            request = Request(sides[Side.ORIGINAL], sides[Side.REWRITE])
            self.open_pair(request, step=step)
            return
        self.leaving.emit(step)
        self.state.sides[side] = self.state.single[side] = source
        self.pending_changed.emit(side, source.shown_name)

    def swap(self) -> None:
        """Exchange original and rewrite."""
        if self.state.shown is not None:
            self.open_pair(self.state.shown.swapped(), step=tr("swap of the sides"))

    def reload(self) -> None:
        """Read both files again; the place stays."""
        if self.state.shown is not None:
            step = tr("reading the files again")
            self.open_pair(self.state.shown.from_files(), step=step, keep_place=True)

    def go_on(self) -> None:
        """Go on comparing the pair on screen after it was stopped."""
        if self.state.shown is not None:
            self._compare_again(self.state.as_shown(), is_shown=True)

    def try_again(self) -> None:
        """Try once more what was wanted last."""
        if self.state.wanted is None:
            return
        if self.state.wanted.is_pair_of(self.state.shown):
            self.reload()
        else:
            self.open_pair(self.state.wanted, step=self.state.step)

    def close_pair(self) -> None:
        """Take the pair away."""
        self.leaving.emit(tr("closing of the comparison"))
        self._show_sides({})

    def give_up(self) -> str:
        """Drop a pair that is being read; return the name of the step."""
        self.state.is_reading = False
        if self.state.shown is not None:
            self.state.give_up_request()
            self.go_on()
        else:
            self._show_sides(self.state.single)
        return self.state.step

    def _compare_again(
        self, request: Request, *, is_corrected: bool = False, is_shown: bool = False
    ) -> None:
        """Compare the pair on screen once more; the place stays."""
        self._keep_place = True
        self.state.ask_again(request)
        self._compare(request, is_corrected=is_corrected, is_shown=is_shown)

    def _compare(
        self, request: Request, *, is_corrected: bool = False, is_shown: bool = False
    ) -> None:
        job = self.client.compare(request, is_corrected=is_corrected, is_shown=is_shown)
        job.step_arrived.connect(self.take_step)
        job.advanced.connect(self.progressed)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._break)
        job.lost.connect(partial(self._break, "The worker process ended unexpectedly."))

    # --- undo ---------------------------------------------------------------------------------

    def bring_back(self, screen: Screen) -> None:
        """Show what was on screen before, with the texts as they were then.

        At once, unless the texts were given up: then the files are read, as on opening.
        """
        self.state.step, self.state.is_reading = "", False
        if screen.request is None:
            self._show_sides(dict(screen.sides))
        elif screen.pages is None:
            self.open_pair(screen.request)
        else:
            self.state.ask_for(screen.request)
            self.saver.keep(screen.request)
            self._show(screen.request, screen.pages, screen.digests, keep_place=False)
            self.go_on()
            if self._files is not None:
                self._files.look()

    def _show_sides(self, sides: dict[Side, Source]) -> None:
        """Show no pair, but the texts that single sides have."""
        self.client.forget()
        self.state.show_sides(sides)
        self._watch()
        self.closed.emit()
        for side, source in sides.items():
            self.pending_changed.emit(side, source.shown_name)

    def focus(self, row: int) -> None:
        """Note which row is at the top of the screen, so that it is marked first."""
        if self.state.pages and self.state.pages.is_aligned:
            self.client.focus(row)

    def show_again(self) -> None:
        """Show the pair once more, for a window that was built again."""
        from facing_pages.viewmodel.wording.pair_notices import all_notices

        pages, shown = self.state.pages, self.state.shown
        if pages is None or shown is None:
            return
        self.pages_changed.emit(pages, False)
        self.opened.emit(shown)
        self._raise(all_notices(shown, pages))
        self._raise(self.saver.notices)

    def shut_down(self) -> None:
        """End all work at once."""
        self.saver.close()
        self.client.close()
        if self._owns_workers:
            self._workers.close()

    # --- what comes back ----------------------------------------------------------------------

    def take_step(self, step: Step) -> None:
        """Take a step of the comparison of the pair that was asked for."""
        from facing_pages.viewmodel.pair_view import NO_CHANGES
        from facing_pages.viewmodel.wording.pair_notices import (
            failure_notice,
            pair_notices,
            too_large_notice,
        )
        from facing_pages.worker.comparison_steps import (
            RowsAligned,
            SideFailed,
            TextsRead,
            TooLarge,
            view_after,
        )

        if isinstance(step, SideFailed):
            self.state.failed.add(step.side)
            self._raise([failure_notice(step.side, step.error)])
            return
        pages = view_after(step, self.state.pages)
        if pages is None:
            return
        if isinstance(step, TextsRead):
            self._take_texts(pages, step.digests)
            return
        self.state.pages = pages
        if isinstance(step, RowsAligned):
            self._take_corrections(step)
        elif isinstance(step, TooLarge):
            self._raise([too_large_notice(pages, step.megabytes)])
        self.pages_changed.emit(pages, True)
        if pages.changes is not NO_CHANGES and pages.changes.done >= 1.0:
            self._raise(pair_notices(pages))

    def _take_texts(self, pages: PairView, digests: tuple[str, str]) -> None:
        """Show texts that were read; corrections of a pair that says the same hold for them too."""
        request = self.state.wanted
        assert request is not None
        self.leaving.emit(self.state.step if self.state.would_replace(pages) else "")
        self.state.is_reading = False
        self._show(request, pages, digests, keep_place=self._keep_place)
        with_twin = self.saver.with_twin(request, pages)
        self._raise(self.saver.notices)
        if with_twin is not None:
            self._compare_again(with_twin, is_corrected=True)

    def _show(
        self, request: Request, pages: PairView, digests: tuple[str, str], *, keep_place: bool
    ) -> None:
        """Put texts on the screen."""
        from facing_pages.viewmodel.wording.pair_notices import all_notices

        self.state.show(request, pages, digests)
        self.notices_outdated.emit(None)
        self.pages_changed.emit(pages, keep_place)
        self._watch()
        self.opened.emit(request)
        self._raise(all_notices(request, pages))

    def _take_corrections(self, step: RowsAligned) -> None:
        """Note where corrections stand now, and raise a notice of those that fit nowhere."""
        from facing_pages.viewmodel.wording.pair_notices import lost_notice

        assert self.state.wanted is not None
        # Findings may have been set aside while the sentences were being aligned.
        known = self.state.wanted.corrections.set_aside
        request = self.state.wanted.corrected(replace(step.corrections, set_aside=known))
        self.state.correct(request)
        self.state.lost = step.lost
        if step.corrections:
            self.saver.keep(request)
        if step.lost:
            self._raise([lost_notice(len(step.lost), len(step.corrections))])
        self.corrected.emit(request)

    def _finish(self, ending: Finished) -> None:
        was_stopped, state = ending.was_stopped, self.state
        if state.failed or (was_stopped and state.is_reading):
            state.give_up_request()
            if state.shown is None:
                for side in Side:
                    source = state.sides.get(side)
                    self.pending_changed.emit(side, source.shown_name if source else "")
        state.is_reading = False
        self.settled.emit(was_stopped)

    def _break(self, details: str) -> None:
        logger.error("the comparison failed: %s", details)
        self.state.is_reading = False
        self.settled.emit(True)
        self.broke.emit(details)

    def _raise(self, notices: Iterable[Notice]) -> None:
        for notice in notices:
            self.notice_raised.emit(notice)

    def _watch(self) -> None:
        """Watch the files on screen."""
        if self._files is None:
            if self.state.shown is None:
                return
            from facing_pages.ui.pair.file_watch import PairWatch

            self._files = PairWatch(self)
            self._files.notice_raised.connect(self.notice_raised)
            self._files.notice_outdated.connect(self.notices_outdated)
        self._files.watch_pair(self.state.shown, self.state.digests)
