"""The `facing` command: alignments, reports, statistics and pictures without opening a window.

Exit status: 0 done, 1 the texts differ or there is a finding (only with --exit-code), or some pairs
of a batch could not be compared, 2 bad usage or an unreadable file, with one line on standard
error, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from facing_pages.command_line.limited_compare import ProgressLine, compare_files
from facing_pages.command_line.outputs import (
    alignment_bytes,
    findings_bytes,
    only_of_kinds,
    statistics_bytes,
)
from facing_pages.command_line.parser import FAILED, UsageError, make_parser
from facing_pages.command_line.stopping import INTERRUPTED
from facing_pages.core.errors import FacingPagesError, WritingError
from facing_pages.core.model import ChangeKind, Comparison, FindingKind
from facing_pages.core.options import Level, Options
from facing_pages.core.progress import Progress
from facing_pages.core.reading.files import STANDARD_INPUT
from facing_pages.export.file_names import shown_name
from facing_pages.export.report_options import Layout, ReportOptions, Scope, without_parts
from facing_pages.marks.kinds import Weight

logger = logging.getLogger("facing_pages")

# Exit statuses, as those of diff(1): no difference was asked for or found, and the texts differ.
DONE: Final = 0
DIFFERENT: Final = 1


def run() -> NoReturn:
    """Run the command with the arguments of the process, and exit with its status."""
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments and return its exit status."""
    choices = make_parser().parse_args(arguments)
    logging.basicConfig(level=logging.CRITICAL if not choices.verbose else logging.DEBUG)
    try:
        status = COMMANDS[choices.command](choices)
    except (FacingPagesError, UsageError) as error:
        return _fail(str(error))
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return DONE
    except KeyboardInterrupt:
        _fail("Stopped.")
        return INTERRUPTED
    except Exception as error:
        logger.exception("the command failed")
        return _fail(
            f"Something went wrong ({type(error).__name__}). "
            "Your files are unchanged. Run it again with --verbose and report what it shows."
        )
    return status


def _align(choices: argparse.Namespace) -> int:
    level = Level(choices.level)
    comparison = _compare(choices, Options(level=level))
    _write(alignment_bytes(comparison, f".{choices.format}", level), choices.output)
    return _status(comparison, choices)


def _report(choices: argparse.Namespace) -> int:
    from facing_pages.export.formats import format_of
    from facing_pages.export.writing import check_format, report_bytes, write_report

    is_stream = choices.output == STANDARD_INPUT
    if is_stream and not choices.format:
        raise UsageError("Standard output has no file name ending. Name a format: --format html.")
    if not is_stream:
        check_format(choices.output, with_qt=True)
    options = ReportOptions(
        layout=Layout(choices.layout),
        scope=Scope.CHANGED if choices.only_changes else Scope.ALL,
        weight=Weight[choices.weight.upper()],
        severity=choices.severity,
        language=choices.language,
    )
    options = without_parts(options, choices.without)
    suffix = f".{choices.format}" if is_stream else Path(choices.output).suffix
    has_findings = options.findings and format_of(suffix).has_findings
    comparison = _compare(choices, Options(findings=has_findings))
    if is_stream:
        sys.stdout.buffer.write(report_bytes(comparison, suffix, options))
        sys.stdout.flush()
        return _status(comparison, choices)
    from facing_pages.pdf.isolated_printing import print_report

    with ProgressLine(is_quiet=choices.quiet) as line:
        progress = Progress(line.show)
        write_report(
            comparison, choices.output, options, print_report=print_report, progress=progress
        )
    return _status(comparison, choices)


def _batch(choices: argparse.Namespace) -> int:
    from facing_pages.command_line.batch_command import run_batch_command

    return run_batch_command(choices)


def _completion(choices: argparse.Namespace) -> int:
    from facing_pages.command_line.completion import completion_script

    _write(completion_script(make_parser(), choices.shell).encode("utf-8"), None)
    return DONE


def _stats(choices: argparse.Namespace) -> int:
    comparison = _compare(choices, Options(findings="findings" not in choices.without))
    _write(statistics_bytes(comparison, choices.severity), choices.output)
    return _status(comparison, choices)


def _findings(choices: argparse.Namespace) -> int:
    kinds = frozenset(map(FindingKind, choices.kind or FindingKind))
    comparison = only_of_kinds(_compare(choices, Options(findings=True)), kinds)
    _write(findings_bytes(comparison, choices.format, choices.severity, kinds), choices.output)
    shown = comparison.with_severity(choices.severity)
    return DIFFERENT if choices.exit_code and shown.findings else DONE


def _picture(choices: argparse.Namespace) -> int:
    from facing_pages.command_line.picture_command import run_picture_command

    run_picture_command(choices)
    return DONE


def _compare(choices: argparse.Namespace, options: Options) -> Comparison:
    if choices.original == choices.rewrite == STANDARD_INPUT:
        raise UsageError("Only one of the two texts can come from standard input. Name a file.")
    return compare_files(choices.original, choices.rewrite, options, is_quiet=choices.quiet)


def _status(comparison: Comparison, choices: argparse.Namespace) -> int:
    differs = any(link.moved for link in comparison.alignment.links) or any(
        change.kind is not ChangeKind.TYPOGRAPHY for change in comparison.changes
    )
    return DIFFERENT if differs and choices.exit_code else DONE


def _write(content: bytes, output: str | None) -> None:
    if output is None or output == STANDARD_INPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    from facing_pages.export.writing import write_whole

    try:
        write_whole(Path(output), content)
    except WritingError as error:
        raise UsageError(
            f"{output} could not be written ({error.reason}). Choose another place."
        ) from error


COMMANDS: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "align": _align,
    "report": _report,
    "batch": _batch,
    "completion": _completion,
    "stats": _stats,
    "findings": _findings,
    "picture": _picture,
}


def _fail(message: str) -> int:
    print(f"facing: {shown_name(message)}", file=sys.stderr)  # noqa: T201 - a message
    return FAILED


if __name__ == "__main__":
    run()
