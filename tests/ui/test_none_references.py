"""PySide6 6.12.0 loses a reference to None in most calls on Python 3.11: guard the pin."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer


def test_calls_into_qt_keep_their_references_to_none() -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(2000):
        timer.setInterval(5)
    assert sys.getrefcount(None) > before - 500
