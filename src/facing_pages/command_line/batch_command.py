"""The `batch` command: its messages while many pairs are compared, and its exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facing_pages.command_line.batch import INDEX, pairs_of, run_batch
from facing_pages.command_line.stopping import stop_on_signals
from facing_pages.export.batch_index import PairResult
from facing_pages.export.file_names import shown_name
from facing_pages.export.findings.finding_counts import counts_text
from facing_pages.export.report_options import ReportOptions, without_parts

# Exit statuses: all pairs were compared, some were not, none was. Zero is success by POSIX, the
# others are documented in the help.
ALL_DONE: Final = 0
SOME_FAILED: Final = 1
NONE_DONE: Final = 2
# Pairs that could not be compared, up to which each is named at the end. By judgement: less than
# half a terminal of 24 lines.
MAX_FAILED_SHOWN: Final = 10


def run_batch_command(choices: argparse.Namespace) -> int:
    """Compare the pairs that the arguments name and return the exit status.

    Raises `BatchError` if there are none, `WritingError` if the folder cannot be written to.
    """
    reporter = _BatchReporter(is_quiet=choices.quiet)
    pairs = pairs_of(choices.sources, reporter.show)
    folder = Path(choices.output)
    options = ReportOptions(severity=choices.severity, language=choices.language)
    with stop_on_signals() as stop:
        results = run_batch(
            pairs,
            folder,
            f".{choices.format}",
            without_parts(options, choices.without),
            jobs=choices.jobs,
            on_result=reporter.show_result,
            notice=reporter.show,
            stop=stop,
        )
    if stop.status and len(results) < len(pairs):
        print(  # noqa: T201 - a message of the command
            f"Stopped: {len(results):,} of {len(pairs):,} pairs are done; "
            "run the same command to continue",
            file=sys.stderr,
        )
        return stop.status
    reporter.show_summary(results, folder / INDEX)
    failed = sum(bool(result.error) for result in results)
    if not failed:
        return ALL_DONE
    return NONE_DONE if failed == len(results) else SOME_FAILED


class _BatchReporter:
    """Prints the progress of a batch on standard error, nothing if `is_quiet`."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet

    def show(self, text: str) -> None:
        """Print a line."""
        if not self._is_quiet:
            print(shown_name(text), file=sys.stderr, flush=True)  # noqa: T201

    def show_result(self, done: int, count: int, result: PairResult) -> None:
        """Print the similarity of a pair and its findings, or why it failed."""
        found = f", {counts_text(result.counts)}" if result.counts else ""
        outcome = result.error or f"{result.similarity:.0f} % alike{found}"
        self.show(f"{done:,}/{count:,}  {_names(result)}: {outcome}")

    def show_summary(self, results: Sequence[PairResult], index: Path) -> None:
        """Print how many pairs are done, which failed, and where the index is."""
        failed = [result for result in results if result.error]
        done = len(results) - len(failed)
        failures = f", {len(failed):,} could not be" if failed else ""
        self.show(f"{done:,} of {len(results):,} pairs are compared{failures}")
        for result in failed[:MAX_FAILED_SHOWN]:
            self.show(f"  {_names(result)}: {result.error}")
        if len(failed) > MAX_FAILED_SHOWN:
            self.show(f"  … and {len(failed) - MAX_FAILED_SHOWN:,} more, which the index lists")
        self.show(f"The index is {index}")


def _names(result: PairResult) -> str:
    return f"{Path(result.original).name} ↔ {Path(result.rewrite).name}"
