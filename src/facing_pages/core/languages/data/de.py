"""What the program knows of German."""

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

# A date or rank: "am 3. Oktober", "der 1. FC".
_ORDINAL: Final = (
    r"(?i:am|im|vom|zum|zur|beim|seit|bis|ab|ins|d(?:er|ie|as|en|em|es)|(?:k?ein|dies|jed|sein|ihr)"
    r"(?:e[mnrs]?)?)\s+\d{1,2}"
)

LANGUAGE: Final = Language(
    code="de",
    name="German",
    function_words=words(
        "der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr "
        "mich dich sich uns mir dir ihm ihn ihnen mein dein sein unser und oder aber denn "
        "weil dass wenn als wie ob von zu in im ins an am auf aus bei beim mit nach vor "
        "über unter um durch für gegen ohne ist sind war waren wird werden wurde hat haben "
        "hatte kann können muss nicht kein keine auch nur noch so da dann hier zum zur"
    ),
    magnitudes=words("hundert tausend million millionen milliarde milliarden billion billionen"),
    nouns_have_capitals=True,
    negations=words(
        "nicht kein keine keiner keinen keinem keines nie niemals niemand nichts weder ohne"
    ),
    negation_parts={
        "nicht": words("mehr"),
        "kein": words("mehr"),
        "keine": words("mehr"),
        "keinen": words("mehr"),
        "nichts": words("mehr"),
    },
    negating_parts=words("un- miss- nicht-"),
    opposed_words=words(
        "vor/nach über/unter mit/ohne auf/unter weil/obwohl hier/dort seit/bis von/zu"
    ),
    weighty_words=words("nur kaum wenn falls außer muss kann können"),
    final_words=forms("mich Mich mag Art Bart Ass Gen ok OK miss Ida Jan Ken"),
    forms_before_names=(*forms("Dipl.-Ing Dipl.-Kfm Frl Hl hl Gebr Fa"), _ORDINAL),
    forms_before_numbers=forms("nr abb bd abs tab taf kap art s"),
    closing_forms=forms("usw etc u.a u.ä o.ä Str v.Chr n.Chr"),
    month_forms=forms("Jan Febr? Mär Apr Jun Jul Aug Sept? Okt Nov Dez"),
    contracted_words={
        "am": "an dem",
        "ans": "an das",
        "aufs": "auf das",
        "beim": "bei dem",
        "durchs": "durch das",
        "fürs": "für das",
        "hinterm": "hinter dem",
        "hinters": "hinter das",
        "im": "in dem",
        "ins": "in das",
        "übers": "über das",
        "überm": "über dem",
        "ums": "um das",
        "unterm": "unter dem",
        "unters": "unter das",
        "vom": "von dem",
        "vorm": "vor dem",
        "vors": "vor das",
        "zum": "zu dem",
        "zur": "zu der",
    },
    conjunction="Und",
    often_capital=words("sie ihr ihnen"),
    dash_words=words("der das dass weil eine einen wie aber und"),
    number_words=pairs(
        "zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 zwölf 12 "
        "dreizehn 13 vierzehn 14 fünfzehn 15 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 "
        "sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000"
    ),
    spellings=pairs(
        "prozent % "
        # Spellings of before 1996 and variants that follow no rule.
        "mayonnaise majonäse ketschup ketchup varieté varietee exposé exposee dekolleté "
        "dekolletee chicorée schikoree katarrh katarr myrrhe myrre sauce soße saucen soßen "
        "cousine kusine cousinen kusinen friseur frisör friseure frisöre "
        "code kode codes kodes büffet buffet mohair mohär "
    ),
    spelling_rules=pairs(
        # Schifffahrt, Betttuch
        r"fff ff kkk kk lll ll mmm mm nnn nn ppp pp rrr rr sss ss ttt tt "
        # Photographie, Delphin, Mikrophon; Potential, substantiell
        r"graph graf ^ph(?=oto|anta) f "
        r"ph(?=in|on)(?<=^delph|teleph|mikroph|saxoph|megaph|grammoph|xyloph) f "
        r"t(?=ial|iell)(?<=potent|different|substant|essent|existent|sequent) z "
        # numerieren, plazieren, Tolpatsch, Stop, Tip, Mop, Karamel, selbständig
        r"numerier nummerier plazier platzier ^tolpatsch tollpatsch ^stop$ stopp ^mop$ mopp "
        r"^tip(?=s?$) tipp ^karamel$ karamell ^selbst(?=ständ) selb ^fritier frittier "
        # Stengel, aufwendig, behende, Gemse, überschwenglich, Greuel, rauh, Känguruh
        r"stengel stängel ufwendig ufwändig ^behend behänd ^gemse gämse "
        r"^überschweng überschwäng ^greu(?=el|lich) gräu ^schneuz schnäuz ^quentchen quäntchen "
        r"^rauh rau ^känguruh känguru ^roheit rohheit "
        # Panther, Thunfisch, Spaghetti, Joghurt, Portemonnaie, Alptraum, Yacht, Club
        r"^panth pant ^thunf tunf ^spaghett spagett ^joghurt jogurt ^portemonn portmonn "
        r"^portmonee$ portmonnaie ^alp(?=tr[aä]um|dr[uü]ck) alb ^yacht jacht ^club(?=s?$) klub "
    ),
    linking_letters=words("e en ens er es n ns s"),
    has_lemmas=True,
    auxiliaries=words("hat habe haben hatte hatten ist sind war waren wird werden wurde wurden"),
    participle_forms=forms("en t"),
    units=words("prozent kilometer meter euro jahre jahren"),
    chapter_words=words("kapitel teil buch band"),
    chapter_names=words("prolog"),
    caption_words=words("abbildung abb. tabelle tab. tafel bild karte"),
    page_words=words("seite s."),
    page_count_words=words("von"),
    capital_words=words(
        "Sie Ihr Ihnen Ihre Ihren Ihrem Essen Arm Arme Weg Liebe Rasen Laut Recht Kosten "
        "Leben Morgen Los Gut Wagen Wissen Fliegen Sagen Würde Sein Dank Trotz Kraft Reich "
        "Fest Spinnen Weise Waren Macht Gefangene Floh Fremde Alte Kranke Regen Ernst "
        "Lachen Vertrauen Rosa Kohl Grüne Linke Post Lüge Sucht Not Schuld Angst Bar"
    ),
    facts=FactWords(
        unlike_numerals=pairs("elf 11 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19"),
        numerals=pairs(
            "ein 1 eine 1 eins 1 elf 11 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 siebzehn "
            "17 million 1000000 millionen 1000000 mio 1000000 milliarde 1000000000 milliarden "
            "1000000000 mrd 1000000000 billion 1000000000000 billionen 1000000000000 halb 0.5"
        ),
        numeral_joints=words("und"),
        has_joined_numerals=True,
        ordinals=pairs(
            "erste 1 ersten 1 erster 1 zweite 2 zweiten 2 dritte 3 dritten 3 vierte 4 vierten 4 "
            "fünfte 5 fünften 5 sechste 6 sechsten 6 siebte 7 siebten 7 achte 8 achten 8 neunte 9 "
            "neunten 9 zehnte 10 zehnten 10"
        ),
        vague_numbers=pairs(
            "dutzend 12 dutzende 24 hunderte 200 tausende 2000 doppelt 2 dreifach 3"
        ),
        halves=("und ein halb",),
        range_words=words("- bis und oder /"),
        rate_words=phrases("pro, je, im, am, in der, jede, jeden, jedes"),
        distance_words=words("später früher vorher nachher"),
        rates=words("stündlich täglich wöchentlich monatlich jährlich"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: prozent v.h.
            km: kilometer kilometern
            m: meter metern
            cm: zentimeter zentimetern
            mile: meile meilen
            kg: kilogramm kilos
            g: gramm
            mg: milligramm
            ton: tonne tonnen
            litre: liter litern
            ha: hektar
            £: pfund
            second: sekunde sekunden
            minute: minute minuten
            hour: stunde stunden
            day: tag tage tagen
            week: woche wochen
            month: monat monate monaten
            year: jahr jahre jahren
            decade: jahrzehnt jahrzehnte jahrzehnten
            century: jahrhundert jahrhunderte jahrhunderten
            """
        ),
        bounds=named(
            """
            >=: mindestens wenigstens
            <=: höchstens maximal bis_zu
            >: mehr_als über
            <: weniger_als unter
            ~: etwa rund ungefähr circa ca fast nahezu knapp
            """
        ),
        antonyms=pairs(
            "vor nach vorher nachher mit ohne immer nie öffnen schließen offen geschlossen "
            "steigen sinken steigen fallen zunehmen abnehmen erhöhen senken gewinnen verlieren "
            "sieg niederlage erfolg misserfolg gut schlecht groß klein hoch niedrig lang kurz alt "
            "neu alt jung stark schwach reich arm warm kalt heiß kalt früh spät schnell langsam "
            "hell dunkel innen außen oben unten links rechts anfang ende beginnen enden erlauben "
            "verbieten annehmen ablehnen zustimmen ablehnen bestätigen bestreiten bestätigen "
            "leugnen kaufen verkaufen import export leben sterben krieg frieden freund feind wahr "
            "falsch richtig falsch möglich unmöglich legal illegal schuldig unschuldig gesund "
            "krank leicht schwer einfach schwierig voll leer viel wenig mehr weniger meist selten "
            "oft selten vorteil nachteil stärken schwächen lieben hassen verbessern "
            "verschlechtern kommen gehen norden süden osten westen männlich weiblich zuerst "
            "zuletzt positiv negativ billig teuer weiter enger"
        ),
        negative_words=words(
            "kaum unmöglich unfähig mangel fehlen fehlt fehlte fehlten fehlend ablehnen lehnt "
            "lehnte verweigern verweigerte verweigert verhindern verhinderte verhindert vermeiden "
            "vermied verboten verbieten verbietet weigerte weigert wenig wenige selten außer "
            "falsch verzichten verzichtete verzichtet scheitern scheiterte frei unterlassen "
            "bestreiten bestritt bezweifeln sondern"
        ),
        negative_prefixes=forms("un nicht"),
        negative_suffixes=forms("los lose losen loser loses frei freie freien"),
        no_negations=(
            "nicht nur",
            "nicht zuletzt",
            "kein wunder",
            "ohne zweifel",
            "nicht weniger als",
            "nicht mehr als",
            "wenn nicht",
            "ob nicht",
            "ohne weiteres",
            "nichts als",
            "nicht einmal",
        ),
        further_negations=words("noch weder"),
        titles=words(
            "herr herrn frau dr dr. prof prof. präsident präsidentin minister ministerin kanzler "
            "kanzlerin könig königin st. gmbh ag"
        ),
        name_joints=words("von der des und zu für"),
        aliases=named(
            """
            usa: usa us amerika
            uk: großbritannien england briten
            eu: eu europa
            un: uno un
            """
        ),
        determiners=words(
            "der die das den dem des ein eine einen einem einer eines kein keine keinen mein dein "
            "sein seine seinen ihr ihre ihren unser unsere dieser diese dieses diesen jede jeder "
            "jedes"
        ),
        bare_determiners=words("einem einen eines meinem seinem seinen ihrem"),
        prepositions=words(
            "von zu in im an am auf aus bei beim mit nach vor über unter um durch für gegen ohne "
            "zwischen seit während wegen"
        ),
        conjunctions=words("und oder aber denn weil dass wenn als wie ob sondern"),
        verbal_words=words(
            "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können "
            "konnte konnten muss müssen soll sollen"
        ),
        adjective_ends=forms("lich ig isch bar sam haft liche lichen ige igen ische ischen"),
        adverb_ends=forms("weise"),
        passive_words=words("wurde wurden wird werden worden"),
        agent_words=words("von vom durch"),
        joining_words=words("und oder sowie , bzw"),
        deeds=named(
            """
            auf: angriff angriffe anschlag anschläge attentat attentate überfall überfälle
            auf: klage klagen drohung drohungen vorwurf vorwürfe protest proteste
            an: kritik mord morde verrat
            """
        ),
        target_words=words("auf gegen"),
        comparing_words=words("als"),
        degree_words=words("mehr weniger"),
        order_words=pairs("bevor left ehe left nachdem right"),
        tenses=named(
            """
            future: wird werden
            past: war waren hatte hatten
            present: ist sind
            perfect: hat haben
            none: zu würde würden könnte könnten kann können muss müssen soll sollen wurde wurden
            """
        ),
        dates=named(
            """
            month.1: januar jan
            month.2: februar feb
            month.3: märz
            month.4: april apr
            month.5: mai
            month.6: juni jun
            month.7: juli jul
            month.8: august aug
            month.9: september sept sep
            month.10: oktober okt
            month.11: november nov
            month.12: dezember dez
            weekday.1: montag montags
            weekday.2: dienstag dienstags
            weekday.3: mittwoch mittwochs
            weekday.4: donnerstag donnerstags
            weekday.5: freitag freitags
            weekday.6: samstag samstags sonnabend
            weekday.7: sonntag sonntags
            period.hour: stündlich
            period.day: täglich
            period.week: wöchentlich
            period.month: monatlich
            period.year: jährlich
            day.-1: gestern
            day.0: heute
            day.1: morgen
            season.1: frühling frühjahr
            season.2: sommer
            season.3: herbst
            season.4: winter
            """
        ),
        cues=named(
            """
            doubt: vielleicht möglicherweise womöglich eventuell wahrscheinlich vermutlich wohl
            doubt: angeblich offenbar anscheinend scheinbar mutmaßlich voraussichtlich könnte
            doubt: könnten dürfte dürften scheint scheinen schien glaubt glauben glaubte vermutet
            doubt: vermuten vermutete denkt hätte hätten möglich bezweifelt
            plan: hofft hoffen hoffte will wollen wollte wollten plant planen plante planten
            plan: beabsichtigt versucht versuchte versuchten erwartet erwarten erwartete
            plan: verspricht versprach
            refusal: weigerte weigert verweigerte verweigert versäumte vergaß unterließ
            limit: nur lediglich ausschließlich bloß mindestens höchstens wenigstens meist
            limit: meistens teilweise fast beinahe nahezu überwiegend hauptsächlich vorläufig
            limit: manchmal oft selten gewöhnlich
            report: sagt sagte sagten gesagt berichtet berichtete berichteten erklärt erklärte
            report: teilte meldet meldete behauptet behauptete behaupten laut zufolge meint meinte
            report: betont betonte schreibt schrieb angeblich warnt warnte kündigte angekündigt
            report: äußerte erzählte antwortete sprecher sprecherin
            """
        ),
        scales=named(
            """
            modality.1: könnte könnten dürfte dürften vielleicht möglicherweise
            modality.2: wahrscheinlich vermutlich
            modality.3: wird werden sicher gewiss bestimmt zweifellos
            modality.should: sollte sollten soll sollen
            modality.must: muss müssen musste mussten
            report.1: vermutet vermutete glaubt glaubte meint meinte
            report.2: sagt sagte erklärt erklärte berichtet berichtete
            report.3: behauptet behauptete
            report.4: bestätigt bestätigte beweist bewies belegt
            quantifier.few: wenige selten
            quantifier.some: einige manche manchmal mehrere etliche
            quantifier.many: viele oft häufig
            quantifier.most: meisten meist meistens mehrheit
            quantifier.all: alle jeder jede jedes immer sämtliche ganze
            quantifier.half: hälfte
            quantifier.both: beide beiden
            """
        ),
    ),
    greetings=phrases(
        "liebe, lieber, liebes, liebste, liebster, hallo, hallo zusammen, hallo alle, hi "
        "zusammen, guten tag, guten morgen, guten abend, moin, servus, grüß gott, grüezi, sehr "
        "geehrte, sehr geehrter, sehr geehrte damen und herren, verehrte, verehrter, werte, "
        "werter"
    ),
    closings=phrases(
        "mit freundlichen grüßen, mit freundlichem gruß, mit besten grüßen, mit herzlichen "
        "grüßen, mit lieben grüßen, freundliche grüße, viele grüße, viele liebe grüße, liebe "
        "grüße, beste grüße, herzliche grüße, schöne grüße, sonnige grüße, herzlichst, herzlich, "
        "gruß, grüße, lieber gruß, hochachtungsvoll, mfg, lg, vg, alles gute, alles liebe, bis "
        "bald, bis dann, dein, deine, euer, eure, ihr, ihre, danke, vielen dank, herzlichen dank, "
        "danke und gruß, in liebe"
    ),
)
