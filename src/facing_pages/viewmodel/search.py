"""Finding words in both texts: every place, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from facing_pages.core.model import Side
from facing_pages.core.splitting.folding import FOLDINGS
from facing_pages.viewmodel.pair_view import SIDES, PairView, Table, empty_table
from facing_pages.viewmodel.table_columns import HitColumn

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

# Characters that differ in typography only and are looked for as one. One for one, so that
# positions stay; a line's end ends a paragraph and is no space.
_TYPOGRAPHY: Final = {
    ord(mark): row.to
    for row in FOLDINGS
    for mark in row.characters
    if len(row.to) == 1 and mark != "\n"
}
_ELLIPSES: Final = ("...", "…")


@dataclass(frozen=True)
class Query:
    """What to look for and how. Without `typography`, quotes, dashes and spaces are all alike."""

    words: str
    sides: tuple[Side, ...] = SIDES
    match_case: bool = False
    whole_words: bool = False
    typography: bool = False


@dataclass(frozen=True, eq=False)
class SearchHits:
    """Places found, in reading order, in the columns of `HitColumn`."""

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
            numbers = np.flatnonzero(self.table[:, HitColumn.SIDE] == k)
            numbers = numbers[np.argsort(self.table[numbers, HitColumn.START], kind="stable")]
            result[side] = numbers, self.table[numbers, HitColumn.START : HitColumn.END + 1]
        return result


NO_HITS: Final = SearchHits(empty_table(HitColumn))


class Finder:
    """Finds words in one pair; keeps what it prepared of the texts for the next question."""

    def __init__(self, pages: PairView) -> None:
        self._pages = pages
        self._folded: dict[tuple[Side, bool, bool], Codes] = {}
        self._in_words: dict[tuple[Side, bool, bool], npt.NDArray[np.bool_]] = {}

    def find(self, query: Query) -> SearchHits:
        """Return all places where the words stand, row by row, the original's first."""
        if not query.words:
            return NO_HITS
        pages = self._pages
        tables: list[Table] = []
        for k, side in enumerate(SIDES):
            if side not in query.sides or not len(pages.text(side)):
                continue
            spans = self._spans(side, query)
            paragraphs = pages.text(side).paragraphs_at(spans[:, 0])
            rows = pages.rows.rows_of_paragraphs[side][np.maximum(0, paragraphs)]
            tables.append(np.column_stack((np.full(len(spans), k, dtype=np.int32), spans, rows)))
        if not tables:
            return NO_HITS
        table = np.concatenate(tables)
        # The places of a side are in order already, and so nearly are their rows: sorting runs that
        # are in order takes linear time where it is stable.
        order = np.argsort(
            table[:, HitColumn.ROW] * len(SIDES) + table[:, HitColumn.SIDE], kind="stable"
        )
        return SearchHits(table[order])

    def nearest(self, found: SearchHits, row: int) -> int | None:
        """Return the first place in or after a row, or else the first; None if there is none."""
        if not len(found):
            return None
        number = int(np.searchsorted(found.table[:, HitColumn.ROW], row))
        return number if number < len(found) else 0

    def _spans(self, side: Side, query: Query) -> Table:
        """Return start and end of every place in one text."""
        key = (side, query.match_case, query.typography)
        if key not in self._folded:
            self._folded[key] = _codes(self._pages.text(side).text, *key[1:])
        text = self._folded[key]
        words = query.words
        variants = {words}
        if not query.typography:
            variants |= {
                words.replace(_ELLIPSES[0], _ELLIPSES[1]),
                words.replace(_ELLIPSES[1], _ELLIPSES[0]),
            }
        tables: list[Table] = []
        for variant in variants:
            word = _codes(variant, *key[1:])
            starts = _places(text, word)
            if query.whole_words:
                starts = starts[self._are_apart(key, starts, starts + len(word))]
            tables.append(np.column_stack((starts, starts + len(word))).astype(np.int32))
        found = np.concatenate(tables)
        return found if len(variants) == 1 else found[np.argsort(found[:, 0], kind="stable")]

    def _are_apart(
        self, key: tuple[Side, bool, bool], starts: Places, ends: Places
    ) -> npt.NDArray[np.bool_]:
        """Tell of each place whether it is not a part of a longer word."""
        if key not in self._in_words:
            self._in_words[key] = _are_in_words(self._folded[key])
        # Number n stands for the character before character n, as no text has one before the first.
        known = self._in_words[key]
        before = known[starts] & known[starts + 1]
        behind = known[ends] & known[ends + 1]
        apart: npt.NDArray[np.bool_] = ~before & ~behind
        return apart


def _places(text: Codes, word: Codes) -> Places:
    """Return where a word that is not empty starts in a text; no place overlaps another."""
    starts: Places = np.flatnonzero(text[: max(0, len(text) - len(word) + 1)] == word[0])
    for k in range(1, len(word)):
        if not len(starts):
            break
        starts = starts[text[starts + k] == word[k]]
    if (
        not _may_overlap(word)
        or not len(starts)
        or np.diff(starts).min(initial=len(word)) >= len(word)
    ):
        return starts
    kept: list[int] = []
    end = 0
    for start in starts.tolist():
        if start >= end:
            kept.append(start)
            end = start + len(word)
    return np.array(kept, dtype=np.intp)


def _may_overlap(word: Codes) -> bool:
    """Tell whether a word can begin inside another place of itself: "ana", not "and"."""
    return any(np.array_equal(word[k:], word[: len(word) - k]) for k in range(1, len(word)))


def _are_in_words(text: Codes) -> npt.NDArray[np.bool_]:
    """Tell of each character whether it is a letter or a digit, with one at either end that is not.

    [characters + 2].
    """
    counts = np.bincount(text)
    is_in_word = np.zeros(len(counts), dtype=np.bool_)
    for code in np.flatnonzero(counts).tolist():
        is_in_word[code] = chr(code).isalnum()
    return np.pad(is_in_word[text], 1)


def _codes(text: str, match_case: bool, typography: bool) -> Codes:
    """Return the numbers of a text's characters as they are compared."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    counts = np.bincount(codes)
    table = np.zeros(len(counts), dtype=np.uint32)
    for code in np.flatnonzero(counts).tolist():
        table[code] = _compared(code, match_case, typography)
    result: Codes = table[codes]
    return result


def _compared(code: int, match_case: bool, typography: bool) -> int:
    """Return the number of the character that stands for one; "Σ" has two small ones."""
    lower = chr(code).lower().replace("ς", "σ")
    if not match_case and len(lower) == 1:
        code = ord(lower)
    return code if typography else ord(_TYPOGRAPHY.get(code, chr(code)))
