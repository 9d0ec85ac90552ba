"""Turn signals into a request to stop that a long command checks between its steps.

A step is never interrupted: a file that is being written is completed. The second Ctrl-C ends the
command at once.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

# Signals by name: SIGHUP (the terminal was closed) is not on Windows.
_SIGNAL_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
# Exit status of a command that a signal stopped, on top of the number of the signal; from POSIX
# shells.
SIGNALLED: Final = 128
INTERRUPTED: Final = SIGNALLED + signal.SIGINT


class SignalStop:
    """A cancel token; `status` is the exit status for the signal received, 0 without one."""

    def __init__(self) -> None:
        self.status = 0

    def is_cancelled(self) -> bool:
        """Tell whether a signal was received."""
        return self.status != 0

    def note(self, number: int, frame: FrameType | None) -> None:
        """Record a signal; a second Ctrl-C raises `KeyboardInterrupt`."""
        if self.status and number == signal.SIGINT:
            signal.default_int_handler(number, frame)
        self.status = SIGNALLED + number


@contextmanager
def stop_on_signals() -> Iterator[SignalStop]:
    """Yield a cancel token that signals set while the context lasts. Main thread only.

    Signals that the process ignores stay ignored.
    """
    stop = SignalStop()
    before = {}
    try:
        for name in _SIGNAL_NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, stop.note)
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
