"""How much more memory a process may take for one piece of work.

Linux refuses what is above the limit, so that the work ends with a `MemoryError`. macOS accepts
such a limit and does not enforce it: there the limit is a cancel token that raises the error when
it is asked. Windows offers neither; there is no limit.
"""

from __future__ import annotations

import logging
import sys

from facing_pages.core.system.process_limits import address_space, peak_memory

logger = logging.getLogger(__name__)


class MemoryLimit:
    """A limit that can be set and lifted again; as a context manager it is lifted at the end."""

    def __init__(self, most: int | None = None) -> None:
        self.most = 0
        self._before: int | None = None
        self._highest_peak: int | None = None
        if most is not None:
            self.set(most)

    def __enter__(self) -> MemoryLimit:
        return self

    def __exit__(self, *_: object) -> None:
        self.lift()

    def set(self, most: int) -> None:
        """Allow `most` bytes on top of what the process has now."""
        self.lift()
        self.most = most
        if sys.platform.startswith("linux"):
            self._before = _set_address_space(address_space() + most)
        else:
            self._highest_peak = peak_memory() + most

    def lift(self) -> None:
        """Allow again what was allowed before."""
        if self._before is not None:
            _set_address_space(self._before)
        self._before = self._highest_peak = None

    def is_cancelled(self) -> bool:
        """Stop nothing, but raise `MemoryError` above a limit that the system does not enforce."""
        if self._highest_peak is not None and peak_memory() > self._highest_peak:
            raise MemoryError
        return False


def _set_address_space(most: int) -> int | None:
    """Set the limit of the address space; return the one before, None if it cannot be set."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY and (most == resource.RLIM_INFINITY or most > hard):
        most = hard
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):
        logger.debug("the limit of memory could not be set to %s", most, exc_info=True)
        return None
    return soft
