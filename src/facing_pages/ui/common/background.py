"""Small work that may hang, done in threads: the window never waits for it.

Imports little, so that it can be used before the first paint. Comparing has processes of its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, QTimer

# Milliseconds between two looks for results. By judgement.
RESULT_POLL_MILLISECONDS: Final = 30
# Seconds after which nobody waits any more for work in the background: network file systems give a
# file up only after a minute and more. By judgement.
MAX_BACKGROUND_SECONDS: Final = 20.0


class Background(QObject):
    """Does small work that may hang, such as a look at a file on a dead network share.

    The thread is a daemon: one that hangs keeps neither the window nor the end of the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[SimpleQueue[object], Callable[[object], None], float]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(RESULT_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._collect)

    def run(self, work: Callable[[], object], answer: Callable[[object], None]) -> None:
        """Do work in a thread and give its result to `answer`, in this thread.

        What takes longer than `MAX_BACKGROUND_SECONDS` seconds is not answered any more.
        """
        results: SimpleQueue[object] = SimpleQueue()
        threading.Thread(target=lambda: results.put(work()), daemon=True).start()
        self._waiting.append((results, answer, time.monotonic() + MAX_BACKGROUND_SECONDS))
        self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Tell whether any work is still waited for."""
        return self._timer.isActive()

    def _collect(self) -> None:
        waiting, self._waiting = self._waiting, []
        for results, answer, end in waiting:
            try:
                result = results.get_nowait()
            except Empty:
                if time.monotonic() < end:
                    self._waiting.append((results, answer, end))
                continue
            answer(result)
        if not self._waiting:
            self._timer.stop()
