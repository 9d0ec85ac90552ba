"""The argument parser of the `facing` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from facing_pages import __version__
from facing_pages.core.model import FindingKind
from facing_pages.core.options import SHOWN_SEVERITY, Level
from facing_pages.core.translations import CATALOG_LANGUAGES
from facing_pages.export.file_names import shown_name
from facing_pages.export.formats import FORMATS, Offer, formats_offered
from facing_pages.export.report_options import REPORT_PARTS, Layout
from facing_pages.marks.kinds import SHOWN_WEIGHT, Weight

# Exit status after an error, as that of diff(1) and of argparse.
FAILED: Final = 2
PARTS: Final = tuple(part.name for part in REPORT_PARTS)
SHELLS: Final = ("bash", "zsh", "fish")
_THEMES: Final = ("light", "sepia", "dark", "high-contrast")
_MODE_CHOICES: Final = (
    "side-by-side",
    "flowing",
    "one-column",
    "original-only",
    "rewrite-only",
    "align",
)


class _Parser(argparse.ArgumentParser):
    """A parser that reports an error in one line."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to get help, and exit with status 2."""
        text = f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help"
        print(f"facing: {shown_name(text)}", file=sys.stderr)  # noqa: T201 - a message
        sys.exit(FAILED)


class UsageError(Exception):
    """A mistake in the arguments; the message is a sentence for the user."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command; its result has the subcommand as `command`."""
    parser = _Parser(
        prog="facing",
        description="Align a text with its rewrite and show what changed.",
        epilog="Use - to read one of the texts from standard input.",
    )
    parser.add_argument("--version", action="version", version=f"Facing Pages {__version__}")
    _add_general(parser, default=False)
    general = _Parser(add_help=False)
    # Given before the command or after it: the parser of a command sets only what it is given.
    _add_general(general, default=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parents = [general]

    align = commands.add_parser("align", parents=parents, help="the alignment, for other programs")
    _add_pair(align)
    for_programs = [found.option for found in formats_offered(Offer.ALIGNMENT)]
    align.add_argument("--format", choices=for_programs, default="json", help="default: json")
    align.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.WORDS.value,
        help="how deep to compare; default: words",
    )
    _add_output(align, required=False)

    report = commands.add_parser(
        "report",
        parents=parents,
        help=f"a report to send out: {' '.join(found.suffix for found in FORMATS)}",
        epilog="example: facing report draft.docx edited.docx -o changes.docx --layout one-column "
        "(tracked changes: rejecting all gives the original, accepting all the rewrite)",
    )
    _add_pair(report)
    _add_output(report, required=True)
    report.add_argument(
        "--format",
        choices=[found.option for found in FORMATS if not found.needs_qt],
        help="for standard output (-o -), which has no file name ending",
    )
    report.add_argument(
        "--layout",
        choices=[layout.value for layout in Layout],
        default=Layout.SIDE_BY_SIDE.value,
        help="how the two texts are arranged; default: side-by-side",
    )
    report.add_argument(
        "--only-changes", action="store_true", help="leave out paragraphs in which nothing changed"
    )
    report.add_argument(
        "--weight",
        choices=[weight.name.lower() for weight in reversed(Weight)],
        default=SHOWN_WEIGHT.name.lower(),
        help="mark what weighs at least this much; grammar is function words, tense and form, "
        "punctuation also quotation marks and dashes; default: wording",
    )
    _add_severity(report)
    _add_without(report)
    _add_language(report)

    batch = commands.add_parser(
        "batch",
        parents=parents,
        help="many pairs: reports, and an index page with a table to sort",
        epilog="Folders are paired by the names of their files, the rest by content. The index has "
        "a column for each kind of finding and the pairs with the gravest findings first; without "
        "findings (--without findings) a batch takes less time. The cells of "
        "a list may be separated by commas, semicolons or tabs. The same command again continues "
        "a run that was stopped; it compares only pairs that failed, or whose files, format or "
        "program version have changed. A pair that hangs or takes too much memory is tried "
        "twice, then listed in the index as failed. Exit status: 0 all pairs are done, 1 some "
        "could not be compared, 2 none could or the command is wrong, 130 stopped by Ctrl-C, 143 "
        "by SIGTERM.",
    )
    batch.add_argument(
        "sources", nargs="+", metavar="PAIRS.csv | FOLDER FOLDER", help="a list, or two folders"
    )
    batch.add_argument("-o", "--output", required=True, metavar="FOLDER", help="where to write")
    batch.add_argument(
        "--format",
        choices=[found.option for found in formats_offered(Offer.BATCH)],
        default="html",
        help="format of the reports; default: html",
    )
    batch.add_argument(
        "--jobs",
        type=_count,
        default=0,
        metavar="N",
        help="pairs compared at the same time; default: one for each core",
    )
    _add_severity(batch)
    _add_without(batch)
    _add_language(batch)

    completion = commands.add_parser(
        "completion",
        parents=parents,
        help="a script that completes these commands in your shell",
        epilog='bash: eval "$(facing completion bash)"  '
        "fish: facing completion fish > ~/.config/fish/completions/facing.fish",
    )
    completion.add_argument("shell", choices=SHELLS)

    stats = commands.add_parser(
        "stats",
        parents=parents,
        help="how much was kept, reworded, moved, removed, added, and changes of meaning by kind",
    )
    _add_pair(stats)
    _add_severity(stats)
    _add_without(stats, ["findings"])
    _add_output(stats, required=False)

    findings = commands.add_parser(
        "findings",
        parents=parents,
        help="what changed in meaning, with both passages, the gravest first",
        epilog="Findings are hints: read both passages. Severity: 5 a fact is turned into its "
        "opposite, 4 a fact changed, 3 the sense shifts, 2 a nuance, 1 a blemish. With "
        "--exit-code, the status is 1 if there is a finding of the severity and kind asked for.",
    )
    _add_pair(findings)
    _add_severity(findings)
    findings.add_argument(
        "--kind",
        action="append",
        default=[],
        metavar="KIND",
        choices=[kind.value for kind in FindingKind],
        help=f"only findings of this kind: {', '.join(kind.value for kind in FindingKind)}; "
        "may be given several times",
    )
    findings.add_argument(
        "--format", choices=("text", "json", "tsv"), default="text", help="default: text"
    )
    _add_output(findings, required=False)

    picture = commands.add_parser(
        "picture", parents=parents, help="the window with the pair in it, as a picture"
    )
    _add_pair(picture, with_sample=True)
    _add_output(picture, required=True)
    picture.add_argument("--size", default="1400x900", help="width and height; default: 1400x900")
    picture.add_argument("--theme", choices=_THEMES, default="light", help="default: light")
    picture.add_argument(
        "--mode",
        choices=_MODE_CHOICES,
        default=_MODE_CHOICES[0],
        help=f"default: {_MODE_CHOICES[0]}",
    )
    picture.add_argument("--at", type=int, default=0, metavar="N", help="go to change number N")
    return parser


def _add_general(parser: argparse.ArgumentParser, *, default: bool | str) -> None:
    parser.add_argument(
        "--verbose", action="store_true", default=default, help="show debugging messages"
    )
    parser.add_argument(
        "--quiet", action="store_true", default=default, help="show no progress or warnings"
    )


def _count(text: str) -> int:
    """Convert a number of processes. Raises `ArgumentTypeError`."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of pairs; write 0, 1, 2, …")
    return number


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


def _add_severity(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--severity",
        type=int,
        choices=range(1, 6),
        default=SHOWN_SEVERITY,
        help=f"the least severity of findings shown, from 1 to 5; default: {SHOWN_SEVERITY}",
    )


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=list(CATALOG_LANGUAGES),
        default="en",
        help="the language that is spoken in reports for people; default: en",
    )


def _add_without(parser: argparse.ArgumentParser, parts: Sequence[str] = PARTS) -> None:
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=parts,
        help="leave a part out; may be given several times",
    )


def _add_output(parser: argparse.ArgumentParser, *, required: bool) -> None:
    default = "" if required else "; default: standard output"
    parser.add_argument(
        "-o", "--output", required=required, metavar="FILE", help=f"where to write{default}"
    )
