"""The table of readers for all formats but plain text; each is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from facing_pages.core.reading.formats.detecting import Format
from facing_pages.core.reading.rich_text import RichText

Reader = Callable[[bytes, str, str], RichText]


def _lazy(module: str, function: str, *, takes_password: bool = False) -> Reader:
    def read(data: bytes, name: str, password: str) -> RichText:
        home = import_module(f"facing_pages.core.reading.formats.{module}")
        arguments = (data, name, password) if takes_password else (data, name)
        rich: RichText = getattr(home, function)(*arguments)
        return rich

    return read


READERS: Final[dict[Format, Reader]] = {
    Format.SAVED_PAGE: _lazy("saved_page", "read_saved_page"),
    Format.WORD: _lazy("word_file", "read_word_file"),
    Format.OPEN_DOCUMENT: _lazy("open_document", "read_open_document"),
    Format.RICH_TEXT: _lazy("rich_text_file", "read_rich_text_file"),
    Format.PDF: _lazy("pdf_file", "read_pdf", takes_password=True),
    Format.BOOK: _lazy("book_file", "read_book"),
}
