"""What the worker answers when something of ours fails."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading

import pytest

from facing_pages.export.report_options import ReportOptions
from facing_pages.worker import incremental_comparison as comparing
from facing_pages.worker.messages import AskPreview, Broken, Export
from facing_pages.worker.worker_process import serve


@pytest.mark.parametrize(
    "question",
    [Export(7, 1, "report.csv", ReportOptions()), AskPreview(7, 1, ".csv", ReportOptions())],
)
def test_who_asks_for_a_report_hears_the_end_of_it(
    question: Export | AskPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(comparing, "whole_comparison", fail)
    monkeypatch.setattr(os, "nice", lambda _: 0, raising=False)
    ours, theirs = multiprocessing.Pipe()
    ours.send(question)
    worker = threading.Thread(target=serve, args=(theirs,))
    worker.start()
    try:
        broken = ours.recv()
    finally:
        ours.close()
        worker.join()
    assert isinstance(broken, Broken)
    assert broken.job == question.job
    assert "KeyError: 'ours'" in broken.details


# A process of its own: the limit holds for all of it.
SHORT_OF_MEMORY = """
import multiprocessing, threading

from facing_pages.core import work_limits as limits
from facing_pages.worker.messages import Answer, Finished, Start
from facing_pages.worker.worker_process import serve
from facing_pages.worker import incremental_comparison as comparing
from facing_pages.session.pair import Request, Source

LIMIT = 150_000_000
align, limit_for = comparing.align_units, limits.comparing_limit_bytes
limits.comparing_limit_bytes = lambda characters: LIMIT
comparing.align_units = lambda *_, **__: bytearray(400_000_000)
ours, theirs = multiprocessing.Pipe()
texts = ("The lamp was quiet. Nobody knew.", "The lamp was silent. Nobody knew.")
request = Request(Source(pasted=texts[0], name="one"), Source(pasted=texts[1], name="two"))


def ask() -> None:
    for job in (1, 2):
        ours.send(Start(job, 1, request))
        while True:
            message = ours.recv()
            if isinstance(message, Answer):
                print(job, type(message.step).__name__, getattr(message.step, "megabytes", ""))
            elif isinstance(message, Finished):
                print(job, "stopped" if message.was_stopped else "done")
                break
            elif type(message).__name__ == "Broken":
                print(message.details)
                break
        comparing.align_units, limits.comparing_limit_bytes = align, limit_for
    ours.close()


asking = threading.Thread(target=ask)
asking.start()
serve(theirs)
asking.join()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux refuses memory")
def test_a_pair_that_takes_too_much_memory_is_given_up_and_the_next_is_compared() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHORT_OF_MEMORY], capture_output=True, text=True, check=True
    )

    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[:3] == ["1 TextsRead", "1 TooLarge 150", "1 stopped"]
    assert lines[3] == "2 TextsRead"
    assert lines[-2:] == ["2 MarksFound", "2 done"]
