"""Products of matrices on one core.

Those of an alignment are many and small. Spread over two cores they take twice the processor time
and end no sooner; where another program keeps one of the cores busy, each has to wait for it.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

# Its library for matrices must be loaded before the controller can find it.
import numpy as np  # noqa: F401
from threadpoolctl import ThreadpoolController


def single_threaded_blas() -> AbstractContextManager[object]:
    """Return a context in which numpy multiplies matrices on one core, in the whole process.

    What was set before is set again at its end. Where numpy uses a library without such a setting
    (Accelerate on macOS), nothing changes.
    """
    limits: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limits


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
