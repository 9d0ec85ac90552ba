"""From a PDF to its lines: their words, positions, sizes and emphasis.

PDFium returns characters in the order in which the file draws them; `reflow` makes paragraphs of
the lines.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, NamedTuple

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.formats.columns import PrintedLine, PrintedPage
from facing_pages.core.reading.formats.reflow import PDFIUM_HYPHEN, reflow
from facing_pages.core.reading.rich_text import RichText

# Pages of a file; the longest novels have three thousand. By judgement.
MAX_PAGES: Final = 20_000
# Share of the characters without a meaning above which the fonts of a file do not say what they
# show. By judgement.
MAX_UNKNOWN_SHARE: Final = 0.25
# A gap inside a line, in sizes of its letters, that is wider than any space: another column. By
# judgement.
MIN_COLUMN_GAP: Final = 1.8
# A gap between letters, in heights of their line, from which it is a space. By judgement.
MIN_WORD_GAP: Final = 0.11
# From this weight on, letters are bold: "semi-bold" on the scale of OpenType (usWeightClass).
MIN_BOLD_WEIGHT: Final = 600
# How a file ends, and the bytes at the end within which that must be (ISO 32000-1, annex H.3);
# without it PDFium puts together what it finds.
END_OF_FILE: Final = b"%%EOF"
TAIL_BYTES: Final = 1024
# The flag of an italic font (ISO 32000-1, table 123, bit 7).
_ITALIC_FLAG: Final = 1 << 6
_MEANINGLESS_CHARACTERS: Final = re.compile("[\ufffd\ue000-\uf8ff\x00\x01\x03-\x08\x0e-\x1f]")


def read_pdf(data: bytes, name: str, password: str = "") -> RichText:
    """Return the text of a PDF in paragraphs.

    Raises `ReadingError` if it is damaged, needs another password, or contains only pictures.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
        pages = [_page(document[number]) for number in range(min(len(document), MAX_PAGES))]
    except pypdfium2.PdfiumError as error:
        problem = Problem.ENCRYPTED if "password" in str(error).lower() else Problem.DAMAGED
        raise ReadingError(name, problem, str(error)) from error
    letters = "".join(line.text for page in pages for line in page.lines)
    if not letters.strip():
        raise ReadingError(name, Problem.NO_TEXT)
    if len(_MEANINGLESS_CHARACTERS.findall(letters)) > MAX_UNKNOWN_SHARE * len(letters):
        raise ReadingError(name, Problem.UNREADABLE_FONTS)
    return replace(
        reflow(pages), is_complete=END_OF_FILE in data.rstrip(b"\0 \t\r\n")[-TAIL_BYTES:]
    )


def _page(page: Any) -> PrintedPage:
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        lines = tuple(_lines(text_page, height))
    finally:
        text_page.close()
        page.close()
    return PrintedPage(width, height, lines)


class _Sign(NamedTuple):
    """A visible character, its index in PDFium, and its box, which has the height of the line."""

    sign: str
    number: int
    left: float
    bottom: float
    right: float
    top: float
    after_space: bool


def _lines(text_page: Any, height: float) -> Iterator[PrintedLine]:
    """Yield the lines of a page as they are drawn, with positions from the upper left corner."""
    run: list[_Sign] = []
    for sign in _signs(text_page):
        if run and _is_elsewhere(run[-1], sign):
            yield _line(text_page, run, height)
            run = []
        run.append(sign)
    if run:
        yield _line(text_page, run, height)


def _signs(text_page: Any) -> Iterator[_Sign]:
    """Yield all visible characters, without soft hyphens inside a line."""
    import pypdfium2.raw as raw

    after_space = False
    for index in range(text_page.count_chars()):
        sign = _character(text_page, index)
        if sign.isspace() or sign == "\x00":
            # Spaces that PDFium generates do not count: it does where letters are drawn singly.
            after_space = after_space or not raw.FPDFText_IsGenerated(text_page, index)
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        yield _Sign(sign, index, left, bottom, right, top, after_space)
        after_space = False


def _is_elsewhere(before: _Sign, sign: _Sign) -> bool:
    """Tell whether a character is on another line or in another column than the one before."""
    size = max(1.0, before.top - before.bottom)
    shared = min(before.top, sign.top) - max(before.bottom, sign.bottom)
    is_lower = shared < 0.4 * min(size, max(1.0, sign.top - sign.bottom))
    return (
        is_lower
        or sign.left - before.right > MIN_COLUMN_GAP * size
        or sign.left < before.left - size
    )


def _line(text_page: Any, run: Sequence[_Sign], height: float) -> PrintedLine:
    words = run[0].sign
    for k, (before, sign) in enumerate(pairwise(run), 1):
        gap = sign.left - before.right
        if sign.after_space or gap > MIN_WORD_GAP * (sign.top - sign.bottom):
            words += " "
        if sign.sign != PDFIUM_HYPHEN or k == len(run) - 1:
            words += sign.sign
    seen = [sign for sign in run if sign.sign != PDFIUM_HYPHEN] or run
    ends = (seen[0].number, seen[-1].number)
    return PrintedLine(
        text=words,
        left=min(sign.left for sign in seen),
        right=max(sign.right for sign in seen),
        top=height - max(sign.top for sign in seen),
        bottom=height - min(sign.bottom for sign in seen),
        size=_font_size(text_page, ends[0]),
        is_bold=all(_is_bold(text_page, end) for end in ends),
        is_italic=all(_is_italic(text_page, end) for end in ends),
    )


def _character(text_page: Any, index: int) -> str:
    import pypdfium2.raw as raw

    code = raw.FPDFText_GetUnicode(text_page, index)
    return chr(code) if 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _font_size(text_page: Any, index: int) -> float:
    """Return the font size of a character, scaled by its text matrix."""
    import pypdfium2.raw as raw

    size = float(raw.FPDFText_GetFontSize(text_page, index))
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        size *= max(abs(matrix.d), abs(matrix.b), 1e-6)
    return max(1.0, size)


def _is_bold(text_page: Any, index: int) -> bool:
    import pypdfium2.raw as raw

    name, _ = _font(text_page, index)
    return raw.FPDFText_GetFontWeight(text_page, index) >= MIN_BOLD_WEIGHT or "bold" in name


def _is_italic(text_page: Any, index: int) -> bool:
    name, flags = _font(text_page, index)
    return bool(flags & _ITALIC_FLAG) or "italic" in name or "oblique" in name


def _font(text_page: Any, index: int) -> tuple[str, int]:
    """Return the name of a character's font in lower case, and the font's flags."""
    import pypdfium2.raw as raw

    flags = ctypes.c_int()
    room = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text_page, index, room, 128, ctypes.byref(flags))
    return room.value.decode("utf-8", "replace").lower(), flags.value
