"""What the program knows of German."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

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
