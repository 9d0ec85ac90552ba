"""Which differences are typography only: what a person reads alike on both sides.

    al Qaeda   al-Qaeda    typography     marks and spaces between letters are not read
    p < 0.05   p > 0.05    none of it     signs are read
    3.5 %      35%         none of it     so are points inside numbers
    1.250,50   1,250.50    form           the same number in another notation
    its        it's        form           an apostrophe was put right
    élève      eleve       form           all accents were left out
    hòa        hoà         form           another spelling of the same word
    τὴν        την         typography     Greek in the old accents
    us         US          none of it     with capitals it is another word

What is read of a word are its letters, figures and signs (currency, comparison, plus and minus,
degree, per cent, emoji), and its combining marks but for optional vowel points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final

import regex

from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import ChangeKind
from facing_pages.core.splitting.accents import without_accents
from facing_pages.core.splitting.folding import fold, fold_letters
from facing_pages.core.splitting.number_values import is_same_number
from facing_pages.core.splitting.spellings import spelled_alike
from facing_pages.core.splitting.words import is_punctuation

# Points that Hebrew and Arabic may leave out, and the stroke that makes an Arabic word longer.
_OPTIONAL_POINTS: Final = regex.compile(
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u0640]"
)
_DASH: Final = regex.compile(r"-+")
_NUMBER: Final = regex.compile(r"\p{Nd}(?:[.,:/' ]?\p{Nd})*")
# Share of the longer words of a sentence that have capitals from which on a capital says nothing,
# and the letters of a longer word: articles have none in titles. By judgement.
MIN_SHARE_OF_CAPITALS: Final = 0.5
MIN_TITLE_WORD_LETTERS: Final = 4


def difference_kind(original: Sequence[str], rewrite: Sequence[str]) -> ChangeKind | None:
    """Return typography or form where two runs of words differ in no more, None otherwise."""
    old, new = "".join(original), "".join(rewrite)
    if old.isascii() and new.isascii() and old.isalpha() and new.isalpha():
        return ChangeKind.TYPOGRAPHY if old.lower() == new.lower() else None
    old, new = reading(original), reading(rewrite)
    if old == new:
        return ChangeKind.TYPOGRAPHY
    if not (old.isascii() and new.isascii()):
        old, new = reading(_spelled_alike(original)), reading(_spelled_alike(rewrite))
    return ChangeKind.FORM if _is_another_form(old, new) else None


def reading(words: Sequence[str]) -> str:
    """Return what is read of words that follow one another: letters, figures and signs."""
    parts: list[str] = []
    has_dash = False
    for word in words:
        part = _reading_of(word)
        if part and parts and parts[-1][-1].isdigit() and part[0].isdigit():
            parts.append("-" if has_dash else " ")
        if part:
            parts.append(part)
        has_dash = not part and _DASH.fullmatch(fold(word)) is not None
    return "".join(parts)


def capital_words(words: Sequence[str], *, language: str) -> list[str]:
    """Return those words that would be others without their capitals, but for the first one."""
    listed = language_by_code(language).capital_words
    return [word for word in words[1:] if word.replace(".", "") in listed]


def plain_word(word: str) -> str:
    """Return what is read of a word that stands elsewhere: its letters, without a possessive."""
    return _reading_of(word).removesuffix("'s")


def is_other_word_by_case(
    words: tuple[str, str],
    others: tuple[Sequence[str], Sequence[str]],
    *,
    starts: tuple[bool, bool],
    language: str,
) -> bool:
    """Tell whether two words are not the same for their capitals: "us" and "US" or "U.S.".

    `others` are the other words around them that start no sentence: in titles and in texts all in
    capitals a capital says nothing, and neither does it where the word itself starts a sentence.
    Where nouns have capitals, there are none of titles.
    """
    letters = [word.replace(".", "") for word in words]
    known = language_by_code(language)
    listed = next((word for word in letters if word in known.capital_words), None)
    if listed is None or {*letters} != {listed, listed.lower()}:
        return False
    side = letters.index(listed)
    if listed.isupper() and len(listed) > 1:
        return not _is_mostly(others[side], str.isupper)
    if starts[side]:
        return False
    return known.nouns_have_capitals or not _is_mostly(others[side], str.istitle)


def _is_mostly(words: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Tell whether half of the longer words pass a test of their case."""
    longer = [word for word in words if len(word) >= MIN_TITLE_WORD_LETTERS and word.isalpha()]
    return bool(longer) and sum(map(test, longer)) >= MIN_SHARE_OF_CAPITALS * len(longer)


def _spelled_alike(words: Sequence[str]) -> list[str]:
    """Return words in small letters, so that other spellings of the same words are the same."""
    return [w if w.isascii() else spelled_alike(fold_letters(fold(w)).lower()) for w in words]


@lru_cache(maxsize=100_000)
def _reading_of(word: str) -> str:
    folded = fold_letters(fold(word)).lower().replace("ς", "σ")
    if folded.isascii() and folded.isalpha():
        return folded
    if is_punctuation(word):
        return ""
    kept: list[str] = []
    plain = _OPTIONAL_POINTS.sub("", folded)
    for k, character in enumerate(plain):
        before = kept[-1] if kept else ""
        after = plain[k + 1 : k + 2]
        if _is_read(character, before, after):
            kept.append(character)
    return "".join(kept)


def _is_read(character: str, before: str, after: str) -> bool:
    """Tell whether a character of a word is read, by those before and after it."""
    if character.isalnum() or character in "%‰&@#§+°":
        return True
    if character == "'":
        return before.isalpha()
    if character in ".,:/" and before.isdigit() and after.isdigit():
        return True
    if character == "-":
        return not before or not after or (before.isdigit() and after.isdigit())
    category = unicodedata.category(character)
    return category[0] in "MN" or category in ("Sc", "Sm", "So") or character >= "\U0001f000"


def _is_another_form(old: str, new: str) -> bool:
    """Tell whether two readings are the same but for apostrophes, ß, and notations of numbers.

    Or but for accents, where one side has none at all.
    """
    plain = [text.replace("'", "").replace("ß", "ss") for text in (old, new)]
    if any(map(str.isascii, plain)):
        plain = [without_accents(text) for text in plain]
    if _NUMBER.sub("0", plain[0]) != _NUMBER.sub("0", plain[1]):
        return False
    numbers = zip_longest(*map(_NUMBER.findall, plain), fillvalue="")
    return all(is_same_number(one, other) for one, other in numbers)
