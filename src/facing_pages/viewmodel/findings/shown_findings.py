"""Which findings of a pair are shown, in which order, and where they stand.

A finding is hidden if its kind is switched off or its severity is too low, and set aside if a
person called it no error. Numbers of findings are those of the table of the pair.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Finding, FindingKind, Side, Span
from facing_pages.session.set_aside import SetAside, set_aside
from facing_pages.viewmodel.findings.finding_filter import FindingFilter
from facing_pages.viewmodel.findings.finding_table import FINDING_KINDS
from facing_pages.viewmodel.pair_view import EMPTY_NUMBERS, MarkTable, Numbers, PairView, Table
from facing_pages.viewmodel.table_columns import (
    FindingColumn,
    LinkColumn,
    MarkColumn,
    ParagraphColumn,
    RowColumn,
    SentenceColumn,
)


class ShownFindings:
    """The findings of a pair as a reader chose them, without what was `known` to be no error."""

    def __init__(
        self,
        pages: PairView,
        chosen: FindingFilter | None = None,
        known: Collection[SetAside] = (),
    ) -> None:
        self.pages = pages
        self.filter = chosen or FindingFilter()
        self._known = frozenset(known)
        self._table: Table = pages.findings.table

    @property
    def share_done(self) -> float:
        """Return the share of the pair that has been looked at, from 0 to 1."""
        return self.pages.findings.done if self.pages.is_aligned else 0.0

    @cached_property
    def shown(self) -> Numbers:
        """Return the shown findings in reading order."""
        return self._in_order(self._is_chosen & ~self._is_aside)

    @cached_property
    def aside(self) -> Numbers:
        """Return the findings that were set aside, in reading order, whatever their kind."""
        return self._in_order(self._is_aside)

    @cached_property
    def hidden_count(self) -> int:
        """Return how many findings are of a kind or a severity that is not shown."""
        return int((~self._is_chosen & ~self._is_aside).sum())

    def counts(self) -> dict[FindingKind, int]:
        """Return how many findings are shown of each kind that has some, the most first."""
        kinds = self._table[self.shown, FindingColumn.KIND]
        numbers = {kind: int((kinds == k).sum()) for k, kind in enumerate(FINDING_KINDS)}
        found = {kind: count for kind, count in numbers.items() if count}
        return dict(sorted(found.items(), key=lambda entry: -entry[1]))

    def of_kind(self, kind: FindingKind | None) -> Numbers:
        """Return the shown findings of a kind, of all kinds for None, in reading order."""
        if kind is None:
            return self.shown
        kinds = self._table[self.shown, FindingColumn.KIND]
        return np.asarray(self.shown[kinds == FINDING_KINDS.index(kind)])

    def by_severity(self, numbers: Numbers) -> Numbers:
        """Return findings with the gravest first; those of one severity keep their order."""
        severity = self._table[numbers, FindingColumn.SEVERITY]
        return np.asarray(numbers[np.argsort(-severity, kind="stable")])

    def entry(self, number: int) -> Finding:
        """Return one finding."""
        return self.pages.findings.entry(number)

    def severities(self, numbers: Numbers) -> list[int]:
        """Return how grave findings are, from 1 to 5."""
        found: list[int] = self._table[numbers, FindingColumn.SEVERITY].tolist()
        return found

    def count_in_row(self, row: int) -> int:
        """Return how many findings are shown in a row."""
        return int((self.rows[self.shown] == row).sum())

    def step(self, numbers: Numbers, current: int | None, row: int, by: int) -> int | None:
        """Return the finding after (1) or before (-1) the current one in reading order.

        Without a current one, it is counted from a row. None if there is none in that direction.
        """
        places = np.flatnonzero(numbers == current) if current is not None else EMPTY_NUMBERS
        if len(places):
            place = int(places[0]) + by
        else:
            first = int(np.searchsorted(self.rows[numbers], row))
            place = first if by > 0 else first - 1
        return int(numbers[place]) if 0 <= place < len(numbers) else None

    def at(self, side: Side, position: int) -> int | None:
        """Return the narrowest shown finding at a place, None if there is none."""
        found = self.marks[side].within(Span(position, position + 1))
        if not len(found):
            return None
        widths = found[:, MarkColumn.END] - found[:, MarkColumn.START]
        return int(found[np.argmin(widths), MarkColumn.CHANGE])

    def of_link(self, link: int) -> list[int]:
        """Return the shown findings of a link, in reading order."""
        links = self._table[self.shown, FindingColumn.LINK]
        return [int(number) for number in self.shown[links == link]]

    def known_by(self, number: int) -> SetAside:
        """Return what a finding is known again by once it is set aside."""
        finding = self.entry(number)
        sentences: Both[Sequence[Span]] = Both.of(
            lambda side: self.pages.sentence_spans(side, finding.link)
        )
        return set_aside(finding, self.pages.texts, sentences)

    @cached_property
    def marks(self) -> Both[MarkTable]:
        """Return the marks of the shown findings; style is severity, change is the finding."""
        return Both.of(self._marks)

    def _marks(self, side: Side) -> MarkTable:
        starts = self._table[self.shown, FindingColumn.start(side)]
        ends = self._table[self.shown, FindingColumn.end(side)]
        severity = self._table[self.shown, FindingColumn.SEVERITY]
        columns = np.column_stack((starts, ends, severity, self.shown))[starts >= 0]
        order = np.lexsort((-columns[:, 1], columns[:, 0]))
        return MarkTable(columns[order].astype(np.int32))

    @cached_property
    def _is_chosen(self) -> npt.NDArray[np.bool_]:
        hidden = [FINDING_KINDS.index(kind) for kind in self.filter.hidden]
        is_shown = ~np.isin(self._table[:, FindingColumn.KIND], hidden)
        return np.asarray(
            is_shown & (self._table[:, FindingColumn.SEVERITY] >= self.filter.severity)
        )

    @cached_property
    def _is_aside(self) -> npt.NDArray[np.bool_]:
        may_be = np.zeros(len(self._table), dtype=np.bool_)
        for entry in self._known:
            may_be |= (self._outlines == _outline(entry)).all(axis=1)
        for number in np.flatnonzero(may_be).tolist():
            may_be[number] = self.known_by(number) in self._known
        return may_be

    @cached_property
    def _outlines(self) -> Table:
        """Return the kind and places of each finding as `_outline` does, to compare all at once."""
        columns = [self._table[:, FindingColumn.KIND]]
        for side in Side:
            starts, first = self.pages.findings.starts(side), self._link_starts(side)
            ends = self._table[:, FindingColumn.end(side)]
            columns += [np.where(starts >= 0, at - first, -1) for at in (starts, ends)]
        return np.column_stack(columns)

    @cached_property
    def rows(self) -> Table:
        """Return the row of each finding, shown or not: of the original, or of its only side."""
        rows = Both.of(lambda side: self.pages.rows_at(side, self.pages.findings.starts(side)))
        return np.where(rows.original >= 0, rows.original, rows.rewrite)

    def _in_order(self, chosen: npt.NDArray[np.bool_]) -> Numbers:
        """Return the chosen findings in the order of the rows, as changes are."""
        numbers = np.flatnonzero(chosen)
        return numbers[np.lexsort((self._places[numbers], self.rows[numbers]))]

    @cached_property
    def _places(self) -> Table:
        """Return where each finding starts in the rewrite, or where it would if it were there."""
        starts = Both.of(self.pages.findings.starts)
        links, rows = Both.of(self._link_starts), Both.of(self._row_starts)
        has_link = (links.original >= 0) & (links.rewrite >= 0)
        shift = np.where(has_link, links.rewrite - links.original, rows.rewrite - rows.original)
        return np.where(starts.rewrite >= 0, starts.rewrite, starts.original + shift)

    def _link_starts(self, side: Side) -> Table:
        """Return where the first sentence of each finding's link starts on a side, -1 for none."""
        links = self.pages.rows.links[self._table[:, FindingColumn.LINK]]
        return _starts_of(
            links[:, LinkColumn.start(side)],
            self.pages.rows.sentences[side][:, SentenceColumn.START],
        )

    def _row_starts(self, side: Side) -> Table:
        """Return where the first paragraph of each finding's row starts on a side."""
        rows = self.pages.rows.rows[self.rows, RowColumn.start(side)]
        paragraphs = self.pages.text(side).paragraphs[:, ParagraphColumn.START]
        return _starts_of(np.minimum(rows, len(paragraphs) - 1), paragraphs)


def _outline(entry: SetAside) -> tuple[int, ...]:
    """Return the kind of a finding and its place in the sentences of each side, -1 for none."""
    nowhere = Span(-1, -1)
    places = (*(entry.original_at or nowhere), *(entry.rewrite_at or nowhere))
    return (FINDING_KINDS.index(entry.kind), *places)


def _starts_of(numbers: Table, starts: Table) -> Table:
    """Return the start of each numbered unit, -1 for none."""
    if not len(starts):
        return np.full(len(numbers), -1, dtype=np.int32)
    return np.where(numbers >= 0, starts[np.maximum(0, numbers)], -1)
