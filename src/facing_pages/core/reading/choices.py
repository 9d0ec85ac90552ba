"""What a person may decide about how a file is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from facing_pages.core.model import RepairKind, Role, Span


class Part(NamedTuple):
    """A part of a text: where it stood, and the words it began with, to find it again."""

    span: Span
    opening: str


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """`encoding` is that of the bytes, "" to find it out; repairs of the kinds `kept` are not done.

    Of the text only `part` is read, without paragraphs of the roles `without`, and without what
    stands before and after its body if `body_only`. `password` opens a locked file of a format that
    can be opened.
    """

    encoding: str = ""
    kept: frozenset[RepairKind] = frozenset()
    part: Part | None = None
    without: frozenset[Role] = frozenset()
    body_only: bool = False
    password: str = field(default="", repr=False)

    @property
    def leaves_out(self) -> bool:
        """Tell whether not all of the text is read."""
        return self.part is not None or bool(self.without) or self.body_only

    def whole(self) -> ReadingChoices:
        """Return the choices for all of the text."""
        return replace(self, part=None, without=frozenset(), body_only=False)


NO_CHOICES: Final = ReadingChoices()
# Encodings that are offered, by the parts of the world they come from; names as Python knows them.
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
