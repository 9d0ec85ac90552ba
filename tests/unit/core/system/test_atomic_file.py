"""Files are replaced in one step, keep their permissions, and leave no drafts behind."""

from __future__ import annotations

import errno
import json
import os
import stat
import threading
import time
from pathlib import Path

import pytest

from facing_pages.core.json_bytes import json_bytes
from facing_pages.core.system.atomic_file import DRAFT_SUFFIX, remove_stale_drafts, write_atomically

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_bytes(b"old")
    report.chmod(0o640)
    write_atomically(report, b"new")
    assert (report.read_bytes(), mode_of(report)) == (b"new", 0o640)


@POSIX
def test_private_files_can_be_read_by_their_owner_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "private", b"x", is_private=True)
    write_atomically(tmp_path / "usual", b"x")
    umask = os.umask(0)
    os.umask(umask)
    assert mode_of(tmp_path / "private") == 0o600
    assert mode_of(tmp_path / "usual") == 0o666 & ~umask


@POSIX
def test_a_private_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_bytes(b"old")
    settings.chmod(0o644)
    write_atomically(settings, b"new", is_private=True)
    assert (settings.read_bytes(), mode_of(settings)) == (b"new", 0o600)


@POSIX
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "report.html"
    target.write_bytes(b"old")
    link = tmp_path / "link.html"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@POSIX
def test_a_name_of_the_longest_length_can_be_written(tmp_path: Path) -> None:
    name = "ä" * 125 + ".html"
    assert len(os.fsencode(name)) == 255
    write_atomically(tmp_path / name, b"x")
    assert names_in(tmp_path) == [name]


def test_where_writing_fails_the_old_file_stays_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.html"
    report.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(report, b"new")
    assert report.read_bytes() == b"old"
    assert names_in(tmp_path) == ["report.html"]


def test_two_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "shared.json"
    failures: list[OSError] = []

    def write(letter: bytes) -> None:
        try:
            for _ in range(50):
                write_atomically(target, letter * 10_000)
        except OSError as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert target.read_bytes() in (b"a" * 10_000, b"b" * 10_000)
    assert names_in(tmp_path) == ["shared.json"]


def test_drafts_of_killed_programs_are_removed_once_they_are_old(tmp_path: Path) -> None:
    old = tmp_path / f".settings.json.0011{DRAFT_SUFFIX}"
    new = tmp_path / f".settings.json.2233{DRAFT_SUFFIX}"
    for draft in (old, new):
        draft.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    remove_stale_drafts(tmp_path, older_than=3600)
    assert not old.exists()
    assert new.exists()


def test_halves_of_characters_survive_json(tmp_path: Path) -> None:
    name = os.fsdecode(b"x\xff\xfe.txt") if os.name != "nt" else "x\ud800.txt"
    content = {"name": name, "text": "\\ud800 stays, \ud800 too; ä"}
    assert json.loads(json_bytes(content).decode("utf-8")) == content
