"""JSON files written in one step, and set aside where they make no sense."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from facing_pages.core.atomic_file import write_atomically
from facing_pages.core.json_bytes import json_bytes

logger = logging.getLogger(__name__)


def write_json(path: Path, content: Any, *, is_private: bool) -> None:
    """Write a file in one step. Raises `OSError`; what was there is kept then."""
    write_atomically(path, json_bytes(content), is_private=is_private)


def put_aside(path: Path) -> Path | None:
    """Give a file that makes no sense another name, and return that; None if it has to stay."""
    aside = path.with_suffix(".damaged.json")
    try:
        path.replace(aside)
    except OSError:
        logger.exception("%s could not be set aside", path.name)
        return None
    return aside
