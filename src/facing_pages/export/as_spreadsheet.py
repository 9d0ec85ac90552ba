"""A report as a spreadsheet (.xlsx): a sheet of findings, and one with a row for each link.

Changes are coloured in the cells, the words of findings bold.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import Comparison, Link, LinkKind, Side
from facing_pages.core.translatable import N_
from facing_pages.core.translations import sentence_case
from facing_pages.export.as_tables import link_text, table_rows
from facing_pages.export.findings.findings_chapter import FindingsChapter
from facing_pages.export.report_language import tr
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.listed_changes import KIND_OF_CHANGE
from facing_pages.marks.theme_colors import color_of

# Characters in a cell: the limit of Excel.
MAX_CELL_CHARACTERS: Final = 32_767
_COLORED: Final = (
    ViewKind.REWORDED,
    ViewKind.REMOVED,
    ViewKind.ADDED,
    ViewKind.MOVED,
    ViewKind.MINOR,
)
# Characters that fit into each column. By judgement.
_COLUMN_WIDTHS: Final = (8, 8, 11, 7, 11, 70, 70)
# What the kinds of links are called.
_LINK_KIND_WORDS: Final = {
    LinkKind.SAME: N_("same"),
    LinkKind.REWORDED: N_("reworded"),
    LinkKind.SPLIT: N_("split"),
    LinkKind.MERGED: N_("merged"),
    LinkKind.REGROUPED: N_("regrouped"),
    LinkKind.REMOVED: N_("removed"),
    LinkKind.ADDED: N_("added"),
}
# The columns of the findings with their widths, as above.
_FINDINGS_COLUMNS: Final = (
    (N_("No."), 6),
    (N_("Severity"), 9),
    (N_("Kind"), 20),
    (N_("Reason"), 40),
    (N_("Original"), 60),
    (N_("Rewrite"), 60),
    (N_("Paragraph"), 11),
    (N_("Confidence"), 11),
)


def comparison_xlsx(comparison: Comparison, chapter: FindingsChapter | None = None) -> bytes:
    """Return the bytes of the file. Text that looks like a formula stays text."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    if chapter is not None:
        _add_findings(book, chapter)
    sheet = book.add_worksheet(tr("Links"))
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    colors = {
        kind: book.add_format({"font_color": color_of(kind, "lines"), "underline": 1, "bold": True})
        for kind in _COLORED
    }
    headings, *lines = sheet_rows(comparison)
    for column, (name, width) in enumerate(zip(headings, _COLUMN_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, sentence_case(name), bold)
    sheet.freeze_panes(1, 0)
    marks = _marks(comparison)
    rows = zip(comparison.alignment.links, lines, strict=True)
    for row, (link, cells) in enumerate(rows, 1):
        for column, cell in enumerate(cells[:4]):
            sheet.write_string(row, column, cell, top)
        sheet.write_number(row, 4, round(link.confidence, 2), top)
        for column, side in ((5, Side.ORIGINAL), (6, Side.REWRITE)):
            parts = _parts(comparison, link, side, marks[side].get(row - 1, []))
            formats = [(text, colors[kind] if kind is not None else None) for text, kind in parts]
            _write(sheet, (row, column), formats, wrapped)
    sheet.autofilter(0, 0, len(comparison.alignment.links), len(headings) - 1)
    book.close()
    return buffer.getvalue()


def sheet_rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table of links in the language of the report."""
    headings, *rows = table_rows(comparison)
    yield tuple(map(tr, headings))
    for original, rewrite, kind, moved, confidence, *texts in rows:
        yield original, rewrite, tr(_LINK_KIND_WORDS[LinkKind(kind)]), tr(moved), confidence, *texts


def _add_findings(book: Any, chapter: FindingsChapter) -> None:
    """Add the sheet with a row for each finding; what to know of the list stands below it."""
    sheet = book.add_worksheet(tr("Findings"))
    bold = book.add_format({"bold": True, "bottom": 1})
    found = book.add_format({"bold": True, "underline": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    for column, (name, width) in enumerate(_FINDINGS_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, tr(name), bold)
    sheet.freeze_panes(1, 0)
    for row, entry in enumerate(chapter.findings, 1):
        numbers = (entry.number, entry.finding.severity)
        for column, value in ((0, numbers[0]), (1, numbers[1]), (6, entry.paragraph)):
            sheet.write_number(row, column, value, top)
        sheet.write_string(row, 2, entry.name, top)
        sheet.write_string(row, 3, entry.reason, wrapped)
        for column, side in ((4, Side.ORIGINAL), (5, Side.REWRITE)):
            parts = [(run.text, found if run.is_found else None) for run in entry.passage(side)]
            _write(sheet, (row, column), parts, wrapped)
        sheet.write_number(row, 7, round(entry.finding.confidence, 2), top)
    count = len(chapter.findings)
    if count:
        sheet.autofilter(0, 0, count, len(_FINDINGS_COLUMNS) - 1)
    for row, note in enumerate((chapter.headline, *chapter.notes), count + 2):
        sheet.write_string(row, 0, note)


Mark = tuple[int, int, ViewKind]


def _marks(comparison: Comparison) -> dict[Side, dict[int, list[Mark]]]:
    """Return what is marked in the sentences of each link, by the number of the link."""
    links = comparison.alignment.links
    link_of = {
        side: {n: k for k, link in enumerate(links) for n in link.numbers(side)} for side in Side
    }
    found: dict[Side, dict[int, list[Mark]]] = {side: {} for side in Side}
    for change in comparison.changes:
        kind = KIND_OF_CHANGE[change.kind]
        if is_moved_phrase(change, links, comparison.rewrite):
            kind = ViewKind.MOVED
        if kind is ViewKind.MINOR:
            continue
        for side in Side:
            if span := change.span(side):
                sentences = comparison.document(side).sentences
                number = bisect_right(sentences, span.start, key=lambda one: one.span.start) - 1
                found[side].setdefault(link_of[side][number], []).append((*span, kind))
    return found


def _parts(
    comparison: Comparison, link: Link, side: Side, marks: Sequence[Mark]
) -> list[tuple[str, ViewKind | None]]:
    """Return the text of one side of a link in pieces with their kind of change, None if kept."""
    numbers = link.numbers(side)
    document = comparison.document(side)
    if not numbers:
        return []
    whole = document.sentences_span(numbers)
    if document.sentences[numbers[0]].paragraph != document.sentences[numbers[-1]].paragraph:
        return [(link_text(document, numbers), None)]
    parts: list[tuple[str, ViewKind | None]] = []
    at = whole.start
    for start, end, kind in sorted(marks):
        first, last = max(at, start), min(end, whole.end)
        if first >= last:
            continue
        parts += [(document.text[at:first], None), (document.text[first:last], kind)]
        at = last
    parts.append((document.text[at : whole.end], None))
    return [(text, kind) for text, kind in parts if text]


def _write(
    sheet: Any, place: tuple[int, int], parts: Sequence[tuple[str, Any]], wrapped: Any
) -> None:
    """Write a text of which some parts have a format of their own; the others have None."""
    text = "".join(part for part, _ in parts)
    is_plain = len(parts) < 2 or len(text) > MAX_CELL_CHARACTERS
    if is_plain and not (len(parts) == 1 and parts[0][1]):
        sheet.write_string(*place, text[:MAX_CELL_CHARACTERS], wrapped)
        return
    fragments: list[Any] = []
    for part, own in parts:
        fragments += [own, part] if own is not None else [part]
    if len(parts) == 1:
        sheet.write_string(*place, text, parts[0][1])
    else:
        sheet.write_rich_string(*place, *fragments, wrapped)
