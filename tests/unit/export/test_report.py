"""Reports say the same in every format, and the same as the screen."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from lxml import etree

from facing_pages import Comparison, Side, Span, compare, read_document
from facing_pages.core.errors import Cancelled, WritingError
from facing_pages.core.model import LinkKind
from facing_pages.core.options import Level, Options
from facing_pages.core.progress import Progress
from facing_pages.core.reading.files import from_bytes
from facing_pages.core.resources import resource, sample_pair
from facing_pages.export.as_docx import report_docx
from facing_pages.export.as_html import report_html
from facing_pages.export.as_json import comparison_json
from facing_pages.export.as_plain import report_markdown, report_text
from facing_pages.export.as_spreadsheet import comparison_xlsx
from facing_pages.export.as_tables import comparison_csv, comparison_tmx, comparison_xliff
from facing_pages.export.formats import FORMATS
from facing_pages.export.previewing import make_preview
from facing_pages.export.report import Report, make_report
from facing_pages.export.report_options import Layout, ReportOptions, Scope
from facing_pages.export.report_pieces import without_typography
from facing_pages.export.writing import write_report, write_whole
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.marks.tracked_text import State
from facing_pages.pdf import isolated_printing as printing_apart
from facing_pages.pdf.isolated_printing import print_report
from tests.helpers.places import DATA

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCHEMAS = DATA / "schemas"
COLUMN = ReportOptions(layout=Layout.ONE_COLUMN)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(*(read_document(path) for path in sample_pair()))


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> Report:
    return make_report(comparison)


def paragraphs(comparison: Comparison, side: Side) -> list[str]:
    document = comparison.document(side)
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


def text_without(report: Report, state: State) -> list[str]:
    found = [""]
    for row in report.rows:
        for piece in row.pieces:
            if piece.state is not state:
                found[-1] += piece.text or ""
                found += [""] if piece.text is None else []
    return found[:-1]


def test_leaving_out_what_came_or_went_gives_either_text(
    comparison: Comparison, report: Report
) -> None:
    assert text_without(report, State.ADDED) == paragraphs(comparison, Side.ORIGINAL)
    assert text_without(report, State.REMOVED) == paragraphs(comparison, Side.REWRITE)


def test_the_runs_of_a_side_give_its_text(comparison: Comparison, report: Report) -> None:
    for side in Side:
        found = [
            "".join(run.text for run in paragraph.runs)
            for row in report.rows
            for paragraph in row.paragraphs(side)
        ]
        assert found == paragraphs(comparison, side)


def test_kinds_and_scope_are_those_chosen(comparison: Comparison, report: Report) -> None:
    every = make_report(comparison, ReportOptions(weight=Weight.PUNCTUATION))
    assert len(every.changes) == sum(every.counts.values()) > len(report.changes)
    assert ViewKind.MINOR not in {change.kind for change in report.changes}
    changed = make_report(comparison, ReportOptions(scope=Scope.CHANGED))
    assert 0 < len(changed.rows) < len(report.rows)
    assert all(row.is_changed for row in changed.rows)


def test_a_selection_is_reported_with_the_rows_it_touches(comparison: Comparison) -> None:
    spans = [paragraph.span for paragraph in comparison.rewrite.paragraphs[2:4]]
    selection = (Side.REWRITE, Span(spans[0].start + 3, spans[1].start + 3))
    options = ReportOptions(scope=Scope.SELECTION, selection=selection)
    report = make_report(comparison, options)
    assert [p.number for row in report.rows for p in row.rewrite] == [3, 4]
    assert 0 < len(report.changes) < 20


def test_typography_is_no_change_in_one_column(report: Report) -> None:
    row = next(row for row in report.rows if "star that had lost" in str(row.pieces))
    assert {piece.state for piece in without_typography(row.pieces)} == {State.KEPT}


# --- formats ---------------------------------------------------------------------------------


def test_a_web_page_has_all_words_and_marks_and_needs_no_other_file(
    comparison: Comparison, report: Report
) -> None:
    page = report_html(report)
    assert from_bytes(page.encode(), name="report.html").text
    assert page.count("<tr id=") == len(report.rows)
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert 'class="added"' in page
    assert f"Changes ({len(report.changes)})" in page
    plain = re.sub(r"<[^>]+>", "", page)
    for text in paragraphs(comparison, Side.REWRITE):
        assert text.replace("&", "&amp;") in plain


def test_words_that_look_like_markup_are_written_as_words() -> None:
    odd = compare("The <b>lamp</b> & the *gate* | was [shut].", "The <i>lamp</i> & the gate.")
    page, marks = report_html(make_report(odd)), report_markdown(make_report(odd))
    assert "&lt;" in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert r"\*" in marks
    assert r"\|" in marks


def docx_text(data: bytes, skip: tuple[str, ...], dropped: str) -> list[str]:
    """Return the paragraphs of a Word file without some changes; ends of paragraphs too."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = [""]
    for paragraph in root.iter(f"{W}p"):
        for part in paragraph:
            if part.tag not in {f"{W}{name}" for name in skip}:
                found[-1] += "".join(
                    element.text or ""
                    for element in part.iter()
                    if element.tag in (f"{W}t", f"{W}delText")
                )
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        marks = [] if mark is None else [element.tag for element in mark]
        if f"{W}{dropped}" not in marks and not (dropped == "ins" and f"{W}moveTo" in marks):
            found.append("")
    return [text for text in found if text]


def test_tracked_changes_rejected_give_the_original_and_accepted_the_rewrite(
    comparison: Comparison,
) -> None:
    data = report_docx(make_report(comparison, COLUMN), at=datetime(2026, 1, 2, tzinfo=UTC))
    rejected = docx_text(data, ("ins", "moveTo"), "ins")
    assert rejected == paragraphs(comparison, Side.ORIGINAL)
    accepted = from_bytes(data, name="report.docx")
    spans = [paragraph.span.of(accepted.text) for paragraph in accepted.paragraphs]
    assert spans == paragraphs(comparison, Side.REWRITE)
    assert data[:2] == b"PK"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    assert 'w:date="2026-01-02T00:00:00Z"' in document
    assert "<w:moveFrom " in document
    assert len(re.findall(r'w:id="(\d+)"', document)) == len(
        set(re.findall(r'w:id="(\d+)"', document))
    )


def test_a_word_table_has_both_texts(comparison: Comparison, report: Report) -> None:
    read = from_bytes(report_docx(report), name="table.docx")
    for side in Side:
        for text in paragraphs(comparison, side):
            assert text in read.text


def test_plain_text_marks_words_in_brackets(comparison: Comparison) -> None:
    text = report_text(make_report(comparison, COLUMN))
    assert "The [-Lamp-]{+Light+} at Garrow Point" in text


def test_tables_have_a_row_for_each_link(comparison: Comparison) -> None:
    rows = list(csv.reader(io.StringIO(comparison_csv(comparison))))
    assert len(rows) == len(comparison.alignment.links) + 1
    assert {len(row) for row in rows} == {7}
    with zipfile.ZipFile(io.BytesIO(comparison_xlsx(comparison))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(rows)


SET = (
    "<h1>A house</h1><p>The <i>old lamp</i> was <b>quiet</b> in the <b><i>dark</i></b> hall.</p>",
    "<h1>A house</h1><p>The <i>new lamp</i> was <b>quiet</b> in the <b><i>dark</i></b> room.</p>",
)


@pytest.fixture(scope="module")
def set_apart() -> Comparison:
    pair = [from_bytes(page.encode(), name=f"{k}.html") for k, page in enumerate(SET)]
    return compare(*pair)


@pytest.mark.parametrize("layout", list(Layout))
def test_words_that_are_set_apart_stay_so(set_apart: Comparison, layout: Layout) -> None:
    report = make_report(set_apart, ReportOptions(layout=layout))
    page = report_html(report)
    assert "<strong>quiet</strong>" in page
    assert "<strong><em>dark</em></strong>" in page
    with zipfile.ZipFile(io.BytesIO(report_docx(report))) as archive:
        words = ElementTree.fromstring(archive.read("word/document.xml"))
    runs = {
        "".join(run.itertext()): [item.tag for item in run.findall(f"{W}rPr/*")]
        for run in words.iter(f"{W}r")
    }
    assert runs["quiet"] == [f"{W}b"]
    assert runs["dark"] == [f"{W}b", f"{W}i"]
    old, new = runs["old"], runs["new"]
    assert f"{W}i" in old
    assert f"{W}i" in new
    text = report_text(report)
    assert "[-old-]{+new+} lamp was quiet in the dark [-hall-]{+room+}." in text


def test_a_word_file_with_a_table_has_all_that_was_chosen(comparison: Comparison) -> None:
    def words(options: ReportOptions) -> str:
        with zipfile.ZipFile(io.BytesIO(report_docx(make_report(comparison, options)))) as archive:
            page = ElementTree.fromstring(archive.read("word/document.xml"))
        return "\n".join("".join(p.itertext()) for p in page.iter(f"{W}p"))

    whole = words(ReportOptions())
    count = len(make_report(comparison).changes)
    assert f"Changes ({count})" in whole
    assert "kept: " in whole
    assert "reworded  removed" in whole
    bare = words(ReportOptions(summary=False, legend=False, changes=False))
    for left_out in ("Changes (", "kept: ", "reworded  removed"):
        assert left_out not in bare
    assert "Changes (" not in words(COLUMN)


def test_what_looks_like_a_formula_is_text_in_a_spreadsheet() -> None:
    odd = compare("=1+1 is two.", "=1+1 is two.")
    with zipfile.ZipFile(io.BytesIO(comparison_xlsx(odd))) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_translators_get_every_linked_pair(comparison: Comparison) -> None:
    linked = [link for link in comparison.alignment.links if link.original and link.rewrite]
    tmx = ElementTree.fromstring(comparison_tmx(comparison))
    assert len(tmx.findall("body/tu")) == len(linked)
    space = "{urn:oasis:names:tc:xliff:document:2.0}"
    xliff = ElementTree.fromstring(comparison_xliff(comparison))
    assert len(xliff.findall(f"{space}file/{space}unit")) == len(linked)
    assert xliff.find(f".//{space}target") is not None


ODD_PAIRS = [
    ("Nothing has a counterpart.", "Quite other words, 1789."),
    ('She said "a < b & c > d" \x0b\x00 \ud800 quietly.', "She said that \x1f a is less."),
    ("Der Wagen stand im Hof und die Lampe war nicht an.", "Die Lampe war aus."),
]


@pytest.mark.parametrize(
    ("schema", "write"), [("tmx-1.4", comparison_tmx), ("xliff-2.1", comparison_xliff)]
)
def test_files_for_translators_are_what_their_standards_say(
    comparison: Comparison, schema: str, write: Callable[[Comparison], str]
) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    for pair in (comparison, *(compare(*texts) for texts in ODD_PAIRS)):
        content = etree.fromstring(write(pair).encode("utf-8"))
        grammar.assertValid(content)
        numbers = content.xpath("//*[local-name() = 'unit']/@id")
        assert len(set(numbers)) == len(numbers)


def is_valid_json(content: dict[str, Any], schema: int) -> bool:
    text = resource(f"schemas/comparison-{schema}.schema.json").read_text("utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
    return jsonschema.Draft202012Validator(json.loads(text)).is_valid(content)


@pytest.mark.parametrize("level", list(Level))
def test_json_is_what_its_schema_says(comparison: Comparison, level: Level) -> None:
    content = json.loads(comparison_json(comparison, level=level))
    assert is_valid_json(content, 1)
    del content["links"][0]["kind"]
    assert not is_valid_json(content, 1)


def test_json_with_findings_is_what_schema_2_says() -> None:
    found = compare("Ten men came.", "Two men came.", options=Options(findings=True))
    content = json.loads(comparison_json(found))
    assert content["schema"] == 2
    assert [finding["kind"] for finding in content["findings"]] == ["number"]
    assert is_valid_json(content, 2)
    content["findings"][0]["severity"] = 6
    assert not is_valid_json(content, 2)


# --- files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [s for f in FORMATS if not f.needs_qt for s in f.suffixes])
def test_every_format_is_written(comparison: Comparison, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    write_report(comparison, path)
    assert path.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [path]
    if suffix == ".json":
        assert json.loads(path.read_text("utf-8"))["schema"] == 1


def test_what_cannot_be_written_is_told_and_harms_nothing(
    comparison: Comparison, tmp_path: Path
) -> None:
    with pytest.raises(WritingError, match="no ending that names a format"):
        write_report(comparison, tmp_path / "report.foo")
    with pytest.raises(WritingError, match=r"Unable to write report\.html"):
        write_report(comparison, tmp_path / "nowhere" / "report.html")
    assert list(tmp_path.iterdir()) == []


class _Stop:
    """Asks to stop after some looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def is_cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@pytest.mark.parametrize("suffix", [suffix for f in FORMATS for suffix in f.suffixes])
def test_writing_tells_how_far_it_is_and_can_be_stopped_to_the_last(
    comparison: Comparison, tmp_path: Path, suffix: str
) -> None:
    told: list[float] = []
    path = tmp_path / f"report{suffix}"
    progress = Progress(lambda _, share: told.append(share))
    write_report(comparison, path, print_report=print_report, progress=progress)
    assert told == sorted(told)
    assert told[-1] == 1.0
    kept = path.read_bytes()
    # How often a PDF looks depends on how long it takes.
    for looks in (0, len(told) - 1 if suffix != ".pdf" else 40):
        stopping = Progress(cancel=_Stop(looks))
        with pytest.raises(Cancelled):
            write_report(comparison, path, print_report=print_report, progress=stopping)
        assert path.read_bytes() == kept
    assert list(tmp_path.iterdir()) == [path]


def test_a_pdf_that_takes_too_long_says_so(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("old", "utf-8")
    monkeypatch.setattr(printing_apart, "printing_limit_seconds", lambda characters: 0.0)

    with pytest.raises(WritingError, match="making the PDF took more than 0 minutes"):
        write_report(comparison, path, print_report=print_report)

    assert path.read_text("utf-8") == "old"


def test_a_pdf_process_that_ends_says_so(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing_apart, "_print", _end)

    with pytest.raises(WritingError, match="the process that writes reports ended unexpectedly"):
        write_report(comparison, tmp_path / "report.pdf", print_report=print_report)


def _end(connection: Connection) -> None:
    connection.close()


def test_a_preview_is_the_beginning(comparison: Comparison) -> None:
    report = make_report(comparison, max_rows=2)
    assert [row.number for row in report.rows] == [1, 2]
    assert report.row_count == len(make_report(comparison).rows)
    preview = make_preview(comparison, ".html", ReportOptions(changes=False))
    assert (preview.is_rich, preview.is_cut) == (True, False)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no devices in folders")
def test_links_and_devices_stay_what_they_are(comparison: Comparison, tmp_path: Path) -> None:
    there, link = tmp_path / "there.html", tmp_path / "link.html"
    there.write_text("old", "utf-8")
    link.symlink_to(there)
    write_report(comparison, link)
    assert link.is_symlink()
    assert there.read_text("utf-8").startswith("<!DOCTYPE html>")
    write_whole(Path("/dev/null"), b"gone")
    assert not Path("/dev/null").is_file()


MOVED = "The bread was gone by noon."
STAYED = "Every Thursday the baker gave his oldest bread to the swans."
LAST = "Rain had ruined the harvest, so the market stayed closed for a month."


def moved_report() -> Report:
    """Return a report of a paragraph that became the last sentence of another."""
    pair = compare(f"{STAYED}\n\n{MOVED}\n\n{LAST}", f"{STAYED}\n\n{LAST} {MOVED}")
    return make_report(pair, ReportOptions(weight=Weight.PUNCTUATION))


def test_a_row_whose_sentence_moved_says_so_and_where() -> None:
    gone = moved_report().rows[1]
    assert (gone.kind, gone.sign) == (LinkKind.REMOVED, ViewKind.MOVED)
    assert (gone.elsewhere, gone.is_elsewhere_whole, gone.is_half) == ((2,), True, False)
    page = report_html(moved_report())
    assert '<p class="note">moved to ¶ 2</p>' in page
    assert "no counterpart" not in page
    assert moved_report().rows[2].sign is ViewKind.MOVED


def test_a_move_is_listed_with_its_words_once_and_both_paragraphs() -> None:
    moved = next(c for c in moved_report().changes if c.kind is ViewKind.MOVED)
    assert (moved.arrow, moved.where) == (MOVED, "¶ 2 → ¶ 2")
    assert f"¶ 2 → ¶ 2  moved: {MOVED}" in report_text(moved_report())


def test_what_is_reordered_or_has_another_form_is_listed_as_that() -> None:
    pair = compare(
        "The officials told the press about the colour of the vehicle trunk.",
        "The officials told the press about the color of the trunk of the vehicle.",
    )
    every = make_report(pair, ReportOptions(weight=Weight.GRAMMAR))
    words = [change.words for change in every.changes]
    assert words == ["another form", "reordered"]
