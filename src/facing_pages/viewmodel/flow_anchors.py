"""Places that are known to belong together, for texts that flow freely beside each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from facing_pages.core.model import Side
from facing_pages.viewmodel.pair_view import SIDES, PairView, Table
from facing_pages.viewmodel.table_columns import LinkColumn, SentenceColumn


@dataclass(frozen=True, eq=False)
class FlowAnchors:
    """Positions in the original and the rewrite that go together, growing on both sides.

    The first is the start and the last the end of both texts.
    """

    table: Table

    def around(self, side: Side, position: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the anchors before and after a position: original and rewrite of each."""
        column = self.table[:, SIDES.index(side)]
        found = int(np.searchsorted(column, position, side="right")) - 1
        found = max(0, min(found, len(column) - 2))
        first, second = self.table[found].tolist(), self.table[found + 1].tolist()
        return (first[0], first[1]), (second[0], second[1])


def flow_anchors(pages: PairView) -> FlowAnchors:
    """Return the starts of all linked sentences that did not move."""
    ends = [len(pages.text(side).text) for side in SIDES]
    table = np.array([[0, 0]], dtype=np.int32)
    links = pages.rows.links
    if len(links):
        there = links[:, LinkColumn.MOVED] == 0
        for side in SIDES:
            there &= links[:, LinkColumn.start(side)] >= 0
        firsts = [
            pages.rows.sentences[side][links[there, LinkColumn.start(side)], SentenceColumn.START]
            for side in SIDES
        ]
        starts = np.column_stack(firsts)
        starts = starts[np.argsort(starts[:, 0], kind="stable")]
        grows = starts[:, 1] >= np.maximum.accumulate(starts[:, 1])
        table = np.concatenate([table, starts[grows]])
    table = np.concatenate([table, np.array([ends], dtype=np.int32)])
    return FlowAnchors(table.astype(np.int32))
