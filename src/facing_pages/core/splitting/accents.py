"""What a difference in accents says: a text may have dropped all of them, or one word lost its own.

    où est-il allé ?   ou est-il alle ?      dropped     the same words, in another form
    où est-il allé ?   ou est-il allé ?      written     "ou" is another word than "où"
    bà mua cá          ba mua ca             tones       in Vietnamese, always other words

Where a text writes accents, a word that lost its own and is no word without it ("chateau" for
"château") is still the same one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import Final

import regex

from facing_pages.core.languages.frequencies import UNLISTED_FREQUENCY, word_frequencies
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.splitting.folding import fold_word

_ACCENTED: Final = regex.compile(r"\p{Latin}\p{M}+|(?![\x00-\x7f])\p{Latin}")
_LATIN_WORD: Final = regex.compile(r"[\p{Latin}\p{M}]+")
_VIETNAMESE: Final = regex.compile("[ơưƠƯ\u1ea0-\u1ef9]")
_LATIN_ACCENTS: Final = regex.compile(r"(?<=\p{Latin}\p{M}*)[\u0300-\u036f]")
# Share of the accents of one text that the other has at most if it dropped them: a name keeps its
# own. By judgement.
MAX_SHARE_KEPT: Final = 0.1
# Share of the words with accents of one text that the other has without them, from above which it
# dropped them. By judgement.
MIN_SHARE_DROPPED: Final = 0.5
# How common a word without accents is, beside the one with them, from which on it is another word:
# rarer ones are errors. By judgement.
MIN_SHARE_OF_OTHER: Final = 0.1


class Accents(Enum):
    """What the accents of two texts are."""

    NONE = "one text has none, or neither has"
    DROPPED = "one text has none, and the same words as the other"
    WRITTEN = "both texts have them"
    TONES = "both texts have them, and they carry the sense"


def accents_of(original: str, rewrite: str) -> Accents:
    """Return what accents are in two texts. Linear in their length."""
    if _VIETNAMESE.search(original) or _VIETNAMESE.search(rewrite):
        return Accents.TONES
    fewer, more = sorted(len(_ACCENTED.findall(text)) for text in (original, rewrite))
    if fewer > MAX_SHARE_KEPT * more:
        return Accents.WRITTEN
    return Accents.DROPPED if _are_dropped(original, rewrite) else Accents.NONE


def _are_dropped(original: str, rewrite: str) -> bool:
    """Tell whether most words with accents in one text stand in the other without them."""
    old, new = (frozenset(_LATIN_WORD.findall(fold_word(text))) for text in (original, rewrite))
    accented = {word for word in old ^ new if not word.isascii()}
    shared = {word for word in accented if without_accents(word) in (new if word in old else old)}
    return len(shared) > MIN_SHARE_DROPPED * len(accented)


def are_other_words(
    old: Sequence[str], new: Sequence[str], accents: Accents, *, language: str
) -> bool:
    """Tell whether folded words that are equal but for accents are other words for them."""
    if accents in (Accents.NONE, Accents.DROPPED) or len(old) != len(new):
        return False
    pairs = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    bare = [tuple(map(without_accents, pair)) for pair in pairs]
    differing = [pair for pair, plain in zip(pairs, bare, strict=True) if plain[0] == plain[1]]
    if accents is Accents.TONES:
        return bool(differing)
    return _tells_by_accents(language) and any(_is_other(*pair, language) for pair in differing)


def without_accents(word: str) -> str:
    """Return a word with its Latin letters bare."""
    if word.isascii():
        return word
    bare = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", bare)


def _is_other(one: str, other: str, language: str) -> bool:
    shares = word_frequencies(language)
    lost, kept = sorted((one, other), key=lambda word: not word.isascii())
    if not lost.isascii():
        return True
    return shares.get(lost, 0.0) >= MIN_SHARE_OF_OTHER * shares.get(kept, UNLISTED_FREQUENCY)


@cache
def _tells_by_accents(language: str) -> bool:
    """Tell whether small words of a language have accents: those of English have none."""
    return not all(map(str.isascii, language_by_code(language).function_words))
