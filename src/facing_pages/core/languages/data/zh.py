"""What the program knows of Chinese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language

LANGUAGE: Final = Language(
    code="zh",
    name="Chinese",
    script=r"\p{Han}",
)
