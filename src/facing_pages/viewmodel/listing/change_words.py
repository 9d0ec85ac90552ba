"""The words of all changes of a pair: which of them are the same again, and which have some words.

    2  imagery → footage        repeat 0
    7  quiet → silent           repeat 1
    9  Imagery → Footage        repeat 0

Made once for a pair: a book has tens of thousands of changes, and each letter of a filter asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.pair_view import ChangeTable, Numbers, PairView, Table
from facing_pages.viewmodel.table_columns import ChangeColumn

# Kind, old words, new words: what is the same again has the same ones.
Wording = tuple[int, str, str]
# Moves and splits are about a place, even where their words are the same.
_REPEATING_KINDS: Final = (
    ViewKind.MINOR,
    ViewKind.REWORDED,
    ViewKind.ADDED,
    ViewKind.REMOVED,
)


class ChangeWords:
    """The wordings of the changes of a pair, without regard to case and white space."""

    def __init__(self, pages: PairView) -> None:
        self._table = pages.changes.table
        self._wordings = list(_wordings(pages))
        numbers = range(len(self._wordings))
        # The first change with each wording.
        self._first = dict(zip(reversed(self._wordings), reversed(numbers), strict=True))
        # For each change the first one that is the same.
        self.repeats: Numbers = np.array([self._first[w] for w in self._wordings], dtype=np.intp)
        can_repeat = ChangeTable(self._table, 1.0).of_kinds(_REPEATING_KINDS)
        self.repeats[~can_repeat] = np.flatnonzero(~can_repeat)

    def wording(self, change: int) -> Wording:
        """Return the wording of a change, by which its repeats are known."""
        return self._wordings[change]

    def repeats_of(self, wordings: Iterable[Wording]) -> list[int]:
        """Return the numbers in `repeats` of those wordings that the pair has."""
        return [self._first[wording] for wording in wordings if wording in self._first]

    def having(self, words: str, changes: Numbers) -> Numbers:
        """Return those of the changes that have words in them, on one side or the other."""
        sought = _plain(words)
        if not sought:
            return changes
        wordings = self._wordings
        keep = [
            sought in old or sought in new
            for _, old, new in map(wordings.__getitem__, changes.tolist())
        ]
        return changes[np.array(keep, dtype=np.bool_)]


def _wordings(pages: PairView) -> Iterator[Wording]:
    table = pages.changes.table
    sides = (_plain_words(pages.text(side).text, table, side) for side in Side)
    return zip(table[:, ChangeColumn.KIND].tolist(), *sides, strict=True)


def _plain_words(text: str, table: Table, side: Side) -> list[str]:
    """Return the words of each change on a side, "" for none."""
    starts = table[:, ChangeColumn.start(side)].tolist()
    ends = table[:, ChangeColumn.end(side)].tolist()
    return [
        _plain(text[start:end]) if start >= 0 else ""
        for start, end in zip(starts, ends, strict=True)
    ]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
