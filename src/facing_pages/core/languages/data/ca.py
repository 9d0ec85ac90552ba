"""What the program knows of Catalan."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, phrases, words

LANGUAGE: Final = Language(
    code="ca",
    name="Catalan",
    function_words=words(
        "el la els les l' un una uns unes de d' del dels a al als i o que qui en n' per amb "
        "no és són era eren ha han havia ser estar va van més però si com quan on jo tu ell "
        "ella nosaltres ells elles em et es s' ens us li hi ho seu seva seus aquest aquesta "
        "aquell aquella sobre entre fins pel sense també molt"
    ),
    magnitudes=words("cent mil milió milions bilió"),
    negations=words("no ni mai ningú res cap sense"),
    negation_parts={"no": words("més pas")},
    negating_parts=words("in- im- il- ir- des-"),
    weighty_words=words("només si"),
    forms_before_names=forms("St Sta"),
    forms_before_numbers=forms("pàg núm"),
    closing_forms=forms("etc"),
    month_forms=forms("gen febr? abr jul ag set oct nov des"),
    contracted_words={
        "del": "de el",
        "dels": "de els",
        "al": "a el",
        "als": "a els",
        "pel": "per el",
        "pels": "per els",
    },
    elides=True,
    conjunction="I",
    chapter_words=words("capítol"),
    caption_words=words("figura fig. taula mapa"),
    capital_words=words("Rosa Pilar Clara Àngel Pau Llum Mar Font Serra Roca Blanca Església"),
    greetings=phrases(
        "estimat, estimada, estimats, estimades, benvolgut, benvolguda, benvolguts, benvolgudes, "
        "hola, hola a tothom, hola a tots, bon dia, bona tarda, bon vespre, bona nit"
    ),
    closings=phrases(
        "salutacions, salutacions cordials, cordialment, atentament, ben cordialment, una "
        "salutació, una abraçada, una forta abraçada, abraçades, petons, un petó, fins aviat, "
        "gràcies, moltes gràcies, amb afecte"
    ),
)
