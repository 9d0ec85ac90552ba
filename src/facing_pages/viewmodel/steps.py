"""What a comparison gives step by step: values small enough to send between processes."""

from __future__ import annotations

from dataclasses import dataclass

from facing_pages.core.errors import ReadingError
from facing_pages.core.model import Side
from facing_pages.viewmodel.pages import ChangeTable, RowTable, SideText


@dataclass(frozen=True)
class TextsRead:
    """Both texts can be shown; nothing is level yet."""

    original: SideText
    rewrite: SideText
    rows: RowTable


@dataclass(frozen=True)
class RowsAligned:
    """Rows are level, and whole sentences that changed are marked."""

    rows: RowTable
    changes: ChangeTable


@dataclass(frozen=True)
class MarksFound:
    """More marks; the last one of a comparison has `changes.done == 1`."""

    changes: ChangeTable


@dataclass(frozen=True)
class SideFailed:
    """A text could not be read."""

    side: Side
    error: ReadingError


Step = TextsRead | RowsAligned | MarksFound | SideFailed
