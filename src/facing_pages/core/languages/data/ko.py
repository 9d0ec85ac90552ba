"""What the program knows of Korean."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, words

LANGUAGE: Final = Language(
    code="ko",
    name="Korean",
    negations=words("안 못 아니 없이 없다 않다 않는다"),
    script=r"\p{Hangul}",
)
