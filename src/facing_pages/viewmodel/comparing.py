"""A comparison in steps, as a window wants it: texts first, then rows, then marks.

Runs in the worker process. Each step is a value small enough to send; the first part of the
marks is that of the rows on screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.changes.derive import sentence_changes
from facing_pages.core.changes.memory import ChangeMemory
from facing_pages.core.changes.statistics import count_statistics
from facing_pages.core.compare import aligner_for, compare_link
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import ReadingError
from facing_pages.core.memory import Memory
from facing_pages.core.model import Alignment, Change, Document, Side, Statistics
from facing_pages.core.progress import CancelToken, Progress, Stage, Steps
from facing_pages.viewmodel.build import aligned_rows, change_table, side_text, unaligned_rows
from facing_pages.viewmodel.pages import ChangeTable, RowTable
from facing_pages.viewmodel.request import Request
from facing_pages.viewmodel.steps import MarksFound, RowsAligned, SideFailed, Step, TextsRead

# Seconds after which marks found so far are sent.
SEND_EVERY: Final = 0.5
# Links looked at between two reports: more than a screen shows.
LINKS_AT_A_TIME: Final = 96
# Links before the first row on screen that are looked at with it: a screen upward.
LINKS_BEFORE: Final = 24


def compare_in_steps(
    request: Request,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    focus: Callable[[], int] = lambda: 0,
    memory: Memory | None = None,
) -> Iterator[Step]:
    """Give the steps of a comparison. Raises `Cancelled` between steps when asked to stop.

    Given the `memory` of earlier comparisons, what did not change is taken from there.
    `focus` tells the row at the top of the screen; marks are found from there onward first.
    """
    steps = Steps(progress, cancel)
    steps.report(Stage.READING, 0.0)
    read: list[Document] = []
    for side in Side:
        try:
            read.append(request.source(side).read())
        except ReadingError as error:
            yield SideFailed(side, error)
    if len(read) < 2:
        return
    yield TextsRead(side_text(read[0]), side_text(read[1]), unaligned_rows(read[0], read[1]))
    documents = (with_sentences(read[0]), with_sentences(read[1]))
    steps.report(Stage.ALIGNING, 0.0)
    memory = memory or Memory()
    memory.begin()
    alignment = align_units(*documents, steps, memory=memory.alignment)
    rows = aligned_rows(*documents, alignment)
    unmarked = _Marking(documents, rows, alignment, memory.changes)
    yield RowsAligned(rows, unmarked.table())
    yield from unmarked.run(steps, focus)
    memory.finish()


class _Marking:
    """The words of all links while they are being looked at, from the visible part outward."""

    def __init__(
        self,
        documents: tuple[Document, Document],
        rows: RowTable,
        alignment: Alignment,
        memory: ChangeMemory,
    ) -> None:
        self._memory = memory
        self._documents = documents
        self._rows = rows
        self._alignment = alignment
        self._aligner = aligner_for(documents[0])
        self._changes: list[list[Change] | None] = [None] * len(alignment.links)
        self._links_of_rows = self._first_links()
        self._found = 0

    def run(self, steps: Steps, focus: Callable[[], int]) -> Iterator[Step]:
        """Look at all links and give the changes now and then; the last table is complete."""
        total = len(self._changes)
        done = 0
        sent = time.monotonic()
        for chunk in self._chunks(focus):
            for number in chunk:
                self._look_at(number)
            done += len(chunk)
            steps.report(Stage.WORDS, done / total)
            is_due = time.monotonic() - sent > SEND_EVERY * (1 + self._found / 4000)
            if done < total and (done == len(chunk) or is_due):
                yield MarksFound(self.table(done / total))
                sent = time.monotonic()
        changes = [change for found in self._changes for change in found or ()]
        statistics = count_statistics(*self._documents, self._alignment, changes)
        yield MarksFound(self.table(1.0, statistics))

    def table(self, done: float = 0.0, statistics: Statistics | None = None) -> ChangeTable:
        """Return the changes known; links not looked at count if a side of them is empty."""
        changes: list[Change] = []
        for number, (link, found) in enumerate(
            zip(self._alignment.links, self._changes, strict=True)
        ):
            if found is not None:
                changes += found
            elif not link.original or not link.rewrite:
                changes += sentence_changes(number, link, *self._documents)
        return change_table(
            self._documents, self._rows, self._alignment, changes, done=done, statistics=statistics
        )

    def _look_at(self, number: int) -> None:
        link = self._alignment.links[number]
        _, found = compare_link(number, link, self._documents, self._aligner, memory=self._memory)
        self._changes[number] = found
        self._found += len(found)

    def _chunks(self, focus: Callable[[], int]) -> Iterator[list[int]]:
        """Give the numbers of links still to do, a part at a time, from the focus onward."""
        count = len(self._changes)
        following = list(range(count + 1))
        left = count
        while left:
            row = max(0, min(focus(), len(self._links_of_rows) - 1))
            chunk: list[int] = []
            for start in (max(0, self._links_of_rows[row] - LINKS_BEFORE), 0):
                number = _first_left(following, start)
                while number < count and len(chunk) < LINKS_AT_A_TIME:
                    chunk.append(number)
                    following[number] = number + 1
                    number = _first_left(following, number + 1)
            left -= len(chunk)
            yield chunk

    def _first_links(self) -> list[int]:
        """Return for each row the number of its first link."""
        first: dict[int, int] = {}
        by_paragraph = self._rows.rows_of_paragraphs
        for number, link in enumerate(self._alignment.links):
            side = 0 if link.original else 1
            sentence = (link.original or link.rewrite)[0]
            paragraph = self._documents[side].sentences[sentence].paragraph
            first.setdefault(int(by_paragraph[side][paragraph]), number)
        result: list[int] = []
        for row in range(len(self._rows.rows)):
            result.append(first.get(row, result[-1] if result else 0))
        return result


def _first_left(following: list[int], number: int) -> int:
    """Return the first number from `number` on that leads to itself, shortening the way there."""
    while following[number] != number:
        following[number] = following[following[number]]
        number = following[number]
    return number
