"""What the program knows of Dutch."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.common_units import COMMON_UNITS
from facing_pages.core.languages.language_record import (
    FactWords,
    Language,
    forms,
    named,
    pairs,
    phrases,
    words,
)

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
    opposed_words=words("voor/na boven/onder met/zonder hier/daar sinds/tot op/onder"),
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
    number_words=pairs(
        "twee 2 drie 3 vier 4 vijf 5 zes 6 zeven 7 acht 8 negen 9 tien 10 elf 11 twaalf 12 "
        "dertien 13 veertien 14 vijftien 15 zestien 16 zeventien 17 achttien 18 negentien 19 "
        "twintig 20 dertig 30 veertig 40 vijftig 50 zestig 60 zeventig 70 tachtig 80 negentig 90 "
        "honderd 100 duizend 1000"
    ),
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
    facts=FactWords(
        numerals=pairs(
            "een 1 één 1 miljoen 1000000 miljoenen 1000000 miljard 1000000000 miljarden "
            "1000000000 half 0.5 halve 0.5"
        ),
        numeral_joints=words("en"),
        has_joined_numerals=True,
        ordinals=pairs(
            "eerste 1 tweede 2 derde 3 vierde 4 vijfde 5 zesde 6 zevende 7 achtste 8 negende 9 "
            "tiende 10"
        ),
        vague_numbers=pairs(
            "dozijn 12 tientallen 20 honderden 200 duizenden 2000 dubbel 2 driedubbel 3"
        ),
        halves=(
            "en een half",
            "en een halve",
        ),
        range_words=words("- tot en of /"),
        rate_words=phrases("per, elke, iedere"),
        distance_words=words("later eerder"),
        rates=words("dagelijks wekelijks maandelijks jaarlijks"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: procent
            km: kilometer kilometers
            m: meter meters
            cm: centimeter centimeters
            mile: mijl mijlen
            kg: kilogram kilo's
            g: gram
            ton: ton tonnen
            litre: liter liters
            ha: hectare hectaren
            £: pond
            second: seconde seconden
            minute: minuut minuten
            hour: uur uren
            day: dag dagen
            week: week weken
            month: maand maanden
            year: jaar jaren
            decade: decennium decennia
            century: eeuw eeuwen
            """
        ),
        bounds=named(
            """
            >=: minstens ten_minste minimaal
            <=: hoogstens maximaal tot
            >: meer_dan ruim
            <: minder_dan
            ~: ongeveer circa zo'n bijna rond
            """
        ),
        antonyms=pairs(
            "voor na voordat nadat met zonder altijd nooit openen sluiten open gesloten stijgen "
            "dalen toenemen afnemen verhogen verlagen winnen verliezen overwinning nederlaag "
            "succes mislukking goed slecht groot klein hoog laag lang kort oud nieuw oud jong "
            "sterk zwak rijk arm warm koud heet koud vroeg laat snel langzaam licht donker binnen "
            "buiten boven onder begin einde beginnen eindigen toestaan verbieden aannemen "
            "afwijzen bevestigen ontkennen kopen verkopen leven sterven oorlog vrede vriend "
            "vijand waar onwaar mogelijk onmogelijk legaal illegaal schuldig onschuldig gezond "
            "ziek gemakkelijk moeilijk vol leeg meer minder vaak zelden verbeteren verslechteren "
            "noord zuid oost west eerste laatste positief negatief liefhebben haten goedkoop duur"
        ),
        negative_words=words(
            "nauwelijks onmogelijk gebrek ontbreken ontbreekt weigert weigerde weigeren vermijden "
            "vermeed voorkomen voorkwam verboden verbieden zelden weinig behalve fout ontkent "
            "ontkende amper"
        ),
        negative_prefixes=forms("on niet"),
        negative_suffixes=forms("loos loze vrij"),
        no_negations=(
            "niet alleen",
            "niet in de laatste plaats",
            "zonder twijfel",
            "niet minder dan",
            "niet meer dan",
            "niets anders dan",
            "niet eens",
        ),
        further_negations=words("noch"),
        titles=words(
            "dhr dhr. mevr mevr. meneer mevrouw dr dr. prof prof. president minister koning "
            "koningin st. sint"
        ),
        name_joints=words("van de der den en voor het"),
        aliases=named(
            """
            usa: vs amerika amerikaanse amerikanen
            uk: engeland britse britten groot-brittannië
            eu: eu europa europese
            un: vn
            """
        ),
        determiners=words(
            "de het een deze dit die dat mijn jouw zijn haar ons onze hun elke ieder geen"
        ),
        bare_determiners=words("mijn onze elke"),
        prepositions=words(
            "van in op aan met voor door uit bij naar om te over onder tussen tegen sinds tijdens "
            "zonder"
        ),
        conjunctions=words("en of maar want dat die als omdat terwijl toen"),
        verbal_words=words(
            "is was waren zijn wordt worden werd werden heeft hebben had hadden zal zullen kan "
            "kunnen moet moeten"
        ),
        adjective_ends=forms("lijk lijke ig ige isch ische baar bare zaam"),
        adverb_ends=forms("lijk"),
        passive_words=words("wordt worden werd werden"),
        agent_words=words("door"),
        joining_words=words("en of ,"),
        tenses=named(
            """
            future: zal zullen
            past: was waren had hadden
            present: is
            perfect: heeft hebben
            none: te zou zouden kan kunnen moet moeten wordt werd worden werden
            """
        ),
        dates=named(
            """
            month.1: januari
            month.2: februari
            month.3: maart
            month.4: april
            month.5: mei
            month.6: juni
            month.7: juli
            month.8: augustus
            month.9: september
            month.10: oktober
            month.11: november
            month.12: december
            weekday.1: maandag
            weekday.2: dinsdag
            weekday.3: woensdag
            weekday.4: donderdag
            weekday.5: vrijdag
            weekday.6: zaterdag
            weekday.7: zondag
            period.day: dagelijks
            period.week: wekelijks
            period.month: maandelijks
            period.year: jaarlijks
            day.-1: gisteren
            day.0: vandaag
            day.1: morgen
            season.1: lente voorjaar
            season.2: zomer
            season.3: herfst najaar
            season.4: winter
            """
        ),
        cues=named(
            """
            doubt: misschien mogelijk waarschijnlijk vermoedelijk wellicht blijkbaar schijnbaar
            doubt: zogenaamd lijkt lijken leek zou zouden gelooft geloven denkt denken vermoedt
            doubt: vermoedde
            plan: hoopt hopen hoopte wil willen wilde wilden probeert probeerde proberen verwacht
            plan: verwachten verwachtte belooft beloofde plant
            refusal: weigerde weigert vergat
            limit: alleen slechts enkel uitsluitend minstens hoogstens bijna voornamelijk
            limit: grotendeels gedeeltelijk meestal soms vaak
            report: zegt zei zeiden gezegd volgens verklaarde verklaart meldt meldde beweert
            report: beweerde kondigde legde schrijft schreef waarschuwt waarschuwde benadrukt
            report: benadrukte woordvoerder
            """
        ),
        scales=named(
            """
            modality.1: misschien wellicht zou zouden
            modality.2: waarschijnlijk vermoedelijk
            modality.3: zal zullen zeker ongetwijfeld
            modality.must: moet moeten
            report.1: denkt gelooft vermoedt
            report.2: zegt zei verklaarde meldde
            report.3: beweert beweerde
            report.4: bevestigt bevestigde bewijst bewees
            quantifier.few: weinig zelden
            quantifier.some: sommige enkele enige soms
            quantifier.many: veel vele vaak
            quantifier.most: meeste meestal meerderheid
            quantifier.all: alle iedere elke altijd
            quantifier.half: helft
            quantifier.both: beide
            """
        ),
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
