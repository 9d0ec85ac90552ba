"""From a comparison to the tables of `Pages`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.compare import common_words
from facing_pages.core.documents import word_count
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    Pin,
    Side,
    Span,
    Statistics,
)
from facing_pages.core.splitting.folding import fold_word
from facing_pages.viewmodel.kinds import MarkStyle, ViewKind
from facing_pages.viewmodel.pages import (
    CHANGE_COLUMNS,
    EMPHASIS_KINDS,
    LINK_COLUMNS,
    LINK_KINDS,
    REASONS,
    ROLES,
    ChangeTable,
    RowTable,
    SetBy,
    SideText,
    Table,
)
from facing_pages.viewmodel.rows import level_rows

_NOWHERE: Final = Span(-1, -1)
_NO_GROUNDS: Final = (-1, -1)
_STYLES: Final = {
    ChangeKind.REWORDED: (MarkStyle.REWORDED, MarkStyle.WHOLE_REWORDED),
    ChangeKind.FORM: (MarkStyle.REWORDED, MarkStyle.REWORDED),
    ChangeKind.REMOVED: (MarkStyle.REMOVED, MarkStyle.WHOLE_REMOVED),
    ChangeKind.ADDED: (MarkStyle.ADDED, MarkStyle.WHOLE_ADDED),
    ChangeKind.REORDERED: (MarkStyle.REORDERED, MarkStyle.REORDERED),
    ChangeKind.TYPOGRAPHY: (MarkStyle.MINOR, MarkStyle.MINOR),
}
_KINDS: Final = {
    ChangeKind.REWORDED: ViewKind.REWORDED,
    ChangeKind.FORM: ViewKind.REWORDED,
    ChangeKind.REMOVED: ViewKind.REMOVED,
    ChangeKind.ADDED: ViewKind.ADDED,
    ChangeKind.REORDERED: ViewKind.REWORDED,
    ChangeKind.TYPOGRAPHY: ViewKind.MINOR,
}
_LIGHT: Final = {
    MarkStyle.ADDED: MarkStyle.LIGHT_ADDED,
    MarkStyle.REMOVED: MarkStyle.LIGHT_REMOVED,
}
_GROUPING: Final = (LinkKind.SPLIT, LinkKind.MERGED, LinkKind.REGROUPED)


def side_text(document: Document) -> SideText:
    """Return a document as the window shows it."""
    table = [(p.span.start, p.span.end, ROLES.index(p.role), p.level) for p in document.paragraphs]
    return SideText(
        name=document.name,
        text=document.text,
        paragraphs=_table(table, 4),
        word_count=word_count(document),
        encoding=document.encoding,
        encoding_is_certain=document.encoding_is_certain,
        repairs=document.repairs,
        emphasis=_table(
            [(*entry.span, EMPHASIS_KINDS.index(entry.kind)) for entry in document.emphasis], 3
        ),
    )


def unaligned_rows(original: Document, rewrite: Document) -> RowTable:
    """Return rows that set paragraphs side by side as they come, before anything is known."""
    counts = (len(original.paragraphs), len(rewrite.paragraphs))
    kind = LINK_KINDS.index(LinkKind.REWORDED)
    rows = [(*_one(k, counts[0]), *_one(k, counts[1]), kind, -1) for k in range(max(counts))]
    empty = _table([], 3)
    return RowTable(_table(rows, 6), (empty, empty), _table([], LINK_COLUMNS), _table([], 6))


def aligned_rows(
    original: Document, rewrite: Document, alignment: Alignment, pins: Sequence[Pin] = ()
) -> RowTable:
    """Return rows in which linked paragraphs stand level; `pins` tell which links a person set."""
    said = _Said(pins)
    links = [
        (
            *_run(link.original),
            *_run(link.rewrite),
            LINK_KINDS.index(link.kind),
            int(link.moved),
            round(100 * link.confidence),
            said.of(link),
        )
        for link in alignment.links
    ]
    sentences = (
        _sentences(original, alignment.links, Side.ORIGINAL),
        _sentences(rewrite, alignment.links, Side.REWRITE),
    )
    return RowTable(
        level_rows(alignment.paragraphs),
        sentences,
        _table(links, LINK_COLUMNS),
        level_rows(alignment.links),
    )


class _Said:
    """What pins say of links."""

    def __init__(self, pins: Sequence[Pin]) -> None:
        self._together = {(pin.original, pin.rewrite) for pin in pins if pin.together}
        self._apart = [
            {number for pin in pins if not pin.together for number in pin.numbers(side)}
            for side in Side
        ]

    def of(self, link: Link) -> SetBy:
        """Return who set a link."""
        if (link.original, link.rewrite) in self._together:
            return SetBy.PERSON
        is_alone = not link.original or not link.rewrite
        numbers = (link.original, link.rewrite)
        if is_alone and any(
            apart.intersection(here) for apart, here in zip(self._apart, numbers, strict=True)
        ):
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
    builder = _Builder(documents, rows, alignment)
    entries = [builder.change(change) for change in changes]
    entries += builder.moves()
    entries += builder.groupings()
    entries.sort(key=_reading_order)
    joined = _join_neighbours(entries, documents)
    return ChangeTable(_table(joined, CHANGE_COLUMNS), done, statistics)


def _join_neighbours(
    entries: Sequence[tuple[int, ...]], documents: tuple[Document, Document]
) -> list[tuple[int, ...]]:
    """Join sentences of a row that were removed, or added, one after the other: one difference."""
    result: list[tuple[int, ...]] = []
    columns = {MarkStyle.WHOLE_REMOVED: (0, 2), MarkStyle.WHOLE_ADDED: (1, 4)}
    for entry in entries:
        last = result[-1] if result else None
        side, column = columns.get(MarkStyle(entry[1]), (0, 0))
        if last is None or not column or (last[1], last[6]) != (entry[1], entry[6]):
            result.append(entry)
            continue
        between = documents[side].text[last[column + 1] : entry[column]]
        if between.strip() or "\n" in between:
            result.append(entry)
            continue
        result[-1] = (*last[: column + 1], entry[column + 1], *last[column + 2 :])
    return result


def _sentences(document: Document, links: Sequence[Link], side: Side) -> Table:
    owner = {number: k for k, link in enumerate(links) for number in link.numbers(side)}
    return _table(
        [(s.span.start, s.span.end, owner[n]) for n, s in enumerate(document.sentences)], 3
    )


class _Builder:
    """Makes entries of the change table for one pair."""

    def __init__(
        self, documents: tuple[Document, Document], rows: RowTable, alignment: Alignment
    ) -> None:
        self._documents = documents
        self._alignment = alignment
        self._function_words = common_words(documents[0])
        self._paragraph_starts = [
            np.array([p.span.start for p in document.paragraphs]) for document in documents
        ]
        self._rows = rows.rows_of_paragraphs

    def change(self, change: Change) -> tuple[int, ...]:
        """Return the entry of a change found in the words."""
        plain, whole = _STYLES[change.kind]
        kind, style = _KINDS[change.kind], whole if self._covers_sentences(change) else plain
        if style in _LIGHT and self._is_light(change):
            style = _LIGHT[style]
        if is_moved_phrase(change, self._alignment.links, self._documents[1]):
            kind, style = ViewKind.MOVED, MarkStyle.MOVED_PHRASE
        entry = self._entry(kind, style, change.original, change.rewrite, change.link)
        if change.reason is None or change.confidence is None:
            return entry
        return (*entry[:-2], REASONS.index(change.reason), round(100 * change.confidence))

    def moves(self) -> Iterator[tuple[int, ...]]:
        """Give one entry for each block of moved sentences."""
        links = self._alignment.links
        block: list[int] = []
        for number, link in enumerate(links):
            if not link.moved:
                continue
            if block and not self._continues(links[block[-1]], link):
                yield self._block_entry(block)
                block = []
            block.append(number)
        if block:
            yield self._block_entry(block)

    def groupings(self) -> Iterator[tuple[int, ...]]:
        """Give one entry for each split, merged or regrouped paragraph and sentence."""
        for link in self._alignment.paragraphs:
            if link.kind in _GROUPING:
                spans = (
                    self._paragraphs_span(0, link.original),
                    self._paragraphs_span(1, link.rewrite),
                )
                yield self._entry(ViewKind.SPLIT, MarkStyle.NONE, *spans, -1)
        for number, sentence_link in enumerate(self._alignment.links):
            if sentence_link.kind in _GROUPING:
                spans = (
                    self._documents[0].sentences_span(sentence_link.original),
                    self._documents[1].sentences_span(sentence_link.rewrite),
                )
                yield self._entry(ViewKind.SPLIT, MarkStyle.NONE, *spans, number)

    def _is_light(self, change: Change) -> bool:
        """Tell whether nothing but function words came or went."""
        side = 0 if change.original else 1
        span = change.original or change.rewrite
        assert span is not None
        words = span.of(self._documents[side].text).split()
        return all(fold_word(word) in self._function_words for word in words)

    def _covers_sentences(self, change: Change) -> bool:
        link = self._alignment.links[change.link]
        spans = (
            self._documents[0].sentences_span(link.original) if link.original else None,
            self._documents[1].sentences_span(link.rewrite) if link.rewrite else None,
        )
        return (change.original, change.rewrite) == spans

    def _continues(self, before: Link, after: Link) -> bool:
        return (
            after.original[0] - before.original[-1] == 1
            and after.rewrite[0] - before.rewrite[-1] == 1
        )

    def _block_entry(self, block: Sequence[int]) -> tuple[int, ...]:
        links = [self._alignment.links[number] for number in block]
        original = [n for link in links for n in link.original]
        rewrite = [n for link in links for n in link.rewrite]
        spans = (
            self._documents[0].sentences_span(original),
            self._documents[1].sentences_span(rewrite),
        )
        return self._entry(ViewKind.MOVED, MarkStyle.MOVED, *spans, block[0])

    def _entry(
        self,
        kind: ViewKind,
        style: MarkStyle,
        original: Span | None,
        rewrite: Span | None,
        link: int,
    ) -> tuple[int, ...]:
        rows = [
            self._row(k, span.start) if span else -1 for k, span in enumerate((original, rewrite))
        ]
        row = rows[0] if rows[0] >= 0 else rows[1]
        other = rows[1] if rows[1] >= 0 else rows[0]
        spans = (*(original or _NOWHERE), *(rewrite or _NOWHERE))
        return (kind, style, *spans, row, other, link, *_NO_GROUNDS)

    def _row(self, side: int, position: int) -> int:
        found = int(np.searchsorted(self._paragraph_starts[side], position, side="right")) - 1
        return int(self._rows[side][max(0, found)])

    def _paragraphs_span(self, side: int, numbers: Sequence[int]) -> Span:
        paragraphs = self._documents[side].paragraphs
        return Span(paragraphs[numbers[0]].span.start, paragraphs[numbers[-1]].span.end)


def _reading_order(entry: tuple[int, ...]) -> tuple[int, int, int]:
    """Sort by row; inside a row by place in the original where there is one."""
    kind, _, original, _, rewrite, _, row, *_ = entry
    return (row, original if original >= 0 else rewrite, -kind)


def _one(number: int, count: int) -> tuple[int, int]:
    return (number, number + 1) if number < count else (count, count)


def _run(numbers: Sequence[int]) -> tuple[int, int]:
    return (numbers[0], numbers[-1] + 1) if numbers else (-1, -1)


def _table(rows: Sequence[Sequence[int]], columns: int) -> Table:
    return np.array(rows, dtype=np.int32).reshape(len(rows), columns)
