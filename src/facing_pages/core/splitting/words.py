"""From sentences to words, as spans.

A number with its separators and per cent sign, an abbreviation with its points, a compound with its
hyphens and a contraction are one word each. So is every punctuation mark, and every character of a
script without spaces.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.model import Span
from facing_pages.core.splitting.folding import fold_word

_UNSPACED: Final = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_OWN_WORD_CLASSES: Final = _UNSPACED + r"\p{Extended_Pictographic}"
_LETTER: Final = rf"(?:(?![{_OWN_WORD_CLASSES}])[\p{{L}}\p{{M}}\p{{Nd}}_\u00ad])"
_HYPHEN: Final = r"[-\u2010\u2011]"
_APOSTROPHE: Final = r"['’ʼ]"
# Plus or minus before a number; behind a number or word it is a dash.
_SIGN: Final = r"(?: (?<! [\p{L}\p{M}\p{Nd}_)\]%°] ) [-+−–±] )"
_POINTED: Final = "|".join(sorted(of_all_languages(lambda language: language.pointed_forms)))
_TEXT_WORD: Final = regex.compile(
    rf"""
    [A-Za-z]++ (?= [\s,;!?] ) | [,;!?] (?= \s )                       # most of them, at once
  | (?: https?:// | www\. ) [^\s<>"”]+ (?<![.,;:!?)])               # addresses
  | (?: \p{{L}}\. ){{2,}} (?: {_HYPHEN} {_LETTER}+ )*                # U.S.  e.g.  U.S.-backed
  | (?: {_POINTED} ) \. (?=[\s,;)])                                 # Gen.  Mr.
  | \[ [\p{{L}}\p{{Nd}}]{{1,12}} \] (?! {_LETTER})                    # [12]  [sic]
  | (?= [-+−–±\p{{Sc}}\p{{Nd}}] ) {_SIGN}? \p{{Sc}}? \p{{Nd}}+ (?: [.,:/’'\u202f]\p{{Nd}}+ )*
      (?: [%‰°] | {_HYPHEN}?{_LETTER}+ (?: {_HYPHEN} {_LETTER}+ )* )?  # 1,500  -3.5%  $20  20th
  | (?= \p{{Lu}}\p{{L}}?[-+−] ) (?<! {_LETTER} )
      (?: \p{{Lu}} | AB | Rh ) [-+−] (?! {_LETTER} )                   # A-  B+  Rh-
  | {_LETTER}+ (?: (?: {_APOSTROPHE} | {_HYPHEN} | · ) {_LETTER}+ )*  # don't  well-known
  | \.{{2,}} | -{{2,}}                                               # ... --
  | (?! [\s\u200b\u2060\ufeff] ) \X
    """,
    regex.VERBOSE,
)
_UNSPACED_WORD: Final = regex.compile(rf"[{_UNSPACED}]\p{{M}}*")
# Punctuation: no letter, no digit and no sign that is read aloud. Lines of tables and boxes are
# punctuation as well; some marks that Unicode calls punctuation are read.
_PUNCTUATION_ONLY: Final = regex.compile(r"[\p{P}\p{Z}\p{Cf}\p{Sk}\p{M}`´|¦\u2500-\u257f]+")
_READ_MARKS: Final = frozenset("%‰&@#§٪％＆＠＃")


def words_in(text: str, within: Span) -> list[str]:
    """Return the words and punctuation marks in a part of `text`, in order, as strings."""
    found: list[str] = _TEXT_WORD.findall(text, within.start, within.end)
    return found


def split_words(text: str, within: Span) -> list[Span]:
    """Return the spans of the words and punctuation marks in a part of `text`, in order."""
    return [Span(*match.span()) for match in _TEXT_WORD.finditer(text, within.start, within.end)]


@lru_cache(maxsize=20_000)
def is_unspaced(word: str) -> bool:
    """Tell whether a word is a single character of a script without spaces."""
    return _UNSPACED_WORD.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def is_punctuation(word: str) -> bool:
    """Tell whether a word (of `split_words`) is punctuation only."""
    return _PUNCTUATION_ONLY.fullmatch(word) is not None and word not in _READ_MARKS


def has_digit(word: str) -> bool:
    """Tell whether a word is written with figures, at least in part: "10", "20th"."""
    return any(map(str.isdigit, word))


def is_light(word: str, function_words: frozenset[str]) -> bool:
    """Tell whether a word is never linked or marked alone: a function word or punctuation."""
    return fold_word(word) in function_words or is_punctuation(word)
