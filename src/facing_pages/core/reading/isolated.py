"""Read files in a separate process, with limits of time and memory.

A hostile file can cost no more than the limited time and memory. The caller gets a `ReadingError`
even if the process crashes, and the crash is logged. Only short plain text is read in the caller's
own process. The main module of a program that uses this must be importable without side effects, as
`multiprocessing` requires.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from facing_pages.core.errors import Cancelled, Problem, ReadingError
from facing_pages.core.model import Document
from facing_pages.core.progress import CancelToken
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.core.reading.files import STANDARD_INPUT, from_bytes, from_text, read_bytes
from facing_pages.core.reading.formats.detecting import is_plain_text
from facing_pages.core.system.parent_watch import end_with_parent
from facing_pages.core.system.reading_limits import (
    OUT_OF_MEMORY,
    ReadingLimits,
    apply_limits,
    limits_for,
)

# Bytes of plain text up to which it is read at once, as starting a process takes 0.2 to 0.4 s.
# Reading plain text has no recursion and no loop that the text controls; its worst cost is
# quadratic in the longest line (repairs of characters): 0.4 s for one line of this size.
MAX_TEXT_IN_PROCESS: Final = 64_000
# Seconds between two looks at whether to stop. By judgement.
LISTEN_SECONDS: Final = 0.1
# Seconds that an ended process may take to be gone. By judgement.
MAX_LEAVE_SECONDS: Final = 5.0
# Exit status of a process that Windows ended because of its limit of time: ERROR_NOT_ENOUGH_QUOTA
# of <winerror.h>.
_NOT_ENOUGH_QUOTA: Final = 1816

DocumentReader = Callable[[bytes, str, ReadingChoices], Document]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Crash:
    """A programming error in a reader: the name of the exception, and its traceback."""

    name: str
    trace: str


def read_file_isolated(
    path: str | os.PathLike[str],
    choices: ReadingChoices = NO_CHOICES,
    cancel: CancelToken | None = None,
) -> Document:
    """Read a file as `read_file` does. Raises `ReadingError`; `Cancelled` when asked to stop."""
    data, name = read_bytes(path)
    is_file = os.fspath(path) != STANDARD_INPUT
    if is_file and len(data) <= MAX_TEXT_IN_PROCESS and is_plain_text(data, name):
        return from_bytes(data, name=name, choices=choices)
    return run_isolated(_read, data, name, choices, cancel=cancel)


def read_text_isolated(
    text: str,
    name: str,
    choices: ReadingChoices = NO_CHOICES,
    cancel: CancelToken | None = None,
) -> Document:
    """Make a document from pasted text as `from_text` does, with the same limits as for a file."""
    if len(text) <= MAX_TEXT_IN_PROCESS:
        return from_text(text, name=name, choices=choices)
    data = text.encode("utf-8", errors="surrogatepass")
    return run_isolated(_read_text, data, name, choices, cancel=cancel)


def run_isolated(
    reading: DocumentReader,
    data: bytes,
    name: str,
    choices: ReadingChoices = NO_CHOICES,
    *,
    limits: ReadingLimits | None = None,
    cancel: CancelToken | None = None,
) -> Document:
    """Run a reader in a separate process. Raises `ReadingError` if reading fails."""
    limits = limits or limits_for(len(data))
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, reading), daemon=True)
    try:
        process.start()
        theirs.close()
        ours.send((data, name, choices, limits))
        _await(ours, name, limits, cancel)
        answer = ours.recv()
    except (EOFError, ConnectionError):
        raise _reason_of_end(process, name, limits) from None
    except OSError as error:
        raise ReadingError(name, Problem.UNREADABLE, error.strerror or str(error)) from error
    finally:
        ours.close()
        if process.pid is not None:
            process.kill()
            process.join()
    if isinstance(answer, _Crash):
        logger.debug("reading %s failed:\n%s", name, answer.trace)
        raise ReadingError(name, Problem.DAMAGED, answer.name)
    if isinstance(answer, ReadingError):
        raise answer
    found: Document = answer
    return found


def _await(
    connection: Connection, name: str, limits: ReadingLimits, cancel: CancelToken | None
) -> None:
    """Wait for an answer or the end of the other process. Raises `ReadingError`, `Cancelled`."""
    end = time.monotonic() + limits.wall_seconds
    while not connection.poll(LISTEN_SECONDS):
        if cancel is not None and cancel.is_cancelled():
            raise Cancelled
        if time.monotonic() > end:
            raise ReadingError(name, Problem.TOO_LONG, f"{limits.wall_seconds:.0f} s")


def _reason_of_end(process: BaseProcess, name: str, limits: ReadingLimits) -> ReadingError:
    """Return the error for a process that ended without an answer, by its exit status."""
    process.join(MAX_LEAVE_SECONDS)
    status = process.exitcode
    if status == OUT_OF_MEMORY:
        return ReadingError(name, Problem.TOO_MUCH_MEMORY, limits.shown_memory)
    if status == _NOT_ENOUGH_QUOTA:
        return ReadingError(name, Problem.TOO_LONG, limits.shown_seconds)
    if status is not None and status < 0:
        with contextlib.suppress(ValueError):
            ended_by = signal.Signals(-status).name
            if ended_by == "SIGXCPU":
                return ReadingError(name, Problem.TOO_LONG, limits.shown_seconds)
            return ReadingError(name, Problem.ENDED, ended_by)
    return ReadingError(name, Problem.ENDED, str(status))


# --- in the other process ----------------------------------------------------------------------


def _read(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return from_bytes(data, name=name, choices=choices)


def _read_text(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return from_text(data.decode("utf-8", errors="surrogatepass"), name=name, choices=choices)


def _serve(connection: Connection, reading: DocumentReader) -> None:
    """Receive the content of a file, and send back the document or the error."""
    end_with_parent()
    # Ctrl-C stops the caller, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        data, name, choices, limits = connection.recv()
    except (EOFError, OSError):
        return
    apply_limits(limits)
    answer = _answer(reading, data, name, choices, limits)
    try:
        connection.send(answer)
    except MemoryError:
        connection.send(ReadingError(name, Problem.TOO_MUCH_MEMORY, limits.shown_memory))
    except (BrokenPipeError, ConnectionError):
        sys.exit(1)


def _answer(
    reading: DocumentReader, data: bytes, name: str, choices: ReadingChoices, limits: ReadingLimits
) -> Document | ReadingError | _Crash:
    try:
        return reading(data, name, choices)
    except ReadingError as error:
        return error
    except MemoryError:
        return ReadingError(name, Problem.TOO_MUCH_MEMORY, limits.shown_memory)
    except Exception as error:  # noqa: BLE001 - a task runner: the caller logs and reports it
        return _Crash(type(error).__name__, traceback.format_exc())
