"""Decide in which order the words of links are compared, and when marks are sent to the window.

The links on screen come first, then those after them, then those before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Change, Side, Statistics
from facing_pages.core.progress import Progress, Stage
from facing_pages.viewmodel.build_view import change_table
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, RowTable
from facing_pages.worker.comparison_steps import MarksFound, Step

# Seconds after which marks found so far are sent. By judgement.
SEND_EVERY: Final = 0.5
# Links looked at between two reports: more than a screen shows. By judgement.
LINKS_AT_A_TIME: Final = 96
# Links around the first row on screen that may be seen, and how many of them are looked at between
# two tables: quickly, and with the encoder. By judgement.
SHOWN_BEFORE: Final = 4
SHOWN_BEHIND: Final = 36
SHOWN_AT_A_TIME: Final = 20
REFINED_AT_A_TIME: Final = 10
# Links before the first row on screen that are looked at with it: a screen upward. By judgement.
LINKS_BEFORE: Final = 24


class MarkScheduler:
    """Compares the words of all links, those on screen first.

    Every link is compared twice: first quickly, without the contextual encoder, and then precisely,
    with the encoder if it is available. Links on screen are compared both ways before all others.
    """

    def __init__(self, links: LinkPass, rows: RowTable) -> None:
        self._links = links
        self._rows = rows
        self._links_of_rows = self._first_links()
        count = len(links.alignment.links)
        self._rough = PendingQueue(count)
        self._fine = PendingQueue(count if has_encoder() else 0)

    def run(self, progress: Progress, focus: Callable[[], int]) -> Iterator[Step]:
        """Compare all links and yield the changes from time to time; the last table is complete.

        When all links have been compared quickly, the tables have `done == 1`.
        """
        statistics: Statistics | None = None
        sent = time.monotonic()
        while self._rough.left or self._fine.left:
            row = max(0, min(focus(), len(self._links_of_rows) - 1))
            visible, is_fine, numbers = self._next(self._links_of_rows[row])
            for number in numbers:
                self._compare(number, progress, is_precise=is_fine)
            if self._rough.left:
                progress.update(Stage.WORDS, self._rough.share_done)
            else:
                progress.update(Stage.REFINING, self._fine.share_done)
            is_due = time.monotonic() - sent > SEND_EVERY * (1 + self._links.change_count / 4000)
            is_complete = not self._rough.left and statistics is None
            if (visible or is_due or is_complete) and (self._rough.left or self._fine.left):
                changes = self._known_changes(progress)
                if is_complete:
                    statistics = self._links.statistics(changes)
                yield MarksFound(self._table(changes, self._rough.share_done, statistics))
                sent = time.monotonic()
        changes = self._known_changes(progress)
        yield MarksFound(self._table(changes, 1.0, self._links.statistics(changes)))

    def table(self) -> ChangeTable:
        """Return the changes that are known before any words are compared."""
        return self._table(list(self._links.found_changes()), 0.0)

    def _table(
        self, changes: list[Change], done: float, statistics: Statistics | None = None
    ) -> ChangeTable:
        links = self._links
        return change_table(
            links.documents, self._rows, links.alignment, changes, done=done, statistics=statistics
        )

    def _known_changes(self, progress: Progress) -> list[Change]:
        """Return the changes found; moved phrases are included when all links are compared."""
        if self._rough.left:
            return list(self._links.found_changes())
        return self._links.all_changes(progress)

    def _next(self, top: int) -> tuple[bool, bool, list[int]]:
        """Return whether the next links are on screen, whether to be precise, and their numbers."""
        screen = range(max(0, top - SHOWN_BEFORE), top + SHOWN_BEHIND)
        for unseen, size in ((self._rough, SHOWN_AT_A_TIME), (self._fine, REFINED_AT_A_TIME)):
            numbers = unseen.take(screen.start, size, screen.stop)
            if numbers:
                return True, unseen is self._fine, numbers
        for unseen, size in ((self._rough, LINKS_AT_A_TIME), (self._fine, REFINED_AT_A_TIME)):
            numbers = unseen.take(max(0, top - LINKS_BEFORE), size)
            numbers += unseen.take(0, size - len(numbers))
            if numbers:
                return False, unseen is self._fine, numbers
        return False, False, []

    def _compare(self, number: int, progress: Progress, *, is_precise: bool) -> None:
        """Compare the words of a link; precisely only if that can find more."""
        links = self._links
        if not is_precise or (
            links.aligner(is_precise=True).is_precise and links.has_other_words(number)
        ):
            links.compare(number, progress, is_precise=is_precise)

    def _first_links(self) -> list[int]:
        """Return for each row the number of its first link, or that of the row before it."""
        first: dict[int, int] = {}
        by_paragraph = self._rows.rows_of_paragraphs
        for number, link in enumerate(self._links.alignment.links):
            side = Side.ORIGINAL if link.original else Side.REWRITE
            document = self._links.documents[SIDES.index(side)]
            paragraph = document.sentences[link.numbers(side)[0]].paragraph
            first.setdefault(int(by_paragraph[side][paragraph]), number)
        result: list[int] = []
        for row in range(len(self._rows.rows)):
            result.append(first.get(row, result[-1] if result else 0))
        return result


class PendingQueue:
    """The numbers from 0 to `count` - 1 that have not been taken yet."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._following = list(range(count + 1))
        self.left = count

    @property
    def share_done(self) -> float:
        """Return the share that has been taken, from 0 to 1."""
        return 1.0 - self.left / self._count if self._count else 1.0

    def take(self, start: int, max_count: int, stop: int | None = None) -> list[int]:
        """Take up to `max_count` numbers from `start` on and before `stop`."""
        end = self._count if stop is None else min(stop, self._count)
        taken: list[int] = []
        number = self._first_left(min(start, self._count))
        while number < end and len(taken) < max_count:
            taken.append(number)
            self._following[number] = number + 1
            number = self._first_left(number + 1)
        self.left -= len(taken)
        return taken

    def _first_left(self, number: int) -> int:
        """Return the first number from `number` on that is not taken; compress the path to it."""
        following = self._following
        while following[number] != number:
            following[number] = following[following[number]]
            number = following[number]
        return number
