"""Print what the findings of a whole book cost beside its word marks, as the window's worker runs.

    python tests/benchmarks/book_findings_table.py ../shared/bench/books/wuthering-heights [--at .4]

The folder holds `source.txt` and `target.txt`. Times are of the processor, of this process, on one
thread; memory is that of the whole process. The comparison is made twice with one cache, as when a
file is read again: memory that grows with every comparison shows in the second.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from facing_pages.core.findings.reader.meaning_reader import MeaningReader
from facing_pages.core.link_pass import LinkPass
from facing_pages.session.pair import Request, Source
from facing_pages.worker.comparison_steps import FindingsFound, RowsAligned
from facing_pages.worker.finding_pass import FindingPass
from facing_pages.worker.incremental_comparison import compare_in_steps
from facing_pages.worker.worker_cache import WorkerCache

COMPARISONS = 2
# Shares of the findings at which memory is printed.
TENTHS = 10


class Clock:
    """Seconds of the processor spent in each kind of call, and how many calls there were."""

    def __init__(self) -> None:
        self.seconds = Counter[str]()
        self.calls = Counter[str]()

    def timed(self, function: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        """Return a function that does the same and is counted under the name of its call."""

        @wraps(function)
        def call(*arguments: Any, **options: Any) -> Any:
            start = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                called = name(*arguments, **options)
                self.seconds[called] += time.process_time() - start
                self.calls[called] += 1

        return call


def main(arguments: list[str]) -> int:
    """Compare the book that the arguments name and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with source.txt and target.txt")
    parser.add_argument("--at", type=float, default=0.0, help="the share of the book on screen")
    choices = parser.parse_args(arguments)
    cache = WorkerCache()
    for number in range(COMPARISONS):
        print(f"comparison {number + 1}")
        print_comparison(choices.folder, choices.at, cache)
    return 0


def print_comparison(folder: Path, at: float, cache: WorkerCache) -> None:
    """Compare a book in steps and print the time of each part and the memory on the way."""
    clock = Clock()
    compare = clock.timed(
        LinkPass.compare, lambda *_, is_precise=None: "words, precisely" if is_precise else "words"
    )
    look_at = clock.timed(
        FindingPass.look_at,
        lambda *_, is_precise=False: "findings, with the reader" if is_precise else "findings",
    )
    read = clock.timed(MeaningReader.scores, lambda *_, **__: "of these, the reader itself")
    start = time.process_time()
    with (
        patch.object(LinkPass, "compare", compare),
        patch.object(FindingPass, "look_at", look_at),
        patch.object(MeaningReader, "scores", read),
    ):
        run_steps(folder, at, cache)
    print(f"{time.process_time() - start:8.1f} s  all")
    for name, seconds in clock.seconds.most_common():
        print(f"{seconds:8.1f} s  {name}: {clock.calls[name]:,} links")


def run_steps(folder: Path, at: float, cache: WorkerCache) -> None:
    """Run all steps of a comparison; print the memory now and then."""
    rows, last, sent = [1], 0, 0
    sources = Source(path=folder / "source.txt"), Source(path=folder / "target.txt")
    start = time.process_time()
    steps = compare_in_steps(Request(*sources), focus=lambda: int(at * rows[-1]), cache=cache)
    for step in steps:
        sent += 1
        if isinstance(step, RowsAligned):
            rows.append(len(step.rows.rows))
            took = time.process_time() - start
            print(f"{took:8.1f} s  to the rows: {rows[-1]:,}, {megabytes_now()} MB", flush=True)
        if isinstance(step, FindingsFound) and int(TENTHS * step.findings.done) > last:
            last = int(TENTHS * step.findings.done)
            done, count = step.findings.done, len(step.findings)
            print(f"{done:8.0%}    {count:,} findings, {megabytes_now()} MB", flush=True)
    print(f"{sent:8,}    tables sent; {megabytes_now()} MB at the end")


def megabytes_now() -> int:
    """Return the memory of this process; Linux only."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() >> 20


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
