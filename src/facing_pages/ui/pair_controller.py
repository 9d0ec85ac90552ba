"""Which pair the window shows, and what becomes of it: opened, compared, swapped, read again.

Holds no widgets. The pair on screen stays until both texts of the next one have been read.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.session.corrections import NO_CORRECTIONS, Correction, Corrections
from facing_pages.ui.correction_keeper import CorrectionKeeper
from facing_pages.viewmodel.request import Request, Source

if TYPE_CHECKING:
    from facing_pages.export.report import ReportOptions
    from facing_pages.ui.tasks import Comparer
    from facing_pages.viewmodel.notice import Notice
    from facing_pages.viewmodel.pages import Pages
    from facing_pages.viewmodel.steps import RowsAligned, Step

logger = logging.getLogger(__name__)


class PairController(QObject):
    """Turns wishes about pairs into pages, notices and progress."""

    pages_changed = Signal(object, bool)
    notice_raised = Signal(object)
    notices_outdated = Signal(object)
    pending_changed = Signal(Side, str)
    progressed = Signal(Stage, float)
    settled = Signal(bool)
    opened = Signal(object)
    closed = Signal()
    corrected = Signal(object)
    inspected = Signal(int, object)
    exported = Signal(str, object, bool)
    previewed = Signal(str, object, object)
    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.shown: Request | None = None
        self.keeper = CorrectionKeeper(self)
        self.keeper.notice_raised.connect(self.notice_raised)
        self.keeper.notices_outdated.connect(self.notices_outdated)
        self.lost: tuple[Correction, ...] = ()
        self._wanted: Request | None = None
        self._sides: dict[Side, Source] = {}
        self._keep_place = False
        self._failed: set[Side] = set()
        self._comparer: Comparer | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._file_changed)

    # --- wishes -------------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Start the worker process before it is needed."""
        self._worker().warm_up()

    def open_pair(self, request: Request, *, keep_place: bool = False) -> None:
        """Compare a pair; the one on screen stays until this one has been read.

        What was corrected in the pair earlier is taken up again.
        """
        self._keep_place = keep_place
        self._sides = {side: request.source(side) for side in Side}
        self._want(self.keeper.taken_up(request))

    def correct(self, corrections: Corrections) -> None:
        """Align the pair on screen again, with other corrections; they are kept at once."""
        if self.shown is not None:
            self._keep_place = True
            self.keeper.keep(self.shown.corrected(corrections))
            self._want(self.shown.corrected(corrections), is_corrected=True)

    @property
    def wanted(self) -> Request | None:
        """Return the pair that was wished for last, also if it could not be read."""
        return self._wanted

    @property
    def corrections(self) -> Corrections:
        """Return what was corrected in the pair on screen, the newest wish included."""
        if self._wanted is not None and self._wanted.is_pair_of(self.shown):
            return self._wanted.corrections
        return self.shown.corrections if self.shown is not None else NO_CORRECTIONS

    def _want(self, request: Request, *, is_corrected: bool = False) -> None:
        self._wanted = request
        self._failed = set()
        self._worker().compare(request, is_corrected=is_corrected)

    def set_side(self, side: Side, source: Source) -> None:
        """Put a text on one side; compare as soon as both sides have one."""
        self._sides[side] = source
        if len(self._sides) == len(Side):
            request = Request(self._sides[Side.ORIGINAL], self._sides[Side.REWRITE])
            self.open_pair(request)
        else:
            self.pending_changed.emit(side, source.shown_name)

    @property
    def free_side(self) -> Side:
        """Return the side a single text goes to: the first that has none."""
        return next((side for side in Side if side not in self._sides), Side.ORIGINAL)

    def swap(self) -> None:
        """Exchange original and rewrite."""
        if self.shown is not None:
            self.open_pair(self.shown.swapped())

    def reload(self) -> None:
        """Read both files again; the place stays."""
        if self.shown is not None:
            self.open_pair(self.shown, keep_place=True)

    def try_again(self) -> None:
        """Try once more what was wished for last."""
        if self._wanted is not None:
            self.open_pair(self._wanted, keep_place=self._wanted == self.shown)

    def close_pair(self) -> None:
        """Take the pair away."""
        if self._comparer is not None:
            self._comparer.forget()
        self._sides = {}
        self.pages = self.shown = self._wanted = None
        self._watch()
        self.closed.emit()

    def stop(self) -> None:
        """Stop comparing; what is there stays."""
        if self._comparer is not None:
            self._comparer.stop()

    def focus(self, row: int) -> None:
        """Tell which row is at the top of the screen."""
        if self._comparer is not None and self.pages is not None and self.pages.is_aligned:
            self._comparer.focus(row)

    def inspect(self, link: int) -> None:
        """Ask which words of a sentence link belong together; `inspected` answers."""
        if self._comparer is not None:
            self._comparer.inspect(link)

    def export(self, path: str, options: ReportOptions) -> None:
        """Have a report of the pair on screen written; `exported` answers."""
        self._worker().export(path, options)

    def preview(self, suffix: str, options: ReportOptions) -> None:
        """Ask what a report would begin with; `previewed` answers."""
        self._worker().preview(suffix, options)

    def show_again(self) -> None:
        """Tell once more what is shown, for a window that was built anew."""
        if self.pages is None or self.shown is None:
            return
        from facing_pages.viewmodel.notices import pair_notices, text_notices

        self.pages_changed.emit(self.pages, False)
        self.opened.emit(self.shown)
        notices = [*text_notices(self.pages), *self.keeper.notices]
        if self.pages.changes.done >= 1.0:
            notices += pair_notices(self.pages)
        for notice in notices:
            self._raise(notice)

    def shut_down(self) -> None:
        """End all work at once."""
        self.keeper.close()
        if self._comparer is not None:
            self._comparer.close()

    @property
    def is_busy(self) -> bool:
        """Tell whether a comparison is under way, or a report is being written."""
        return self._comparer is not None and self._comparer.is_busy

    def take_step(self, step: Step, request: Request) -> None:
        """Take a step of a comparison that was made elsewhere, for pictures and tests."""
        self._wanted = request
        self._take(step)

    # --- what comes back ----------------------------------------------------------------------

    def _worker(self) -> Comparer:
        if self._comparer is None:
            from facing_pages.ui.tasks import Comparer

            self._comparer = Comparer(self)
            self._comparer.step_arrived.connect(self._take)
            self._comparer.advanced.connect(self.progressed)
            self._comparer.finished.connect(self._finish)
            self._comparer.inspected.connect(self.inspected)
            self._comparer.exported.connect(self.exported)
            self._comparer.previewed.connect(self.previewed)
            self._comparer.broke.connect(self._break)
        return self._comparer

    def _take(self, step: Step) -> None:
        from facing_pages.viewmodel.notices import (
            failure_notice,
            pair_notices,
            part_notices,
            text_notices,
        )
        from facing_pages.viewmodel.pages import NO_CHANGES, Pages
        from facing_pages.viewmodel.steps import (
            BeginningAligned,
            MarksFound,
            RowsAligned,
            SideFailed,
            TextsRead,
        )

        if isinstance(step, SideFailed):
            self._failed.add(step.side)
            self._raise(failure_notice(step.side, step.error))
            return
        if isinstance(step, TextsRead):
            assert self._wanted is not None
            self.shown = self._wanted
            self.notices_outdated.emit(None)
            self.pages = Pages(step.original, step.rewrite, step.rows)
            self.pages_changed.emit(self.pages, self._keep_place)
            self._watch()
            self.opened.emit(self.shown)
            with_twin = self.keeper.with_twin(self.shown, self.pages)
            for notice in (
                *text_notices(self.pages),
                *part_notices(self.shown),
                *self.keeper.notices,
            ):
                self._raise(notice)
            if with_twin is not None:
                self._keep_place = True
                self._want(with_twin, is_corrected=True)
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
        self.pages_changed.emit(self.pages, True)
        if self.pages.changes is not NO_CHANGES and self.pages.changes.done >= 1.0:
            for notice in pair_notices(self.pages):
                self._raise(notice)

    def _take_corrections(self, step: RowsAligned) -> None:
        """Note where corrections stand now, and tell which of them fit nowhere."""
        from facing_pages.viewmodel.notices import lost_notice

        assert self._wanted is not None
        self._wanted = self.shown = self._wanted.corrected(step.corrections)
        self.lost = step.lost
        if step.corrections:
            self.keeper.keep(self.shown)
        if step.lost:
            self._raise(lost_notice(len(step.lost), len(step.corrections)))
        self.corrected.emit(self.shown)

    def _raise(self, notice: Notice) -> None:
        self.notice_raised.emit(notice)

    def _finish(self, was_stopped: bool) -> None:
        if self._failed:
            self._give_up_wish()
        self.settled.emit(was_stopped)

    def _give_up_wish(self) -> None:
        """Go back to what is on screen; without a pair there, keep the side that was good."""
        if self.shown is not None:
            self._sides = {side: self.shown.source(side) for side in Side}
            return
        for side in self._failed:
            self._sides.pop(side, None)
        for side in Side:
            source = self._sides.get(side)
            self.pending_changed.emit(side, source.shown_name if source else "")

    def _break(self, details: str) -> None:
        logger.error("the comparison failed: %s", details)
        self.settled.emit(True)
        self.broke.emit(details)

    # --- files that change while they are shown -----------------------------------------------

    def _watch(self) -> None:
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        if self.shown is not None:
            paths = [self.shown.source(side).path for side in Side]
            if wanted := [path for path in paths if path]:
                self._watcher.addPaths(wanted)

    def _file_changed(self, path: str) -> None:
        from facing_pages.viewmodel.notices import changed_notice

        if self.shown is None:
            return
        for side in Side:
            source = self.shown.source(side)
            if source.path == path:
                self._raise(changed_notice(side, source))
                # Editors replace files, and a replaced file is no longer watched.
                self._watcher.addPath(path)
