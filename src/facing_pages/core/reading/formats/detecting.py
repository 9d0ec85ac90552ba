"""Detect the format of a file by its content; the name only distinguishes kinds of plain text."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath
from typing import Final

from facing_pages.core.reading.formats.archive import ARCHIVE_ERRORS, open_archive
from facing_pages.core.reading.formats.cue_lines import has_cues
from facing_pages.core.translatable import N_

MARKDOWN_SUFFIXES: Final = (".md", ".markdown")
SUBTITLE_SUFFIXES: Final = (".srt", ".vtt")
PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml")
# Bytes looked at for signs of a format that is text. By judgement.
HEAD_BYTES: Final = 4096
# How a zip archive begins.
ARCHIVE: Final = b"PK\x03\x04"

_HTML_START: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MESSAGE: Final = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_TAG: Final = re.compile(rb"<[a-z!/][^<>]*>", re.IGNORECASE)


_FLAT_DOCUMENT: Final = re.compile(rb"<office:document\b")
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"


class Format(Enum):
    """The formats that are recognised; the value is the name in messages."""

    TEXT = N_("plain text")
    MARKDOWN = N_("Markdown")
    WEB_PAGE = N_("web page")
    SAVED_PAGE = N_("saved web page")
    WORD = N_("Word document")
    OPEN_DOCUMENT = N_("OpenDocument text")
    RICH_TEXT = N_("Rich Text")
    PDF = N_("PDF")
    BOOK = N_("EPUB book")
    SUBTITLES = N_("subtitles")
    LOCKED_OR_OLD = N_("old or encrypted Office file")


# Formats expected by the suffix, for messages about a file whose content is no known format.
DOCUMENT_SUFFIXES: Final = {
    ".docx": Format.WORD,
    ".docm": Format.WORD,
    ".odt": Format.OPEN_DOCUMENT,
    ".ott": Format.OPEN_DOCUMENT,
    ".epub": Format.BOOK,
    ".pdf": Format.PDF,
}


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file's content; plain text if it is no other format."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Format.LOCKED_OR_OLD
    if data.startswith(ARCHIVE):
        return _format_of_archive(data, name.lower())
    return _format_of_text(data, name.lower())


def format_of_plain(text: str, name: str) -> Format:
    """Return the format of text that has no other one: subtitles, or none at all."""
    is_named = name.lower().endswith(SUBTITLE_SUFFIXES)
    return Format.SUBTITLES if has_cues(text, is_named=is_named) else Format.TEXT


def is_plain_text(data: bytes, name: str) -> bool:
    """Tell whether a file is plain text; does not open archives."""
    return not data.startswith(ARCHIVE) and format_of(data, name) is Format.TEXT


def _format_of_text(data: bytes, name: str) -> Format:
    head = data[:HEAD_BYTES]
    if message := _MESSAGE.match(head):
        headers = message.group().lower()
        if b"mime-version" in headers and b"multipart/" in headers:
            return Format.SAVED_PAGE
    if _FLAT_DOCUMENT.search(head) and _OPEN_TEXT in data[: 8 * HEAD_BYTES]:
        return Format.OPEN_DOCUMENT
    if _HTML_START.search(head.replace(b"\x00", b"")):
        return Format.MARKDOWN if name.endswith(MARKDOWN_SUFFIXES) else Format.WEB_PAGE
    if name.endswith(PAGE_SUFFIXES) and _TAG.search(head.replace(b"\x00", b"")):
        return Format.WEB_PAGE
    return Format.MARKDOWN if name.endswith(MARKDOWN_SUFFIXES) else Format.TEXT


def _format_of_archive(data: bytes, name: str) -> Format:
    """Return the format of an archive, if it is damaged by the names of its parts or its own."""
    try:
        with open_archive(data) as archive:
            names = set(archive.namelist())
    except ARCHIVE_ERRORS:
        names = set()
    head = data[:HEAD_BYTES]
    if "META-INF/container.xml" in names or b"application/epub+zip" in head:
        return Format.BOOK
    if _OPEN_TEXT in head or "content.xml" in names:
        return Format.OPEN_DOCUMENT
    if any(name.startswith("word/") for name in names) or b"word/" in data:
        return Format.WORD
    return Format.TEXT if names else DOCUMENT_SUFFIXES.get(PurePath(name).suffix, Format.TEXT)
