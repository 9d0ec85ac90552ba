"""The map of a pair as the window shows it, and what is at a place of it.

What does not depend on the heights of the rows is worked out once for a pair and a choice of
changes, so that a strip is drawn again in a few milliseconds while the window is being sized.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.pair_map import Floats, Ints, MapChapter, PairMap, TrackBlocks, make_track
from facing_pages.viewmodel.contents import contents
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import SearchHits
from facing_pages.viewmodel.table_columns import (
    ChangeColumn,
    FindingColumn,
    ParagraphColumn,
    RowColumn,
)

Tops = npt.NDArray[np.int64]


class Pointed(NamedTuple):
    """A place of the whole, from 0 to 1, and how far from it something may be to be meant."""

    share: float
    reach: float


class Overview:
    """The shown changes and findings of a pair by place, and its chapters."""

    def __init__(
        self,
        pages: PairView,
        chosen: Filter,
        findings: ShownFindings | None = None,
    ) -> None:
        self._pages = pages
        self._chosen = chosen
        self._findings = findings

    @cached_property
    def map(self) -> PairMap:
        """Return both tracks with what stands beside and between them."""
        kinds = self._table[:, ChangeColumn.KIND]
        spans = Both.of(self._change_spans)
        has_both = (spans.original[:, 0] >= 0) & (spans.rewrite[:, 0] >= 0)
        moved = has_both & (kinds == ViewKind.MOVED)
        return PairMap(
            Both.of(lambda side: make_track(self._row_spans(side), spans[side], kinds)),
            spans.map(lambda table: table[moved]),
            Both.of(self._finding_spans),
            tuple(
                MapChapter(chapter.row, chapter.level, chapter.text)
                for chapter in contents(self._pages, self._chosen)
            ),
        )

    def blocks(self, side: Side, tops: Tops, lines: int) -> TrackBlocks:
        """Return what the track of a side shows in each of some lines."""
        return self.map.scale(side, tops).blocks(lines)

    def finding_places(self, tops: Tops) -> Floats:
        """Return how far down the whole each shown finding is, from 0 to 1."""
        starts = Both.of(lambda side: self.map.findings[side][:, 0])
        places = Both.of(lambda side: self.map.scale(side, tops).places(starts[side]))
        return np.where(starts.original >= 0, places.original, places.rewrite)

    def move_places(self, tops: Tops) -> Both[Floats]:
        """Return how far down the middle of what moved is on either side, from 0 to 1."""
        return Both.of(
            lambda side: self.map.scale(side, tops).places(self.map.moves[side].mean(axis=1))
        )

    def hit_places(self, found: SearchHits, side: Side, tops: Tops) -> Floats:
        """Return how far down the places found on a side are, from 0 to 1."""
        return self.map.scale(side, tops).places(found.of_side(side)[1][:, 0])

    def nearest(self, sides: Iterable[Side], tops: Tops, at: Pointed) -> int | None:
        """Return the change nearest to a place on some sides, the shortest one that holds it.

        None if none is within reach. A change that has two places is near either.
        """
        away, length = np.full((2, len(self._numbers)), np.inf)
        for side in sides:
            scale, spans = self.map.scale(side, tops), self._change_spans(side)
            starts, ends = scale.places(spans[:, 0]), scale.places(spans[:, 1])
            here = np.maximum(0.0, np.maximum(starts - at.share, at.share - ends))
            here[spans[:, 0] < 0] = np.inf
            nearer = here < away
            away[nearer], length[nearer] = here[nearer], (ends - starts)[nearer]
        if not len(away) or away.min() > at.reach:
            return None
        nearest = np.flatnonzero(away == away.min())
        return int(self._numbers[nearest[np.argmin(length[nearest])]])

    def nearest_finding(self, tops: Tops, at: Pointed) -> int | None:
        """Return the finding nearest to a place of the whole, None if none is within reach."""
        away = np.abs(self.finding_places(tops) - at.share)
        if self._findings is None or not len(away) or away.min() > at.reach:
            return None
        return int(self._findings.shown[int(np.argmin(away))])

    def chapter_at(self, tops: Tops, share: float) -> str:
        """Return the title of the chapter that a place of the whole belongs to, "" for none."""
        row = int(np.searchsorted(tops, share * tops[-1], side="right")) - 1
        before = [chapter.title for chapter in self.map.chapters if chapter.row <= row]
        return before[-1] if before else ""

    @cached_property
    def _numbers(self) -> npt.NDArray[np.intp]:
        is_shown = self._pages.shown_changes(self._chosen)
        is_shown &= self._pages.changes.table[:, ChangeColumn.KIND] != ViewKind.SPLIT
        return np.flatnonzero(is_shown)

    @cached_property
    def _table(self) -> Ints:
        return self._pages.changes.table[self._numbers]

    def _change_spans(self, side: Side) -> Ints:
        return self._table[:, [ChangeColumn.start(side), ChangeColumn.end(side)]]

    def _finding_spans(self, side: Side) -> Ints:
        if self._findings is None:
            return np.zeros((0, 2), dtype=np.int32)
        table = self._pages.findings.table[self._findings.shown]
        return table[:, [FindingColumn.start(side), FindingColumn.end(side)]]

    def _row_spans(self, side: Side) -> Ints:
        """Return the characters of a side in each row, -1 for rows without any."""
        rows, paragraphs = self._pages.rows.rows, self._pages.text(side).paragraphs
        spans = np.full((len(rows), 2), -1, dtype=np.int32)
        first, end = rows[:, RowColumn.start(side)], rows[:, RowColumn.end(side)]
        there = end > first
        spans[there, 0] = paragraphs[first[there], ParagraphColumn.START]
        spans[there, 1] = paragraphs[end[there] - 1, ParagraphColumn.END]
        return spans
