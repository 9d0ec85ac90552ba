"""Encodings that a file names are looked up in the standard's list, or the file is refused."""

from __future__ import annotations

import pytest

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import from_bytes

from .conftest import ODF, W, zipped

HOSTILE = ("undefined", "idna", "punycode", "rot13", "zip", "utf-7", "unicode_escape", "x-mac-foo")


def word_file(xml: bytes) -> bytes:
    return zipped(word__document_xml=xml)


def in_xml(encoding: str, text: str, codec: str) -> bytes:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    return (declaration + body).encode(codec)


@pytest.mark.parametrize("encoding", [*HOSTILE, "a\0b", "x" * 90])
def test_a_page_that_names_no_encoding_of_text_is_read_by_its_bytes(encoding: str) -> None:
    page = f"<html><meta charset={encoding}><p>Größe und Nähe, ç ñ ÿ</p>".encode("cp1252")
    if "\0" not in encoding:
        assert "Größe und Nähe" in from_bytes(page, name="page.html").text


@pytest.mark.parametrize("encoding", [*HOSTILE, "a\0b", "=?x?=", '"'])
def test_a_saved_page_that_names_no_encoding_of_text_is_read_by_its_bytes(encoding: str) -> None:
    message = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        f"Content-Type: text/html; charset={encoding}\r\n\r\n<p>Größe und Nähe</p>\r\n--b--\r\n"
    ).encode()
    assert from_bytes(message, name="page.mhtml").text == "Größe und Nähe"


@pytest.mark.parametrize("encoding", [*HOSTILE, "", "utf_8_sig", "x" * 90])
def test_xml_in_an_encoding_that_is_none_is_damaged(encoding: str) -> None:
    with pytest.raises(ReadingError) as caught:
        from_bytes(word_file(in_xml(encoding, "Some words.", "ascii")), name="a.docx")
    assert caught.value.problem is Problem.DAMAGED


@pytest.mark.parametrize("encoding", HOSTILE)
def test_flat_xml_in_an_encoding_that_is_none_is_damaged(encoding: str) -> None:
    kind = "application/vnd.oasis.opendocument.text"
    flat = (
        f'<?xml version="1.0" encoding="{encoding}"?><office:document {ODF} '
        f'office:mimetype="{kind}"><office:body><text:p>x</text:p></office:body></office:document>'
    )
    with pytest.raises(ReadingError) as caught:
        from_bytes(flat.encode(), name="a.fodt")
    assert caught.value.problem is Problem.DAMAGED


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("utf-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-8"),
        ("utf-16le", "utf-16-le"),
        ("utf-16be", "utf-16-be"),
        ("x-mac-foo", "utf-16"),
        ("latin1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("iso-8859-2", "iso8859-2"),
    ],
)
def test_xml_in_an_encoding_of_the_standard_is_read(encoding: str, codec: str) -> None:
    data = word_file(in_xml(encoding, "Größe und Nähe", codec))
    assert from_bytes(data, name="a.docx").text == "Größe und Nähe"


def test_xml_in_japanese_encodings_is_read() -> None:
    data = word_file(in_xml("Shift_JIS", "灯台は静かだった", "shift_jis"))
    assert from_bytes(data, name="a.docx").text == "灯台は静かだった"


def test_xml_that_is_not_in_the_encoding_it_names_is_damaged() -> None:
    data = word_file(in_xml("euc-jp", "Größe", "cp1252"))
    with pytest.raises(ReadingError) as caught:
        from_bytes(data, name="a.docx")
    assert caught.value.problem is Problem.DAMAGED


@pytest.mark.parametrize("page", ["65000", "037", "500", "99999999", "-1", "0", "9999999999"])
def test_rich_text_in_a_code_page_there_is_not_is_read_as_western(page: str) -> None:
    data = b"{\\rtf1\\ansicpg" + page.encode() + b" Gr\\'f6\\'dfe}"
    assert from_bytes(data, name="a.rtf").text == "Größe"


@pytest.mark.parametrize("encoding", [*HOSTILE, "a\0b"])
def test_an_encoding_that_was_kept_and_is_none_does_not_crash(encoding: str) -> None:
    with pytest.raises(ReadingError):
        from_bytes(b"Some words.", name="a.txt", choices=ReadingChoices(encoding=encoding))


def nested(depth: int) -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n"
    parts = "".join(
        f"--b{n}\r\nContent-Type: multipart/related; boundary=b{n + 1}\r\n\r\n"
        for n in range(depth)
    )
    page = f"--b{depth}\r\nContent-Type: text/html\r\n\r\n<p>Some words</p>\r\n--b{depth}--\r\n"
    return (head + parts + page).encode()


def test_multiparts_in_multiparts_are_read_or_refused() -> None:
    assert from_bytes(nested(20), name="a.mhtml").text == "Some words"
    for depth in (2_000, 20_000):
        with pytest.raises(ReadingError) as caught:
            from_bytes(nested(depth), name="a.mhtml")
        assert caught.value.problem is Problem.DAMAGED


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.pdf", "A.DOCX"])
@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"\x81\x00" * 500, b"\x00\x81\x01" * 500])
def test_a_file_named_like_a_document_is_a_damaged_one(name: str, data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        from_bytes(data, name=name)
    assert caught.value.problem is Problem.DAMAGED


def test_an_endless_list_of_members_is_refused_before_it_is_read() -> None:
    data = b"PK\x03\x04word/" + b"PK\x01\x02" * 200_000
    with pytest.raises(ReadingError) as caught:
        from_bytes(data, name="a.docx")
    assert caught.value.problem is Problem.TOO_LARGE
