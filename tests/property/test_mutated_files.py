"""Files of every format, damaged at random: read or refused, soon, and never as if empty.

`FACING_PAGES_MUTANTS` says how many there are in all; some hundred unless it is set.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from facing_pages.core.errors import ReadingError
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.resources import sample_pair

GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
FILES = [*sorted(GOLDEN.iterdir()), sample_pair()[0]]
COUNT = int(os.environ.get("FACING_PAGES_MUTANTS", "390"))
LONGEST = 10.0
MOST_MEMORY = 1_000_000_000


def mutant(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes changed, left out, doubled, or its end missing."""
    parts = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(parts))
        size = min(chance.choice((1, 2, 8, 64, 512)), len(parts) - at)
        deed = chance.randrange(5)
        if deed == 0:
            parts[at : at + size] = chance.randbytes(size)
        elif deed == 1:
            del parts[at : at + size]
        elif deed == 2:
            parts[at:at] = parts[at : at + size]
        elif deed == 3:
            parts[at] ^= 1 << chance.randrange(8)
        elif len(parts) > 64 and chance.random() < 0.3:
            del parts[chance.randrange(32, len(parts)) :]
        if len(parts) < 32:
            return bytes(data[:64])
    return bytes(parts)


def read_mutants(connection: Connection, path: Path, seeds: range) -> None:
    """Read damaged copies of a file; tell which one is read next, and what is wrong with any."""
    data = path.read_bytes()
    for seed in seeds:
        connection.send(("next", seed))
        broken = mutant(data, random.Random(f"{path.name} {seed}"))
        start = time.monotonic()
        try:
            text = from_bytes(broken, name=path.name).text
        except ReadingError:
            text = "refused"
        except MemoryError:
            connection.send(("memory", seed))
            continue
        if not text.strip():
            connection.send(("empty", seed))
        if time.monotonic() - start > LONGEST:
            connection.send(("slow", seed))
    connection.send(("memory used", peak_memory()))
    connection.send(("end", 0))


def peak_memory() -> int:
    """Return the most memory this process has had, in bytes; 0 where the system does not tell.

    Linux hands the peak of `getrusage` down from the process that started this one, so there it is
    read where every program has its own.
    """
    if sys.platform == "linux":
        told = Path("/proc/self/status").read_text("ascii")
        return int(told.partition("VmHWM:")[2].split()[0]) * 1024
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_damaged_files_are_read_or_refused(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    seeds = range(max(1, COUNT // len(FILES)))
    process = context.Process(target=read_mutants, args=(theirs, path, seeds))
    process.start()
    theirs.close()
    told: list[tuple[str, int]] = []
    last = ("start", -1)
    try:
        while last[0] != "end":
            assert ours.poll(6 * LONGEST), f"{path.name} hangs at {last}"
            last = ours.recv()
            if last[0] not in ("next", "end"):
                told.append(last)
    except EOFError:
        pytest.fail(f"{path.name}: the process ended at {last}")
    finally:
        process.kill()
        process.join()
    used = [size for what, size in told if what == "memory used"]
    assert [entry for entry in told if entry[0] != "memory used"] == []
    assert used[0] < MOST_MEMORY
