"""What the window shows of a pair, as flat tables that travel quickly between processes.

All positions are code points into the text of a side; -1 stands for nothing. `Pages` only ever
grows: texts first, then rows and links, then changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import (
    Document,
    Emphasis,
    EmphasisKind,
    LinkKind,
    LinkReason,
    Paragraph,
    Repair,
    Role,
    Side,
    Span,
    Statistics,
)
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.rows import Row

Table = npt.NDArray[np.int32]

ROLES: Final = tuple(Role)
EMPHASIS_KINDS: Final = tuple(EmphasisKind)
LINK_KINDS: Final = tuple(LinkKind)
REASONS: Final = tuple(LinkReason)
SIDES: Final = (Side.ORIGINAL, Side.REWRITE)


@dataclass(frozen=True, eq=False)
class SideText:
    """One text as shown. `paragraphs` has columns: start, end, number of the role, level.

    Where every sentence stands on a line of its own, the sentences are its paragraphs, and
    `whole` is the text with its real ones. `emphasis` has columns: start, end, number of the kind.
    """

    name: str
    text: str
    paragraphs: Table
    word_count: int
    encoding: str = ""
    encoding_is_certain: bool = True
    repairs: tuple[Repair, ...] = ()
    whole: SideText | None = None
    format: str = ""
    is_complete: bool = True
    emphasis: Table = field(default_factory=lambda: np.zeros((0, 3), dtype=np.int32))

    def emphasis_in(self, span: Span) -> list[tuple[Span, EmphasisKind]]:
        """Return the parts of a span that are set apart, and how."""
        first = int(np.searchsorted(self._emphasis_reach, span.start, side="right"))
        last = int(np.searchsorted(self.emphasis[:, 0], span.end, side="left"))
        return [
            (Span(max(start, span.start), min(end, span.end)), EMPHASIS_KINDS[kind])
            for start, end, kind in self.emphasis[first:last].tolist()
            if end > span.start
        ]

    def document(self) -> Document:
        """Return the document that this was made of, without its sentences."""
        return Document(
            name=self.name,
            text=self.text,
            paragraphs=tuple(
                Paragraph(Span(start, end), ROLES[role], level)
                for start, end, role, level in self.paragraphs.tolist()
            ),
            repairs=self.repairs,
            encoding=self.encoding,
            encoding_is_certain=self.encoding_is_certain,
            emphasis=tuple(
                Emphasis(Span(start, end), EMPHASIS_KINDS[kind])
                for start, end, kind in self.emphasis.tolist()
            ),
            format=self.format,
            is_complete=self.is_complete,
        )

    @cached_property
    def _emphasis_reach(self) -> Table:
        return np.maximum.accumulate(self.emphasis[:, 1])

    def __len__(self) -> int:
        return len(self.paragraphs)

    def paragraph_span(self, number: int) -> Span:
        """Return where a paragraph stands."""
        return Span(int(self.paragraphs[number, 0]), int(self.paragraphs[number, 1]))

    def paragraphs_span(self, numbers: Span) -> Span:
        """Return where some paragraphs stand, at least one, from the first to the last."""
        return Span(
            int(self.paragraphs[numbers.start, 0]), int(self.paragraphs[numbers.end - 1, 1])
        )

    def paragraph_text(self, number: int) -> str:
        """Return a paragraph's text."""
        return self.paragraph_span(number).of(self.text)

    def role(self, number: int) -> Role:
        """Return what a paragraph is."""
        return ROLES[int(self.paragraphs[number, 2])]

    @property
    def by_paragraph(self) -> SideText:
        """Return the text with its real paragraphs."""
        return self.whole or self

    def paragraph_at(self, position: int) -> int:
        """Return the paragraph that holds a position, or the one before it."""
        return max(0, int(np.searchsorted(self.paragraphs[:, 0], position, side="right")) - 1)


class SetBy(IntEnum):
    """Who decided what a sentence is linked with; apart: a person said with what it is not."""

    PROGRAM = 0
    PERSON = 1
    PERSON_APART = 2


class LinkEntry(NamedTuple):
    """A sentence link: sentence numbers of both sides and what it is."""

    original: Span
    rewrite: Span
    kind: LinkKind
    moved: bool
    confidence: float
    set_by: SetBy

    def sentences(self, side: Side) -> Span:
        """Return the sentence numbers of a side; those of an empty side are -1."""
        return self.original if side is Side.ORIGINAL else self.rewrite


class ChangeEntry(NamedTuple):
    """One change as listed: where it stands on either side and how it is drawn.

    `reason` and `confidence` are those of the words that link its sides, None if none do.
    """

    number: int
    kind: ViewKind
    style: MarkStyle
    original: Span | None
    rewrite: Span | None
    row: int
    other_row: int
    link: int
    reason: LinkReason | None = None
    confidence: float | None = None

    def span(self, side: Side) -> Span | None:
        """Return where the change stands on a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


@dataclass(frozen=True, eq=False)
class RowTable:
    """The rows of a pair, and the sentence links behind them.

    `rows` has columns: first and end paragraph of the original, of the rewrite, number of the
    link kind, partner row. `sentences` (per side): start, end, link. `links`: first and end
    sentence of the original, of the rewrite, number of the kind, moved, confidence in percent,
    who set it. `by_sentence` is like `rows`, with sentences in the place of paragraphs.
    """

    rows: Table
    sentences: tuple[Table, Table]
    links: Table
    by_sentence: Table

    def row(self, number: int) -> Row:
        """Return one row."""
        a, b, c, d, kind, partner = (int(value) for value in self.rows[number])
        return Row(Span(a, b), Span(c, d), LINK_KINDS[kind], partner)

    def link(self, number: int) -> LinkEntry:
        """Return one sentence link."""
        a, b, c, d, kind, moved, confidence, set_by = self.links[number].tolist()
        return LinkEntry(
            Span(a, b),
            Span(c, d),
            LINK_KINDS[kind],
            bool(moved),
            confidence / 100,
            SetBy(set_by),
        )

    @cached_property
    def rows_of_paragraphs(self) -> tuple[Table, Table]:
        """Return for each paragraph of a side the number of its row."""
        result: list[Table] = []
        for first, end in ((0, 1), (2, 3)):
            counts = self.rows[:, end] - self.rows[:, first]
            result.append(np.repeat(np.arange(len(self.rows), dtype=np.int32), counts))
        return result[0], result[1]


@dataclass(frozen=True, eq=False)
class ChangeTable:
    """Changes in reading order. Columns: kind, style, start and end on the original, on the
    rewrite, row, other row, link, number of the reason, confidence in percent.

    `done` is the share of the links whose words have been looked at.
    """

    table: Table
    done: float
    statistics: Statistics | None = None

    def __len__(self) -> int:
        return len(self.table)

    @cached_property
    def rows(self) -> Table:
        """Return the row of each change, to be searched."""
        return np.ascontiguousarray(self.table[:, 6])

    def of_row(self, row: int) -> Table:
        """Return the changes of one row."""
        first, last = np.searchsorted(self.rows, (row, row + 1)).tolist()
        return self.table[first:last]

    def find(self, spans: npt.ArrayLike) -> int | None:
        """Return the change that stands exactly there on both sides, None if there is none."""
        same = np.flatnonzero((self.table[:, 2:6] == spans).all(axis=1))
        return int(same[0]) if len(same) else None

    def entry(self, number: int) -> ChangeEntry:
        """Return one change."""
        values = self.table[number].tolist()
        kind, style, a, b, c, d, row, other, link, reason, confidence = values
        original = Span(a, b) if a >= 0 else None
        rewrite = Span(c, d) if c >= 0 else None
        return ChangeEntry(
            number,
            ViewKind(kind),
            MarkStyle(style),
            original,
            rewrite,
            row,
            other,
            link,
            REASONS[reason] if reason >= 0 else None,
            confidence / 100 if confidence >= 0 else None,
        )


CHANGE_COLUMNS: Final = 11
LINK_COLUMNS: Final = 8
NO_CHANGES: Final = ChangeTable(np.zeros((0, CHANGE_COLUMNS), dtype=np.int32), 0.0)


@dataclass(frozen=True, eq=False)
class MarkTable:
    """The marks of one side in text order. `marks` has columns: start, end, style, change."""

    marks: Table

    def within(self, span: Span) -> Table:
        """Return the marks that touch a span."""
        last = int(np.searchsorted(self.marks[:, 0], span.end, side="left"))
        first = int(np.searchsorted(self._reach[:last], span.start, side="right"))
        found = self.marks[first:last]
        return found[found[:, 1] > span.start]

    @cached_property
    def _reach(self) -> Table:
        """Return how far any mark up to each one goes: a list that only grows."""
        return np.maximum.accumulate(self.marks[:, 1])


@dataclass(frozen=True, eq=False)
class Pages:
    """A pair as far as it is known by now."""

    original: SideText
    rewrite: SideText
    rows: RowTable
    changes: ChangeTable = field(default=NO_CHANGES)
    is_aligned: bool = False

    def text(self, side: Side) -> SideText:
        """Return one text."""
        return self.original if side is Side.ORIGINAL else self.rewrite

    def has_texts_of(self, other: Pages | None) -> bool:
        """Tell whether both show the same texts, read in the same way."""
        return other is not None and all(
            (mine.text, mine.encoding, mine.repairs)
            == (theirs.text, theirs.encoding, theirs.repairs)
            and np.array_equal(mine.paragraphs, theirs.paragraphs)
            and np.array_equal(mine.emphasis, theirs.emphasis)
            for mine, theirs in ((self.text(side), other.text(side)) for side in SIDES)
        )

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.rows.rows)

    def row_of(self, side: Side, paragraph: int) -> int:
        """Return the row a paragraph stands in."""
        return int(self.rows.rows_of_paragraphs[SIDES.index(side)][paragraph])

    @cached_property
    def marks(self) -> dict[Side, MarkTable]:
        """Return the marks of both sides."""
        return {side: marks_of_side(self.changes.table, side) for side in SIDES}

    def sentence_at(self, side: Side, position: int) -> int | None:
        """Return the number of the sentence at a position, None between paragraphs.

        The space behind a sentence belongs to it, and so does the end of the paragraph.
        """
        sentences, text = self.rows.sentences[SIDES.index(side)], self.text(side)
        number = int(np.searchsorted(sentences[:, 0], position, side="right")) - 1
        if number < 0:
            return None
        paragraph = text.paragraph_span(text.paragraph_at(int(sentences[number, 0])))
        return number if position <= paragraph.end else None

    def sentences_in(self, side: Side, span: Span) -> Span:
        """Return the numbers of the sentences a part of a text touches, none between two."""
        table = self.rows.sentences[SIDES.index(side)]
        first = int(np.searchsorted(table[:, 1], span.start, side="right"))
        end = int(np.searchsorted(table[:, 0], max(span.end, span.start + 1), side="left"))
        return Span(first, max(first, end))

    def sentences_span(self, side: Side, sentences: Span) -> Span:
        """Return where some sentences stand, at least one, from the first to the last."""
        table = self.rows.sentences[SIDES.index(side)]
        return Span(int(table[sentences.start, 0]), int(table[sentences.end - 1, 1]))

    def link_of(self, side: Side, sentence: int) -> int:
        """Return the number of a sentence's link."""
        return int(self.rows.sentences[SIDES.index(side)][sentence, 2])

    def sentence_spans(self, side: Side, link: int) -> list[Span]:
        """Return where the sentences of a link stand on one side."""
        entry = self.rows.link(link)
        numbers = entry.original if side is Side.ORIGINAL else entry.rewrite
        return [self.sentence_span(side, n) for n in range(*numbers)]

    def sentence_span(self, side: Side, sentence: int) -> Span:
        """Return where a sentence stands."""
        start, end, _ = self.rows.sentences[SIDES.index(side)][sentence].tolist()
        return Span(start, end)

    def change_at(self, side: Side, position: int) -> int | None:
        """Return the narrowest change at a position, None if there is none."""
        found = self.marks[side].within(Span(position, position + 1))
        if not len(found):
            return None
        return int(found[np.argmin(found[:, 1] - found[:, 0]), 3])


def marks_of_side(table: Table, side: Side) -> MarkTable:
    """Return the marks of a table of changes on one side, sorted by start, wide ones first."""
    column = 2 + 2 * SIDES.index(side)
    there = np.flatnonzero((table[:, column] >= 0) & (table[:, 1] != MarkStyle.NONE))
    starts, ends = table[there, column], table[there, column + 1]
    order = np.lexsort((-ends, starts))
    marks = np.column_stack((starts, ends, table[there, 1], there))[order]
    return MarkTable(marks.astype(np.int32))
