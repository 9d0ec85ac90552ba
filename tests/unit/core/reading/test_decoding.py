from __future__ import annotations

import codecs
import time

import pytest

from facing_pages.core.reading.decoding import decode, normalize_line_ends

TEXT = "The café on the quay was shut.\nNobody — not even Anaïs — had the key to it.\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32-le", "utf-32-le"),
        ("cp1252", "windows-1252"),
    ],
)
def test_common_encodings_are_told_apart(encoding: str, name: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (TEXT, name)


def test_utf8_with_a_mark_is_certain_and_a_guess_is_not() -> None:
    certain, guessed = decode(TEXT.encode("utf-8-sig")), decode(TEXT.encode("cp1252"))
    assert certain is not None
    assert guessed is not None
    assert (certain.is_certain, guessed.is_certain) == (True, False)


def test_a_legacy_encoding_of_another_script_is_guessed() -> None:
    text = "Маяк стоял на мысу, и никто не помнил, кто его построил. " * 8
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded.text == text


def test_japanese_with_escape_sequences_is_not_taken_for_ascii() -> None:
    text = "灯台は岬に立っている。\n"
    decoded = decode(text.encode("iso2022_jp"))
    assert decoded is not None
    assert decoded.text == text


def test_a_few_wrong_bytes_do_not_spoil_good_utf8() -> None:
    good = "„Grüße“, schrieb er, „aus dem schönen Süden, wo die Bäume blühen.“ "
    decoded = decode(good.encode() + b"It\x92s late.")
    assert decoded is not None
    assert decoded.text == good + "It’s late."
    assert decoded.encoding == "utf-8"
    assert not decoded.is_certain


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and so on",
        b"PK\x03\x04 a zip archive",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 4,
        b"text with \x00 and \x00\x00\x01 in odd places",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x0b"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert normalize_line_ends(f"one{end}two{end}{end}three") == "one\ntwo\n\nthree"


@pytest.mark.parametrize("end", ["\f", "\n\f\n", "\u2029"])
def test_a_page_end_separates_paragraphs(end: str) -> None:
    assert normalize_line_ends(f"one{end}two") == "one\n\ntwo"


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"one")
    assert decoded is not None
    assert decoded.text == "one"


def test_a_page_end_behind_spaces_leaves_none() -> None:
    assert normalize_line_ends("one \t \f two") == "one\n\n two"


def test_a_million_spaces_beside_a_page_end_take_no_time() -> None:
    start = time.process_time()
    normalize_line_ends("one" + " " * 1_000_000 + "two\fthree")
    assert time.process_time() - start < 2.0
