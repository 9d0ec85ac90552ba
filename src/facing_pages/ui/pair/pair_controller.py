"""Which pair the window shows, and what becomes of it: opened, compared, swapped, read again.

Holds no widgets. The pair on screen stays until both texts of the next one have been read.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.session.corrections import NO_CORRECTIONS, Correction, Corrections
from facing_pages.session.pair import Request, Source
from facing_pages.ui.pair.correction_saver import CorrectionSaver
from facing_pages.ui.pair.pair_queries import PairQueries
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.pair.worker_client import WorkerClient
from facing_pages.viewmodel.history import Screen
from facing_pages.viewmodel.wording.language import tr

if TYPE_CHECKING:
    from facing_pages.ui.pair.file_watch import PairWatch
    from facing_pages.viewmodel.pair_view import PairView
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
        self._client = WorkerClient(self._workers, self)
        self.queries = PairQueries(self._client, self)
        self.queries.progressed.connect(self.progressed)
        self.queries.broke.connect(self._break)
        self.pages: PairView | None = None
        self.shown: Request | None = None
        self.keeper = CorrectionSaver(self)
        self.keeper.notice_raised.connect(self.notice_raised)
        self.keeper.notices_outdated.connect(self.notices_outdated)
        self.lost: tuple[Correction, ...] = ()
        self._wanted: Request | None = None
        self.digests = ("", "")
        # Texts of the sides without a pair: those on screen, and those wanted.
        self._single: dict[Side, Source] = {}
        self._sides: dict[Side, Source] = {}
        # The step taken last, "" for none, and whether its texts are still being read.
        self.step = ""
        self.is_reading = False
        self._keep_place = False
        self._failed: set[Side] = set()
        self._files: PairWatch | None = None

    # --- requests -----------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Start the worker process before it is needed."""
        self._client.warm_up()

    def open_pair(self, request: Request, *, step: str = "", keep_place: bool = False) -> None:
        """Compare a pair; the one on screen stays until this one has been read.

        What was corrected in the pair earlier is taken up again. `step` is the name under which
        the change can be undone; what has none cannot.
        """
        self._keep_place = keep_place
        self._sides = {side: request.source(side) for side in Side}
        self.step, self.is_reading = step, True
        request = self.keeper.taken_up(request)
        self._want(request)
        self.reading.emit(request)

    def correct(self, corrections: Corrections) -> None:
        """Align the pair on screen again, with other corrections; they are kept at once."""
        if self.shown is not None:
            self._keep_place = True
            self.keeper.keep(self.shown.corrected(corrections))
            self._want(self.shown.corrected(corrections), is_corrected=True)

    @property
    def wanted(self) -> Request | None:
        """Return the pair that was asked for last, also if it could not be read."""
        return self._wanted

    @property
    def corrections(self) -> Corrections:
        """Return what was corrected in the pair on screen, the newest request included."""
        if self._wanted is not None and self._wanted.is_pair_of(self.shown):
            return self._wanted.corrections
        return self.shown.corrections if self.shown is not None else NO_CORRECTIONS

    @property
    def wanted_sides(self) -> dict[Side, Source]:
        """Return the texts asked for last, whether they are on screen already or not."""
        return dict(self._sides)

    def _want(
        self, request: Request, *, is_corrected: bool = False, is_shown: bool = False
    ) -> None:
        self._wanted = request
        self._failed = set()
        job = self._client.compare(request, is_corrected=is_corrected, is_shown=is_shown)
        job.step_arrived.connect(self._take)
        job.advanced.connect(self.progressed)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._break)
        job.lost.connect(self._lose)

    def set_side(self, side: Side, source: Source, *, step: str = "") -> None:
        """Put a text on one side; compare as soon as both sides have one."""
        if len(self._sides.keys() | {side}) == len(Side):
            self._sides[side] = source
            request = Request(self._sides[Side.ORIGINAL], self._sides[Side.REWRITE])
            self.open_pair(request, step=step)
            return
        self.leaving.emit(step)
        self._sides[side] = self._single[side] = source
        self.pending_changed.emit(side, source.shown_name)

    @property
    def free_side(self) -> Side:
        """Return the side a single text goes to: the first that has none."""
        return next((side for side in Side if side not in self._sides), Side.ORIGINAL)

    def swap(self) -> None:
        """Exchange original and rewrite."""
        if self.shown is not None:
            self.open_pair(self.shown.swapped(), step=tr("swap of the sides"))

    def reload(self) -> None:
        """Read both files again; the place stays."""
        if self.shown is not None:
            step = tr("reading the files again")
            self.open_pair(self.shown.from_files(), step=step, keep_place=True)

    def go_on(self) -> None:
        """Go on comparing the pair on screen after it was stopped."""
        if self.shown is not None:
            self._compare_shown()

    def try_again(self) -> None:
        """Try once more what was wanted last."""
        if self._wanted is None:
            return
        if self._wanted.is_pair_of(self.shown):
            self.reload()
        else:
            self.open_pair(self._wanted, step=self.step)

    def close_pair(self) -> None:
        """Take the pair away."""
        self.leaving.emit(tr("closing of the comparison"))
        self._show_sides({})

    def give_up(self) -> str:
        """Give up a pair that is being read; return the name of the step."""
        self.is_reading = False
        if self.shown is not None and self.pages is not None:
            self._sides = {side: self.shown.source(side) for side in Side}
            self._compare_shown()
        else:
            self._show_sides(self._single)
        return self.step

    # --- undo ---------------------------------------------------------------------------------

    def screen(self) -> Screen:
        """Return what is on screen, but for the place and the session, which others know."""
        if self.shown is None or self.pages is None:
            return Screen(tuple(self._single.items()))
        request = self._as_shown()
        return Screen(request=request, pages=self.pages, digests=self.digests)

    def bring_back(self, screen: Screen) -> None:
        """Show what was on screen before, with the texts as they were then.

        At once, unless the texts were given up: then the files are read, as on opening.
        """
        self.step, self.is_reading = "", False
        if screen.request is None:
            self._show_sides(dict(screen.sides))
        elif screen.pages is None:
            self.open_pair(screen.request)
        else:
            self._sides = {side: screen.request.source(side) for side in Side}
            self._wanted = screen.request
            self.keeper.keep(screen.request)
            self._show(screen.request, screen.pages, screen.digests, keep_place=False)
            self._compare_shown()
            if self._files is not None:
                self._files.look()

    def _as_shown(self) -> Request:
        """Return the pair on screen, with the texts as they are there."""
        assert self.shown is not None
        assert self.pages is not None
        documents = (self.pages.original.document(), self.pages.rewrite.document())
        return self.shown.corrected(self.corrections).as_shown(*documents)

    def _compare_shown(self) -> None:
        """Have the worker compare what is on screen already."""
        self._keep_place = True
        self._want(self._as_shown(), is_shown=True)

    def _show_sides(self, sides: dict[Side, Source]) -> None:
        """Show no pair, but the texts that single sides have."""
        self._client.forget()
        self._single, self._sides = dict(sides), dict(sides)
        self.is_reading = False
        self.pages = self.shown = self._wanted = None
        self._watch()
        self.closed.emit()
        for side, source in sides.items():
            self.pending_changed.emit(side, source.shown_name)

    def stop(self) -> None:
        """Stop comparing; what is there stays."""
        self._client.stop()

    def focus(self, row: int) -> None:
        """Tell which row is at the top of the screen."""
        if self.pages and self.pages.is_aligned:
            self._client.focus(row)

    def show_again(self) -> None:
        """Tell once more what is shown, for a window that was built anew."""
        if self.pages is None or self.shown is None:
            return
        self.pages_changed.emit(self.pages, False)
        self.opened.emit(self.shown)
        self._say_what_there_is(self.shown, self.pages)
        for notice in self.keeper.notices:
            self.notice_raised.emit(notice)

    def shut_down(self) -> None:
        """End all work at once."""
        self.keeper.close()
        self._client.close()
        if self._owns_workers:
            self._workers.close()

    @property
    def is_busy(self) -> bool:
        """Tell whether a comparison is under way, or a report is being written."""
        return self._client.is_busy

    def take_step(self, step: Step, request: Request) -> None:
        """Take a step of a comparison that was made elsewhere, for pictures and tests."""
        self._wanted = request
        self._sides = {side: request.source(side) for side in Side}
        self._take(step)

    # --- what comes back ----------------------------------------------------------------------

    def _take(self, step: Step) -> None:
        from facing_pages.viewmodel.pair_view import NO_CHANGES, PairView
        from facing_pages.viewmodel.wording.pair_notices import (
            failure_notice,
            pair_notices,
            too_large_notice,
        )
        from facing_pages.worker.comparison_steps import (
            BeginningAligned,
            MarksFound,
            RowsAligned,
            SideFailed,
            TextsRead,
            TooLarge,
        )

        if isinstance(step, SideFailed):
            self._failed.add(step.side)
            self.notice_raised.emit(failure_notice(step.side, step.error))
            return
        if isinstance(step, TextsRead):
            assert self._wanted is not None
            pages = PairView(step.original, step.rewrite, step.rows)
            self.leaving.emit(self.step if self._replaces(pages) else "")
            self.is_reading = False
            self._show(self._wanted, pages, step.digests, keep_place=self._keep_place)
            self._take_up_twin(self._wanted, pages)
            return
        if self.pages is None:
            return
        if isinstance(step, RowsAligned):
            self.pages = replace(self.pages, rows=step.rows, changes=step.changes, is_aligned=True)
            self._take_corrections(step)
        elif isinstance(step, BeginningAligned):
            self.pages = replace(self.pages, rows=step.rows, changes=step.changes)
        elif isinstance(step, MarksFound):
            self.pages = replace(self.pages, changes=step.changes)
        elif isinstance(step, TooLarge):
            self.notice_raised.emit(too_large_notice(self.pages, step.megabytes))
        self.pages_changed.emit(self.pages, True)
        if self.pages.changes is not NO_CHANGES and self.pages.changes.done >= 1.0:
            for notice in pair_notices(self.pages):
                self.notice_raised.emit(notice)

    def _take_up_twin(self, request: Request, pages: PairView) -> None:
        """Use the corrections of another pair that says the same, where this one has none."""
        with_twin = self.keeper.with_twin(request, pages)
        for notice in self.keeper.notices:
            self.notice_raised.emit(notice)
        if with_twin is not None:
            self._keep_place = True
            self._want(with_twin, is_corrected=True)

    def _replaces(self, pages: PairView) -> bool:
        """Tell whether texts take the place of others, so that there is something to undo."""
        assert self._wanted is not None
        is_same = self._wanted.is_pair_of(self.shown) and pages.has_texts_of(self.pages)
        return not is_same and (self.shown is not None or bool(self._single))

    def _show(
        self, request: Request, pages: PairView, digests: tuple[str, str], *, keep_place: bool
    ) -> None:
        """Put texts on the screen."""
        self._single = {}
        self.shown, self.pages, self.digests = request, pages, digests
        self.notices_outdated.emit(None)
        self.pages_changed.emit(pages, keep_place)
        self._watch()
        self.opened.emit(request)
        self._say_what_there_is(request, pages)

    def _say_what_there_is(self, request: Request, pages: PairView) -> None:
        """Raise the notices about a pair."""
        from facing_pages.viewmodel.wording.pair_notices import (
            pair_notices,
            part_notices,
            text_notices,
        )

        notices = [*text_notices(pages), *part_notices(request)]
        if pages.changes.done >= 1.0:
            notices += pair_notices(pages)
        for notice in notices:
            self.notice_raised.emit(notice)

    def _take_corrections(self, step: RowsAligned) -> None:
        """Note where corrections stand now, and tell which of them fit nowhere."""
        from facing_pages.viewmodel.wording.pair_notices import lost_notice

        assert self._wanted is not None
        self._wanted = self.shown = self._wanted.corrected(step.corrections)
        self.lost = step.lost
        if step.corrections:
            self.keeper.keep(self.shown)
        if step.lost:
            self.notice_raised.emit(lost_notice(len(step.lost), len(step.corrections)))
        self.corrected.emit(self.shown)

    def _finish(self, ending: Finished) -> None:
        was_stopped = ending.was_stopped
        if self._failed or (was_stopped and self.is_reading):
            self._give_up_request()
        self.is_reading = False
        self.settled.emit(was_stopped)

    def _give_up_request(self) -> None:
        """Go back to what is on screen; without a pair there, keep the side that was good."""
        if self.shown is not None:
            self._sides = {side: self.shown.source(side) for side in Side}
            return
        if not self._failed:
            self._sides = dict(self._single)
        for side in self._failed:
            self._sides.pop(side, None)
        self._single = dict(self._sides)
        for side in Side:
            source = self._sides.get(side)
            self.pending_changed.emit(side, source.shown_name if source else "")

    def _break(self, details: str) -> None:
        logger.error("the comparison failed: %s", details)
        self.is_reading = False
        self.settled.emit(True)
        self.broke.emit(details)

    def _lose(self) -> None:
        self._break("The worker process ended unexpectedly.")

    def _watch(self) -> None:
        """Watch the files on screen."""
        if self._files is None:
            if self.shown is None:
                return
            from facing_pages.ui.pair.file_watch import PairWatch

            self._files = PairWatch(self)
            self._files.notice_raised.connect(self.notice_raised)
            self._files.notice_outdated.connect(self.notices_outdated)
        self._files.watch_pair(self.shown, self.digests)
