"""How a pair is set on the page, how much of what changed is marked, and how it is listed."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Final

from facing_pages.core.model import Side
from facing_pages.viewmodel.wording.language import N_


class Mode(Enum):
    """How the two texts share the page."""

    SIDE_BY_SIDE = "side by side"
    ALIGN = "align"
    FLOWING = "flowing"
    ONE_COLUMN = "one column"
    ORIGINAL = "original only"
    REWRITE = "rewrite only"

    @property
    def columns(self) -> tuple[Side, ...]:
        """Return the sides that have a column; both texts stand in the one of `ONE_COLUMN`."""
        if self in (Mode.SIDE_BY_SIDE, Mode.ALIGN, Mode.FLOWING):
            return tuple(Side)
        return (Side.ORIGINAL,) if self is Mode.ORIGINAL else (Side.REWRITE,)

    @property
    def has_rows(self) -> bool:
        """Tell whether both texts stand level in rows, side by side."""
        return self in (Mode.SIDE_BY_SIDE, Mode.ALIGN)

    @property
    def is_clean(self) -> bool:
        """Tell whether one text is shown without marks."""
        return self in (Mode.ORIGINAL, Mode.REWRITE)


class MarkLevel(IntEnum):
    """The smallest unit that is marked."""

    OFF = 0
    PARAGRAPHS = 1
    SENTENCES = 2
    WORDS = 3

    @property
    def next(self) -> MarkLevel:
        """Return the level one step on, from the last to the first."""
        return MarkLevel((self + 1) % len(MarkLevel))


class Grouping(Enum):
    """How the list of changes is grouped; the value is the name in the settings."""

    READING_ORDER = "reading order"
    PARAGRAPHS = "paragraphs"
    KINDS = "kinds"


GROUPING_NAMES: Final = {
    Grouping.READING_ORDER: N_("Reading order"),
    Grouping.PARAGRAPHS: N_("By paragraph"),
    Grouping.KINDS: N_("By kind"),
}
