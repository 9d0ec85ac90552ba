"""From a Word file (.docx) to its text with all tracked changes accepted.

Tables are read row by row. Notes come at the end, each as a unit of its own. The parts of the
archive are parsed as streams of elements; links to anything outside the file are ignored.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Final

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

_RELATIONS_PART: Final = "_rels/.rels"
_USUAL_MAIN_PART: Final = "word/document.xml"
_OFF_VALUES: Final = ("0", "false", "off", "none")
# Elements whose words are no part of the text: deletions, instructions of fields, drawings.
_SKIPPED_WORD_ELEMENTS: Final = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt")
)
_HEADING_NAME: Final = re.compile(r"heading\s*([0-9])", re.IGNORECASE)
_SIGN_ELEMENTS: Final = {
    "tab": "\t",
    "br": LINE_BREAK,
    "cr": LINE_BREAK,
    "noBreakHyphen": "\u2011",
    "softHyphen": "",
}


@dataclass
class _WordFileStyle:
    """A paragraph style: the role and emphasis of its paragraphs, and the style it is based on."""

    role: Role = Role.PROSE
    level: int = 0
    base: str = ""
    kinds: dict[EmphasisKind, bool] = field(default_factory=dict)


def read_word_file(data: bytes, name: str) -> RichText:
    """Return the text of a Word file. Raises `ReadingError` if it is damaged or not one."""
    archive = Archive(data, name)
    main = _main_part(archive, name)
    folder = posixpath.dirname(main)
    styles = _Styles()
    if (part := posixpath.join(folder, "styles.xml")) in archive:
        parse_xml(archive.read(part), styles, name)
    builder = RichTextBuilder()
    body = _WordFileBody(builder, styles)
    parse_xml(archive.read(main), body, name)
    for kind in ("footnotes", "endnotes"):
        part = posixpath.join(folder, f"{kind}.xml")
        if part in archive:
            parse_xml(archive.read(part), _WordFileBody(builder, styles, Role.NOTE), name)
    return builder.finished()


def _main_part(archive: Archive, name: str) -> str:
    """Return the name of the archive's part with the text."""
    found = _Relations()
    if _RELATIONS_PART in archive:
        parse_xml(archive.read(_RELATIONS_PART), found, name)
    main = found.main.lstrip("/") or _USUAL_MAIN_PART
    if main not in archive:
        raise ReadingError(name, Problem.DAMAGED, main)
    return main


class _Relations(Handler):
    def __init__(self) -> None:
        self.main = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Store the name of the part that is the document."""
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", "")


class _Styles(Handler):
    """Reads the roles (heading, quotation, list) and the emphasis of all styles."""

    def __init__(self) -> None:
        self._styles: dict[str, _WordFileStyle] = {}
        self._current = _WordFileStyle()

    def of(self, identifier: str) -> _WordFileStyle:
        """Return a style with the values inherited from the styles it is based on."""
        chain: list[_WordFileStyle] = []
        while identifier in self._styles and len(chain) < 20:
            chain.append(self._styles[identifier])
            identifier = chain[-1].base
        found = _WordFileStyle()
        for style in reversed(chain):
            if style.role is not Role.PROSE:
                found.role, found.level = style.role, style.level
            found.kinds.update(style.kinds)
        return found

    def start(self, name: str, attributes: Attributes) -> None:
        """Store a style or one of its properties."""
        style, value = self._current, attributes.get("val", "")
        if name == "style":
            self._current = self._styles[attributes.get("styleId", "")] = _WordFileStyle()
        elif name == "name":
            style.role, style.level = _role_of_name(value)
        elif name == "basedOn":
            style.base = value
        elif name == "outlineLvl" and (level := whole_number(value, 9)) < 9:
            style.role, style.level = Role.HEADING, level + 1
        elif name in ("b", "i"):
            kind = EmphasisKind.BOLD if name == "b" else EmphasisKind.ITALIC
            style.kinds[kind] = value not in _OFF_VALUES


def _role_of_name(name: str) -> tuple[Role, int]:
    if heading := _HEADING_NAME.match(name):
        return Role.HEADING, int(heading.group(1))
    plain = name.lower()
    if plain in ("title", "subtitle"):
        return Role.HEADING, 1 if plain == "title" else 2
    if plain.startswith("list"):
        return Role.LIST_ITEM, 1
    return (Role.QUOTE, 1) if "quote" in plain else (Role.PROSE, 0)


class _WordFileBody(Handler):
    """Reads the paragraphs of the text, of table cells and of notes."""

    def __init__(self, builder: RichTextBuilder, styles: _Styles, role: Role = Role.PROSE) -> None:
        self._plain = role
        self._builder = builder
        self._styles = styles
        self._skipped = 0
        self._style = _WordFileStyle()
        self._own: dict[EmphasisKind, bool] = {}
        self._in_run = False
        self._in_text = False
        self._is_separator = False
        self._in_paragraph_mark = False
        self._is_joined = False
        self._is_fresh = True
        self._outside: list[tuple[RichTextBuilder, _WordFileStyle, dict[EmphasisKind, bool]]] = []
        self._boxes: list[RichText] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        if self._in_paragraph_mark:
            self._note_property(name, attributes.get("val", ""))
            return
        if name in _SKIPPED_WORD_ELEMENTS:
            self._skipped += 1
        if name in ("footnote", "endnote"):
            self._is_separator = "separator" in attributes.get("type", "").lower()
        elif name == "p":
            self._begin_paragraph()
        elif name == "pPr":
            self._in_paragraph_mark = True
        elif name == "tr":
            self._builder.begin_row()
        elif name == "tc":
            self._builder.begin_cell()
        elif name == "txbxContent":
            self._begin_box()
        elif name == "r":
            self._in_run, self._own = True, dict(self._style.kinds)
        elif self._in_run:
            self._note_in_run(name, attributes.get("val", ""))

    def _note_property(self, name: str, value: str) -> None:
        """Store a property of the current paragraph or of the paragraph mark at its end."""
        if name == "pStyle":
            self._use(self._styles.of(value))
        elif name == "outlineLvl" and (level := whole_number(value, 9)) < 9:
            self._use(_WordFileStyle(Role.HEADING, level + 1, kinds=self._style.kinds))
        elif name == "ilvl" and self._style.role is not Role.HEADING:
            level = min(whole_number(value, 0), MAX_LEVEL) + 1
            self._use(_WordFileStyle(Role.LIST_ITEM, level, kinds=self._style.kinds))
        elif name == "del":
            self._is_joined = True

    def _note_in_run(self, name: str, value: str) -> None:
        if name in ("b", "i"):
            kind = EmphasisKind.BOLD if name == "b" else EmphasisKind.ITALIC
            self._own[kind] = value not in _OFF_VALUES
        elif name == "t":
            self._in_text = True
        elif name in _SIGN_ELEMENTS and not self._skipped:
            self._add(_SIGN_ELEMENTS[name])

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if self._in_paragraph_mark:
            self._in_paragraph_mark = name != "pPr"
        elif name in _SKIPPED_WORD_ELEMENTS:
            self._skipped -= 1
        elif name == "txbxContent":
            self._end_box()
        elif name == "tr":
            self._builder.end_row()
        elif name == "r":
            self._in_run = False
        elif name == "t":
            self._in_text = False
        elif name == "p" and not self._is_joined:
            self._is_fresh = True
            if not self._outside:
                self._set_boxes()

    def text(self, words: str) -> None:
        """Add the words of a run."""
        if self._in_text and not self._skipped and not self._is_separator:
            self._add(words)

    def _begin_paragraph(self) -> None:
        """Begin a unit, unless the paragraph mark before it was deleted by a tracked change."""
        was_joined, self._is_joined = self._is_joined, False
        if self._is_fresh or not was_joined:
            self._style = _WordFileStyle()
            self._builder.begin(self._plain)
        self._is_fresh = False

    def _begin_box(self) -> None:
        """Begin a text box inside a paragraph, which is read separately."""
        self._outside.append((self._builder, self._style, self._own))
        self._builder, self._is_fresh = RichTextBuilder(), True

    def _end_box(self) -> None:
        if self._outside:
            self._boxes.append(self._builder.finished())
            self._builder, self._style, self._own = self._outside.pop()
            self._in_run = True

    def _set_boxes(self) -> None:
        """Add the text boxes of a paragraph after it."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._builder.append(box)

    def _use(self, style: _WordFileStyle) -> None:
        self._style = style
        is_plain = style.role is Role.PROSE
        self._builder.set_role(self._plain if is_plain else style.role, style.level)

    def _add(self, words: str) -> None:
        is_heading = self._style.role is Role.HEADING
        kinds = [kind for kind, is_on in self._own.items() if is_on]
        self._builder.add(words, *(() if is_heading else kinds))
