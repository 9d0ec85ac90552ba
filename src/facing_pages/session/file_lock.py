"""A lock between programs that read, merge and write the same file.

The operating system holds it and gives it back when the program ends, however it ends. Its file is
empty, stands beside what it protects, and stays there: removing it would let two programs lock
two files of one name.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

logger = logging.getLogger(__name__)

# Seconds to wait for another program, which holds the lock for some milliseconds. Whoever holds it
# longer is stopped; the window does not wait for that. By judgement.
MAX_LOCK_SECONDS: Final = 2.0
# Seconds between two tries. By judgement.
_PAUSE: Final = 0.005
# What a lock answers that another program holds.
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def locked(path: Path, *, max_wait: float = MAX_LOCK_SECONDS) -> Iterator[None]:
    """Keep other programs from the same block about a file or folder.

    Raises `OSError` where there can be no file beside it. File systems without locks, and a
    program that does not give the lock back, are logged, and the block runs.
    """
    descriptor = os.open(
        lock_path(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600
    )
    try:
        _acquire(descriptor, path, max_wait)
        yield
    finally:
        os.close(descriptor)


def lock_path(path: Path) -> Path:
    """Return the file that stands for the lock on a file or folder."""
    return path.with_name(f".{path.name}.lock")


def _acquire(descriptor: int, path: Path, max_wait: float) -> None:
    deadline = time.monotonic() + max_wait
    while True:
        try:
            _try(descriptor)
        except OSError as error:
            if error.errno not in _HELD:
                logger.warning("%s cannot be locked: %s", path.name, error)
                return
        else:
            return
        if time.monotonic() > deadline:
            logger.warning("another program has locked %s for long", path.name)
            return
        time.sleep(_PAUSE)


def _try(descriptor: int) -> None:
    """Take the lock. Raises `OSError` where it is held, or where there are no locks."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
