"""Make a PDF in a separate process, which uses Qt without a display.

The worker and the command line do not import Qt, and laying out a long text must not block the
window.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from facing_pages.core.errors import PDF_TOO_LONG, WORKER_ENDED, WritingError
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from facing_pages.core.system.parent_watch import end_with_parent
from facing_pages.core.translatable import N_
from facing_pages.core.work_limits import printing_limit_seconds
from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.report import Report
from facing_pages.export.report_options import Layout
from facing_pages.export.writing import write_whole
from facing_pages.ui.common.prerequisites import missing_for_rendering

# Seconds between two looks at whether to stop. By judgement.
PRINTER_POLL_SECONDS: Final = 0.1
NOT_DRAWN: Final = N_("{file} was not written. {reason}")


def print_report(report: Report, path: str, progress: Progress = NO_PROGRESS) -> None:
    """Write a report as a PDF. Raises `WritingError`, and `Cancelled` when asked to stop."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_print, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    name = Path(path).name
    title = f"{report.original} ↔ {report.rewrite}"
    is_wide = report.options.layout is Layout.SIDE_BY_SIDE
    try:
        text = report_rich_text(report)
        ours.send((title, text, is_wide))
        content = _answer(ours, name, progress, printing_limit_seconds(len(text)))
    except (EOFError, BrokenPipeError, ConnectionError) as broken:
        raise WritingError(name, message=WORKER_ENDED) from broken
    finally:
        ours.close()
        process.kill()
        process.join()
    progress.update(Stage.WRITING, 1.0)
    write_whole(Path(path), content)


def _answer(connection: Connection, name: str, progress: Progress, seconds: float) -> bytes:
    """Wait for the bytes of the file, and pass progress reports on.

    Raises `WritingError` if the process sends the reason why Qt cannot draw, or takes longer than
    `seconds`.
    """
    end = time.monotonic() + seconds
    share = 0.0
    while time.monotonic() < end:
        progress.update(Stage.WRITING, share)
        if connection.poll(PRINTER_POLL_SECONDS):
            answer: float | bytes | str = connection.recv()
            if isinstance(answer, bytes):
                return answer
            if isinstance(answer, str):
                raise WritingError(name, answer, message=NOT_DRAWN)
            share = answer
    raise WritingError(name, f"{seconds / 60:.0f}", message=PDF_TOO_LONG)


def _print(connection: Connection) -> None:
    end_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if missing := missing_for_rendering():
        connection.send(missing)
        return
    from PySide6.QtGui import QGuiApplication

    from facing_pages.pdf.report_pdf import PrintJob, pdf_of

    application = QGuiApplication([])
    job = PrintJob(*connection.recv())
    connection.send(pdf_of(job, connection.send))
    del application
