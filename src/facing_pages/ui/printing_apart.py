"""A PDF made in a process of its own, which has Qt without a display.

The worker and the command line have no Qt; the window must not wait for a long text to be laid out.
"""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.connection import Connection
from typing import Final

from facing_pages.core.errors import WritingError
from facing_pages.export.report import Report

# Seconds a report may take: a long novel takes about thirty.
LONGEST: Final = 300.0


def print_report(report: Report, path: str) -> None:
    """Write a report as a PDF. Raises `WritingError`."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_print, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    name = os.path.basename(path)  # noqa: PTH119 - a name is all that is wanted
    try:
        ours.send((report, path))
        error = ours.recv() if ours.poll(LONGEST) else WritingError(name, f"> {LONGEST:.0f} s")
    except (EOFError, BrokenPipeError, ConnectionError) as broken:
        raise WritingError(name, type(broken).__name__) from broken
    finally:
        ours.close()
        process.kill()
        process.join()
    if error is not None:
        raise error


def _print(connection: Connection) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    report, path = connection.recv()
    from PySide6.QtGui import QGuiApplication

    from facing_pages.ui.printing import write_pdf

    application = QGuiApplication([])
    try:
        write_pdf(report, path)
    except WritingError as error:
        connection.send(error)
    else:
        connection.send(None)
    del application
