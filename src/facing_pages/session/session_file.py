"""A session: a pair with its corrections, as one file to keep, move and pass on.

It holds the path of both texts and a copy of each as it was read, so that it opens on a computer
without the files. If the session and the files were moved together, the files are found by their
paths relative to the session.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from facing_pages.core.errors import FacingPagesError
from facing_pages.core.model import Side
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.session.corrections import (
    NO_CORRECTIONS,
    Corrections,
    FoundCorrections,
    find_in_json,
    to_json,
)
from facing_pages.session.json_file import read_json, write_json
from facing_pages.session.json_reader import (
    MAX_POSITION,
    Fields,
    JsonError,
    an_object,
    any_text,
    clamped,
    one_of,
    path_or_none,
    whole_number,
)
from facing_pages.session.kept_choices import choices_from_json, choices_to_json

logger = logging.getLogger(__name__)

# The version of the format of sessions.
SESSION_SCHEMA: Final = 1
# The largest number that is taken for that of a later version. By judgement.
MAX_SESSION_SCHEMA: Final = 1_000_000
# Bytes of a session: the two longest texts that can be read have 128 MB. By judgement above that.
MAX_SESSION_BYTES: Final = 200_000_000
SESSION_SUFFIX: Final = ".facing"


class SessionError(FacingPagesError):
    """A file that is not a session; `reason` is empty for a session of a later version."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SavedText:
    """One text: the path of its file ("" for pasted text), its name, and a copy of the text.

    `choices` are the reading choices of the file; passwords are not stored.
    """

    path: str
    name: str
    text: str
    choices: ReadingChoices = NO_CHOICES

    @property
    def is_available(self) -> bool:
        """Tell whether the text was pasted, or its file exists at its path."""
        return not self.path or _is_file(Path(self.path))


@dataclass(frozen=True, slots=True)
class Session:
    """A pair, its corrections, and where the reader was: a code point of one side.

    `wrong` names the invalid values of the file, which were left out.
    """

    original: SavedText
    rewrite: SavedText
    corrections: Corrections
    side: Side = Side.ORIGINAL
    position: int = 0
    wrong: tuple[str, ...] = ()

    def text(self, side: Side) -> SavedText:
        """Return the text of a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


def is_session(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file has the suffix of a session."""
    return Path(path).suffix.lower() == SESSION_SUFFIX


def write_session(path: Path, session: Session) -> None:
    """Write a session in one step. Raises `OSError` if that is impossible."""
    content: dict[str, Any] = {
        "schema": SESSION_SCHEMA,
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
    """Read a session. Raises `SessionError` if it is not one, `OSError` if reading fails.

    A session needs both texts. Other values that are invalid are left out and named in `wrong`.
    """
    try:
        content = Fields(read_json(path, max_bytes=MAX_SESSION_BYTES))
        if content.required("schema", whole_number(1, MAX_SESSION_SCHEMA)) > SESSION_SCHEMA:
            raise SessionError(path.name, "")
        found = content.lenient("corrections", find_in_json, FoundCorrections(NO_CORRECTIONS))
        place_values: dict[str, Any] = content.lenient("place", an_object, {})
        place = Fields(place_values, content.wrong, "place")
        session = Session(
            content.required("original", partial(_text, folder=path.parent, wrong=content.wrong)),
            content.required("rewrite", partial(_text, folder=path.parent, wrong=content.wrong)),
            found.corrections,
            place.lenient("side", one_of((side.value, side) for side in Side), Side.ORIGINAL),
            place.lenient("position", clamped(0, MAX_POSITION), 0),
        )
    except JsonError as error:
        raise SessionError(path.name, str(error)) from error
    return replace(session, wrong=(*content.wrong, *found.wrong))


class SharedSession:
    """A session file that this program writes repeatedly and other programs may write too."""

    def __init__(self, path: Path, known: Corrections | None = None) -> None:
        """Note the corrections that the file had when it was read.

        None: the file is to be replaced, whatever it contains.
        """
        self.path = path
        self._known = known
        self._stamp: tuple[int, int] | None = None

    def write(self, session: Session) -> None:
        """Write the session, merged with corrections of other programs. Raises `OSError`."""
        corrections = session.corrections
        others = self._others(session)
        if others is not None and self._known is not None:
            session = replace(session, corrections=corrections.merged(self._known, others))
        write_session(self.path, session)
        self._known = corrections
        self._stamp = _stamp(self.path)

    def _others(self, session: Session) -> Corrections | None:
        """Return the corrections in the file, None if this program wrote it last."""
        try:
            if self._known is None or self._stamp == _stamp(self.path):
                return None
            found = read_session(self.path)
        except FileNotFoundError:
            return None
        except SessionError as error:
            logger.warning("%s is replaced: %s", self.path.name, error)
            return None
        is_same = all(found.text(side).text == session.text(side).text for side in Side)
        return found.corrections if is_same else None


def _stamp(path: Path) -> tuple[int, int]:
    """Return the time of change and the inode: they differ after every write."""
    state = path.stat()
    return state.st_mtime_ns, state.st_ino


def _text(content: Any, *, folder: Path, wrong: list[str]) -> SavedText:
    fields = Fields(content, wrong)
    text = fields.required("text", any_text)
    path = fields.lenient("path", path_or_none, "")
    if path:
        path = os.path.normpath((folder / path).absolute())
    relative = fields.lenient("beside", path_or_none, "")
    if path and relative and not _is_file(Path(path)) and _is_file(folder / relative):
        path = os.path.normpath((folder / relative).absolute())
    choices = fields.lenient("choices", choices_from_json, NO_CHOICES)
    return SavedText(path, fields.required("name", any_text), text, choices)


def _is_file(path: Path) -> bool:
    """Tell whether a file exists; False for a path the system refuses, such as a too long one."""
    try:
        return path.is_file()
    except OSError:
        return False


def _relative(path: str, folder: Path) -> str:
    """Return a path relative to a folder; "" if there is none, as between two drives."""
    try:
        return os.path.relpath(path, folder.absolute())
    except ValueError:
        return ""
