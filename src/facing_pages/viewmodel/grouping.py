"""The list of changes in groups: under their paragraphs, or under their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.translations import sentence_case
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.kind_names import kind_label
from facing_pages.viewmodel.wording.labels import paragraph_text
from facing_pages.viewmodel.wording.language import plural

Numbers = npt.NDArray[np.intp]
# What stands for a heading; numbers of changes are not negative.
HEADING_LINE: Final = -1


@dataclass(frozen=True, eq=False)
class ListedChanges:
    """The lines of the list: `changes` has the number of a change, or `HEADING_LINE`.

    `groups` has for each line the row or the kind its group is about.
    """

    changes: Numbers
    groups: Numbers
    sizes: Numbers
    grouping: Grouping

    def __len__(self) -> int:
        return len(self.changes)

    def is_heading(self, line: int) -> bool:
        """Tell whether a line is the heading of a group."""
        return int(self.changes[line]) == HEADING_LINE

    def heading(self, pages: PairView, line: int) -> str:
        """Return the words of a heading."""
        group, size = int(self.groups[line]), int(self.sizes[line])
        name = (
            sentence_case(kind_label(ViewKind(group)))
            if self.grouping is Grouping.KINDS
            else paragraph_text(pages, group)
        )
        changes = plural("{count} change", "{count} changes", size)
        return f"{name} · {changes}"

    def line_of(self, change: int) -> int | None:
        """Return the line of a change, None if it is not listed."""
        found = np.flatnonzero(self.changes == change)
        return int(found[0]) if len(found) else None


def grouped(pages: PairView, changes: Numbers, grouping: Grouping) -> ListedChanges:
    """Return the lines for these changes, which are in reading order."""
    if grouping is Grouping.READING_ORDER or not len(changes):
        nothing = np.zeros(len(changes), dtype=np.intp)
        return ListedChanges(changes, nothing, nothing, grouping)
    column = ChangeColumn.ROW if grouping is Grouping.PARAGRAPHS else ChangeColumn.KIND
    keys = pages.changes.table[changes, column]
    if grouping is Grouping.KINDS:
        order = np.argsort(-keys, kind="stable")
        changes, keys = changes[order], keys[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(keys)])))
    return ListedChanges(
        np.insert(changes, starts, HEADING_LINE),
        np.insert(keys, starts, keys[starts]).astype(np.intp),
        np.insert(np.zeros(len(keys), dtype=np.intp), starts, sizes),
        grouping,
    )
