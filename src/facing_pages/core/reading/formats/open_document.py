"""From an OpenDocument text (.odt, .fodt) to its text with all tracked changes accepted.

The format stores deleted text in a separate place, which is left out. Notes come at the end, each
as a unit of its own; the content of a text box follows the paragraph that contains the box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.formats.archive import Archive
from facing_pages.core.reading.formats.markup import (
    MAX_LEVEL,
    Attributes,
    Handler,
    parse_xml,
    whole_number,
)
from facing_pages.core.reading.rich_text import LINE_BREAK, RichText, RichTextBuilder

_CONTENT: Final = "content.xml"
_STYLES_PART: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
# Elements whose words are no part of the text.
_SKIPPED_ODF_ELEMENTS: Final = frozenset(
    (
        "tracked-changes annotation note-citation ruby-text table-of-content-source forms "
        "sequence-decls variable-decls user-field-decls binary-data"
    ).split()
)
# Spaces that one element may stand for. By judgement.
MAX_SPACES: Final = 100


@dataclass
class _OpenDocumentStyle:
    """A style: the name of its parent style, its name in the program, and its emphasis."""

    parent: str = ""
    shown: str = ""
    kinds: dict[EmphasisKind, bool] = field(default_factory=dict)


def read_open_document(data: bytes, name: str) -> RichText:
    """Return the text of an OpenDocument file. Raises `ReadingError` if it is damaged or locked."""
    if not data.startswith(b"PK"):
        return _read(data, [data], name)
    archive = Archive(data, name)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise ReadingError(name, Problem.ENCRYPTED)
    with_styles = [archive.read(part) for part in (_STYLES_PART, _CONTENT) if part in archive]
    return _read(archive.read(_CONTENT), with_styles, name)


def _read(content: bytes, with_styles: list[bytes], name: str) -> RichText:
    """Read the body of one part, using the styles in several parts."""
    styles: dict[str, _OpenDocumentStyle] = {}
    for part in with_styles:
        parse_xml(part, _StyleReader(styles), name)
    body = _OpenDocumentBody(styles)
    parse_xml(content, body, name)
    return body.finished()


class _Outside(NamedTuple):
    """The state of the reader before a note or a box began."""

    units: list[tuple[Role, dict[EmphasisKind, bool]]]
    text: RichTextBuilder
    lists: int


class _StyleReader(Handler):
    def __init__(self, styles: dict[str, _OpenDocumentStyle]) -> None:
        self._styles = styles
        self._current = _OpenDocumentStyle()

    def start(self, name: str, attributes: Attributes) -> None:
        """Store a style and its emphasis."""
        if name == "style":
            shown = attributes.get("display-name") or attributes.get("name", "")
            self._current = _OpenDocumentStyle(attributes.get("parent-style-name", ""), shown)
            self._styles[attributes.get("name", "")] = self._current
        elif name == "text-properties":
            if weight := attributes.get("font-weight"):
                is_bold = weight == "bold" or whole_number(weight, 0) >= 600
                self._current.kinds[EmphasisKind.BOLD] = is_bold
            if slant := attributes.get("font-style"):
                self._current.kinds[EmphasisKind.ITALIC] = slant in ("italic", "oblique")


class _OpenDocumentBody(Handler):
    """Reads paragraphs, headings, lists and notes."""

    def __init__(self, styles: dict[str, _OpenDocumentStyle]) -> None:
        self._styles = styles
        self._builder = RichTextBuilder()
        self._notes = RichTextBuilder()
        self._boxes = RichTextBuilder()
        self._text = self._builder
        self._in_body = False
        self._skipped = 0
        self._lists = 0
        self._units: list[tuple[Role, dict[EmphasisKind, bool]]] = []
        self._spans: list[dict[EmphasisKind, bool]] = []
        self._outside: list[_Outside] = []
        self._begins: dict[str, Callable[[Attributes], None]] = {
            "p": self._begin_paragraph,
            "h": self._begin_heading,
            "span": self._begin_span,
            "s": self._add_spaces,
            "table-row": lambda _: self._text.begin_row(),
            "table-cell": lambda _: self._text.begin_cell(),
            "covered-table-cell": lambda _: self._text.begin_cell(),
            "note-body": lambda _: self._enter(self._notes),
            "text-box": lambda _: self._enter(self._boxes),
        }

    def finished(self) -> RichText:
        """Return the text, followed by the notes."""
        self._builder.append(self._boxes.finished())
        self._builder.append(self._notes.finished())
        return self._builder.finished()

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        self._in_body = self._in_body or name == "body"
        if name in _SKIPPED_ODF_ELEMENTS:
            self._skipped += 1
        if not self._in_body or self._skipped:
            return
        if name == "list":
            self._lists += 1
        elif name in ("tab", "line-break"):
            self._add("\t" if name == "tab" else LINE_BREAK)
        elif name in self._begins:
            self._begins[name](attributes)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if name in _SKIPPED_ODF_ELEMENTS:
            self._skipped -= 1
            return
        if not self._in_body or self._skipped:
            return
        if name == "list":
            self._lists -= 1
        elif name in ("p", "h") and self._units:
            self._text.end()
            self._units.pop()
            self._add_boxes()
        elif name == "span" and self._spans:
            self._spans.pop()
        elif name == "table-row":
            self._text.end_row()
        elif name in ("note-body", "text-box"):
            self._leave()

    def text(self, words: str) -> None:
        """Add words to the paragraph."""
        if self._units and not self._skipped:
            self._add(words)

    def _begin_paragraph(self, attributes: Attributes) -> None:
        names, kinds = self._inherited(attributes.get("style-name", ""))
        role, level = _role_of_names(names)
        if self._text is self._notes and role is Role.PROSE:
            role = Role.NOTE
        if self._lists and role is not Role.HEADING:
            role, level = Role.LIST_ITEM, self._lists
        self._text.begin(role, level)
        self._units.append((role, kinds))

    def _begin_heading(self, attributes: Attributes) -> None:
        level = min(whole_number(attributes.get("outline-level", ""), 1), MAX_LEVEL)
        self._text.begin(Role.HEADING, level)
        self._units.append((Role.HEADING, {}))

    def _begin_span(self, attributes: Attributes) -> None:
        around = self._spans[-1] if self._spans else {}
        self._spans.append(around | self._inherited(attributes.get("style-name", ""))[1])

    def _add_spaces(self, attributes: Attributes) -> None:
        count = whole_number(attributes.get("c", ""), 1)
        self._add(" " * min(MAX_SPACES, count))

    def _enter(self, text: RichTextBuilder) -> None:
        """Add words to `text` until the note or box ends."""
        self._outside.append(_Outside(self._units, self._text, self._lists))
        self._units, self._text, self._lists = [], text, 0

    def _leave(self) -> None:
        self._text.end()
        if self._outside:
            self._units, self._text, self._lists = self._outside.pop()
        self._add_boxes()

    def _add_boxes(self) -> None:
        """Add the content of the boxes of a paragraph after it."""
        if self._text is self._builder and not self._units:
            self._builder.append(self._boxes.finished())
            self._boxes = RichTextBuilder()

    def _add(self, words: str) -> None:
        if not self._units:
            return
        role, kinds = self._units[-1]
        found = kinds | self._spans[-1] if self._spans else kinds
        is_heading = role is Role.HEADING
        self._text.add(words, *(kind for kind, is_on in found.items() if is_on and not is_heading))

    def _inherited(self, style: str) -> tuple[list[str], dict[EmphasisKind, bool]]:
        """Return the names of a style and its ancestors, and their combined emphasis."""
        chain: list[_OpenDocumentStyle] = []
        names: list[str] = []
        while style and len(chain) < 20:
            found = self._styles.get(style, _OpenDocumentStyle())
            names += [style, found.shown]
            chain.append(found)
            style = found.parent
        kinds: dict[EmphasisKind, bool] = {}
        for entry in reversed(chain):
            kinds.update(entry.kinds)
        return names, kinds


def _role_of_names(names: list[str]) -> tuple[Role, int]:
    plain = " ".join(names).lower().replace("_20_", " ")
    if "heading" in plain:
        levels = [whole_number(word, 0) for word in plain.split()]
        return Role.HEADING, min(next(filter(None, levels), 1), MAX_LEVEL)
    if "title" in plain:
        return Role.HEADING, 2 if "subtitle" in plain else 1
    return (Role.QUOTE, 1) if "quotation" in plain else (Role.PROSE, 0)
