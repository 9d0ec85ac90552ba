"""Limit the additional memory that comparing may use; reading has limits of its own.

Linux enforces the limit, and the work ends with a `MemoryError`. macOS accepts such a limit but
does not enforce it: there the limit is a cancel token that raises the error when it is checked.
Windows offers neither, and there is no limit.
"""

from __future__ import annotations

import logging
import sys

from facing_pages.core.system.reading_limits import address_space, peak_memory

logger = logging.getLogger(__name__)


class MemoryLimit:
    """A limit that can be set and lifted again; a `with` block lifts it at its end."""

    def __init__(self, max_bytes: int | None = None) -> None:
        self.max_bytes = 0
        self._before: int | None = None
        self._highest_peak: int | None = None
        if max_bytes is not None:
            self.set(max_bytes)

    def __enter__(self) -> MemoryLimit:
        return self

    def __exit__(self, *_: object) -> None:
        self.lift()

    def set(self, max_bytes: int) -> None:
        """Allow `max_bytes` in addition to what the process has now."""
        self.lift()
        self.max_bytes = max_bytes
        if sys.platform.startswith("linux"):
            self._before = _set_address_space(address_space() + max_bytes)
        else:
            self._highest_peak = peak_memory() + max_bytes

    def lift(self) -> None:
        """Restore the limit that the process had before."""
        if self._before is not None:
            _set_address_space(self._before)
        self._before = self._highest_peak = None

    def is_cancelled(self) -> bool:
        """Return False; raise `MemoryError` above a limit that the system does not enforce."""
        if self._highest_peak is not None and peak_memory() > self._highest_peak:
            raise MemoryError
        return False


def _set_address_space(max_bytes: int) -> int | None:
    """Set the limit of the address space; return the earlier one, None if it cannot be set."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY and (max_bytes == resource.RLIM_INFINITY or max_bytes > hard):
        max_bytes = hard
    try:
        resource.setrlimit(resource.RLIMIT_AS, (max_bytes, hard))
    except (OSError, ValueError):
        logger.debug("the limit of memory could not be set to %s", max_bytes, exc_info=True)
        return None
    return soft
