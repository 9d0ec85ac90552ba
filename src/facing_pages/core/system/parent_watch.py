"""End a process when its parent process ends, even if the parent is killed.

A process of `multiprocessing` outlives a parent that is killed, unless it calls `end_with_parent`.
A process that it starts itself must call it too.
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
# The option of `prctl` that requests a signal at the parent's death, from <linux/prctl.h>.
_PR_SET_PDEATHSIG: Final = 1


def end_with_parent() -> None:
    """End this process as soon as its parent has ended; does nothing in a main process.

    On every system a thread waits for the end of the parent. It cannot act while other code holds
    the interpreter lock (GIL); on Linux the kernel ends the process even then.
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
