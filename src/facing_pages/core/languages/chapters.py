"""How headings of chapters and captions read: "Chapter Two", "Kapitel 1. Licht", "Figure 2"."""

from __future__ import annotations

import re
from typing import Final

from facing_pages.core.languages.registry import function_words_of, of_all_languages

# What stands before the number of a chapter, in all languages, as part of a pattern.
CHAPTER_WORDS: Final = "|".join(sorted(of_all_languages(lambda language: language.chapter_words)))
_CAPTION_WORDS: Final = "|".join(
    map(re.escape, sorted(of_all_languages(lambda language: language.caption_words)))
)
_CHAPTER_NAMES: Final = "|".join(sorted(of_all_languages(lambda language: language.chapter_names)))
# Chinese and Japanese number chapters with characters around the number.
_HAN: Final = r"第.{1,5}[章回部]"
_CHAPTER_BEGINNING: Final = re.compile(
    rf"\s*(?:(?:{CHAPTER_WORDS})\b(?:\s+([^\W\d_]+))?|(?:{_CHAPTER_NAMES})\.?\s*$|{_HAN}(?:\W.{{0,40}})?$)",
    re.IGNORECASE,
)
_CHAPTER_HEADING: Final = re.compile(
    rf"(?:{CHAPTER_WORDS})\s+(\S{{1,20}})\b.{{0,60}}|(?:{_CHAPTER_NAMES})\.?|"
    rf"(?:[ivxlc]{{1,7}}|\d{{1,3}})\.?|{_HAN}\W?.{{0,40}}",
    re.IGNORECASE,
)
_CAPTION_BEGINNING: Final = re.compile(
    rf"(?:{_CAPTION_WORDS})\s*\d+(?:\.\d+)*[a-z]?\b", re.IGNORECASE
)
_ROMAN: Final = re.compile("[ivxlc]+")
_FUNCTION_WORDS: Final = function_words_of("") - {"the"}


def begins_chapter(line: str) -> bool:
    """Tell whether a line begins as a heading of a chapter does, so that it need not look like one.

    "Part the First." does, "Part of it was dark." does not.
    """
    found = _CHAPTER_BEGINNING.match(line)
    return found is not None and not _is_in_sentence(found.group(1))


def begins_caption(line: str) -> bool:
    """Tell whether a line begins with the number of a picture or table: "Figure 2. The quay"."""
    return _CAPTION_BEGINNING.match(line) is not None


def is_chapter_heading(paragraph: str) -> bool:
    """Tell whether a paragraph is nothing but the heading of a chapter, or its number alone."""
    found = _CHAPTER_HEADING.fullmatch(paragraph)
    return found is not None and not _is_in_sentence(found.group(1))


def _is_in_sentence(following: str | None) -> bool:
    """Tell whether the word behind a chapter word shows that it is an ordinary word here."""
    return following in _FUNCTION_WORDS and not _ROMAN.fullmatch(following)
