"""A pool in which a task may end its process, hang, or take all memory, and harms no other task."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from facing_pages.command_line import worker_pool
from facing_pages.command_line.worker_pool import Failure, Outcome, TaskPool

# Work for the processes of the pool, which must be able to import it.
WORK = """
import os, sys, time
from pathlib import Path

def work(task, allow):
    name, folder = task
    tries = Path(folder) / f"{name}.tries"
    with tries.open("a") as file:
        file.write("x")
    count = len(tries.read_text())
    allow(60.0, 600_000_000)
    if name == "dies" or (name == "dies once" and count == 1):
        os._exit(3)
    if name == "hangs":
        allow(0.5, 600_000_000)
        while True:
            pass
    if name == "fat":
        return len(bytearray(3_000_000_000))
    if name == "slow":
        time.sleep(0.5)
    return f"{name} {os.getpid()} {count}"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pool_work.py").write_text(WORK, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def done(
    folder: Path, names: Sequence[str], count: int = 2, lost: list[str] | None = None
) -> dict[str, Outcome[tuple[str, str], str]]:
    from pool_work import work  # type: ignore[import-not-found]

    def note(task: tuple[str, str]) -> None:
        if lost is not None:
            lost.append(task[0])

    pool = TaskPool[tuple[str, str], str](work, count, on_lost=note)
    return {
        outcome.task[0]: outcome for outcome in pool.run([(name, str(folder)) for name in names])
    }


def test_a_task_that_ends_its_process_costs_no_other_its_result(folder: Path) -> None:
    lost: list[str] = []
    found = done(folder, ["a", "dies", "b", "dies once", "c"], lost=lost)
    assert found["dies"].failure is Failure.ENDED
    assert found["dies"].result is None
    assert {name for name, outcome in found.items() if outcome.failure is None} == {
        "a", "b", "c", "dies once",
    }  # fmt: skip
    assert str(found["dies once"].result).endswith(" 2")
    assert sorted(lost) == ["dies", "dies", "dies once"]
    assert (folder / "dies.tries").read_text() == "xx"


def test_a_task_that_hangs_is_ended_after_the_time_it_asked_for(folder: Path) -> None:
    found = done(folder, ["a", "hangs", "b"])
    assert found["hangs"].failure is Failure.TOO_LONG
    assert found["hangs"].seconds == 0.5
    assert found["a"].result
    assert found["b"].result


@pytest.mark.skipif(sys.platform != "linux", reason="the system limits no memory")
def test_a_task_that_takes_too_much_memory_does_not_get_it(folder: Path) -> None:
    found = done(folder, ["fat", "a"], count=1)
    assert found["fat"].failure is Failure.NO_MEMORY
    assert found["a"].result


def test_what_lost_its_process_is_tried_again_without_others_beside_it(folder: Path) -> None:
    names = ["dies once", *(f"slow {k}" for k in range(4))]
    found = list(done(folder, names, count=2))
    assert found[-1] == "dies once"


def test_processes_are_replaced_after_some_tasks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_pool, "MAX_TASKS_OF_PROCESS", 2)
    found = done(folder, ["a", "b", "c", "d"], count=1)
    processes = [str(outcome.result).split()[1] for outcome in found.values()]
    assert processes[0] == processes[1] != processes[2] == processes[3]


class _StopAfter:
    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def is_cancelled(self) -> bool:
        return time.monotonic() > self._end


def test_asked_to_stop_it_ends_its_processes_and_gives_up_the_rest(folder: Path) -> None:
    from pool_work import work

    before = multiprocessing.active_children()
    lost: list[tuple[str, str]] = []
    pool = TaskPool[tuple[str, str], str](work, 1, on_lost=lost.append)
    start = time.monotonic()
    tasks = [("hangs", str(folder))]
    assert list(pool.run(tasks, _StopAfter(0.0))) == []
    assert list(pool.run(tasks, _StopAfter(0.3))) == []
    assert time.monotonic() - start < 30
    assert lost == tasks
    assert multiprocessing.active_children() == before
