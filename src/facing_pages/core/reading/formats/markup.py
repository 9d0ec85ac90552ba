"""Parse XML as a stream of elements and text, with limits: no document type, limited nesting.

A document type can contain entity bombs and refer to outside files. No format read here needs one.
"""

from __future__ import annotations

import codecs
import re
from typing import Final
from xml.parsers import expat

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.encodings import codec_of

# Elements inside one another; documents have some dozens. By judgement.
MAX_ELEMENT_DEPTH: Final = 500
# Levels of lists and headings; word processors have nine or ten. By judgement.
MAX_LEVEL: Final = 100
# Digits of a number in an attribute; longer ones are no measure of anything. By judgement.
MAX_DIGITS: Final = 9
Attributes = dict[str, str]
# Beginnings of documents in UTF-16, and their encodings.
_WIDE: Final = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16le"),
    (b"\0<", "utf-16be"),
)
_DECLARATION: Final = re.compile(
    rb"""\A\s*<\?xml\b[^>]{0,500}?\bencoding\s*=\s*(["'])([^"'<>]{0,100})\1"""
)


class Handler:
    """Receives the content of a document; does nothing itself. Names are without namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def text(self, words: str) -> None:
        """Handle text inside an element."""


def parse_xml(data: bytes, handler: Handler, name: str) -> None:
    """Parse a document and call a handler for its elements and text.

    Raises `ReadingError` if it is not XML, has a document type, or is nested too deeply.
    """
    data, encoding = _in_known_encoding(data, name)
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def start(element: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_ELEMENT_DEPTH:
            raise ReadingError(name, Problem.DAMAGED, f"> {MAX_ELEMENT_DEPTH} levels")
        plain = {_local(key): value for key, value in attributes.items()}
        handler.start(_local(element), plain)

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(element))

    def refuse(*_: object) -> None:
        raise ReadingError(name, Problem.DAMAGED, "DOCTYPE")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadingError(name, Problem.DAMAGED, str(error)) from error


def whole_number(value: str, otherwise: int) -> int:
    """Return the number in an attribute; `otherwise` if it is not one or has too many digits."""
    is_number = value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    return int(value) if is_number else otherwise


def _in_known_encoding(data: bytes, name: str) -> tuple[bytes, str]:
    """Return a document in an encoding that expat supports itself, and the encoding's name.

    For other encodings expat would use Python's codecs, which may raise any exception.
    """
    for beginning, encoding in _WIDE:
        if data.startswith(beginning):
            return data, encoding
    found = _DECLARATION.match(data)
    if found is None:
        return data, "utf-8"
    label = found.group(2).decode("ascii", "replace")
    codec = codec_of(label)
    if codec is None:
        raise ReadingError(name, Problem.DAMAGED, f"encoding {label}")
    if codec.startswith("utf"):
        # The declaration was readable as ASCII, so the document is not UTF-16, whatever it says.
        return data, "utf-8"
    try:
        return data.decode(codec).encode("utf-8"), "utf-8"
    except UnicodeError as error:
        raise ReadingError(name, Problem.DAMAGED, str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
