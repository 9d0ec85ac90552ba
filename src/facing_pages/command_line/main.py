"""The `facing` command: alignment, numbers and pictures without opening a window.

Exit status: 0 done, 1 the texts differ (only with --exit-code), 2 bad usage or an unreadable
file, with one line on standard error.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from facing_pages import __version__
from facing_pages.core.compare import compare
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import FacingPagesError
from facing_pages.core.model import ChangeKind, Comparison
from facing_pages.core.options import Level, Options
from facing_pages.core.reading.apart import read_file_apart
from facing_pages.core.reading.files import STANDARD_INPUT
from facing_pages.core.resources import sample_pair
from facing_pages.export.kinds import SHOWN_AT_FIRST, ViewKind
from facing_pages.export.report import Layout, ReportOptions, Scope

logger = logging.getLogger("facing_pages")

DONE: Final = 0
DIFFERENT: Final = 1
FAILED: Final = 2
_FORMATS: Final = ("json", "tsv", "tmx")
_THEMES: Final = ("light", "sepia", "dark", "high-contrast")
_BATCH_FORMATS: Final = ("html", "docx", "md", "txt", "xlsx", "json")
_PARTS: Final = ("summary", "legend", "texts", "changes")
_MODES: Final = ("side-by-side", "flowing", "one-column", "original-only", "rewrite-only", "align")


class UsageError(Exception):
    """What is wrong with the arguments, in a sentence."""


def run() -> NoReturn:
    """Run the command with the arguments of the process and end it."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run the command with these arguments and return its exit status."""
    choices = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.CRITICAL if not choices.verbose else logging.DEBUG)
    try:
        status: int = choices.command(choices)
    except (FacingPagesError, UsageError) as error:
        return _fail(str(error))
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return DONE
    except KeyboardInterrupt:
        return _fail("Stopped.")
    except Exception as error:
        logger.exception("the command failed")
        return _fail(
            f"Something went wrong ({type(error).__name__}). "
            "The texts are unharmed. Run it again with --verbose and report what it shows."
        )
    return status


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit with status 2."""
        _fail(f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help")
        sys.exit(FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="facing",
        description="Align a text with its rewrite and tell what changed.",
        epilog="Use - to read one of the texts from standard input.",
    )
    parser.add_argument("--version", action="version", version=f"Facing Pages {__version__}")
    parser.add_argument("--verbose", action="store_true", help="show what goes on inside")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    align = commands.add_parser("align", help="the alignment, for other programs")
    _add_pair(align)
    align.add_argument("--format", choices=_FORMATS, default="json", help="default: json")
    align.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.WORDS.value,
        help="how deep to compare; default: words",
    )
    _add_output(align, required=False)
    align.set_defaults(command=_align)

    report = commands.add_parser(
        "report",
        help="a report to send out: .html .docx .pdf .md .txt .xlsx .csv .tsv .json .tmx .xlf",
        epilog="example: facing report draft.docx edited.docx -o changes.docx --layout one-column "
        "(tracked changes: rejecting all gives the original, accepting all the rewrite)",
    )
    _add_pair(report)
    _add_output(report, required=True)
    report.add_argument(
        "--layout",
        choices=[layout.value for layout in Layout],
        default=Layout.SIDE_BY_SIDE.value,
        help="how the two texts stand; default: side-by-side",
    )
    report.add_argument(
        "--only-changes", action="store_true", help="leave out paragraphs in which nothing changed"
    )
    report.add_argument(
        "--typography", action="store_true", help="mark quotation marks, dashes and the like too"
    )
    report.add_argument(
        "--without",
        action="append",
        default=[],
        choices=_PARTS,
        help="leave a part out; may be given several times",
    )
    report.set_defaults(command=_report)

    batch = commands.add_parser(
        "batch",
        help="many pairs: reports, and an index page with a table to sort",
        epilog="Folders are paired by the names of their files, the rest by content. A run that "
        "was stopped goes on where it was.",
    )
    batch.add_argument(
        "sources", nargs="+", metavar="PAIRS.csv | FOLDER FOLDER", help="a list, or two folders"
    )
    batch.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where to write")
    batch.add_argument(
        "--format", choices=_BATCH_FORMATS, default="html", help="of the reports; default: html"
    )
    batch.add_argument("--jobs", type=int, default=0, help="at a time; default: one for each core")
    batch.add_argument("--quiet", action="store_true", help="say nothing while it runs")
    batch.set_defaults(command=_batch)

    stats = commands.add_parser("stats", help="how much was kept, reworded, moved, removed, added")
    _add_pair(stats)
    _add_output(stats, required=False)
    stats.set_defaults(command=_stats)

    picture = commands.add_parser("picture", help="the window with the pair in it, as a picture")
    _add_pair(picture, with_sample=True)
    _add_output(picture, required=True)
    picture.add_argument("--size", default="1400x900", help="width and height; default: 1400x900")
    picture.add_argument("--theme", choices=_THEMES, default="light", help="default: light")
    picture.add_argument("--mode", choices=_MODES, default=_MODES[0], help=f"default: {_MODES[0]}")
    picture.add_argument("--at", type=int, default=0, metavar="N", help="go to change number N")
    picture.set_defaults(command=_picture)
    return parser


def _add_pair(parser: argparse.ArgumentParser, *, with_sample: bool = False) -> None:
    count = "*" if with_sample else None
    if with_sample:
        parser.add_argument("files", nargs=count, metavar="ORIGINAL REWRITE", help="two files")
        parser.add_argument("--sample", action="store_true", help="take the built-in sample pair")
    else:
        parser.add_argument(
            "original", metavar="ORIGINAL", help="a text, web page, Word, PDF or other file"
        )
        parser.add_argument("rewrite", metavar="REWRITE", help="the text made from it")
        parser.add_argument(
            "--exit-code", action="store_true", help="exit with 1 if the texts differ"
        )


def _add_output(parser: argparse.ArgumentParser, *, required: bool) -> None:
    default = "" if required else "; default: standard output"
    parser.add_argument(
        "-o", "--output", required=required, metavar="FILE", help=f"where to write{default}"
    )


def _align(choices: argparse.Namespace) -> int:
    from facing_pages.export.as_json import comparison_json
    from facing_pages.export.as_tables import comparison_tmx, comparison_tsv

    level = Level(choices.level)
    comparison = _compare(choices, Options(level=level))
    if choices.format == "json":
        _write(comparison_json(comparison, level=level) + "\n", choices.output)
    else:
        table = comparison_tsv if choices.format == "tsv" else comparison_tmx
        _write(table(comparison), choices.output)
    return _status(comparison, choices)


def _report(choices: argparse.Namespace) -> int:
    from facing_pages.export.writing import check_format, write_report

    check_format(choices.output, can_print=True)
    kinds = SHOWN_AT_FIRST | ({ViewKind.MINOR} if choices.typography else frozenset())
    options = ReportOptions(
        layout=Layout(choices.layout),
        scope=Scope.CHANGED if choices.only_changes else Scope.ALL,
        kinds=kinds,
        **{part: part not in choices.without for part in _PARTS},
    )
    comparison = _compare(choices, Options())
    from facing_pages.ui.printing_apart import print_report

    write_report(comparison, choices.output, options, print_report=print_report)
    return _status(comparison, choices)


def _batch(choices: argparse.Namespace) -> int:
    from facing_pages.command_line.batch import INDEX, pairs_of, run_batch
    from facing_pages.export.batch_index import PairResult

    def tell(done: int, count: int, result: PairResult) -> None:
        if choices.quiet:
            return
        said = result.error or f"{result.similarity:.0f} % alike"
        names = f"{Path(result.original).name} ↔ {Path(result.rewrite).name}"
        print(f"{done}/{count}  {names}: {said}", file=sys.stderr)  # noqa: T201

    folder = Path(choices.output)
    results = run_batch(
        pairs_of(choices.sources),
        folder,
        f".{choices.format}",
        ReportOptions(),
        jobs=choices.jobs,
        tell=tell,
    )
    if not choices.quiet:
        print(f"The index is {folder / INDEX}", file=sys.stderr)  # noqa: T201
    return FAILED if all(result.error for result in results) else DONE


def _stats(choices: argparse.Namespace) -> int:
    from facing_pages.export.as_text import statistics_text

    comparison = _compare(choices, Options())
    _write(statistics_text(comparison), choices.output)
    return _status(comparison, choices)


def _picture(choices: argparse.Namespace) -> int:
    files = [str(path) for path in sample_pair()] if choices.sample else choices.files
    if len(files) != 2:
        raise UsageError("A picture needs two files, the original first, or --sample.")
    size = _size(choices.size)
    for name in files:
        read_file_apart(name)
    from facing_pages.ui.picture import PictureError, render_picture

    pair = (files[0], files[1])
    try:
        render_picture(
            pair,
            choices.output,
            size=size,
            theme=choices.theme.replace("-", " "),
            mode=choices.mode.replace("-", " "),
            at=choices.at,
        )
    except PictureError as error:
        raise UsageError(str(error)) from error
    return DONE


def _compare(choices: argparse.Namespace, options: Options) -> Comparison:
    if choices.original == choices.rewrite == STANDARD_INPUT:
        raise UsageError("Only one of the two texts can come from standard input. Name a file.")
    original, rewrite = (
        with_sentences(read_file_apart(name)) for name in (choices.original, choices.rewrite)
    )
    return compare(original, rewrite, options=options)


def _status(comparison: Comparison, choices: argparse.Namespace) -> int:
    differs = any(link.moved for link in comparison.alignment.links) or any(
        change.kind is not ChangeKind.TYPOGRAPHY for change in comparison.changes
    )
    return DIFFERENT if differs and choices.exit_code else DONE


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise UsageError(f"{text} is no size. Write it like 1400x900.") from None
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise UsageError(f"{text} is no useful size. Both numbers go from 200 to 8000.")
    return width, height


def _write(text: str, output: str | None) -> None:
    if output is None or output == STANDARD_INPUT:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.flush()
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{output} could not be written ({reason}). Choose another place."
        ) from error


def _fail(message: str) -> int:
    print(f"facing: {message}", file=sys.stderr)  # noqa: T201 - the command's own voice
    return FAILED


if __name__ == "__main__":
    run()
