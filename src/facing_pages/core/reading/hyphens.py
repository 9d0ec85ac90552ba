"""Decide how lines are joined: whether a hyphen at the end of one divides a word.

a light-     and elsewhere "lighthouse": divided     -> a lighthouse
house        and elsewhere "light-house": a hyphen   -> a light-house
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

HYPHENS: Final = ("-", "\u2010", "\u00ad")
# Letters from which both halves of a word may be words of their own rather than syllables. By
# judgement.
MIN_HALF_LETTERS: Final = 4
_HYPHENATED_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def needs_space(left: str, right: str) -> bool:
    """Tell whether lines that end and begin with these characters are joined with a space.

    They are not in scripts without spaces, such as Chinese; Korean has spaces.
    """
    return not (_is_unspaced(left) and _is_unspaced(right))


def whole_words(lines: Iterable[str], hyphens: tuple[str, ...] = HYPHENS) -> frozenset[str]:
    """Return the words in some lines, except those divided at the end of a line."""
    found: set[str] = set()
    for line in lines:
        words = _HYPHENATED_WORD.findall(line.casefold())
        if words and line.rstrip().endswith(hyphens):
            words.pop()
        found.update(words)
    return frozenset(found)


def is_divided(stem: str, rest: str, whole: frozenset[str], *, in_doubt: bool = True) -> bool:
    """Tell whether the hyphen at the end of a line only divides a word.

    `stem` ends before the hyphen; `rest` is the next line. `whole` are the words of the text that
    are not divided. `in_doubt` is the answer if these do not decide it: printed pages divide words
    often, plain text seldom.
    """
    if not stem[-1:].isalpha() or not rest[:1].isalpha():
        return False
    halves = (
        _HYPHENATED_WORD.findall(stem.casefold())[-1],
        _HYPHENATED_WORD.findall(rest.casefold())[0],
    )
    joined, hyphenated = "".join(halves), "-".join(halves)
    if joined in whole:
        return True
    are_words = all(half in whole and len(half) >= MIN_HALF_LETTERS for half in halves)
    if hyphenated in whole or rest[:1].isupper() or are_words:
        return False
    if not in_doubt:
        return False
    return "-" not in halves[0] or halves[0].rpartition("-")[2] + halves[1] in whole


def _is_unspaced(character: str) -> bool:
    """Tell whether a character is of a script without spaces between words, or a mark in it."""
    return character > "\u2e7f" and not "\uac00" <= character <= "\ud7af"
