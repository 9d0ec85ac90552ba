"""What the program knows of Japanese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language

LANGUAGE: Final = Language(
    code="ja",
    name="Japanese",
    script=r"[\p{Hiragana}\p{Katakana}]",
)
