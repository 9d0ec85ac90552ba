"""What the program knows of Thai."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language

LANGUAGE: Final = Language(
    code="th",
    name="Thai",
    script=r"\p{Thai}",
)
