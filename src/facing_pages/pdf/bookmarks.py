"""Add bookmarks to a PDF that Qt wrote, as an incremental update (ISO 32000-1, 7.5.6, 12.3.3).

Only plain cross-reference tables are supported; Qt writes no others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)", re.DOTALL)
_OBJECT_START: Final = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*")
_DICTIONARY: Final = re.compile(rb"(<<.*?>>)\s*endobj", re.DOTALL)
_REFERENCE: Final = rb"\s+(\d+)\s+0\s+R"


class OutlineEntry(NamedTuple):
    """A title and its target: a page counted from 0, and `top` in points from the page's bottom."""

    title: str
    page: int
    top: float


def with_bookmarks(data: bytes, bookmarks: Sequence[OutlineEntry]) -> bytes:
    """Return the file with an outline, or unchanged if none can be added."""
    found = list(_TRAILER.finditer(data))
    if not found or not bookmarks:
        return data
    trailer, before = found[-1].group(1), int(found[-1].group(2))
    root, size = _number(rb"/Root", trailer), re.search(rb"/Size\s+(\d+)", trailer)
    objects_of = _Objects(data)
    catalog = objects_of.get(root) if root is not None else None
    tree = _number(rb"/Pages", catalog) if catalog is not None else None
    pages = _kids(objects_of, tree) if tree is not None else []
    if root is None or size is None or catalog is None or not pages:
        return data
    outline = int(size.group(1))
    objects = {root: catalog[:-2].rstrip() + b"\n/Outlines %d 0 R\n>>" % outline}
    objects |= _outline(outline, bookmarks, pages)
    return _updated(data, objects, trailer, before)


def _outline(
    number: int, bookmarks: Sequence[OutlineEntry], pages: Sequence[int]
) -> dict[int, bytes]:
    """Return the PDF objects by number: the outline with the given number, then its entries."""
    last = number + len(bookmarks)
    whole = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
    objects = {number: whole % (number + 1, last, len(bookmarks))}
    for k, bookmark in enumerate(bookmarks, number + 1):
        title = b"FEFF" + bookmark.title.encode("utf-16-be").hex().upper().encode("ascii")
        page = pages[min(bookmark.page, len(pages) - 1)]
        parts = [b"/Title <%s>" % title, b"/Parent %d 0 R" % number]
        parts += [b"/Prev %d 0 R" % (k - 1)] if k > number + 1 else []
        parts += [b"/Next %d 0 R" % (k + 1)] if k < last else []
        parts.append(b"/Dest [%d 0 R /XYZ null %d null]" % (page, round(bookmark.top)))
        objects[k] = b"<< " + b" ".join(parts) + b" >>"
    return objects


def _updated(data: bytes, objects: dict[int, bytes], trailer: bytes, before: int) -> bytes:
    """Append objects, their cross-reference table, and a trailer that refers to the old one."""
    result = bytearray(data.rstrip() + b"\n")
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(result)
        result += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(result)
    result += b"xref\n"
    for number, place in sorted(places.items()):
        result += b"%d 1\n%010d 00000 n \n" % (number, place)
    kept = re.sub(rb"/(?:Size|Prev)\s+\d+", b"", trailer).strip()
    result += b"trailer\n<<\n/Size %d\n/Prev %d\n%s\n>>\n" % (max(objects) + 1, before, kept)
    result += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(result)


def _number(name: bytes, content: bytes) -> int | None:
    """Return the number of the object that a key of a dictionary refers to, None without one."""
    match = re.search(name + _REFERENCE, content)
    return int(match.group(1)) if match else None


class _Objects:
    """The dictionaries of a file by object number."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[int, int] = {}
        for match in _OBJECT_START.finditer(data):
            self._places.setdefault(int(match.group(1)), match.end())

    def get(self, number: int) -> bytes | None:
        """Return the dictionary of an object, None if the object is not one."""
        match = _DICTIONARY.match(self._data, self._places.get(number, len(self._data)))
        return match.group(1) if match else None


def _kids(objects: _Objects, number: int) -> list[int]:
    """Return the object numbers of all pages below a node of the page tree, in order."""
    kids = re.search(rb"/Kids\s*\[(.*?)\]", objects.get(number) or b"", re.DOTALL)
    if kids is None:
        return [number]
    found = [int(match) for match in re.findall(rb"(\d+)\s+0\s+R", kids.group(1))]
    return [page for kid in found for page in _kids(objects, kid)]
