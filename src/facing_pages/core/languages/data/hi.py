"""What the program knows of Hindi."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, words

LANGUAGE: Final = Language(
    code="hi",
    name="Hindi",
    magnitudes=words("सौ हज़ार हजार लाख करोड़ अरब"),
    negations=words("नहीं न मत ना कभी बिना"),
    negating_parts=words("अ- अन-"),
    weighty_words=words("केवल सिर्फ अगर यदि"),
    script=r"\p{Devanagari}",
)
