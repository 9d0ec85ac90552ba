"""Whatever a JSON file holds, reading it gives our values or one exception of ours."""

from __future__ import annotations

import pytest

from facing_pages.session.json_reader import (
    MAX_DEPTH,
    MAX_STRUCTURE_BYTES,
    Fields,
    JsonError,
    clamped_float,
    iso_date,
    list_of,
    one_of,
    parse_json,
    path_of_file,
    truth,
    whole_number,
    word,
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b"\x00",
        b"[" * 100_000,
        b'{"a":' * 500 + b"1" + b"}" * 500,
        b"Infinity",
        b"[NaN]",
        b"9" * 5000,
        b'"\x01"',
        b"{}{}",
        b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
        b"[" + b"{}," * (MAX_STRUCTURE_BYTES // 3) + b"1]",
    ],
    ids=range(13),
)
def test_what_is_no_json_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(JsonError):
        parse_json(data)


def test_brackets_inside_strings_do_not_count() -> None:
    text = "[{" * MAX_STRUCTURE_BYTES
    assert parse_json(b'["' + text.encode() + b'\\" [[[ \\\\"]') == [text + '" [[[ \\']


@pytest.mark.parametrize(
    ("convert", "value"),
    [
        (word, 5),
        (word, "a\nb"),
        (word, "\ud800"),
        (word, "x" * 5000),
        (truth, 1),
        (truth, "false"),
        (whole_number(0, 9), True),
        (whole_number(0, 9), 3.0),
        (whole_number(0, 9), -1),
        (whole_number(0, 9), 2**70),
        (clamped_float(0, 9), float("inf")),
        (clamped_float(0, 9), float("nan")),
        (clamped_float(0, 9), "3"),
        (clamped_float(0, 9), False),
        (path_of_file, ""),
        (path_of_file, "a\0b"),
        (path_of_file, "/" * 40_000),
        (iso_date, "2026-13-01"),
        (iso_date, 20261129),
        (one_of([("a", 1)]), "b"),
        (one_of([("a", 1)]), ["a"]),
        (list_of(word), "ab"),
        (list_of(word), {"a": "b"}),
        (list_of(word, max_items=1), ["a", "b"]),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(convert: object, value: object) -> None:
    assert callable(convert)
    with pytest.raises(JsonError):
        convert(value)


def test_an_error_says_where_the_value_stands() -> None:
    fields = Fields({"recent": [{}, {"side": 3}]})
    with pytest.raises(JsonError) as caught:
        fields.required("recent", list_of(lambda entry: Fields(entry).optional("side", word, "")))
    assert str(caught.value) == "recent[1].side: a text is expected"


def test_only_what_makes_sense_is_kept_and_the_rest_is_noted() -> None:
    fields = Fields({"a": 1, "b": ["x", 2, "y"], "c": {"k": True, "l": 0}})
    assert fields.lenient("a", word, "usual") == "usual"
    assert fields.lenient_items("b", word) == ("x", "y")
    assert fields.lenient_entries("c", truth) == {"k": True}
    assert fields.wrong == ["a", "b[1]", "c.l"]
