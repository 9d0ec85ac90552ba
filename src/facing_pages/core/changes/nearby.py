"""Changes and word links by their places, so that what is near is found without all the rest.

Gives what looking through a list would give, in the same order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.word_change import WordChange
from facing_pages.core.model import Span

# Words of a side that share a place in the index. By judgement: about a sentence.
_WORDS_PER_PLACE: Final = 32


class ChangeIndex:
    """Changes in the order in which they were added."""

    def __init__(self, changes: Iterable[WordChange] = ()) -> None:
        self._changes: dict[int, WordChange] = {}
        self._added = 0
        self._places: tuple[defaultdict[int, set[int]], ...] = (defaultdict(set), defaultdict(set))
        for change in changes:
            self.add(change)

    def __iter__(self) -> Iterator[WordChange]:
        return iter(self._changes.values())

    def add(self, change: WordChange) -> None:
        """Add a change behind all others."""
        self._changes[self._added] = change
        for places, run in zip(self._places, change[1:], strict=True):
            for place in _places(run):
                places[place].add(self._added)
        self._added += 1

    def remove(self, number: int) -> None:
        """Take a change out again."""
        change = self._changes.pop(number)
        for places, run in zip(self._places, change[1:], strict=True):
            for place in _places(run):
                places[place].discard(number)

    def around(self, change: WordChange, *, behind: int = -1) -> list[tuple[int, WordChange]]:
        """Return the changes that may share a word with this one or touch it, with their numbers.

        Only those whose number is above `behind`. Some that do neither are among them.
        """
        numbers: set[int] = set()
        for places, run in zip(self._places, change[1:], strict=True):
            for place in _places(run):
                numbers |= places.get(place, set())
        return [(number, self._changes[number]) for number in sorted(numbers) if number > behind]

    def overlap(self, change: WordChange) -> bool:
        """Tell whether any of the changes shares words with this one."""
        return any(other.overlaps(change) for _, other in self.around(change))


class LinkIndex:
    """Word links of two sides, in order."""

    def __init__(self, links: Iterable[FoundLink]) -> None:
        self._links = sorted(links)
        self._rows = [link.original for link in self._links]

    def inside(self, rows: Span, columns: Span) -> list[FoundLink]:
        """Return the links between a run of the original and one of the rewrite, in order."""
        start, end = bisect_left(self._rows, rows.start), bisect_left(self._rows, rows.end)
        return [
            link for link in self._links[start:end] if columns.start <= link.rewrite < columns.end
        ]


def _places(run: Span) -> range:
    return range(run.start // _WORDS_PER_PLACE, run.end // _WORDS_PER_PLACE + 1)
