"""Files whose formats are complicated, read in a process of their own under limits.

Whatever a hostile file does there, no more than so much time and memory is lost, and the caller
gets a `ReadingError`. Plain text and web pages are read at once, where the caller is. Programs that
use this must be importable without side effects, as `multiprocessing` asks for.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from facing_pages.core.errors import Cancelled, Problem, ReadingError
from facing_pages.core.model import Document
from facing_pages.core.parent_watch import end_with_parent
from facing_pages.core.progress import CancelToken
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.core.reading.files import STANDARD_INPUT, from_bytes, read_bytes
from facing_pages.core.reading.formats.detecting import format_of
from facing_pages.core.reading.formats.readers import READERS

# Seconds a file may take: a scanned book of a thousand pages takes about twenty.
LONGEST: Final = 120.0
# Seconds between two looks at whether to stop.
LISTEN: Final = 0.1
# Bytes of memory the process may have in all.
MOST_MEMORY: Final = 1_000_000_000

Reading = Callable[[bytes, str, ReadingChoices], Document]


def read_file_apart(
    path: str | os.PathLike[str],
    choices: ReadingChoices = NO_CHOICES,
    cancel: CancelToken | None = None,
) -> Document:
    """Read a file as `read_file` does. Raises `ReadingError`; `Cancelled` when asked to stop."""
    data, name = read_bytes(path)
    if os.fspath(path) == STANDARD_INPUT or format_of(data, name) not in READERS:
        return from_bytes(data, name=name, choices=choices)
    return run_apart(_read, data, name, choices, cancel=cancel)


def run_apart(
    reading: Reading,
    data: bytes,
    name: str,
    choices: ReadingChoices = NO_CHOICES,
    *,
    seconds: float = LONGEST,
    cancel: CancelToken | None = None,
) -> Document:
    """Do a reading in a process of its own. Raises `ReadingError` where that fails."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, reading), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((data, name, choices))
        end = time.monotonic() + seconds
        while not ours.poll(LISTEN):
            if cancel is not None and cancel.is_cancelled():
                raise Cancelled
            if time.monotonic() > end:
                raise ReadingError(name, Problem.TOO_LONG)
        answer = ours.recv()
    except (EOFError, BrokenPipeError, ConnectionError):
        raise ReadingError(name, Problem.TOO_LONG) from None
    finally:
        ours.close()
        process.kill()
        process.join()
    if isinstance(answer, ReadingError):
        raise answer
    found: Document = answer
    return found


def _read(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return from_bytes(data, name=name, choices=choices)


def _serve(connection: Connection, reading: Reading) -> None:
    """Read what is sent and answer with the document, or with why there is none."""
    end_with_parent()
    _limit_memory()
    data, name, choices = connection.recv()
    answer: Document | ReadingError
    try:
        answer = reading(data, name, choices)
    except ReadingError as error:
        answer = error
    except (MemoryError, RecursionError):
        answer = ReadingError(name, Problem.TOO_LONG)
    connection.send(answer)
    connection.close()


def _limit_memory() -> None:
    """Take no more memory than is allowed, where the system can see to that."""
    if sys.platform == "win32":
        return
    import resource

    used = _used_memory()
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, used + MOST_MEMORY))


def _used_memory() -> int:
    """Return the bytes of address space taken already, 0 where that is not told."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
