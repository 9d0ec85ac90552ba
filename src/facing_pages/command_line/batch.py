"""Compare many pairs on all cores; a pair that fails does not stop the others.

Each result is written as soon as it is there, so that a run that was stopped, even by a crash, can
continue.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facing_pages.command_line.batch_records import (
    RESULTS,
    Contents,
    Record,
    Settings,
    add_result,
    contents_for,
    is_fresh,
    known_results,
    reports_named,
    settings_of,
    write_results,
)
from facing_pages.command_line.pair_list import BatchError
from facing_pages.command_line.pairs import FilePair, pairs_of
from facing_pages.command_line.worker_pool import (
    Allow,
    Failure,
    Outcome,
    TaskPool,
    Work,
    processor_count,
)
from facing_pages.core.compare import compare
from facing_pages.core.documents import with_sentences
from facing_pages.core.errors import FacingPagesError, WritingError
from facing_pages.core.options import Options
from facing_pages.core.progress import CancelToken
from facing_pages.core.reading.files import MAX_FILE_BYTES
from facing_pages.core.reading.isolated import read_file_isolated
from facing_pages.core.system.atomic_file import DRAFT_SUFFIX, MAX_DRAFT_NAME_BYTES
from facing_pages.core.system.reading_limits import limits_for
from facing_pages.core.work_limits import (
    MIN_COMPARING_BYTES,
    comparing_limit_bytes,
    comparing_limit_seconds,
)
from facing_pages.export.batch_index import PairResult, index_html, result_of
from facing_pages.export.file_names import shown_name
from facing_pages.export.formats import format_of
from facing_pages.export.report import make_report
from facing_pages.export.report_options import ReportOptions
from facing_pages.export.writing import write_whole

__all__ = ["INDEX", "RESULTS", "BatchError", "FilePair", "compare_pair", "pairs_of", "run_batch"]

INDEX: Final = "index.html"
# Seconds both files of a pair may take to be read, each under the limit of its reader. By
# judgement, a minute more for their processes to start.
MAX_READING_SECONDS: Final = 2 * limits_for(MAX_FILE_BYTES).wall_seconds + 60
# Seconds between two times the index is written while a batch is running, and the share of the time
# that this may take. By judgement.
INDEX_SECONDS: Final = 3.0
MAX_INDEX_SHARE: Final = 0.02
# Seconds after which a draft of a report is one that a killed program left. By judgement.
DRAFT_SECONDS: Final = 3600.0
# Times a pair is read again because one of its files was changed meanwhile. By judgement.
MAX_READINGS: Final = 3

# The name of an unfinished file; the group is the name of the file it is to replace.
_DRAFT: Final = re.compile(rf"\.(.+)\.[0-9a-f]{{16}}{re.escape(DRAFT_SUFFIX)}", re.DOTALL)

# Called with the number of pairs done, the number of all pairs, and the result of the last one.
OnResult = Callable[[int, int, PairResult], None]


@dataclass(frozen=True, slots=True)
class PairTask:
    """A pair to compare and how to report it: all that a worker process is sent."""

    pair: FilePair
    folder: str
    suffix: str
    options: ReportOptions

    @property
    def report(self) -> Path:
        """Return the path of the report."""
        return Path(self.folder) / f"{self.pair.name}{self.suffix}"


def run_batch(
    pairs: Sequence[FilePair],
    folder: Path,
    suffix: str,
    options: ReportOptions,
    *,
    jobs: int = 0,
    on_result: OnResult = lambda *_: None,
    notice: Callable[[str], None] = lambda _: None,
    stop: CancelToken | None = None,
    work: Work[PairTask, Record] | None = None,
) -> list[PairResult]:
    """Compare all pairs and write their reports and the index; return the result of each pair.

    A pair is not compared again if the contents of both files, the options and the version of the
    program are those of its last result and its report is unchanged. Asked to `stop`, the function
    returns the results so far, and the next run continues from there. `work` compares a pair in a
    process of the pool; the default is `compare_pair`. Raises `WritingError` if the folder cannot
    be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(folder.name, error.strerror or str(error)) from error
    tasks = [PairTask(pair, str(folder), suffix, options) for pair in pairs]
    _remove_drafts(folder, {INDEX, RESULTS, *(task.report.name for task in tasks)}, DRAFT_SECONDS)
    settings = settings_of(suffix, options, Options(findings=options.findings))
    earlier = reports_named(folder)
    run = _BatchRun(folder, settings, pairs, on_result)
    if not run.take_earlier_results(suffix, stop):
        return run.results()
    tasks = [task for task in tasks if task.pair not in run.records]
    pool = TaskPool[PairTask, Record](
        work or compare_pair,
        min(len(tasks), jobs or processor_count()),
        on_lost=lambda task: _remove_drafts(folder, {task.report.name}, 0.0),
    )
    try:
        run.write()
        with closing(pool.run(tasks, stop)) as outcomes:
            for outcome in outcomes:
                run.add(outcome.task.pair, _record_of(outcome))
    finally:
        run.write()
    results = run.results()
    left = set(earlier) - {result.report for result in results}
    left = {name for name in left if (folder / name).exists()}
    if left and len(results) == len(pairs):
        notice(_notice_of_old_reports(left))
    return results


def compare_pair(task: PairTask, allow: Allow) -> Record:
    """Compare a pair and write its report; an error becomes part of the result."""
    pair = task.pair
    try:
        return _compared(task, allow)
    except FacingPagesError as error:
        reason = str(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the task runner: listed in the index, not swallowed
        reason = f"Something went wrong ({type(error).__name__}: {error})."
    return _failed(pair, reason)


def _compared(task: PairTask, allow: Allow) -> Record:
    pair = task.pair
    paths = (pair.original, pair.rewrite)
    allow(MAX_READING_SECONDS, MIN_COMPARING_BYTES)
    for _ in range(MAX_READINGS):
        before = contents_for(paths)
        documents = [with_sentences(read_file_isolated(path)) for path in paths]
        if None not in before and contents_for(paths) == before:
            break
    else:
        raise BatchError(
            f"{shown_name(Path(pair.original).name)} or {shown_name(Path(pair.rewrite).name)} "
            "is being changed by another program. Run the same command again later."
        )
    characters = sum(len(document.text) for document in documents)
    allow(comparing_limit_seconds(characters), comparing_limit_bytes(characters))
    wanted = Options(findings=task.options.findings)
    comparison = compare(documents[0], documents[1], options=wanted)
    chosen = format_of(task.suffix)
    # Merged in every layout: the longest run that was kept is counted in the merged text.
    report = make_report(comparison, chosen.options_for(task.options))
    write_whole(task.report, chosen.content(comparison, lambda: report, task.options.language))
    contents = (*before, *contents_for((str(task.report),)))
    result = result_of(paths, report, task.report.name)
    return Record(result, tuple(content for content in contents if content is not None))


def _failed(pair: FilePair, reason: str) -> Record:
    error = f"{pair.where}: {reason}" if pair.where else reason
    return Record(PairResult(pair.original, pair.rewrite, error=error))


def _record_of(outcome: Outcome[PairTask, Record]) -> Record:
    """Return the result of a task; if it has none, a record that says why in words."""
    if outcome.result is not None:
        return outcome.result
    if outcome.failure is Failure.TOO_LONG:
        is_short = outcome.seconds < 120
        length = f"{outcome.seconds:.0f} s" if is_short else f"{outcome.seconds / 60:.0f} min"
        reason = (
            f"It took longer than {length} twice and was stopped. "
            "Compare it in parts, or on a faster computer."
        )
    elif outcome.failure is Failure.NO_MEMORY:
        reason = "It needs more memory than texts of this length may take. Compare it in parts."
    else:
        reason = (
            "The process that compared it ended unexpectedly twice: perhaps it needs more memory "
            "than there is. Close other programs or use --jobs 1, and run the same command again."
        )
    return _failed(outcome.task.pair, reason)


def _remove_drafts(folder: Path, names: set[str], seconds: float) -> None:
    """Remove unfinished versions of these files that are `seconds` old or older."""
    limit = time.time() - seconds
    begun = {os.fsencode(name)[:MAX_DRAFT_NAME_BYTES] for name in names}
    for draft in folder.glob(f".*{DRAFT_SUFFIX}"):
        match = _DRAFT.fullmatch(draft.name)
        if match and os.fsencode(match[1]) in begun:
            with suppress(OSError):  # already removed, or no permission: it does no harm
                if draft.stat().st_mtime <= limit:
                    draft.unlink()


def _notice_of_old_reports(names: set[str]) -> str:
    first = shown_name(min(names))
    if len(names) == 1:
        return f"A report of an earlier run is left as it is: {first}"
    return f"{len(names):,} reports of earlier runs are left as they are, such as {first}"


@dataclass(slots=True)
class _BatchRun:
    """The results of a running batch so far, in memory and in the folder."""

    folder: Path
    settings: Settings
    pairs: Sequence[FilePair]
    on_result: OnResult
    records: dict[FilePair, Record] = field(default_factory=dict)
    next_index: float = 0.0

    def results(self) -> list[PairResult]:
        """Return the results so far, in the order of the pairs."""
        return [self.records[pair].result for pair in self.pairs if pair in self.records]

    def take_earlier_results(self, suffix: str, stop: CancelToken | None) -> bool:
        """Take over results of an earlier run that are still valid; False if asked to stop."""
        known = known_results(self.folder, self.settings)
        contents = Contents()
        for pair in self.pairs:
            if stop is not None and stop.is_cancelled():
                return False
            record = known.get((pair.original, pair.rewrite))
            report = self.folder / f"{pair.name}{suffix}"
            if record is not None and is_fresh(record, report, contents):
                self._take(pair, record)
        return True

    def add(self, pair: FilePair, record: Record) -> None:
        """Add a result, append it to the folder's results, and write the index when it is due."""
        try:
            add_result(self.folder, self.settings, record)
        except OSError as error:
            raise WritingError(self.folder.name, error.strerror or str(error)) from error
        self._take(pair, record)
        if time.monotonic() >= self.next_index:
            self.write()

    def write(self) -> None:
        """Write all results and the index, in the order of the pairs."""
        start = time.monotonic()
        records = [self.records[pair] for pair in self.pairs if pair in self.records]
        write_results(self.folder, self.settings, records)
        page = index_html(
            self.results(),
            waiting=len(self.pairs) - len(records),
            language=self.settings["language"],
        )
        write_whole(self.folder / INDEX, page.encode("utf-8"))
        end = time.monotonic()
        self.next_index = end + max(INDEX_SECONDS, (end - start) / MAX_INDEX_SHARE)

    def _take(self, pair: FilePair, record: Record) -> None:
        self.records[pair] = record
        self.on_result(len(self.records), len(self.pairs), record.result)
