"""Fold typography, for comparing text only; text is never shown folded.

Two texts with the same folded form differ only in quotation marks, apostrophes, dashes, spaces,
ligatures, character width or soft hyphens. None of these counts as a rewording.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

FOLDED_MARKS: Final = {
    "'": "‘’‚‛′‹›`´ʼ＇",
    '"': "“”„‟″«»＂〝〞",
    "-": "‐‑‒–—―−⸺⸻－",
    " ": "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000",
    "": "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f",
    "...": "…",
}
_TABLE: Final = {ord(mark): to for to, marks in FOLDED_MARKS.items() for mark in marks}


def fold(text: str) -> str:
    """Return `text` without typographic differences; case is kept. Positions may change."""
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ").replace("\n", " ")
    return unicodedata.normalize("NFKC", text.translate(_TABLE)).translate(_TABLE)


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return `word` folded, in lower case, without underscores that mark italics in plain text."""
    return fold(word).casefold().strip("_") or word
