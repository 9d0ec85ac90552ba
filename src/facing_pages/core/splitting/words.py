"""From sentences to words, as spans.

A number with its separators and per cent sign, an abbreviation with its points, a compound with its
hyphens and a contraction are one word each. So is every punctuation mark. Scripts without spaces
are cut by lists of words (`unspaced_words`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.model import Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.unspaced_words import (
    NUMERALS,
    UNSPACED_LETTERS,
    languages_by_script,
    word_bounds,
)

_OWN_WORD_CLASSES: Final = UNSPACED_LETTERS + r"\p{Extended_Pictographic}"
_LETTER: Final = rf"(?:(?![{_OWN_WORD_CLASSES}](?<!\p{{M}}))[\p{{L}}\p{{M}}\p{{Nd}}_\u00ad])"
_HYPHEN: Final = r"[-\u2010\u2011]"
# A hyphen that is one: behind a dash stands what no compound ends with.
_DASH_WORDS: Final = "|".join(sorted(of_all_languages(lambda language: language.dash_words)))
_JOINING: Final = rf"{_HYPHEN} (?! (?i:{_DASH_WORDS}) (?! [\p{{L}}\p{{M}}\p{{Nd}}_'’-] ) )"
_APOSTROPHE: Final = r"['’ʼ]"
# Plus or minus before a number; behind a number or word it is a dash.
_SIGN: Final = r"(?: (?<! [\p{L}\p{M}\p{Nd}_)\]%°] ) [-+−–±] )"
# Commands of LaTeX that set words apart, as quotation marks and marks of emphasis do.
_SETTING_COMMAND: Final = (
    r"\\(?:emph|enquote|underline|text(?:bf|it|md|quote|rm|sc|sf|sl|tt|up))\*?\{"
)
_CLAUSE: Final = r"\p{Nd}+ (?: \.\p{Nd}+ )* (?: \( (?: \p{Nd}{1,3} | \p{Ll}{1,4} ) \) )++"
_POINTED: Final = "|".join(sorted(of_all_languages(lambda language: language.pointed_forms)))
_TEXT_WORD: Final = regex.compile(
    rf"""
    [A-Za-z]++ (?= [\s,;!?] ) | [,;!?] (?= \s )                       # most of them, at once
  | (?: https?:// | www\. ) [^\s<>"”]+ (?<![.,;:!?)])               # addresses
  | (?: \p{{L}}\. ){{2,}} (?: {_HYPHEN} {_LETTER}+ )*                # U.S.  e.g.  U.S.-backed
  | (?: {_POINTED} ) \. (?=[\s,;)])                                 # Gen.  Mr.
  | \[ [\p{{L}}\p{{Nd}}]{{1,12}} \] (?! {_LETTER})                    # [12]  [sic]
  | {_SETTING_COMMAND}                                                       # \emph{{
  | {_CLAUSE} (?! {_LETTER} )                                       # 4.2(b)
  | (?= [-+−–±\p{{Sc}}\p{{Nd}}] ) {_SIGN}? \p{{Sc}}? \p{{Nd}}+ (?: [.,:/’'\u202f]\p{{Nd}}+ )*
      (?: [%‰°] | {_HYPHEN}?{_LETTER}+ (?: {_HYPHEN} {_LETTER}+ )* )?  # 1,500  -3.5%  $20  20th
  | (?= \p{{Lu}}\p{{L}}?[-+−] ) (?<! {_LETTER} )
      (?: \p{{Lu}} | AB | Rh ) [-+−] (?! {_LETTER} )                   # A-  B+  Rh-
  | {_LETTER}+ (?: (?: {_APOSTROPHE} | {_JOINING} | · ) {_LETTER}+ )*  # don't  well-known
  | \.{{2,}} | -{{2,}}                                               # ... --
  | (?! \p{{M}} ) [{UNSPACED_LETTERS}] [{UNSPACED_LETTERS}\p{{M}}]*
  | (?! [\s\x1c-\x1f\u200b\u2060\ufeff] ) \X
    """,
    regex.VERBOSE,
)
# Where scripts without spaces stand in Unicode, and others beside them. Quicker than to look for
# `UNSPACED_LETTERS`.
_MAY_BE_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0003ffff]")
_STARTS_RUN: Final = regex.compile(rf"[{UNSPACED_LETTERS}]")
_CHARACTER: Final = regex.compile(r"\X")
_UNSPACED_WORD: Final = regex.compile(rf"[{UNSPACED_LETTERS}]\p{{M}}*")
# Punctuation: no letter, no digit and no sign that is read aloud. Lines of tables and boxes are
# punctuation as well; some marks that Unicode calls punctuation are read.
_PUNCTUATION_ONLY: Final = regex.compile(
    rf"[\p{{P}}\p{{Z}}\p{{Cf}}\p{{Sk}}\p{{M}}`´|¦\u2500-\u257f]+|{_SETTING_COMMAND}"
)
_PICTOGRAPH: Final = regex.compile(r"[\p{Extended_Pictographic}\p{Regional_Indicator}]")
_READ_MARKS: Final = frozenset("%‰&@#§٪％＆＠＃")


def words_in(text: str, within: Span) -> list[str]:
    """Return the words and punctuation marks in a part of `text`, in order, as strings."""
    if not may_be_unspaced(text, within):
        return _spaced_words(text, within)
    languages = languages_by_script(text, within)
    words: list[str] = []
    for word in _TEXT_WORD.findall(text, within.start, within.end):
        if len(word) > 1 and _STARTS_RUN.match(word):
            bounds = word_bounds(word, languages)
            words += (word[start:end] for start, end in pairwise(bounds))
        else:
            words.append(word)
    return words


def split_words(text: str, within: Span) -> list[Span]:
    """Return the spans of the words and punctuation marks in a part of `text`, in order."""
    spans: list[Span] = []
    end = within.start
    for word in words_in(text, within):
        # Between words stands only what no word begins with.
        start = text.find(word, end)
        end = start + len(word)
        spans.append(Span(start, end))
    return spans


def characters_in(text: str, within: Span) -> list[str]:
    """Return the words in a part of `text`; of scripts without spaces, the single characters."""
    if not may_be_unspaced(text, within):
        return _spaced_words(text, within)
    characters: list[str] = []
    for word in _TEXT_WORD.findall(text, within.start, within.end):
        if len(word) > 1 and _STARTS_RUN.match(word):
            characters += _CHARACTER.findall(word)
        else:
            characters.append(word)
    return characters


def _spaced_words(text: str, within: Span) -> list[str]:
    """Return the words in a part of `text` in scripts with spaces.

    No word reaches over a space, and what stands between two spaces is mostly a word that came
    before.
    """
    part = within.of(text)
    pieces = part.split()
    if not pieces:
        return []
    first_end = within.start + part.index(pieces[0]) + len(pieces[0])
    # What stands before the part may tell what its first mark is.
    words: list[str] = _TEXT_WORD.findall(text, within.start, min(first_end + 1, within.end))
    for piece in pieces[1:-1]:
        words += _words_of(f"{piece} ")
    if len(pieces) > 1:
        words += _words_of(f"{pieces[-1]} " if part[-1].isspace() else pieces[-1])
    return words


@lru_cache(maxsize=50_000)
def _words_of(piece: str) -> tuple[str, ...]:
    return tuple(_TEXT_WORD.findall(piece))


def may_be_unspaced(text: str, within: Span) -> bool:
    """Tell whether a script without spaces may stand in a part of `text`; quick."""
    return _MAY_BE_UNSPACED.search(text, within.start, within.end) is not None


@lru_cache(maxsize=20_000)
def is_unspaced(word: str) -> bool:
    """Tell whether a word is a single character of a script without spaces."""
    return _UNSPACED_WORD.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def is_punctuation(word: str) -> bool:
    """Tell whether a word (of `split_words`) is punctuation only."""
    return _PUNCTUATION_ONLY.fullmatch(word) is not None and word not in _READ_MARKS


def has_digit(word: str) -> bool:
    """Tell whether a word is written with figures, at least in part: "10", "20th", "五百"."""
    return any(map(str.isdigit, word)) or (bool(word) and NUMERALS.issuperset(word))


def is_pictograph(word: str) -> bool:
    """Tell whether a word is a picture: an emoji, a flag, a star."""
    return _PICTOGRAPH.match(word) is not None


def is_light(word: str, function_words: frozenset[str]) -> bool:
    """Tell whether a word is never linked or marked alone: a function word or punctuation."""
    return fold_word(word) in function_words or is_punctuation(word)
