"""How a window asks the workers, and the threads that talk to them.

A request is a `Job` whose signals bring the answers, in the window's thread. The window never
waits: starting a process, sending large texts and listening all happen in threads. Which process
answers is for the pool of workers to choose; see `shared_workers`.
"""

from __future__ import annotations

import atexit
import logging
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThread, Signal

from facing_pages.export.report_options import ReportOptions
from facing_pages.session.pair import Request
from facing_pages.worker.messages import (
    Advance,
    Answer,
    AskPreview,
    Broken,
    Ending,
    Export,
    Inspect,
    JobMessage,
    Start,
    ToWorker,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from facing_pages.export.report_options import ReportOptions
    from facing_pages.session.pair import Request
    from facing_pages.session.set_aside import SetAside
    from facing_pages.ui.pair.shared_workers import WorkerPool

logger = logging.getLogger(__name__)

# Milliseconds in which a thread ends whose process was killed. By judgement.
MAX_ENDING_MILLISECONDS: Final = 2000


class WorkerThread(QThread):
    """Starts one worker process and hands on what it says; ends with the process.

    What is sent goes through a second thread, so that neither end of the pipe ever waits for the
    other to read while the other waits for it.
    """

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox: SimpleQueue[ToWorker | None] = SimpleQueue()
        self._closing = threading.Event()
        self._process: BaseProcess | None = None

    def send(self, message: ToWorker) -> None:
        """Send a message to the worker once it is there. Returns at once."""
        self._outbox.put(message)

    def kill(self) -> None:
        """End the process, whatever it is doing; the thread ends by itself."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process and the thread, whatever they are doing."""
        self._closing.set()
        self.kill()
        self.wait(MAX_ENDING_MILLISECONDS)

    def run(self) -> None:
        """Hand on what the process says until it ends."""
        connection: Connection | None = None
        try:
            connection = self._start_process()
            threading.Thread(target=self._send_all, args=(connection,), daemon=True).start()
            while not self._closing.is_set():
                self.arrived.emit(connection.recv())
        except (EOFError, OSError):
            if not self._closing.is_set():
                logger.exception("a worker process ended")
        finally:
            self._outbox.put(None)
            self._end_process(connection)

    def _start_process(self) -> Connection:
        # The window is painted before these are loaded.
        import multiprocessing

        from facing_pages.worker.worker_process import serve

        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        # Not a daemon: it has a process of its own for files in complicated formats.
        process = context.Process(target=serve, args=(theirs,), daemon=False)
        process.start()
        # Only now: one that has not started cannot be ended, and the program may end meanwhile.
        self._process = process
        atexit.register(process.kill)
        theirs.close()
        return ours

    def _end_process(self, connection: Connection | None) -> None:
        process, self._process = self._process, None
        if process is not None:
            atexit.unregister(process.kill)
            process.kill()
            process.join(2.0)
        if connection is not None:
            connection.close()

    def _send_all(self, connection: Connection) -> None:
        """Send what is put into the outbox until None is."""
        while (message := self._outbox.get()) is not None:
            try:
                connection.send(message)
            except OSError:
                return  # the process has ended; the listening thread says so


class Job(QObject):
    """Something that a worker was asked for.

    It ends with exactly one of `succeeded`, with the last message of the worker, `failed`, with
    what is for a report of the fault, and `lost`, if the process ended. After `drop` nothing is
    emitted any more.
    """

    step_arrived = Signal(object)
    advanced = Signal(object, float)
    succeeded = Signal(object)
    failed = Signal(str)
    lost = Signal()

    def __init__(self, message: JobMessage, *, needs_cache: bool = True) -> None:
        super().__init__()
        self.message = message
        # Whether the worker can answer (quickly) only with what was found for this window before.
        self.needs_cache = needs_cache
        self.has_begun = False
        self.was_repeated = False
        self.is_over = False
        self.is_dropped = False

    def drop(self) -> None:
        """Hear no more of this; the worker may still be at it."""
        self.is_dropped = True

    def receive(self, message: Answer | Advance | Ending) -> None:
        """Take what the worker says about this job."""
        self.has_begun = True
        self.is_over = isinstance(message, Ending)
        if self.is_dropped:
            return
        if isinstance(message, Answer):
            self.step_arrived.emit(message.step)
        elif isinstance(message, Advance):
            self.advanced.emit(message.stage, message.share)
        elif isinstance(message, Broken):
            self.failed.emit(message.details)
        else:
            self.succeeded.emit(message)

    def lose(self) -> None:
        """Say that the worker has ended."""
        self.is_over = True
        if not self.is_dropped:
            self.lost.emit()


class WorkerClient(QObject):
    """Asks the workers for one window, which has one pair at a time."""

    def __init__(self, pool: WorkerPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._number = pool.new_number()
        self._comparison: Job | None = None
        self._request: Request | None = None
        self._reports: list[Job] = []
        self._inspections: list[Job] = []

    @property
    def is_busy(self) -> bool:
        """Tell whether a comparison is under way, or a report is being written."""
        jobs = [self._comparison, *self._reports]
        return any(job is not None and not job.is_over for job in jobs)

    def warm_up(self) -> None:
        """Start a worker before it is needed."""
        self._pool.warm_up()

    def compare(
        self, request: Request, *, is_corrected: bool = False, is_shown: bool = False
    ) -> Job:
        """Compare a pair; what was being compared is given up silently."""
        self._drop_comparison()
        is_known = is_corrected or is_shown or request.is_pair_of(self._request)
        self._request = request
        number = self._pool.new_number()
        message = Start(number, self._number, request, is_corrected, is_shown)
        self._comparison = self._send(message, needs_cache=is_known)
        return self._comparison

    def inspect(self, link: int) -> Job | None:
        """Ask which words of a sentence link belong together; None without a pair.

        The answer is `Inspected`, and comes only while the pair is still the same.
        """
        if self._request is None:
            return None
        self._inspections = [job for job in self._inspections if not job.is_over]
        job = self._send(Inspect(self._pool.new_number(), self._number, link))
        self._inspections.append(job)
        return job

    def export(
        self, path: str, options: ReportOptions, set_aside: tuple[SetAside, ...] = ()
    ) -> Job | None:
        """Have a report of the pair written; the answer is `Exported`. None without a pair."""
        if self._request is None:
            return None
        number = self._pool.new_number()
        return self._report(Export(number, self._number, path, options, set_aside))

    def preview(
        self, suffix: str, options: ReportOptions, set_aside: tuple[SetAside, ...] = ()
    ) -> Job | None:
        """Ask for the beginning of a report; the answer is `Previewed`. None without a pair."""
        if self._request is None:
            return None
        number = self._pool.new_number()
        return self._report(AskPreview(number, self._number, suffix, options, set_aside))

    def stop(self) -> None:
        """Stop comparing and writing; what has been found stays."""
        if self.is_busy:
            self._pool.stop(self._number)

    def focus(self, row: int) -> None:
        """Tell which row is at the top of the screen."""
        if self._comparison is not None and not self._comparison.is_over:
            self._pool.focus(self._number, row)

    def forget(self) -> None:
        """Stop comparing and drop the answers: the window has no pair now."""
        self.stop()
        self._drop_comparison()
        self._comparison = None
        self._pool.set_aside(self._number)

    def close(self) -> None:
        """Ask for nothing more; what is being done for the window is stopped."""
        self.stop()
        self._drop_comparison()
        for job in self._reports:
            job.drop()
        self._comparison = self._request = None
        self._reports = []
        self._pool.forget(self._number)

    def _send(self, message: JobMessage, *, needs_cache: bool = True) -> Job:
        job = Job(message, needs_cache=needs_cache)
        self._pool.submit(job)
        return job

    def _report(self, message: Export | AskPreview) -> Job:
        self._reports = [job for job in self._reports if not job.is_over]
        job = self._send(message)
        self._reports.append(job)
        return job

    def _drop_comparison(self) -> None:
        """Hear no more of the comparison and of what was asked about it."""
        for job in (self._comparison, *self._inspections):
            if job is not None:
                job.drop()
        self._inspections = []
