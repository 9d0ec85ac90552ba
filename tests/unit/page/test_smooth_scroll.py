from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facing_pages.page.smooth_scroll import SmoothScroll


def test_smooth_scrolling_covers_its_distance_in_several_steps(qtbot: QtBot) -> None:
    steps: list[int] = []
    owner = QObject()
    scroll = SmoothScroll(steps.append, owner)
    scroll.by(72)
    qtbot.waitUntil(lambda: sum(steps) == 72)
    assert len(steps) > 3
    assert all(step > 0 for step in steps)


def test_turning_round_drops_what_was_left(qtbot: QtBot) -> None:
    steps: list[int] = []
    owner = QObject()
    scroll = SmoothScroll(steps.append, owner)
    scroll.by(300)
    done = sum(steps)
    scroll.by(-50)
    qtbot.waitUntil(lambda: sum(steps) == done - 50)


def test_with_less_motion_it_is_one_step() -> None:
    steps: list[int] = []
    owner = QObject()
    scroll = SmoothScroll(steps.append, owner)
    scroll.is_on = False
    scroll.by(72)
    assert steps == [72]
