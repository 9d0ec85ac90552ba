"""What the program knows of Finnish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="fi",
    name="Finnish",
    function_words=words(
        "ja on ei että se oli mutta kun kuin niin myös hän ne he minä sinä me te jos ovat "
        "olivat ole olla joka jotka mitä mikä kuka vain sekä tai vaan eikä koska vaikka sen "
        "siitä siinä sitä tämä tämän tässä nämä tuo hänen heidän minun kanssa mukaan ennen "
        "jälkeen kuten ettei olisi ollut"
    ),
    magnitudes=words("sata tuhat tuhatta miljoona miljoonaa miljardi miljardia"),
    negations=words("ei en et emme ette eivät eikä ettei älä ilman"),
    negating_parts=words("epä-"),
    weighty_words=words("vain jos ellei tuskin"),
    forms_before_names=forms("ts tri"),
    forms_before_numbers=forms("nro"),
    closing_forms=forms("jne yms ym"),
    conjunction="Ja",
    chapter_words=words("luku"),
    caption_words=words("kuva kuvio taulukko kartta"),
    capital_words=words(
        "Toivo Rauha Onni Ilma Valo Lahti Salo Virta Niemi Koski Suomi Vilja Armas Sulo Te"
    ),
)
