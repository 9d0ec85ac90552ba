"""What keys do on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Side, Span
from facing_pages.page.caret import Motion
from facing_pages.page.keys import CARET_KEYS, ScrollKey, scroll_key
from facing_pages.page.letters import LetterKeys
from facing_pages.page.text_view import TextView
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.modes import Mode

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class KeyView(TextView):
    """Moves by keys; `letters` says which single keys are commands."""

    sentence_hovered = Signal(int)
    command_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.letters = LetterKeys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret where there is one, or else scroll; letters are commands."""
        if self._spread is None or not self._answer(event):
            super().keyPressEvent(event)

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key is for; tell whether it is for anything."""
        modifiers = event.modifiers() & ~_KEYPAD
        key, extend = Qt.Key(event.key()), bool(modifiers & _SHIFT)
        plain = modifiers & ~_SHIFT
        if key is Qt.Key.Key_Escape and not modifiers:
            return self.put_caret_away() or self._dismiss_frame()
        motion = CARET_KEYS.get((key, bool(plain & _CTRL)))
        if motion is not None and plain in (_CTRL, Qt.KeyboardModifier.NoModifier):
            if self.caret is not None or extend:
                self.move_caret(motion, extend=extend)
                return True
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not modifiers:
                is_left = key is Qt.Key.Key_Left or len(self._style.columns) == 1
                self.start_caret(self._style.columns[0 if is_left else -1])
                return True
        if plain in (_CTRL, Qt.KeyboardModifier.NoModifier):
            scroll = scroll_key(key, ctrl=bool(plain & _CTRL), shift=extend)
            if scroll is not None:
                self._scroll(scroll)
                return True
        in_rows = self._style.mode is Mode.ALIGN
        command = self.letters.command(key, shift=extend, in_rows=in_rows)
        if plain or command is None:
            return False
        self.command_requested.emit(command)
        return True

    def _dismiss_frame(self) -> bool:
        was_framed = bool(self._emphasis.framed)
        self._set_framed((), -1)
        return was_framed

    def _scroll(self, wish: ScrollKey) -> None:
        assert self._spread is not None
        line = self._style.line_height
        page = self._screen - 2 * line
        distances = {
            ScrollKey.LINE: line,
            ScrollKey.LINE_BACK: -line,
            ScrollKey.PAGE: page,
            ScrollKey.PAGE_BACK: -page,
        }
        if wish in distances:
            pixels = distances[wish]
            if self.caret is not None and abs(pixels) > line:
                self._move_caret_by_page(pixels)
            else:
                self.scroll_by(pixels)
        elif wish in (ScrollKey.START, ScrollKey.END):
            self.scroll_to_share(0.0 if wish is ScrollKey.START else 1.0)
        else:
            self._to_paragraph(back=wish is ScrollKey.PARAGRAPH_BACK)

    def _move_caret_by_page(self, pixels: int) -> None:
        motion = Motion.LINE if pixels > 0 else Motion.LINE_BACK
        for _ in range(abs(pixels) // self._style.line_height):
            self.move_caret(motion, extend=False)

    def _to_paragraph(self, *, back: bool) -> None:
        """Bring the next row, or the one before, to the top of the screen."""
        assert self._spread is not None
        place, heights = self._spread.page.place, self._spread.page.heights
        row = place.row
        if back and place.offset <= 0:
            row = heights.previous_visible(row)
        elif not back:
            row = min(heights.next_visible(row), len(heights) - 1)
        place.put(row, 0, self._screen)
        self._changed_place()

    def _set_framed(self, framed: tuple[tuple[Side, Span], ...], link: int) -> None:
        if framed != self._emphasis.framed:
            self._emphasis = replace(self._emphasis, framed=framed)
            self.sentence_hovered.emit(link)
            self.viewport().update()
