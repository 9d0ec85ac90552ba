"""JSON files written in one step, and set aside where they make no sense."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)


def write_json(path: Path, content: Any) -> None:
    """Write a file in one step. Raises `OSError`; what was there is kept then."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    draft.replace(path)


def put_aside(path: Path) -> Path | None:
    """Give a file that makes no sense another name, and return that; None if it has to stay."""
    aside = path.with_suffix(".damaged.json")
    try:
        path.replace(aside)
    except OSError:
        logger.exception("%s could not be set aside", path.name)
        return None
    return aside
