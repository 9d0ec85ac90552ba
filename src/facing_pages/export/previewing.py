"""The beginning of a report, to be looked at before the whole is written."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import islice
from typing import Final, NamedTuple

from facing_pages.core.model import Comparison
from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.as_tables import table_rows
from facing_pages.export.report import Layout, Report, ReportOptions, make_report, only_texts
from facing_pages.export.writing import PDF, content_for, is_merged

# Rows of paragraphs and of links, changes in the list, and characters of a text in a preview.
MOST_ROWS: Final = 40
MOST_CHANGES: Final = 60
MOST_CHARACTERS: Final = 20_000
# Formats whose pages are shown as they look, more or less; the others as the text they are.
_PAGES: Final = (".html", ".htm", ".docx", PDF)
_COMPOSED: Final = (*_PAGES, ".md", ".txt")
_SHEET: Final = ".xlsx"


class Preview(NamedTuple):
    """What to show: HTML as Qt knows it, or plain text; `is_cut` tells that there is more."""

    text: str
    is_rich: bool
    is_cut: bool


def make_preview(comparison: Comparison, suffix: str, options: ReportOptions) -> Preview:
    """Return the beginning of the report in the format of a suffix such as ".html"."""
    if suffix == _SHEET:
        lines = list(islice(table_rows(comparison), MOST_ROWS + 2))
        return Preview(_table(lines[: MOST_ROWS + 1]), True, len(lines) > MOST_ROWS + 1)
    if suffix == ".docx" and options.layout is Layout.ONE_COLUMN:
        options = only_texts(options)

    def beginning() -> Report:
        merged = is_merged(suffix, options.layout)
        return make_report(comparison, options, merged=merged, most_rows=MOST_ROWS)

    if suffix not in _COMPOSED:
        text = content_for(suffix, comparison, beginning).decode("utf-8-sig")
        return Preview(text[:MOST_CHARACTERS], False, len(text) > MOST_CHARACTERS)
    report = beginning()
    is_cut = options.texts and report.row_count > len(report.rows)
    if suffix in _PAGES:
        is_cut = is_cut or (options.changes and len(report.changes) > MOST_CHANGES)
        return Preview(report_rich_text(report, most_changes=MOST_CHANGES), True, is_cut)
    text = content_for(suffix, comparison, lambda: report).decode("utf-8")
    is_cut = is_cut or len(text) > MOST_CHARACTERS
    return Preview(text[:MOST_CHARACTERS], False, is_cut)


def _table(lines: Sequence[Sequence[str]]) -> str:
    """Return a table whose first line is its head."""
    head, *rows = lines
    titles = "".join(f"<th align='left'>{escape(title)}</th>" for title in head)
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table border='1' cellspacing='0' cellpadding='4'><tr>{titles}</tr>{body}</table>"
