"""What the window shows of a pair, as flat tables that travel quickly between processes.

All positions are code points into the text of a side; -1 stands for nothing. `PairView` only ever
grows: texts first, then rows and links, then changes and findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both, of_side
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
from facing_pages.marks.kinds import KIND_OF_STYLE, MarkStyle, ViewKind
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.marks.row_signs import Counterpart, MovedPlaces
from facing_pages.marks.rows import Row
from facing_pages.marks.weights import weights
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.finding_table import NO_FINDINGS, FindingTable
from facing_pages.viewmodel.table_columns import (
    ChangeColumn,
    EmphasisColumn,
    FindingColumn,
    LinkColumn,
    MarkColumn,
    ParagraphColumn,
    RowColumn,
    SentenceColumn,
)

Table = npt.NDArray[np.int32]
# Numbers of changes, findings or lines.
Numbers = npt.NDArray[np.intp]
EMPTY_NUMBERS: Final[Numbers] = np.zeros(0, dtype=np.intp)

ROLES: Final = tuple(Role)
EMPHASIS_KINDS: Final = tuple(EmphasisKind)
LINK_KINDS: Final = tuple(LinkKind)
REASONS: Final = tuple(LinkReason)
SIDES: Final = (Side.ORIGINAL, Side.REWRITE)
_STYLES_OF_ONE_SIDE: Final = tuple(
    int(style)
    for style, kind in KIND_OF_STYLE.items()
    if kind in (ViewKind.REMOVED, ViewKind.ADDED)
)


def empty_table(columns: type[IntEnum]) -> Table:
    """Return a table without rows."""
    return np.zeros((0, len(columns)), dtype=np.int32)


@dataclass(frozen=True, eq=False)
class SideText:
    """One text as shown: `paragraphs` has the columns of `ParagraphColumn`, `emphasis` those of
    `EmphasisColumn`.

    Where every sentence stands on a line of its own, the sentences are its paragraphs, and
    `whole` is the text with its real ones.
    """

    name: str
    text: str
    paragraphs: Table
    encoding: str = ""
    encoding_is_certain: bool = True
    repairs: tuple[Repair, ...] = ()
    whole: SideText | None = None
    format: str = ""
    is_complete: bool = True
    emphasis: Table = field(default_factory=lambda: empty_table(EmphasisColumn))

    def emphasis_in(self, span: Span) -> list[tuple[Span, EmphasisKind]]:
        """Return the emphasised parts of a span, and the kind of emphasis."""
        first = int(np.searchsorted(self._emphasis_reach, span.start, side="right"))
        last = int(np.searchsorted(self.emphasis[:, EmphasisColumn.START], span.end, side="left"))
        return [
            (Span(max(start, span.start), min(end, span.end)), EMPHASIS_KINDS[kind])
            for start, end, kind in self.emphasis[first:last].tolist()
            if end > span.start
        ]

    def labels_in(self, span: Span) -> list[Span]:
        """Return the parts of a span that are labels."""
        starts = self._starts
        first = max(0, int(np.searchsorted(starts, span.start, side="right")) - 1)
        last = int(np.searchsorted(starts, span.end, side="left"))
        ends = starts[first:last] + self.paragraphs[first:last, ParagraphColumn.LABEL]
        return [
            Span(max(start, span.start), min(end, span.end))
            for start, end in zip(starts[first:last].tolist(), ends.tolist(), strict=True)
            if end > max(start, span.start)
        ]

    def document(self) -> Document:
        """Return the document that this was made of, without its sentences."""
        return Document(
            name=self.name,
            text=self.text,
            paragraphs=tuple(
                Paragraph(Span(start, end), ROLES[role], level, label, ordinal)
                for start, end, role, level, label, ordinal in self.paragraphs.tolist()
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
        return np.maximum.accumulate(self.emphasis[:, EmphasisColumn.END])

    def __len__(self) -> int:
        return len(self.paragraphs)

    def paragraph_span(self, number: int) -> Span:
        """Return where a paragraph stands."""
        return self.paragraphs_span(Span(number, number + 1))

    def paragraphs_span(self, numbers: Span) -> Span:
        """Return where some paragraphs stand, at least one, from the first to the last."""
        return Span(
            int(self.paragraphs[numbers.start, ParagraphColumn.START]),
            int(self.paragraphs[numbers.end - 1, ParagraphColumn.END]),
        )

    def paragraph_text(self, number: int) -> str:
        """Return a paragraph's text."""
        return self.paragraph_span(number).of(self.text)

    def role(self, number: int) -> Role:
        """Return what a paragraph is."""
        return ROLES[int(self.paragraphs[number, ParagraphColumn.ROLE])]

    def level(self, number: int) -> int:
        """Return how deep a heading, an item or a quotation is, 0 for other paragraphs."""
        return int(self.paragraphs[number, ParagraphColumn.LEVEL])

    def ordinal(self, number: int) -> int:
        """Return the number that the format gives a list item, as `Paragraph` has it."""
        return int(self.paragraphs[number, ParagraphColumn.ORDINAL])

    @property
    def by_paragraph(self) -> SideText:
        """Return the text with its real paragraphs."""
        return self.whole or self

    def paragraph_at(self, position: int) -> int:
        """Return the paragraph that holds a position, or the one before it."""
        return max(0, int(self.paragraphs_at(np.array(position))))

    def paragraphs_at(self, positions: Table) -> npt.NDArray[np.intp]:
        """Return the paragraph that holds each position, or the one before it; -1 before all."""
        return np.searchsorted(self._starts, positions.astype(np.int32), side="right") - 1

    @cached_property
    def _starts(self) -> Table:
        """Return the starts in one piece: numpy copies a column whole for each search."""
        return np.ascontiguousarray(self.paragraphs[:, ParagraphColumn.START])


class SetBy(IntEnum):
    """Who decided on a link: the program, a person, or a person who removed another link."""

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
        return of_side(self, side)


@dataclass(frozen=True, eq=False)
class RowTable:
    """The rows of a pair, and the sentence links behind them.

    `rows` and `by_sentence` have the columns of `RowColumn`, `sentences` those of
    `SentenceColumn`, `links` those of `LinkColumn`.
    """

    rows: Table
    sentences: Both[Table]
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
    def sentence_places(self) -> Both[tuple[Table, Table]]:
        """Return where the sentences of a side start and end, to be searched."""
        return self.sentences.map(
            lambda table: (
                np.ascontiguousarray(table[:, SentenceColumn.START]),
                np.ascontiguousarray(table[:, SentenceColumn.END]),
            )
        )

    @cached_property
    def rows_of_paragraphs(self) -> Both[Table]:
        """Return for each paragraph of a side the number of its row."""
        numbers = np.arange(len(self.rows), dtype=np.int32)
        return self.paragraph_counts.map(lambda counts: np.repeat(numbers, counts))

    @cached_property
    def paragraph_counts(self) -> Both[Table]:
        """Return for each row how many paragraphs a side has in it."""
        return Both.of(
            lambda side: self.rows[:, RowColumn.end(side)] - self.rows[:, RowColumn.start(side)]
        )


@dataclass(frozen=True, eq=False)
class ChangeTable:
    """Changes in reading order, in the columns of `ChangeColumn`.

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
        return np.ascontiguousarray(self.table[:, ChangeColumn.ROW])

    def find(self, spans: npt.ArrayLike) -> int | None:
        """Return the change that stands exactly there on both sides, None if there is none."""
        same = np.flatnonzero((self.table[:, ChangeColumn.spans()] == spans).all(axis=1))
        return int(same[0]) if len(same) else None

    def of_kinds(self, kinds: Iterable[ViewKind]) -> npt.NDArray[np.bool_]:
        """Tell for each change whether it is of one of these kinds."""
        return np.isin(self.table[:, ChangeColumn.KIND], [int(kind) for kind in kinds])

    def entry(self, number: int) -> ListedChange:
        """Return one change."""
        values = self.table[number].tolist()
        kind, style, a, b, c, d, row, other, link, reason, confidence = values
        original = Span(a, b) if a >= 0 else None
        rewrite = Span(c, d) if c >= 0 else None
        return ListedChange(
            ViewKind(kind),
            MarkStyle(style),
            original,
            rewrite,
            row,
            other,
            link,
            REASONS[reason] if reason >= 0 else None,
            confidence / 100 if confidence >= 0 else None,
            number,
        )


NO_CHANGES: Final = ChangeTable(empty_table(ChangeColumn), 0.0)


@dataclass(frozen=True, eq=False)
class MarkTable:
    """The marks of one side in text order, wide ones first, in the columns of `MarkColumn`."""

    marks: Table

    def within(self, span: Span) -> Table:
        """Return the marks that touch a span."""
        last = int(np.searchsorted(self._starts, np.int32(span.end), side="left"))
        first = int(np.searchsorted(self._reach[:last], np.int32(span.start), side="right"))
        found = self.marks[first:last]
        return found[found[:, MarkColumn.END] > span.start]

    @cached_property
    def _starts(self) -> Table:
        return np.ascontiguousarray(self.marks[:, MarkColumn.START])

    @cached_property
    def _reach(self) -> Table:
        """Return how far any mark up to each one goes: a list that only grows."""
        return np.maximum.accumulate(self.marks[:, MarkColumn.END])


@dataclass(frozen=True, eq=False)
class PairView:
    """A pair as far as it is known by now."""

    original: SideText
    rewrite: SideText
    rows: RowTable
    changes: ChangeTable = field(default=NO_CHANGES)
    is_aligned: bool = False
    findings: FindingTable = field(default=NO_FINDINGS)

    def text(self, side: Side) -> SideText:
        """Return one text."""
        return of_side(self, side)

    @property
    def texts(self) -> Both[str]:
        """Return the characters of both texts."""
        return Both(self.original.text, self.rewrite.text)

    @cached_property
    def weights(self) -> npt.NDArray[np.int8]:
        """Return the weight of each change, with the findings known by now."""
        table, found = self.changes.table, self.findings.shown_by_default()
        return weights(
            table[:, ChangeColumn.STYLE],
            Both.of(lambda side: table[:, [ChangeColumn.start(side), ChangeColumn.end(side)]]),
            Both.of(lambda side: found[:, [FindingColumn.start(side), FindingColumn.end(side)]]),
        )

    def shown_changes(self, chosen: Filter) -> npt.NDArray[np.bool_]:
        """Tell for each change whether a reader wants to see it."""
        return self.changes.of_kinds(chosen.kinds) & (self.weights >= chosen.weight)

    def rows_at(self, side: Side, places: Table) -> Table:
        """Return the row of each place on a side, -1 for one that is nowhere."""
        return rows_of_places(places, self.text(side), self.rows.rows_of_paragraphs[side])

    def has_texts_of(self, other: PairView | None) -> bool:
        """Tell whether both show the same texts, read in the same way."""
        return other is not None and all(
            (mine.text, mine.encoding, mine.repairs)
            == (theirs.text, theirs.encoding, theirs.repairs)
            and np.array_equal(mine.paragraphs, theirs.paragraphs)
            and np.array_equal(mine.emphasis, theirs.emphasis)
            for mine, theirs in ((self.text(side), other.text(side)) for side in SIDES)
        )

    @cached_property
    def rows_of_sentences(self) -> Both[Table]:
        """Return for each sentence of a side the number of its row."""
        return Both.of(lambda side: self.rows_at(side, self.rows.sentence_places[side][0]))

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.rows.rows)

    def row_of(self, side: Side, paragraph: int) -> int:
        """Return the row a paragraph stands in."""
        return int(self.rows.rows_of_paragraphs[side][paragraph])

    @cached_property
    def marks(self) -> Both[MarkTable]:
        """Return the marks of both sides."""
        return Both.of(lambda side: marks_of_side(self.changes.table, side))

    def changes_at(self, row: int) -> npt.NDArray[np.intp]:
        """Return the numbers of the changes that stand in a row on either side, in order."""
        entry = self.rows.row(row)
        first, last = np.searchsorted(self.changes.rows, (row, row + 1)).tolist()
        found = [np.arange(first, last)]
        for side in SIDES:
            if entry.paragraphs(side).length:
                span = self.text(side).paragraphs_span(entry.paragraphs(side))
                found.append(self.marks[side].within(span)[:, MarkColumn.CHANGE])
        return np.unique(np.concatenate(found))

    def counterpart(self, row: int) -> Counterpart | None:
        """Return where the words of a row with one side only stand, None if that is nowhere."""
        entry = self.rows.row(row)
        side = Side.ORIGINAL if entry.original.length else Side.REWRITE
        if entry.partner >= 0:
            other = self.rows.row(entry.partner).paragraphs(side.other)
            return Counterpart((self.text(side.other).paragraphs_span(other).start,), True)
        if entry.paragraphs(side.other).length or not entry.paragraphs(side).length:
            return None
        return self.counterpart_of(side, self.text(side).paragraphs_span(entry.paragraphs(side)))

    def counterpart_of(self, side: Side, span: Span) -> Counterpart | None:
        """Return where the words of a part of a side that moved stand, None if none did."""
        places = self._moved_places.within(side, span)
        if not places:
            return None
        styles = self.marks[side].within(span)[:, MarkColumn.STYLE]
        return Counterpart(tuple(places), not np.isin(styles, _STYLES_OF_ONE_SIDE).any())

    def other_row(self, row: int) -> int:
        """Return the row where the words of a row with one side only stand, -1 if there is none."""
        found = self.counterpart(row)
        if found is None:
            return -1
        other = Side.REWRITE if self.rows.row(row).original.length else Side.ORIGINAL
        return self.row_of(other, self.text(other).paragraph_at(found.places[0]))

    @cached_property
    def _moved_places(self) -> MovedPlaces:
        links, table = self.rows.links, self.changes.table
        moved = np.flatnonzero(links[:, LinkColumn.MOVED]).tolist()
        phrases = table[table[:, ChangeColumn.STYLE] == MarkStyle.MOVED_PHRASE]
        spans = [
            Both(Span(a, b), Span(c, d)) for a, b, c, d in phrases[:, ChangeColumn.spans()].tolist()
        ]
        return MovedPlaces([*map(self._link_spans, moved), *spans])

    def _link_spans(self, number: int) -> Both[Span]:
        """Return where the sentences of a link that has both sides stand."""
        link = self.rows.link(number)
        return Both.of(lambda side: self.sentences_span(side, link.sentences(side)))

    def sentence_at(self, side: Side, position: int) -> int | None:
        """Return the number of the sentence at a position, None between paragraphs.

        The space behind a sentence belongs to it, and so does the end of the paragraph.
        """
        starts, text = self.rows.sentences[side][:, SentenceColumn.START], self.text(side)
        number = int(np.searchsorted(starts, position, side="right")) - 1
        if number < 0:
            return None
        paragraph = text.paragraph_span(text.paragraph_at(int(starts[number])))
        return number if position <= paragraph.end else None

    def sentences_in(self, side: Side, span: Span) -> Span:
        """Return the numbers of the sentences a part of a text touches, none between two."""
        starts, ends = self.rows.sentence_places[side]
        first = int(np.searchsorted(ends, np.int32(span.start), side="right"))
        end = int(np.searchsorted(starts, np.int32(max(span.end, span.start + 1)), side="left"))
        return Span(first, max(first, end))

    def sentences_span(self, side: Side, sentences: Span) -> Span:
        """Return where some sentences stand, at least one, from the first to the last."""
        table = self.rows.sentences[side]
        return Span(
            int(table[sentences.start, SentenceColumn.START]),
            int(table[sentences.end - 1, SentenceColumn.END]),
        )

    def link_of(self, side: Side, sentence: int) -> int:
        """Return the number of a sentence's link."""
        return int(self.rows.sentences[side][sentence, SentenceColumn.LINK])

    def sentence_spans(self, side: Side, link: int) -> list[Span]:
        """Return where the sentences of a link stand on one side."""
        numbers = self.rows.link(link).sentences(side)
        return [self.sentence_span(side, n) for n in range(*numbers)]

    def sentence_span(self, side: Side, sentence: int) -> Span:
        """Return where a sentence stands."""
        return self.sentences_span(side, Span(sentence, sentence + 1))

    def change_at(self, side: Side, position: int) -> int | None:
        """Return the narrowest change at a position, None if there is none."""
        found = self.marks[side].within(Span(position, position + 1))
        if not len(found):
            return None
        widths = found[:, MarkColumn.END] - found[:, MarkColumn.START]
        return int(found[np.argmin(widths), MarkColumn.CHANGE])


def rows_of_places(starts: Table, text: SideText, rows: Table) -> Table:
    """Return the row of each place in a text, -1 for one that is nowhere.

    `rows` has the row of each paragraph.
    """
    if not len(rows):
        return np.full(len(starts), -1, dtype=np.int32)
    numbers = text.paragraphs_at(starts)
    return np.where(starts >= 0, rows[np.clip(numbers, 0, len(rows) - 1)], -1).astype(np.int32)


def marks_of_side(table: Table, side: Side) -> MarkTable:
    """Return the marks of a table of changes on one side, sorted by start, wide ones first."""
    starts, ends = table[:, ChangeColumn.start(side)], table[:, ChangeColumn.end(side)]
    styles = table[:, ChangeColumn.STYLE]
    there = np.flatnonzero((starts >= 0) & (styles != MarkStyle.NONE))
    starts, ends = starts[there], ends[there]
    order = np.lexsort((-ends, starts))
    marks = np.column_stack((starts, ends, styles[there], there))[order]
    return MarkTable(marks.astype(np.int32))
