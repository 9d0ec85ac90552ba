"""A report as a PDF: side by side on A4 landscape, or one column upright, with page numbers.

Qt lays the text out and embeds its fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from facing_pages.page.layout.page_style import bundled_family
from facing_pages.pdf.bookmarks import OutlineEntry, with_bookmarks

# Dots an inch, millimetres of margin, and points of the text and of the page numbers. By judgement;
# 300 is usual for print.
PDF_RESOLUTION: Final = 300
PDF_MARGIN: Final = 15.0
TEXT_POINTS: Final = 9.5
NUMBER_POINTS: Final = 8


class PrintJob(NamedTuple):
    """What to print: a title, and HTML that Qt can lay out; `is_wide` means landscape."""

    title: str
    rich_text: str
    is_wide: bool


def pdf_of(job: PrintJob, on_progress: Callable[[float], object]) -> bytes:
    """Return the bytes of a PDF; `on_progress` is called with the share of pages painted so far.

    Needs a `QGuiApplication`; the offscreen platform is enough.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    ways = QPageLayout.Orientation
    turned = ways.Landscape if job.is_wide else ways.Portrait
    margins = QMarginsF(PDF_MARGIN, PDF_MARGIN, PDF_MARGIN, PDF_MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, turned, margins, QPageLayout.Unit.Millimeter))
    writer.setResolution(PDF_RESOLUTION)
    writer.setTitle(job.title)
    writer.setCreator("Facing Pages")
    document = _document(job.rich_text, writer)
    for share in _paint(writer, document):
        on_progress(share)
    buffer.close()
    return with_bookmarks(bytes(buffer.data().data()), list(_bookmarks(document, writer)))


def _bookmarks(document: QTextDocument, writer: QPdfWriter) -> Iterator[OutlineEntry]:
    """Yield the headings of a laid-out document with their positions.

    Of two headings at the same height, only the first is used.
    """
    before = -1.0
    height = document.pageSize().height()
    dots = PDF_RESOLUTION / 72
    foot = writer.pageLayout().fullRectPoints().height() - PDF_MARGIN * 72 / 25.4
    block = document.begin()
    while block.isValid():
        words = " ".join(block.text().split())
        if words and block.blockFormat().headingLevel():
            top = document.documentLayout().blockBoundingRect(block).top()
            if abs(top - before) < 1:
                block = block.next()
                continue
            before, page = top, int(top // height)
            yield OutlineEntry(words, page, foot - (top - page * height) / dots)
        block = block.next()


def _document(rich_text: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = QFont(bundled_family())
    font.setPointSizeF(TEXT_POINTS)
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    room = writer.pageLayout().paintRectPixels(PDF_RESOLUTION)
    line = PDF_RESOLUTION * NUMBER_POINTS * 2 / 72
    # Before the text comes, so that it is laid out only once.
    document.setPageSize(QSizeF(room.width(), room.height() - line))
    document.setHtml(rich_text)
    return document


def _paint(writer: QPdfWriter, document: QTextDocument) -> Iterator[float]:
    """Paint all pages with their numbers at the bottom; yield the share painted so far."""
    page = document.pageSize()
    painter = QPainter(writer)
    font = QFont(document.defaultFont())
    font.setPointSizeF(NUMBER_POINTS)
    count = document.pageCount()
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        clip = QRectF(0, number * page.height(), page.width(), page.height())
        document.drawContents(painter, clip)
        painter.restore()
        painter.setFont(font)
        foot = QRectF(0, page.height(), page.width(), PDF_RESOLUTION * NUMBER_POINTS * 2 / 72)
        text = f"{number + 1} / {count}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)
        yield (number + 1) / count
    painter.end()
