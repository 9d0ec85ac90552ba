from __future__ import annotations

import io
import re
import zipfile
from threading import Thread

import pytest

from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.batch_index import PairResult, index_html
from facing_pages.export.formats import FORMATS
from facing_pages.export.previewing import make_preview
from facing_pages.export.report import make_report
from facing_pages.export.report_language import (
    decimal,
    number_text,
    plural,
    report_language,
    speaking,
    tr,
)
from facing_pages.export.report_options import Layout, ReportOptions
from facing_pages.export.writing import report_bytes
from tests.helpers.made_findings import comparison_with_findings

GERMAN = ReportOptions(language="de")
# For people; all others are for programs.
FOR_PEOPLE = [".html", ".docx", ".md", ".txt", ".xlsx"]
FOR_PROGRAMS = [f.suffix for f in FORMATS if not f.needs_qt and f.suffix not in FOR_PEOPLE]
# Words of English reports that are in no text of the pair.
ENGLISH = re.compile(
    r"\b(Rewrite|Summary|Changes|Findings|words|severity|Severity|meaning|reworded|removed|added"
    r"|nothing corresponds|confidence|Links|same|kind)\b"
)


def words_of(content: bytes) -> str:
    """Return the words that a reader sees in a file."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if re.match(r"(word|xl)/", name)]
            content = b" ".join(map(archive.read, names if names else archive.namelist()))
    text = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", content.decode("utf-8"))
    labels = " ".join(re.findall(r'(?:title|aria-label|sheet name)="([^"]*)"', text))
    return re.sub(r"<[^>]*>", " ", text) + labels


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("suffix", FOR_PEOPLE)
def test_a_report_for_people_has_no_english_words(suffix: str, layout: Layout) -> None:
    options = ReportOptions(language="de", layout=layout)
    found = words_of(report_bytes(comparison_with_findings(), suffix, options))
    assert ENGLISH.findall(found) == []
    assert "Verneinung" in found
    english = words_of(report_bytes(comparison_with_findings(), suffix, ReportOptions()))
    assert ENGLISH.search(english) or layout is Layout.ONE_COLUMN


@pytest.mark.parametrize("suffix", FOR_PROGRAMS)
def test_a_report_for_programs_is_the_same_in_every_language(suffix: str) -> None:
    found = [
        report_bytes(comparison_with_findings(), suffix, options)
        for options in (GERMAN, ReportOptions())
    ]
    assert found[0] == found[1]


def test_what_is_printed_has_no_english_words() -> None:
    text = report_rich_text(make_report(comparison_with_findings(), GERMAN))
    assert ENGLISH.findall(re.sub(r"<[^>]*>", " ", text)) == []
    assert "Umarbeitung" in text


@pytest.mark.parametrize("suffix", [".pdf", *FOR_PEOPLE])
def test_a_preview_speaks_as_the_report_does(suffix: str) -> None:
    text = make_preview(comparison_with_findings(), suffix, GERMAN).text
    assert ENGLISH.findall(re.sub(r"<[^>]*>", " ", text)) == []
    assert "Umarbeitung" in text


def test_the_index_of_a_batch_speaks_as_its_reports_do() -> None:
    results = [PairResult("a.txt", "b.txt", "a.html", 12.5, verbatim=1200, findings=())]
    page = words_of(index_html(results, waiting=1, language="de").encode())
    assert "12,5 %" in page
    assert "1.200 Wörter" in page
    assert "1 verglichen, 1 noch nicht" in page
    assert ENGLISH.findall(page) == []


def test_a_report_is_english_unless_asked_for_in_another_language() -> None:
    assert tr("Changes ({count})", count=number_text(12345)) == "Changes (12,345)"
    with speaking("de"):
        assert tr("Changes ({count})", count=number_text(12345)) == "Änderungen (12.345)"
        assert plural("{count} word", "{count} words", 1) == "1 Wort"
        assert decimal(7.25) == "7,2"
    assert report_language() == "en"


def test_an_unknown_language_is_english() -> None:
    with speaking("xx"):
        assert report_language() == "en"


def test_another_thread_has_its_own_language() -> None:
    found: list[str] = []
    with speaking("de"):
        thread = Thread(target=lambda: found.append(report_language()))
        thread.start()
        thread.join()
    assert found == ["en"]
