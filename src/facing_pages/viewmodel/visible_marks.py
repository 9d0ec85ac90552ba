"""What is marked of a pair: the changes of the shown kinds, down to the chosen unit.

At the level of words these are the changes themselves. At that of sentences, a sentence pair with
any shown change in it is marked as a whole; at that of paragraphs, only paragraphs that are alone
or moved. Nothing here changes what is listed and counted.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np

from facing_pages.core.both import Both
from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.modes import MarkLevel
from facing_pages.viewmodel.pair_view import (
    LINK_KINDS,
    SIDES,
    ChangeTable,
    MarkTable,
    PairView,
    Table,
    empty_table,
    marks_of_side,
)
from facing_pages.viewmodel.table_columns import ChangeColumn, MarkColumn, RowColumn

# Share of the rows with one sign from which on it is the usual one, and not drawn; and how many
# rows have it at least. By judgement: most; and so many that a reader has learned what it says.
MIN_USUAL_SHARE: Final = 0.5
MIN_USUAL_ROWS: Final = 4
_KINDS_OF_WORDS: Final = (ViewKind.REWORDED, ViewKind.ADDED, ViewKind.REMOVED)
_WHOLE_OR_MOVED = (
    MarkStyle.WHOLE_ADDED,
    MarkStyle.WHOLE_REMOVED,
    MarkStyle.WHOLE_REWORDED,
    MarkStyle.MOVED,
)


class VisibleMarks:
    """The marks of a pair as a reader chose them; `findings` is None while there are none."""

    def __init__(
        self, pages: PairView, chosen: Filter, findings: ShownFindings | None = None
    ) -> None:
        self.pages = pages
        self.filter = chosen
        self.findings = findings

    @cached_property
    def table(self) -> Table:
        """Return what is marked, in the columns of the table of changes."""
        if self.filter.level is MarkLevel.OFF:
            return empty_table(ChangeColumn)
        shown = self._of_shown_kinds()
        if self.filter.level is MarkLevel.WORDS:
            return shown
        if self.filter.level is MarkLevel.SENTENCES:
            return self._by_sentences(shown)
        return self._by_paragraphs(shown)

    @cached_property
    def marks(self) -> Both[MarkTable]:
        """Return the marks of both sides; their last column counts rows of `table`."""
        return Both.of(lambda side: marks_of_side(self.table, side))

    @cached_property
    def usual_kind(self) -> ViewKind | None:
        """Return the kind of sign that most rows known by now have, None if there is none.

        Most paragraphs of a paraphrase were reworded: to say so beside each of them tells nothing.
        """
        table, rows = self.pages.changes.table, self.pages.rows.rows
        of_words = np.isin(table[:, ChangeColumn.KIND], _KINDS_OF_WORDS)
        of_words &= self.pages.shown_changes(self.filter)
        reworded = np.unique(table[of_words, ChangeColumn.ROW])
        is_pair = rows[reworded, RowColumn.KIND] == LINK_KINDS.index(LinkKind.REWORDED)
        count, known = int(is_pair.sum()), len(rows) * self.pages.changes.done
        is_usual = count >= MIN_USUAL_ROWS and count > MIN_USUAL_SHARE * known
        return ViewKind.REWORDED if is_usual else None

    def findings_in(self, side: Side, span: Span) -> Table:
        """Return the marks of findings in a part of a side; none where nothing is marked."""
        if self.findings is None or self.filter.level is MarkLevel.OFF:
            return empty_table(MarkColumn)
        return self.findings.marks[side].within(span)

    def entry(self, number: int) -> ListedChange:
        """Return one row of `table`."""
        return ChangeTable(self.table, 1.0).entry(number)

    def _of_shown_kinds(self) -> Table:
        table = self.pages.changes.table
        keep = self.pages.shown_changes(self.filter)
        keep &= table[:, ChangeColumn.STYLE] != MarkStyle.NONE
        return np.asarray(table[keep], dtype=np.int32)

    def _by_sentences(self, shown: Table) -> Table:
        whole = np.isin(shown[:, ChangeColumn.STYLE], _WHOLE_OR_MOVED)
        links = np.unique(shown[~whole, ChangeColumn.LINK])
        rows = [self._sentence_entry(int(link)) for link in links if link >= 0]
        return _stacked(shown[whole], [row for row in rows if row is not None])

    def _sentence_entry(self, link: int) -> tuple[int, ...] | None:
        spans = [self.pages.sentence_spans(side, link) for side in SIDES]
        if not spans[0] or not spans[1]:
            return None
        ends = [value for found in spans for value in (found[0].start, found[-1].end)]
        return (ViewKind.REWORDED, MarkStyle.WHOLE_REWORDED, *ends, 0, 0, link, -1, -1)

    def _by_paragraphs(self, shown: Table) -> Table:
        rows = self.pages.rows.rows
        kinds = {
            LinkKind.REMOVED: (ViewKind.REMOVED, MarkStyle.WHOLE_REMOVED, Side.ORIGINAL),
            LinkKind.ADDED: (ViewKind.ADDED, MarkStyle.WHOLE_ADDED, Side.REWRITE),
        }
        entries: list[tuple[int, ...]] = []
        for link_kind, (kind, style, side) in kinds.items():
            if not self.filter.shows(kind):
                continue
            alone = rows[:, RowColumn.KIND] == LINK_KINDS.index(link_kind)
            alone &= rows[:, RowColumn.PARTNER] < 0
            for row in np.flatnonzero(alone).tolist():
                paragraphs = self.pages.rows.row(row).paragraphs(side)
                start, end = self.pages.text(side).paragraphs_span(paragraphs)
                spans = (start, end, -1, -1) if side is Side.ORIGINAL else (-1, -1, start, end)
                entries.append((kind, style, *spans, row, row, -1, -1, -1))
        moved = shown[:, ChangeColumn.STYLE] == MarkStyle.MOVED
        moved &= rows[shown[:, ChangeColumn.ROW], RowColumn.PARTNER] >= 0
        return _stacked(shown[moved], entries)


def _stacked(table: Table, rows: list[tuple[int, ...]]) -> Table:
    added = np.array(rows, dtype=np.int32).reshape(len(rows), len(ChangeColumn))
    return np.concatenate([table, added])
