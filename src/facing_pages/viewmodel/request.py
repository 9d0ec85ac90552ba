"""Which two texts to compare, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facing_pages.core.model import Document, Side
from facing_pages.core.reading.files import from_text, read_file


@dataclass(frozen=True)
class Source:
    """Where a text comes from: a file's path, or text that was pasted."""

    path: str = ""
    pasted: str = ""
    name: str = ""

    @property
    def shown_name(self) -> str:
        """Return the name the text goes by in the window."""
        return self.name or Path(self.path).name

    def read(self) -> Document:
        """Read the text. Raises `ReadingError`."""
        if self.path:
            return read_file(self.path)
        return from_text(self.pasted, name=self.shown_name)


@dataclass(frozen=True)
class Request:
    """A pair to compare."""

    original: Source
    rewrite: Source

    def swapped(self) -> Request:
        """Return the pair the other way round."""
        return Request(self.rewrite, self.original)

    def source(self, side: Side) -> Source:
        """Return one side."""
        return self.original if side is Side.ORIGINAL else self.rewrite
