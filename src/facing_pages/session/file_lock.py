"""A lock between programs that read, merge and write the same file.

The operating system holds the lock and releases it when the program ends, also after a crash. The
lock file is empty, lies next to what it protects, and is never removed: removing it would let two
programs lock two different files of the same name.
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
# Error numbers of a lock that another program holds.
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def locked(path: Path, *, max_wait: float = MAX_LOCK_SECONDS) -> Iterator[None]:
    """Let only one program at a time run the block for this file or folder.

    Raises `OSError` where the lock file cannot be made. If the file system has no locks, or another
    program does not release its lock in time, that is logged and the block runs without a lock.
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
    """Return the path of the lock file for a file or folder."""
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
            logger.warning("another program has held the lock on %s too long", path.name)
            return
        time.sleep(_PAUSE)


def _try(descriptor: int) -> None:
    """Take the lock. Raises `OSError` if another program holds it, or there are no locks."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
