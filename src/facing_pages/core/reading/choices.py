"""A person's choices of how a file is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from facing_pages.core.model import RepairKind, Role, Span


class Part(NamedTuple):
    """A part of a text: its span when it was chosen, and its first words to find it again."""

    span: Span
    opening: str


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """How a file is read.

    `encoding` is a label, "" to detect it. Damage of the `kept` kinds is not repaired. Only `part`
    of the text is used (None: all), without paragraphs of the roles `without`, and, if `body_only`,
    without front matter and what follows the body. `password` opens a locked PDF.
    """

    encoding: str = ""
    kept: frozenset[RepairKind] = frozenset()
    part: Part | None = None
    without: frozenset[Role] = frozenset()
    body_only: bool = False
    password: str = field(default="", repr=False)

    @property
    def leaves_out(self) -> bool:
        """Tell whether some of the text is left out."""
        return self.part is not None or bool(self.without) or self.body_only

    def whole(self) -> ReadingChoices:
        """Return the choices with nothing left out."""
        return replace(self, part=None, without=frozenset(), body_only=False)


NO_CHOICES: Final = ReadingChoices()
# Encodings that are offered, in groups by region, by their names in Python.
ENCODINGS: Final = (
    "utf-8",
    "utf-16",
    "windows-1252",
    "iso-8859-15",
    "mac_roman",
    "cp850",
    "windows-1250",
    "iso-8859-2",
    "windows-1257",
    "windows-1251",
    "koi8-r",
    "cp866",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1258",
    "tis-620",
    "shift_jis",
    "euc-jp",
    "gb18030",
    "big5",
    "euc-kr",
)
