"""What one comparison found and the next may use again, under keys that say what it depends on."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Cached = TypeVar("Cached")


class GenerationalCache(Generic[Cached]):
    """Things found by this comparison and by the one before."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Cached] = {}
        self._before: dict[Hashable, Cached] = {}
        self._is_finished = True

    def begin(self) -> None:
        """Prepare for another comparison."""
        # A comparison that was stopped adds to what was known; a finished one stands alone.
        self._before = self._now if self._is_finished else {**self._before, **self._now}
        self._now = {}
        self._is_finished = False

    def finish(self) -> None:
        """Tell that the comparison was completed, so that older ones are no longer needed."""
        self._is_finished = True

    def clear(self) -> None:
        """Forget everything."""
        self._now.clear()
        self._before = {}

    def has(self, key: Hashable) -> bool:
        """Tell whether something is known under a key."""
        return key in self._now or key in self._before

    def get(self, key: Hashable) -> Cached | None:
        """Return what is known under a key, for this comparison and the next."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def put(self, key: Hashable, found: Cached) -> None:
        """Remember something."""
        self._now[key] = found
