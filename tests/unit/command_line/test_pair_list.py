"""Lists of pairs as people and spreadsheets write them, and as nobody should."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from facing_pages.command_line.pair_list import BatchError, ListedPair, read_pair_list

NAMES = ("a.txt", "b.txt", "c;d.txt", "e,f.txt", "Größe.txt", "q.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_text("The lamp was quiet.", "utf-8")
    return tmp_path


def read(folder: Path, content: bytes, name: str = "pairs.csv") -> tuple[list[ListedPair], str]:
    """Return the pairs of a list, and the notices about its lines."""
    path = folder / name
    path.write_bytes(content)
    notices: list[str] = []
    return read_pair_list(path, notices.append), "\n".join(notices)


def names(pairs: list[ListedPair]) -> list[tuple[str, str]]:
    return [(Path(pair.original).name, Path(pair.rewrite).name) for pair in pairs]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_cells_may_be_separated_and_encoded_in_any_way(
    folder: Path, separator: str, line_end: str, encoding: str
) -> None:
    rows = [("original", "rewrite"), ("a.txt", "b.txt"), ("", ""), ("Größe.txt", "q.txt")]
    text = line_end.join(separator.join(row) for row in rows)
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    pairs, notices = read(folder, mark + text.encode(encoding))
    assert names(pairs) == [("a.txt", "b.txt"), ("Größe.txt", "q.txt")]
    assert notices == ""


def test_names_with_the_other_separator_are_found(folder: Path) -> None:
    assert names(read(folder, b"c;d.txt,a.txt\n")[0]) == [("c;d.txt", "a.txt")]
    assert names(read(folder, b"e,f.txt;a.txt\n")[0]) == [("e,f.txt", "a.txt")]
    assert names(read(folder, b'"e,f.txt",a.txt\n')[0]) == [("e,f.txt", "a.txt")]


def test_a_spreadsheet_can_say_what_separates_the_cells(folder: Path) -> None:
    pairs, _ = read(folder, b"sep=;\r\ngone1.txt;gone2.txt\r\n")
    assert names(pairs) == [("gone1.txt", "gone2.txt")]
    assert pairs[0].where == "pairs.csv, line 2"


def test_headings_say_which_columns_hold_the_names(folder: Path) -> None:
    pairs, _ = read(folder, b"id,rewrite,original\n1,b.txt,a.txt\n")
    assert names(pairs) == [("a.txt", "b.txt")]


def test_a_first_pair_of_missing_files_is_no_heading(folder: Path) -> None:
    pairs, _ = read(folder, b"gone1.txt,gone2.txt\na.txt,b.txt\n")
    assert names(pairs) == [("gone1.txt", "gone2.txt"), ("a.txt", "b.txt")]


def test_what_names_no_pair_is_told_with_its_line(folder: Path) -> None:
    content = b'# a comment\na.txt\na.txt,b.txt\na\0.txt,b.txt\n\n"a.txt,q.txt\nq.txt,a.txt\n'
    pairs, notices = read(folder, content)
    assert names(pairs) == [("a.txt", "b.txt"), ("q.txt", "a.txt")]
    assert [pair.where for pair in pairs] == ["pairs.csv, line 3", "pairs.csv, line 7"]
    assert "line 2: there are not two names" in notices
    assert "line 4: a name cannot have a NUL" in notices
    assert "line 6: a quotation mark is opened and never closed" in notices


def test_quoted_cells_may_hold_quotation_marks_and_line_ends(folder: Path) -> None:
    content = b'"say ""yes"".txt",b.txt\n"two\nlines.txt",b.txt\na.txt,b.txt\n'
    pairs, notices = read(folder, content)
    assert names(pairs)[:2] == [('say "yes".txt', "b.txt"), ("two\nlines.txt", "b.txt")]
    assert [pair.where[-1] for pair in pairs] == ["1", "2", "4"]
    assert notices == ""


def test_cells_may_be_of_any_length(folder: Path) -> None:
    long = b"x" * 300_000
    pairs, notices = read(folder, long + b",b.txt\n" + b"y" * 300 + b".txt,b.txt\na.txt,b.txt\n")
    assert names(pairs) == [("y" * 300 + ".txt", "b.txt"), ("a.txt", "b.txt")]
    assert "line 1: 300,000 characters are too many for a name" in notices


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_not_utf_8_stay_what_they_are(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"x\xff\xfe.txt")).write_text("The lamp.", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    pairs, _ = read(folder, b"x\xff\xfe.txt,a.txt\n")
    assert os.fsencode(Path(pairs[0].original).name) == b"x\xff\xfe.txt"
    assert Path(pairs[0].original).exists()


def test_many_open_quotation_marks_cost_no_line_after_them(folder: Path) -> None:
    content = b'"a\n""\n' * 500 + b"a.txt,b.txt\n"
    assert names(read(folder, content)[0])[-1:] == [("a.txt", "b.txt")]


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name, reason in (("gone.csv", "does not exist"), ("folder.csv", "is not a regular file")):
        with pytest.raises(BatchError, match=reason):
            read_pair_list(tmp_path / name, print)


PARTS = [
    *(b"a.txt", b"b.txt", b",", b";", b"\t", b"|", b"\n", b"\r\n", b"\r", b'"', b'""', b"\0"),
    *(b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;\n", b"sep=", b"original", b"#"),
    *(b"rewrite", b" ", b"'", b"\\", b"\x1b$B", b"\xe2\x80\xae", b"..", b"/", b"CON", b"\x1a"),
    *(b"\xed\xa0\x80", b"\x85", "\u2028".encode(), b"x" * 300),
]


@pytest.mark.parametrize("seed", range(4))
def test_no_list_makes_it_fail(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    seeds = (
        b'original,rewrite\r\na.txt,b.txt\r\n"e,f.txt","c;d.txt"\r\n',
        "\ufefforiginal;rewrite\nGröße.txt;q.txt\n".encode("utf-16"),
        "sep=\t\na.txt\tGröße.txt\n".encode("cp1252"),
    )
    for _ in range(200):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data) + 1)
            if chance.random() < 0.3:
                del data[at : at + chance.randint(1, 12)]
            else:
                data[at:at] = chance.choice(PARTS) * chance.choice((1, 1, 1, 2, 400))
        pairs, _ = read(folder, bytes(data), chance.choice(("pairs.csv", "pairs.tsv")))
        for pair in pairs:
            assert "\0" not in pair.original + pair.rewrite


def test_a_list_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    with path.open("wb") as file:
        file.truncate(140_000_000)
    with pytest.raises(BatchError, match=r"pairs\.csv is too large for a list\. Split it\."):
        read_pair_list(path, lambda _: None)
