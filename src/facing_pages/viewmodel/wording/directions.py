"""Words of the texts inside sentences and lines of the window, whichever way they are read.

    quiet → silent                    from left to right
    المطعم ← المقهى                   from right to left: the old word is the right one

Words that run from right to left are isolated, so that neither the signs beside them nor the other
words of a sentence change places with them (UAX 9).
"""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional

_RIGHT_TO_LEFT: Final = ("R", "AL")
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_ISOLATES: Final = ("FSI", "LRI", "RLI")


def runs_right_to_left(text: str) -> bool:
    """Tell the direction of a text by its first letter that has one (UAX 9, rules P2 and P3)."""
    depth = 0
    for character in text:
        direction = bidirectional(character)
        if direction in _ISOLATES:
            depth += 1
        elif direction == "PDI":
            depth = max(0, depth - 1)
        elif not depth and direction in ("L", *_RIGHT_TO_LEFT):
            return direction != "L"
    return False


def isolated(words: str) -> str:
    """Return words of a text for a sentence of the window, isolated if they need to be."""
    if words.isascii() or not any(bidirectional(sign) in _RIGHT_TO_LEFT for sign in words):
        return words
    return f"{_FIRST_STRONG_ISOLATE}{words}{_POP_ISOLATE}"


def arrowed(old: str, new: str) -> str:
    """Return two wordings with an arrow from the old one to the new one.

    The arrow points to the left, and the line runs from right to left, where both do.
    """
    if runs_right_to_left(old) and runs_right_to_left(new):
        return f"{_RIGHT_TO_LEFT_MARK}{isolated(old)} ← {isolated(new)}"
    return f"{isolated(old)} → {isolated(new)}"
