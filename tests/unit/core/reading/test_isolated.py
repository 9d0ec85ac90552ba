"""Files are read in a process of their own, and may fail there in any way."""

from __future__ import annotations

import io
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facing_pages.core.errors import Cancelled, Problem, ReadingError
from facing_pages.core.model import Document
from facing_pages.core.reading import isolated as apart
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.core.reading.files import from_text, read_file
from facing_pages.core.reading.isolated import (
    MAX_TEXT_IN_PROCESS,
    read_file_isolated,
    read_text_isolated,
    run_isolated,
)
from facing_pages.core.system.reading_limits import (
    MAX_MEMORY,
    OUT_OF_MEMORY,
    ReadingLimits,
    limits_for,
)
from tests.helpers.places import GOLDEN

SHORT = ReadingLimits(seconds=1.0, memory=600_000_000, wall_seconds=4.0)
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems only")


def ends(data: bytes, name: str, choices: ReadingChoices) -> Document:
    os.kill(os.getpid(), signal.SIGTERM)
    return from_text("never", name=name)


def leaves(data: bytes, name: str, choices: ReadingChoices) -> Document:
    os._exit(3)


def runs_out(data: bytes, name: str, choices: ReadingChoices) -> Document:
    os._exit(OUT_OF_MEMORY)


def sleeps(data: bytes, name: str, choices: ReadingChoices) -> Document:
    time.sleep(60)
    return from_text("never", name=name)


def computes(data: bytes, name: str, choices: ReadingChoices) -> Document:
    while True:
        pass


def grows(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return from_text(str(len(bytearray(2 * MAX_MEMORY))), name=name)


def recurses(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return recurses(data, name, choices)


def errs(data: bytes, name: str, choices: ReadingChoices) -> Document:
    raise KeyError(name)


def failure(reading: apart.DocumentReader, limits: ReadingLimits = SHORT) -> ReadingError:
    start = time.monotonic()
    with pytest.raises(ReadingError) as caught:
        run_isolated(reading, b"", "a.pdf", limits=limits)
    assert time.monotonic() - start < 40
    return caught.value


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.pdf", "pandoc.epub"])
def test_what_is_read_apart_is_the_same(name: str) -> None:
    assert read_file_isolated(GOLDEN / "formats" / name) == read_file(GOLDEN / "formats" / name)


def test_what_is_wrong_with_a_file_is_told_from_there(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ReadingError) as caught:
        read_file_isolated(tmp_path / "broken.pdf")
    assert (caught.value.file, caught.value.problem) == ("broken.pdf", Problem.DAMAGED)


@pytest.mark.parametrize(
    "name", ["page.html", "page.md", "deep/page.xhtml", "large.txt", "archive.txt", "data.rtf"]
)
def test_only_short_plain_text_is_read_where_the_caller_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def read(reading: object, data: bytes, name: str, *_: object, **__: object) -> Document:
        asked.append(name)
        return from_text("Some words.", name=name)

    contents = {
        "large.txt": b"Words. " * MAX_TEXT_IN_PROCESS,
        "archive.txt": b"PK\x03\x04",
        "data.rtf": b"{\\rtf1 Some words.}",
    }
    monkeypatch.setattr(apart, "run_isolated", read)
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(contents.get(path.name, b"<html><p>Some words."))
    read_file_isolated(path)
    assert asked == [path.name]
    (tmp_path / "short.txt").write_bytes(b"Some words.")
    read_file_isolated(tmp_path / "short.txt")
    assert asked == [path.name]


def test_standard_input_is_read_apart_whatever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def read(reading: object, data: bytes, name: str, *_: object, **__: object) -> Document:
        asked.append(data)
        return from_text("Some words.", name=name)

    monkeypatch.setattr(apart, "run_isolated", read)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Some words.")))
    read_file_isolated("-")
    assert asked == [b"Some words."]


def test_long_pasted_text_is_read_apart_and_the_same() -> None:
    text = "The lamp was lit. \ud83d It was quiet.\n\n" * 3_000
    assert read_text_isolated(text, "pasted") == from_text(text, name="pasted")
    with pytest.raises(ReadingError) as caught:
        read_text_isolated(" " * (MAX_TEXT_IN_PROCESS + 1), "pasted")
    assert caught.value.problem is Problem.EMPTY


def test_limits_grow_with_the_file() -> None:
    small, large = limits_for(1_000), limits_for(60_000_000)
    assert small.seconds < 16 < 100 < large.seconds
    assert small.memory < large.memory == MAX_MEMORY


@POSIX_ONLY
def test_a_reading_that_computes_for_too_long_is_ended_by_its_processor_time() -> None:
    error = failure(computes, ReadingLimits(1.0, 600_000_000, wall_seconds=60.0))
    assert (error.problem, error.detail) == (Problem.TOO_LONG, "1 s")


def test_a_reading_that_does_nothing_is_given_up() -> None:
    error = failure(sleeps)
    assert (error.problem, error.detail) == (Problem.TOO_LONG, "4 s")


@pytest.mark.parametrize(
    ("reading", "detail"), [(leaves, "3"), pytest.param(ends, "SIGTERM", marks=POSIX_ONLY)]
)
def test_a_reading_that_dies_is_not_called_too_long(
    reading: apart.DocumentReader, detail: str
) -> None:
    error = failure(reading)
    assert (error.problem, error.detail) == (Problem.ENDED, detail)


@pytest.mark.parametrize("reading", [grows, runs_out])
def test_a_reading_that_takes_too_much_memory_is_given_up(reading: apart.DocumentReader) -> None:
    error = failure(reading)
    assert (error.problem, error.detail) == (Problem.TOO_MUCH_MEMORY, "600 MB")


@POSIX_ONLY
def test_memory_is_watched_where_the_system_does_not_limit_it() -> None:
    code = (
        "import time; from facing_pages.core.system.reading_limits import *\n"
        "watch_memory(peak_memory() + 50_000_000)\n"
        "large = bytearray(b'x' * 100_000_000); time.sleep(30)"
    )
    status = subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode
    assert status == OUT_OF_MEMORY


@pytest.mark.parametrize(("reading", "name"), [(errs, "KeyError"), (recurses, "RecursionError")])
def test_a_programming_error_is_damage_and_logged_but_not_shown(
    reading: apart.DocumentReader,
    name: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level(logging.DEBUG, "facing_pages"):
        error = failure(reading)
    assert (error.problem, error.detail) == (Problem.DAMAGED, name)
    assert "Traceback" in caplog.text
    assert capfd.readouterr().err == ""


class Stop:
    """Asks to stop at once."""

    def is_cancelled(self) -> bool:
        return True


def test_a_reading_can_be_stopped() -> None:
    start = time.monotonic()
    with pytest.raises(Cancelled):
        run_isolated(sleeps, b"", "a.pdf", NO_CHOICES, cancel=Stop())
    assert time.monotonic() - start < 20
