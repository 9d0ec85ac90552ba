"""Saved pages with headers that the library for messages cannot sort."""

from __future__ import annotations

import pytest

from facing_pages.core.errors import Problem, ReadingError
from facing_pages.core.reading.formats.saved_page import read_saved_page

PAGE = b"<html><body><p>" + b"The lamp was quiet. " * 20 + b"</p></body></html>"


def test_an_encoding_named_whole_and_in_pieces_counts_as_none() -> None:
    header = b"MIME-Version: 1.0\nContent-Type: text/html; charset*=utf-8''utf-8; charset*0=x\n\n"
    assert read_saved_page(header + PAGE, "page.mhtml").text.startswith("The lamp was quiet.")


def test_a_boundary_named_whole_and_in_pieces_is_damage() -> None:
    header = b"Content-Type: multipart/related; boundary*=a''a; boundary*0=a\n\n"
    part = b"--a\nContent-Type: text/html\n\n" + PAGE + b"\n--a--\n"
    with pytest.raises(ReadingError) as raised:
        read_saved_page(header + part, "page.mhtml")
    assert raised.value.problem is Problem.DAMAGED
