"""What the program knows of Hindi."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language

LANGUAGE: Final = Language(
    code="hi",
    name="Hindi",
    script=r"\p{Devanagari}",
)
