"""From a saved web page with its resources (.mhtml, .mht) to its article."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.message import Message
from email.parser import BytesParser
from itertools import islice
from typing import Final

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.decoding import decode, normalize_line_ends
from facing_pages.core.reading.encodings import codec_of
from facing_pages.core.reading.formats.web_page import read_web_page
from facing_pages.core.reading.rich_text import RichText

# Parts of a message; a page has some hundreds of pictures. By judgement.
MAX_MESSAGE_PARTS: Final = 5_000


def read_saved_page(data: bytes, name: str) -> RichText:
    """Return the article of a saved page. Raises `ReadingError` if the file has no page in it."""
    try:
        return _page_in(_message(data, name), name)
    except RecursionError:
        raise ReadingError(name, Problem.DAMAGED, "multipart in multipart") from None


def _message(data: bytes, name: str) -> Message:
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except TypeError:
        # While looking for the boundary between the parts, the library fails to sort a parameter
        # that is there both whole and in numbered pieces (`decode_params` in `email.utils`).
        raise ReadingError(name, Problem.DAMAGED, "boundary") from None


def _page_in(message: Message, name: str) -> RichText:
    parts = islice(message.walk(), MAX_MESSAGE_PARTS)
    for part in parts:
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        charset = _charset(part)
        # The library would look the encoding up in Python's codecs, which is not safe.
        part.replace_header("Content-Type", "text/html")
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            continue
        text = _decoded(body, charset)
        if text is not None:
            breaks_off = bool(part.defects or message.defects) and next(parts, None) is None
            return replace(read_web_page(text), is_complete=not breaks_off)
    raise ReadingError(name, Problem.DAMAGED, "HTML")


def _charset(part: Message) -> str:
    """Return the encoding that a part declares, "" if it declares none in a valid form."""
    try:
        charset = part.get_param("charset")
    except TypeError:  # the same fault of the library as with the boundary
        return ""
    return charset if isinstance(charset, str) else ""


def _decoded(body: bytes, charset: str) -> str | None:
    if codec := codec_of(charset):
        try:
            return normalize_line_ends(body.decode(codec))
        except UnicodeError:
            pass
    found = decode(body)
    return found.text if found is not None else None
