"""Greek in the old accents as it is written today.

    τὴν ᾠδὴ   ->   την ωδή        accents that sound alike are one; breathings are not written
    ἢ, ποῦ    ->   ή, πού         these keep theirs, because η and που are other words
    ὅρος      ->   όρος           so does ὄρος, which is another word: `differ_in_old_signs`

In 1982 Greece gave up breathings and all accents but one, which words of one syllable do not have.
Text has to be in Unicode's form NFC, and so is the result.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

import regex

_GRAVE: Final = "\u0300"
_ACUTE: Final = "\u0301"
_CIRCUMFLEX: Final = "\u0342"
# Smooth and rough breathing and the iota below a vowel.
_UNWRITTEN: Final = "\u0313\u0314\u0345"
_OLD_LETTER: Final = regex.compile(
    r"[\u1f00-\u1f6f\u1f70\u1f72\u1f74\u1f76\u1f78\u1f7a\u1f7c\u1f80-\u1fff]"
    rf"|(?<=\p{{Greek}}\p{{M}}*)[{_UNWRITTEN}{_GRAVE}{_CIRCUMFLEX}]"
)
# Accents and breathings that stand alone, in no letter, end a word.
_GREEK_WORD: Final = regex.compile(r"(?:(?=\p{L})\p{Greek}|\p{M})+")
# A vowel, or two that are one: αι, ει, οι, υι, ου, αυ, ευ, ηυ, whose second letter has the accent.
_SYLLABLE: Final = regex.compile(r"[αεου]ι(?!\u0308)|[αεηο]υ(?!\u0308)|[αεηιουω]")
# Written as one syllable, though two vowels that make none meet in them.
_ONE_SYLLABLE: Final = frozenset(
    "για μια μιας μιαν πια πιο ποια ποιας ποιαν ποιο ποιον ποιου ποιος ποιοι ποιους ποιες ποιων "
    "δυο νιος νια γεια γιος γιοι γιου γιους γιων πιω πιεις πιει πιουν".split()
)
# Words that are others without their accent: or, the; where, that; how, that.
_TOLD_BY_ACCENT: Final = frozenset(("η", "που", "πως"))


def monotonic(text: str) -> str:
    """Return text whose Greek words have the accents of today."""
    if _OLD_LETTER.search(text) is None:
        return text
    return _GREEK_WORD.sub(lambda match: _monotonic_word(match.group()), text)


def without_needless_accent(word: str) -> str:
    """Return a Greek word of one syllable without its accent, another word as it is."""
    letters = unicodedata.normalize("NFD", word)
    bare = letters.replace(_ACUTE, "")
    if bare == letters or _GREEK_WORD.fullmatch(letters) is None:
        return word
    if bare.lower() in _TOLD_BY_ACCENT or not _is_one_syllable(letters):
        return word
    return unicodedata.normalize("NFC", bare)


def differ_in_old_signs(one: str, other: str) -> bool:
    """Tell whether two texts in the old accents have other breathings, or another iota below."""
    if _OLD_LETTER.search(one) is None or _OLD_LETTER.search(other) is None:
        return False
    return _old_signs(one) != _old_signs(other)


def _old_signs(text: str) -> list[str]:
    return [mark for mark in unicodedata.normalize("NFD", text) if mark in _UNWRITTEN]


@lru_cache(maxsize=50_000)
def _monotonic_word(word: str) -> str:
    if _OLD_LETTER.search(word) is None:
        return word
    letters = unicodedata.normalize("NFD", word)
    had_grave = _GRAVE in letters
    for mark in _UNWRITTEN:
        letters = letters.replace(mark, "")
    letters = letters.replace(_GRAVE, _ACUTE).replace(_CIRCUMFLEX, _ACUTE)
    bare = letters.replace(_ACUTE, "")
    # A relative που and a πως that is "that" have a grave accent, the words that ask never.
    keeps = bare.lower() in _TOLD_BY_ACCENT and (len(bare) == 1 or not had_grave)
    if not keeps and _is_one_syllable(letters):
        letters = bare
    return unicodedata.normalize("NFC", letters)


def _is_one_syllable(letters: str) -> bool:
    """Tell whether decomposed letters are one syllable; one of two vowels has its accent last."""
    small = letters.lower().replace("σ", "ς")
    starts = [match.start() for match in _SYLLABLE.finditer(small)]
    if len(starts) <= 1:
        return bool(starts)
    return small.replace(_ACUTE, "") in _ONE_SYLLABLE and small.find(_ACUTE) > starts[-1]
