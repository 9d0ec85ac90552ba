"""Previews: the beginning of a report, shown before the whole is written."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import islice
from typing import Final, NamedTuple

from facing_pages.core.model import Comparison
from facing_pages.export.as_rich_text import chapter_rich_text, report_rich_text
from facing_pages.export.as_spreadsheet import sheet_rows
from facing_pages.export.formats import Look, format_of
from facing_pages.export.report import make_report
from facing_pages.export.report_language import speaking
from facing_pages.export.report_options import ReportOptions, only_texts

# Rows of paragraphs and of links, changes in the list, and characters of a text in a preview: some
# screens of the dialog, by judgement.
MAX_PREVIEW_ROWS: Final = 40
MAX_PREVIEW_CHANGES: Final = 60
MAX_PREVIEW_CHARACTERS: Final = 20_000


class Preview(NamedTuple):
    """HTML that Qt can show if `is_rich`, or plain text; `is_cut`: the report is longer."""

    text: str
    is_rich: bool
    is_cut: bool


def make_preview(comparison: Comparison, suffix: str, options: ReportOptions) -> Preview:
    """Return the beginning of the report in the format of a suffix such as ".html".

    Formatted pages are shown approximately, text formats as their text. Raises `KeyError` if there
    is no such format.
    """
    chosen = format_of(suffix)
    if chosen.look is Look.SHEET:
        with speaking(options.language):
            return _sheets(comparison, options)
    options = chosen.options_for(options)
    if chosen.has_only_texts(options.layout):
        options = only_texts(options)
    if not chosen.is_composed:
        # Formats that contain only links do not need a report.
        return _as_text(
            chosen.content(comparison, lambda: make_report(comparison, options), options.language)
        )
    merged = chosen.is_merged(options.layout)
    report = make_report(comparison, options, merged=merged, max_rows=MAX_PREVIEW_ROWS)
    is_cut = options.texts and report.row_count > len(report.rows)
    if chosen.look is Look.PAGE:
        found = report.findings.findings if report.findings is not None else ()
        longest = max(len(report.changes) if options.changes else 0, len(found))
        is_cut = is_cut or longest > MAX_PREVIEW_CHANGES
        return Preview(report_rich_text(report, max_changes=MAX_PREVIEW_CHANGES), True, is_cut)
    preview = _as_text(chosen.content(comparison, lambda: report, options.language))
    return preview._replace(is_cut=is_cut or preview.is_cut)


def _sheets(comparison: Comparison, options: ReportOptions) -> Preview:
    """Return the beginning of the sheet of findings, if there is one, and of that of links."""
    chapter = make_report(comparison, options, merged=False, max_rows=0).findings
    findings = chapter_rich_text(chapter, MAX_PREVIEW_CHANGES) if chapter is not None else ()
    lines = list(islice(sheet_rows(comparison), MAX_PREVIEW_ROWS + 2))
    is_cut = len(lines) > MAX_PREVIEW_ROWS + 1
    if chapter is not None:
        is_cut = is_cut or len(chapter.findings) > MAX_PREVIEW_CHANGES
    return Preview("".join(findings) + _table(lines[: MAX_PREVIEW_ROWS + 1]), True, is_cut)


def _as_text(content: bytes) -> Preview:
    text = content.decode("utf-8-sig")
    return Preview(text[:MAX_PREVIEW_CHARACTERS], False, len(text) > MAX_PREVIEW_CHARACTERS)


def _table(lines: Sequence[Sequence[str]]) -> str:
    """Return an HTML table whose first line is the heading."""
    head, *rows = lines
    titles = "".join(f"<th align='left'>{escape(title)}</th>" for title in head)
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table border='1' cellspacing='0' cellpadding='4'><tr>{titles}</tr>{body}</table>"
