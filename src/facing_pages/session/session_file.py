"""A session: a pair with what was corrected in it, as one file to keep, move and hand on.

Holds where both texts are and a copy of each as it was read, so that it opens where the files are
not. Files are found again beside the session when both were moved together.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facing_pages.core.errors import FacingPagesError
from facing_pages.core.model import Side
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.session.corrections import Corrections, from_json, to_json
from facing_pages.session.json_file import write_json
from facing_pages.session.json_reader import JsonError
from facing_pages.session.kept_choices import choices_from_json, choices_to_json

SCHEMA: Final = 1
SUFFIX: Final = ".facing"


class SessionError(FacingPagesError):
    """A file that is no session; `reason` is empty where it is a session of a later version."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SavedText:
    """One text: the path of its file ("" for pasted text), its name, and a copy of what it said.

    `choices` tell how the file is read; passwords are not kept.
    """

    path: str
    name: str
    text: str
    choices: ReadingChoices = NO_CHOICES

    @property
    def is_there(self) -> bool:
        """Tell whether the text needs no looking for."""
        return not self.path or Path(self.path).is_file()


@dataclass(frozen=True, slots=True)
class Session:
    """A pair, its corrections, and where the reader was: a code point of one side."""

    original: SavedText
    rewrite: SavedText
    corrections: Corrections
    side: Side = Side.ORIGINAL
    position: int = 0

    def text(self, side: Side) -> SavedText:
        """Return one text."""
        return self.original if side is Side.ORIGINAL else self.rewrite


def is_session(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file is a session."""
    return Path(path).suffix.lower() == SUFFIX


def write_session(path: Path, session: Session) -> None:
    """Write a session in one step. Raises `OSError` if that is impossible."""
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "corrections": to_json(session.corrections),
        "place": {"side": session.side.value, "position": session.position},
    }
    for side in Side:
        text = session.text(side)
        content[side.value] = {
            "path": text.path,
            "name": text.name,
            "text": text.text,
            "choices": choices_to_json(text.choices),
        }
        if text.path:
            content[side.value]["beside"] = _relative(text.path, path.parent)
    write_json(path, content, is_private=False)


def read_session(path: Path) -> Session:
    """Read a session. Raises `SessionError` for what is none, `OSError` where reading fails."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["schema"] > SCHEMA:
            raise SessionError(path.name, "")
        place = content["place"]
        return Session(
            _text(content["original"], path.parent),
            _text(content["rewrite"], path.parent),
            from_json(content["corrections"]),
            Side(place["side"]),
            int(place["position"]),
        )
    except (JsonError, ValueError, TypeError, KeyError) as error:
        raise SessionError(path.name, str(error)) from error


def _text(entry: Any, folder: Path) -> SavedText:
    path = str(entry["path"])
    beside = folder / str(entry.get("beside") or "")
    if path and not Path(path).is_file() and beside.is_file():
        path = os.path.normpath(beside.absolute())
    choices = choices_from_json(entry.get("choices") or {})
    return SavedText(path, str(entry["name"]), str(entry["text"]), choices)


def _relative(path: str, folder: Path) -> str:
    """Return a path as seen from a folder; "" where there is no way, as between two drives."""
    try:
        return os.path.relpath(path, folder.absolute())
    except ValueError:
        return ""
