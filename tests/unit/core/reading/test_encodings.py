"""Labels of encodings that come from outside are looked up in a table, never in Python."""

from __future__ import annotations

import codecs

import pytest

from facing_pages.core.reading.choices import ENCODINGS
from facing_pages.core.reading.encodings import _CODECS, codec_of

REFUSED = (
    "undefined idna punycode rot13 rot_13 zip hex base64 bz2 uu utf-7 utf_7 unicode_escape "
    "raw_unicode_escape mbcs oem palmos charmap string_escape utf-8-sig utf_32 cp500 x-mac-foo "
    "iso-2022-kr hz-gb-2312 replacement x-user-defined"
).split()


@pytest.mark.parametrize("label", [*REFUSED, "", " ", "a\0b", "utf-8\0", "ü", "a" * 100_000])
def test_what_is_not_in_the_standard_is_refused(label: str) -> None:
    assert codec_of(label) is None


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        (" US-ASCII\n", "cp1252"),
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("iso-8859-9", "cp1254"),
        ("UTF8", "utf-8"),
        ("macintosh", "mac-roman"),
    ],
)
def test_labels_stand_for_what_browsers_read(label: str, codec: str) -> None:
    assert codec_of(label) == codec


def test_every_codec_is_one_of_text() -> None:
    for codec in set(_CODECS.values()):
        assert isinstance("a".encode(codec), bytes), codec
        assert b"\xe4\x81\xff".decode(codec, errors="replace"), codec
        assert codecs.lookup(codec).name


def test_every_encoding_that_is_offered_is_accepted() -> None:
    assert [name for name in ENCODINGS if codec_of(name) is None] == []
