"""XML as a stream of elements and text, under limits: no document type, no entity, no great depth.

A document type is where entity bombs and outside files come from; no format read here needs one.
"""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

from facing_pages.core.errors import Problem, ReadingError

# Elements inside one another; documents have some dozens.
DEEPEST: Final = 500
Attributes = dict[str, str]


class Handler:
    """Takes what is in a document, here nothing; names are those after the namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """Text inside an element."""


def parse_xml(data: bytes, handler: Handler, name: str) -> None:
    """Give a document's content to a handler.

    Raises `ReadingError` for what is no XML, has a document type, or is nested too deeply.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def start(element: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ReadingError(name, Problem.DAMAGED, f"> {DEEPEST} levels")
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


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
