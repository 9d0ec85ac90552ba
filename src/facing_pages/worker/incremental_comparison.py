"""A comparison in steps for a window: the texts, the beginning of long ones, rows, marks, findings.

Runs in the worker process. Each step is a value small enough to send; the marks and findings of
the rows on screen come first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import replace

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.errors import ReadingError
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.model import (
    Comparison,
    Document,
    Side,
    WordLink,
)
from facing_pages.core.progress import NO_PROGRESS, CancelToken, Progress, ProgressCallback, Stage
from facing_pages.core.reading.digest import file_digest
from facing_pages.session.pair import Request
from facing_pages.session.relocate import relocate
from facing_pages.session.set_aside import SetAside
from facing_pages.viewmodel.build_view import aligned_rows, side_text, unaligned_rows
from facing_pages.worker.comparison_steps import (
    BeginningAligned,
    RowsAligned,
    SideFailed,
    Step,
    TextsRead,
)
from facing_pages.worker.finding_pass import FindingPass
from facing_pages.worker.first_pages import align_beginning
from facing_pages.worker.mark_scheduler import MarkScheduler
from facing_pages.worker.worker_cache import WorkerCache


def compare_in_steps(
    request: Request,
    progress: ProgressCallback | None = None,
    cancel: CancelToken | None = None,
    focus: Callable[[], int] = lambda: 0,
    cache: WorkerCache | None = None,
    is_corrected: bool = False,
    is_shown: bool = False,
    on_read: Callable[[int], None] = lambda _: None,
) -> Iterator[Step]:
    """Yield the steps of a comparison. Raises `Cancelled` between steps when asked to stop.

    Results that are still valid are taken from the `cache` of earlier comparisons. If only the
    corrections of the pair changed since then (`is_corrected`), the texts are not read again and
    the first step is the rows.
    `is_shown`: the texts are already on screen and are not sent again.
    `on_read` is called with the number of characters of both texts when it is known.
    `focus` returns the row at the top of the screen; marks from there on are found first.
    """
    work = Progress(progress, cancel)
    cache = cache or WorkerCache()
    found = cache.found
    texts = cache.texts_of(request) if is_corrected else None
    if texts is not None:
        on_read(sum(len(document.text) for document in texts))
    beginning: BeginningAligned | None = None
    cache.begin()
    if texts is None:
        work.update(Stage.READING, 0.0)
        digests = tuple(file_digest(request.source(side).path) for side in Side)
        read = yield from _read(request, work, cancel)
        if read is None:
            return
        on_read(sum(len(document.text) for document in read))
        if not is_shown:
            texts_read = (side_text(read[0]), side_text(read[1]), unaligned_rows(*read))
            yield TextsRead(*texts_read, (digests[0], digests[1]))
            beginning = align_beginning(read, Progress(None, cancel), found.changes)
        if beginning is not None:
            yield beginning
        texts = cache.put(request, read, work)
    placed = relocate(request.corrections, texts)
    documents = placed.documents
    work.update(Stage.ALIGNING, 0.0)
    cache.clear()
    alignment = align_units(*documents, work, pins=placed.pins, cache=found.alignment)
    cache.documents, cache.alignment = documents, alignment
    rows = aligned_rows(*documents, alignment, placed.pins)
    links = LinkPass(documents, alignment, cache=found.changes)
    if is_corrected or is_shown or beginning is not None:
        links.recall()
    findings = FindingPass(links, cache.findings)
    findings.recall()
    scheduler = MarkScheduler(links, rows, findings)
    yield RowsAligned(rows, scheduler.table(), placed.corrections, placed.lost, findings.table(0.0))
    yield from scheduler.run(work, focus)
    cache.finish()


def words_of_link(cache: WorkerCache, number: int) -> tuple[WordLink, ...] | None:
    """Return the word links in a sentence link of the last pair, None if there is no such link."""
    links = _links_on_screen(cache)
    if links is None or number >= len(links.alignment.links):
        return None
    return links.compare(number, is_precise=True)


def whole_comparison(
    cache: WorkerCache, progress: Progress = NO_PROGRESS, known: Collection[SetAside] = ()
) -> Comparison | None:
    """Return the comparison of the last pair, which is on screen; None without one.

    Its findings are all but those that are `known` to be no errors. Links that have not been looked
    at yet are looked at now. Raises `Cancelled` when asked to stop.
    """
    links = _links_on_screen(cache)
    if links is None:
        return None
    links.recall()
    links.complete(progress)
    comparison = links.comparison(progress)
    findings = FindingPass(links, cache.findings)
    findings.complete(progress)
    return replace(comparison, findings=tuple(findings.all_but(known)))


def _links_on_screen(cache: WorkerCache) -> LinkPass | None:
    """Return the links of the last pair, None without one."""
    if cache.documents is None or cache.alignment is None:
        return None
    return LinkPass(cache.documents, cache.alignment, cache=cache.found.changes)


def _read(
    request: Request, progress: Progress, cancel: CancelToken | None
) -> Generator[Step, None, tuple[Document, Document] | None]:
    """Read both texts and return them; yield `SideFailed` for a text that cannot be read.

    Returns None if one could not be read.
    """
    read: list[Document] = []
    for side in Side:
        try:
            read.append(request.source(side).read(cancel))
        except ReadingError as error:
            yield SideFailed(side, error)
        progress.update(Stage.READING, 0.5 if side is Side.ORIGINAL else 1.0)
    return (read[0], read[1]) if len(read) == len(Side) else None
