"""Processes that end when the process that started them ends, in whatever way that one ends.

A process of `multiprocessing` outlives its parent if the parent is killed. Those that call
`end_with_parent` do not, and neither do the processes that they started, if these call it too.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Final

# Exit status of a process whose parent is gone; nobody is left to read it.
ORPHANED: Final = 1
# Number of the request to the kernel, from <linux/prctl.h>.
_PR_SET_PDEATHSIG: Final = 1


def end_with_parent() -> None:
    """End this process as soon as its parent has ended; nothing happens in a main process.

    A thread waits for the end of the parent, on every system. It waits in vain while code that
    keeps the interpreter's lock is running; on Linux the kernel ends the process even then.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    threading.Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(parent_ends: Callable[[], None]) -> None:
    parent_ends()
    os._exit(ORPHANED)
