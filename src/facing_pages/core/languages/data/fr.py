"""What the program knows of French."""

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
    opposed_words=words("avant/après sur/sous avec/sans ici/là depuis/jusque dans/hors"),
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
    facts=FactWords(
        unlike_numerals=pairs("six 6 seize 16 cent 100 cents 100"),
        numerals=pairs(
            "un 1 une 1 six 6 seize 16 cent 100 cents 100 million 1000000 millions 1000000 "
            "milliard 1000000000 milliards 1000000000 demi 0.5"
        ),
        numeral_joints=words("et"),
        has_joined_numerals=False,
        ordinals=pairs(
            "premier 1 première 1 deuxième 2 seconde 2 second 2 troisième 3 quatrième 4 cinquième "
            "5 sixième 6 septième 7 huitième 8 neuvième 9 dixième 10"
        ),
        vague_numbers=pairs(
            "douzaine 12 dizaine 10 dizaines 20 centaine 100 centaines 200 milliers 2000 double 2 "
            "triple 3"
        ),
        halves=(
            "et demi",
            "et demie",
        ),
        range_words=words("- à et ou /"),
        rate_words=phrases("par, chaque"),
        rates=words("quotidiennement mensuellement annuellement"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: pourcent pour_cent
            km: kilomètre kilomètres
            m: mètre mètres
            cm: centimètre centimètres
            mile: mille milles
            kg: kilogramme kilogrammes kilos
            g: gramme grammes
            ton: tonne tonnes
            litre: litre litres
            ha: hectare hectares
            £: livres
            second: seconde secondes
            minute: minute minutes
            hour: heure heures
            day: jour jours
            week: semaine semaines
            month: mois
            year: an ans année années
            decade: décennie décennies
            century: siècle siècles
            """
        ),
        bounds=named(
            """
            >=: au_moins
            <=: au_plus au_maximum jusqu'à
            >: plus_de plus_d'
            <: moins_de moins_d'
            ~: environ presque près_de quelque
            """
        ),
        antonyms=pairs(
            "avant après avec sans toujours jamais ouvrir fermer ouvert fermé monter descendre "
            "augmenter diminuer augmenter baisser gagner perdre victoire défaite succès échec bon "
            "mauvais grand petit haut bas long court vieux jeune nouveau ancien fort faible riche "
            "pauvre chaud froid tôt tard rapide lent clair sombre intérieur extérieur début fin "
            "commencer finir permettre interdire accepter refuser confirmer nier acheter vendre "
            "vivre mourir guerre paix ami ennemi vrai faux possible impossible légal illégal "
            "coupable innocent facile difficile plein vide plus moins souvent rarement améliorer "
            "aggraver entrer sortir nord sud est ouest premier dernier positif négatif dessus "
            "dessous aimer détester importer exporter"
        ),
        negative_words=words(
            "impossible incapable manque absence refuse refusa refusé refuser échoue échoué évite "
            "éviter évité empêche empêcher empêché interdit interdire rare rarement peu sauf faux "
            "nie nier nié renonce renoncé guère"
        ),
        negative_prefixes=forms("in im non"),
        negative_suffixes=forms(""),
        no_negations=(
            "non seulement",
            "pas seulement",
            "sans doute",
            "pas moins de",
            "ne que",
            "rien que",
            "n' que",
            "sans aucun doute",
            "pas plus de",
        ),
        further_negations=words("ni"),
        titles=words(
            "m m. mme mlle monsieur madame docteur dr président présidente ministre roi reine "
            "saint sainte"
        ),
        name_joints=words("de du des la le et d'"),
        aliases=named(
            """
            usa: états-unis usa américain américains amérique
            uk: royaume-uni angleterre britannique britanniques
            eu: ue europe européenne
            un: onu
            """
        ),
        determiners=words(
            "le la les un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos "
            "votre vos leur leurs chaque"
        ),
        bare_determiners=words("un une cet mon ton chaque"),
        prepositions=words(
            "de du à au aux dans sur sous par pour avec sans en contre entre vers chez depuis "
            "pendant"
        ),
        conjunctions=words("et ou mais car que qui dont où quand comme si"),
        verbal_words=words(
            "est sont était étaient a ont avait avaient sera seront serait peut peuvent doit "
            "doivent fut furent"
        ),
        adjective_ends=forms("able ible eux euse al ale ique if ive"),
        adverb_ends=forms("ment"),
        passive_words=words("est sont était étaient fut furent été sera"),
        agent_words=words("par"),
        joining_words=words("et ou , ainsi"),
        tenses=named(
            """
            past: était étaient avait avaient fut furent
            present: est sont
            perfect: a ont
            future: sera seront aura auront
            none: de à peut doit serait serait
            """
        ),
        dates=named(
            """
            month.1: janvier
            month.2: février
            month.3: mars
            month.4: avril
            month.5: mai
            month.6: juin
            month.7: juillet
            month.8: août
            month.9: septembre
            month.10: octobre
            month.11: novembre
            month.12: décembre
            weekday.1: lundi
            weekday.2: mardi
            weekday.3: mercredi
            weekday.4: jeudi
            weekday.5: vendredi
            weekday.6: samedi
            weekday.7: dimanche
            period.day: quotidien quotidienne quotidiennement
            period.week: hebdomadaire
            period.month: mensuel mensuelle mensuellement
            period.year: annuel annuelle annuellement
            day.-1: hier
            day.0: aujourd'hui
            day.1: demain
            season.1: printemps
            season.3: automne
            season.4: hiver
            """
        ),
        cues=named(
            """
            doubt: peut-être probablement possiblement vraisemblablement apparemment
            doubt: éventuellement semble semblent semblait pourrait pourraient prétendument
            doubt: présumé croit croient croyait pense pensent pensait suppose supposent aurait
            doubt: auraient possible
            plan: espère espèrent espérait veut veulent voulait compte prévoit prévoient prévoyait
            plan: tente tentent tenté essaie essayé cherche promet promis envisage
            refusal: refuse_de refusé_de oublié_de refusa_de omis_de
            limit: seulement uniquement exclusivement au_moins au_plus presque principalement
            limit: surtout partiellement généralement souvent parfois rarement
            report: dit disait déclaré déclare déclara affirme affirmé affirma selon annonce
            report: annoncé annonça rapporte rapporté explique expliqué précise précisé ajouté
            report: estime estimé indique indiqué soutient écrit assure assuré porte-parole
            """
        ),
        scales=named(
            """
            modality.1: pourrait pourraient peut-être peut peuvent
            modality.2: probablement vraisemblablement
            modality.3: certainement sûrement
            modality.should: devrait devraient
            modality.must: doit doivent
            report.1: pense croit suggère estime
            report.2: dit déclare déclaré annonce annoncé
            report.3: prétend affirme affirmé
            report.4: confirme confirmé prouve prouvé démontre
            quantifier.few: peu rarement
            quantifier.some: quelques certains certaines plusieurs parfois
            quantifier.many: beaucoup nombreux nombreuses souvent
            quantifier.most: plupart majorité généralement
            quantifier.all: tous toutes chaque toujours
            quantifier.half: moitié
            """
        ),
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
