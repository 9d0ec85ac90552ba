"""The program is killed at random moments: what was on screen for a second is there afterwards.

FACING_PAGES_KILLS sets how often; FACING_PAGES_SEED repeats a run.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from facing_pages.session.corrections import NO_CORRECTIONS
from facing_pages.session.session_file import SavedText, Session, read_session, write_session

from .conftest import WAIT, Desktop

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]

KILLS: Final = int(os.environ.get("FACING_PAGES_KILLS", "5"))
SEED: Final = int(os.environ.get("FACING_PAGES_SEED", "19"))
# Seconds on screen after which nothing may be lost.
PROMISE: Final = 1.0
SENTENCES: Final = 40


class Program:
    """The program on a screen, its settings, and what has been on the screen and since when."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self._desktop = desktop
        self._config = folder / "config" / "facing-pages"
        # A start opens what was open before, so that no keys are needed for it.
        self._config.mkdir(parents=True)
        (self._config / "settings.json").write_text('{"reopen": true}', "utf-8")
        self._clipboard: subprocess.Popen[bytes] | None = None

    def start(self, *files: str) -> None:
        self._desktop.start("--alone", *files)
        self._desktop.wait_for(self.focus)

    def focus(self) -> str:
        """Give the window the keys, once it can be seen; return its number, "" before."""
        found = self._desktop.tool("search", "--onlyvisible", "--name", "Facing Pages")
        number = found.partition("\n")[0]
        if number:
            self._desktop.tool("windowfocus", number)
        return number

    def kill(self) -> None:
        process = self._desktop.processes[-1]
        process.kill()
        process.wait()

    def key(self, *keys: str) -> None:
        self._desktop.tool("key", *keys)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, from a program of its own as any other would."""
        self._clipboard = self._clipboard or subprocess.Popen(
            [sys.executable, str(Path(__file__).parent / "clipboard_owner.py")],
            env=self._desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._clipboard.stdin is not None
        assert self._clipboard.stdout is not None
        self._clipboard.stdin.write(json.dumps(text).encode() + b"\n")
        self._clipboard.stdin.flush()
        assert self._clipboard.stdout.readline() == b"copied\n"

    def close(self) -> None:
        if self._clipboard is not None:
            self._clipboard.kill()
            self._clipboard.communicate()

    def title(self, text: str, seconds: float = WAIT) -> bool:
        try:
            self._desktop.window(text, seconds)
        except AssertionError:
            return False
        return True

    def kept_texts(self) -> set[str]:
        files = (self._config / "pasted").glob("*.json")
        return {json.loads(path.read_text("utf-8"))["text"] for path in files}

    def kept_links(self) -> int:
        count = 0
        for path in (self._config / "corrections").glob("*.json"):
            count += len(json.loads(path.read_text("utf-8"))["corrections"]["links"])
        return count

    def open_texts(self) -> set[str]:
        """Return the texts that the newest file of open pairs would bring back."""
        found: set[str] = set()
        for path in (self._config / "open").glob("*.json"):
            for window in json.loads(path.read_text("utf-8"))["windows"]:
                found |= {window["pair"]["original"], window["pair"]["rewrite"]}
        return found


def prose(word: str) -> str:
    """Return paragraphs of one sentence each, so that each link can be confirmed by itself."""
    return "\n\n".join(
        f"On day number {number} the {word} was seen near the old bridge."
        for number in range(SENTENCES)
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    paths = (tmp_path / "heron.txt", tmp_path / "heron.rewrite.txt")
    for path, word in zip(paths, ("heron", "grey heron"), strict=True):
        path.write_text(prose(word), "utf-8")
    return str(paths[0]), str(paths[1])


def confirm_links(program: Program, until: float) -> None:
    """Confirm one link after the other until a moment comes."""
    while time.monotonic() < until:
        program.key("Down", "c")
        time.sleep(0.15)


@pytest.mark.parametrize("number", range(KILLS))
def test_nothing_is_lost_when_the_program_is_killed(
    desktop: Desktop, pair: tuple[str, str], tmp_path: Path, number: int
) -> None:
    chance = random.Random(SEED + number)
    program = Program(desktop, tmp_path)
    try:
        if number % 3 == 0:
            kill_while_correcting(program, chance, pair)
        elif number % 3 == 1:
            kill_while_pasting(program, chance, number)
        else:
            kill_while_saving(program, chance, pair, tmp_path / "heron.facing")
    finally:
        program.close()
    assert not list((tmp_path / "config" / "facing-pages").rglob("*.damaged*"))


def kill_while_correcting(program: Program, chance: random.Random, pair: tuple[str, str]) -> None:
    """Kill while links are confirmed one after the other; the pair is offered with all of them."""
    program.start(*pair)
    assert program.title("heron.txt ↔ heron.rewrite.txt")
    time.sleep(1.5)
    program.key("ctrl+4")
    deadline = time.monotonic() + WAIT
    while not program.kept_links() and time.monotonic() < deadline:
        program.key("Right", "c")
        time.sleep(0.3)
    before = program.kept_links()
    assert before
    confirm_links(program, time.monotonic() + chance.uniform(0.3, 3.0))
    # What the window has said for a second is on the disk, whatever comes now.
    time.sleep(chance.choice((0.0, 0.05, PROMISE)))
    confirmed = program.kept_links()
    program.kill()
    assert program.kept_links() >= confirmed >= before
    assert set(pair) <= program.open_texts()
    program.start()
    assert program.title("heron.txt ↔ heron.rewrite.txt")
    time.sleep(1.0)
    assert program.kept_links() >= confirmed


def kill_while_saving(
    program: Program, chance: random.Random, pair: tuple[str, str], path: Path
) -> None:
    """Kill while a session is written with every correction: it is whole, whatever came between."""
    texts = [SavedText(file, Path(file).name, Path(file).read_text("utf-8")) for file in pair]
    write_session(path, Session(texts[0], texts[1], NO_CORRECTIONS))
    program.start(str(path))
    assert program.title("heron.facing")
    time.sleep(1.5)
    program.key("ctrl+4")
    deadline = time.monotonic() + WAIT
    while not read_session(path).corrections and time.monotonic() < deadline:
        program.key("Right", "c")
        time.sleep(0.3)
    confirm_links(program, time.monotonic() + chance.uniform(0.3, 3.0))
    saved = len(read_session(path).corrections)
    assert saved
    program.key("Down", "c", "ctrl+s")
    time.sleep(chance.uniform(0.0, 0.3))
    program.kill()
    session = read_session(path)
    assert len(session.corrections) >= saved
    assert [session.original.text, session.rewrite.text] == [text.text for text in texts]
    program.start()
    assert program.title("heron.facing")


def kill_while_pasting(program: Program, chance: random.Random, number: int) -> None:
    """Kill after texts were pasted; those a second old come back, the newest pair is offered."""
    program.start()
    time.sleep(1.0)
    texts = [f"{prose('otter')} Text {number}-{count}." for count in range(3)]
    # Keys that come before the window is ready are lost: the first one is pressed again.
    program.copy(texts[0])
    deadline = time.monotonic() + WAIT
    while texts[0] not in program.kept_texts() and time.monotonic() < deadline:
        program.key("ctrl+v")
        time.sleep(0.5)
    pasted = [(texts[0], time.monotonic())]
    program.copy(texts[1])
    program.key("ctrl+shift+v")
    if chance.random() < 0.7:
        assert program.title("pasted original ↔ pasted rewrite")
        pasted.append((texts[1], time.monotonic()))
        program.copy(texts[2])
        # The keys are taken one after the other: once the sides are swapped, the text is there.
        program.key("ctrl+v", "ctrl+shift+x")
        if chance.random() < 0.7:
            assert program.title("pasted rewrite ↔ pasted original")
            pasted.append((texts[2], time.monotonic()))
    time.sleep(chance.uniform(0.0, 2.0))
    killed = time.monotonic()
    program.kill()
    old = {text for text, moment in pasted if moment < killed - PROMISE}
    assert old <= program.kept_texts()
    program.start()
    if len(old) > 1:
        assert program.title("pasted original")
