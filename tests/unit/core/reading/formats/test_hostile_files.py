"""Files that are broken, locked or meant to do harm are refused in a sentence, at once."""

from __future__ import annotations

import time

import pytest

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.files import from_bytes

from .conftest import ODF, W, docx, odt, zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>'
)
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/hostname">]>'
)


def refused(data: bytes, name: str) -> ReadingError:
    start = time.monotonic()
    with pytest.raises(ReadingError) as caught:
        from_bytes(data, name=name)
    assert time.monotonic() - start < 5
    return caught.value


def test_entities_and_document_types_are_refused() -> None:
    document = f"{ENTITIES}<w:document {W}><w:body><w:p>&b;&c;</w:p></w:body></w:document>"
    error = refused(zipped(word__document_xml=document), "bomb.docx")
    assert error.problem is Problem.DAMAGED
    content = f"{ENTITIES}<office:document-content {ODF}>&b;</office:document-content>"
    data = zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
    assert refused(data, "bomb.odt").problem is Problem.DAMAGED


def test_a_zip_bomb_is_too_large() -> None:
    data = zipped(word__document_xml=b"<a>" + b" " * 250_000_000 + b"</a>")
    assert len(data) < 1_000_000
    assert refused(data, "bomb.docx").problem is Problem.TOO_LARGE


def test_endless_nesting_is_refused() -> None:
    body = "<w:p>" * 200_000 + "</w:p>" * 200_000
    assert refused(docx(body), "deep.docx").problem is Problem.DAMAGED
    assert refused(b"{\\rtf1 " + b"{" * 200_000 + b"a", "deep.rtf").problem is Problem.DAMAGED


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_archives_cut_short_are_damaged(share: float) -> None:
    data = docx(f"<w:p><w:r><w:t>{'The lamp was out. ' * 500}</w:t></w:r></w:p>")
    cut = data[: int(share * len(data))]
    assert refused(cut, "cut.docx").problem in (Problem.DAMAGED, Problem.NOT_TEXT)


def test_locked_and_old_files_are_called_so() -> None:
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(office, "old.doc").problem is Problem.OLD_FORMAT
    locked = office + "EncryptedPackage".encode("utf-16-le")
    assert refused(locked, "locked.docx").problem is Problem.ENCRYPTED
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    data = odt("<text:p>x</text:p>", **{"META-INF__manifest_xml": manifest})
    assert refused(data, "locked.odt").problem is Problem.ENCRYPTED


def test_a_document_without_words_is_told() -> None:
    assert refused(docx("<w:p/>"), "empty.docx").problem is Problem.NO_TEXT
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    book = zipped(**{"META-INF__container_xml": CONTAINER, "book.opf": package})
    assert refused(book, "empty.epub").problem is Problem.DAMAGED


def test_an_archive_that_is_no_document_is_no_text() -> None:
    assert refused(zipped(picture="x"), "photos.zip").problem is Problem.NOT_TEXT


def test_a_damaged_pdf_is_refused() -> None:
    assert refused(b"%PDF-1.7\n" + b"x" * 500, "broken.pdf").problem is Problem.DAMAGED
