"""Which two texts to compare, and where they come from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from facing_pages.core.model import Document, Side
from facing_pages.core.progress import CancelToken
from facing_pages.core.reading.choices import NO_CHOICES, ReadingChoices
from facing_pages.session.corrections import NO_CORRECTIONS, Corrections


@dataclass(frozen=True)
class MissingFile:
    """A file that no longer exists, of which a session has a copy: its path, how it was read."""

    path: str
    choices: ReadingChoices = NO_CHOICES


@dataclass(frozen=True)
class Source:
    """Where a text comes from: the path of a file, or pasted text.

    `copy_of` is the missing file that a session's copy replaces. `as_read` is the document as it
    was on screen before; it is used in place of the file, so that undo restores what was shown
    even if the file has changed since.
    """

    path: str = ""
    pasted: str = ""
    name: str = ""
    choices: ReadingChoices = NO_CHOICES
    copy_of: MissingFile | None = None
    as_read: Document | None = field(default=None, compare=False, repr=False)

    @property
    def shown_name(self) -> str:
        """Return the name of the text in the window."""
        return self.name or Path(self.path).name

    @property
    def key(self) -> str:
        """Return the identity of the text: a normalized path, or the content of a pasted text.

        A file has one key for all its paths: symbolic links are resolved, and case is folded where
        the system ignores it.
        """
        if not self.path:
            return self.pasted
        return os.path.normcase(os.path.realpath(self.path))

    @property
    def earlier_key(self) -> str:
        """Return the key that versions before 0.2 used, which did not resolve symbolic links."""
        return self.path or self.pasted

    def read(self, cancel: CancelToken | None = None) -> Document:
        """Read the text. Raises `ReadingError`, and `Cancelled` when asked to stop."""
        from facing_pages.core.reading.isolated import read_file_isolated, read_text_isolated

        if self.as_read is not None:
            return self.as_read
        if self.path:
            return read_file_isolated(self.path, self.choices, cancel)
        return read_text_isolated(self.pasted, self.shown_name, self.choices, cancel)


def file_source(path: str) -> Source:
    """Return a source for a file; its path is made absolute."""
    absolute = Path(path).absolute()
    if ".." in absolute.parts:  # after a link, ".." is the parent of what the link leads to
        absolute = absolute.parent.resolve() / absolute.name
    return Source(path=str(absolute))


@dataclass(frozen=True)
class Request:
    """A pair to compare, and a person's corrections of it."""

    original: Source
    rewrite: Source
    corrections: Corrections = NO_CORRECTIONS

    def swapped(self) -> Request:
        """Return the pair the other way round."""
        return Request(self.rewrite, self.original, self.corrections.swapped())

    def corrected(self, corrections: Corrections) -> Request:
        """Return the same pair with other corrections."""
        return replace(self, corrections=corrections)

    def with_choices(self, side: Side, choices: ReadingChoices) -> Request:
        """Return the same pair with other reading choices for one side."""
        source = replace(self.source(side), choices=choices, as_read=None)
        return self.with_source(side, source)

    def with_source(self, side: Side, source: Source) -> Request:
        """Return the pair with another text on one side."""
        if side is Side.ORIGINAL:
            return replace(self, original=source)
        return replace(self, rewrite=source)

    def as_shown(self, original: Document, rewrite: Document) -> Request:
        """Return the pair with the texts as they are on screen, whatever the files hold now."""
        return replace(
            self,
            original=replace(self.original, as_read=original),
            rewrite=replace(self.rewrite, as_read=rewrite),
        )

    def from_files(self) -> Request:
        """Return the pair with the texts as the files hold them now."""
        return replace(
            self,
            original=replace(self.original, as_read=None),
            rewrite=replace(self.rewrite, as_read=None),
        )

    def is_pair_of(self, other: Request | None) -> bool:
        """Tell whether both are about the same two texts."""
        return other is not None and (self.original, self.rewrite) == (
            other.original,
            other.rewrite,
        )

    def source(self, side: Side) -> Source:
        """Return the source of a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


def window_title(shown: Request | None, session: str) -> str:
    """Return the title of a window: the pair shown, and the name of its session file, if any."""
    if shown is None:
        return "Facing Pages"
    names = " ↔ ".join(shown.source(side).shown_name for side in Side)
    return f"{names} ({session}) — Facing Pages" if session else f"{names} — Facing Pages"
