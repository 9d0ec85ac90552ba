"""Choosing two sentences to link with the pointer: Alt and a click on each, or a number dragged.

The reader passes on what the pointer does; what is chosen is kept by the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.viewmodel.modes import Mode

_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True)
class Pull:
    """A sentence held by its number, and where the pointer has taken it."""

    side: Side
    start: QPointF
    end: QPointF


class Picking:
    """`choose` takes a side and the sentence there, `link` links what is chosen on both sides."""

    def __init__(
        self,
        sentence_at: Callable[[Hit], Span | None],
        choose: Callable[[Side, Span | None], None],
        link: Callable[[], None],
    ) -> None:
        self._sentence_at = sentence_at
        self._choose = choose
        self._link = link
        self._waiting: Side | None = None
        self.pull: Pull | None = None

    def press(self, event: QMouseEvent, hit: Hit | None, style: PageStyle) -> bool:
        """Take a press if it chooses a sentence; tell whether it does."""
        sentence = self._sentence_at(hit) if hit is not None else None
        if hit is None or sentence is None:
            return False
        if event.modifiers() & _ALT:
            self._pick(hit.side, sentence)
            return True
        if not is_on_number(style, event.position(), hit.side):
            return False
        self._choose(hit.side.other, None)
        self._choose(hit.side, sentence)
        self.pull = Pull(hit.side, event.position(), event.position())
        return True

    def move(self, point: QPointF, hit: Hit | None) -> bool:
        """Follow the pointer with what is held; tell whether anything is."""
        if self.pull is None:
            return False
        self.pull = Pull(self.pull.side, self.pull.start, point)
        is_over = hit is not None and hit.side is self.pull.side.other
        other = self._sentence_at(hit) if hit is not None and is_over else None
        self._choose(self.pull.side.other, other)
        return True

    def release(self, hit: Hit | None) -> bool:
        """Link what is held with the sentence under the pointer; tell whether anything was held."""
        pull, self.pull = self.pull, None
        if pull is None:
            return False
        if hit is not None and hit.side is pull.side.other and self._sentence_at(hit) is not None:
            self._link()
        return True

    def _pick(self, side: Side, sentence: Span) -> None:
        if self._waiting is side.other:
            self._waiting = None
            self._choose(side, sentence)
            self._link()
            return
        self._waiting = side
        self._choose(side.other, None)
        self._choose(side, sentence)


def is_on_number(style: PageStyle, point: QPointF, side: Side) -> bool:
    """Tell whether a point is where the numbers of a side's sentences stand."""
    if style.mode is not Mode.ALIGN:
        return False
    left = style.column_x(side)
    return left - style.number_width <= point.x() < left - 2
