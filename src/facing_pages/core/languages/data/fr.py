"""What the program knows of French."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="fr",
    name="French",
    function_words=words(
        "le la les l' un une des du de d' au aux ce cet cette ces je tu il elle nous vous "
        "ils elles me te se lui leur mon ton son ma ta sa mes tes ses notre votre et ou "
        "mais car que qu' qui dont où quand comme si dans sur sous par pour avec sans en à "
        "est sont était étaient a ont avait être avoir ne n' pas plus y"
    ),
    magnitudes=words("cent cents mille million millions milliard milliards billion billions"),
    negations=words("ne n' pas non sans jamais aucun aucune rien ni"),
    negation_parts={
        "ne": words("plus que pas point guère"),
        "n'": words("plus que pas point guère"),
    },
    negating_parts=words("in- im- il- ir- dés- dé- non-"),
    weighty_words=words("sauf si seulement"),
    final_words=forms("art vol sec ex ca"),
    forms_before_names=forms("M MM Mme Mmes Mlle Mlles Dr Pr Mgr St Ste p.ex c.-à-d"),
    forms_before_numbers=forms("n p pag"),
    closing_forms=forms("etc J.-C"),
    month_forms=(*forms("janv févr? avr juil oct nov déc"), r"(?<=(?:\ben|\d)\x20)sept"),
    contracted_words={
        "du": "de le",
        "des": "de les",
        "au": "à le",
        "aux": "à les",
    },
    elides=True,
    conjunction="Et",
    dash_words=words("qui dont mais"),
    number_words=pairs(
        "deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 "
        "treize 13 quatorze 14 quinze 15 vingt 20 trente 30 quarante 40 cinquante 50 "
        "soixante 60 mille 1000"
    ),
    spellings=pairs(
        "relais relai yaourt yogourt yaourts yogourts bistrot bistro bistrots bistros "
        "cuiller cuillère tzar tsar tzars tsars asseoir assoir douceâtre douçâtre "
        "combatif combattif combative combattive persiflage persifflage joaillier joailler "
    ),
    spelling_rules=pairs(
        # connaître, île, coût, brûler, but not sûr, mûr, dû
        r"î(?<!^croî|^gî) i oû(?=t|$) ou û(?=l)(?<=^brû) u û(?=t)(?<=^aoû|^flû|^affû) u "
        r"oû(?=[ltp]) ou bû(?=ch) bu "
        # événement, céderai, réglementaire; aiguë, ambiguïté
        r"^év[éè]n évèn "
        r"é(?=[bcdfglmnprstvz][lr]?er(?:ai|as?|ons|ez|ont|ais|ait|ions|iez|aient)$) è "
        r"é(?=[bcdfglmnprstvz][lr]?e(?:ment(?:aire|s)?|rie|resse)$) è "
        r"guë güe guï(?=té) güi "
        # oignon, nénuphar, chariot, clef, essaye
        r"^oignon ognon ^nénuph nénuf ^chariot charriot ^clef(?=s?$) clé "
        r"y(?=e(?:nt|s|r(?:ai|as?|ons|ez|ont|ais|ait|aient))?$)(?<=[bcdfglnprstv][aeu]y) i "
        r"^imbécill imbécil "
    ),
    has_lemmas=True,
    auxiliaries=words("ai avons avez ont avait avaient est sont était étaient"),
    participle_forms=forms("i t [éiu]e?s?"),
    units=words("francs ans heures mètres kilomètres"),
    chapter_words=words("chapitre partie livre"),
    caption_words=words("figure fig. tableau planche illustration photo carte"),
    capital_words=words(
        "Pierre Rose Marine Claire Blanche Prudence Aurore Constance Olive Ange Juste "
        "Clément Désiré Aimé Mars Manche Champagne Tours Nice Sens Lens Orange Carrefour "
        "État Église Chambre Sénat Rhodes Bonnet Boulanger Lumière"
    ),
    greetings=phrases(
        "cher, chère, chers, chères, bonjour, bonjour à tous, bonjour à toutes, bonjour à toutes "
        "et à tous, bonsoir, salut, salut à tous, coucou, madame, monsieur, mesdames, messieurs, "
        "madame monsieur"
    ),
    closings=phrases(
        "cordialement, bien cordialement, très cordialement, bien à vous, bien à toi, "
        "amicalement, bien amicalement, sincèrement, sincères salutations, salutations, "
        "meilleures salutations, salutations distinguées, respectueusement, affectueusement, "
        "bises, gros bisous, bisous, je t'embrasse, je vous embrasse, à bientôt, à très bientôt, "
        "à plus, merci, merci beaucoup, merci d'avance, avec mes meilleures salutations, avec mes "
        "remerciements, bonne journée, bonne soirée, tout à vous"
    ),
)
