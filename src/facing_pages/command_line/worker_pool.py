"""A pool of processes that survives the crash of a process; each runs one task at a time.

    main process            worker processes
    waiting: 4 5 6 …
    ┌ pipe ───────────────> 1  answered   → next task
    ├ pipe ───────────────> 2  killed     → a new process; 2 is tried once more, at the end
    └ pipe ───────────────> 3  over time  → killed, a new process; 3 is tried once more

Every process has a pipe of its own. When one ends, its task is known and no other task is affected.
The processes end with the main process, even if that is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

from facing_pages.core.progress import CancelToken
from facing_pages.core.system.comparing_memory import MemoryLimit
from facing_pages.core.system.parent_watch import end_with_parent

# Seconds between two looks at whether to stop. By judgement.
TASK_POLL_SECONDS: Final = 0.2
# Seconds that a process may take to start, and a task before it says how long it may take. Loading
# our libraries takes 2 s on an idle machine. By judgement above that.
MAX_START_SECONDS: Final = 300.0
# Tries of a task whose process ended or took too long. By judgement.
MAX_TRIES: Final = 2
# Tasks after which a process is replaced, so that what libraries keep does not add up. By
# judgement.
MAX_TASKS_OF_PROCESS: Final = 100
# Processes: Windows can wait for at most 63 handles at once.
MAX_PROCESSES: Final = 60

Task = TypeVar("Task")
Result = TypeVar("Result")
# Called by a task to set its limits: the seconds that it may take from now on, and the bytes of
# memory that it may use in addition to what the process has.
Allow = Callable[[float, int], None]
Work = Callable[[Task, Allow], Result]


class Failure(Enum):
    """Why a task has no result after its last try."""

    ENDED = "ended"
    TOO_LONG = "too long"
    NO_MEMORY = "no memory"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Task, Result]):
    """The result of a task, or why it has none."""

    task: Task
    result: Result | None
    failure: Failure | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Allowance:
    seconds: float


class _NoMemory:
    """Sent by a process whose task ran out of memory."""


@dataclass(slots=True, eq=False)
class _Try(Generic[Task]):
    """A task and its number of tries; `is_alone`: no other task may run at the same time."""

    task: Task
    tries: int = 0
    is_alone: bool = False


@dataclass(slots=True, eq=False)
class _Process(Generic[Task]):
    """A process and its current task; it is killed if it has not answered by `deadline`."""

    process: Any
    connection: Connection
    current: _Try[Task] | None = None
    deadline: float = 0.0
    allowed: float = 0.0
    tasks: int = 0


@dataclass(slots=True)
class TaskPool(Generic[Task, Result]):
    """Runs tasks in `count` processes.

    `work` and the tasks must be picklable. `on_lost` is called with a task whose process ended or
    was killed, before the task is tried again.
    """

    work: Work[Task, Result]
    count: int
    on_lost: Callable[[Task], None] = lambda _: None
    _workers: list[_Process[Task]] = field(default_factory=list)

    def run(
        self, tasks: Sequence[Task], stop: CancelToken | None = None
    ) -> Generator[Outcome[Task, Result], None, None]:
        """Yield the outcome of each task as soon as it is known; end early if asked to `stop`.

        A task whose process ended is tried once more, at the end and with no other task running:
        there may have been too little memory for all of them.
        """
        waiting = deque(_Try(task) for task in tasks)
        try:
            while waiting or self._busy():
                if stop is not None and stop.is_cancelled():
                    return
                self._fill(waiting)
                for outcome in self._answers():
                    if outcome.failure is not None and self._is_tried_again(outcome, waiting):
                        continue
                    yield Outcome(
                        outcome.task.task, outcome.result, outcome.failure, outcome.seconds
                    )
        finally:
            self._close()

    def _busy(self) -> list[_Process[Task]]:
        return [worker for worker in self._workers if worker.current is not None]

    def _fill(self, waiting: deque[_Try[Task]]) -> None:
        """Send tasks to processes that have none, as long as there are both."""
        while waiting and len(self._busy()) < min(self.count, MAX_PROCESSES):
            busy = self._busy()
            if busy and (waiting[0].is_alone or any(_is_alone(worker) for worker in busy)):
                return
            worker = next((w for w in self._workers if w.current is None), None)
            if worker is None:
                worker = self._start()
            worker.current = waiting.popleft()
            worker.current.tries += 1
            worker.tasks += 1
            self._allow(worker, MAX_START_SECONDS)
            with suppress(OSError):  # the process has ended; `_answers` notices that
                worker.connection.send(worker.current.task)

    def _start(self) -> _Process[Task]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.work))
        with _signals_kept_from_children():
            process.start()
        theirs.close()
        worker: _Process[Task] = _Process(process, ours)
        self._workers.append(worker)
        return worker

    def _answers(self) -> Iterator[Outcome[_Try[Task], Result]]:
        """Wait up to `LISTEN` seconds and yield the outcomes that have arrived."""
        busy = self._busy()
        ready = wait([worker.connection for worker in busy], TASK_POLL_SECONDS)
        for worker in busy:
            assert worker.current is not None
            if worker.connection in ready:
                yield from self._hear(worker, worker.current)
            elif time.monotonic() > worker.deadline:
                yield self._lose(worker, worker.current, Failure.TOO_LONG)

    def _hear(
        self, worker: _Process[Task], current: _Try[Task]
    ) -> Iterator[Outcome[_Try[Task], Result]]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            yield self._lose(worker, current, Failure.ENDED)
            return
        if isinstance(message, _Allowance):
            self._allow(worker, message.seconds)
        elif isinstance(message, _NoMemory):
            yield self._lose(worker, current, Failure.NO_MEMORY)
        else:
            worker.current = None
            if worker.tasks >= MAX_TASKS_OF_PROCESS:
                self._dismiss(worker)
            yield Outcome(current, message)

    def _allow(self, worker: _Process[Task], seconds: float) -> None:
        worker.allowed = seconds
        worker.deadline = time.monotonic() + seconds

    def _lose(
        self, worker: _Process[Task], current: _Try[Task], failure: Failure
    ) -> Outcome[_Try[Task], Result]:
        self._dismiss(worker)
        self.on_lost(current.task)
        return Outcome(current, None, failure, worker.allowed)

    def _dismiss(self, worker: _Process[Task]) -> None:
        """End a process. Its answers are complete, so that it can be killed."""
        self._workers.remove(worker)
        worker.process.kill()
        worker.connection.close()
        worker.process.join()
        worker.process.close()

    def _is_tried_again(
        self, outcome: Outcome[_Try[Task], Result], waiting: deque[_Try[Task]]
    ) -> bool:
        lost = outcome.task
        if lost.tries >= MAX_TRIES:
            return False
        lost.is_alone = outcome.failure is not Failure.TOO_LONG
        waiting.append(lost)
        return True

    def _close(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in list(self._workers):
            current = worker.current
            self._dismiss(worker)
            if current is not None:
                self.on_lost(current.task)


def processor_count() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_alone(worker: _Process[Task]) -> bool:
    return worker.current is not None and worker.current.is_alone


@contextmanager
def _signals_kept_from_children() -> Iterator[None]:
    """Block SIGINT and SIGHUP while a process starts: only the main process handles them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    kept = {signal.SIGINT, signal.Signals["SIGHUP"]}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, kept)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in a process of the pool ------------------------------------------------------------------


def _serve(connection: Connection, work: Work[Any, Any]) -> None:
    """Run the tasks that are received until the pipe is closed."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    limit = MemoryLimit()

    def allow(seconds: float, memory: int) -> None:
        limit.set(memory)
        connection.send(_Allowance(seconds))

    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = work(task, allow)
        except MemoryError:
            answer = _NoMemory()
        connection.send(answer)
