"""What the program knows of Czech."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="cs",
    name="Czech",
    function_words=words(
        "a i v ve na se si je jsou jsem jsme že to ten ta ty ti toho tom té s z ze k ke do "
        "od po za pro při před pod nad ale nebo ani jak jako tak aby by byl byla bylo byli "
        "být má není on ona ono oni jeho její jejich mu mi já my vy co kdo který která "
        "které když kde jen už také však protože"
    ),
    magnitudes=words("sto tisíc tisíce milion miliony milionů miliarda miliardy miliard"),
    negations=words("ne není nejsou nikdy nikdo nic žádný žádná žádné ani bez"),
    negating_parts=words("ne- bez-"),
    weighty_words=words("jen pouze kromě pokud jestli"),
    final_words=forms("tu no No pod min hod mil"),
    forms_before_numbers=forms("č čl str"),
    closing_forms=forms("atd apod aj"),
    conjunction="A",
    chapter_words=words("kapitola"),
    caption_words=words("obrázek obr. tabulka tab. mapa"),
    capital_words=words(
        "Vlk Liška Zajíc Král Beran Holub Sokol Kos Most Písek Tábor Zima Mráz Hora Země"
    ),
)
