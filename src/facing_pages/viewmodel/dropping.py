"""What dropped files mean: a pair, one side, or nothing sensible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facing_pages.core.model import Side
from facing_pages.session.pair import Request, Source, file_source
from facing_pages.session.session_file import is_session
from facing_pages.viewmodel.wording.language import plural, tr


@dataclass(frozen=True)
class DropPair:
    """Two files: the first is the original."""

    request: Request


@dataclass(frozen=True)
class DropSide:
    """One text for one side."""

    side: Side
    source: Source


@dataclass(frozen=True)
class DropRefused:
    """Nothing that can be used, and why."""

    reason: str


@dataclass(frozen=True)
class DropSession:
    """A session file."""

    path: str


Drop = DropPair | DropSide | DropSession | DropRefused


def meaning_of_files(paths: Sequence[str], side: Side) -> Drop:
    """Tell what files dropped over a side mean."""
    if len(paths) == 1 and is_session(paths[0]):
        return DropSession(paths[0])
    if len(paths) == 1:
        return DropSide(side, file_source(paths[0]))
    if len(paths) == 2:
        return DropPair(Request(file_source(paths[0]), file_source(paths[1])))
    if not paths:
        return DropRefused(tr("What you dropped is not a file on this computer. Drop text files."))
    return DropRefused(
        plural(
            "{count} file was given. Two are needed: the original and its rewrite.",
            "{count} files were given. Two are needed: the original and its rewrite.",
            len(paths),
        )
    )


def meaning_of_text(text: str, side: Side) -> Drop:
    """Tell what text dropped or pasted over a side means."""
    if not text.strip():
        return DropRefused(tr("There is no text to paste. Copy some text first."))
    name = tr("pasted original") if side is Side.ORIGINAL else tr("pasted rewrite")
    return DropSide(side, Source(pasted=text, name=name))
