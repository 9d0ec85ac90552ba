"""Which worker process serves which window, and when one starts, ends or is replaced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facing_pages.core.errors import WORKER_ENDED, WritingError
from facing_pages.core.progress import Stage
from facing_pages.export.report import ReportOptions
from facing_pages.session.pair import Request, Source
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.pair.worker_client import Job, WorkerClient, WorkerThread
from facing_pages.worker.comparison_steps import RowsAligned, TextsRead
from facing_pages.worker.messages import (
    Advance,
    Broken,
    CacheGiven,
    Exported,
    Finished,
    Focus,
    Forget,
    FromWorker,
    GiveCache,
    Inspected,
    Previewed,
    Start,
    Stop,
    TakeCache,
    ToWorker,
)

WAIT = 60_000


def pair(name: str) -> Request:
    original = f"The lamp of {name} was quiet when she came down. Nobody knew."
    rewrite = original.replace("quiet", "silent")
    return Request(Source(pasted=original, name="one"), Source(pasted=rewrite, name="two"))


# --- which worker is asked, without processes ---------------------------------------------------


class Connection(WorkerThread):
    """Stands for a process: keeps what it is sent, and says what the test has it say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sent: list[ToWorker] = []
        self.is_closed = False

    def start(self, *_: object) -> None:
        pass

    def send(self, message: ToWorker) -> None:
        self.sent.append(message)

    def kill(self) -> None:
        self.finished.emit()

    def close(self) -> None:
        self.is_closed = True

    def say(self, message: FromWorker) -> None:
        self.arrived.emit(message)

    def started(self) -> list[Request]:
        """Return the pairs that it was asked to compare."""
        return [message.request for message in self.sent if isinstance(message, Start)]


class Processes:
    """Makes and lists connections."""

    def __init__(self) -> None:
        self.all: list[Connection] = []

    def __call__(self, parent: QObject) -> Connection:
        self.all.append(Connection(parent))
        return self.all[-1]

    def running(self) -> list[Connection]:
        return [connection for connection in self.all if not connection.is_closed]


@pytest.fixture
def processes() -> Processes:
    return Processes()


@pytest.fixture
def pool(qtbot: QtBot, processes: Processes) -> WorkerPool:
    """Return a pool whose workers never end by themselves."""
    return WorkerPool(connect=processes)


@pytest.fixture
def brief_pool(qtbot: QtBot, processes: Processes) -> WorkerPool:
    """Return a pool whose workers end as soon as they are idle."""
    return WorkerPool(connect=processes, idle_seconds=0.02)


def compared(client: WorkerClient, connection: Connection, request: Request) -> None:
    """Have a pair compared, by this worker."""
    job = client.compare(request)
    assert connection.sent[-1] == job.message
    connection.say(Finished(job.message.job))
    assert job.is_over


@pytest.fixture
def two_at_work(pool: WorkerPool, processes: Processes) -> tuple[WorkerClient, WorkerClient]:
    """Return two windows: both were compared by one worker, which is at a book of the second."""
    first, second = WorkerClient(pool), WorkerClient(pool)
    pool.warm_up()
    compared(first, processes.all[0], pair("Anna"))
    compared(second, processes.all[0], pair("Berta"))
    second.compare(pair("a whole book"))
    return first, second


def test_a_worker_is_started_once(pool: WorkerPool, processes: Processes) -> None:
    pool.warm_up()
    pool.warm_up()
    WorkerClient(pool).compare(pair("Anna"))
    assert len(processes.all) == 1


def test_an_idle_worker_serves_every_window(pool: WorkerPool, processes: Processes) -> None:
    first, second = WorkerClient(pool), WorkerClient(pool)
    pool.warm_up()
    compared(first, processes.all[0], pair("Anna"))
    compared(second, processes.all[0], pair("Berta"))
    assert len(processes.all) == 1


def test_another_pair_begins_at_once_while_a_worker_is_busy(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    two_at_work[0].compare(pair("Clara"))
    busy, other = processes.all
    assert other.started() == [pair("Clara")]
    assert busy.sent[-1] == Forget(1)


def test_what_is_known_of_a_pair_goes_to_the_worker_that_corrects_it(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    first, _ = two_at_work
    job = first.compare(pair("Anna"), is_corrected=True)
    question = first.preview(".txt", ReportOptions())
    busy, other = processes.all
    assert busy.sent[-1] == GiveCache(1)
    assert other.sent == []
    assert question is not None
    busy.say(CacheGiven(1, b"all of it"))
    assert other.sent == [TakeCache(1, b"all of it"), job.message, question.message]
    # From now on it is the one that knows the pair.
    other.say(Finished(job.message.job))
    other.say(Previewed(question.message.job, None))
    compared(first, other, pair("Anna"))


def test_what_waits_for_another_worker_can_be_stopped(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    first, _ = two_at_work
    job = first.compare(pair("Anna"), is_corrected=True)
    heard: list[object] = []
    job.succeeded.connect(heard.append)
    first.stop()
    assert heard == [Finished(job.message.job, was_stopped=True)]
    assert not first.is_busy
    processes.all[0].say(CacheGiven(1, b"all of it"))
    assert processes.all[1].sent == [TakeCache(1, b"all of it")]


def test_a_window_may_close_while_what_is_known_moves(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    first, _ = two_at_work
    first.compare(pair("Anna"), is_corrected=True)
    first.close()
    busy, other = processes.all
    busy.say(CacheGiven(1, b"all of it"))
    assert other.sent == []


def test_what_is_known_is_lost_with_its_worker_and_found_again(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    first, second = two_at_work
    first.compare(pair("Anna"), is_corrected=True)
    busy, _ = processes.all
    busy.kill()
    assert second.is_busy  # what had not begun is repeated
    asked = [request for other in processes.all[1:] for request in other.started()]
    assert sorted(asked, key=str) == sorted([pair("Anna"), pair("a whole book")], key=str)


def test_stop_and_the_place_on_screen_go_to_the_worker_that_is_busy_for_the_window(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    first, second = two_at_work
    sent = processes.all[0].sent
    count = len(sent)
    first.stop()
    first.focus(3)
    assert len(sent) == count
    second.focus(7)
    second.stop()
    assert sent[count:] == [Focus(7), Stop()]


def test_only_the_newest_comparison_of_a_window_answers(
    pool: WorkerPool, processes: Processes
) -> None:
    client = WorkerClient(pool)
    jobs = [client.compare(pair(name)) for name in ("Anna", "Berta")]
    heard: list[object] = []
    for job in jobs:
        job.succeeded.connect(heard.append)
    numbers = [job.message.job for job in jobs]
    processes.all[0].say(Finished(numbers[0], was_stopped=True))
    assert client.is_busy
    processes.all[0].say(Finished(numbers[1]))
    assert heard == [Finished(numbers[1])]
    assert not client.is_busy


def test_a_window_that_closes_stops_its_comparison_and_is_forgotten(
    two_at_work: tuple[WorkerClient, WorkerClient], processes: Processes
) -> None:
    _, second = two_at_work
    second.close()
    assert processes.all[0].sent[-2:] == [Stop(), Forget(2)]
    assert not second.is_busy


def test_what_a_worker_had_not_begun_when_it_died_is_done_by_another_but_once(
    pool: WorkerPool, processes: Processes
) -> None:
    client = WorkerClient(pool)
    job = client.compare(pair("Anna"))
    heard: list[str] = []
    job.lost.connect(lambda: heard.append("lost"))
    processes.all[0].kill()
    assert processes.all[1].sent == [job.message]
    assert heard == []
    processes.all[1].kill()
    assert heard == ["lost"]
    assert len(processes.all) == 2


def test_what_a_worker_was_at_when_it_died_is_lost(pool: WorkerPool, processes: Processes) -> None:
    client = WorkerClient(pool)
    job = client.compare(pair("Anna"))
    question = client.export("report.csv", ReportOptions())
    assert question is not None
    heard: list[str] = []
    job.lost.connect(lambda: heard.append("comparison"))
    question.lost.connect(lambda: heard.append("report"))
    processes.all[0].say(Advance(job.message.job, Stage.READING, 0.5))
    processes.all[0].say(Advance(question.message.job, Stage.WRITING, 0.5))
    processes.all[0].kill()
    assert heard == ["comparison", "report"]
    assert not client.is_busy
    assert len(processes.all) == 1
    client.compare(pair("Anna"))
    assert processes.all[1].started() == [pair("Anna")]


def test_one_idle_worker_stays_while_a_window_has_a_pair_and_knows_all_of_them(
    qtbot: QtBot, brief_pool: WorkerPool, processes: Processes
) -> None:
    first, second = WorkerClient(brief_pool), WorkerClient(brief_pool)
    jobs = [client.compare(pair("Anna")) for client in (first, second)]
    one, other = processes.all
    one.say(Finished(jobs[0].message.job))
    other.say(Finished(jobs[1].message.job))
    qtbot.waitUntil(lambda: other.sent[-1] == GiveCache(2), timeout=WAIT)
    other.say(CacheGiven(2, b"all of it"))
    qtbot.waitUntil(lambda: processes.running() == [one], timeout=WAIT)
    assert one.sent[-1] == TakeCache(2, b"all of it")
    compared(second, one, pair("Berta"))
    compared(first, one, pair("Anna"))


def test_a_busy_worker_does_not_end(
    qtbot: QtBot, brief_pool: WorkerPool, processes: Processes
) -> None:
    first, second = WorkerClient(brief_pool), WorkerClient(brief_pool)
    first.compare(pair("a whole book"))
    job = second.compare(pair("Anna"))
    processes.all[1].say(Finished(job.message.job))
    second.close()
    qtbot.waitUntil(lambda: processes.running() == processes.all[:1], timeout=WAIT)


def test_without_a_pair_no_worker_stays(
    qtbot: QtBot, brief_pool: WorkerPool, processes: Processes
) -> None:
    client = WorkerClient(brief_pool)
    brief_pool.warm_up()
    compared(client, processes.all[0], pair("Anna"))
    client.forget()
    qtbot.waitUntil(lambda: processes.running() == [], timeout=WAIT)
    client.compare(pair("Anna"), is_shown=True)
    assert processes.all[1].started() == [pair("Anna")]


def test_after_its_end_the_pool_has_no_worker_and_says_nothing(
    two_at_work: tuple[WorkerClient, WorkerClient], pool: WorkerPool, processes: Processes
) -> None:
    _, second = two_at_work
    job = second.compare(pair("Clara"))
    heard: list[object] = []
    job.succeeded.connect(heard.append)
    pool.close()
    assert processes.running() == []
    processes.all[0].say(Finished(job.message.job))
    assert heard == []


# --- with processes -----------------------------------------------------------------------------


def book() -> Request:
    """Return a pair that takes far longer to compare than a test lasts."""
    lines = [f"On day {k} the keeper counted {k + 3} boats and lit lamp {k}." for k in range(9000)]
    texts = ("\n\n".join(lines), "\n\n".join(lines).replace("counted", "saw"))
    return Request(*(Source(pasted=text, name="book") for text in texts))


def first_step(qtbot: QtBot, job: Job) -> object:
    with qtbot.waitSignal(job.step_arrived, timeout=WAIT) as arrived:
        pass
    return arrived.args[0]


def answer(qtbot: QtBot, job: Job | None) -> object:
    assert job is not None
    with qtbot.waitSignal(job.succeeded, timeout=WAIT) as answered:
        pass
    return answered.args[0]


def test_no_window_waits_for_the_book_of_another_and_each_keeps_its_own(
    qtbot: QtBot, workers: WorkerPool
) -> None:
    first, second = WorkerClient(workers), WorkerClient(workers)
    answer(qtbot, first.compare(pair("Anna")))
    answer(qtbot, second.compare(pair("Berta")))
    reading = second.compare(book())
    assert isinstance(first_step(qtbot, reading), TextsRead)
    # Were nothing known of the pair, its texts would come first.
    corrected = first.compare(pair("Anna"), is_corrected=True)
    assert isinstance(first_step(qtbot, corrected), RowsAligned)
    assert "Anna" in str(answer(qtbot, first.preview(".txt", ReportOptions())))
    assert not reading.is_over
    again = second.compare(pair("Berta"))
    assert answer(qtbot, again) == Finished(again.message.job)
    assert "Berta" in str(answer(qtbot, second.preview(".txt", ReportOptions())))
    assert reading.is_over
    first.close()
    second.close()


def test_a_comparison_that_is_stopped_at_once_ends(qtbot: QtBot, workers: WorkerPool) -> None:
    client = WorkerClient(workers)
    first_step(qtbot, client.compare(book()))
    job = client.compare(book())
    client.stop()
    assert answer(qtbot, job) == Finished(job.message.job, was_stopped=True)
    client.close()


# --- what a window hears ------------------------------------------------------------------------


class NoWorkers(WorkerPool):
    """Keeps what is asked for and answers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def submit(self, job: Job) -> None:
        self.jobs.append(job)


@pytest.fixture
def asked() -> NoWorkers:
    return NoWorkers()


@pytest.fixture
def controller(qtbot: QtBot, asked: NoWorkers) -> PairController:
    """Return a controller that has asked for a comparison, which has ended."""
    controller = PairController(asked)
    controller.open_pair(pair("Anna"))
    asked.jobs[0].receive(Finished(1))
    return controller


def test_who_asks_for_a_report_hears_the_end_of_it(
    controller: PairController, asked: NoWorkers
) -> None:
    heard: list[tuple[object, ...]] = []
    controller.requests.exported.connect(lambda *answer: heard.append(answer))
    controller.broke.connect(lambda details: heard.append((details,)))
    for _ in range(3):
        controller.requests.export("/a/report.csv", ReportOptions())
    assert controller.client.is_busy
    written, broken, lost = asked.jobs[1:]
    written.receive(Exported(2))
    broken.receive(Broken(3, "KeyError: 'ours'"))
    lost.lose()
    assert heard[:3] == [
        ("/a/report.csv", None, False),
        ("KeyError: 'ours'",),
        ("/a/report.csv", None, True),
    ]
    path, error, was_stopped = heard[3]
    assert (path, was_stopped) == ("/a/report.csv", False)
    assert isinstance(error, WritingError)
    assert error.message == WORKER_ENDED
    assert not controller.client.is_busy


def test_who_asks_for_a_preview_hears_the_end_of_it(
    controller: PairController, asked: NoWorkers
) -> None:
    options = ReportOptions()
    heard: list[tuple[object, ...]] = []
    controller.requests.previewed.connect(lambda *answer: heard.append(answer))
    for _ in range(3):
        controller.requests.preview(".csv", options)
    stopped, broken, lost = asked.jobs[1:]
    stopped.receive(Previewed(2, None))
    broken.receive(Broken(3, "KeyError: 'ours'"))
    lost.lose()
    assert heard == [(".csv", options, None)] * 3


def test_words_of_a_pair_that_was_replaced_are_not_shown(
    controller: PairController, asked: NoWorkers
) -> None:
    heard: list[object] = []
    controller.requests.inspected.connect(lambda link, _: heard.append(link))
    controller.requests.inspect(3)
    controller.requests.inspect(4)
    controller.requests.inspect(5)
    asked.jobs[1].receive(Inspected(2, ()))
    asked.jobs[2].receive(Inspected(3, None))
    controller.open_pair(pair("Berta"))
    asked.jobs[3].receive(Inspected(4, ()))
    assert heard == [3]
