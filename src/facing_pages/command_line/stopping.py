"""Signals that ask a long command to stop, noticed between its steps.

Nothing is interrupted in the middle: what is being written is completed. The second Ctrl-C ends
the command at once.
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
    """A cancel token; `status` is the exit status for the signal that came, 0 if none did."""

    def __init__(self) -> None:
        self.status = 0

    def is_cancelled(self) -> bool:
        """Tell whether a signal came."""
        return self.status != 0

    def note(self, number: int, frame: FrameType | None) -> None:
        """Take note of a signal; the second one of Ctrl-C raises `KeyboardInterrupt`."""
        if self.status and number == signal.SIGINT:
            signal.default_int_handler(number, frame)
        self.status = SIGNALLED + number


@contextmanager
def stop_on_signals() -> Iterator[SignalStop]:
    """Give a cancel token for as long as the context lasts, in the main thread.

    Signals that are ignored stay so.
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
