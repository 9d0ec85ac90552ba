"""Changes of meaning in a Word file: comments on their words, and a table."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from facing_pages.core.model import FindingKind
from facing_pages.export.as_docx import report_docx
from facing_pages.export.report import make_report
from facing_pages.export.report_options import Layout, ReportOptions
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = datetime(2026, 1, 2, tzinfo=UTC)


def parts_of(layout: Layout) -> dict[str, str]:
    report = make_report(comparison_with_findings(), ReportOptions(layout=layout, severity=1))
    return contents(report_docx(report, at=AT))


def contents(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def commented_words(document: str) -> dict[int, str]:
    """Return the words, kept or not, between the start and the end of each comment."""
    found: dict[int, str] = {}
    is_open: set[int] = set()
    for element in ElementTree.fromstring(document).iter():
        if element.tag == f"{W}commentRangeStart":
            is_open.add(int(element.attrib[f"{W}id"]))
        elif element.tag == f"{W}commentRangeEnd":
            is_open.discard(int(element.attrib[f"{W}id"]))
        elif element.tag in (f"{W}t", f"{W}delText"):
            for number in is_open:
                found[number] = found.get(number, "") + (element.text or "")
    assert not is_open
    return found


@pytest.mark.parametrize("layout", Layout)
def test_every_finding_has_one_comment_on_its_words(layout: Layout) -> None:
    parts = parts_of(layout)
    document = parts["word/document.xml"]
    comments = ElementTree.fromstring(parts["word/comments.xml"])
    numbers = [int(comment.attrib[f"{W}id"]) for comment in comments]
    assert numbers == list(range(1, len(FindingKind) + 1))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(map(int, re.findall(rf'<w:{tag} w:id="(\d+)"/>', document))) == numbers
    words = commented_words(document)
    assert words[4] == "Ana Lund"
    assert words[9] == "The key is under the stone."


def test_a_comment_says_the_kind_the_reason_and_the_original() -> None:
    comments = ElementTree.fromstring(parts_of(Layout.SIDE_BY_SIDE)["word/comments.xml"])
    texts = ["".join(p.itertext()) for p in comments[4].iter(f"{W}p")]
    assert texts == [
        "Number, severity 4 – 1874 became 1847",
        "Original: The mill was built in 1874 by Anna Lund.",
    ]
    assert comments[4].attrib[f"{W}date"] == "2026-01-02T00:00:00Z"


def test_the_table_has_a_row_for_each_finding_below_the_counts() -> None:
    document = ElementTree.fromstring(parts_of(Layout.SIDE_BY_SIDE)["word/document.xml"])
    tables = list(document.iter(f"{W}tbl"))
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")]
        for row in tables[0].iter(f"{W}tr")
    ]
    assert rows[0] == ["", "Change of meaning", "Original", "Rewrite"]
    assert len(rows) == 1 + len(FindingKind)
    assert rows[5][2:] == [
        "The mill was built in 1874 by Anna Lund.",
        "Ana Lund built the mill in 1847.",
    ]
    assert len(tables) == 2


def test_tracked_changes_have_comments_but_no_table() -> None:
    document = parts_of(Layout.ONE_COLUMN)["word/document.xml"]
    assert "What changed in meaning" not in document
    assert "<w:tbl>" not in document


@pytest.mark.parametrize("layout", Layout)
def test_without_findings_there_is_no_part_for_comments(layout: Layout) -> None:
    report = make_report(comparison_without_findings(), ReportOptions(layout=layout))
    parts = contents(report_docx(report, at=AT))
    assert "word/comments.xml" not in parts
    assert "comments" not in parts["[Content_Types].xml"] + parts["word/_rels/document.xml.rels"]


def test_reasons_with_markup_do_not_break_the_file() -> None:
    comparison = comparison_with_findings()
    first = (comparison.findings or ())[0]
    reason = first.reason._replace(words=("<a> & \x01", '"'))
    report = make_report(replace(comparison, findings=(replace(first, reason=reason),)))
    for name, part in contents(report_docx(report, at=AT)).items():
        assert ElementTree.fromstring(part) is not None, name
