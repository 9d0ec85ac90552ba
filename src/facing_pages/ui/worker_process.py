"""The worker process: compares one pair after the other, at low priority.

Imports no Qt, and what is heavy only once it runs. It is started by spawning, takes messages from
a pipe and answers on it; it ends when the pipe is closed. A new job or a wish to stop is noticed
between the steps of the old one.
"""

from __future__ import annotations

import gc
import logging
import os
import traceback
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from facing_pages.core.errors import Cancelled
from facing_pages.core.progress import Stage
from facing_pages.ui.worker_messages import (
    Advance,
    Answer,
    Broken,
    Export,
    Exported,
    Finished,
    Focus,
    Inspect,
    Inspected,
    Start,
)

if TYPE_CHECKING:
    from facing_pages.viewmodel.workbench import Workbench

logger = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Work until the other end closes the pipe."""
    _lower_priority()
    _load_libraries()
    gc.freeze()
    bench: Workbench | None = None
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        if isinstance(message, Inspect) and bench is not None:
            _inspect(connection, message, bench)
        if isinstance(message, Export) and bench is not None:
            _export(connection, message, bench)
        while isinstance(message, Start):
            bench = bench or _new_bench()
            message = _Job(connection, message, bench).run()


class _Job:
    """One comparison; it reads the pipe between steps."""

    def __init__(self, connection: Connection, start: Start, bench: Workbench) -> None:
        self._bench = bench
        self._connection = connection
        self._start = start
        self._row = 0
        self._next: Start | None = None
        self._stopped = False

    def run(self) -> Start | None:
        """Do the job; return the job that replaced it, if one did."""
        from facing_pages.viewmodel.comparing import compare_in_steps

        job = self._start.job
        try:
            for step in compare_in_steps(
                self._start.request,
                self._report,
                self,
                focus=lambda: self._row,
                bench=self._bench,
                is_corrected=self._start.is_corrected,
            ):
                self._connection.send(Answer(job, step))
            self._connection.send(Finished(job))
        except Cancelled:
            self._connection.send(Finished(job, was_stopped=True))
        except (EOFError, BrokenPipeError):
            raise SystemExit from None
        except Exception:  # noqa: BLE001 - the task runner: whatever fails is told, not swallowed
            self._connection.send(Broken(job, traceback.format_exc()))
        return self._next

    def is_cancelled(self) -> bool:
        """Read what has arrived and tell whether to stop."""
        while self._connection.poll():
            message = self._connection.recv()
            if isinstance(message, Focus):
                self._row = message.row
            elif isinstance(message, Inspect):
                _inspect(self._connection, message, self._bench)
            elif isinstance(message, Export):
                _export(self._connection, message, self._bench)
            else:
                self._stopped = True
                self._next = message if isinstance(message, Start) else None
        return self._stopped

    def _report(self, stage: Stage, share: float) -> None:
        self._connection.send(Advance(self._start.job, stage, share))


def _inspect(connection: Connection, wish: Inspect, bench: Workbench) -> None:
    from facing_pages.viewmodel.comparing import words_of_link

    words = words_of_link(bench, wish.link)
    if words is not None:
        connection.send(Inspected(wish.job, wish.link, words))


def _export(connection: Connection, wish: Export, bench: Workbench) -> None:
    from facing_pages.core.errors import WritingError
    from facing_pages.export.writing import write_report
    from facing_pages.ui.printing_apart import print_report
    from facing_pages.viewmodel.comparing import whole_comparison

    error: WritingError | None = None
    try:
        comparison = whole_comparison(bench)
        if comparison is not None:
            write_report(comparison, wish.path, wish.options, print_report=print_report)
    except WritingError as found:
        error = found
    except Exception:  # noqa: BLE001 - the task runner: whatever fails is told, not swallowed
        connection.send(Broken(wish.job, traceback.format_exc()))
        return
    connection.send(Exported(wish.job, wish.path, error))


def _new_bench() -> Workbench:
    from facing_pages.viewmodel.workbench import Workbench

    return Workbench()


def _lower_priority() -> None:
    """Leave the processor to the window."""
    if hasattr(os, "nice"):
        os.nice(10)


def _load_libraries() -> None:
    """Import now what the first job would otherwise wait for."""
    import ftfy
    import sentencex

    from facing_pages.core.alignment.words import word_aligner
    from facing_pages.viewmodel import comparing

    word_aligner("en", precise=False).links(["a", "lamp"], ["the", "lamps"])
    logger.debug("loaded %s, %s, %s", ftfy.__name__, sentencex.__name__, comparing.__name__)
