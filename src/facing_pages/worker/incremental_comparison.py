"""A comparison in steps, as a window wants it: texts, of long ones the beginning, rows, marks.

Runs in the worker process. Each step is a value small enough to send; the first part of the
marks is that of the rows on screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.alignment.words.word_aligner import WordAligner
from facing_pages.core.changes.change_cache import ChangeCache
from facing_pages.core.changes.derive import sentence_changes
from facing_pages.core.changes.moved_phrases import with_moved_phrases
from facing_pages.core.changes.statistics import count_statistics
from facing_pages.core.compare import aligner_for, assemble, compare_link, recall_link
from facing_pages.core.errors import ReadingError
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Comparison,
    Document,
    Link,
    Side,
    Statistics,
    WordLink,
)
from facing_pages.core.options import Options
from facing_pages.core.progress import NO_STEPS, CancelToken, Progress, Stage, Steps
from facing_pages.core.reading.digest import file_digest
from facing_pages.session.pair import Request
from facing_pages.session.relocate import relocate
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text, unaligned_rows
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, RowTable
from facing_pages.worker.comparison_steps import (
    BeginningAligned,
    MarksFound,
    RowsAligned,
    SideFailed,
    Step,
    TextsRead,
)
from facing_pages.worker.first_pages import align_beginning
from facing_pages.worker.worker_cache import WorkerCache

# Seconds after which marks found so far are sent.
SEND_EVERY: Final = 0.5
# Links looked at between two reports: more than a screen shows.
LINKS_AT_A_TIME: Final = 96
# Links around the first row on screen that may be seen, and how many of them are looked at between
# two tables: quickly, and with the encoder.
SHOWN_BEFORE: Final = 4
SHOWN_BEHIND: Final = 36
SHOWN_AT_A_TIME: Final = 20
REFINED_AT_A_TIME: Final = 10
# Links before the first row on screen that are looked at with it: a screen upward.
LINKS_BEFORE: Final = 24


def compare_in_steps(
    request: Request,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    focus: Callable[[], int] = lambda: 0,
    cache: WorkerCache | None = None,
    is_corrected: bool = False,
    is_shown: bool = False,
    on_read: Callable[[int], None] = lambda _: None,
) -> Iterator[Step]:
    """Give the steps of a comparison. Raises `Cancelled` between steps when asked to stop.

    Given the `cache` of earlier comparisons, what did not change is taken from there; a pair that
    was only corrected since is not even read again, and begins with its rows.
    Texts that are on screen already (`is_shown`) are not given a second time.
    `on_read` is called with the characters of both texts once these are known.
    `focus` tells the row at the top of the screen; marks are found from there onward first.
    """
    steps = Steps(progress, cancel)
    cache = cache or WorkerCache()
    memory = cache.memory
    texts = cache.texts_of(request) if is_corrected else None
    if texts is not None:
        on_read(sum(len(document.text) for document in texts))
    beginning: BeginningAligned | None = None
    memory.begin()
    if texts is None:
        steps.report(Stage.READING, 0.0)
        digests = tuple(file_digest(request.source(side).path) for side in Side)
        read = yield from _read(request, steps, cancel)
        if read is None:
            return
        on_read(sum(len(document.text) for document in read))
        if not is_shown:
            texts_read = (side_text(read[0]), side_text(read[1]), unaligned_rows(*read))
            yield TextsRead(*texts_read, (digests[0], digests[1]))
            beginning = align_beginning(read, Steps(None, cancel), memory.changes)
        if beginning is not None:
            yield beginning
        texts = cache.put(request, read, steps)
    placed = relocate(request.corrections, texts)
    documents = placed.documents
    steps.report(Stage.ALIGNING, 0.0)
    cache.clear()
    alignment = align_units(*documents, steps, pins=placed.pins, memory=memory.alignment)
    cache.documents, cache.alignment = documents, alignment
    rows = aligned_rows(*documents, alignment, placed.pins)
    marking = MarkScheduler(documents, rows, alignment, memory.changes)
    if is_corrected or is_shown or beginning is not None:
        marking.recall()
    yield RowsAligned(rows, marking.table(), placed.corrections, placed.lost)
    yield from marking.run(steps, focus)
    memory.finish()


def words_of_link(cache: WorkerCache, number: int) -> tuple[WordLink, ...] | None:
    """Return the linked words of a sentence link of the pair compared last, None without one."""
    documents, alignment = cache.documents, cache.alignment
    if documents is None or alignment is None or number >= len(alignment.links):
        return None
    aligner = aligner_for(documents[0], Options(precise=True))
    link, _ = compare_link(
        number, alignment.links[number], documents, aligner, memory=cache.memory.changes
    )
    return link.words


def whole_comparison(cache: WorkerCache, steps: Steps = NO_STEPS) -> Comparison | None:
    """Return the pair compared last as it is on the screen, None without one.

    What was not looked at yet is looked at now. Raises `Cancelled` when asked to stop.
    """
    documents, alignment = cache.documents, cache.alignment
    if documents is None or alignment is None:
        return None
    ways = [aligner_for(documents[0], Options(precise=is_fine)) for is_fine in (True, False)]
    memory = cache.memory.changes
    links: list[Link] = []
    changes: list[Change] = []
    for number, link in enumerate(alignment.links):
        steps.report(Stage.WORDS, number / len(alignment.links))
        known = (recall_link(number, link, documents, way, memory) for way in ways)
        done, found = next(filter(None, known), None) or compare_link(
            number, link, documents, aligner_for(documents[0]), memory=memory, steps=steps
        )
        links.append(done)
        changes += found
    changes = with_moved_phrases(changes, documents, ways[1], steps)
    return assemble(documents, replace(alignment, links=tuple(links)), changes)


def _read(
    request: Request, steps: Steps, cancel: CancelToken | None
) -> Generator[Step, None, tuple[Document, Document] | None]:
    """Read both texts, telling which could not be; return them if both could."""
    read: list[Document] = []
    for side in Side:
        try:
            read.append(request.source(side).read(cancel))
        except ReadingError as error:
            yield SideFailed(side, error)
        steps.report(Stage.READING, 0.5 if side is Side.ORIGINAL else 1.0)
    return (read[0], read[1]) if len(read) == len(Side) else None


class MarkScheduler:
    """The words of all links while they are being looked at, from the visible part outward.

    Every link is looked at twice: quickly, word by word, and once more with the contextual encoder
    where there is one. What is on screen is looked at in both ways before anything else.
    """

    def __init__(
        self,
        documents: tuple[Document, Document],
        rows: RowTable,
        alignment: Alignment,
        memory: ChangeCache,
    ) -> None:
        self._memory = memory
        self._documents = documents
        self._rows = rows
        self._alignment = alignment
        self._changes: list[list[Change] | None] = [None] * len(alignment.links)
        self._links_of_rows = self._first_links()
        self._rough = PendingQueue(len(alignment.links))
        self._fine = PendingQueue(len(alignment.links) if has_encoder() else 0)

    def recall(self) -> None:
        """Take what is remembered of links that were looked at before."""
        for number, link in enumerate(self._alignment.links):
            for aligner in (self._fine_aligner, self._rough_aligner):
                known = recall_link(number, link, self._documents, aligner, self._memory)
                if known is not None:
                    self._changes[number] = known[1]
                    break

    def run(self, steps: Steps, focus: Callable[[], int]) -> Iterator[Step]:
        """Look at all links and give the changes now and then; the last table is complete.

        Once all links were looked at quickly, the tables count as done.
        """
        statistics: Statistics | None = None
        sent = time.monotonic()
        while self._rough.left or self._fine.left:
            row = max(0, min(focus(), len(self._links_of_rows) - 1))
            visible, is_fine, numbers = self._next(self._links_of_rows[row])
            for number in numbers:
                self._look_at(number, steps, precise=is_fine)
            if self._rough.left:
                steps.report(Stage.WORDS, self._rough.share_done)
            else:
                steps.report(Stage.REFINING, self._fine.share_done)
            found = sum(map(len, filter(None, self._changes))) if not visible else 0
            is_due = time.monotonic() - sent > SEND_EVERY * (1 + found / 4000)
            is_complete = not self._rough.left and statistics is None
            if (visible or is_due or is_complete) and (self._rough.left or self._fine.left):
                changes = self._known_changes(steps)
                if is_complete:
                    statistics = self._statistics(changes)
                yield MarksFound(self._table(changes, self._rough.share_done, statistics))
                sent = time.monotonic()
        changes = self._known_changes(steps)
        yield MarksFound(self._table(changes, 1.0, self._statistics(changes)))

    def table(self) -> ChangeTable:
        """Return the changes known before anything is looked at."""
        return self._table(self._known_changes(), 0.0)

    def _table(
        self, changes: list[Change], done: float, statistics: Statistics | None = None
    ) -> ChangeTable:
        return change_table(
            self._documents, self._rows, self._alignment, changes, done=done, statistics=statistics
        )

    def _known_changes(self, steps: Steps = NO_STEPS) -> list[Change]:
        """Return the changes found; links not looked at count if a side of them is empty.

        Phrases that moved are known only once all links were looked at.
        """
        changes: list[Change] = []
        for number, (link, found) in enumerate(
            zip(self._alignment.links, self._changes, strict=True)
        ):
            if found is not None:
                changes += found
            elif not link.original or not link.rewrite:
                changes += sentence_changes(number, link, *self._documents)
        if self._rough.left:
            return changes
        return with_moved_phrases(changes, self._documents, self._rough_aligner, steps)

    def _statistics(self, changes: list[Change]) -> Statistics:
        return count_statistics(*self._documents, self._alignment, changes)

    def _next(self, top: int) -> tuple[bool, bool, list[int]]:
        """Return whether the links to look at next are on screen, how to, and which they are."""
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

    def _look_at(self, number: int, steps: Steps, *, precise: bool) -> None:
        link = self._alignment.links[number]
        before = self._changes[number]
        if precise and (
            before is not None and all(change.kind is ChangeKind.TYPOGRAPHY for change in before)
        ):
            return
        aligner = self._fine_aligner if precise else self._rough_aligner
        if precise and not aligner.is_precise:
            return
        _, self._changes[number] = compare_link(
            number, link, self._documents, aligner, memory=self._memory, steps=steps
        )

    @cached_property
    def _rough_aligner(self) -> WordAligner:
        return aligner_for(self._documents[0], Options(precise=False))

    @cached_property
    def _fine_aligner(self) -> WordAligner:
        return aligner_for(self._documents[0], Options(precise=True))

    def _first_links(self) -> list[int]:
        """Return for each row the number of its first link."""
        first: dict[int, int] = {}
        by_paragraph = self._rows.rows_of_paragraphs
        for number, link in enumerate(self._alignment.links):
            side = Side.ORIGINAL if link.original else Side.REWRITE
            document = self._documents[SIDES.index(side)]
            paragraph = document.sentences[link.numbers(side)[0]].paragraph
            first.setdefault(int(by_paragraph[side][paragraph]), number)
        result: list[int] = []
        for row in range(len(self._rows.rows)):
            result.append(first.get(row, result[-1] if result else 0))
        return result


class PendingQueue:
    """The numbers from 0 on that are still to be looked at."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._following = list(range(count + 1))
        self.left = count

    @property
    def share_done(self) -> float:
        """Return how much has been taken, from 0 to 1."""
        return 1.0 - self.left / self._count if self._count else 1.0

    def take(self, start: int, most: int, stop: int | None = None) -> list[int]:
        """Take up to `most` numbers from `start` on and before `stop`."""
        end = self._count if stop is None else min(stop, self._count)
        taken: list[int] = []
        number = self._first_left(min(start, self._count))
        while number < end and len(taken) < most:
            taken.append(number)
            self._following[number] = number + 1
            number = self._first_left(number + 1)
        self.left -= len(taken)
        return taken

    def _first_left(self, number: int) -> int:
        """Return the first number from `number` on not taken, shortening the way there."""
        following = self._following
        while following[number] != number:
            following[number] = following[following[number]]
            number = following[number]
        return number
