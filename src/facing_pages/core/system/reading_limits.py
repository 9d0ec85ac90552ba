"""Limits of time and memory for reading a file, and how each system enforces them.

The limits grow with the size of the file. Time is processor time, so that no file is refused just
because the machine is busy; in addition the caller waits no longer than `wall_seconds`.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facing_pages.core.system.windows_job import limit_this_process

# Seconds of processor time for any file, and more for each million bytes. The slowest honest files
# are Word files of nothing but short paragraphs (4 s for 400,000 of them, 1.5 MB) and scanned books
# (20 s for a thousand pages, at least 30 MB). By judgement above those.
MIN_SECONDS: Final = 15.0
SECONDS_PER_MB: Final = 2.0
# Processor seconds pass slower than the clock's where other programs run. By judgement.
MAX_SLOWDOWN: Final = 4.0
# Bytes of memory for any file, and for each byte of it, up to the most that one may have. Prose
# takes 4 bytes for one, a PDF of pictures 300 million for one page. By judgement above those.
MIN_MEMORY: Final = 600_000_000
MEMORY_PER_BYTE: Final = 8
MAX_MEMORY: Final = 1_000_000_000
# Seconds between two looks at the memory, where the system enforces no limit by itself. By
# judgement.
MEMORY_POLL_SECONDS: Final = 0.1
# Exit status of a process that ended itself because it had too much memory. By judgement: one that
# neither Python nor a shell uses.
OUT_OF_MEMORY: Final = 86

_IS_LINUX: Final = bool(sys.platform.startswith("linux"))
# Bytes of a unit of `ru_maxrss`: getrusage(2) counts kibibytes, but bytes on macOS.
_MAXRSS_UNIT: Final = {"darwin": 1}.get(sys.platform, 1024)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Processor time in seconds and memory in bytes that reading one file may take.

    After `wall_seconds` of waiting the caller gives up, however little processor time was used.
    """

    seconds: float
    memory: int
    wall_seconds: float

    @property
    def shown_seconds(self) -> str:
        """Return the limit of time for a message."""
        return f"{self.seconds:.0f} s"

    @property
    def shown_memory(self) -> str:
        """Return the limit of memory for a message."""
        return f"{self.memory // 1_000_000} MB"


def limits_for(size: int) -> ReadingLimits:
    """Return the limits for a file of that many bytes."""
    seconds = MIN_SECONDS + SECONDS_PER_MB * size / 1_000_000
    memory = min(MAX_MEMORY, MIN_MEMORY + MEMORY_PER_BYTE * size)
    return ReadingLimits(seconds, memory, wall_seconds=MAX_SLOWDOWN * seconds)


def apply_limits(limits: ReadingLimits) -> None:
    """Make the system end this process after its time and refuse it more than its memory.

    If a limit cannot be set, that is logged; the caller's limit of time applies in any case.
    """
    if sys.platform == "win32":
        limit_this_process(time.process_time() + limits.seconds, limits.memory)
        return
    import resource

    seconds = int(time.process_time() + limits.seconds) + 1
    _set_limit(resource.RLIMIT_CORE, 0)
    # At the soft limit the system sends SIGXCPU, which tells the reason; at the hard one it kills.
    _set_limit(resource.RLIMIT_CPU, seconds, seconds + 5)
    if _IS_LINUX:
        _set_limit(resource.RLIMIT_AS, address_space() + limits.memory)
    else:
        # Other systems accept a limit of the address space but do not enforce it.
        watch_memory(limits.memory)


def watch_memory(max_bytes: int) -> None:
    """Check the memory regularly, and end this process if its peak is above `max_bytes`."""
    if sys.platform == "win32":
        return

    def look(*_: object) -> None:
        if peak_memory() > max_bytes:
            os._exit(OUT_OF_MEMORY)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, MEMORY_POLL_SECONDS, MEMORY_POLL_SECONDS)


def peak_memory() -> int:
    """Return the peak memory of this process in bytes; 0 on Windows.

    On Linux the peak of `getrusage` is inherited from the parent process, so it is read from
    `/proc` there.
    """
    if sys.platform == "win32":
        return 0
    if _IS_LINUX:
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    import resource

    # In bytes on macOS, in units of 1024 bytes on other systems.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT


def _set_limit(which: int, value: int, upper: int | None = None) -> None:
    if sys.platform == "win32":
        return
    import resource

    try:
        _, hard = resource.getrlimit(which)
        limits = (value, value if upper is None else upper)
        if hard != resource.RLIM_INFINITY:
            limits = (min(limits[0], hard), min(limits[1], hard))
        resource.setrlimit(which, limits)
    except (OSError, ValueError):
        logger.debug("limit %s could not be set to %s", which, value, exc_info=True)


def address_space() -> int:
    """Return the bytes of address space in use, 0 if that is not known."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.partition("VmSize:")[2].split()[0]) * 1024
    except (OSError, ValueError, IndexError):
        return 0
