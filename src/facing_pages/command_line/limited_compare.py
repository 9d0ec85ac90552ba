"""Two files in, their comparison out, within limits of time and memory; progress is shown."""

from __future__ import annotations

import sys

from facing_pages.core.compare import compare
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import INCOMPLETE, Cancelled, ComparingError
from facing_pages.core.model import Comparison
from facing_pages.core.options import Options
from facing_pages.core.progress import Deadline, Stage
from facing_pages.core.reading.isolated import read_file_isolated
from facing_pages.core.system.comparing_memory import MemoryLimit
from facing_pages.core.work_limits import comparing_limit_bytes, comparing_limit_seconds


def compare_files(
    original_file: str, rewrite_file: str, options: Options, *, is_quiet: bool
) -> Comparison:
    """Compare two files; `-` is standard input. A file that breaks off is named, unless quiet.

    Raises `ReadingError`, and `ComparingError` when a limit is reached.
    """
    original, rewrite = (
        with_sentences(read_file_isolated(name)) for name in (original_file, rewrite_file)
    )
    for document in (original, rewrite):
        if not (document.is_complete or is_quiet):
            warning = INCOMPLETE.format(file=document.name)
            print(f"facing: {warning}", file=sys.stderr)  # noqa: T201
    characters = len(original.text) + len(rewrite.text)
    seconds = comparing_limit_seconds(characters)
    with (
        MemoryLimit(comparing_limit_bytes(characters)) as limit,
        ProgressLine(is_quiet=is_quiet) as line,
    ):
        deadline = Deadline(seconds, limit)
        try:
            return compare(original, rewrite, options=options, progress=line.show, cancel=deadline)
        except Cancelled as cancelled:
            minutes = round(seconds / 60)
            raise ComparingError(original_file, rewrite_file, minutes=minutes) from cancelled
        except MemoryError as error:
            megabytes = limit.max_bytes // 1_000_000
            raise ComparingError(original_file, rewrite_file, megabytes=megabytes) from error


class ProgressLine:
    """Shows the progress in one line of a terminal; not in a file, and not with --quiet."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_on = sys.stderr.isatty() and not is_quiet
        self._shown = ""

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._write(" " * len(self._shown))
            self._write("")

    def show(self, stage: Stage, share: float) -> None:
        """Show a stage and the share of it that is done."""
        text = f"{stage.value} {100 * share:.0f} %"
        if self._is_on and text != self._shown:
            self._write(text.ljust(len(self._shown)))
            self._shown = text

    def _write(self, text: str) -> None:
        print(f"\r{text}", end="", file=sys.stderr, flush=True)  # noqa: T201
