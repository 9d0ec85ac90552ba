"""The content of a report: rows of paragraphs with marked runs, and the list of changes.

All formats are written from this, so that they show the same changes as each other and the screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from facing_pages.core.both import Both, of_side
from facing_pages.core.model import (
    Comparison,
    Document,
    EmphasisKind,
    LinkKind,
    Role,
    Side,
    Span,
    Statistics,
)
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from facing_pages.export.file_names import shown_name
from facing_pages.export.report_options import ReportOptions, Scope
from facing_pages.export.report_pieces import TrackedPiece, TrackedPieces
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.listed_changes import ListedChange, listed_changes
from facing_pages.marks.rows import Row, level_rows, rows_of_units
from facing_pages.marks.set_apart import shown_emphasis


class MarkedRun(NamedTuple):
    """Words of one text with the same mark; `change` is its number from 1, 0 for no change."""

    text: str
    style: MarkStyle = MarkStyle.NONE
    change: int = 0
    is_moved: bool = False
    emphasis: frozenset[EmphasisKind] = frozenset()


class ReportParagraph(NamedTuple):
    """A paragraph as marked runs; its number counts from 1 on its side."""

    number: int
    role: Role
    level: int
    runs: tuple[MarkedRun, ...]


class ReportRow(NamedTuple):
    """Paragraphs of both sides that stand level.

    `partner`: for one half of a moved passage, the number of the paragraph on the other side with
    the other half; 0 for all other rows. `pieces` are both texts merged into one.
    """

    number: int
    kind: LinkKind
    original: tuple[ReportParagraph, ...]
    rewrite: tuple[ReportParagraph, ...]
    partner: int
    is_changed: bool
    pieces: tuple[TrackedPiece, ...]

    def paragraphs(self, side: Side) -> tuple[ReportParagraph, ...]:
        """Return the paragraphs of a side."""
        return of_side(self, side)


class ReportChange(NamedTuple):
    """A change in the list: its number, the words of both sides, and the paragraph it is in."""

    number: int
    kind: ViewKind
    original: str
    rewrite: str
    paragraph: int
    row: int


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report. `counts` are the changes of each kind, whether shown or not.

    The names of both texts are safe to show in a line of text. `row_count` is the number of rows
    of the whole report, also if only the first rows were made.
    """

    original: str
    rewrite: str
    options: ReportOptions
    statistics: Statistics
    counts: dict[ViewKind, int]
    rows: tuple[ReportRow, ...]
    row_count: int
    changes: tuple[ReportChange, ...]

    def name(self, side: Side) -> str:
        """Return the name of a side's text."""
        return of_side(self, side)


def make_report(
    comparison: Comparison,
    options: ReportOptions | None = None,
    *,
    merged: bool = True,
    max_rows: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> Report:
    """Make the report of a comparison, with its first `max_rows` rows or all of them.

    The list `changes` is complete in both cases. Unless `merged`, rows have no `pieces`, which take
    most of the time.
    """
    options = options or ReportOptions()
    rows = level_rows(comparison.alignment.paragraphs)
    documents = Both(comparison.original, comparison.rewrite)
    by_unit = rows_of_units(rows)
    listed = listed_changes(documents, by_unit, comparison.alignment, comparison.changes)
    shown = [entry for entry in listed if entry.kind in options.kinds]
    sides = Both.of(lambda side: _MarkedSide(documents[side], shown, side))
    changed = {row for entry in shown for row in (entry.row, entry.other_row)}
    maker = TrackedPieces(comparison, listed) if merged else None
    is_changed = [_is_changed(row) or number in changed for number, row in enumerate(rows)]
    shown_rows = list(range(len(rows)))
    if options.scope is Scope.CHANGED:
        shown_rows = [number for number in shown_rows if is_changed[number]]
    if options.scope is Scope.SELECTION and options.selection is not None:
        chosen = _rows_in(comparison, rows, *options.selection)
        shown_rows = sorted(chosen)
        shown = [entry for entry in shown if entry.row in chosen or entry.other_row in chosen]
    made: list[ReportRow] = []
    for number in shown_rows[:max_rows]:
        progress.update(Stage.WRITING, len(made) / len(shown_rows))
        pieces = maker.pieces(rows[number]) if maker is not None else ()
        made.append(_row(number, rows, sides, is_changed=is_changed[number], pieces=pieces))
    return Report(
        shown_name(comparison.original.name),
        shown_name(comparison.rewrite.name),
        options,
        comparison.statistics,
        dict(Counter(entry.kind for entry in listed)),
        tuple(made),
        len(shown_rows),
        tuple(_list(shown, documents)),
    )


class _MarkedSide:
    """Cuts one text into runs at the ends of its marks."""

    def __init__(self, document: Document, shown: Sequence[ListedChange], side: Side) -> None:
        self._document = document
        marks: list[tuple[int, int, MarkStyle, int]] = [
            (*span, entry.style, number)
            for number, entry in enumerate(shown, 1)
            if (span := entry.span(side)) is not None and entry.style is not MarkStyle.NONE
        ]
        marks.sort(key=lambda mark: (mark[0], -mark[1]))
        self._marks = marks
        self._emphasis = shown_emphasis(document)
        self._next = 0

    def paragraph(self, number: int) -> ReportParagraph:
        """Return a paragraph with its runs; must be called in the order of the paragraphs."""
        paragraph = self._document.paragraphs[number]
        runs = tuple(self._runs(paragraph.span))
        return ReportParagraph(number + 1, paragraph.role, paragraph.level, runs)

    def _runs(self, whole: Span) -> list[MarkedRun]:
        marks = self._marks_in(whole)
        emphasis = [e for e in self._emphasis if _touch(e.span, whole)]
        edges = {whole.start, whole.end}
        for start, end, *_ in (*marks, *(tuple(entry.span) for entry in emphasis)):
            edges |= {max(start, whole.start), min(end, whole.end)}
        ordered = sorted(edges)
        runs: list[MarkedRun] = []
        for start, end in pairwise(ordered):
            over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
            kinds = frozenset(
                e.kind for e in emphasis if e.span.start <= start and end <= e.span.end
            )
            inner = [mark for mark in over if mark[2] is not MarkStyle.MOVED]
            best = min(inner or over, key=lambda mark: mark[1] - mark[0], default=None)
            text = Span(start, end).of(self._document.text)
            is_moved = len(inner) < len(over)
            if best is None:
                runs.append(MarkedRun(text, emphasis=kinds))
            else:
                runs.append(MarkedRun(text, best[2], best[3], is_moved, kinds))
        return runs

    def _marks_in(self, whole: Span) -> list[tuple[int, int, MarkStyle, int]]:
        while self._next < len(self._marks) and self._marks[self._next][1] <= whole.start:
            self._next += 1
        found: list[tuple[int, int, MarkStyle, int]] = []
        for k in range(self._next, len(self._marks)):
            if self._marks[k][0] >= whole.end:
                break
            if self._marks[k][1] > whole.start:
                found.append(self._marks[k])
        return found


def _rows_in(comparison: Comparison, rows: Sequence[Row], side: Side, selection: Span) -> set[int]:
    """Return the numbers of the rows that overlap a part of a side's text."""
    paragraphs = comparison.document(side).paragraphs
    return {
        number
        for number, row in enumerate(rows)
        if any(_touch(paragraphs[n].span, selection) for n in range(*row.paragraphs(side)))
    }


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_changed(row: Row) -> bool:
    return row.partner >= 0 or row.kind in (LinkKind.REMOVED, LinkKind.ADDED)


def _row(
    number: int,
    rows: Sequence[Row],
    sides: Both[_MarkedSide],
    *,
    is_changed: bool,
    pieces: Sequence[TrackedPiece],
) -> ReportRow:
    row = rows[number]
    partner = 0
    if row.partner >= 0:
        other = rows[row.partner]
        partner = (other.rewrite if other.rewrite.length else other.original).start + 1
    return ReportRow(
        number + 1,
        row.kind,
        tuple(sides[Side.ORIGINAL].paragraph(n) for n in range(*row.original)),
        tuple(sides[Side.REWRITE].paragraph(n) for n in range(*row.rewrite)),
        partner,
        is_changed,
        tuple(pieces),
    )


def _list(shown: Sequence[ListedChange], documents: Both[Document]) -> Iterator[ReportChange]:
    starts = documents.map(lambda document: [p.span.start for p in document.paragraphs])
    for number, entry in enumerate(shown, 1):
        texts = [_words(documents[side], entry.span(side)) for side in Side]
        side = Side.ORIGINAL if entry.original else Side.REWRITE
        span = entry.span(side)
        assert span is not None
        paragraph = bisect_right(starts[side], span.start)
        yield ReportChange(number, entry.kind, texts[0], texts[1], paragraph, entry.row + 1)


def _words(document: Document, span: Span | None) -> str:
    """Return the text of a span in one line, "" for None."""
    return " ".join(span.of(document.text).split()) if span else ""
