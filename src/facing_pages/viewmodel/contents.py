"""The table of contents of a pair: its headings, and how much changed under each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from facing_pages.core.model import Role, Side
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.pair_view import ROLES, SIDES, PairView
from facing_pages.viewmodel.table_columns import ParagraphColumn
from facing_pages.viewmodel.wording.directions import arrowed


@dataclass(frozen=True)
class Chapter:
    """A heading: its words on either side ("" where it is missing), its row and its place.

    `changes` is the number of shown changes from here to the next heading.
    """

    original: str
    rewrite: str
    level: int
    row: int
    side: Side
    position: int
    changes: int

    @property
    def text(self) -> str:
        """Return the words of the heading, both where they differ."""
        if not self.original or not self.rewrite or self.original == self.rewrite:
            return self.original or self.rewrite
        return arrowed(self.original, self.rewrite)


def contents(pages: PairView, chosen: Filter) -> list[Chapter]:
    """Return the headings in reading order; those of one row are one chapter."""
    found: dict[int, dict[Side, int]] = {}
    heading = ROLES.index(Role.HEADING)
    for side in SIDES:
        roles = pages.text(side).paragraphs[:, ParagraphColumn.ROLE]
        for number in np.flatnonzero(roles == heading).tolist():
            found.setdefault(pages.row_of(side, number), {}).setdefault(side, number)
    rows = sorted(found)
    shown = pages.shown_changes(chosen)
    bounds = np.searchsorted(pages.changes.rows[shown], [*rows, pages.row_count()])
    return [
        _chapter(pages, row, found[row], int(bounds[k + 1] - bounds[k]))
        for k, row in enumerate(rows)
    ]


def _chapter(pages: PairView, row: int, numbers: dict[Side, int], changes: int) -> Chapter:
    side = Side.ORIGINAL if Side.ORIGINAL in numbers else Side.REWRITE
    text = pages.text(side)
    words = {
        one: " ".join(pages.text(one).paragraph_text(number).split())
        for one, number in numbers.items()
    }
    return Chapter(
        original=words.get(Side.ORIGINAL, ""),
        rewrite=words.get(Side.REWRITE, ""),
        level=max(1, text.level(numbers[side])),
        row=row,
        side=side,
        position=text.paragraph_span(numbers[side]).start,
        changes=changes,
    )
