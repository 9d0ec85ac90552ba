"""From a Rich Text file (.rtf) to its text, with headings, lists, emphasis and notes.

The format is a stream of groups, control words and bytes in code pages that change with the font.
Existing libraries keep only the words. This module implements the needed part of the specification
(Microsoft, Rich Text Format 1.9.1) and skips every unknown destination, as it requires.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.model import EmphasisKind, Role
from facing_pages.core.reading.formats.markup import MAX_LEVEL
from facing_pages.core.reading.rich_text import LINE_BREAK, RichText, RichTextBuilder

_RTF_TOKEN: Final = re.compile(
    rb"\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
# Groups inside one another; documents have some dozens. By judgement.
MAX_GROUP_DEPTH: Final = 500
# Characters that stand in for one that old readers do not know; programs write one or two. By
# judgement.
MAX_FALLBACK: Final = 100
# Destinations whose words are no part of the text.
_SKIPPED_DESTINATIONS: Final = frozenset(
    "colortbl info pict object header headerl headerr headerf footer footerl footerr footerf "
    "themedata datastore listtable listoverridetable generator xmlnstbl fldinst latentstyles "
    "rsidtbl revtbl annotation atnid atnauthor atndate atnicn nonshppict listtext pntext "
    "colorschememapping mmathPr shppict do bkmkstart bkmkend filetbl pgptbl userprops "
    "falt panose ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata".split()
)
_SIGN_WORDS: Final = {
    "tab": "\t",
    "line": LINE_BREAK,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
_SYMBOLS: Final = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"\t": "\t"}
_BREAK_WORDS: Final = frozenset(("par", "sect", "page", "cell", "row", "nestcell", "nestrow"))
_ESCAPED: Final = frozenset((b"\\", b"{", b"}"))
# Code pages by the number of a font's character set.
_CHARSETS: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
# Code pages by the numbers that \\ansicpg may give (RTF 1.9.1, "Code Page Support").
_CODE_PAGES: Final = {
    **{page: f"cp{page}" for page in (437, 850, 852, 860, 862, 863, 864, 865, 866, 874, 932)},
    **{page: f"cp{page}" for page in (936, 949, 950, *range(1250, 1259))},
    708: "iso8859-6",
    720: "cp720",
    819: "latin-1",
    1361: "johab",
    10000: "mac-roman",
    10006: "mac-greek",
    10007: "mac-cyrillic",
    10029: "mac-latin2",
    10081: "mac-turkish",
    65001: "utf-8",
}
_HEADING_STYLE: Final = re.compile(r"heading\s*(\d)|(title)\b", re.IGNORECASE)


class _ControlToken(NamedTuple):
    """One token: a control word with its number, a byte, a symbol, a brace, or plain text."""

    word: str = ""
    number: int | None = None
    code: int | None = None
    symbol: bytes = b""
    brace: bytes = b""
    plain: bytes = b""
    end: int = 0


@dataclass(frozen=True)
class _GroupState:
    """The settings inside a group, restored when it ends."""

    skips: bool = False
    destination: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False
    font: int = 0
    fallback: int = 1


@dataclass
class _ParagraphFormat:
    """The properties of the current paragraph."""

    style: int = 0
    outline: int = -1
    list_level: int = -1


@dataclass
class _CharacterTables:
    """Code pages by font, and names of styles by number."""

    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)


def read_rich_text_file(data: bytes, name: str) -> RichText:
    """Return the text of an RTF file. Raises `ReadingError` if it is nested too deeply."""
    return _Reader(name).read(data)


def _tokens(data: bytes) -> Iterator[_ControlToken]:
    position = 0
    while position < len(data):
        match = _RTF_TOKEN.match(data, position)
        if match is None:
            position += 1
            continue
        word, number, code, symbol, brace, plain = match.groups()
        position = match.end()
        if word == b"bin" and number:
            size = max(0, int(number))
            # A length beyond the end of the file is wrong: the bytes after it are read as tokens.
            position += size if position + size <= len(data) else 0
            continue
        yield _ControlToken(
            word.decode("ascii") if word else "",
            int(number) if number else None,
            int(code, 16) if code else None,
            symbol or b"",
            brace or b"",
            plain or b"",
            position,
        )


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._tables = _CharacterTables()
        self._body = RichTextBuilder()
        self._notes = RichTextBuilder()
        self._text = self._body
        self._states: list[_GroupState] = []
        self._state = _GroupState()
        self._paragraph = _ParagraphFormat()
        self._outside: list[_ParagraphFormat] = []
        self._bytes = bytearray()
        self._units: list[int] = []
        self._left_out = 0
        self._in_row = False
        self._is_destination = False
        self._style_name = ""
        self._style_number = 0
        self._font = 0

    def read(self, data: bytes) -> RichText:
        """Read the whole stream."""
        for token in _tokens(data):
            if token.brace == b"{":
                self._open()
            elif token.brace:
                self._close()
            elif token.symbol == b"*":
                self._is_destination = True
            else:
                self._take(token)
        is_complete = not self._states
        self._flush()
        self._end_unit()
        self._notes.end()
        self._body.append(self._notes.finished())
        return replace(self._body.finished(), is_complete=is_complete)

    # --- groups -------------------------------------------------------------------------------

    def _open(self) -> None:
        self._flush()
        if len(self._states) > MAX_GROUP_DEPTH:
            raise ReadingError(self._name, Problem.DAMAGED, f"> {MAX_GROUP_DEPTH}")
        self._states.append(self._state)
        self._is_destination = False

    def _close(self) -> None:
        self._flush()
        if not self._states:
            return
        before, self._state = self._state, self._states.pop()
        if before.destination == "stylesheet" and self._style_name:
            self._tables.styles[self._style_number] = self._style_name.strip(" ;")
            self._style_name, self._style_number = "", 0
        if before.destination == "footnote" and self._state.destination != "footnote":
            self._end_unit()
            self._text, self._paragraph = self._body, self._outside.pop()

    # --- tokens -------------------------------------------------------------------------------

    def _take(self, token: _ControlToken) -> None:
        was_destination, self._is_destination = self._is_destination, False
        if token.word:
            self._control(token.word, token.number, ignorable=was_destination)
        elif token.code is not None:
            self._byte(bytes((token.code,)))
        elif token.symbol:
            self._symbol(token.symbol)
        elif token.plain:
            self._byte(token.plain)

    def _symbol(self, symbol: bytes) -> None:
        if symbol in _ESCAPED:
            self._byte(symbol)
        elif symbol in (b"\r", b"\n"):
            self._end_paragraph()
        else:
            self._flush()
            self._add(_SYMBOLS.get(symbol, ""))

    def _control(self, word: str, number: int | None, *, ignorable: bool) -> None:
        if word == "u":
            self._add_unicode(number or 0)
            return
        self._flush()
        if word in ("fonttbl", "stylesheet", "footnote"):
            self._begin_destination(word)
        elif word in _SKIPPED_DESTINATIONS or (ignorable and word not in ("shptxt", "shpinst")):
            if word in ("listtext", "pntext") and self._paragraph.list_level < 0:
                self._paragraph.list_level = 0
            self._state = replace(self._state, skips=True)
        elif self._state.destination in ("fonttbl", "stylesheet"):
            self._note_table(word, number)
        elif word in _BREAK_WORDS:
            self._end_paragraph()
            self._end_in_table(word)
        elif word in _SIGN_WORDS:
            self._add(_SIGN_WORDS[word])
        else:
            self._note(word, number)

    def _begin_destination(self, word: str) -> None:
        self._state = replace(self._state, destination=word)
        if word == "footnote":
            self._outside.append(self._paragraph)
            self._text, self._paragraph = self._notes, _ParagraphFormat()

    def _note_table(self, word: str, number: int | None) -> None:
        """Store fonts and styles from the tables at the start of the file."""
        if word == "f" and number is not None:
            self._font = number
        elif word == "fcharset" and number in _CHARSETS:
            self._tables.fonts[self._font] = _CHARSETS[number]
        elif word == "s" and number is not None:
            self._style_number = number

    def _note(self, word: str, number: int | None) -> None:
        """Store a property of the text that follows."""
        state, is_on = self._state, number != 0
        if word == "b":
            self._state = replace(state, is_bold=is_on)
        elif word == "i":
            self._state = replace(state, is_italic=is_on)
        elif word in ("v", "deleted"):
            self._state = replace(state, is_hidden=is_on)
        elif word == "plain":
            self._state = replace(state, is_bold=False, is_italic=False, is_hidden=False)
        elif word == "f" and number is not None:
            self._state = replace(state, font=number)
        elif word == "uc" and number is not None:
            self._state = replace(state, fallback=min(max(0, number), MAX_FALLBACK))
        elif word == "ansicpg" and number:
            self._tables.codec = _codec(number)
        elif word == "mac":
            self._tables.codec = "mac_roman"
        else:
            self._note_paragraph(word, number)

    def _note_paragraph(self, word: str, number: int | None) -> None:
        if word == "pard":
            self._paragraph = _ParagraphFormat()
        elif word in ("trowd", "intbl"):
            self._begin_row()
        elif word == "s" and number is not None:
            self._paragraph.style = number
        elif word == "outlinelevel" and number is not None:
            self._paragraph.outline = number
        elif word in ("ilvl", "ls"):
            level = number if word == "ilvl" and number is not None else 0
            self._paragraph.list_level = max(self._paragraph.list_level, min(level, MAX_LEVEL))

    # --- words --------------------------------------------------------------------------------

    def _byte(self, data: bytes) -> None:
        """Add bytes in the code page of the font, except substitutes for a Unicode character."""
        if self._left_out:
            skipped = min(self._left_out, len(data))
            self._left_out -= skipped
            data = data[skipped:]
        if self._units and data:
            self._flush()
        self._bytes += data

    def _add_unicode(self, number: int) -> None:
        """Add a UTF-16 code unit; the substitutes that follow it will be skipped."""
        if self._bytes:
            self._flush()
        self._units.append(number & 0xFFFF)
        self._left_out = self._state.fallback

    def _flush(self) -> None:
        """Decode the pending bytes and code units, and add them as words."""
        self._left_out = 0
        if self._units:
            raw = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            self._add(raw.decode("utf-16-le", errors="replace"))
        if self._bytes:
            codec = self._tables.fonts.get(self._state.font, self._tables.codec)
            words = bytes(self._bytes).decode(codec, errors="replace")
            self._bytes.clear()
            self._add(words)

    def _add(self, words: str) -> None:
        if not words:
            return
        state = self._state
        if state.destination == "stylesheet":
            self._style_name += words
        elif not (state.skips or state.is_hidden or state.destination == "fonttbl"):
            role, level = self._role()
            self._text.set_role(role, level)
            kinds = [EmphasisKind.BOLD] if state.is_bold else []
            kinds += [EmphasisKind.ITALIC] if state.is_italic else []
            self._text.add(words, *(() if role is Role.HEADING else kinds))

    def _end_paragraph(self) -> None:
        if not self._state.skips:
            self._end_unit()

    def _begin_row(self) -> None:
        """Begin a row of a table where a definition of rows or a paragraph in a table says so."""
        if self._text is self._body and not self._in_row:
            self._in_row = True
            self._body.begin_row()
            self._body.begin_cell()

    def _end_in_table(self, word: str) -> None:
        """Go on to the next cell, or end the row."""
        if not self._in_row or self._text is not self._body or self._state.skips:
            return
        if word == "cell":
            self._body.begin_cell()
        elif word == "row":
            self._in_row = False
            self._body.end_row()

    def _end_unit(self) -> None:
        self._text.end()
        self._text.set_role(Role.PROSE)

    def _role(self) -> tuple[Role, int]:
        paragraph = self._paragraph
        if 0 <= paragraph.outline < 9:
            return Role.HEADING, paragraph.outline + 1
        name = self._tables.styles.get(paragraph.style, "") if paragraph.style else ""
        if heading := _HEADING_STYLE.search(name):
            return Role.HEADING, int(heading.group(1) or 1)
        if paragraph.list_level >= 0:
            return Role.LIST_ITEM, paragraph.list_level + 1
        if "quot" in name.lower():
            return Role.QUOTE, 1
        return (Role.NOTE if self._outside else Role.PROSE), 0


def _codec(page: int) -> str:
    return _CODE_PAGES.get(page, "cp1252")
