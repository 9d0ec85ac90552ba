"""Typography folded away: text as it is compared, never as it is shown.

Two texts that fold to the same differ in quotation marks, apostrophes, dashes, spaces,
ligatures, character width or soft hyphens only. Nothing of that is a rewording.
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
    """Return `text` without typographic distinctions; case is kept. Positions change."""
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ").replace("\n", " ")
    return unicodedata.normalize("NFKC", text.translate(_TABLE)).translate(_TABLE)


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return `word` without typography, case, and the underscores plain text sets italics with."""
    return fold(word).casefold().strip("_") or word
