"""From a web page saved whole (.mhtml, .mht) to its article."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from typing import Final

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.decoding import decode
from facing_pages.core.reading.formats.web_page import read_web_page
from facing_pages.core.reading.rich_text import RichText

# Parts of a message; a page has some hundreds of pictures.
MOST_PARTS: Final = 5_000


def read_saved_page(data: bytes, name: str) -> RichText:
    """Return the article of a saved page. Raises `ReadingError` if there is no page in it."""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            break
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            continue
        text = _decoded(body, part.get_content_charset())
        if text is not None:
            return read_web_page(text)
    raise ReadingError(name, Problem.DAMAGED, "HTML")


def _decoded(body: bytes, charset: str | None) -> str | None:
    if charset:
        try:
            return body.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    found = decode(body)
    return found.text if found is not None else None
