"""A report as a PDF: side by side on A4 landscape, or one column upright, with page numbers.

Qt lays the text out and embeds its fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

from facing_pages.export.as_rich_text import report_rich_text
from facing_pages.export.report import Layout, Report
from facing_pages.ui.pdf_outline import Bookmark, with_bookmarks
from facing_pages.ui.reader.page_style import bundled_family

# Dots an inch, millimetres of margin, and points of the text and of the page numbers.
RESOLUTION: Final = 300
MARGIN: Final = 15.0
POINTS: Final = 9.5
NUMBER_POINTS: Final = 8


def report_pdf(report: Report, tell: Callable[[float], object] | None = None) -> bytes:
    """Return the file; `tell` is called with the share of the pages that is painted.

    Needs an application object, off screen is enough.
    """
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
    for share in _paint(writer, document):
        if tell is not None:
            tell(share)
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
    document.setHtml(report_rich_text(report))
    room = writer.pageLayout().paintRectPixels(RESOLUTION)
    line = RESOLUTION * NUMBER_POINTS * 2 / 72
    document.setPageSize(QSizeF(room.width(), room.height() - line))
    return document


def _paint(writer: QPdfWriter, document: QTextDocument) -> Iterator[float]:
    """Paint page after page, each with its number at the foot; give how far the work is."""
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
        yield (number + 1) / document.pageCount()
    painter.end()
