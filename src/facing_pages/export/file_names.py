"""File names: made safe to show in a line of text, to link to, and to use for reports.

A name can contain anything: bytes that are not UTF-8 (surrogates in Python), line ends, control
characters, and characters that change the direction of the text after them.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import Final
from urllib.parse import quote

# Shown for bytes that are not UTF-8 and for characters that change the direction.
REPLACEMENT: Final = "\ufffd"
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# Overrides, embeddings and isolates affect the text after the name. Direction marks do not, and
# names in Hebrew or Arabic need them.
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
# Names of devices on Windows, reserved with any ending.
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def shown_name(name: str) -> str:
    """Return a name that is safe in a line of text: valid, on one line, in one direction."""
    return utf8_text(name.translate({**_CONTROL_PICTURES, **_TURNING}))


def changes_direction(text: str) -> bool:
    """Tell whether text has characters that change the direction of the text after them."""
    return not text.isascii() and any(ord(character) in _TURNING for character in text)


def utf8_text(text: str) -> str:
    """Return text that can be encoded as UTF-8; lone surrogates are replaced."""
    return _SURROGATES.sub(REPLACEMENT, text)


def link_to(name: str) -> str:
    """Return the relative URL of a file in the same folder, percent-encoded where needed."""
    return quote(os.fsencode(name), safe="")


class ReportNames:
    """Assigns names of reports, without endings, that are different on every file system."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._taken = {_folded(name) for name in taken}
        self._next: dict[str, int] = {}

    def name_for(self, path: str) -> str:
        """Return a name for the report on a file: the file's own, with a number if it is taken."""
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
    """Return a similar name that every file system accepts."""
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
    """Return a form that is equal for names that are the same on some file system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())
