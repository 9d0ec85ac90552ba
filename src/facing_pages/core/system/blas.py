"""Restrict the matrix products of numpy to one core.

An alignment has many small products. On two cores they take twice the processor time and no less
time in total, and while another program uses one of the cores, each product waits for that core.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

# numpy's matrix library must be loaded before the controller can find it.
import numpy as np  # noqa: F401
from threadpoolctl import ThreadpoolController


def single_threaded_blas() -> AbstractContextManager[object]:
    """Return a context in which numpy multiplies matrices on one core, in the whole process.

    Its end restores the earlier setting. It has no effect if numpy uses a library without such a
    setting (Accelerate on macOS).
    """
    limits: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limits


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
