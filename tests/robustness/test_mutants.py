"""Files of fifteen kinds, damaged in the thousands: read, refused or set aside, and soon.

`FACING_PAGES_MUTANTS` says how many there are of each kind (10,000 in a full run); with `-s` a line
of numbers is shown for each. Everything is read in a child process whose time and memory are
watched, without the isolation and the limits of the program: so it is the readers that hold.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from facing_pages.core.system.reading_limits import peak_memory

from .kinds import EMPTY, KINDS, Kind

COUNT = int(os.environ.get("FACING_PAGES_MUTANTS", "25"))
# Seconds of processor time for one file, and of the clock until the process is ended.
MAX_SECONDS = 20.0
MAX_WAIT = 90.0
# Bytes for one kind, the child process and all it imports included; beyond the second the system
# refuses more, so that the machine survives.
MAX_MEMORY = 1_000_000_000
MEMORY_REFUSED = 3_000_000_000


@dataclass
class Tally:
    """What came of the files of one kind."""

    kind: str
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    memory: int = 0

    def add(self, seed: int, outcome: str, seconds: float) -> None:
        """Note what came of one file."""
        self.outcomes[outcome.partition(":")[0]] += 1
        self.slowest = max(self.slowest, (seconds, seed))
        if outcome.startswith(("crash", "hang", "death", EMPTY)) or seconds > MAX_SECONDS:
            self.failures.append(f"{self.kind} {seed}: {outcome} ({seconds:.1f} s)")

    def __str__(self) -> str:
        parts = [f"{count} {outcome}" for outcome, count in sorted(self.outcomes.items())]
        return (
            f"{self.kind:12} {', '.join(parts)}; slowest {self.slowest[0]:.2f} s "
            f"(seed {self.slowest[1]}); {self.memory // 1_000_000} MB"
        )


def read_all(connection: Connection, name: str, seeds: range) -> None:
    """Read damaged files; say before each which one it is, and afterwards what came of it."""
    logging.disable(logging.CRITICAL)
    _refuse_memory()
    kind = KINDS[name]
    for seed in seeds:
        connection.send(("next", seed))
        file, data = kind.mutant(seed)
        start = time.process_time()
        outcome = _outcome(kind, file, data)
        connection.send((outcome, time.process_time() - start))
    connection.send(("end", peak_memory()))


def _outcome(kind: Kind, file: str, data: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return kind.read(data, file, Path(folder))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            at = traceback.extract_tb(error.__traceback__)[-1]
            ours = [f for f in traceback.extract_tb(error.__traceback__) if "facing" in f.filename]
            near = ours[-1] if ours else at
            return f"crash: {type(error).__name__} {str(error)[:80]} {near.filename}:{near.lineno}"


def _refuse_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_REFUSED, MEMORY_REFUSED))


def tally_of(name: str, count: int) -> Tally:
    """Read that many damaged files of a kind; a process that hangs or dies costs one of them."""
    tally = Tally(name)
    first = 0
    while first < count:
        first = _run(name, range(first, count), tally)
    return tally


def _run(name: str, seeds: range, tally: Tally) -> int:
    """Read in one process until it ends; return the seed to go on with."""
    seed = seeds.start
    with _child(name, seeds) as connection:
        try:
            while True:
                if not connection.poll(MAX_WAIT):
                    tally.add(seed, "hang", MAX_WAIT)
                    return seed + 1
                what, number = connection.recv()
                if what == "end":
                    tally.memory = max(tally.memory, number)
                    return seeds.stop
                if what == "next":
                    seed = number
                else:
                    tally.add(seed, what, number)
        except EOFError:
            tally.add(seed, "death", 0.0)
            return seed + 1


@contextlib.contextmanager
def _child(name: str, seeds: range) -> Iterator[Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=read_all, args=(theirs, name, seeds), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.kill()
        process.join()


@pytest.mark.parametrize("name", sorted(KINDS))
def test_damaged_files_are_read_or_refused_soon(name: str) -> None:
    tally = tally_of(name, COUNT)
    print(tally)
    assert tally.failures == []
    assert sum(tally.outcomes.values()) == COUNT
    assert tally.memory < MAX_MEMORY


@pytest.mark.parametrize("name", sorted(KINDS))
def test_examples_are_read_whole(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    for file, data in kind.examples():
        assert kind.read(data, file, tmp_path) == "read"


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_seed_gives_the_same_file_each_time(name: str) -> None:
    kind = KINDS[name]
    examples = dict(kind.examples())
    mutants = [kind.mutant(seed) for seed in range(20)]
    assert mutants == [kind.mutant(seed) for seed in range(20)]
    assert sum(data != examples[file] for file, data in mutants) > 10
