"""What is open is written for the time after the program ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facing_pages.session.open_pairs import (
    OpenPairs,
    OpenWindow,
    new_file,
    pasted_keys,
    read_open_pairs,
    write_open_pairs,
)
from facing_pages.session.pasted_texts import pasted_key
from facing_pages.session.settings import RecentPair

KEY = pasted_key("The harbour was quiet.")
PAIRS = OpenPairs(
    (
        OpenWindow(RecentPair("/a/one.txt", "/a/two.txt", "2026-11-29", "rewrite", 40), "AAAA"),
        OpenWindow(RecentPair(KEY, "", "2026-11-29", original_words="The harbour")),
        OpenWindow(RecentPair("/a", "/b", "2026-11-29", session="/a/b.facing")),
    ),
    has_reopened=True,
)


def test_what_was_open_is_read_again(tmp_path: Path) -> None:
    path = new_file(tmp_path / "open")
    write_open_pairs(path, PAIRS)
    assert read_open_pairs(path) == PAIRS
    assert pasted_keys(PAIRS) == {KEY}
    write_open_pairs(path, OpenPairs())
    assert not path.exists()


def test_two_programs_never_write_one_file(tmp_path: Path) -> None:
    assert new_file(tmp_path) != new_file(tmp_path)


def test_one_wrong_window_does_not_cost_the_others(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    write_open_pairs(path, PAIRS)
    content = json.loads(path.read_text("utf-8"))
    content["windows"][0]["pair"] = 7
    content["windows"][1]["pair"]["position"] = "far"
    content["has_quit"] = "maybe"
    path.write_text(json.dumps(content), "utf-8")
    found = read_open_pairs(path)
    assert found is not None
    assert found.windows == PAIRS.windows[1:]
    assert not found.has_quit


@pytest.mark.parametrize("content", ["", "[]", "[[[", "7", '"x"'])
def test_what_makes_no_sense_is_nothing(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "1-2.json"
    path.write_text(content, "utf-8")
    assert read_open_pairs(path) is None
    assert "could not be read" in caplog.text
