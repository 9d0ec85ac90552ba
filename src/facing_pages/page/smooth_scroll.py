"""Smooth scrolling: a distance covered in a few frames instead of at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

# Milliseconds between two frames, and the share of what is left that a frame covers; by judgement:
# three lines of a notch of the wheel are done in about a tenth of a second.
FRAME_INTERVAL: Final = 12
FRAME_SHARE: Final = 0.34
# Pixels that are covered in one frame at least, so that the end is not slow. By judgement.
MIN_FRAME_STEP: Final = 4


class SmoothScroll(QObject):
    """Calls `move` with parts of a distance until all of it is covered."""

    def __init__(self, move: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._move = move
        self._left = 0
        self.is_on = True
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_INTERVAL)
        self._timer.timeout.connect(self._step)

    def by(self, pixels: int) -> None:
        """Go some pixels further than where the scrolling ends now."""
        if not self.is_on:
            self._move(pixels)
            return
        self._left = pixels if self._left * pixels < 0 else self._left + pixels
        if not self._timer.isActive():
            self._step()
            self._timer.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._left = 0
        self._timer.stop()

    def _step(self) -> None:
        step = round(self._left * FRAME_SHARE)
        if abs(step) < MIN_FRAME_STEP:
            step = max(-MIN_FRAME_STEP, min(MIN_FRAME_STEP, self._left))
        self._left -= step
        if step:
            self._move(step)
        if not self._left:
            self._timer.stop()
