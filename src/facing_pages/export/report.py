"""The content of a report: findings, rows of paragraphs with marked runs, and the list of changes.

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
from facing_pages.export.counterparts import Counterparts
from facing_pages.export.file_names import shown_name
from facing_pages.export.findings.findings_chapter import (
    FindingsChapter,
    FoundPlaces,
    findings_chapter,
)
from facing_pages.export.report_language import number_text
from facing_pages.export.report_options import ReportOptions, Scope
from facing_pages.export.report_pieces import TrackedPiece, TrackedPieces
from facing_pages.marks.kinds import KIND_OF_STYLE, MarkStyle, ViewKind, shows_kind
from facing_pages.marks.listed_changes import ListedChange, listed_changes
from facing_pages.marks.row_signs import row_kind
from facing_pages.marks.rows import Row, level_rows, rows_of_units
from facing_pages.marks.set_apart import shown_emphasis
from facing_pages.marks.weights import spans_of, weights, weighty_findings


class MarkedRun(NamedTuple):
    """Words of one text with the same mark; `change` is its number from 1, 0 for no change.

    `findings` are the numbers of the findings that the words belong to.
    """

    text: str
    style: MarkStyle = MarkStyle.NONE
    change: int = 0
    is_moved: bool = False
    emphasis: frozenset[EmphasisKind] = frozenset()
    findings: tuple[int, ...] = ()


class ReportParagraph(NamedTuple):
    """A paragraph as marked runs; its number counts from 1 on its side."""

    number: int
    role: Role
    level: int
    runs: tuple[MarkedRun, ...]
    ordinal: int = 0


class ReportRow(NamedTuple):
    """Paragraphs of both sides that stand level.

    `sign` is the kind that the gutter shows. `elsewhere` has, for a row with one side only, the
    numbers of the paragraphs of the other side to which its words moved, all of them or only in
    part (`is_elsewhere_whole`). A row that `is_half` has one half of a moved passage. `pieces` are
    both texts merged into one.
    """

    number: int
    kind: LinkKind
    original: tuple[ReportParagraph, ...]
    rewrite: tuple[ReportParagraph, ...]
    sign: ViewKind | None
    elsewhere: tuple[int, ...]
    is_elsewhere_whole: bool
    is_half: bool
    is_changed: bool
    pieces: tuple[TrackedPiece, ...]

    def paragraphs(self, side: Side) -> tuple[ReportParagraph, ...]:
        """Return the paragraphs of a side."""
        return of_side(self, side)


class ReportChange(NamedTuple):
    """A change in the list: its number, the words of both sides, and the paragraph it is in.

    The number is its place among all changes of the pair, listed or not, counted from 1.
    `words` says in English what it is. `target` is the paragraph of the rewrite to which it moved,
    0 for what did not move.
    """

    number: int
    kind: ViewKind
    words: str
    original: str
    rewrite: str
    paragraph: int
    row: int
    target: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the old words and the new ones; only one of them where they say no more."""
        if self.target or self.original == self.rewrite:
            return (self.original,) if self.original else ()
        return tuple(text for text in (self.original, self.rewrite) if text)

    @property
    def arrow(self) -> str:
        """Return "old → new", or only the words of the side that the change has."""
        return " → ".join(self.texts)

    @property
    def where(self) -> str:
        """Return in which paragraph the change is, and in which what moved is now."""
        return f"¶ {number_text(self.paragraph)}" + (
            f" → ¶ {number_text(self.target)}" if self.target else ""
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report. `counts` are the changes of each kind, whether shown or not.

    The names of both texts are safe to show in a line of text. `row_count` is the number of rows
    of the whole report, also if only the first rows were made. `findings` is None if they were
    not looked for, or are left out.
    """

    original: str
    rewrite: str
    options: ReportOptions
    statistics: Statistics
    counts: dict[ViewKind, int]
    rows: tuple[ReportRow, ...]
    row_count: int
    changes: tuple[ReportChange, ...]
    findings: FindingsChapter | None = None

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
    chosen = _chosen_rows(comparison, rows, options)
    listed = listed_changes(documents, by_unit, comparison.alignment, comparison.changes)
    shown = _shown(comparison, listed, options)
    chapter = findings_chapter(comparison, options.severity, by_unit, chosen)
    chapter = chapter if options.findings else None
    found = Both.of(lambda side: FoundPlaces(chapter, side))
    maker = _RowMaker(comparison, rows, shown, found, options)
    changed = {row for entry in shown for row in (entry.row, entry.other_row)}
    changed |= {entry.row - 1 for entry in (chapter.findings if chapter else ())}
    tracked = TrackedPieces(comparison, listed, found) if merged else None
    is_changed = [_is_changed(row) or number in changed for number, row in enumerate(rows)]
    shown_rows = list(range(len(rows))) if chosen is None else sorted(chosen)
    if options.scope is Scope.CHANGED:
        shown_rows = [number for number in shown_rows if is_changed[number]]
    if chosen is not None:
        shown = [entry for entry in shown if entry.row in chosen or entry.other_row in chosen]
    made: list[ReportRow] = []
    for number in shown_rows[:max_rows]:
        progress.update(Stage.WRITING, len(made) / len(shown_rows))
        pieces = tracked.pieces(rows[number]) if tracked is not None else ()
        made.append(maker.row(number, is_changed=is_changed[number], pieces=pieces))
    return Report(
        shown_name(comparison.original.name),
        shown_name(comparison.rewrite.name),
        options,
        comparison.statistics,
        dict(Counter(entry.kind for entry in shown)),
        tuple(made),
        len(shown_rows),
        tuple(_list(shown, documents)),
        chapter,
    )


def _shown(
    comparison: Comparison, listed: Sequence[ListedChange], options: ReportOptions
) -> list[ListedChange]:
    """Return the changes of the chosen kinds that weigh enough."""
    found = weights(
        [entry.style for entry in listed],
        spans_of(listed),
        spans_of(weighty_findings(comparison)),
    )
    return [
        entry
        for entry, weight in zip(listed, found.tolist(), strict=True)
        if entry.kind in options.kinds and weight >= options.weight
    ]


class _RowMaker:
    """Makes rows of a report, in their order."""

    def __init__(
        self,
        comparison: Comparison,
        rows: Sequence[Row],
        shown: Sequence[ListedChange],
        found: Both[FoundPlaces],
        options: ReportOptions,
    ) -> None:
        self._documents = Both.of(comparison.document)
        self._rows = rows
        self._sides = Both.of(
            lambda side: _MarkedSide(self._documents[side], shown, found[side], side)
        )
        self._counterparts = Counterparts(comparison)
        self._options = options
        # What groups whole paragraphs is said by the kind of their row.
        self._with_split = {
            entry.row for entry in shown if entry.kind is ViewKind.SPLIT and entry.link >= 0
        }

    def row(self, number: int, *, is_changed: bool, pieces: Sequence[TrackedPiece]) -> ReportRow:
        """Return a row; must be called in the order of the rows."""
        row = self._rows[number]
        paragraphs = Both.of(
            lambda side: tuple(self._sides[side].paragraph(n) for n in range(*row.paragraphs(side)))
        )
        elsewhere, is_whole = self._elsewhere(row)
        return ReportRow(
            number + 1,
            row.kind,
            paragraphs.original,
            paragraphs.rewrite,
            self._sign(number, paragraphs),
            elsewhere,
            is_whole,
            row.partner >= 0,
            is_changed,
            tuple(pieces),
        )

    def _sign(self, number: int, paragraphs: Both[tuple[ReportParagraph, ...]]) -> ViewKind | None:
        """Return the kind that the sign of a row shows, None for no sign."""
        kinds = self._kinds_in(number, paragraphs)
        chosen, weight = self._options.kinds, self._options.weight
        shown = {kind for kind in ViewKind if shows_kind(kind, chosen, weight)}
        return row_kind(self._rows[number], kinds, shown | kinds)

    def _kinds_in(
        self, number: int, paragraphs: Both[tuple[ReportParagraph, ...]]
    ) -> set[ViewKind]:
        """Return the kinds of change that are shown in a row."""
        runs = [run for side in paragraphs for one in side for run in one.runs if run.change]
        kinds = {KIND_OF_STYLE[run.style] for run in runs}
        if any(run.is_moved for run in runs):
            kinds.add(ViewKind.MOVED)
        if number in self._with_split:
            kinds.add(ViewKind.SPLIT)
        return kinds

    def _elsewhere(self, row: Row) -> tuple[tuple[int, ...], bool]:
        """Return to which paragraphs the words of a row moved, counted from 1; whether all did."""
        if row.original.length and row.rewrite.length:
            return (), False
        side = Side.ORIGINAL if row.original.length else Side.REWRITE
        if row.partner >= 0:
            return (self._rows[row.partner].paragraphs(side.other).start + 1,), True
        paragraphs = self._documents[side].paragraphs
        numbers = row.paragraphs(side)
        whole = Span(paragraphs[numbers.start].span.start, paragraphs[numbers.end - 1].span.end)
        found = self._counterparts.of(side, whole)
        if found is None:
            return (), False
        there = dict.fromkeys(self._paragraph_at(side.other, place) for place in found.places)
        return tuple(there), found.is_whole

    def _paragraph_at(self, side: Side, position: int) -> int:
        """Return the number of the paragraph at a position, counted from 1."""
        paragraphs = self._documents[side].paragraphs
        return bisect_right(paragraphs, position, key=lambda one: one.span.start)


class _MarkedSide:
    """Cuts one text into runs at the ends of its marks."""

    def __init__(
        self,
        document: Document,
        shown: Sequence[ListedChange],
        found: FoundPlaces,
        side: Side,
    ) -> None:
        self._document = document
        self._found = found
        marks: list[tuple[int, int, MarkStyle, int]] = [
            (*span, entry.style, entry.number + 1)
            for entry in shown
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
        return ReportParagraph(number + 1, paragraph.role, paragraph.level, runs, paragraph.ordinal)

    def _runs(self, whole: Span) -> list[MarkedRun]:
        marks = self._marks_in(whole)
        emphasis = [e for e in self._emphasis if _touch(e.span, whole)]
        found = self._found.within(whole)
        edges = {whole.start, whole.end}
        for start, end, *_ in (*marks, *found, *(tuple(entry.span) for entry in emphasis)):
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
            numbers = tuple(f.number for f in found if f.start <= start and end <= f.end)
            if best is None:
                runs.append(MarkedRun(text, emphasis=kinds, findings=numbers))
            else:
                runs.append(MarkedRun(text, best[2], best[3], is_moved, kinds, numbers))
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


def _chosen_rows(
    comparison: Comparison, rows: Sequence[Row], options: ReportOptions
) -> set[int] | None:
    """Return the numbers of the rows that overlap the selection, None if all are wanted."""
    if options.scope is not Scope.SELECTION or options.selection is None:
        return None
    side, selection = options.selection
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


def _list(shown: Sequence[ListedChange], documents: Both[Document]) -> Iterator[ReportChange]:
    starts = documents.map(lambda document: [p.span.start for p in document.paragraphs])
    for entry in shown:
        texts = [_words(documents[side], entry.span(side)) for side in Side]
        side = Side.ORIGINAL if entry.original else Side.REWRITE
        span = entry.span(side)
        assert span is not None
        paragraph = bisect_right(starts[side], span.start)
        number, kind, words = entry.number + 1, entry.kind, entry.words
        row, target = entry.row + 1, 0
        if kind is ViewKind.MOVED and entry.rewrite is not None:
            target = bisect_right(starts.rewrite, entry.rewrite.start)
        yield ReportChange(number, kind, words, texts[0], texts[1], paragraph, row, target)


def _words(document: Document, span: Span | None) -> str:
    """Return the text of a span in one line, "" for None."""
    return " ".join(span.of(document.text).split()) if span else ""
