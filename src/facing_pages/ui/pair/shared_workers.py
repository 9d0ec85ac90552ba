"""The worker processes that all windows share.

A process of its own for every window would cost 150 MB each, and most of them would be idle. An
idle worker serves whichever window asks; another one is started only while all are busy for other
windows, so that no window waits for another one's book. What a worker found for a window stays with
it, so that a correction takes a moment, and moves along when another worker goes on:

    window A ── correction ──▶ worker 1 is at the book of window B
                               worker 1 ── all it knows of A's pair ──▶ worker 2, which corrects

Idle workers end after a while. One stays while a window has a pair: what it knows cannot be found
again in a moment, and its process takes a second to start. Where no window has one, none stays.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from facing_pages.ui.pair.worker_client import Job, WorkerThread
from facing_pages.worker.messages import (
    CacheGiven,
    Finished,
    Focus,
    Forget,
    FromWorker,
    GiveCache,
    Start,
    Stop,
    TakeCache,
)

# Seconds without work after which a worker ends: long enough for a reader to look at a page or two
# and open the next pair (by judgement).
IDLE_SECONDS: Final = 120.0
# Seconds after which a worker is killed that was told to stop by a window that has closed, and does
# not: no step of a comparison takes nearly as long. By judgement.
STOP_SECONDS: Final = 10.0


class WorkerPool(QObject):
    """Hands requests to workers; lives as long as the program."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        connect: Callable[[QObject], WorkerThread] = WorkerThread,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        """Make processes by `connect`."""
        super().__init__(parent)
        self._connect = connect
        self._numbers = itertools.count(1)
        self._idle_seconds = idle_seconds
        self._workers: list[_Worker] = []
        self._routes: dict[int, _Route] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * idle_seconds / 4))
        self._timer.timeout.connect(self._end_idle)

    def new_number(self) -> int:
        """Return a number for a window, or for a job."""
        return next(self._numbers)

    def warm_up(self) -> None:
        """Start a worker if there is none."""
        if not self._workers:
            self._start_worker()

    def submit(self, job: Job) -> None:
        """Hand a job to a worker, the one that knows the pair of its window if that is free."""
        client = job.message.client
        route = self._routes.setdefault(client, _Route())
        route.has_pair = route.has_pair or isinstance(job.message, Start)
        if route.held is not None:
            route.held.append(job)
            return
        worker = self._worker_for(client, route)
        if route.worker is not None and route.worker is not worker:
            if job.needs_cache:
                self._move(client, route, worker)
                route.held = [job]
                return
            route.worker.connection.send(Forget(client))
        route.worker = worker
        worker.take(job)

    def stop(self, client: int) -> None:
        """Stop what is being done for a window."""
        route = self._routes.get(client)
        if route is None:
            return
        if route.held is not None:
            held, route.held = route.held, []
            for job in held:
                job.receive(Finished(job.message.job, was_stopped=True))
        elif route.worker is not None and route.worker.client == client:
            route.worker.connection.send(Stop())

    def focus(self, client: int, row: int) -> None:
        """Tell the worker that compares for a window which row is at the top of the screen."""
        route = self._routes.get(client)
        if route is not None and route.worker is not None and route.worker.client == client:
            route.worker.connection.send(Focus(row))

    def set_aside(self, client: int) -> None:
        """Keep no worker for a window that has no pair now; it may have it again."""
        if client in self._routes:
            self._routes[client].has_pair = False

    def forget(self, client: int) -> None:
        """Free what is known of the pair of a window that has closed."""
        route = self._routes.pop(client, None)
        if route is None:
            return
        if route.goes_to is not None:
            route.goes_to.expecting.discard(client)
        if route.worker is None:
            return
        route.worker.connection.send(Forget(client))
        if route.worker.client == client:
            route.worker.end_unless_it_stops()

    def close(self) -> None:
        """End all workers at once."""
        self._timer.stop()
        workers, self._workers = self._workers, []
        self._routes = {}
        for worker in workers:
            worker.close()

    def _worker_for(self, client: int, route: _Route) -> _Worker:
        """Return the worker that knows the pair of a window, or one that is idle, or a new one."""
        known = route.worker
        if known is not None and (known.is_free or known.client == client):
            return known
        free = [worker for worker in self._workers if worker.is_free]
        return min(free, key=self._pairs_known_by, default=None) or self._start_worker()

    def _pairs_known_by(self, worker: _Worker) -> int:
        return len(self._clients_of(worker))

    def _clients_of(self, worker: _Worker) -> list[int]:
        """Return the windows with a pair that a worker knows."""
        routes = self._routes.items()
        return [client for client, route in routes if route.worker is worker and route.has_pair]

    def _start_worker(self) -> _Worker:
        worker = _Worker(self, self._connect)
        worker.cache_given.connect(self._pass_on)
        worker.ended.connect(self._lose)
        self._workers.append(worker)
        worker.connection.start()
        self._timer.start()
        return worker

    # --- moving what is known -----------------------------------------------------------------

    def _move(self, client: int, route: _Route, worker: _Worker) -> None:
        """Have what is known of a window's pair sent to another worker; requests wait for it."""
        assert route.worker is not None
        route.worker.connection.send(GiveCache(client))
        route.worker.giving.add(client)
        worker.expecting.add(client)
        route.goes_to = worker
        route.held = []

    def _pass_on(self, message: CacheGiven) -> None:
        client = message.client
        for worker in self._workers:
            worker.giving.discard(client)
        route = self._routes.get(client)
        if route is None or route.goes_to is None:
            return
        route.goes_to.connection.send(TakeCache(client, message.packed))
        self._arrive(client, route, route.goes_to)

    def _arrive(self, client: int, route: _Route, worker: _Worker | None) -> None:
        """Let requests go on with the worker that has what is known now, None for nobody."""
        if route.goes_to is not None:
            route.goes_to.expecting.discard(client)
        route.worker, route.goes_to = worker, None
        held, route.held = route.held or [], None
        for job in held:
            self.submit(job)

    # --- the end of workers -------------------------------------------------------------------

    def _lose(self, worker: _Worker) -> None:
        """Go on without a worker that ended: what it had not begun is done by another one."""
        if worker not in self._workers:
            return
        self._workers.remove(worker)
        for client, route in list(self._routes.items()):
            if route.goes_to is worker or (route.worker is worker and route.held is not None):
                self._arrive(client, route, None)
            elif route.worker is worker:
                route.worker = None
        for job in worker.jobs_left():
            if job.has_begun or job.is_dropped or job.was_repeated:
                job.lose()
            else:
                job.was_repeated = True
                self.submit(job)
        worker.deleteLater()

    def _end_idle(self) -> None:
        """End the workers that had nothing to do for a while, but one if a window has a pair."""
        idle = [worker for worker in self._workers if worker.idle_seconds >= self._idle_seconds]
        keeper = max(idle, key=self._pairs_known_by, default=None)
        for worker in idle:
            clients = self._clients_of(worker)
            if not clients:
                self._end(worker)
            elif worker is not keeper and keeper is not None:
                for client in clients:
                    self._move(client, self._routes[client], keeper)
        if not self._workers:
            self._timer.stop()

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        for route in self._routes.values():
            if route.worker is worker:
                route.worker = None
        worker.close()
        worker.deleteLater()


class _Route:
    """Where the requests of a window go.

    While what is known of its pair moves to `goes_to`, they are held.
    """

    def __init__(self) -> None:
        self.worker: _Worker | None = None
        self.goes_to: _Worker | None = None
        self.held: list[Job] | None = None
        self.has_pair = False


class _Worker(QObject):
    """One worker process, as the window's thread sees it."""

    cache_given = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject, connect: Callable[[QObject], WorkerThread]) -> None:
        super().__init__(parent)
        self.connection = connect(self)
        self.connection.arrived.connect(self._receive)
        self.connection.finished.connect(self._say_that_it_ended)
        self.giving: set[int] = set()
        self.expecting: set[int] = set()
        self._jobs: dict[int, Job] = {}
        self._free_since = time.monotonic()

    @property
    def client(self) -> int | None:
        """Return the window it works for; None while it has nothing to do."""
        return next((job.message.client for job in self._jobs.values()), None)

    @property
    def is_free(self) -> bool:
        """Tell whether it can work for any window."""
        return not self._jobs

    @property
    def idle_seconds(self) -> float:
        """Return how long it has had nothing to do."""
        if self._jobs or self.giving or self.expecting:
            return 0.0
        return time.monotonic() - self._free_since

    def take(self, job: Job) -> None:
        """Send a job to the process."""
        self._jobs[job.message.job] = job
        self.connection.send(job.message)

    def jobs_left(self) -> Iterable[Job]:
        """Return the jobs that have not ended, in the order in which they came."""
        return list(self._jobs.values())

    def end_unless_it_stops(self) -> None:
        """Kill the process if it is still busy for nobody in a while."""
        QTimer.singleShot(round(1000 * STOP_SECONDS), self, self._end_if_nobody_waits)

    def close(self) -> None:
        """End process and thread at once; nobody hears of its jobs any more."""
        for job in self._jobs.values():
            job.drop()
        self.connection.close()

    def _end_if_nobody_waits(self) -> None:
        if self._jobs and all(job.is_dropped for job in self._jobs.values()):
            self.connection.kill()

    def _receive(self, message: FromWorker) -> None:
        if isinstance(message, CacheGiven):
            self.cache_given.emit(message)
            return
        job = self._jobs.get(message.job)
        if job is None:
            return
        job.receive(message)
        if job.is_over:
            self._jobs.pop(message.job, None)
            self._free_since = time.monotonic()

    def _say_that_it_ended(self) -> None:
        self.ended.emit(self)
