"""What the program knows of Norwegian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="nb",
    name="Norwegian",
    function_words=words(
        "og i at det er en et ei som på av for med den de du jeg han hun vi man ikke til "
        "fra om men eller så har hadde var kan skal skulle vil når da der her seg sin sitt "
        "sine min mitt meg deg oss dem hans hennes deres denne dette disse ved etter under "
        "over ut opp inn mot mellom også bare nå enn uten gjennom ble blir hvor hva"
    ),
    magnitudes=words("hundre tusen million millioner milliard milliarder"),
    negations=words("ikke aldri ingen intet ingenting verken uten"),
    negation_parts={"ikke": words("lenger mer")},
    negating_parts=words("u- ikke-"),
    weighty_words=words("bare kun unntatt hvis"),
    final_words=forms("det med kan ut min del ord ok OK me no jul al sen ens la va ark Ida Jan"),
    forms_before_names=forms("f.eks bl.a d.v.s dvs"),
    forms_before_numbers=forms("kap kl"),
    closing_forms=forms("osv m.m etc"),
    month_forms=forms("jan feb apr aug sept? okt nov des"),
    number_words=pairs("sju 7 syv 7 tjue 20 tyve 20"),
    spellings=pairs("fram frem"),
    spelling_rules=pairs("aa å"),
    linking_letters=words("e s"),
    conjunction="Og",
    chapter_words=words("kapittel"),
    caption_words=words("figur fig. tabell bilde kart"),
    capital_words=words("De Dem Deres Hans Dag Bjørn Stein Odd Even Liv Rose Norden"),
    greetings=phrases(
        "kjære, kjære alle, hei, hei alle, hei alle sammen, hallo, god dag, god morgen, god kveld"
    ),
    closings=phrases(
        "med vennlig hilsen, vennlig hilsen, med vennlige hilsener, vennlige hilsener, beste "
        "hilsen, beste hilsener, mange hilsener, kjærlig hilsen, hilsen, mvh, hjertelig hilsen, "
        "klem, ha det bra, vi sees, takk, takk på forhånd, din, deres"
    ),
)
