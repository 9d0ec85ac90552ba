"""Both texts in one column as lines that a person can read: on screen, and in a report."""

from __future__ import annotations

from facing_pages.core.model import Comparison
from facing_pages.export.as_plain import report_text
from facing_pages.export.report import make_report
from facing_pages.export.report_options import ReportOptions, only_texts
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.one_column import LINE_BREAK, ComposedParagraph, compose_row
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks


def view_of(comparison: Comparison) -> PairView:
    """Return what the window shows of a comparison that is done."""
    documents = (comparison.original, comparison.rewrite)
    rows = aligned_rows(*documents, comparison.alignment)
    changes = change_table(documents, rows, comparison.alignment, comparison.changes, done=1.0)
    texts = [side_text(document) for document in documents]
    return PairView(texts[0], texts[1], rows, changes, is_aligned=True)


def written_paragraph(paragraph: ComposedParagraph) -> str:
    """Return a paragraph of the screen with what is struck in brackets, line breaks as signs."""
    text = paragraph.text
    for piece in reversed(paragraph.pieces):
        if piece.is_struck:
            end = piece.at + piece.span.length
            text = f"{text[: piece.at]}[-{text[piece.at : end]}-]{text[end:]}"
    return text.replace(LINE_BREAK, "⏎")


def written_view(pages: PairView, chosen: Filter) -> list[str]:
    """Return the paragraphs of all rows as they stand on screen."""
    shown = VisibleMarks(pages, chosen)
    return [
        written_paragraph(paragraph)
        for row in range(pages.row_count())
        for paragraph in compose_row(shown, row)
    ]


def written_report(comparison: Comparison) -> list[str]:
    """Return the paragraphs of all rows as they stand in a report of plain text."""
    report = make_report(comparison, only_texts(ReportOptions()))
    return [line for line in report_text(report).split("\n")[2:] if line]
