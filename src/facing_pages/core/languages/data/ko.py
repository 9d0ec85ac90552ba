"""What the program knows of Korean."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language

LANGUAGE: Final = Language(
    code="ko",
    name="Korean",
    script=r"\p{Hangul}",
)
