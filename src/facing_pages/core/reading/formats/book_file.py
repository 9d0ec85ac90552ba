"""From an electronic book (.epub) to its text: its chapters in reading order."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.decoding import decode
from facing_pages.core.reading.formats.archive import Archive
from facing_pages.core.reading.formats.markup import Attributes, Handler, parse_xml
from facing_pages.core.reading.formats.web_page import read_web_page
from facing_pages.core.reading.rich_text import RichText, RichTextBuilder

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_PAGE_TYPES: Final = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read_book(data: bytes, name: str) -> RichText:
    """Return the text of a book. Raises `ReadingError` if it is damaged or encrypted."""
    archive = Archive(data, name)
    container = _Container()
    parse_xml(archive.read(_CONTAINER), container, name)
    package = _Package()
    parse_xml(archive.read(container.package), package, name)
    folder = posixpath.dirname(container.package)
    locked = _locked_parts(archive, name)
    builder = RichTextBuilder()
    read = missing = 0
    for target in package.reading_order():
        part = posixpath.normpath(posixpath.join(folder, unquote(target)))
        if part in locked:
            raise ReadingError(name, Problem.ENCRYPTED)
        page = decode(archive.read(part)) if part in archive else None
        if page is None:
            missing += 1
            continue
        builder.append(read_web_page(page.text, whole=True))
        read += 1
    if not read:
        raise ReadingError(name, Problem.DAMAGED, container.package)
    return replace(builder.finished(), is_complete=not missing)


def _locked_parts(archive: Archive, name: str) -> frozenset[str]:
    """Return the names of the parts that are encrypted."""
    found = _Encryption()
    if _ENCRYPTION in archive:
        parse_xml(archive.read(_ENCRYPTION), found, name)
    return frozenset(found.parts)


class _Encryption(Handler):
    def __init__(self) -> None:
        self.parts: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Collect the names of encrypted parts."""
        if name == "CipherReference":
            self.parts.append(unquote(attributes.get("URI", "")))


class _Container(Handler):
    def __init__(self) -> None:
        self.package = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Store the path of the package document."""
        if name == "rootfile" and not self.package:
            self.package = attributes.get("full-path", "")


class _Package(Handler):
    """Reads the list of parts and their reading order from the package document."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, str, str]] = {}
        self._order: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Collect the parts, and their reading order."""
        if name == "item":
            self._parts[attributes.get("id", "")] = (
                attributes.get("href", ""),
                attributes.get("media-type", ""),
                attributes.get("properties", ""),
            )
        elif name == "itemref" and attributes.get("linear", "yes") != "no":
            self._order.append(attributes.get("idref", ""))

    def reading_order(self) -> list[str]:
        """Return the parts that are pages, in order, without the table of contents."""
        found = [self._parts[part] for part in self._order if part in self._parts]
        return [
            target
            for target, kind, properties in found
            if kind in _PAGE_TYPES and "nav" not in properties.split()
        ]
