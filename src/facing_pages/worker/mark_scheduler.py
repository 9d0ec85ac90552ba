"""Decide in which order links are looked at, and when marks and findings are sent to the window.

The links on screen come first, then those after them, then those before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import Change, Side, Statistics
from facing_pages.core.progress import Progress, Stage
from facing_pages.viewmodel.build_view import change_table
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, RowTable
from facing_pages.worker.comparison_steps import FindingsFound, MarksFound, Step
from facing_pages.worker.finding_pass import FindingPass

# Seconds of the processor after which marks found so far are sent, and how many times longer than
# making the last tables took: these grow with the book, to seconds. By judgement.
SEND_EVERY: Final = 0.5
TIMES_AS_LONG: Final = 4
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
    """Compares the words of all links, those on screen first, and finds what changed in meaning.

    Every link is compared twice: first quickly, without the contextual encoder, and then precisely,
    with the encoder if it is available. In between its findings are looked for by rules; where the
    words are compared a second time, once more, with the trained reader. Links on screen are done
    with before all others.
    """

    def __init__(self, links: LinkPass, rows: RowTable, findings: FindingPass) -> None:
        self._links = links
        self._rows = rows
        self._findings = findings
        self._links_of_rows = self._first_links()
        count = len(links.alignment.links)
        self._rough = PendingQueue(count)
        self._meaning = PendingQueue(count)
        self._fine = PendingQueue(count if has_encoder() else 0)
        # What was sent last, None if there are other changes now.
        self._changes: ChangeTable | None = None
        self._statistics: Statistics | None = None
        self._has_new_findings = False
        # Seconds that making the last tables took, and when they were sent, on the same clock.
        self._took = 0.0
        self._sent = 0.0
        # Whether something on screen was looked at since then.
        self._has_seen_news = False

    def run(self, progress: Progress, focus: Callable[[], int]) -> Iterator[Step]:
        """Look at all links and yield what was found from time to time; the last is complete.

        When all links have been compared quickly, the tables of changes have `done == 1`; when
        their findings have been looked for, so have those of findings.
        """
        self._sent = time.process_time()
        while self._rough.left or self._meaning.left or self._fine.left:
            row = max(0, min(focus(), len(self._links_of_rows) - 1))
            batch = self._next(self._links_of_rows[row])
            self._look_at(batch, progress)
            self._report(batch.queue, progress)
            self._has_seen_news |= batch.is_visible
            if self._is_complete or self._is_due():
                yield from self._news(progress)
        yield FindingsFound(self._findings.table(1.0))
        if self._changes is None:
            self._changes = self._known_table(progress, is_last=True)
        yield MarksFound(self._changes)

    def table(self) -> ChangeTable:
        """Return the changes that are known before any words are compared."""
        return self._table(list(self._links.found_changes()), 0.0)

    @property
    def _is_complete(self) -> bool:
        """Tell whether all links have been compared quickly, and nobody was told so yet."""
        return not self._rough.left and self._statistics is None

    def _is_due(self) -> bool:
        """Tell whether to make tables now: at most half of the time goes into them.

        Where nothing is new on screen, a fifth.
        """
        worked = time.process_time() - self._sent
        if self._has_seen_news:
            return worked >= self._took
        return worked > max(SEND_EVERY, TIMES_AS_LONG * self._took)

    def _news(self, progress: Progress) -> Iterator[Step]:
        """Yield what was found since the last time; all of it comes at the end."""
        if not (self._rough.left or self._meaning.left or self._fine.left):
            return
        start = time.process_time()
        steps: list[Step] = []
        if self._changes is None:
            self._changes = self._known_table(progress)
            steps.append(MarksFound(self._changes))
        if self._has_new_findings:
            self._has_new_findings = False
            steps.append(FindingsFound(self._findings.table(self._meaning.share_done)))
        self._took = time.process_time() - start
        yield from steps
        self._has_seen_news = False
        self._sent = time.process_time()

    def _known_table(self, progress: Progress, *, is_last: bool = False) -> ChangeTable:
        """Return the changes known by now, with statistics as soon as there are any."""
        changes = self._known_changes(progress)
        if is_last or self._is_complete:
            self._statistics = self._links.statistics(changes)
        return self._table(changes, self._rough.share_done, self._statistics)

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

    def _next(self, top: int) -> Batch:
        """Return the next links: those on screen, or else the others."""
        screen = range(max(0, top - SHOWN_BEFORE), top + SHOWN_BEHIND)
        seen = (
            (self._rough, SHOWN_AT_A_TIME),
            (self._fine, REFINED_AT_A_TIME),
            (self._meaning, SHOWN_AT_A_TIME),
        )
        for queue, size in seen:
            if numbers := queue.take(screen.start, size, screen.stop):
                return Batch(queue, numbers, is_visible=True)
        unseen = (
            (self._rough, LINKS_AT_A_TIME),
            (self._meaning, LINKS_AT_A_TIME),
            (self._fine, REFINED_AT_A_TIME),
        )
        for queue, size in unseen:
            numbers = queue.take(max(0, top - LINKS_BEFORE), size)
            if numbers := numbers + queue.take(0, size - len(numbers)):
                return Batch(queue, numbers, is_visible=False)
        return Batch(self._rough, [], is_visible=False)

    def _look_at(self, batch: Batch, progress: Progress) -> None:
        if batch.queue is self._meaning:
            for number in progress.each(batch.numbers):
                self._findings.look_at(number, is_precise=self._fine.has_taken(number))
            self._has_new_findings = True
            return
        for number in batch.numbers:
            is_new = self._compare(number, progress, is_precise=batch.queue is self._fine)
            if is_new and self._meaning.has_taken(number):
                is_precise = self._fine.has_taken(number)
                self._has_new_findings |= self._findings.look_at(number, is_precise=is_precise)

    def _report(self, queue: PendingQueue, progress: Progress) -> None:
        stage = {self._rough: Stage.WORDS, self._meaning: Stage.FINDINGS}.get(queue, Stage.REFINING)
        if self._rough.left:
            stage, queue = Stage.WORDS, self._rough
        progress.update(stage, queue.share_done)

    def _compare(self, number: int, progress: Progress, *, is_precise: bool) -> bool:
        """Compare the words of a link, precisely only if that can find more.

        Tell whether the words were compared.
        """
        links = self._links
        if is_precise and not (
            links.aligner(is_precise=True).is_precise and links.has_other_words(number)
        ):
            return False
        links.compare(number, progress, is_precise=is_precise)
        self._changes = None
        return True

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

    def has_taken(self, number: int) -> bool:
        """Tell whether a number has been taken; one that was never in it has not."""
        return number < self._count and self._following[number] != number

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


@dataclass(frozen=True)
class Batch:
    """Links that are looked at in one go, and what for: the queue that they were taken from."""

    queue: PendingQueue
    numbers: list[int]
    is_visible: bool
