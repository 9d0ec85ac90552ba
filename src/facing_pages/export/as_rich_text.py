"""A report in the subset of HTML 4 that Qt can lay out, for PDF files and previews.

Qt does not support the CSS of the web page that `as_html` makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import islice
from typing import Final

from facing_pages.core.model import Role, Side
from facing_pages.core.translatable import N_
from facing_pages.export.as_text import shares
from facing_pages.export.file_names import utf8_text
from facing_pages.export.findings.findings_chapter import (
    FINDINGS_TITLE,
    NO_PASSAGE,
    FindingsChapter,
    Passage,
)
from facing_pages.export.html_text import emphasised_html
from facing_pages.export.report import MarkedRun, Report, ReportParagraph, ReportRow
from facing_pages.export.report_language import number_text, speaking, tr
from facing_pages.export.report_options import Layout
from facing_pages.export.report_pieces import TrackedPiece, merged_paragraphs
from facing_pages.marks.kinds import KIND_OF_STYLE, ViewKind
from facing_pages.marks.tracked_text import State

_FILLS: Final = {
    ViewKind.REWORDED: "#FAF1D2",
    ViewKind.REMOVED: "#F3C29E",
    ViewKind.ADDED: "#D3E0F5",
}
_TITLES: Final = {Side.ORIGINAL: N_("Original"), Side.REWRITE: N_("Rewrite")}
# The colour of what says where and how grave a finding is; that of the light theme.
_SECONDARY: Final = "#595959"


def report_rich_text(report: Report, *, max_changes: int | None = None) -> str:
    """Return the HTML of a report; its lists have at most `max_changes` entries (None: all)."""
    with speaking(report.options.language):
        return "".join(_markup(report, max_changes))


def _markup(report: Report, max_changes: int | None) -> Iterator[str]:
    options = report.options
    yield f"<h2>{escape(report.original)} ↔ {escape(report.rewrite)}</h2>"
    if report.findings is not None:
        yield from chapter_rich_text(report.findings, max_changes)
    if options.summary:
        yield f"<p>{'; '.join(_summary(report))}</p>"
    if options.legend:
        yield f"<p>{_legend()}</p>"
    if options.texts:
        yield from _table(report) if options.layout is Layout.SIDE_BY_SIDE else _column(report)
    if options.changes:
        title = tr("Changes ({count})", count=number_text(len(report.changes)))
        yield f"<h3>{title}</h3>"
        for change in islice(report.changes, max_changes):
            words = f"{change.kind.glyph} {escape(change.arrow)}"
            yield f"<p>{change.number}. {words} ({change.where})</p>"


def chapter_rich_text(chapter: FindingsChapter, longest: int | None) -> Iterator[str]:
    """Yield the HTML of the chapter on findings, with at most the `longest` list (None: all)."""
    yield f"<h3>{tr(FINDINGS_TITLE)}</h3><p><b>{chapter.headline}</b></p>"
    if chapter.findings:
        yield '<table width="100%" cellspacing="0" cellpadding="6">'
        heads = "".join(f"<td><b>{tr(_TITLES[side])}</b></td>" for side in Side)
        yield f"<thead><tr><td></td>{heads}</tr></thead>"
    for entry in islice(chapter.findings, longest):
        title = f"{entry.number}. <b>{entry.name}</b> – {escape(entry.reason)}"
        note = f'<font color="{_SECONDARY}">{entry.gravity} ({entry.where})</font>'
        passages = (f'<td width="36%">{_passage(entry.passage(side))}</td>' for side in Side)
        yield f'<tr><td width="28%">{title}<br>{note}</td>{"".join(passages)}</tr>'
    if chapter.findings:
        yield "</table>"
    for note in chapter.notes:
        yield f'<p><font color="{_SECONDARY}">{escape(note)}</font></p>'


def _passage(passage: Passage) -> str:
    words = (escape(utf8_text(run.text), quote=False) for run in passage)
    runs = zip(passage, words, strict=True)
    text = "".join(f"<b><u>{words}</u></b>" if run.is_found else words for run, words in runs)
    return text or f'<font color="{_SECONDARY}"><i>{tr(NO_PASSAGE)}</i></font>'


def _summary(report: Report) -> Iterator[str]:
    numbers = report.statistics
    yield tr(
        "{original} words, {rewrite} in the rewrite",
        original=number_text(numbers.original_words),
        rewrite=number_text(numbers.rewrite_words),
    )
    for name, _, share in shares(numbers):
        yield f"{tr(name)} {escape(share)}"


def _legend() -> str:
    return " ".join(f"{_marked(tr(kind.words), kind)}" for kind in (*_FILLS, ViewKind.MOVED))


def _marked(words: str, kind: ViewKind) -> str:
    """Return words marked as a kind of change: a fill, and a sign so that colour is not needed."""
    fill = f' style="background-color: {_FILLS[kind]}"' if kind in _FILLS else ""
    element = "s" if kind is ViewKind.REMOVED else "u"
    return f"<span{fill}><{element}>{words}</{element}></span>"


def _table(report: Report) -> Iterator[str]:
    yield '<table width="100%" cellspacing="0" cellpadding="6">'
    heads = "".join(f'<td width="50%"><b>{escape(report.name(side))}</b></td>' for side in Side)
    yield f"<thead><tr>{heads}</tr></thead>"
    for row in report.rows:
        yield f"<tr>{''.join(_cell(row, side) for side in Side)}</tr>"
    yield "</table>"


def _cell(row: ReportRow, side: Side) -> str:
    return f'<td width="50%">{"".join(map(_paragraph, row.paragraphs(side)))}</td>'


def _paragraph(paragraph: ReportParagraph) -> str:
    return _framed("".join(map(_run, paragraph.runs)), paragraph.role)


def _framed(words: str, role: Role) -> str:
    if role is Role.HEADING:
        return f"<h3>{words}</h3>"
    return f"<blockquote>{words}</blockquote>" if role is Role.QUOTE else f"<p>{words}</p>"


def _run(run: MarkedRun) -> str:
    words = emphasised_html(run.text, run.emphasis)
    return _marked(words, KIND_OF_STYLE[run.style]) if run.change else words


def _column(report: Report) -> Iterator[str]:
    shows_typography = report.options.shows_typography
    for row in report.rows:
        roles = {p.number - 1: p.role for p in (row.rewrite or row.original)}
        for pieces in merged_paragraphs(row.pieces, typography=shows_typography):
            words = "".join(map(_piece, pieces[:-1]))
            yield _framed(words, roles.get(pieces[-1].paragraph, Role.PROSE))


def _piece(piece: TrackedPiece) -> str:
    text = " ¶ " if piece.text is None else emphasised_html(piece.text, piece.emphasis)
    kind = {State.REMOVED: ViewKind.REMOVED, State.ADDED: ViewKind.ADDED}.get(piece.state)
    return _marked(text, kind) if kind is not None else text
