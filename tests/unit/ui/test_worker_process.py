"""What the worker answers when something of ours fails."""

from __future__ import annotations

import multiprocessing
import os
import threading

import pytest

from facing_pages.export.report import ReportOptions
from facing_pages.ui.worker_messages import AskPreview, Broken, Export, Exported, Previewed
from facing_pages.ui.worker_process import serve
from facing_pages.viewmodel import comparing


@pytest.mark.parametrize(
    "wish", [Export(1, "report.csv", ReportOptions()), AskPreview(1, ".csv", ReportOptions())]
)
def test_who_asks_for_a_report_hears_the_end_of_it(
    wish: Export | AskPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(comparing, "whole_comparison", fail)
    monkeypatch.setattr(os, "nice", lambda _: 0, raising=False)
    ours, theirs = multiprocessing.Pipe()
    ours.send(wish)
    worker = threading.Thread(target=serve, args=(theirs,))
    worker.start()
    try:
        broken, answer = ours.recv(), ours.recv()
    finally:
        ours.close()
        worker.join()
    assert isinstance(broken, Broken)
    assert "KeyError: 'ours'" in broken.details
    if isinstance(wish, Export):
        assert answer == Exported(1, "report.csv", was_stopped=True)
    else:
        assert answer == Previewed(1, wish, None)
