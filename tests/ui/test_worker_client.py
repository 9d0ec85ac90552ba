from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.process import BaseProcess

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.ui.pair.worker_client import WorkerThread


def test_a_thread_can_be_closed_while_its_worker_starts(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = multiprocessing.active_children()
    is_starting, may_start = threading.Event(), threading.Event()
    start = BaseProcess.start

    def slowly(process: BaseProcess) -> None:
        is_starting.set()
        may_start.wait(10)
        start(process)

    monkeypatch.setattr(BaseProcess, "start", slowly)
    thread = WorkerThread()
    thread.start()
    assert is_starting.wait(10)
    threading.Timer(0.2, may_start.set).start()
    thread.close()
    assert thread.wait(30_000)
    assert multiprocessing.active_children() == before
