"""A session written and read again is equal, and finds its texts after a move."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facing_pages.core.model import RepairKind, Role, Side, Span
from facing_pages.core.reading.choices import Part, ReadingChoices
from facing_pages.session.corrections import Corrections, LinkCorrection, Passage
from facing_pages.session.session_file import (
    SavedText,
    Session,
    SessionError,
    is_session,
    read_session,
    write_session,
)

CHOICES = ReadingChoices(
    encoding="iso-8859-2",
    kept=frozenset((RepairKind.ENTITY,)),
    part=Part(Span(0, 7), "A lamp."),
    without=frozenset((Role.QUOTE,)),
)
KNOWN = Corrections((LinkCorrection(Passage(Span(0, 7), ("A lamp.",)), None),))


def session(folder: Path) -> Session:
    (folder / "one.txt").write_text("A lamp.", "utf-8")
    return Session(
        SavedText(str(folder / "one.txt"), "one.txt", "A lamp.", CHOICES),
        SavedText("", "pasted rewrite", "A light."),
        KNOWN,
        Side.REWRITE,
        3,
    )


def test_a_session_written_and_read_again_is_equal(tmp_path: Path) -> None:
    path = tmp_path / "lamp.facing"
    write_session(path, session(tmp_path))
    assert read_session(path) == session(tmp_path)
    assert [entry.name for entry in sorted(tmp_path.iterdir())] == ["lamp.facing", "one.txt"]


def test_texts_moved_together_with_their_session_are_found(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    write_session(tmp_path / "old" / "lamp.facing", session(tmp_path / "old"))
    (tmp_path / "old").rename(tmp_path / "new")
    found = read_session(tmp_path / "new" / "lamp.facing").original
    assert found.path == str(tmp_path / "new" / "one.txt")
    assert found.is_there


def test_a_text_that_is_gone_is_told_and_its_copy_is_there(tmp_path: Path) -> None:
    write_session(tmp_path / "lamp.facing", session(tmp_path))
    (tmp_path / "one.txt").unlink()
    found = read_session(tmp_path / "lamp.facing").original
    assert not found.is_there
    assert found.text == "A lamp."


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"schema": 1}', "\x00"])
def test_what_is_no_session_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lamp.facing"
    path.write_text(content, "utf-8")
    with pytest.raises(SessionError) as caught:
        read_session(path)
    assert caught.value.file == "lamp.facing"
    assert caught.value.reason


def test_a_session_of_a_later_version_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "lamp.facing"
    path.write_text(json.dumps({"schema": 99}), "utf-8")
    with pytest.raises(SessionError) as caught:
        read_session(path)
    assert caught.value.reason == ""


def test_sessions_are_known_by_their_name() -> None:
    assert is_session("lamp.facing")
    assert is_session(Path("LAMP.FACING"))
    assert not is_session("lamp.txt")
