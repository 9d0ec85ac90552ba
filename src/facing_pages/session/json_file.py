"""JSON files: read under a limit, written in one step, and kept under another name if damaged."""

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
    """A file that was invalid in whole or in part.

    `copy` is where a copy of it is kept, None if that was impossible. `wrong` names the invalid
    values that were left out; it is empty if nothing of the file could be used.
    """

    copy: Path | None
    wrong: tuple[str, ...] = ()


def read_json(path: Path, *, max_bytes: int) -> Any:
    """Return the value in a file. Raises `OSError`, and `JsonError` if the file is not JSON.

    `JsonError` is also raised for a file of more than `max_bytes`, and for what is not a regular
    file.
    """
    return parse_json(read_limited(path, max_bytes=max_bytes))


def read_limited(path: Path, *, max_bytes: int) -> bytes:
    """Return the bytes of a file. Raises the errors of `read_json`."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise JsonError("this is not a regular file")
    with path.open("rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise JsonError(f"this has more than {max_bytes // 1_000_000} MB")
    return data


def write_json(path: Path, content: Any, *, is_private: bool) -> None:
    """Write a file in one step. Raises `OSError`; the file is unchanged then."""
    write_atomically(path, json_bytes(content), is_private=is_private)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open, with its parents. Raises `OSError`."""
    folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)


def rename_damaged(path: Path) -> Path | None:
    """Rename a damaged file and return its new path; None if it cannot be renamed."""
    try:
        copy = _copy_path(path)
        path.replace(copy)
    except OSError:
        logger.exception("%s could not be renamed", path.name)
        return None
    return copy


def keep_damaged_copy(path: Path, data: bytes) -> Path | None:
    """Keep a copy of a partly damaged file; return its path, None if that is impossible.

    No second copy is made of the same content.
    """
    try:
        for copy in _copies(path):
            if copy.stat().st_size == len(data) and copy.read_bytes() == data:
                return copy
        copy = _copy_path(path)
        write_atomically(copy, data, is_private=True)
    except OSError:
        logger.exception("a copy of %s could not be kept", path.name)
        return None
    return copy


def _copies(path: Path) -> list[Path]:
    """Return the existing copies of a damaged file."""
    return [copy for copy in _copy_names(path) if copy.is_file()]


def _copy_names(path: Path) -> list[Path]:
    numbers = ("", *(f"-{number}" for number in range(2, MAX_DAMAGED_COPIES + 1)))
    return [path.with_name(f"{path.stem}.damaged{number}.json") for number in numbers]


def _copy_path(path: Path) -> Path:
    """Return the path for a new copy: a free name, or that of the oldest copy."""
    names = _copy_names(path)
    free = next((name for name in names if not name.exists()), None)
    return free or min(names, key=lambda name: name.stat().st_mtime)
