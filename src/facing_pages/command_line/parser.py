"""What the `facing` command understands."""

from __future__ import annotations

import argparse
import sys
from typing import Final, NoReturn

from facing_pages import __version__
from facing_pages.core.options import Level
from facing_pages.export.report import Layout

FAILED: Final = 2
SHELLS: Final = ("bash", "zsh", "fish")
REPORT_FORMATS: Final = (
    "html", "docx", "md", "txt", "xlsx", "csv", "tsv", "json", "tmx", "xlf",
)  # fmt: skip
PARTS: Final = ("summary", "legend", "texts", "changes")
_FORMATS: Final = ("json", "tsv", "tmx")
_THEMES: Final = ("light", "sepia", "dark", "high-contrast")
_BATCH_FORMATS: Final = ("html", "docx", "md", "txt", "xlsx", "json")
_MODES: Final = ("side-by-side", "flowing", "one-column", "original-only", "rewrite-only", "align")


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit with status 2."""
        said = f"{message[:1].upper()}{message[1:]}. Try: {self.prog} --help"
        print(f"facing: {said}", file=sys.stderr)  # noqa: T201 - the command's own voice
        sys.exit(FAILED)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command; `command` is the name of what is to be done."""
    parser = _Parser(
        prog="facing",
        description="Align a text with its rewrite and tell what changed.",
        epilog="Use - to read one of the texts from standard input.",
    )
    parser.add_argument("--version", action="version", version=f"Facing Pages {__version__}")
    parser.add_argument("--verbose", action="store_true", help="show what goes on inside")
    parser.add_argument("--quiet", action="store_true", help="say nothing while it works")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

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

    report = commands.add_parser(
        "report",
        help="a report to send out: .html .docx .pdf .md .txt .xlsx .csv .tsv .json .tmx .xlf",
        epilog="example: facing report draft.docx edited.docx -o changes.docx --layout one-column "
        "(tracked changes: rejecting all gives the original, accepting all the rewrite)",
    )
    _add_pair(report)
    _add_output(report, required=True)
    report.add_argument(
        "--format", choices=REPORT_FORMATS, help="for standard output (-o -), which has no ending"
    )
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
        choices=PARTS,
        help="leave a part out; may be given several times",
    )

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

    completion = commands.add_parser(
        "completion",
        help="a script that completes these commands in your shell",
        epilog='bash: eval "$(facing completion bash)"  '
        "fish: facing completion fish > ~/.config/fish/completions/facing.fish",
    )
    completion.add_argument("shell", choices=SHELLS)

    stats = commands.add_parser("stats", help="how much was kept, reworded, moved, removed, added")
    _add_pair(stats)
    _add_output(stats, required=False)

    picture = commands.add_parser("picture", help="the window with the pair in it, as a picture")
    _add_pair(picture, with_sample=True)
    _add_output(picture, required=True)
    picture.add_argument("--size", default="1400x900", help="width and height; default: 1400x900")
    picture.add_argument("--theme", choices=_THEMES, default="light", help="default: light")
    picture.add_argument("--mode", choices=_MODES, default=_MODES[0], help=f"default: {_MODES[0]}")
    picture.add_argument("--at", type=int, default=0, metavar="N", help="go to change number N")
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
