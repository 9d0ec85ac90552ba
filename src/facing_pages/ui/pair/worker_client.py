"""A thread that owns the worker process and listens to it.

The window sends wishes and receives signals. It never waits: starting the process, sending large
texts and listening all happen in the thread. Answers of a job that was replaced are dropped.
"""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal

from facing_pages.core.errors import WORKER_ENDED, WritingError
from facing_pages.core.progress import Stage
from facing_pages.export.report_options import ReportOptions
from facing_pages.session.pair import Request
from facing_pages.worker.comparison_steps import Step
from facing_pages.worker.messages import (
    Advance,
    Answer,
    AskPreview,
    Broken,
    Export,
    Exported,
    Finished,
    Focus,
    FromWorker,
    Inspect,
    Inspected,
    Previewed,
    Start,
    Stop,
    ToWorker,
)
from facing_pages.worker.worker_process import serve

logger = logging.getLogger(__name__)

# Seconds between two looks at the queue of wishes while nothing comes from the worker.
LISTEN: Final = 0.03


class ComparingThread(QThread):
    """Keeps one worker process busy with the newest wish."""

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wishes: SimpleQueue[ToWorker] = SimpleQueue()
        self._unsent: list[ToWorker] = []
        self._sent: Start | None = None
        self._asked: list[Export | AskPreview] = []
        self._has_begun = False
        self._closing = threading.Event()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    def wish(self, message: ToWorker) -> None:
        """Send a message to the worker, starting it if need be. Returns at once."""
        self._wishes.put(message)

    def close(self) -> None:
        """End the worker and the thread, whatever they are doing."""
        self._closing.set()
        process = self._process
        if process is not None:
            process.kill()
        self.wait(2000)

    def run(self) -> None:
        """Carry messages both ways until closed."""
        while not self._closing.is_set():
            try:
                self._start_process()
                self._listen()
            except (EOFError, OSError):
                if not self._closing.is_set():
                    logger.exception("the worker process ended and is started again")
                self._recover()
            finally:
                self._end_process()

    def _recover(self) -> None:
        """Give a job that the dead process never began to the next one; report one it was at."""
        for wish in self._asked:
            if isinstance(wish, Export):
                error = WritingError(Path(wish.path).name, message=WORKER_ENDED)
                self.arrived.emit(Exported(wish.job, wish.path, error))
            else:
                self.arrived.emit(Previewed(wish.job, wish, None))
        self._asked = []
        lost, self._sent = self._sent, None
        if lost is None or self._closing.is_set():
            return
        if self._has_begun:
            self.arrived.emit(Broken(lost.job, "The worker process ended unexpectedly."))
        else:
            self._unsent.insert(0, lost)

    def _start_process(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._connection = ours
        # Not a daemon: it has a process of its own for files in complicated formats.
        process = context.Process(target=serve, args=(theirs,), daemon=False)
        process.start()
        # Only now: one that has not started cannot be ended, and the window may close meanwhile.
        self._process = process
        atexit.register(process.kill)
        theirs.close()

    def _end_process(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            atexit.unregister(self._process.kill)
            self._process.kill()
            self._process.join(2.0)
        self._connection = self._process = None

    def _listen(self) -> None:
        assert self._connection is not None
        while not self._closing.is_set():
            self._send_wishes()
            if self._connection.poll(LISTEN):
                message = self._connection.recv()
                self._note(message)
                self.arrived.emit(message)

    def _note(self, message: FromWorker) -> None:
        """Remember whether the job that was sent last has begun, and has ended."""
        if isinstance(message, (Exported, Previewed)):
            self._asked.pop(0)
            return
        if self._sent is not None and message.job == self._sent.job:
            self._has_begun = True
            if isinstance(message, (Finished, Broken)):
                self._sent = None

    def _send_wishes(self) -> None:
        """Send what is wished for; of several jobs only the last. What fails is kept for later."""
        while True:
            try:
                self._unsent.append(self._wishes.get_nowait())
            except Empty:
                break
        starts = [message for message in self._unsent if isinstance(message, Start)]
        assert self._connection is not None
        while self._unsent:
            message = self._unsent[0]
            if not isinstance(message, Start):
                self._connection.send(message)
                if isinstance(message, (Export, AskPreview)):
                    self._asked.append(message)
            elif message is starts[-1]:
                self._connection.send(message)
                self._sent, self._has_begun = message, False
            self._unsent.pop(0)


class Comparer(QObject):
    """Compares pairs in the background, the newest only."""

    step_arrived = Signal(object)
    advanced = Signal(Stage, float)
    finished = Signal(bool)
    inspected = Signal(int, object)
    exported = Signal(str, object, bool)
    previewed = Signal(str, object, object)
    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = 0
        self._is_busy = False
        self._writing = 0
        self._thread = ComparingThread(self)
        self._thread.arrived.connect(self._receive)

    @property
    def is_busy(self) -> bool:
        """Tell whether a comparison is under way, or a report is being written."""
        return self._is_busy or self._writing > 0

    def warm_up(self) -> None:
        """Start the worker before it is needed."""
        if not self._thread.isRunning():
            self._thread.start()

    def compare(
        self, request: Request, *, is_corrected: bool = False, is_shown: bool = False
    ) -> None:
        """Compare a pair; what was being compared is given up silently."""
        self.warm_up()
        self._job += 1
        self._is_busy = True
        self._thread.wish(Start(self._job, request, is_corrected, is_shown))

    def stop(self) -> None:
        """Stop comparing and writing; what has been found stays."""
        if self.is_busy:
            self._thread.wish(Stop())

    def forget(self) -> None:
        """Give up what is being compared and drop its answers."""
        self.stop()
        self._job += 1
        self._is_busy = False

    def focus(self, row: int) -> None:
        """Tell which row is at the top of the screen."""
        if self._is_busy:
            self._thread.wish(Focus(row))

    def inspect(self, link: int) -> None:
        """Ask which words of a sentence link of the shown pair belong together."""
        if self._thread.isRunning():
            self._thread.wish(Inspect(self._job, link))

    def export(self, path: str, options: ReportOptions) -> None:
        """Ask for a report of the shown pair; `exported` answers."""
        if self._thread.isRunning():
            self._writing += 1
            self._thread.wish(Export(self._job, path, options))

    def preview(self, suffix: str, options: ReportOptions) -> None:
        """Ask for the beginning of a report of the shown pair; `previewed` answers."""
        if self._thread.isRunning():
            self._writing += 1
            self._thread.wish(AskPreview(self._job, suffix, options))

    def close(self) -> None:
        """End thread and process."""
        self._job += 1
        self._is_busy = False
        if self._thread.isRunning():
            self._thread.close()

    def _receive(self, message: FromWorker) -> None:
        if isinstance(message, Exported):
            self._writing = max(0, self._writing - 1)
            self.exported.emit(message.path, message.error, message.was_stopped)
        elif isinstance(message, Previewed):
            self._writing = max(0, self._writing - 1)
            self.previewed.emit(message.wish.suffix, message.wish.options, message.preview)
        elif message.job != self._job:
            return
        elif isinstance(message, Answer):
            step: Step = message.step
            self.step_arrived.emit(step)
        elif isinstance(message, Advance):
            self.advanced.emit(message.stage, message.share)
        elif isinstance(message, Inspected):
            self.inspected.emit(message.link, message.words)
        elif isinstance(message, Finished):
            self._is_busy = False
            self.finished.emit(message.was_stopped)
        else:
            self._is_busy = False
            self.broke.emit(message.details)
