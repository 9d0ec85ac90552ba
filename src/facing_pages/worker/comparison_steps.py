"""What a comparison gives step by step: values small enough to send between processes."""

from __future__ import annotations

from dataclasses import dataclass

from facing_pages.core.errors import ReadingError
from facing_pages.core.model import Side
from facing_pages.session.corrections import NO_CORRECTIONS, Correction, Corrections
from facing_pages.viewmodel.pair_view import ChangeTable, RowTable, SideText


@dataclass(frozen=True)
class TextsRead:
    """Both texts can be shown; nothing is level yet.

    `digests` tell what the files held when they were read, "" for text that is in none.
    """

    original: SideText
    rewrite: SideText
    rows: RowTable
    digests: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class BeginningAligned:
    """The first rows of long texts are level, with marks; not all is known even of these."""

    rows: RowTable
    changes: ChangeTable


@dataclass(frozen=True)
class RowsAligned:
    """Rows are level, and whole sentences that changed are marked.

    `corrections` are those of the request where they stand now, `lost` those of them that fit
    nowhere any more.
    """

    rows: RowTable
    changes: ChangeTable
    corrections: Corrections = NO_CORRECTIONS
    lost: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class MarksFound:
    """More marks; the last one of a comparison has `changes.done == 1`."""

    changes: ChangeTable


@dataclass(frozen=True)
class SideFailed:
    """A text could not be read."""

    side: Side
    error: ReadingError


@dataclass(frozen=True)
class TooLarge:
    """Comparing was given up: it takes more memory than it may. The texts stay on screen."""

    megabytes: int


Step = TextsRead | BeginningAligned | RowsAligned | MarksFound | TooLarge | SideFailed
