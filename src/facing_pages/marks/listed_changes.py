"""The list of changes of a comparison, for the screen and for reports.

It has the changes of words and, in addition, moved passages and split and merged units.
Consecutive removed sentences are one change, and so are consecutive added ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from facing_pages.core.both import Both, of_side
from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import (
    Alignment,
    Change,
    Document,
    Link,
    LinkReason,
    ParagraphLink,
    Side,
    Span,
)
from facing_pages.core.sequences import joined_neighbours
from facing_pages.marks.change_styles import STYLES_OF_CHANGE, ChangeStyles
from facing_pages.marks.kinds import KIND_OF_STYLE, WORDS_OF_STYLE, MarkStyle, ViewKind
from facing_pages.marks.row_signs import GROUPED

KIND_OF_CHANGE: Final = {
    kind: KIND_OF_STYLE[plain] for kind, (plain, _) in STYLES_OF_CHANGE.items()
}
_SIDE_OF_WHOLE: Final = {
    MarkStyle.WHOLE_REMOVED: Side.ORIGINAL,
    MarkStyle.WHOLE_ADDED: Side.REWRITE,
}


class ListedChange(NamedTuple):
    """One change: its kind, its style, its span on each side, and its rows.

    `reason` and `confidence` are those of the word links between its sides, None without any.
    `number` is its place in the list, counted from 0.
    """

    kind: ViewKind
    style: MarkStyle
    original: Span | None
    rewrite: Span | None
    row: int
    other_row: int
    link: int
    reason: LinkReason | None = None
    confidence: float | None = None
    number: int = 0

    def span(self, side: Side) -> Span | None:
        """Return the span of the change on a side, None if it has none there."""
        return of_side(self, side)

    @property
    def words(self) -> str:
        """Return the English name of what happened: that of its kind, or a more exact one."""
        return WORDS_OF_STYLE.get(self.style, self.kind.words)


def listed_changes(
    documents: Both[Document],
    rows: Both[list[int]],
    alignment: Alignment,
    changes: Iterable[Change],
) -> list[ListedChange]:
    """Return all changes in reading order; `rows` has the row of each paragraph of each side."""
    builder = _Builder(documents, rows, alignment)
    entries = [builder.change(change) for change in changes]
    entries += builder.moves()
    entries += builder.groupings()
    entries.sort(key=_reading_order)
    joined = joined_neighbours(entries, partial(_joined, documents))
    return [entry._replace(number=number) for number, entry in enumerate(joined)]


def _joined(
    documents: Both[Document], last: ListedChange, entry: ListedChange
) -> ListedChange | None:
    """Return removed sentences of a row as one change, and added ones likewise."""
    if (last.style, last.row) != (entry.style, entry.row) or entry.style not in _SIDE_OF_WHOLE:
        return None
    side = _SIDE_OF_WHOLE[entry.style]
    before, after = last.span(side), entry.span(side)
    assert before is not None
    assert after is not None
    between = documents[side].text[before.end : after.start]
    if between.strip() or "\n" in between:
        return None
    whole = Span(before.start, after.end)
    if side is Side.ORIGINAL:
        return last._replace(original=whole)
    return last._replace(rewrite=whole)


class _Builder:
    """Makes the entries of the list for one pair."""

    def __init__(
        self,
        documents: Both[Document],
        rows: Both[list[int]],
        alignment: Alignment,
    ) -> None:
        self._documents = documents
        self._alignment = alignment
        self._styles = ChangeStyles(documents, alignment)
        self._paragraph_starts = documents.map(
            lambda document: [paragraph.span.start for paragraph in document.paragraphs]
        )
        self._rows = rows

    def change(self, change: Change) -> ListedChange:
        """Return the entry for a change of words."""
        style = self._styles.style(change)
        kind = KIND_OF_STYLE[style]
        if is_moved_phrase(change, self._alignment.links, self._documents.rewrite):
            kind, style = ViewKind.MOVED, MarkStyle.MOVED_PHRASE
        entry = self._entry(kind, style, Both(change.original, change.rewrite), change.link)
        return entry._replace(reason=change.reason, confidence=change.confidence)

    def moves(self) -> Iterator[ListedChange]:
        """Yield one entry for each block of moved sentences."""
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

    def groupings(self) -> Iterator[ListedChange]:
        """Yield one entry for each split, merged or regrouped paragraph and sentence."""
        for link in self._alignment.paragraphs:
            if link.kind in GROUPED:
                spans = self._paragraphs_spans(link)
                yield self._entry(ViewKind.SPLIT, MarkStyle.NONE, spans, -1)
        for number, sentence_link in enumerate(self._alignment.links):
            if sentence_link.kind in GROUPED:
                spans = self._sentences_spans(sentence_link.original, sentence_link.rewrite)
                yield self._entry(ViewKind.SPLIT, MarkStyle.NONE, spans, number)

    def _continues(self, before: Link, after: Link) -> bool:
        return (
            after.original[0] - before.original[-1] == 1
            and after.rewrite[0] - before.rewrite[-1] == 1
        )

    def _block_entry(self, block: Sequence[int]) -> ListedChange:
        links = [self._alignment.links[number] for number in block]
        original = [n for link in links for n in link.original]
        rewrite = [n for link in links for n in link.rewrite]
        spans = self._sentences_spans(original, rewrite)
        return self._entry(ViewKind.MOVED, MarkStyle.MOVED, spans, block[0])

    def _entry(
        self,
        kind: ViewKind,
        style: MarkStyle,
        spans: Both[Span | None],
        link: int,
    ) -> ListedChange:
        original = self._row(Side.ORIGINAL, spans.original)
        rewrite = self._row(Side.REWRITE, spans.rewrite)
        row = original if original >= 0 else rewrite
        other = rewrite if rewrite >= 0 else original
        return ListedChange(kind, style, spans.original, spans.rewrite, row, other, link)

    def _row(self, side: Side, span: Span | None) -> int:
        if span is None:
            return -1
        return self._rows[side][bisect_right(self._paragraph_starts[side], span.start) - 1]

    def _sentences_spans(
        self, original: Sequence[int], rewrite: Sequence[int]
    ) -> Both[Span | None]:
        """Return the span of the sentences of each side, None for a side without any."""
        return Both(original, rewrite).with_other(
            self._documents,
            lambda numbers, document: document.sentences_span(numbers) if numbers else None,
        )

    def _paragraphs_spans(self, link: ParagraphLink) -> Both[Span | None]:
        """Return the spans of the paragraphs of a link that has some on both sides."""
        return Both(
            _paragraphs_span(self._documents.original, link.original),
            _paragraphs_span(self._documents.rewrite, link.rewrite),
        )


def _paragraphs_span(document: Document, numbers: Sequence[int]) -> Span:
    first, last = document.paragraphs[numbers[0]], document.paragraphs[numbers[-1]]
    return Span(first.span.start, last.span.end)


def _reading_order(entry: ListedChange) -> tuple[int, int, int]:
    """Return a key that sorts by row, and in a row by the position in the original if any."""
    span = entry.original or entry.rewrite
    assert span is not None
    return (entry.row, span.start, -entry.kind)
