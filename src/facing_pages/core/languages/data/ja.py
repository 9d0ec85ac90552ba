"""What the program knows of Japanese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, words

LANGUAGE: Final = Language(
    code="ja",
    name="Japanese",
    negations=words("不 無 非 未 否"),
    script=r"[\p{Hiragana}\p{Katakana}]",
)
