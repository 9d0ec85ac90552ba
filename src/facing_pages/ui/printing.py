"""A report as a PDF: side by side on A4 landscape, or one column upright, with page numbers.

Qt lays the text out and embeds its fonts; the web page of the report is too rich for it, so that
a plainer one is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from facing_pages.core.model import EmphasisKind, Role, Side
from facing_pages.export.as_text import shares
from facing_pages.export.kinds import KIND_OF_STYLE, ViewKind
from facing_pages.export.merging import Piece, State, merged_paragraphs
from facing_pages.export.report import Layout, Report, ReportParagraph, ReportRow, Run
from facing_pages.ui.pdf_outline import Bookmark, with_bookmarks
from facing_pages.ui.reader.page_style import bundled_family

# Dots an inch, millimetres of margin, and points of the text and of the page numbers.
RESOLUTION: Final = 300
MARGIN: Final = 15.0
POINTS: Final = 9.5
NUMBER_POINTS: Final = 8
_FILLS: Final = {
    ViewKind.REWORDED: "#FAF1D2",
    ViewKind.REMOVED: "#F3C29E",
    ViewKind.ADDED: "#D3E0F5",
}


def report_pdf(report: Report) -> bytes:
    """Return the file. Needs an application object, off screen is enough."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    is_wide = report.options.layout is Layout.SIDE_BY_SIDE
    turned = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, turned, margins, QPageLayout.Unit.Millimeter))
    writer.setResolution(RESOLUTION)
    writer.setTitle(f"{report.original} ↔ {report.rewrite}")
    writer.setCreator("Facing Pages")
    document = _document(report, writer)
    _paint(writer, document)
    buffer.close()
    return with_bookmarks(bytes(buffer.data().data()), list(_bookmarks(document, writer)))


def _bookmarks(document: QTextDocument, writer: QPdfWriter) -> Iterator[Bookmark]:
    """Give the headings of a document that was laid out, and where they stand.

    Of two that stand side by side the first serves.
    """
    before = -1.0
    height = document.pageSize().height()
    dots = RESOLUTION / 72
    foot = writer.pageLayout().fullRectPoints().height() - MARGIN * 72 / 25.4
    block = document.begin()
    while block.isValid():
        words = " ".join(block.text().split())
        if words and block.blockFormat().headingLevel():
            top = document.documentLayout().blockBoundingRect(block).top()
            if abs(top - before) < 1:
                block = block.next()
                continue
            before, page = top, int(top // height)
            yield Bookmark(words, page, foot - (top - page * height) / dots)
        block = block.next()


def _document(report: Report, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = QFont(bundled_family())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setHtml("".join(_markup(report)))
    room = writer.pageLayout().paintRectPixels(RESOLUTION)
    line = RESOLUTION * NUMBER_POINTS * 2 / 72
    document.setPageSize(QSizeF(room.width(), room.height() - line))
    return document


def _paint(writer: QPdfWriter, document: QTextDocument) -> None:
    """Paint page after page, each with its number at the foot."""
    page = document.pageSize()
    painter = QPainter(writer)
    font = QFont(document.defaultFont())
    font.setPointSizeF(NUMBER_POINTS)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        clip = QRectF(0, number * page.height(), page.width(), page.height())
        document.drawContents(painter, clip)
        painter.restore()
        painter.setFont(font)
        foot = QRectF(0, page.height(), page.width(), RESOLUTION * NUMBER_POINTS * 2 / 72)
        text = f"{number + 1} / {document.pageCount()}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)
    painter.end()


def write_pdf(report: Report, path: str | Path) -> None:
    """Write the file in one step. Raises `WritingError`."""
    from facing_pages.export.writing import write_whole

    write_whole(Path(path), report_pdf(report))


# --- what Qt lays out ------------------------------------------------------------------------


def _markup(report: Report) -> Iterator[str]:
    options = report.options
    yield f"<h2>{escape(report.original)} ↔ {escape(report.rewrite)}</h2>"
    if options.summary:
        yield f"<p>{'; '.join(_summary(report))}</p>"
    if options.legend:
        yield f"<p>{_legend()}</p>"
    if options.texts:
        yield from _table(report) if options.layout is Layout.SIDE_BY_SIDE else _column(report)
    if options.changes:
        yield f"<h3>Changes ({len(report.changes):,})</h3>"
        for change in report.changes:
            words = " → ".join(escape(t) for t in (change.original, change.rewrite) if t)
            yield f"<p>{change.number}. {change.kind.glyph} {words} (¶ {change.paragraph})</p>"


def _summary(report: Report) -> Iterator[str]:
    numbers = report.statistics
    yield f"{numbers.original_words:,} words, {numbers.rewrite_words:,} in the rewrite"
    for name, _, share in shares(numbers):
        yield f"{name} {share}"


def _legend() -> str:
    return " ".join(f"{_marked(kind.words, kind)}" for kind in (*_FILLS, ViewKind.MOVED))


def _marked(words: str, kind: ViewKind) -> str:
    """Return words with the look of a kind: fill, and a sign that needs no colour."""
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


def _run(run: Run) -> str:
    words = escape(run.text, quote=False)
    if EmphasisKind.ITALIC in run.emphasis:
        words = f"<i>{words}</i>"
    if EmphasisKind.BOLD in run.emphasis:
        words = f"<b>{words}</b>"
    return _marked(words, KIND_OF_STYLE[run.style]) if run.change else words


def _column(report: Report) -> Iterator[str]:
    shows_typography = ViewKind.MINOR in report.options.kinds
    for row in report.rows:
        roles = {p.number - 1: p.role for p in (row.rewrite or row.original)}
        for pieces in merged_paragraphs(row.pieces, typography=shows_typography):
            words = "".join(map(_piece, pieces[:-1]))
            yield _framed(words, roles.get(pieces[-1].paragraph, Role.PROSE))


def _piece(piece: Piece) -> str:
    text = escape(piece.text or "", quote=False)
    kind = {State.REMOVED: ViewKind.REMOVED, State.ADDED: ViewKind.ADDED}.get(piece.state)
    return _marked(text, kind) if text and kind is not None else text
