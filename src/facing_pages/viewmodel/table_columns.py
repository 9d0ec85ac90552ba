"""The columns of the flat tables by name.

    table[:, ChangeColumn.KIND]                      the kind of each change
    table[:, ChangeColumn.start(Side.REWRITE)]       where each change starts on a side

The tables are plain arrays of whole numbers, so that they travel quickly between processes and
whole columns are worked on at once; -1 stands for nothing.
"""

from __future__ import annotations

from enum import IntEnum

from facing_pages.core.model import Side


class SidedColumn(IntEnum):
    """Columns of which some say where something starts and ends on either side."""

    @classmethod
    def start(cls, side: Side) -> int:
        """Return the column with the starts on a side."""
        return cls[f"{side.name}_START"]

    @classmethod
    def end(cls, side: Side) -> int:
        """Return the column with the ends on a side."""
        return cls[f"{side.name}_END"]


class ParagraphColumn(IntEnum):
    """A paragraph: its characters, the number of its role, its level, the length of its label, its
    ordinal.
    """

    START = 0
    END = 1
    ROLE = 2
    LEVEL = 3
    LABEL = 4
    ORDINAL = 5


class EmphasisColumn(IntEnum):
    """Characters that are emphasised, and the number of the kind."""

    START = 0
    END = 1
    KIND = 2


class SentenceColumn(IntEnum):
    """A sentence: its characters, and its link."""

    START = 0
    END = 1
    LINK = 2


class RowColumn(SidedColumn):
    """A row: its paragraphs on either side, the number of the link kind, the partner row.

    In the rows by sentence, sentences take the place of paragraphs.
    """

    ORIGINAL_START = 0
    ORIGINAL_END = 1
    REWRITE_START = 2
    REWRITE_END = 3
    KIND = 4
    PARTNER = 5


class LinkColumn(SidedColumn):
    """A sentence link: its sentences on either side, the number of the kind, whether it moved,
    confidence in per cent, who set it."""

    ORIGINAL_START = 0
    ORIGINAL_END = 1
    REWRITE_START = 2
    REWRITE_END = 3
    KIND = 4
    MOVED = 5
    CONFIDENCE = 6
    SET_BY = 7


class ChangeColumn(SidedColumn):
    """A change: its kind and style, its characters on either side, the row of the original or of
    the only side, that of the rewrite, the link, the number of the reason, confidence in per cent.
    """

    KIND = 0
    STYLE = 1
    ORIGINAL_START = 2
    ORIGINAL_END = 3
    REWRITE_START = 4
    REWRITE_END = 5
    ROW = 6
    OTHER_ROW = 7
    LINK = 8
    REASON = 9
    CONFIDENCE = 10

    @classmethod
    def spans(cls) -> slice:
        """Return the columns with starts and ends on both sides."""
        return slice(cls.ORIGINAL_START, cls.REWRITE_END + 1)


class FindingColumn(SidedColumn):
    """A finding: the number of its kind, its severity, its characters on either side, its link,
    confidence in per cent, the number of the sentence of its reason.
    """

    KIND = 0
    SEVERITY = 1
    ORIGINAL_START = 2
    ORIGINAL_END = 3
    REWRITE_START = 4
    REWRITE_END = 5
    LINK = 6
    CONFIDENCE = 7
    SENTENCE = 8

    @classmethod
    def spans(cls) -> slice:
        """Return the columns with starts and ends on both sides."""
        return slice(cls.ORIGINAL_START, cls.REWRITE_END + 1)


class MarkColumn(IntEnum):
    """A mark on one side: its characters, its style, the number of its change."""

    START = 0
    END = 1
    STYLE = 2
    CHANGE = 3


class HitColumn(IntEnum):
    """A place that was found: the number of its side, its characters, its row."""

    SIDE = 0
    START = 1
    END = 2
    ROW = 3
