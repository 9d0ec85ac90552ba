"""What keys do on the page: move the caret, scroll, and ask for what letters stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facing_pages.page.caret_controller import CaretController
from facing_pages.page.fold_controller import FoldController
from facing_pages.page.keys import CARET_KEYS, ScrollKey, scroll_key
from facing_pages.page.letters import LetterKeys
from facing_pages.page.page_model import PageModel
from facing_pages.page.scroll_controller import ScrollController
from facing_pages.page.user_requests import UserRequests
from facing_pages.viewmodel.modes import Mode

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyController:
    """`dismiss_frame` takes the frame of the sentence pointed at away, if there is one.

    `letters` says which single keys are commands.
    """

    def __init__(
        self,
        model: PageModel,
        folding: FoldController,
        scrolling: ScrollController,
        caret: CaretController,
        requests: UserRequests,
        dismiss_frame: Callable[[], bool],
    ) -> None:
        self._model = model
        self._folding = folding
        self._scrolling = scrolling
        self._caret = caret
        self._requests = requests
        self._dismiss_frame = dismiss_frame
        self.letters = LetterKeys()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key is for; tell whether it is for anything."""
        if self._model.layout is None:
            return False
        modifiers = event.modifiers() & ~_KEYPAD
        key, shift = Qt.Key(event.key()), bool(modifiers & _SHIFT)
        if key is Qt.Key.Key_Escape and not modifiers:
            return self._caret.put_away() or self._dismiss_frame()
        if modifiers & ~_SHIFT & ~_CTRL:
            return False
        ctrl = bool(modifiers & _CTRL)
        return (
            self._move_caret(key, ctrl=ctrl, shift=shift)
            or self._scroll(scroll_key(key, ctrl=ctrl, shift=shift))
            or (not modifiers and key in _OPENING and self._unfold())
            or (not ctrl and self._press_letter(key, shift=shift))
        )

    def _unfold(self) -> bool:
        """Unfold what the caret stands on the line of; tell whether it does."""
        caret = self._caret.place
        fold = self._folding.hiding(*caret) if caret is not None else None
        if caret is None or fold is None:
            return False
        self._folding.toggle(fold)
        self._scrolling.keep_in_view(*caret)
        return True

    def _move_caret(self, key: Qt.Key, *, ctrl: bool, shift: bool) -> bool:
        """Move the caret where there is one, or start it by a plain arrow to a column."""
        motion = CARET_KEYS.get((key, ctrl))
        if motion is None:
            return False
        if self._caret.place is not None or shift:
            self._caret.move(motion, extend=shift)
            return True
        if ctrl or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        self._caret.start(self._model.style.columns[0 if key is Qt.Key.Key_Left else -1])
        return True

    def _scroll(self, key: ScrollKey | None) -> bool:
        if key is None:
            return False
        line = self._model.style.line_height
        page = self._model.height - 2 * line
        lines = {ScrollKey.LINE: line, ScrollKey.LINE_BACK: -line}
        screens = {ScrollKey.PAGE: page, ScrollKey.PAGE_BACK: -page}
        if key in lines:
            self._scrolling.scroll_by(lines[key])
        elif key in screens and self._caret.place is not None and abs(page) > line:
            self._caret.move_by_page(screens[key])
        elif key in screens:
            self._scrolling.scroll_by(screens[key])
        elif key in (ScrollKey.START, ScrollKey.END):
            self._scrolling.scroll_to_share(0.0 if key is ScrollKey.START else 1.0)
        else:
            self._scrolling.scroll_to_paragraph(back=key is ScrollKey.PARAGRAPH_BACK)
        return True

    def _press_letter(self, key: Qt.Key, *, shift: bool) -> bool:
        in_rows = self._model.mode is Mode.ALIGN
        command = self.letters.command(key, shift=shift, in_rows=in_rows)
        if command is None:
            return False
        self._requests.command_requested.emit(command)
        return True
