"""What the program knows of Swedish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, phrases, words

LANGUAGE: Final = Language(
    code="sv",
    name="Swedish",
    function_words=words(
        "och i att det är en ett som på av för med den de du jag han hon vi ni man inte "
        "till från om men eller så har hade var kan ska skulle vill när då där här sig sin "
        "sitt sina min mitt mig dig oss dem hans hennes deras denna detta dessa vid efter "
        "under över ut upp in mot mellan också bara nu än utan genom blev blir"
    ),
    magnitudes=words("hundra tusen miljon miljoner miljard miljarder"),
    negations=words("inte ej icke aldrig ingen inget inga ingenting varken utan"),
    negation_parts={"inte": words("längre mer")},
    negating_parts=words("o- icke-"),
    opposed_words=words("före/efter över/under med/utan här/där upp/ner"),
    weighty_words=words("bara endast knappt om"),
    final_words=forms(
        "det Det med kan ut min hon sen del ens ord ont maj me no la va ok OK fy ark tex Ida Jan"
    ),
    forms_before_names=forms("t.ex bl.a d.v.s kap hr fr"),
    forms_before_numbers=forms("kap kl ca"),
    closing_forms=forms("osv m.m etc"),
    month_forms=forms("jan feb apr aug sept? okt nov dec"),
    linking_letters=words("s"),
    conjunction="Och",
    caption_words=words("figur fig. tabell bild karta"),
    capital_words=words("Ni Er Hans Björn Sten Stig Sol Linda Dag Lilja Ros Frid Sund"),
    greetings=phrases(
        "kära, käre, bästa, hej, hej alla, hejsan, hallå, god morgon, god dag, god kväll"
    ),
    closings=phrases(
        "med vänlig hälsning, med vänliga hälsningar, vänlig hälsning, vänliga hälsningar, bästa "
        "hälsningar, många hälsningar, hälsningar, hälsning, mvh, varma hälsningar, hjärtliga "
        "hälsningar, högaktningsfullt, kram, kramar, vi ses, ha det bra, tack, tack på förhand, "
        "din, er"
    ),
)
