"""Tables that spreadsheets show and do not calculate, and that programs read back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from facing_pages import Comparison, compare
from facing_pages.core.documents import document_from_text
from facing_pages.core.model import Document
from facing_pages.export.as_spreadsheet import comparison_xlsx
from facing_pages.export.as_tables import (
    comparison_csv,
    comparison_tmx,
    comparison_tsv,
    comparison_xliff,
    guarded,
    table_rows,
)
from facing_pages.export.report_options import ReportOptions
from facing_pages.export.writing import report_bytes

FORMULAS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\ufeff=1", "\u200b=1"),
    *("\uff1d1", "\uff0d1", "\uff0b1", "\uff20A"),
]
GUARD = re.compile("'+[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|'+[\t\r\n]")
HARMLESS = ["The lamp", "'tis", "– she said", "— she said", "1 = 1", "", "a@b", "″=1"]
TEXTS = (
    '=HYPERLINK("http://x","y") was there. @SUM of all lamps. "Come," she said.\n\n- No, 5 lamps.',
    '=HYPERLINK("http://x","z") was here. @SUM of all lights. "Come," he said.\n\n- No, 6 lamps.',
)


def unguarded(cell: str) -> str:
    """Take the guard off, as the documentation says."""
    return cell[1:] if GUARD.match(cell) else cell


@pytest.mark.parametrize("cell", [*FORMULAS, *("'" + cell for cell in FORMULAS)])
def test_what_a_spreadsheet_would_calculate_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", HARMLESS)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell == unguarded(cell)


@pytest.mark.parametrize(("write", "delimiter"), [(comparison_csv, ","), (comparison_tsv, "\t")])
def test_tables_are_read_back_to_the_letter(write: object, delimiter: str) -> None:
    comparison = compare(*TEXTS)
    text = write(comparison)  # type: ignore[operator]
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)
    found = [tuple(map(unguarded, row)) for row in rows]
    assert found == list(table_rows(comparison))
    assert any(cell.startswith('=HYPERLINK("http') for row in found for cell in row)


def test_quotation_marks_at_the_start_of_a_cell_take_no_other_cell_with_them() -> None:
    line = next(line for line in comparison_tsv(compare(*TEXTS)).splitlines() if "Come" in line)
    assert '\t"""Come,"" she said."\t' in line


def test_only_files_for_spreadsheets_have_a_mark_of_the_encoding() -> None:
    comparison = compare(*TEXTS)
    marks = {
        suffix: report_bytes(comparison, suffix, ReportOptions()).startswith(b"\xef\xbb\xbf")
        for suffix in (".csv", ".tsv", ".json", ".txt", ".md", ".tmx")
    }
    assert [suffix for suffix, has_mark in marks.items() if has_mark] == [".csv"]
    assert b"\r\n" in report_bytes(comparison, ".csv", ReportOptions())


def named(name: str) -> Comparison:
    documents: list[Document] = [document_from_text(text, name=name) for text in TEXTS]
    return compare(*documents)


@pytest.mark.parametrize(
    "name", ["x\udcff\udcfe.txt", "a\nb\x01\x1b.txt", "\ufffe.txt", '"<&>.txt']
)
@pytest.mark.parametrize(
    "suffix", [".html", ".docx", ".md", ".txt", ".xlsx", ".csv", ".tsv", ".json", ".tmx", ".xlf"]
)
def test_every_format_takes_every_name(name: str, suffix: str) -> None:
    content = report_bytes(named(name), suffix, ReportOptions())
    if suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                ElementTree.fromstring(archive.read(part))
    else:
        text = content.decode("utf-8")
        if suffix in (".tmx", ".xlf"):
            ElementTree.fromstring(text)


def test_characters_that_xml_cannot_hold_are_in_none_of_its_files() -> None:
    odd = compare("The lamp \ufffe\uffff was lit \x01.", "The lamp \ufffe\uffff was not \x01.")
    for text in (comparison_tmx(odd), comparison_xliff(odd)):
        ElementTree.fromstring(text)
    with zipfile.ZipFile(io.BytesIO(comparison_xlsx(odd))) as archive:
        for part in archive.namelist():
            ElementTree.fromstring(archive.read(part))
