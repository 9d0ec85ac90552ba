"""Files in complicated formats are read in a process of their own, and may fail there."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from facing_pages.core.errors import Cancelled, Problem, ReadingError
from facing_pages.core.model import Document
from facing_pages.core.reading.apart import MOST_MEMORY, read_file_apart, run_apart
from facing_pages.core.reading.choices import ReadingChoices
from facing_pages.core.reading.files import from_text, read_file

GOLDEN = Path(__file__).parents[3] / "golden" / "formats"


def ends(data: bytes, name: str, choices: ReadingChoices) -> Document:
    os.kill(os.getpid(), signal.SIGTERM)
    return from_text("never", name=name)


def dawdles(data: bytes, name: str, choices: ReadingChoices) -> Document:
    time.sleep(60)
    return from_text("never", name=name)


def grows(data: bytes, name: str, choices: ReadingChoices) -> Document:
    return from_text(str(len(bytearray(2 * MOST_MEMORY))), name=name)


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.pdf", "pandoc.epub"])
def test_what_is_read_apart_is_the_same(name: str) -> None:
    assert read_file_apart(GOLDEN / name) == read_file(GOLDEN / name)


def test_what_is_wrong_with_a_file_is_told_from_there(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ReadingError) as caught:
        read_file_apart(tmp_path / "broken.pdf")
    assert (caught.value.file, caught.value.problem) == ("broken.pdf", Problem.DAMAGED)


@pytest.mark.parametrize("reading", [ends, dawdles])
def test_a_reading_that_dies_or_never_ends_is_given_up(reading: object) -> None:
    start = time.monotonic()
    with pytest.raises(ReadingError) as caught:
        run_apart(reading, b"", "a.pdf", seconds=3.0)  # type: ignore[arg-type]
    assert caught.value.problem is Problem.TOO_LONG
    assert time.monotonic() - start < 20


@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited on POSIX systems only")
def test_a_reading_that_takes_too_much_memory_is_given_up() -> None:
    with pytest.raises(ReadingError) as caught:
        run_apart(grows, b"", "a.pdf")
    assert caught.value.problem is Problem.TOO_LONG


class Stop:
    """Asks to stop at once."""

    def is_cancelled(self) -> bool:
        return True


def test_a_reading_can_be_stopped() -> None:
    start = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(dawdles, b"", "a.pdf", cancel=Stop())
    assert time.monotonic() - start < 20
