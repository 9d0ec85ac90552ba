"""Finding words in both texts: every place, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Side
from facing_pages.core.splitting.folding import SAME
from facing_pages.viewmodel.pages import SIDES, Pages, Table

# Characters that differ in typography only and are looked for as one. One for one, so that
# positions stay; a line's end ends a paragraph and is no space.
_TYPOGRAPHY: Final = {
    ord(mark): to for to, marks in SAME.items() for mark in marks if len(to) == 1 and mark != "\n"
}
_DOTS: Final = ("...", "…")


@dataclass(frozen=True)
class Query:
    """What to look for and how. Without `typography`, quotes, dashes and spaces are all alike."""

    words: str
    sides: tuple[Side, ...] = SIDES
    match_case: bool = False
    whole_words: bool = False
    typography: bool = False


@dataclass(frozen=True, eq=False)
class Found:
    """Places found, in reading order. `table` has columns: number of the side, start, end, row."""

    table: Table

    def __len__(self) -> int:
        return len(self.table)

    def place(self, number: int) -> tuple[Side, int, int]:
        """Return side, start and end of one place."""
        side, start, end, _ = self.table[number].tolist()
        return SIDES[side], start, end

    def of_side(self, side: Side) -> tuple[npt.NDArray[np.intp], Table]:
        """Return the numbers of the places on a side, and start and end of each, by start."""
        return self._by_side[side]

    @cached_property
    def _by_side(self) -> dict[Side, tuple[npt.NDArray[np.intp], Table]]:
        result: dict[Side, tuple[npt.NDArray[np.intp], Table]] = {}
        for k, side in enumerate(SIDES):
            numbers = np.flatnonzero(self.table[:, 0] == k)
            numbers = numbers[np.argsort(self.table[numbers, 1], kind="stable")]
            result[side] = numbers, self.table[numbers, 1:3]
        return result


NOTHING: Final = Found(np.zeros((0, 4), dtype=np.int32))


class Finder:
    """Finds words in one pair; keeps what it prepared of the texts for the next question."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._folded: dict[tuple[Side, bool, bool], str] = {}

    def find(self, query: Query) -> Found:
        """Return all places where the words stand, row by row, the original's first."""
        if not query.words:
            return NOTHING
        pages = self._pages
        tables: list[Table] = []
        for k, side in enumerate(SIDES):
            if side not in query.sides or not len(pages.text(side)):
                continue
            spans = self._spans(side, query)
            starts = pages.text(side).paragraphs[:, 0]
            paragraphs = np.searchsorted(starts, spans[:, 0], "right") - 1
            rows = pages.rows.rows_of_paragraphs[k][np.maximum(0, paragraphs)]
            tables.append(np.column_stack((np.full(len(spans), k, dtype=np.int32), spans, rows)))
        if not tables:
            return NOTHING
        table = np.concatenate(tables)
        order = np.lexsort((table[:, 1], table[:, 0], table[:, 3]))
        return Found(table[order])

    def nearest(self, found: Found, row: int) -> int | None:
        """Return the first place in or after a row, or else the first; None if there is none."""
        if not len(found):
            return None
        number = int(np.searchsorted(found.table[:, 3], row))
        return number if number < len(found) else 0

    def _spans(self, side: Side, query: Query) -> Table:
        """Return start and end of every place in one text."""
        key = (side, query.match_case, query.typography)
        if key not in self._folded:
            self._folded[key] = _fold(self._pages.text(side).text, *key[1:])
        words = _fold(query.words, *key[1:])
        variants = {words}
        if not query.typography:
            variants |= {words.replace(_DOTS[0], _DOTS[1]), words.replace(_DOTS[1], _DOTS[0])}
        found: list[tuple[int, int]] = []
        for variant in variants:
            found += _places(self._folded[key], variant, whole_words=query.whole_words)
        found.sort()
        return np.array(found, dtype=np.int32).reshape(len(found), 2)


def _places(text: str, words: str, *, whole_words: bool) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    length = len(words)
    find = text.find
    start = find(words)
    while start >= 0:
        end = start + length
        if not whole_words or _is_apart(text, start, end):
            places.append((start, end))
        start = find(words, end)
    return places


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether a place is not a part of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _fold(text: str, match_case: bool, typography: bool) -> str:
    """Return a text as it is compared, with as many characters as before."""
    if not match_case:
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        text = lower
    return text if typography else text.translate(_TYPOGRAPHY)
