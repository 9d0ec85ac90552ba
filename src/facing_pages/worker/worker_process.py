"""The worker process: compares one pair after another, at low priority.

It imports no Qt, and large libraries only when it is running. It is started by spawning, receives
messages through a pipe and answers through it, and ends when the pipe is closed. It works for one
window at a time and has a cache for each. A new job or a request to stop is noticed between the
steps of the old job.
"""

from __future__ import annotations

import gc
import logging
import os
import traceback
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from facing_pages.core.errors import Cancelled
from facing_pages.core.progress import Progress, Stage
from facing_pages.core.system.comparing_memory import MemoryLimit
from facing_pages.worker.messages import (
    Advance,
    Answer,
    AskPreview,
    Broken,
    CacheGiven,
    CacheMessage,
    Export,
    Exported,
    Finished,
    Focus,
    Forget,
    GiveCache,
    Inspect,
    Inspected,
    Previewed,
    Question,
    Start,
    Stop,
    TakeCache,
)

if TYPE_CHECKING:
    from facing_pages.core.model import Comparison
    from facing_pages.worker.worker_cache import ClientCaches, WorkerCache

logger = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Handle messages until the other end closes the pipe."""
    _lower_priority()
    if not connection.poll():
        # Only if no request is waiting: one that is waiting gets its texts before libraries load.
        _load_libraries()
        gc.freeze()
    caches: ClientCaches | None = None
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        caches = caches or _new_caches()
        following: Start | None = None
        if isinstance(message, Start):
            following = message
        elif isinstance(message, (Forget, GiveCache, TakeCache)):
            _manage(caches, connection, message)
        elif not isinstance(message, (Stop, Focus)):
            following = _Work(connection, caches, message).answer(message)
        while following is not None:
            following = _Work(connection, caches, following).compare(following)


def _manage(caches: ClientCaches, connection: Connection, message: CacheMessage) -> None:
    """Drop, send or receive the cache of a window."""
    if isinstance(message, GiveCache):
        connection.send(CacheGiven(message.client, caches.give(message.client)))
    elif isinstance(message, TakeCache):
        caches.take(message.client, message.packed)
    else:
        caches.forget(message.client)


class _Work:
    """One request that is being handled; reads the pipe between its steps (as a cancel token)."""

    def __init__(
        self, connection: Connection, caches: ClientCaches, message: Start | Question
    ) -> None:
        self._connection = connection
        self._caches = caches
        self._cache: WorkerCache = caches.of(message.client)
        self._job = message.job
        self._row = 0
        self._next: Start | None = None
        self._stopped = False
        self._limit = MemoryLimit()
        # Questions that wait until the texts on screen are aligned; None if they are aligned.
        self._waiting: list[Question] | None = None

    def compare(self, start: Start) -> Start | None:
        """Compare a pair; return the request that replaced it, if one arrived."""
        from facing_pages.worker.comparison_steps import RowsAligned, TextsRead
        from facing_pages.worker.incremental_comparison import compare_in_steps

        job = self._job
        was_short = False
        try:
            for step in compare_in_steps(
                start.request,
                self._report,
                self,
                focus=lambda: self._row,
                cache=self._cache,
                is_corrected=start.is_corrected,
                is_shown=start.is_shown,
                on_read=self._limit_memory,
            ):
                self._connection.send(Answer(job, step))
                if isinstance(step, TextsRead):
                    self._waiting = []
                elif isinstance(step, RowsAligned):
                    self._answer_waiting()
            self._connection.send(Finished(job))
        except Cancelled:
            self._answer_waiting()
            self._connection.send(Finished(job, was_stopped=True))
        except MemoryError:
            was_short = True
        except (EOFError, ConnectionError):
            raise SystemExit from None
        except Exception:  # noqa: BLE001 - the task runner: whatever fails is reported, not swallowed
            self._connection.send(Broken(job, traceback.format_exc()))
            self._answer_waiting()
        finally:
            self._limit.lift()
        if was_short:
            self._give_up()
        return self._next

    def _limit_memory(self, characters: int) -> None:
        from facing_pages.core.work_limits import comparing_limit_bytes

        self._limit.set(comparing_limit_bytes(characters))

    def _give_up(self) -> None:
        """Report that the comparison needs too much memory, and free its memory."""
        from facing_pages.worker.comparison_steps import TooLarge

        self._cache.empty()
        gc.collect()
        too_large = TooLarge(self._limit.max_bytes // 1_000_000)
        self._connection.send(Answer(self._job, too_large))
        self._answer_waiting()
        self._connection.send(Finished(self._job, was_stopped=True))

    def is_cancelled(self) -> bool:
        """Handle the messages that have arrived, and tell whether to stop.

        Raises `MemoryError` if too much memory is used on a system that does not enforce a limit.
        """
        self._limit.is_cancelled()
        # Messages after one that ends this request belong to the next one and stay in the pipe.
        while not self._stopped and self._connection.poll():
            message = self._connection.recv()
            if isinstance(message, Focus):
                self._row = message.row
            elif isinstance(message, (Start, Stop)):
                self._stopped = True
                self._next = message if isinstance(message, Start) else None
            elif isinstance(message, (Forget, GiveCache, TakeCache)):
                _manage(self._caches, self._connection, message)
            elif self._waiting is not None:
                self._waiting.append(message)
            else:
                self.answer(message)
        return self._stopped

    def _answer_waiting(self) -> None:
        waiting, self._waiting = self._waiting or (), None
        for message in waiting:
            self.answer(message)

    def answer(self, message: Question) -> Start | None:
        """Answer a question about the pair; return a comparison requested meanwhile, if any."""
        try:
            if isinstance(message, Inspect):
                self._inspect(message)
            elif isinstance(message, Export):
                self._export(message)
            else:
                self._preview(message)
        except (EOFError, ConnectionError):
            raise SystemExit from None
        except Exception:  # noqa: BLE001 - the task runner: whatever fails is reported, not swallowed
            self._connection.send(Broken(message.job, traceback.format_exc()))
        return self._next

    def _report(self, stage: Stage, share: float) -> None:
        self._connection.send(Advance(self._job, stage, share))

    def _inspect(self, question: Inspect) -> None:
        from facing_pages.worker.incremental_comparison import words_of_link

        words = words_of_link(self._cache, question.link)
        self._connection.send(Inspected(question.job, words))

    def _export(self, question: Export) -> None:
        from facing_pages.core.errors import WritingError
        from facing_pages.export.writing import write_report
        from facing_pages.pdf.isolated_printing import print_report
        from facing_pages.viewmodel.wording.report_notices import NOT_COMPARED

        progress = Progress(self._report, self)
        answer = Exported(question.job)
        try:
            comparison = self._whole_comparison(question, progress)
            if comparison is None:
                raise WritingError(Path(question.path).name, message=NOT_COMPARED)
            write_report(
                comparison,
                question.path,
                question.options,
                print_report=print_report,
                progress=progress,
            )
        except WritingError as error:
            answer = replace(answer, error=error)
        except Cancelled:
            answer = replace(answer, was_stopped=True)
        self._connection.send(answer)

    def _preview(self, question: AskPreview) -> None:
        from facing_pages.export.previewing import make_preview

        preview = None
        try:
            comparison = self._whole_comparison(question, Progress(self._report, self))
            if comparison is not None:
                preview = make_preview(comparison, question.suffix, question.options)
        except Cancelled:
            logger.debug("a preview was stopped")
        self._connection.send(Previewed(question.job, preview))

    def _whole_comparison(
        self, question: Export | AskPreview, progress: Progress
    ) -> Comparison | None:
        from facing_pages.worker.incremental_comparison import whole_comparison

        return whole_comparison(self._cache, progress, question.set_aside)


def _new_caches() -> ClientCaches:
    from facing_pages.worker.worker_cache import ClientCaches

    return ClientCaches()


def _lower_priority() -> None:
    """Lower the priority of this process, so that the window stays responsive."""
    if hasattr(os, "nice"):
        os.nice(10)


def _load_libraries() -> None:
    """Import the libraries now that the first job would otherwise have to load."""
    import ftfy
    import sentencex

    from facing_pages.core.alignment.words.word_aligner import word_aligner
    from facing_pages.worker import incremental_comparison as comparing

    word_aligner("en", precise=False).links(["a", "lamp"], ["the", "lamps"])
    logger.debug("loaded %s, %s, %s", ftfy.__name__, sentencex.__name__, comparing.__name__)
