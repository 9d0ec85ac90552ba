"""How alike sentences are by the letters of their words, whatever the spelling of their time.

sayde vnto hym   said unto him     the same groups of three letters, once v and u, i, j and y
                                   are one, doubled letters single, and a last e is dropped
Hôtel, Theil     hotel, Teil       and accents and a silent h
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# Letters in a group. By judgement, as is usual where words are compared by their letters.
LETTERS_IN_GROUP: Final = 3
# What stood for what in the spelling of Latin letters before it was settled. By judgement, from
# English, German and French prints of the sixteenth to the eighteenth century.
_WRITTEN: Final = (("ck", "k"), ("th", "t"), ("ph", "f"), ("æ", "e"), ("œ", "e"), ("ß", "s"))
_ONE_LETTER: Final = str.maketrans("vwjycz", "uuiiks")
_DOUBLED: Final = re.compile(r"(.)\1+")
# Letters up to which a word keeps its last e: "he" is not "h". By judgement.
MAX_SHORT_WORD: Final = 3


def letter_groups(words: Iterable[str]) -> frozenset[str]:
    """Return the groups of letters of some words, as they were once spelt."""
    return frozenset(group for word in words for group in _groups(word))


def letters_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike two sets of groups are (Dice), 0 for nothing."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def old_spelling(word: str) -> str:
    """Return a word with all that was written in more than one way in one."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    for was, now in _WRITTEN:
        plain = plain.replace(was, now)
    plain = _DOUBLED.sub(r"\1", plain.translate(_ONE_LETTER))
    return plain[:-1] if len(plain) > MAX_SHORT_WORD and plain.endswith("e") else plain


@lru_cache(maxsize=10_000)
def _groups(word: str) -> frozenset[str]:
    bounded = f" {old_spelling(word)} "
    return frozenset(
        bounded[k : k + LETTERS_IN_GROUP]
        for k in range(max(1, len(bounded) - LETTERS_IN_GROUP + 1))
    )
