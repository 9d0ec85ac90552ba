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
import numpy.typing as npt

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.pair_view import ChangeTable, PairView, Table
from facing_pages.viewmodel.table_columns import ChangeColumn

Numbers = npt.NDArray[np.intp]
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
        self._numbers = numbers = dict[Wording, int]()
        found = [numbers.setdefault(wording, len(numbers)) for wording in self._wordings]
        # The number of the wording of each change: the same for those that are the same again.
        self.repeats: Numbers = np.array(found, dtype=np.intp)
        can_repeat = ChangeTable(self._table, 1.0).of_kinds(_REPEATING_KINDS)
        places = np.flatnonzero(~can_repeat)
        self.repeats[places] = len(numbers) + places

    def wording(self, change: int) -> Wording:
        """Return the wording of a change, by which its repeats are known."""
        return self._wordings[change]

    def repeats_of(self, wordings: Iterable[Wording]) -> list[int]:
        """Return the numbers in `repeats` of those wordings that the pair has."""
        return [self._numbers[wording] for wording in wordings if wording in self._numbers]

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
    """Return the words of each change on a side, "" for none; most of a book's come again."""
    plain: dict[str, str] = {}
    starts = table[:, ChangeColumn.start(side)].tolist()
    ends = table[:, ChangeColumn.end(side)].tolist()
    found = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end] if start >= 0 else ""
        known = plain.get(words)
        if known is None:
            plain[words] = known = _plain(words)
        found.append(known)
    return found


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
