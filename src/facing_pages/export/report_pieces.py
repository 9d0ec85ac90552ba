"""Both texts of a row merged for a report: pieces that are removed, added or kept.

    runs     He | ␣ | said      (kept)    "quiet" (removed, italic)   "silent" (added, italic)
    pieces   "He said "                   "quiet"                     "silent"

Neighbouring runs of the tracked text with the same state and emphasis are joined to one piece. A
piece records the emphasis of its words and whether they moved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.model import Comparison, Document, EmphasisKind, Side, Span
from facing_pages.core.sequences import joined_neighbours
from facing_pages.core.splitting.folding import fold
from facing_pages.export.counterparts import moved_spans
from facing_pages.export.findings.findings_chapter import FoundPlaces
from facing_pages.marks.kinds import MarkStyle
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.marks.position_map import Mark, Positions
from facing_pages.marks.rows import Row
from facing_pages.marks.set_apart import shown_emphasis
from facing_pages.marks.tracked_text import State, TrackedRun, TrackedText

_PLAIN: Final[frozenset[EmphasisKind]] = frozenset()


class TrackedPiece(NamedTuple):
    """Characters of one text, or the end of a paragraph (`text` is None).

    `move` is the number of the moved sentence or phrase that the piece belongs to, else -1;
    `findings` are those of the findings.
    """

    state: State
    text: str | None
    paragraph: int
    move: int = -1
    emphasis: frozenset[EmphasisKind] = frozenset()
    findings: tuple[int, ...] = ()


# State, paragraph, move, emphasis and findings of a piece.
_Kind = tuple[State, int, int, frozenset[EmphasisKind], tuple[int, ...]]


class TrackedPieces:
    """Makes the pieces of the rows of one comparison from all its changes, shown or not."""

    def __init__(
        self, comparison: Comparison, listed: Sequence[ListedChange], found: Both[FoundPlaces]
    ) -> None:
        self._documents = Both.of(comparison.document)
        moves = list(moved_spans(comparison))
        self._moved = Both.of(lambda side: _numbered_spans(moves, side))
        self._emphasis = self._documents.map(_EmphasisAt)
        self._marks = Both.of(lambda side: _MarksWithin(listed, side))
        self._found = found
        self._bounds = sorted(_bounds_of_sentences(comparison))

    def pieces(self, row: Row) -> list[TrackedPiece]:
        """Return the merged texts of a row; the last piece is the end of its last paragraph."""
        paragraphs = self._documents.map(lambda document: document.paragraphs)
        spans = Both.of(
            lambda side: [paragraphs[side][n].span for n in range(*row.paragraphs(side))]
        )
        text = TrackedText(
            self._documents.map(lambda document: document.text),
            spans,
            Both.of(lambda side: self._marks[side].within(spans[side])),
            self._bounds_within(spans.original),
        )
        return list(self._joined_runs(row, text.runs()))

    def _joined_runs(self, row: Row, runs: Iterable[TrackedRun]) -> Iterator[TrackedPiece]:
        """Yield the runs as pieces, with equal neighbours joined."""
        first = row.original.start, row.rewrite.start
        texts: list[str] = []
        alike: _Kind | None = None
        moved, emphasis, found = tuple(self._moved), tuple(self._emphasis), tuple(self._found)
        for state, text, start, paragraph in runs:
            side = 0 if state is State.REMOVED else 1
            number = first[side] + paragraph
            if text is None:
                kind: _Kind = (state, number, -1, _PLAIN, ())
            else:
                move = -1 if state is State.KEPT else _move_at(moved[side], start)
                kind = (state, number, move, emphasis[side].at(start), found[side].at(start))
            if alike is not None and (text is None or kind != alike):
                yield _piece(alike, "".join(texts))
                alike, texts = None, []
            if text is None:
                yield _piece(kind, None)
            else:
                alike = kind
                texts.append(text)
        if alike is not None:
            yield _piece(alike, "".join(texts))

    def _bounds_within(self, spans: Sequence[Span]) -> list[Positions]:
        if not spans:
            return []
        first = bisect_left(self._bounds, (spans[0].start, -1))
        return self._bounds[first : bisect_left(self._bounds, (spans[-1].end + 1, -1))]


def _piece(kind: _Kind, text: str | None) -> TrackedPiece:
    state, paragraph, move, emphasis, findings = kind
    return TrackedPiece(state, text, paragraph, move, emphasis, findings)


class _MarksWithin:
    """An index of the marks of one side by position."""

    def __init__(self, listed: Sequence[ListedChange], side: Side) -> None:
        self._marks = sorted(
            (
                _mark_of(entry, span, side)
                for entry in listed
                if (span := entry.span(side)) is not None and entry.style is not MarkStyle.NONE
            ),
            key=lambda mark: (mark.start, -mark.end),
        )
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def within(self, spans: Sequence[Span]) -> list[Mark]:
        """Return the marks that overlap consecutive paragraphs."""
        if not spans:
            return []
        start, end = spans[0].start, spans[-1].end
        last = bisect_left(self._marks, end, key=lambda mark: mark.start)
        first = bisect_right(self._reach, start, hi=last)
        return [mark for mark in self._marks[first:last] if mark.end > start]


def _mark_of(entry: ListedChange, span: Span, side: Side) -> Mark:
    answer = entry.span(side.other)
    return Mark(span.start, span.end, entry.style, answer.end if answer is not None else None)


def _bounds_of_sentences(comparison: Comparison) -> Iterator[Positions]:
    """Yield the starts and ends, on both sides, of linked sentences that did not move."""
    for link in comparison.alignment.links:
        if link.original and link.rewrite and not link.moved:
            old = comparison.original.sentences_span(link.original)
            new = comparison.rewrite.sentences_span(link.rewrite)
            yield old.start, new.start
            yield old.end, new.end


class _EmphasisAt:
    """An index of the emphasis in a text by position."""

    def __init__(self, document: Document) -> None:
        emphasis = shown_emphasis(document)
        self._spans = {
            kind: sorted(entry.span for entry in emphasis if entry.kind is kind)
            for kind in {entry.kind for entry in emphasis}
        }

    def at(self, position: int) -> frozenset[EmphasisKind]:
        """Return the emphasis of the character at a position."""
        if not self._spans:
            return _PLAIN
        return frozenset(
            kind
            for kind, spans in self._spans.items()
            if (k := bisect_left(spans, (position + 1,)) - 1) >= 0 and position < spans[k].end
        )


def _numbered_spans(moves: Sequence[Both[Span]], side: Side) -> list[tuple[int, int, int]]:
    """Return start, end and number of what moved on a side, in order."""
    return sorted((*move[side], number) for number, move in enumerate(moves))


def _move_at(spans: Sequence[tuple[int, int, int]], position: int) -> int:
    k = bisect_left(spans, (position + 1,)) - 1
    return spans[k][2] if k >= 0 and position < spans[k][1] else -1


def _alike(last: TrackedPiece, piece: TrackedPiece) -> TrackedPiece | None:
    """Return two pieces as one if they differ in their text only."""
    if last.text is None or piece.text is None:
        return None
    is_alike = last._replace(text=None) == piece._replace(text=None)
    return last._replace(text=last.text + piece.text) if is_alike else None


def merged_paragraphs(
    pieces: Sequence[TrackedPiece], *, typography: bool, is_plain: bool = False
) -> Iterator[list[TrackedPiece]]:
    """Yield lists of pieces up to each paragraph end that was kept, which is the last of its list.

    Paragraph ends that were removed or added are among the other pieces. Without `typography`,
    changes of quotation marks, dashes and the like count as kept. For a plain text, which shows
    neither emphasis, moves nor findings, neighbours that differ only in those are joined.
    """
    found: list[TrackedPiece] = []
    if is_plain:
        plain = (piece._replace(move=-1, emphasis=_PLAIN, findings=()) for piece in pieces)
        pieces = joined_neighbours(plain, _alike)
    shown = pieces if typography else without_typography(pieces)
    for k, piece in enumerate(shown):
        found.append(piece)
        if piece.text is None and (piece.state is State.KEPT or k == len(shown) - 1):
            yield found
            found = []


def without_typography(pieces: Sequence[TrackedPiece]) -> list[TrackedPiece]:
    """Return pieces in which changes of quotation marks, dashes and the like count as kept."""
    return joined_neighbours(pieces, _kept_typography)


def _kept_typography(last: TrackedPiece, piece: TrackedPiece) -> TrackedPiece | None:
    """Return two pieces as one that was kept if they differ in typography only."""
    is_replaced = (last.state, piece.state) == (State.REMOVED, State.ADDED)
    if not is_replaced or last.text is None or piece.text is None:
        return None
    is_typography = fold(last.text) == fold(piece.text)
    return piece._replace(state=State.KEPT, move=-1) if is_typography else None
