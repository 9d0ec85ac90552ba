"""What letters do while the text has the focus; they can be switched off."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt

Key = Qt.Key


class Letter(Enum):
    """What a letter does; letters can be switched off."""

    NEXT = auto()
    PREVIOUS = auto()
    NEXT_OF_KIND = auto()
    PREVIOUS_OF_KIND = auto()
    OTHER_END = auto()
    COUNTERPART = auto()
    READ_OUT = auto()
    DOWN = auto()
    UP = auto()
    LINK = auto()
    UNLINK = auto()
    CONFIRM = auto()
    START_ROW = auto()
    JOIN_ROW = auto()
    CUT = auto()
    BOOKMARK = auto()
    NEXT_DOUBTFUL = auto()
    PREVIOUS_DOUBTFUL = auto()


# By key and whether Shift is held.
LETTERS: Final = {
    (Key.Key_N, False): Letter.NEXT,
    (Key.Key_P, False): Letter.PREVIOUS,
    (Key.Key_N, True): Letter.NEXT_OF_KIND,
    (Key.Key_P, True): Letter.PREVIOUS_OF_KIND,
    (Key.Key_M, False): Letter.OTHER_END,
    (Key.Key_O, False): Letter.COUNTERPART,
    (Key.Key_Return, False): Letter.READ_OUT,
    (Key.Key_Enter, False): Letter.READ_OUT,
    (Key.Key_J, False): Letter.DOWN,
    (Key.Key_K, False): Letter.UP,
    (Key.Key_L, False): Letter.LINK,
    (Key.Key_U, False): Letter.UNLINK,
    (Key.Key_C, False): Letter.CONFIRM,
    (Key.Key_B, False): Letter.BOOKMARK,
    (Key.Key_X, False): Letter.NEXT_DOUBTFUL,
    (Key.Key_X, True): Letter.PREVIOUS_DOUBTFUL,
}
# The same where every sentence stands on a line of its own.
ALIGN_LETTERS: Final = LETTERS | {
    (Key.Key_Return, False): Letter.START_ROW,
    (Key.Key_Enter, False): Letter.START_ROW,
    (Key.Key_Backspace, False): Letter.JOIN_ROW,
    (Key.Key_S, False): Letter.CUT,
}
CORRECTING: Final = frozenset(
    {
        Letter.LINK,
        Letter.UNLINK,
        Letter.CONFIRM,
        Letter.START_ROW,
        Letter.JOIN_ROW,
        Letter.CUT,
        Letter.BOOKMARK,
        Letter.NEXT_DOUBTFUL,
        Letter.PREVIOUS_DOUBTFUL,
    }
)
