"""What the program knows of Chinese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, words

LANGUAGE: Final = Language(
    code="zh",
    name="Chinese",
    negations=words("不 没 沒 无 無 非 未 别 別 勿"),
    weighty_words=words("只 仅 僅"),
    script=r"\p{Han}",
)
