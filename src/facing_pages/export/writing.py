"""Write reports to files; the suffix of the file name selects the format."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from facing_pages.core.errors import NO_SUCH_FORMAT, WritingError
from facing_pages.core.model import Comparison
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from facing_pages.core.system.atomic_file import write_atomically
from facing_pages.export.formats import ReportFormat, format_of, has_format
from facing_pages.export.report import Report, make_report
from facing_pages.export.report_options import ReportOptions

Printer = Callable[[Report, str, Progress], None]
# The share of the work on a PDF that is done before it is laid out, for the progress that is shown.
# Measured on 450,000 characters of a novel and its abridgement: 0.34 in one column; 0.05 side by
# side, which goes on faster at first.
MAKING_SHARE: Final = 0.3


def report_bytes(
    comparison: Comparison, suffix: str, options: ReportOptions, progress: Progress = NO_PROGRESS
) -> bytes:
    """Return a report in the format of a suffix such as ".html".

    Raises `KeyError` if there is no such format, `WritingError` if it needs Qt.
    """
    chosen = format_of(suffix)
    return chosen.content(
        comparison, lambda: _made(chosen, comparison, options, progress), options.language
    )


def write_report(
    comparison: Comparison,
    path: str | os.PathLike[str],
    options: ReportOptions | None = None,
    *,
    print_report: Printer | None = None,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write a report in the format of its suffix, in one step: the file is complete or not there.

    `print_report` writes the formats that need Qt. Raises `WritingError`, and `Cancelled` when
    asked to stop; nothing is written then.
    """
    target = Path(path)
    check_format(target, with_qt=print_report is not None)
    chosen = format_of(target.suffix)
    options = options or ReportOptions()
    if chosen.needs_qt and print_report is not None:
        report = _made(chosen, comparison, options, progress.within(0.0, MAKING_SHARE))
        print_report(report, str(target), progress.within(MAKING_SHARE, 1.0))
        return
    content = report_bytes(comparison, target.suffix, options, progress)
    progress.update(Stage.WRITING, 1.0)
    write_whole(target, content)


def check_format(path: str | os.PathLike[str], *, with_qt: bool) -> None:
    """Raise `WritingError` if no format has this suffix, or only one that needs Qt without it."""
    target = Path(path)
    if not has_format(target.suffix, with_qt=with_qt):
        raise WritingError(target.name, message=NO_SUCH_FORMAT)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step. Raises `WritingError`; an existing file is unchanged then."""
    try:
        write_atomically(target, content)
    except OSError as error:
        raise WritingError(target.name, error.strerror or str(error)) from error


def _made(
    chosen: ReportFormat, comparison: Comparison, options: ReportOptions, progress: Progress
) -> Report:
    merged = chosen.is_merged(options.layout)
    return make_report(comparison, chosen.options_for(options), merged=merged, progress=progress)
