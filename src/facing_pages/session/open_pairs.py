"""The pairs that are open, in one private file for each running program.

The file is written after every change, so that it is up to date even after a crash; `has_quit`
tells whether the program ended normally. Two programs never write the same file.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facing_pages.session.json_file import make_private_folder, read_json, write_json
from facing_pages.session.json_reader import Fields, JsonError, any_text, truth
from facing_pages.session.pasted_texts import is_pasted_key
from facing_pages.session.settings import RecentPair
from facing_pages.session.settings_json import recent_pair_from_json, recent_pair_to_json

logger = logging.getLogger(__name__)

# The version of the format of open pairs.
OPEN_PAIRS_SCHEMA: Final = 1
# Bytes of such a file, and windows in it: a window has 200 KB with the longest paths there are. By
# judgement.
MAX_OPEN_PAIRS_BYTES: Final = 20_000_000
MAX_WINDOWS: Final = 100
# Files of ended programs that are kept; the oldest are removed. By judgement.
MAX_ENDED: Final = 10


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """The pair in a window, and the window's geometry as Qt encodes it, in base64."""

    pair: RecentPair
    geometry: str = ""


@dataclass(frozen=True, slots=True)
class OpenPairs:
    """The windows of one program.

    `has_reopened`: they were reopened automatically after a crash. If the program crashes again,
    they may be the cause.
    """

    windows: tuple[OpenWindow, ...] = ()
    has_quit: bool = False
    has_reopened: bool = False


def new_file(folder: Path) -> Path:
    """Return the path of a new file for this process."""
    return folder / f"{os.getpid()}-{secrets.token_hex(4)}.json"


def write_open_pairs(path: Path, pairs: OpenPairs) -> None:
    """Write the open pairs; without any, the file is removed. Raises `OSError`."""
    if not pairs.windows:
        path.unlink(missing_ok=True)
        return
    make_private_folder(path.parent)
    content: dict[str, Any] = {
        "schema": OPEN_PAIRS_SCHEMA,
        "has_quit": pairs.has_quit,
        "has_reopened": pairs.has_reopened,
        "windows": [
            {"pair": recent_pair_to_json(window.pair), "geometry": window.geometry}
            for window in pairs.windows
        ],
    }
    write_json(path, content, is_private=True)


def read_open_pairs(path: Path) -> OpenPairs | None:
    """Return the pairs in a file; None if it is missing, invalid or unreadable."""
    try:
        read = Fields(read_json(path, max_bytes=MAX_OPEN_PAIRS_BYTES))
        windows = read.lenient_items("windows", _window, MAX_WINDOWS)
    except FileNotFoundError:
        return None
    except (OSError, JsonError):
        logger.exception("%s could not be read", path.name)
        return None
    return OpenPairs(
        windows,
        read.lenient("has_quit", truth, default=False),
        read.lenient("has_reopened", truth, default=False),
    )


def files_in(folder: Path) -> list[Path]:
    """Return the files of all programs, the newest first."""
    found: list[tuple[float, Path]] = []
    for path in folder.glob("*.json"):
        with contextlib.suppress(OSError):
            found.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(found, reverse=True)]


def pasted_keys(pairs: OpenPairs) -> frozenset[str]:
    """Return the keys of the pasted texts that were open."""
    keys = (key for window in pairs.windows for key in (window.pair.original, window.pair.rewrite))
    return frozenset(filter(is_pasted_key, keys))


def _window(content: Any) -> OpenWindow:
    read = Fields(content)

    def pair(value: Any) -> RecentPair:
        return recent_pair_from_json(value, wrong=read.wrong)

    return OpenWindow(read.required("pair", pair), read.lenient("geometry", any_text, ""))
