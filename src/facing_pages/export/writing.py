"""Reports written to files: the ending of the name says which format."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from facing_pages.core.errors import NO_SUCH_FORMAT, WritingError
from facing_pages.core.model import Comparison
from facing_pages.core.progress import NO_STEPS, Stage, Steps
from facing_pages.core.system.atomic_file import write_atomically
from facing_pages.export.report import Layout, Report, ReportOptions, make_report

Maker = Callable[[], Report]
Writer = Callable[[Comparison, Maker], bytes]
Printer = Callable[[Report, str, Steps], None]
PDF: Final = ".pdf"
# The share of the work on a PDF that is done before it is laid out.
MAKING: Final = 0.3


def report_bytes(
    comparison: Comparison, suffix: str, options: ReportOptions, steps: Steps = NO_STEPS
) -> bytes:
    """Return a report in the format of a suffix such as ".html". Raises `KeyError`."""
    merged = is_merged(suffix, options.layout)
    return content_for(
        suffix, comparison, lambda: make_report(comparison, options, merged=merged, steps=steps)
    )


def is_merged(suffix: str, layout: Layout) -> bool:
    """Tell whether a format shows both texts in one."""
    return layout is Layout.ONE_COLUMN or suffix.lower() == ".txt"


def content_for(suffix: str, comparison: Comparison, report: Maker) -> bytes:
    """Return what a file with a suffix holds; formats of links alone need no report."""
    return WRITERS[suffix.lower()](comparison, report)


def write_report(
    comparison: Comparison,
    path: str | os.PathLike[str],
    options: ReportOptions | None = None,
    *,
    print_report: Printer | None = None,
    steps: Steps = NO_STEPS,
) -> None:
    """Write a report in the format its name ends in; in one step, so that nothing is half there.

    `print_report` writes PDF files; they need Qt, which is not known here. Raises `WritingError`,
    and `Cancelled` when asked to stop; nothing is written then.
    """
    check_format(path, can_print=print_report is not None)
    target = Path(path)
    options = options or ReportOptions()
    if target.suffix.lower() == PDF and print_report is not None:
        merged = is_merged(PDF, options.layout)
        making = steps.within(0.0, MAKING)
        report = make_report(comparison, options, merged=merged, steps=making)
        print_report(report, str(target), steps.within(MAKING, 1.0))
        return
    content = report_bytes(comparison, target.suffix, options, steps)
    steps.report(Stage.WRITING, 1.0)
    write_whole(target, content)


def check_format(path: str | os.PathLike[str], *, can_print: bool = False) -> None:
    """Raise `WritingError` if no format has the ending of a name."""
    target = Path(path)
    if target.suffix.lower() not in WRITERS and not (can_print and target.suffix.lower() == PDF):
        raise WritingError(target.name, message=NO_SUCH_FORMAT)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step. Raises `WritingError`; what was there before is kept then."""
    try:
        write_atomically(target, content)
    except OSError as error:
        raise WritingError(target.name, error.strerror or str(error)) from error


def _html(_: Comparison, report: Maker) -> bytes:
    from facing_pages.export.as_html import report_html

    return report_html(report()).encode("utf-8")


def _docx(_: Comparison, report: Maker) -> bytes:
    from facing_pages.export.as_docx import report_docx

    return report_docx(report())


def _markdown(_: Comparison, report: Maker) -> bytes:
    from facing_pages.export.as_plain import report_markdown

    return report_markdown(report()).encode("utf-8")


def _text(_: Comparison, report: Maker) -> bytes:
    from facing_pages.export.as_plain import report_text

    return report_text(report()).encode("utf-8")


def _xlsx(comparison: Comparison, _: Maker) -> bytes:
    from facing_pages.export.as_spreadsheet import comparison_xlsx

    return comparison_xlsx(comparison)


def _json(comparison: Comparison, _: Maker) -> bytes:
    from facing_pages.export.as_json import comparison_json

    return (comparison_json(comparison) + "\n").encode("utf-8")


def _table(name: str, encoding: str = "utf-8") -> Writer:
    def write(comparison: Comparison, _: Maker) -> bytes:
        from facing_pages.export import as_tables

        text: str = getattr(as_tables, name)(comparison)
        return text.encode(encoding)

    return write


WRITERS: Final[dict[str, Writer]] = {
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".md": _markdown,
    ".txt": _text,
    ".xlsx": _xlsx,
    # Excel takes a .csv file for one in the encoding of the country unless it has this mark. A .tsv
    # file is for programs, and most of them would take the mark for a part of the first name.
    ".csv": _table("comparison_csv", "utf-8-sig"),
    ".tsv": _table("comparison_tsv"),
    ".json": _json,
    ".tmx": _table("comparison_tmx"),
    ".xlf": _table("comparison_xliff"),
    ".xliff": _table("comparison_xliff"),
}
