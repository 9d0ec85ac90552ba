"""Small work in the background: answered in the window's thread, or not at all."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facing_pages.ui.common import background as module
from facing_pages.ui.common.background import Background


def test_results_come_back_into_this_thread(qtbot: QtBot) -> None:
    parent = QObject()
    background = Background(parent)
    answers: list[tuple[object, int]] = []

    def take(result: object) -> None:
        answers.append((result, threading.get_ident()))

    background.run(threading.get_ident, take)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    worker, here = answers[0]
    assert worker != here
    assert here == threading.get_ident()


def test_work_that_hangs_holds_up_neither_other_work_nor_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BACKGROUND_SECONDS", 0.5)
    parent = QObject()
    background = Background(parent)
    answers: list[object] = []
    never = threading.Event()
    background.run(never.wait, answers.append)
    background.run(lambda: "done", answers.append)
    qtbot.waitUntil(lambda: answers == ["done"], timeout=10_000)
    qtbot.waitUntil(lambda: not background.is_waiting, timeout=10_000)
    never.set()
    assert answers == ["done"]
