"""JSON files read, written in one step, and kept under another name where they make no sense."""

from __future__ import annotations

import logging
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facing_pages.core.json_bytes import json_bytes
from facing_pages.core.system.atomic_file import write_atomically
from facing_pages.session.json_reader import JsonError, parse_json

logger = logging.getLogger(__name__)

# Seconds after which a draft belongs to a program that was killed. By judgement.
MIN_STALE_SECONDS: Final = 3600.0
# Permissions (POSIX) of folders that hold private files: only their owner.
PRIVATE_FOLDER_MODE: Final = 0o700
# How many damaged copies of one file are kept; the oldest makes room for another one. By judgement:
# one digit numbers them.
MAX_DAMAGED_COPIES: Final = 9


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found of a file that made no sense, in whole or in part.

    `copy` is where it is kept, None where that was impossible. `wrong` names the values that were
    left out; it is empty where nothing of the file could be used.
    """

    copy: Path | None
    wrong: tuple[str, ...] = ()


def read_json(path: Path, *, most: int) -> Any:
    """Return what a file holds. Raises `OSError`, and `JsonError` for what is no JSON.

    A file of more than `most` bytes, and one that is no regular file, makes no sense either.
    """
    return parse_json(read_limited(path, most=most))


def read_limited(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file. Raises as `read_json` does."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise JsonError("this is not a regular file")
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise JsonError(f"this has more than {most // 1_000_000} MB")
    return data


def write_json(path: Path, content: Any, *, is_private: bool) -> None:
    """Write a file in one step. Raises `OSError`; what was there is kept then."""
    write_atomically(path, json_bytes(content), is_private=is_private)


def make_private_folder(folder: Path) -> None:
    """Make a folder of ours that only its owner can look into. Raises `OSError`."""
    folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)


def put_aside(path: Path) -> Path | None:
    """Give a file that makes no sense another name, and return that; None if it has to stay."""
    try:
        aside = _aside(path)
        path.replace(aside)
    except OSError:
        logger.exception("%s could not be set aside", path.name)
        return None
    return aside


def put_copy_aside(path: Path, data: bytes) -> Path | None:
    """Keep a copy of a file some of which makes no sense; return its path, None if impossible.

    The same content is kept once.
    """
    try:
        for copy in _copies(path):
            if copy.stat().st_size == len(data) and copy.read_bytes() == data:
                return copy
        aside = _aside(path)
        write_atomically(aside, data, is_private=True)
    except OSError:
        logger.exception("a copy of %s could not be kept", path.name)
        return None
    return aside


def _copies(path: Path) -> list[Path]:
    """Return the damaged copies of a file that are there."""
    return [copy for copy in _copy_names(path) if copy.is_file()]


def _copy_names(path: Path) -> list[Path]:
    numbers = ("", *(f"-{number}" for number in range(2, MAX_DAMAGED_COPIES + 1)))
    return [path.with_name(f"{path.stem}.damaged{number}.json") for number in numbers]


def _aside(path: Path) -> Path:
    """Return a name for another damaged copy: a free one, or that of the oldest copy."""
    names = _copy_names(path)
    free = next((name for name in names if not name.exists()), None)
    return free or min(names, key=lambda name: name.stat().st_mtime)
