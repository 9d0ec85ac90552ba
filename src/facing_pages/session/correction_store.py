"""Corrections kept from one start to the next: a small JSON file for each pair.

They are written down as soon as they are made, so that there is nothing to save and nothing to
lose. A pair is known by its two files, whichever way round; pasted texts by what they say.
"""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import Any, Final

from facing_pages.session.corrections import NO_CORRECTIONS, Corrections, from_json, to_json
from facing_pages.session.json_file import put_aside, write_json

logger = logging.getLogger(__name__)

SCHEMA: Final = 1


class CorrectionStore:
    """A folder with the corrections of all pairs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, original: str, rewrite: str) -> Corrections:
        """Return what is known of a pair; a file that makes no sense is set aside.

        `original` and `rewrite` tell the texts from all others: paths, or the texts themselves.
        """
        path = self._path(original, rewrite)
        try:
            content = json.loads(path.read_text("utf-8"))
            found = from_json(content["corrections"])
            is_turned = content["original"] != _digest(original)
        except FileNotFoundError:
            return NO_CORRECTIONS
        except (OSError, ValueError, TypeError, KeyError):
            logger.exception("the corrections in %s could not be read", path.name)
            put_aside(path)
            return NO_CORRECTIONS
        return found.swapped() if is_turned else found

    def save(self, original: str, rewrite: str, corrections: Corrections) -> None:
        """Keep the corrections of a pair. Raises `OSError` if that is impossible."""
        path = self._path(original, rewrite)
        if not corrections:
            path.unlink(missing_ok=True)
            return
        content: dict[str, Any] = {
            "schema": SCHEMA,
            "original": _digest(original),
            "corrections": to_json(corrections),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        write_json(path, content, is_private=True)

    def _path(self, original: str, rewrite: str) -> Path:
        pair = "".join(sorted((_digest(original), _digest(rewrite))))
        return self.folder / f"{_digest(pair)[:32]}.json"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
