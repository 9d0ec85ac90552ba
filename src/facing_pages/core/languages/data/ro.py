"""What the program knows of Romanian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="ro",
    name="Romanian",
    function_words=words(
        "și si de în in a la să cu nu pe o un că care pentru este e sunt era erau au am ai "
        "fost ce din prin mai dar sau iar dacă când unde cum ca al ale cel cea cei cele lui "
        "ei lor își se mă te ne vă le îi el ea noi voi acest această acel după despre între "
        "fără fi"
    ),
    letters=pairs("ş ș ţ ț Ş Ș Ţ Ț \u0327 \u0326"),
    magnitudes=words("sute mii milion milioane miliard miliarde"),
    negations=words("nu nici niciodată nimeni nimic niciun nicio fără"),
    negating_parts=words("ne- in- im-"),
    weighty_words=words("doar numai dacă"),
    final_words=forms("la va loc ore alta sens corp gen con me ok OK arc"),
    forms_before_names=forms("dl dna d-na d-l sf Sf ex î"),
    closing_forms=forms("etc ş.a"),
    conjunction="Și",
    chapter_words=words("capitolul"),
    caption_words=words("figura fig. tabelul harta"),
    capital_words=words("Ion Florin Soare Luna Floarea"),
    greetings=phrases(
        "dragă, dragi, draga, dragul, dragii mei, stimate, stimată, stimați, stimate domn, "
        "stimată doamnă, bună, bună ziua, bună tuturor, bună dimineața, bună seara, salut, salut "
        "tuturor"
    ),
    closings=phrases(
        "cu stimă, cu respect, cu deosebită stimă, cu considerație, cu prietenie, cu drag, cu "
        "salutări, salutări, salutări cordiale, toate cele bune, cele bune, numai bine, o zi "
        "bună, pe curând, mulțumesc, cu mulțumiri, al tău, a ta"
    ),
)
