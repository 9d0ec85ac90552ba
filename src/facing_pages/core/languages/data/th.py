"""What the program knows of Thai."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, words

LANGUAGE: Final = Language(
    code="th",
    name="Thai",
    negations=words("ไม่ มิ ไร้"),
    weighty_words=words("เพียง ถ้า"),
    script=r"\p{Thai}",
    unspaced_letters=r"\p{Thai}",
)
