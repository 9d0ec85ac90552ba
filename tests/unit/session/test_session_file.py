"""A session written and read again is equal, and finds its texts after a move."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from facing_pages.core.model import RepairKind, Role, Side, Span
from facing_pages.core.reading.choices import Part, ReadingChoices
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Corrections,
    LinkCorrection,
    Passage,
)
from facing_pages.session.json_reader import MAX_POSITION
from facing_pages.session.session_file import (
    SavedText,
    Session,
    SessionError,
    SharedSession,
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
    assert found.is_available


def test_a_text_that_is_gone_is_told_and_its_copy_is_there(tmp_path: Path) -> None:
    write_session(tmp_path / "lamp.facing", session(tmp_path))
    (tmp_path / "one.txt").unlink()
    found = read_session(tmp_path / "lamp.facing").original
    assert not found.is_available
    assert found.text == "A lamp."


TEXT = {"path": "", "name": "a", "text": "A lamp."}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"schema": 1}',
        "\x00",
        "[" * 100_000,
        '{"schema": Infinity}',
        '{"schema": true}',
        '{"schema": 0}',
        json.dumps({"schema": 1, "original": TEXT, "rewrite": {**TEXT, "text": None}}),
        json.dumps({"schema": 1, "original": TEXT, "rewrite": {**TEXT, "name": 5}}),
        json.dumps({"schema": 1, "original": TEXT, "rewrite": [TEXT]}),
    ],
)
def test_what_is_no_session_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lamp.facing"
    path.write_text(content, "utf-8")
    with pytest.raises(SessionError) as caught:
        read_session(path)
    assert caught.value.file == "lamp.facing"
    assert caught.value.reason


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("place", None, "place"),
        ("place", {"side": 1, "position": "x"}, "place.side"),
        ("place", {"side": "original", "position": -(10**400)}, ""),
        ("place", {"side": "original", "position": 1e999}, "place.position"),
        ("corrections", None, "corrections"),
        ("corrections", {"links": [], "cuts": {}, "bookmarks": []}, "corrections.cuts"),
        (
            "corrections",
            {
                "links": [{"original": None, "rewrite": None, "together": True}],
                "cuts": [],
                "bookmarks": [],
            },
            "links[0]",
        ),
        ("original", {**TEXT, "path": 7}, "path"),
        ("original", {**TEXT, "path": "a\0b"}, "path"),
        ("original", {**TEXT, "choices": {"encoding": "idna"}}, "choices.encoding"),
    ],
)
def test_what_makes_no_sense_in_a_session_is_left_out(
    tmp_path: Path, name: str, value: object, wrong: str
) -> None:
    path = tmp_path / "lamp.facing"
    usual = Session(SavedText("", "a", "A lamp."), SavedText("", "a", "A lamp."), NO_CORRECTIONS)
    write_session(path, usual)
    content = json.loads(path.read_bytes())
    content[name] = value
    path.write_text(json.dumps(content).replace("Infinity", "1e999"))
    found = read_session(path)
    assert replace(found, wrong=()) == usual
    assert found.wrong[:1] == ((wrong,) if wrong else ())


def test_a_place_behind_the_end_is_brought_inside_what_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "lamp.facing"
    write_session(path, replace(session(tmp_path), position=2**70))
    assert read_session(path).position == MAX_POSITION


def test_a_relative_path_is_taken_from_the_folder_of_the_session(tmp_path: Path) -> None:
    path = tmp_path / "lamp.facing"
    write_session(path, session(tmp_path))
    content = json.loads(path.read_bytes())
    content["original"].update(path="./texts/../one.txt", beside="")
    path.write_text(json.dumps(content))
    assert read_session(path).original.path == str(tmp_path / "one.txt")


def test_what_another_program_corrected_stays_in_the_session(tmp_path: Path) -> None:
    path = tmp_path / "lamp.facing"
    usual = session(tmp_path)
    files = [SharedSession(path, KNOWN) for _ in range(2)]
    new = [
        LinkCorrection(None, Passage(Span(9 * n, 9 * n + 8), (f"Light {n}.",))) for n in range(3)
    ]
    files[0].write(replace(usual, corrections=Corrections((*KNOWN.links, new[0]))))
    files[1].write(replace(usual, corrections=Corrections((*KNOWN.links, new[1]))))
    files[0].write(replace(usual, corrections=Corrections((new[0], new[2]))))
    assert set(read_session(path).corrections.links) == set(new)
    SharedSession(path).write(usual)
    assert read_session(path) == usual


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
