"""Fold typography, for comparing text only; text is never shown folded.

Two texts with the same folded form are read alike: they differ only in quotation marks,
apostrophes, dashes, spaces, ligatures, character width or soft hyphens, and words also in letters
that Unicode has twice and in the old accents of Greek. None of these counts as a rewording.

    “No way” – she said   ->   "No way" - she said
    10² ½ ﬁve             ->   10² 1/2 five               a raised figure behind a figure stays
    IŞIK                  ->   ışık                       in Turkish: `with_own_letters`
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.splitting.greek import monotonic


class Folding(NamedTuple):
    """Characters that stand for others, and why nobody reads them otherwise."""

    to: str
    characters: str
    reason: str


FOLDINGS: Final = (
    Folding(
        "'",
        "‘’‚‛′‹›`´ʼ＇׳\u1fbd\u1fbf\u1ffe",
        "single quotation marks, apostrophes and primes look alike",
    ),
    Folding('"', "“”„‟″«»＂〝〞״", "so do double ones; countries set them differently"),
    Folding("-", "‐‑‒–—―−⸺⸻－\u05be", "a dash is as long as the font and the house style want it"),
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
# Letters that Unicode has twice. `fold` keeps them, for what is learned of a language knows them.
LETTER_FOLDINGS: Final = (
    Folding("ك", "ک", "Persian and Arabic keyboards have a kaf each"),
    Folding("ي", "ی", "and a ya each"),
    Folding("", "\u0640", "the stroke only makes an Arabic word longer"),
    Folding("i", "İ", "it is the capital of i, wherever it stands"),
)
_TABLE: Final = {ord(mark): row.to for row in FOLDINGS for mark in row.characters}
_LETTER_TABLE: Final = {ord(mark): row.to for row in LETTER_FOLDINGS for mark in row.characters}
# Quicker than to look for letters of the table and of old Greek: those, and any with marks apart.
_MAY_FOLD: Final = re.compile(
    rf"[{''.join(row.characters for row in LETTER_FOLDINGS)}\u0300-\u036f\u1f00-\u1fff]"
)
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
    if word.isascii():
        return fold(word).lower().strip("_") or word
    return fold_letters(fold(word)).casefold().strip("_") or word


def fold_letters(folded: str) -> str:
    """Return a folded text with one letter for any that Unicode has twice, Greek in new accents."""
    if folded.isascii() or _MAY_FOLD.search(folded) is None:
        return folded
    plain = folded.translate(_LETTER_TABLE).replace("i\u0307", "i").replace("ı\u0307", "i")
    return unicodedata.normalize("NFC", monotonic(plain))


def with_own_letters(text: str, *, language: str) -> str:
    """Return text in which letters stand for those that its language reads as them.

    I becomes ı in Turkish, ş becomes ș in Romanian, whose older fonts had no other. Every letter
    becomes one letter, so that positions stay.
    """
    for letter, own in language_by_code(language).letters.items():
        text = text.replace(letter, own)
    return text
