from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

from facing_pages import Side, Span
from facing_pages.core.both import Both
from facing_pages.core.model import Comparison, Statistics
from facing_pages.export.as_docx import report_docx
from facing_pages.export.as_html import report_html
from facing_pages.export.as_json import comparison_json
from facing_pages.export.as_plain import report_text
from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.as_spreadsheet import comparison_xlsx
from facing_pages.export.as_tables import table_rows
from facing_pages.export.counterparts import Counterparts, moved_spans
from facing_pages.export.report import make_report
from facing_pages.export.report_options import Layout, ReportOptions
from tests.helpers.made_pairs import made_alignment, made_changes, made_document, span_of

PHRASE = "by the old mill"
ORIGINAL = f"She slept {PHRASE} in 1998. It froze.\n\nRain fell."
REWRITE = f"Rain fell.\n\nShe slept. It was {PHRASE} in 1999."


def pair() -> Comparison:
    """Return a pair with a moved sentence, and a phrase that moved to an added sentence."""
    documents = Both(made_document(ORIGINAL), made_document(REWRITE))
    alignment = made_alignment(documents, "0=1 1=- 2~0 -=2", "0=1 1~0")
    changes = made_changes(
        documents,
        alignment,
        [
            ("reordered", f"{PHRASE} in", f"{PHRASE} in"),
            ("reworded", "1998", "1999"),
            ("removed", "It froze.", ""),
            ("added", "", "It was"),
        ],
    )
    return Comparison(*documents, alignment, tuple(changes), Statistics())


def test_sentences_and_phrases_that_moved_stand_in_two_places() -> None:
    texts = [(s.original.of(ORIGINAL), s.rewrite.of(REWRITE)) for s in moved_spans(pair())]
    assert texts == [("Rain fell.", "Rain fell."), (f"{PHRASE} in", f"{PHRASE} in")]


def test_what_came_in_part_is_told_from_what_came_as_a_whole() -> None:
    found = Counterparts(pair())
    came = found.of(Side.REWRITE, span_of(REWRITE, f"It was {PHRASE} in 1999."))
    alone = found.of(Side.REWRITE, span_of(REWRITE, f"{PHRASE} in"))
    assert came is not None
    assert alone is not None
    assert came.places == alone.places == (ORIGINAL.index(PHRASE),)
    assert (came.is_whole, alone.is_whole) == (False, True)
    assert found.of(Side.ORIGINAL, Span(0, 9)) is None


def test_a_table_says_that_words_of_a_link_with_one_side_moved() -> None:
    assert [(row[2], row[3]) for row in list(table_rows(pair()))[1:]] == [
        ("reworded", ""),
        ("removed", ""),
        ("same", "moved"),
        ("added", "in part"),
    ]


def test_json_says_of_a_moved_phrase_and_of_what_changed_inside_it_that_they_moved() -> None:
    changes = json.loads(comparison_json(pair()))["changes"]
    assert [change.get("moved", False) for change in changes] == [True, True, False, False]


def test_a_spreadsheet_marks_a_moved_phrase_in_both_places() -> None:
    with zipfile.ZipFile(io.BytesIO(comparison_xlsx(pair()))) as book:
        strings = book.read("xl/sharedStrings.xml").decode("utf-8")
    runs = re.findall(r"<r><rPr>.*?<t[^>]*>(.*?)</t></r>", strings)
    assert runs.count(f"{PHRASE} in") == 2
    assert runs.count("1998") == runs.count("1999") == 1


ONE_COLUMN = ReportOptions(layout=Layout.ONE_COLUMN)


def test_one_column_tracks_a_moved_phrase_as_moved() -> None:
    report = make_report(pair(), ONE_COLUMN)
    page = report_html(report)
    assert f'<del class="moved struck">{PHRASE} in</del>' in page
    assert f'<ins class="moved">{PHRASE} in</ins>' in page
    with zipfile.ZipFile(io.BytesIO(report_docx(report))) as book:
        document = book.read("word/document.xml").decode("utf-8")
    for tag in ("moveFrom", "moveTo"):
        runs = re.findall(rf"<w:{tag} [^>]*>.*?</w:{tag}>", document)
        assert any(f">{PHRASE} in<" in run for run in runs)


def test_plain_text_shows_no_moves_and_cuts_nothing_because_of_them() -> None:
    text = report_text(make_report(pair(), ONE_COLUMN))
    assert f"[- {PHRASE} in 1998-]" in text
    assert f"{PHRASE} in 1999" in text


def test_a_share_below_one_per_cent_is_text_in_a_web_page() -> None:
    few = replace(pair(), statistics=Statistics(original_words=1000, kept=999, form=1))
    assert "<td>1</td><td>&lt;1 %</td>" in report_html(make_report(few))
    assert "other forms &lt;1 %" in report_rich_text(make_report(few))
