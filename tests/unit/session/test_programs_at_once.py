"""Programs that write at the same time, and programs that are killed while they write.

Each process here says something, waits until it is kept, and prints its number: whatever was
printed must be in the files afterwards, and the files must be whole at any moment.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.session_file import read_session
from facing_pages.session.settings import SettingsFile

# How often a process is killed at a random moment; more for a thorough check by hand.
KILLS = int(os.environ.get("FACING_PAGES_KILLS", "25"))
SAVES = 150

SAY = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from facing_pages.core.model import Span
from facing_pages.session.correction_store import CorrectionStore
from facing_pages.session.corrections import Corrections, LinkCorrection, Passage
from facing_pages.session.session_file import SavedText, Session, SharedSession
from facing_pages.session.settings import RecentPair, SettingsFile

folder, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = CorrectionStore(folder / "corrections")
file = SettingsFile(folder / "settings.json")
settings = file.load()
texts = SavedText("", "one", "A lamp."), SavedText("", "two", "A light.")
session = SharedSession(folder / f"{who}.facing", Corrections())
known = corrections = Corrections()
for number in itertools.islice(itertools.count(1), count or None):
    passage = Passage(Span(number * 100, number * 100 + 9), (f"{who} {number}.",))
    corrections = corrections.with_links(
        LinkCorrection(passage, None) if who == "first" else LinkCorrection(None, passage)
    )
    store.save("one.txt", "two.txt", corrections, known=known)
    known = corrections
    keys = {**settings.keys, f"{who}{number % 7}": (f"Ctrl+{number}",)}
    settings = replace(settings, keys=keys).with_recent(RecentPair(f"/{who}", "/r", "2026-11-29"))
    settings = file.save(settings.with_place(f"/{who}", "/r", "original", number))
    session.write(Session(*texts, corrections))
    print(number, flush=True)
"""


def start(folder: Path, who: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SAY, str(folder), who, str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def numbers_kept(folder: Path, who: str) -> set[int]:
    corrections = CorrectionStore(folder / "corrections").load("one.txt", "two.txt")
    passages = [link.original or link.rewrite for link in corrections.links]
    texts = [passage.sentences[0] for passage in passages if passage is not None]
    return {int(text.split()[1][:-1]) for text in texts if text.startswith(who)}


def test_two_programs_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = {who: start(tmp_path, who, SAVES) for who in ("first", "second")}
    for process in processes.values():
        _, errors = process.communicate(timeout=300)
        assert (process.returncode, errors) == (0, "")
    settings = SettingsFile(tmp_path / "settings.json")
    found = settings.load()
    assert settings.damage is None
    for who in processes:
        assert numbers_kept(tmp_path, who) == set(range(1, SAVES + 1))
        last = {number % 7: number for number in range(1, SAVES + 1)}
        for remainder, number in last.items():
            assert found.keys[f"{who}{remainder}"] == (f"Ctrl+{number}",)
        assert len(read_session(tmp_path / f"{who}.facing").corrections) == SAVES
    assert {pair.original for pair in found.recent} == {"/first", "/second"}
    assert not list(tmp_path.rglob("*.draft"))
    assert not list(tmp_path.rglob("*.damaged*"))


def test_a_program_killed_at_any_moment_loses_nothing_it_has_kept(tmp_path: Path) -> None:
    chance = random.Random(19)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        process = start(folder, "first", 0)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        printed = [first, *process.stdout.read().splitlines()]
        process.communicate()
        kept = int(printed[-1])
        store = CorrectionStore(folder / "corrections")
        found = store.find("one.txt", "two.txt")
        assert (found.damage, found.unreadable) == (None, "")
        assert numbers_kept(folder, "first") >= set(range(1, kept + 1))
        settings = SettingsFile(folder / "settings.json")
        assert settings.load().recent[0].position >= kept
        assert settings.damage is None
        session = read_session(folder / "first.facing")
        assert (session.wrong, len(session.corrections) >= kept) == ((), True)
        # The next start writes at once and removes, in time, what the killed one left.
        settings.save(settings.load().zoomed(130))
        store.save("one.txt", "two.txt", found.corrections, known=found.corrections)
        for draft in folder.rglob("*.draft"):
            os.utime(draft, (1, 1))
        settings.clean_up()
        store.clean_up()
        left = [draft.name for draft in folder.rglob("*.draft") if ".facing" not in draft.name]
        assert left == []
        assert json.loads((folder / "settings.json").read_bytes())["zoom"] == 130


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of the size of files")
@pytest.mark.parametrize("allowed", [0, 100, 700])
def test_on_a_full_disk_the_old_files_stay_whole(tmp_path: Path, allowed: int) -> None:
    """A process that may write no more than a few bytes into a file, as on a full disk."""
    with start(tmp_path, "first", 20) as process:
        process.communicate()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({allowed}, {allowed}))
"""
    with subprocess.Popen(
        [sys.executable, "-c", code + SAY, str(tmp_path), "first", "30"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        printed, errors = process.communicate()
    assert printed == ""
    assert "OSError: [Errno 27]" in errors
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before
