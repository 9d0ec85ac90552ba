"""From bytes to text: detect the encoding and normalize the line ends.

The order matters. UTF-16 without a byte order mark and ISO-2022-JP are valid UTF-8, so they are
tried first. Other valid UTF-8 is UTF-8. Only what remains is guessed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from facing_pages.core.reading.encodings import codec_of

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
# Beginnings of files that are never text, whatever their name is.
SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"MZ\x90",
    b"\x1f\x8b",
    b"{\\rtf",
)
# Share of control characters above which bytes are no text; prose has none but tabs. By judgement.
MAX_CONTROL_SHARE: Final = 0.01
# A UTF-8 text may have this share of broken sequences among its bytes beyond ASCII and still be
# called UTF-8: a few bytes pasted in from elsewhere. By judgement.
MAX_BROKEN_SHARE: Final = 0.2
# Bytes looked at for the guess of a legacy encoding; more does not change it and costs seconds. By
# judgement.
MAX_SAMPLE_BYTES: Final = 200_000

_LINE_ENDS: Final = re.compile("\r\n?|\x85|\u2028|\x0b|\x1c|\x1d|\x1e")
_PAGE_ENDS: Final = re.compile("(?<![ \t])[ \t]*\n?\f\n?|\u2029")
_BINARY_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1b]")
_ISO_2022_JP: Final = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with line feeds as line ends, and its encoding; `is_certain`: it was not guessed."""

    text: str
    encoding: str
    is_certain: bool


def decode(data: bytes) -> Decoded | None:
    """Return the text of `data`, or None if these bytes are not text."""
    found = _decode(data)
    if found is None or _looks_binary(found.text):
        return None
    return Decoded(normalize_line_ends(found.text), found.encoding, found.is_certain)


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Return the text of `data` in an encoding that a person chose; None for an unknown encoding.

    Invalid bytes become U+FFFD.
    """
    codec = codec_of(encoding)
    if codec is None:
        return None
    text = data.decode(codec, errors="replace")
    return Decoded(normalize_line_ends(text), encoding, is_certain=True)


def normalize_line_ends(text: str) -> str:
    """Replace every kind of line end by a line feed, and page and paragraph ends by two."""
    if not text.isascii() or "\r" in text or "\x0b" in text or "\x1c" in text:
        text = _LINE_ENDS.sub("\n", text)
    if "\f" in text or "\u2029" in text:
        text = _PAGE_ENDS.sub("\n\n", text)
    return text.removeprefix("\ufeff")


def _decode(data: bytes) -> Decoded | None:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            body = data[len(mark) :] if not codec.endswith("-sig") else data
            return Decoded(body.decode(codec, errors="replace"), name, is_certain=True)
    if data.startswith(SIGNATURES):
        return None
    if b"\x00" in data:
        return _unmarked_wide(data)
    if _ISO_2022_JP.search(data):
        try:
            return Decoded(data.decode("iso2022_jp"), "iso-2022-jp", is_certain=True)
        except UnicodeError:
            pass
    try:
        return Decoded(data.decode("utf-8"), "utf-8", is_certain=True)
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _legacy(data)


def _unmarked_wide(data: bytes) -> Decoded | None:
    """Recognise UTF-16 and UTF-32 without a byte order mark by the positions of zero bytes."""
    zeros = [data[k::4].count(0) for k in range(4)]
    quarter = len(data) / 4
    if len(data) % 4 == 0 and zeros[2] > 0.9 * quarter and zeros[3] > 0.9 * quarter:
        return _strictly(data, "utf-32-le")
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if len(data) % 2 or max(even, odd) < 4 * min(even, odd) + 1:
        return None
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le")


def _strictly(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec, is_certain=False)
    except UnicodeDecodeError:
        return None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8 into which a few bytes of Windows-1252 were pasted; None for anything else."""
    broken = 0

    def as_windows_1252(error: UnicodeError) -> tuple[str, int]:
        nonlocal broken
        assert isinstance(error, UnicodeDecodeError)
        broken += 1
        wrong = error.object[error.start : error.end]
        return wrong.decode("cp1252", errors="replace"), error.end

    codecs.register_error("facing-pages-cp1252", as_windows_1252)
    text = data.decode("utf-8", errors="facing-pages-cp1252")
    whole = sum(character > "\x7f" for character in text) - broken
    if whole <= 0 or broken > MAX_BROKEN_SHARE * whole:
        return None
    return Decoded(text, "utf-8", is_certain=False)


def _legacy(data: bytes) -> Decoded | None:
    """Guess a single-byte or East Asian encoding; None if none fits."""
    western = _windows_1252(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:MAX_SAMPLE_BYTES]).best()
    if best is None:
        return None
    return Decoded(data.decode(best.encoding, errors="replace"), best.encoding, is_certain=False)


def _windows_1252(data: bytes) -> Decoded | None:
    """Decode Windows-1252 if the result looks like western prose; None otherwise.

    Western prose has few characters beyond ASCII, nearly all of them common letters, quotation
    marks and dashes. General detectors fail most often on short western texts.
    """
    high = sum(byte > 0x7F for byte in data)
    if high > 0.12 * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    common = len(
        re.findall("[‘’“”–—…•«»¡¿§°£€àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÀÂÄÁÅÆÇÈÉÊËÎÏÑÓÔÖØÜ\xa0]", text)
    )
    if common < 0.95 * high:
        return None
    return Decoded(text, "windows-1252", is_certain=False)


def _looks_binary(text: str) -> bool:
    sample = text[:MAX_SAMPLE_BYTES]
    return len(_BINARY_CONTROLS.findall(sample)) > MAX_CONTROL_SHARE * len(sample)
