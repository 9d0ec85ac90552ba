"""All formats list the same findings, and the JSON is valid for each kind."""

from __future__ import annotations

import io
import json
import re
import zipfile
from xml.etree import ElementTree

import jsonschema
import pytest

from facing_pages.core.model import FindingKind, Side
from facing_pages.core.resources import resource
from facing_pages.export.as_json import comparison_json
from facing_pages.export.as_plain import LINE_CHARACTERS, findings_lines
from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.previewing import make_preview
from facing_pages.export.report import make_report
from facing_pages.export.report_options import REPORT_PARTS, ReportOptions, without_parts
from facing_pages.export.writing import report_bytes
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings

ALL = ReportOptions(severity=1)


def text_of(suffix: str) -> str:
    """Return the words of a report, without markup, tables and line ends."""
    content = report_bytes(comparison_with_findings(), suffix, ALL)
    if not content.startswith(b"PK"):
        marks = r"\[-|-\]|\{\+|\+\}" if suffix == ".txt" else r"<[^>]*>|\*\*"
        plain = re.sub(marks, "", content.decode("utf-8"))
        return " ".join(plain.split())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if "document.xml" in name or "shared" in name]
        trees = [ElementTree.fromstring(archive.read(n)) for n in parts if n.endswith(".xml")]
    return " ".join(" ".join("".join(tree.itertext()) for tree in trees).split())


@pytest.mark.parametrize("suffix", [".html", ".docx", ".md", ".txt", ".xlsx"])
def test_a_format_has_every_finding_with_its_reason_and_passages(suffix: str) -> None:
    chapter = make_report(comparison_with_findings(), ALL).findings
    assert chapter is not None
    text = text_of(suffix)
    assert chapter.headline in text
    for entry in chapter.findings:
        assert entry.name in text
        assert entry.reason in text
        assert all(entry.passage_text(side) in text for side in Side)
    assert "Findings are hints: read both passages." in text


def test_a_pdf_has_them_in_the_same_order() -> None:
    report = make_report(comparison_with_findings(), ALL, merged=False)
    text = report_rich_text(report)
    assert report.findings is not None
    places = [text.index(f"{e.number}. <b>{e.name}</b>") for e in report.findings.findings]
    assert places == sorted(places)
    assert text.index("What changed in meaning") < text.index("words, ")
    assert text.count("<b><u>") == sum(
        bool(e.words(side)) for e in report.findings.findings for side in Side
    )


def test_a_preview_begins_with_them() -> None:
    assert "1 number" in make_preview(comparison_with_findings(), ".html", ALL).text
    assert "1 number" in make_preview(comparison_with_findings(), ".txt", ALL).text
    assert "1 number" in make_preview(comparison_with_findings(), ".xlsx", ALL).text
    without = ReportOptions(findings=False)
    assert "1 number" not in make_preview(comparison_with_findings(), ".xlsx", without).text


def test_a_preview_with_many_findings_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    for suffix in (".pdf", ".xlsx"):
        options = ReportOptions(severity=1, changes=False)
        assert not make_preview(comparison_with_findings(), suffix, options).is_cut
        with monkeypatch.context() as patch:
            patch.setattr("facing_pages.export.previewing.MAX_PREVIEW_CHANGES", 14)
            preview = make_preview(comparison_with_findings(), suffix, options)
        assert preview.is_cut
        assert "14. <b>" in preview.text
        assert "15. <b>" not in preview.text


def test_lines_fit_into_a_terminal() -> None:
    chapter = make_report(comparison_with_findings(), ALL).findings
    assert chapter is not None
    assert max(map(len, findings_lines(chapter))) <= LINE_CHARACTERS


def test_the_schema_holds_for_every_kind() -> None:
    schema = json.loads(resource("schemas/comparison-2.schema.json").read_text("utf-8"))
    content = json.loads(comparison_json(comparison_with_findings()))
    jsonschema.validate(content, schema)
    assert {entry["kind"] for entry in content["findings"]} == {kind.value for kind in FindingKind}
    jsonschema.validate(json.loads(comparison_json(comparison_without_findings())), schema)


def test_a_spreadsheet_begins_with_the_sheet_of_findings_if_they_are_wanted() -> None:
    def sheets(options: ReportOptions) -> list[str]:
        content = report_bytes(comparison_with_findings(), ".xlsx", options)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return re.findall(r'<sheet name="(\w+)"', archive.read("xl/workbook.xml").decode())

    assert sheets(ALL) == ["Findings", "Links"]
    assert sheets(ReportOptions(findings=False)) == ["Links"]


def test_every_part_can_be_left_out() -> None:
    for part in REPORT_PARTS:
        assert getattr(ReportOptions(), part.name) is True
        assert getattr(without_parts(ReportOptions(), [part.name]), part.name) is False
