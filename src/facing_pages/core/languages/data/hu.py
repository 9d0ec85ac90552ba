"""What the program knows of Hungarian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="hu",
    name="Hungarian",
    function_words=words(
        "a az és nem hogy is ha csak de meg van volt vagy már még el ki be fel le ez azt "
        "ezt aki ami mely amely mint mert így úgy ő ők én te mi ti nincs lesz lett volna "
        "minden egy között után előtt alatt által szerint sem ne vagyok vannak neki"
    ),
    magnitudes=words("száz ezer millió milliárd"),
    negations=words("nem ne sem nincs nincsenek soha senki semmi nélkül"),
    negating_parts=words("nem-"),
    weighty_words=words("csak kivéve ha"),
    final_words=forms("nem Nem ok OK kan art ver ken la me con"),
    forms_before_names=forms("ún özv"),
    forms_before_numbers=forms("kb"),
    closing_forms=forms("stb"),
    capital_words=words(
        "Ön Önök Maga Virág Rózsa Szabó Kovács Molnár Farkas Király Fekete Fehér Nagy Kis Föld"
    ),
)
