"""Every format of reports, through everything that offers, previews or writes it."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from facing_pages import Comparison, compare
from facing_pages.command_line.facing import main
from facing_pages.command_line.pairs import FilePair
from facing_pages.command_line.parser import make_parser
from facing_pages.core.errors import NO_SUCH_FORMAT, WritingError
from facing_pages.export.formats import (
    FORMATS,
    Offer,
    ReportFormat,
    format_of,
    formats_offered,
    has_format,
)
from facing_pages.export.previewing import make_preview
from facing_pages.export.report_options import Layout, ReportOptions
from facing_pages.export.writing import check_format, report_bytes, write_report
from facing_pages.marks.kinds import Weight
from facing_pages.pdf.isolated_printing import print_report
from tests.helpers.places import CHECKOUT

ORIGINAL = "The lamp was quiet when she came down to it.\n\nNobody had told her of the storm."
REWRITE = "The lamp was silent when she came down to it.\n\nNobody had told her of the storm."
WITHOUT_QT = [found for found in FORMATS if not found.needs_qt]
each_format = pytest.mark.parametrize("found", FORMATS, ids=lambda found: found.option)


@cache
def comparison() -> Comparison:
    return compare(ORIGINAL, REWRITE)


def choices(command: str, option: str) -> list[str]:
    """Return what an option of a command may be."""
    parser = make_parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    action = next(a for a in commands.choices[command]._actions if option in a.option_strings)
    return [str(choice) for choice in action.choices or ()]


def written_pair(folder: Path) -> list[str]:
    files = [folder / "old.txt", folder / "new.txt"]
    for file, text in zip(files, (ORIGINAL, REWRITE), strict=True):
        file.write_text(text, "utf-8")
    return [str(file) for file in files]


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for found in FORMATS for suffix in found.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(format_of(suffix.upper()).is_suffix_of(f"a{suffix}") for suffix in suffixes)


@each_format
def test_a_report_is_written_to_a_file(found: ReportFormat, tmp_path: Path) -> None:
    for suffix in found.suffixes:
        target = tmp_path / f"report{suffix.upper()}"
        write_report(comparison(), target, print_report=print_report)
        assert target.stat().st_size > 100


@each_format
def test_bytes_are_made_unless_qt_is_needed(found: ReportFormat) -> None:
    if found.needs_qt:
        with pytest.raises(WritingError):
            report_bytes(comparison(), found.suffix, ReportOptions())
        with pytest.raises(WritingError, match="no ending that names a format"):
            check_format(f"report{found.suffix}", with_qt=False)
    else:
        assert report_bytes(comparison(), found.suffix, ReportOptions())
        check_format(f"report{found.suffix}", with_qt=False)


@each_format
@pytest.mark.parametrize("layout", Layout)
def test_a_preview_shows_words_of_both_texts(found: ReportFormat, layout: Layout) -> None:
    preview = make_preview(comparison(), found.suffix, ReportOptions(layout=layout))
    assert "quiet" in preview.text
    assert "silent" in preview.text
    assert not preview.is_cut
    is_rich = found.suffix in (".html", ".docx", ".pdf", ".xlsx")
    assert preview.is_rich is is_rich


@each_format
def test_the_command_writes_it_to_a_file(found: ReportFormat, tmp_path: Path) -> None:
    target = tmp_path / f"report{found.suffix}"
    assert main(["--quiet", "report", *written_pair(tmp_path), "-o", str(target)]) == 0
    assert target.stat().st_size > 100


@pytest.mark.parametrize("found", WITHOUT_QT, ids=lambda found: found.option)
def test_the_command_writes_it_to_standard_output(
    found: ReportFormat, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    stream = ["-o", "-", "--format", found.option]
    assert main(["--quiet", "report", *written_pair(tmp_path), *stream]) == 0
    assert len(capfdbinary.readouterr().out) > 100


@pytest.mark.parametrize("found", formats_offered(Offer.ALIGNMENT), ids=lambda f: f.option)
def test_an_alignment_is_the_report_of_a_format_of_links(
    found: ReportFormat, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    files = written_pair(tmp_path)
    assert main(["--quiet", "align", *files, "--format", found.option]) == 0
    aligned = capfdbinary.readouterr().out
    links = ["-o", "-", "--format", found.option, "--without", "findings"]
    assert main(["--quiet", "report", *files, *links]) == 0
    assert capfdbinary.readouterr().out == aligned


def test_commands_offer_the_formats_they_can_write() -> None:
    assert choices("report", "--format") == [found.option for found in WITHOUT_QT]
    for command, where in (("batch", Offer.BATCH), ("align", Offer.ALIGNMENT)):
        offered = formats_offered(where)
        assert choices(command, "--format") == [found.option for found in offered]
        assert not any(found.needs_qt for found in offered)


def test_a_batch_writes_what_it_offers(tmp_path: Path) -> None:
    from facing_pages.command_line.batch import PairTask, compare_pair

    files = written_pair(tmp_path)
    for found in formats_offered(Offer.BATCH):
        pair = FilePair(files[0], files[1], "report")
        task = PairTask(pair, str(tmp_path), found.suffix, ReportOptions())
        record = compare_pair(task, lambda *_: None)
        assert record.result.error == ""
        assert task.report.stat().st_size > 100


@pytest.mark.parametrize(
    ("suffix", "layout", "is_merged", "has_only_texts"),
    [
        (".html", Layout.SIDE_BY_SIDE, False, False),
        (".html", Layout.ONE_COLUMN, True, False),
        (".docx", Layout.SIDE_BY_SIDE, False, False),
        (".docx", Layout.ONE_COLUMN, True, True),
        (".txt", Layout.SIDE_BY_SIDE, True, False),
    ],
)
def test_what_a_layout_means_for_a_format(
    suffix: str, layout: Layout, is_merged: bool, has_only_texts: bool
) -> None:
    found = format_of(suffix)
    assert found.is_merged(layout) is is_merged
    assert found.has_only_texts(layout) is has_only_texts


def test_what_is_no_format_is_none() -> None:
    assert not has_format(".foo", with_qt=True)
    assert not has_format("", with_qt=True)
    with pytest.raises(KeyError):
        format_of(".foo")


def test_all_suffixes_are_named_to_people() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    for found in FORMATS:
        assert f"`{found.suffix}`" in readme
        assert found.suffix in NO_SUCH_FORMAT
    assert set(re.findall(r"\.[a-z]+(?=[, .])", NO_SUCH_FORMAT)) == {f.suffix for f in FORMATS}


def test_merged_texts_show_changes_down_to_grammar() -> None:
    options = ReportOptions()
    html = format_of(".html")
    assert html.options_for(options).weight is Weight.WORDING
    merged = replace(options, layout=Layout.ONE_COLUMN)
    assert html.options_for(merged).weight is Weight.GRAMMAR
    assert format_of(".txt").options_for(options).weight is Weight.GRAMMAR
    every = replace(merged, weight=Weight.PUNCTUATION)
    assert html.options_for(every) == every
