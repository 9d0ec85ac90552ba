"""The visible lines of a plain text, with their place, indent and marks of quotation."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from facing_pages.core.languages.punctuation import is_table_line
from facing_pages.core.model import Span

_QUOTE_MARKS: Final = re.compile(r"[ \t]*(?:>[ \t]?)+")
_WIDE_CLASSES: Final = frozenset("WF")


class TextLine(NamedTuple):
    """A line that is not blank: its span in the text, and the span and text of its visible part.

    `indent` is the number of blanks before the visible part. `quotes` is the depth of quotation:
    the number of ">" before both, which are not part of the line. A line may begin the turn of a
    speaker. One that `has_tabs` between cells is a row of a table.
    """

    span: Span
    body: Span
    text: str
    blank_before: bool
    indent: int
    quotes: int = 0
    begins_turn: bool = False
    has_tabs: bool = False

    @property
    def has_space_after(self) -> bool:
        """Tell whether there is white space after the last visible character."""
        return self.body.end < self.span.end

    @property
    def is_row(self) -> bool:
        """Tell whether the line is a row of a table."""
        return self.has_tabs or is_table_line(self.text)

    @property
    def columns(self) -> int:
        """Return the columns up to the last visible character."""
        return self.indent + columns_of(self.text)


def lines_of(text: str) -> list[TextLine]:
    """Return the lines of a text that are not blank; one with marks of quotation only is blank."""
    lines: list[TextLine] = []
    start = 0
    blank_before = True
    for raw in text.split("\n"):
        marks = _QUOTE_MARKS.match(raw)
        body = marks.end() if marks else 0
        stripped = raw[body:].strip()
        if stripped:
            first = raw.index(stripped, body)
            span = Span(start, start + len(raw))
            visible = Span(start + first, start + first + len(stripped))
            quotes = marks.group().count(">") if marks else 0
            lines.append(TextLine(span, visible, stripped, blank_before, first - body, quotes))
        blank_before = not stripped
        start += len(raw) + 1
    return lines


def columns_of(text: str) -> int:
    """Return the columns a text takes where all characters are one wide, and Han ones two."""
    if text.isascii():
        return len(text)
    return sum(
        (2 if unicodedata.east_asian_width(character) in _WIDE_CLASSES else 1)
        for character in text
        if not unicodedata.combining(character)
    )
