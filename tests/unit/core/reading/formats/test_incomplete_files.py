"""Files that break off are read as far as they go, and that is said; of others it is not."""

from __future__ import annotations

import pytest

from facing_pages.core.model import Document
from facing_pages.core.reading.files import from_bytes
from tests.helpers.places import GOLDEN

from .conftest import zipped

CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
PACKAGE = (
    '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def read(name: str, share: float = 1.0) -> Document:
    data = (GOLDEN / "formats" / name).read_bytes()
    return from_bytes(data[: int(share * len(data))], name=name)


@pytest.mark.parametrize("name", sorted(path.name for path in (GOLDEN / "formats").iterdir()))
def test_whole_files_are_complete(name: str) -> None:
    assert read(name).is_complete


@pytest.mark.parametrize(
    ("name", "share"),
    [("libreoffice.rtf", 0.9), ("pandoc.rtf", 0.5), ("chromium-columns.pdf", 0.9999)],
)
def test_files_that_break_off_are_not(name: str, share: float) -> None:
    cut = read(name, share)
    assert cut.text
    assert not cut.is_complete


def test_blanks_after_the_end_of_a_pdf_do_not_matter() -> None:
    data = (GOLDEN / "formats" / "libreoffice.pdf").read_bytes() + b"\r\n\0" * 3_000
    assert from_bytes(data, name="a.pdf").is_complete


@pytest.mark.parametrize(
    ("end", "is_complete"), [("--b--", True), ("--b\r\n\r\nx", True), ("", False)]
)
def test_a_saved_page_is_incomplete_if_its_text_breaks_off(end: str, is_complete: bool) -> None:
    message = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        f"Content-Type: text/html\r\n\r\n<p>Some words\r\n{end}"
    )
    document = from_bytes(message.encode(), name="a.mhtml")
    assert (document.text, document.is_complete) == ("Some words", is_complete)


def test_a_book_without_one_of_its_chapters_is_incomplete() -> None:
    parts = {"META-INF__container_xml": CONTAINER, "a.opf": PACKAGE, "a.xhtml": "<p>One.</p>"}
    assert not from_bytes(zipped(**parts), name="a.epub").is_complete
    whole = zipped(**parts, **{"b.xhtml": "<p>Two.</p>"})
    assert from_bytes(whole, name="a.epub").is_complete
