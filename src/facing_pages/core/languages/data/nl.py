"""What the program knows of Dutch."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="nl",
    name="Dutch",
    function_words=words(
        "de het een van in op aan met voor door uit bij naar om te en of maar want dat die "
        "dit deze ik jij hij zij wij ze we je hem haar ons hun mijn zijn is was waren wordt "
        "werd heeft hebben had kan niet geen ook er als dan nog"
    ),
    magnitudes=words("honderd duizend miljoen miljard biljoen"),
    negations=words("niet geen nooit niemand niets noch zonder"),
    negation_parts={"niet": words("meer"), "geen": words("meer")},
    negating_parts=words("on- niet-"),
    weighty_words=words("alleen slechts tenzij nauwelijks als"),
    final_words=forms(
        "dat Dat me al u pas best hand top vol ver app bel max red tom pers not pan volt "
        "hert get mand mod bet form sir eff pens Jan Tom"
    ),
    forms_before_names=forms("mevr mw d.w.z m.a.w o.a m.n"),
    forms_before_numbers=forms("nr"),
    closing_forms=forms("enz etc e.d"),
    month_forms=forms("jan febr? mrt apr jun jul aug sept? okt nov dec"),
    conjunction="En",
    dash_words=words("het maar"),
    spellings=pairs(
        "buro bureau kado cadeau kados cadeaus copie kopie copieën kopieën vacantie vakantie "
    ),
    spelling_rules=pairs(
        # pannekoek, kattekwaad, paddestoel, ruggegraat
        r"e(?=[bcdfghjkmprstvwz][a-z]{3})(?<=^(?:pann|katt|padd|rugg|paard|bess|kipp|hond)e) en "
        # kontakt, kultuur, konflikt; aktie, produkt, direkt; lokatie
        r"^k(?=onta[kc]t|ultu|onfli[kc]t) c "
        r"k(?=t(?!er)|ti)(?<=^(?:[ck]onta|produ|proje|effe|dire|obje|a|rea|[ck]onfli|reda)k) c "
        r"^lok(?=ati) loc "
    ),
    linking_letters=words("e en er s"),
    has_lemmas=True,
    chapter_words=words("hoofdstuk"),
    caption_words=words("figuur fig. tabel afbeelding afb. foto kaart"),
    capital_words=words(
        "Roos Hoop Koning Bakker Visser Jager Wil Dijk Berg Bos Boom Kok Smit Vos Haan Boer"
    ),
    greetings=phrases(
        "beste, beste allemaal, lieve, geachte, geachte heer, geachte mevrouw, hallo, hallo "
        "allemaal, hoi, hoi allemaal, dag, dag allemaal, goedemorgen, goedemiddag, goedenavond"
    ),
    closings=phrases(
        "met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke "
        "groeten, met hartelijke groet, hartelijke groet, hartelijke groeten, groet, groeten, "
        "groetjes, veel groeten, lieve groet, lieve groeten, hoogachtend, mvg, tot ziens, tot "
        "snel, tot gauw, liefs, veel liefs, bedankt, dank je wel, dank u wel, alvast bedankt"
    ),
)
