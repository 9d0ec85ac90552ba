"""What the program knows of Italian."""

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
    code="it",
    name="Italian",
    function_words=words(
        "il lo la i gli le l' un uno una di del della dei delle a al alla da dal in nel "
        "nella con su sul per tra fra che chi cui quando come dove e ed o ma perché se io "
        "tu lui lei noi voi loro mi ti si ci vi suo sua è sono era erano ha hanno aveva non "
        "più anche"
    ),
    magnitudes=words("cento mila mille milione milioni miliardo miliardi"),
    negations=words("non né mai nessuno nessuna niente nulla senza"),
    negation_parts={"non": words("più che")},
    negating_parts=words("in- im- il- ir- dis- s-"),
    opposed_words=words("prima/dopo sopra/sotto con/senza qui/lì su/giù"),
    weighty_words=words("solo soltanto tranne se"),
    final_words=forms(
        "si Si no No me te mi ci vi ne li lo la le ma se su al ha fa va sa sai fai via po "
        "so mai ore re fin sia ed ad ai in con di col fra tra bar top mica file set pop mar "
        "max sol sin dea ali dia sam mo val bei fasi spot grano are par pan car ago long "
        "ira laser radar cup pass sit tar pat age led cat tv TV usa USA nato NATO ue UE uk "
        "UK dvd DVD onu ONU nasa NASA post gia ama coi ce san part card cost vip raid gas"
    ),
    forms_before_numbers=forms("pag pagg cap cap[sº] n"),
    closing_forms=forms("ecc etc a.C d.C"),
    month_forms=(
        *forms("genn feb(?:br)? apr giu lug ott nov dic"),
        r"(?<=(?:\bin|\d)\x20)(?:gen|mag|sett?|mar|ago)",
    ),
    contracted_words={
        "del": "di il",
        "dello": "di lo",
        "dell'": "di l'",
        "all'": "a l'",
        "dall'": "da l'",
        "nell'": "in l'",
        "sull'": "su l'",
        "della": "di la",
        "dei": "di i",
        "degli": "di gli",
        "delle": "di le",
        "al": "a il",
        "allo": "a lo",
        "alla": "a la",
        "ai": "a i",
        "agli": "a gli",
        "alle": "a le",
        "dal": "da il",
        "dalla": "da la",
        "dai": "da i",
        "dagli": "da gli",
        "dalle": "da le",
        "nel": "in il",
        "nella": "in la",
        "nei": "in i",
        "negli": "in gli",
        "nelle": "in le",
        "sul": "su il",
        "sulla": "su la",
        "sui": "su i",
        "sugli": "su gli",
        "sulle": "su le",
        "col": "con il",
    },
    elides=True,
    conjunction="E",
    dash_words=words("che ma"),
    number_words=pairs(
        "due 2 tre 3 quattro 4 cinque 5 sette 7 otto 8 nove 9 dieci 10 undici 11 dodici 12 "
        "tredici 13 quattordici 14 quindici 15 venti 20 trenta 30 quaranta 40 cinquanta 50 "
        "sessanta 60 settanta 70 ottanta 80 novanta 90 cento 100"
    ),
    has_lemmas=True,
    chapter_words=words("capitolo libro parte"),
    chapter_names=words("prologo"),
    caption_words=words("figura fig. tabella tavola illustrazione foto"),
    capital_words=words(
        "Lei Loro Rosa Bianca Gioia Marina Vittoria Grazia Chiara Franco Leone Letizia Pace "
        "Viola Fiore Conte Rossi Bianchi Greco Marche Torre Prato Potenza Stato Chiesa "
        "Camera Colombo Romano"
    ),
    facts=FactWords(
        unlike_numerals=pairs("sedici 16 diciassette 17 diciotto 18 diciannove 19"),
        numerals=pairs(
            "un 1 uno 1 una 1 sei 6 sedici 16 diciassette 17 diciotto 18 diciannove 19 mille 1000 "
            "mila 1000 milione 1000000 milioni 1000000 miliardo 1000000000 miliardi 1000000000 "
            "mezzo 0.5"
        ),
        numeral_joints=words("e"),
        has_joined_numerals=True,
        ordinals=pairs(
            "primo 1 prima 1 secondo 2 seconda 2 terzo 3 terza 3 quarto 4 quarta 4 quinto 5 "
            "quinta 5 sesto 6 settimo 7 ottavo 8 nono 9 decimo 10"
        ),
        vague_numbers=pairs("dozzina 12 decine 20 centinaia 200 migliaia 2000 doppio 2 triplo 3"),
        halves=(
            "e mezzo",
            "e mezza",
        ),
        range_words=words("- a e o /"),
        rate_words=phrases("al, alla, all', per, ogni"),
        rates=words("settimanalmente mensilmente annualmente"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: per_cento percento
            km: chilometro chilometri
            m: metro metri
            cm: centimetro centimetri
            mile: miglio miglia
            kg: chilogrammo chilogrammi chili chilo
            g: grammo grammi
            ton: tonnellata tonnellate
            litre: litro litri
            ha: ettaro ettari
            $: dollaro dollari
            £: sterline sterlina
            minute: minuto minuti
            hour: ora ore
            day: giorno giorni
            week: settimana settimane
            month: mese mesi
            year: anno anni
            decade: decennio decenni
            century: secolo secoli
            """
        ),
        bounds=named(
            """
            >=: almeno
            <=: al_massimo fino_a
            >: più_di oltre
            <: meno_di
            ~: circa quasi
            """
        ),
        antonyms=pairs(
            "prima dopo con senza sempre mai aprire chiudere aperto chiuso salire scendere "
            "aumentare diminuire aumentare ridurre vincere perdere vittoria sconfitta successo "
            "fallimento buono cattivo grande piccolo alto basso lungo corto lungo breve vecchio "
            "giovane nuovo vecchio forte debole ricco povero caldo freddo presto tardi veloce "
            "lento chiaro scuro interno esterno inizio fine iniziare finire permettere vietare "
            "accettare rifiutare confermare smentire confermare negare comprare vendere vivere "
            "morire guerra pace amico nemico vero falso possibile impossibile legale illegale "
            "colpevole innocente facile difficile pieno vuoto più meno migliorare peggiorare "
            "entrare uscire nord sud est ovest primo ultimo positivo negativo amare odiare "
            "importare esportare"
        ),
        negative_words=words(
            "impossibile incapace mancanza assenza rifiuta rifiutò rifiutato evitare evita "
            "evitato impedire impedito vieta vietato raro raramente poco tranne eccetto falso "
            "nega negato appena"
        ),
        negative_prefixes=forms("in im non"),
        negative_suffixes=forms(""),
        no_negations=(
            "non solo",
            "non soltanto",
            "senza dubbio",
            "non meno di",
            "non più di",
            "non appena",
            "non che",
        ),
        further_negations=words("né neppure nemmeno neanche"),
        titles=words(
            "sig sig. signor signora signore dottor dott. dr presidente ministro ministra re "
            "regina san santa don"
        ),
        name_joints=words("di del della dei e la"),
        aliases=named(
            """
            usa: usa americano americani statunitense
            uk: inghilterra britannico britannici
            eu: ue europa
            un: onu
            """
        ),
        determiners=words(
            "il lo la i gli le un uno una questo questa questi queste quel quella mio mia suo sua "
            "suoi sue nostro nostra ogni"
        ),
        bare_determiners=words("il lo gli un uno ogni"),
        prepositions=words(
            "di del della a al alla da dal dalla in nel nella con su sul per tra fra contro verso"
        ),
        conjunctions=words("e ed o ma che chi cui quando come dove perché se"),
        verbal_words=words(
            "è sono era erano ha hanno aveva avevano sarà saranno può possono deve devono fu furono"
        ),
        adjective_ends=forms("abile ibile oso osa ale ico ica ivo iva"),
        adverb_ends=forms("mente"),
        passive_words=words("è sono era erano fu furono stato stata stati state viene venne"),
        agent_words=words("da dal dalla dai dagli"),
        joining_words=words("e ed o ,"),
        tenses=named(
            """
            past: era erano fu furono aveva avevano
            present: è sono
            perfect: ha hanno
            future: sarà saranno avrà avranno
            none: di a può deve sarebbe
            """
        ),
        dates=named(
            """
            month.1: gennaio
            month.2: febbraio
            month.3: marzo
            month.4: aprile
            month.5: maggio
            month.6: giugno
            month.7: luglio
            month.8: agosto
            month.9: settembre
            month.10: ottobre
            month.11: novembre
            month.12: dicembre
            weekday.1: lunedì
            weekday.2: martedì
            weekday.3: mercoledì
            weekday.4: giovedì
            weekday.5: venerdì
            weekday.6: sabato
            weekday.7: domenica
            period.week: settimanale settimanalmente
            period.month: mensile mensilmente
            period.year: annuale annualmente
            day.-1: ieri
            day.0: oggi
            day.1: domani
            season.1: primavera
            season.3: autunno
            season.4: inverno
            """
        ),
        cues=named(
            """
            doubt: forse probabilmente possibilmente apparentemente presumibilmente presunto
            doubt: sembra sembrano sembrava potrebbe potrebbero crede credono credeva pensa
            doubt: suppone avrebbe avrebbero possibile
            plan: spera sperano sperava vuole vogliono voleva intende intendono prevede tenta
            plan: tentano tentato cerca promette promesso
            refusal: rifiutò_di rifiuta_di rifiutato_di dimenticato_di
            limit: solo soltanto solamente unicamente esclusivamente almeno al_massimo quasi
            limit: principalmente parzialmente generalmente spesso
            report: dice disse detto secondo afferma affermato affermò dichiara dichiarato
            report: annuncia annunciato riferisce riferito spiega spiegato aggiunto sostiene
            report: scrive scrisse avverte portavoce
            """
        ),
        scales=named(
            """
            modality.1: potrebbe potrebbero forse può possono
            modality.2: probabilmente
            modality.3: certamente sicuramente
            modality.should: dovrebbe dovrebbero
            modality.must: deve devono
            report.1: crede suggerisce pensa
            report.2: dice disse dichiara annuncia
            report.3: sostiene afferma
            report.4: conferma confermato dimostra
            quantifier.few: pochi poche raramente
            quantifier.some: alcuni alcune diversi diverse talvolta
            quantifier.many: molti molte spesso
            quantifier.most: maggioranza maggior generalmente
            quantifier.all: tutti tutte ogni sempre
            quantifier.half: metà
            """
        ),
    ),
    greetings=phrases(
        "caro, cara, cari, care, carissimo, carissima, carissimi, gentile, gentili, egregio, "
        "egregia, egregi, spettabile, ciao, ciao a tutti, ciao a tutte, salve, buongiorno, "
        "buongiorno a tutti, buonasera, buon giorno, buona sera"
    ),
    closings=phrases(
        "cordiali saluti, distinti saluti, cari saluti, tanti saluti, saluti, un caro saluto, un "
        "saluto, i migliori saluti, con i migliori saluti, con cordiali saluti, in fede, "
        "cordialmente, un abbraccio, abbracci, baci, con affetto, a presto, grazie, grazie mille, "
        "molte grazie, tuo, tua, suo, sua"
    ),
)
