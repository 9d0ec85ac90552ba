"""Keys the page answers to itself while it has the focus."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt

from facing_pages.page.caret import Motion

Key = Qt.Key


class ScrollKey(Enum):
    """How far a key scrolls where there is no caret."""

    LINE = auto()
    LINE_BACK = auto()
    PAGE = auto()
    PAGE_BACK = auto()
    START = auto()
    END = auto()
    PARAGRAPH = auto()
    PARAGRAPH_BACK = auto()


# By key and whether Ctrl is held.
CARET_KEYS: Final = {
    (Key.Key_Left, False): Motion.CHARACTER_BACK,
    (Key.Key_Right, False): Motion.CHARACTER,
    (Key.Key_Left, True): Motion.WORD_BACK,
    (Key.Key_Right, True): Motion.WORD,
    (Key.Key_Up, False): Motion.LINE_BACK,
    (Key.Key_Down, False): Motion.LINE,
    (Key.Key_Up, True): Motion.PARAGRAPH_BACK,
    (Key.Key_Down, True): Motion.PARAGRAPH,
    (Key.Key_Home, False): Motion.LINE_START,
    (Key.Key_End, False): Motion.LINE_END,
    (Key.Key_Home, True): Motion.TEXT_START,
    (Key.Key_End, True): Motion.TEXT_END,
}
_SCROLLING: Final = {
    Key.Key_Down: ScrollKey.LINE,
    Key.Key_Up: ScrollKey.LINE_BACK,
    Key.Key_PageDown: ScrollKey.PAGE,
    Key.Key_PageUp: ScrollKey.PAGE_BACK,
    Key.Key_Home: ScrollKey.START,
    Key.Key_End: ScrollKey.END,
}
_WITH_CTRL: Final = {
    Key.Key_Down: ScrollKey.PARAGRAPH,
    Key.Key_Up: ScrollKey.PARAGRAPH_BACK,
    Key.Key_Home: ScrollKey.START,
    Key.Key_End: ScrollKey.END,
}


def scroll_key(key: Key, *, ctrl: bool, shift: bool) -> ScrollKey | None:
    """Return how far a key scrolls, None if it does not."""
    if ctrl:
        return _WITH_CTRL.get(key)
    if key is Key.Key_Space:
        return ScrollKey.PAGE_BACK if shift else ScrollKey.PAGE
    return _SCROLLING.get(key)
