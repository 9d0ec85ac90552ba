from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages.core.model import Side
from facing_pages.viewmodel.dropping import (
    DropPair,
    DropRefused,
    DropSession,
    DropSide,
    meaning_of_files,
    meaning_of_text,
)


def test_two_files_are_a_pair_the_original_first() -> None:
    drop = meaning_of_files(["/a/one.txt", "/a/two.txt"], Side.REWRITE)
    assert isinstance(drop, DropPair)
    assert drop.request.original.shown_name == "one.txt"
    assert drop.request.rewrite.shown_name == "two.txt"


def test_one_file_goes_where_it_is_dropped() -> None:
    drop = meaning_of_files(["/a/one.txt"], Side.REWRITE)
    assert isinstance(drop, DropSide)
    assert (drop.side, drop.source.path) == (Side.REWRITE, "/a/one.txt")


def test_three_files_and_none_are_refused_with_a_reason() -> None:
    three = meaning_of_files(["a", "b", "c"], Side.ORIGINAL)
    none = meaning_of_files([], Side.ORIGINAL)
    assert isinstance(three, DropRefused)
    assert "3 files were given" in three.reason
    assert isinstance(none, DropRefused)
    assert "What you dropped is not a file" in none.reason


def test_text_is_pasted_unless_it_is_blank() -> None:
    drop = meaning_of_text("The lamp.", Side.ORIGINAL)
    assert isinstance(drop, DropSide)
    assert drop.source.pasted == "The lamp."
    assert isinstance(meaning_of_text(" \n", Side.ORIGINAL), DropRefused)


def test_a_path_does_not_depend_on_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there" / "deep").mkdir(parents=True)
    (tmp_path / "there" / "a.txt").write_text("A lamp.")
    link = tmp_path / "link"
    try:
        link.symlink_to(tmp_path / "there" / "deep", target_is_directory=True)
    except OSError:
        pytest.skip("this user may not make symbolic links")
    monkeypatch.chdir(tmp_path)
    drop = meaning_of_files(["./there/a.txt", "link/../a.txt"], Side.ORIGINAL)
    assert isinstance(drop, DropPair)
    assert drop.request.original.path == str(tmp_path / "there" / "a.txt")
    assert Path(drop.request.rewrite.path).samefile(tmp_path / "there" / "a.txt")
    assert ".." not in drop.request.rewrite.path
    assert drop.request.original.key == drop.request.rewrite.key


def test_a_session_is_opened_whichever_side_it_is_dropped_on() -> None:
    assert meaning_of_files(["/a/b.facing"], Side.REWRITE) == DropSession("/a/b.facing")


def test_a_session_together_with_another_file_is_a_text() -> None:
    assert isinstance(meaning_of_files(["/a/b.facing", "/a/c.txt"], Side.ORIGINAL), DropPair)


def test_pasted_text_is_named_by_its_side() -> None:
    drops = [meaning_of_text("The lamp.", side) for side in Side]
    assert [drop.source.name for drop in drops if isinstance(drop, DropSide)] == [
        "pasted original",
        "pasted rewrite",
    ]
