"""Names of files: as they are shown in a line of text, linked to, and given to reports.

A name can hold anything: bytes that are not UTF-8 (as surrogates, the way Python decodes names),
line ends, control characters, and characters that turn the direction of what follows.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import Final
from urllib.parse import quote

# Shown for what has no form of its own: bytes that are not UTF-8, and what turns the direction.
REPLACEMENT: Final = "\ufffd"
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# Overrides, embeddings and isolates reach beyond the name; marks of direction do not, and names
# in Hebrew or Arabic need them.
_TURNING: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), REPLACEMENT)
_CONTROL_PICTURES: Final = {
    **{code: chr(0x2400 + code) for code in range(32)},  # their pictures, such as ␊
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), REPLACEMENT),
}
# Bytes of a report's name without its ending. File systems take 255, and the ending, a number and
# the marks of a draft are added; how much is left for those is by judgement.
MAX_REPORT_NAME_BYTES: Final = 200
# Characters that Windows allows in no name, and those that no name should have: controls,
# surrogates, and all that turns the direction of the text after it.
_NOT_IN_NAMES: Final = re.compile(
    '[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff'
    "\ud800-\udfff\ufffe\uffff]"
)
# Names that are devices on Windows, whatever ending follows them.
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def shown_name(name: str) -> str:
    """Return a name as it can stand in a line of text: one line, valid, with one direction."""
    return utf8_text(name.translate({**_CONTROL_PICTURES, **_TURNING}))


def turns_direction(text: str) -> bool:
    """Tell whether text has characters that turn the direction of what follows them."""
    return not text.isascii() and any(ord(character) in _TURNING for character in text)


def utf8_text(text: str) -> str:
    """Return text that UTF-8 can hold; halves of characters are replaced."""
    return _SURROGATES.sub(REPLACEMENT, text)


def link_to(name: str) -> str:
    """Return the relative address of a file in the same folder, byte by byte where needed."""
    return quote(os.fsencode(name), safe="")


class ReportNames:
    """Gives out names of reports without their endings, no two alike on any file system."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._taken = {_folded(name) for name in taken}
        self._next: dict[str, int] = {}

    def name_for(self, path: str) -> str:
        """Return the name of the report on a file: that of the file, with a number if taken."""
        stem = _usable(Path(path).stem)
        key = _folded(stem)
        number = self._next.get(key, 1)
        name = stem if number == 1 else f"{stem}-{number}"
        while _folded(name) in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._next[key] = number + 1
        self._taken.add(_folded(name))
        return name


def _usable(stem: str) -> str:
    """Return a name that every file system takes, like the one given."""
    name = _NOT_IN_NAMES.sub("_", stem).strip()
    name = "_" + name[1:] if name.startswith(".") else name
    if _DEVICES.match(name):
        name = f"_{name}"
    if len(name.encode()) > MAX_REPORT_NAME_BYTES:
        digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = (
            name.encode()[: MAX_REPORT_NAME_BYTES - 9].decode("utf-8", "ignore").rstrip()
            + f"-{digest}"
        )
    return name or "pair"


def _folded(name: str) -> str:
    """Return what is equal for names that some file system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
