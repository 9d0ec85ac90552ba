"""Fold typography, for comparing text only; text is never shown folded.

Two texts with the same folded form are read alike: they differ only in quotation marks,
apostrophes, dashes, spaces, ligatures, character width or soft hyphens. None of these counts as a
rewording.

    “No way” – she said   ->   "No way" - she said
    10² ½ ﬁve             ->   10² 1/2 five               a raised figure behind a figure stays
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple


class Folding(NamedTuple):
    """Characters that stand for others, and why nobody reads them otherwise."""

    to: str
    characters: str
    reason: str


FOLDINGS: Final = (
    Folding("'", "‘’‚‛′‹›`´ʼ＇׳", "single quotation marks, apostrophes and primes look alike"),
    Folding('"', "“”„‟″«»＂〝〞״", "so do double ones; countries set them differently"),
    Folding("-", "‐‑‒–—―−⸺⸻－", "a dash is as long as the font and the house style want it"),
    Folding("/", "⁄∕", "the stroke of a fraction is a stroke"),
    Folding(
        " ",
        "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u202f\u205f\u3000",
        "a space is as wide as the line wants it",
    ),
    Folding(
        "",
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f",
        "nobody sees hyphens that are not set, joiners and selectors of a glyph",
    ),
    Folding("...", "…", "three points are one sign in some fonts"),
)
_TABLE: Final = {ord(mark): row.to for row in FOLDINGS for mark in row.characters}
# Unicode's kinds of compatible characters that are read otherwise behind a figure: 10² is not 102.
_RAISED: Final = ("<super>", "<sub>", "<circle>")


def fold(text: str) -> str:
    """Return `text` without typographic differences; case is kept. Positions may change."""
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ").replace("\n", " ")
    text = unicodedata.normalize("NFC", text.translate(_TABLE))
    if unicodedata.is_normalized("NFKC", text):
        return text
    plain: list[str] = []
    for character in text:
        is_behind_figure = bool(plain) and plain[-1][-1:].isdigit()
        plain.append(_compatible(character, is_behind_figure=is_behind_figure))
    return unicodedata.normalize("NFC", "".join(plain)).translate(_TABLE)


@lru_cache(maxsize=4096)
def _compatible(character: str, *, is_behind_figure: bool) -> str:
    """Return what a ligature, wide letter, raised figure or fraction is written for."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if not kind.startswith("<") or (is_behind_figure and kind in _RAISED):
        return character
    plain = unicodedata.normalize("NFKC", character)
    return f" {plain}" if is_behind_figure and kind == "<fraction>" else plain


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return `word` folded, in lower case, without underscores that mark italics in plain text."""
    return fold(word).casefold().strip("_") or word
