"""What the program knows of Italian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, phrases, words

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
    has_lemmas=True,
    chapter_words=words("capitolo libro parte"),
    chapter_names=words("prologo"),
    caption_words=words("figura fig. tabella tavola illustrazione foto"),
    capital_words=words(
        "Lei Loro Rosa Bianca Gioia Marina Vittoria Grazia Chiara Franco Leone Letizia Pace "
        "Viola Fiore Conte Rossi Bianchi Greco Marche Torre Prato Potenza Stato Chiesa "
        "Camera Colombo Romano"
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
