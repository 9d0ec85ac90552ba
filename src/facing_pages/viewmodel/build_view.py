"""From a comparison to the tables of `PairView`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Final

import numpy as np

from facing_pages.core.both import Both
from facing_pages.core.model import (
    Alignment,
    Change,
    Document,
    Link,
    LinkKind,
    ParagraphLink,
    Pin,
    Side,
    Span,
    Statistics,
)
from facing_pages.marks.listed_changes import ListedChange, listed_changes
from facing_pages.marks.rows import level_rows
from facing_pages.viewmodel.pair_view import (
    EMPHASIS_KINDS,
    LINK_KINDS,
    REASONS,
    ROLES,
    ChangeTable,
    RowTable,
    SetBy,
    SideText,
    Table,
    empty_table,
)
from facing_pages.viewmodel.table_columns import (
    ChangeColumn,
    EmphasisColumn,
    LinkColumn,
    ParagraphColumn,
    RowColumn,
    SentenceColumn,
)

# What stands for no place in a text; places are not negative.
_NOWHERE: Final = Span(-1, -1)
# What stands for no reason and no confidence; real ones are not negative.
_NO_GROUNDS: Final = (-1, -1)


def side_text(document: Document) -> SideText:
    """Return a document as the window shows it."""
    table = [
        (*p.span, ROLES.index(p.role), p.level, p.label, p.ordinal) for p in document.paragraphs
    ]
    return SideText(
        name=document.name,
        text=document.text,
        paragraphs=_table(table, ParagraphColumn),
        encoding=document.encoding,
        encoding_is_certain=document.encoding_is_certain,
        repairs=document.repairs,
        format=document.format,
        is_complete=document.is_complete,
        emphasis=_table(
            [(*entry.span, EMPHASIS_KINDS.index(entry.kind)) for entry in document.emphasis],
            EmphasisColumn,
        ),
    )


def unaligned_rows(original: Document, rewrite: Document) -> RowTable:
    """Return rows that set paragraphs side by side as they come, before anything is known."""
    rows = paired_rows(Span(0, len(original.paragraphs)), Span(0, len(rewrite.paragraphs)))
    empty = empty_table(SentenceColumn)
    return RowTable(rows, Both(empty, empty), empty_table(LinkColumn), empty_table(RowColumn))


def paired_rows(original: Span, rewrite: Span) -> Table:
    """Return rows with one paragraph a side, in the columns of `RowTable.rows`."""
    kind = LINK_KINDS.index(LinkKind.REWORDED)
    return _table(
        [
            (*_nth(k, original), *_nth(k, rewrite), kind, -1)
            for k in range(max(original.length, rewrite.length))
        ],
        RowColumn,
    )


def aligned_rows(
    original: Document, rewrite: Document, alignment: Alignment, pins: Sequence[Pin] = ()
) -> RowTable:
    """Return rows in which linked paragraphs stand level; `pins` tell which links a person set."""
    set_by = _PinLookup(pins)
    links = [
        (
            *_run(link.original),
            *_run(link.rewrite),
            LINK_KINDS.index(link.kind),
            int(link.moved),
            round(100 * link.confidence),
            set_by.of(link),
        )
        for link in alignment.links
    ]
    documents = Both(original, rewrite)
    sentences = Both.of(lambda side: _sentences(documents[side], alignment.links, side))
    return RowTable(
        _rows(alignment.paragraphs),
        sentences,
        _table(links, LinkColumn),
        _rows(alignment.links),
    )


def _rows(links: Sequence[ParagraphLink] | Sequence[Link]) -> Table:
    table = [
        (*row.original, *row.rewrite, LINK_KINDS.index(row.kind), row.partner)
        for row in level_rows(links)
    ]
    return _table(table, RowColumn)


class _PinLookup:
    """What pins say of links."""

    def __init__(self, pins: Sequence[Pin]) -> None:
        self._together = {(pin.original, pin.rewrite) for pin in pins if pin.together}
        self._apart = Both.of(
            lambda side: {n for pin in pins if not pin.together for n in pin.numbers(side)}
        )

    def of(self, link: Link) -> SetBy:
        """Return who set a link."""
        if (link.original, link.rewrite) in self._together:
            return SetBy.PERSON
        is_alone = not link.original or not link.rewrite
        if is_alone and any(self._apart[side].intersection(link.numbers(side)) for side in Side):
            return SetBy.PERSON_APART
        return SetBy.PROGRAM


def change_table(
    documents: tuple[Document, Document],
    rows: RowTable,
    alignment: Alignment,
    changes: Iterable[Change],
    *,
    done: float,
    statistics: Statistics | None = None,
) -> ChangeTable:
    """Return all changes known so far, with moves, splits and merges, in reading order."""
    by_side = rows.rows_of_paragraphs.map(lambda numbers: numbers.tolist())
    listed = listed_changes(Both(*documents), by_side, alignment, changes)
    table = [
        (
            entry.kind,
            entry.style,
            *(entry.original or _NOWHERE),
            *(entry.rewrite or _NOWHERE),
            entry.row,
            entry.other_row,
            entry.link,
            *_grounds(entry),
        )
        for entry in listed
    ]
    return ChangeTable(_table(table, ChangeColumn), done, statistics)


def _grounds(entry: ListedChange) -> tuple[int, int]:
    if entry.reason is None or entry.confidence is None:
        return _NO_GROUNDS
    return REASONS.index(entry.reason), round(100 * entry.confidence)


def _sentences(document: Document, links: Sequence[Link], side: Side) -> Table:
    owner = {number: k for k, link in enumerate(links) for number in link.numbers(side)}
    return _table(
        [(s.span.start, s.span.end, owner[n]) for n, s in enumerate(document.sentences)],
        SentenceColumn,
    )


def _nth(number: int, run: Span) -> tuple[int, int]:
    start = min(run.start + number, run.end)
    return start, min(start + 1, run.end)


def _run(numbers: Sequence[int]) -> tuple[int, int]:
    return (numbers[0], numbers[-1] + 1) if numbers else (-1, -1)


def _table(rows: Sequence[Sequence[int]], columns: type[IntEnum]) -> Table:
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(columns))
