"""Keys that move in the text while it has the focus; they are the same everywhere and stay.

Arrows, Home and End move the caret where there is one, and scroll where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from facing_pages.page.caret import Motion
from facing_pages.viewmodel.wording.language import N_

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
_SCROLL_KEYS: Final = {
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
# What these keys and the pointer do, for the list of keys: keys as Qt writes them, and words.
KEY_HELP: Final = (
    (("Down", "Up"), N_("Scroll by a line")),
    (("Space", "Shift+Space", "PgDown", "PgUp"), N_("Scroll by a page")),
    (("Ctrl+Down", "Ctrl+Up"), N_("Go to the next or previous paragraph")),
    (("Home", "End"), N_("Go to the start or end of the text")),
    (("Left", "Right"), N_("Put the caret in the text; the arrows move it, Shift selects")),
    (("Esc",), N_("Clear the selection, then remove the caret")),
)
POINTER_HELP: Final = (
    (N_("Click in the text"), N_("Put the caret there")),
    (N_("Alt + click on two sentences, or drag a number"), N_("Link these sentences")),
    (N_("Wheel over the gutter"), N_("Go to the next or previous change")),
    (N_("Ctrl + wheel"), N_("Make the text larger or smaller")),
)


def moves_in_text(key: str) -> bool:
    """Tell whether a key, written as Qt writes it, moves in the text, so that no command has it.

    Shift with such a key selects, unless Ctrl is held too.
    """
    return key.removeprefix("Shift+") in _MOVING or key in _MOVING_WITH_CTRL


def _names(keys: Iterable[Key]) -> frozenset[str]:
    return frozenset(QKeySequence(key).toString() for key in keys)


_MOVING: Final = _names(
    (*(key for key, _ in CARET_KEYS), *_SCROLL_KEYS, Key.Key_Space, Key.Key_Escape)
)
_MOVING_WITH_CTRL: Final = frozenset(f"Ctrl+{name}" for name in _names(_WITH_CTRL))


def scroll_key(key: Key, *, ctrl: bool, shift: bool) -> ScrollKey | None:
    """Return how far a key scrolls, None if it does not."""
    if ctrl:
        return _WITH_CTRL.get(key)
    if key is Key.Key_Space:
        return ScrollKey.PAGE_BACK if shift else ScrollKey.PAGE
    return _SCROLL_KEYS.get(key)
