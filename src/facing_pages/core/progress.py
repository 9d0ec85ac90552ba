"""How long work reports its progress and learns that it should stop.

The core knows nothing of threads. It calls a `ProgressCallback` with what it is doing and how far
it is, and it asks a `CancelToken` between steps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Final, Protocol, TypeVar

from facing_pages.core.errors import Cancelled

Item = TypeVar("Item")

# Items of a long list between two looks at whether to stop: the heaviest take 1 ms each. By
# judgement.
CHECK_EVERY: Final = 256


class Stage(Enum):
    """What the work is busy with."""

    READING = "reading"
    ALIGNING = "aligning"
    WORDS = "words"
    REFINING = "refining"
    FINDINGS = "findings"
    WRITING = "writing"


class ProgressCallback(Protocol):
    """Called now and then while work runs."""

    def __call__(self, stage: Stage, share: float) -> None:
        """Take note that `share` (0 to 1) of `stage` is done."""


class CancelToken(Protocol):
    """Asked between steps of the work."""

    def is_cancelled(self) -> bool:
        """Tell whether the work should stop."""


class Deadline:
    """A cancel token that stops the work when it has used up its time, or when another one does.

    It counts the processor time of the thread that makes it and asks it, so that a computer that is
    busy or asleep stops nothing.
    """

    def __init__(
        self,
        seconds: float,
        cancel: CancelToken | None = None,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self._end = clock() + seconds
        self._cancel = cancel
        self._clock = clock
        self.has_passed = False

    def is_cancelled(self) -> bool:
        """Tell whether the work should stop; `has_passed` then says whether time is the reason."""
        self.has_passed = self.has_passed or self._clock() >= self._end
        return self.has_passed or (self._cancel is not None and self._cancel.is_cancelled())


class Progress:
    """Callback and cancel token together, both optional: what functions of the core pass on."""

    def __init__(
        self, callback: ProgressCallback | None = None, cancel: CancelToken | None = None
    ) -> None:
        self._callback = callback
        self._cancel = cancel

    def within(self, start: float, end: float) -> Progress:
        """Return the progress of a part of the work, whose own share goes from 0 to 1."""
        callback = self._callback

        def update(stage: Stage, share: float) -> None:
            if callback is not None:
                callback(stage, start + (end - start) * share)

        return Progress(update, self._cancel)

    def check(self) -> None:
        """Raise `Cancelled` if the work should stop; cheap enough to be called in short steps."""
        if self._cancel is not None and self._cancel.is_cancelled():
            raise Cancelled

    def each(self, items: Iterable[Item], every: int = CHECK_EVERY) -> Iterator[Item]:
        """Yield all items; raise `Cancelled` between two of them if the work should stop."""
        for number, item in enumerate(items):
            if number % every == 0:
                self.check()
            yield item

    def update(self, stage: Stage, share: float) -> None:
        """Report progress; raise `Cancelled` if the work should stop."""
        self.check()
        if self._callback is not None:
            self._callback(stage, min(1.0, share))


# For callers that want neither.
NO_PROGRESS: Final = Progress()
