"""Names of files that hold anything: shown, linked to, and given to reports."""

from __future__ import annotations

import os
from urllib.parse import unquote_to_bytes

import pytest

from facing_pages.export.file_names import MAX_REPORT_NAME_BYTES, ReportNames, link_to, shown_name

BYTES = os.fsdecode(b"x\xff\xfe.txt")


def test_a_name_is_shown_in_one_line_with_one_direction() -> None:
    assert shown_name("a\nb\x1b[0m.txt") == "a␊b␛[0m.txt"
    assert shown_name("gpj.\u202etxt") == "gpj.\ufffdtxt"
    assert shown_name(BYTES).encode("utf-8") == "x\ufffd\ufffd.txt".encode()
    assert shown_name("דו\u200fח.txt") == "דו\u200fח.txt"


@pytest.mark.parametrize(
    "name", ["a b#c?d%41.html", "quo\"te's<>&.html", "javascript:x.html", "line\nend.html", BYTES]
)
def test_a_link_leads_to_the_bytes_of_the_name(name: str) -> None:
    link = link_to(name)
    assert unquote_to_bytes(link) == os.fsencode(name)
    assert not set(link) & set("#?:&<>\"' \n")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("CON.txt", "_CON"), ("nul", "_nul"), ("com1.tar.gz", "_com1.tar"), ("cone.txt", "cone"),
        (" a .txt", "a"), (".hidden", "_hidden"), ("a<b>|c?.txt", "a_b__c_"), ("", "pair"),
        ("r\u202etl.txt", "r_tl"), ("a\nb.txt", "a_b"), (BYTES, "x__"), ("a#b%c.txt", "a#b%c"),
    ],
)  # fmt: skip
def test_a_report_has_a_name_that_every_system_takes(path: str, name: str) -> None:
    assert ReportNames().name_for(path) == name


def test_long_names_are_cut_and_stay_different() -> None:
    names = ReportNames()
    given = [names.name_for("ä" * 120 + f"{k}.txt") for k in range(3)]
    assert len(set(given)) == 3
    assert all(len(name.encode()) <= MAX_REPORT_NAME_BYTES for name in given)


def test_names_that_some_file_system_takes_for_the_same_are_different() -> None:
    names = ReportNames(("index",))
    given = [names.name_for(f"{name}.txt") for name in ("Index", "A", "a", "a-2", "ß", "SS")]
    assert given == ["Index-2", "A", "a-2", "a-2-2", "ß", "SS-2"]
