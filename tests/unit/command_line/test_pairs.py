"""Files of two folders become pairs, whatever else is in the folders."""

from __future__ import annotations

import os
import random
import socket
from pathlib import Path

import pytest

from facing_pages.command_line.content_pairs import pairs_by_content
from facing_pages.command_line.pairs import BatchError, FilePair, pairs_of

TEXT = "The lamp was quiet when she came down. Nobody in the harbour knew why."


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    pair = tmp_path / "one", tmp_path / "two"
    for folder in pair:
        folder.mkdir()
    return pair


def write(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        (folder / name).write_text(text, "utf-8")


def found(sides: tuple[Path, Path]) -> tuple[list[tuple[str, str]], str]:
    notices: list[str] = []
    pairs = pairs_of([str(side) for side in sides], notices.append)
    return [(Path(p.original).name, Path(p.rewrite).name) for p in pairs], "\n".join(notices)


def test_files_that_differ_in_their_endings_only_are_all_paired(sides: tuple[Path, Path]) -> None:
    for side in sides:
        write(side, "lamp.txt", "lamp.md", "Boat.TXT")
    pairs, notices = found(sides)
    assert sorted(pairs) == [(name, name) for name in ("Boat.TXT", "lamp.md", "lamp.txt")]
    assert notices == ""


def test_names_are_the_same_however_their_accents_are_written(sides: tuple[Path, Path]) -> None:
    write(sides[0], "caf\u00e9.txt", text="Quite other words.")
    write(sides[1], "cafe\u0301.md")
    assert len(found(sides)[0]) == 1


def test_files_without_a_counterpart_and_folders_are_said(sides: tuple[Path, Path]) -> None:
    write(sides[0], "lamp.txt")
    write(sides[0], "alone.txt", text="Quite other words here.")
    write(sides[1], "lamp.txt")
    (sides[1] / "more").mkdir()
    pairs, notices = found(sides)
    assert pairs == [("lamp.txt", "lamp.txt")]
    assert "1 file of" in notices
    assert "alone.txt" in notices
    assert "1 folder in" in notices


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_pipes_sockets_and_dangling_links_are_no_files(sides: tuple[Path, Path]) -> None:
    for side in sides:
        write(side, "lamp.txt")
        os.mkfifo(side / "pipe.txt")
        (side / "dangling.txt").symlink_to(side / "gone")
        (side / "loop.txt").symlink_to(side / "loop.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        before = Path.cwd()
        os.chdir(sides[0])  # the path of a socket has at most 108 bytes
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(before)
        assert found(sides)[0] == [("lamp.txt", "lamp.txt")]


def test_a_folder_that_cannot_be_read_is_told(
    sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(BatchError, match="could not be read"):
        found(sides)


def test_reports_of_one_name_get_numbers_and_ours_are_not_taken(tmp_path: Path) -> None:
    rows = ["results.txt", "index.txt", "INDEX.md", "con.txt", "a:b.txt", "ä.txt", "A\u0308.md"]
    listed = tmp_path / "pairs.csv"
    listed.write_text("".join(f"{name},{name}\n" for name in rows), "utf-8")
    names = [pair.name for pair in pairs_of([str(listed)])]
    assert names == ["results-2", "index-2", "INDEX-3", "_con", "a_b", "ä", "A\u0308-2"]


def test_thousands_of_pairs_with_one_original_are_named_quickly(tmp_path: Path) -> None:
    listed = tmp_path / "pairs.csv"
    listed.write_text("".join(f"a.txt,{k}.txt\n" for k in range(20_000)), "utf-8")
    pairs = pairs_of([str(listed)])
    assert len({pair.name for pair in pairs}) == 20_000
    assert pairs[-1] == FilePair(
        str(tmp_path / "a.txt"), str(tmp_path / "19999.txt"), "a-20000", "pairs.csv, line 20000"
    )


def test_many_files_are_paired_by_their_words_without_looking_at_every_pair(
    sides: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from facing_pages.command_line import content_pairs

    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghij", k=6)) for _ in range(3000)]
    expected = set()
    for k in range(60):
        text = chance.sample(words, 80)
        write(sides[0], f"o{k}.txt", text=f"The {' '.join(text)} was there.")
        write(sides[1], f"r{(k * 7) % 60}.txt", text=f"The {' '.join(text[10:])} was not.")
        expected.add((f"o{k}.txt", f"r{(k * 7) % 60}.txt"))
    looks = 0
    common = content_pairs.common_share

    def counted(one: content_pairs.Words, other: content_pairs.Words) -> float:
        nonlocal looks
        looks += 1
        return common(one, other)

    monkeypatch.setattr(content_pairs, "common_share", counted)
    monkeypatch.setattr(content_pairs, "MAX_COMPARED_PAIRS", 100)
    pairs = pairs_by_content(*(sorted(side.iterdir()) for side in sides))
    assert {(one.name, other.name) for one, other in pairs} == expected
    assert looks <= 60 * content_pairs.MAX_CANDIDATES
