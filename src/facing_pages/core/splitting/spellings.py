"""What the spellings of one word have in common, whatever the language.

    hòa     hoà       the tone of two open vowels may stand over either in Vietnamese
    बाज़ार    बाजार      many leave out the dot of sounds that Hindi took over
    всё     все       Russian is mostly printed without the two points

Some of them are other words as well (все is "all"), so they count as a form and not as typography.
Spellings of single words are not here, but with their languages.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from facing_pages.core.splitting.greek import without_needless_accent


class Spelling(NamedTuple):
    """Letters that a word may be spelled with, and why it stays the same word."""

    pattern: regex.Pattern[str]
    to: str
    reason: str


_TONE: Final = r"[\u0300\u0301\u0303\u0309\u0323]"
# Of small letters with their marks apart (Unicode's form NFD), and of composed ones (NFC).
DECOMPOSED_SPELLINGS: Final = (
    Spelling(
        regex.compile(rf"(?<=o)({_TONE})([ae])\b"),
        r"\2\1",
        "Vietnamese sets the tone of oa and oe over either vowel",
    ),
    Spelling(regex.compile(rf"(?<=(?<!q)u)({_TONE})(y)\b"), r"\2\1", "and that of uy"),
)
SPELLINGS: Final = (
    Spelling(
        regex.compile("(?<=[कखगजझफ])\u093c+"),
        "",
        "the dot of a sound from Persian may be left out in Hindi",
    ),
    Spelling(regex.compile("(?<=[ਖਗਜਫ])\u0a3c+"), "", "and in Punjabi"),
    Spelling(regex.compile("ё"), "е", "Russian is mostly printed without the two points"),
    Spelling(regex.compile("[أإآٱ]"), "ا", "an Arabic alif is often written without its hamza"),
    Spelling(regex.compile(r"ى\b"), "ي", "a last ya has no points in Egypt"),
    Spelling(regex.compile(r"ة\b"), "ه", "nor has the feminine ending where one writes fast"),
)


def spelled_alike(text: str) -> str:
    """Return small letters (NFC) so that all spellings of the same words are the same."""
    return text if text.isascii() else _spelled_alike(text)


@lru_cache(maxsize=50_000)
def _spelled_alike(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    for row in DECOMPOSED_SPELLINGS:
        letters = row.pattern.sub(row.to, letters)
    letters = without_needless_accent(unicodedata.normalize("NFC", letters))
    for row in SPELLINGS:
        letters = row.pattern.sub(row.to, letters)
    return unicodedata.normalize("NFC", letters)
