"""Results of whole texts, to the byte: every report format of the sample, and longer texts.

The longer texts are not ours, so that only digests of their results are stored; they are compared
where the texts are at hand.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from facing_pages import Comparison, compare, document_from_text, read_document
from facing_pages.core.resources import sample_pair
from facing_pages.export.formats import FORMATS
from facing_pages.export.report_options import Layout, ReportOptions, Scope
from facing_pages.export.writing import report_bytes
from tests.helpers.made_findings import comparison_with_findings, comparison_without_findings
from tests.helpers.places import GOLDEN, SHARED
from tests.helpers.stored import check_stored, check_stored_digests

REFERENCES = GOLDEN / "references"
DIGESTS = GOLDEN / "digests.json"
# What Qt lays out depends on its version and on fonts.
SUFFIXES = [found.suffix for found in FORMATS if not found.needs_qt]
WITH_FINDINGS = [found.suffix for found in FORMATS if found.has_findings and not found.needs_qt]
WITH_LAYOUTS = (".html", ".docx", ".md")
BOOKS = ("mansfield-park", "kjv-web")
# Characters of each side of a book: enough for several windows of the aligner.
SLICE = 60_000
TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@cache
def sample_comparison() -> Comparison:
    original, rewrite = sample_pair()
    return compare(read_document(original), read_document(rewrite))


def parts_of(content: bytes) -> bytes:
    """Return the parts of a zip archive one below the other, without times; others as they are."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [f"=== {name}\n".encode() + archive.read(name) for name in archive.namelist()]
    return TIME.sub(b"(time)", b"\n".join(parts).replace(b"><", b">\n<") + b"\n")


def lines_of(comparison: Comparison) -> Iterator[str]:
    """Return what was linked and what changed, a line each, without confidences."""
    for link in comparison.alignment.links:
        yield f"{link.original} {link.rewrite} {link.kind.value} {link.moved}"
    for change in comparison.changes:
        yield f"{change.original} {change.rewrite} {change.kind.value}"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_in_each_format(suffix: str) -> None:
    content = report_bytes(sample_comparison(), suffix, ReportOptions())
    check_stored(REFERENCES / f"sample{suffix}.reference", parts_of(content))


@pytest.mark.parametrize("suffix", WITH_LAYOUTS)
def test_a_report_in_one_column(suffix: str) -> None:
    options = ReportOptions(layout=Layout.ONE_COLUMN, scope=Scope.CHANGED)
    content = report_bytes(sample_comparison(), suffix, options)
    check_stored(REFERENCES / f"one-column{suffix}.reference", parts_of(content))


@pytest.mark.parametrize("suffix", WITH_FINDINGS)
def test_a_report_with_a_finding_of_each_kind(suffix: str) -> None:
    content = report_bytes(comparison_with_findings(), suffix, ReportOptions(severity=2))
    check_stored(REFERENCES / f"findings{suffix}.reference", parts_of(content))


@pytest.mark.parametrize("suffix", WITH_LAYOUTS)
def test_a_report_with_findings_in_one_column(suffix: str) -> None:
    options = ReportOptions(layout=Layout.ONE_COLUMN)
    content = report_bytes(comparison_with_findings(), suffix, options)
    check_stored(REFERENCES / f"findings-in-one-column{suffix}.reference", parts_of(content))


@pytest.mark.parametrize("suffix", WITH_FINDINGS)
def test_a_report_in_which_no_change_of_meaning_was_found(suffix: str) -> None:
    content = report_bytes(comparison_without_findings(), suffix, ReportOptions())
    check_stored(REFERENCES / f"no-findings{suffix}.reference", parts_of(content))


@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_a_report_in_german(suffix: str) -> None:
    options = ReportOptions(severity=2, language="de")
    content = report_bytes(comparison_with_findings(), suffix, options)
    check_stored(REFERENCES / f"german{suffix}.reference", parts_of(content))


def test_the_real_pair(shared_pair: tuple[Path, Path]) -> None:
    original, rewrite = (read_document(path) for path in shared_pair)
    check_stored_digests(DIGESTS, "the real pair", lines_of(compare(original, rewrite)))


@pytest.mark.parametrize("book", BOOKS)
def test_a_slice_of_a_book(book: str) -> None:
    folder = SHARED / "bench" / "books" / book
    if not folder.exists():
        pytest.skip("the books are not beside this checkout")
    documents = [
        document_from_text((folder / f"{side}.txt").read_text("utf-8")[:SLICE], name=side)
        for side in ("source", "target")
    ]
    check_stored_digests(DIGESTS, book, lines_of(compare(*documents)))
