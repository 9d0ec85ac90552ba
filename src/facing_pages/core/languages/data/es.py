"""What the program knows of Spanish."""

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
    code="es",
    name="Spanish",
    function_words=words(
        "el la los las un una unos unas de del al a en con por para sin sobre entre que "
        "quien cual cuando como donde y e o u pero porque si yo tú él ella nosotros ellos "
        "ellas me te se le les lo su sus mi tu nuestro es son era eran fue ha han había ser "
        "estar no más muy también"
    ),
    magnitudes=words("cien mil millón millones billón billones"),
    negations=words("no ni nunca jamás nadie nada ningún ninguno ninguna sin tampoco"),
    negation_parts={"no": words("más")},
    negating_parts=words("in- im- i- ir- des- no-"),
    opposed_words=words("antes/después sobre/bajo con/sin aquí/allí desde/hasta"),
    weighty_words=words("solo sólo salvo excepto si"),
    final_words=forms(
        "no No nos bien contra sobre ante entre tras para mar auto super extra pos pro mini "
        "micro macro mono mega ultra multi retro homo bis pen sub anti inter bi poli vice "
        "uni"
    ),
    forms_before_names=forms("Dña Dª Fr Sto Sta"),
    forms_before_numbers=forms("núm num pág cap"),
    closing_forms=forms("etc a.C d.C"),
    month_forms=(
        *forms("ene feb abr may jun jul ago sept? oct nov dic"),
        r"(?<=\d(?:\x20de)?\x20)(?:mar|set)",
    ),
    contracted_words={
        "del": "de el",
        "al": "a el",
    },
    conjunction="Y",
    dash_words=words("quien pero"),
    number_words=pairs(
        "dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 doce 12 "
        "trece 13 catorce 14 quince 15 veinte 20 treinta 30 cuarenta 40 cincuenta 50 "
        "sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100"
    ),
    spellings=pairs(
        "sólo solo guión guion truhán truhan éste este ésta esta éstos estos "
        "éstas estas ése ese ésa esa ésos esos ésas esas aquél aquel aquélla aquella "
        "harmonía armonía zebra cebra video vídeo videos vídeos futbol fútbol icono ícono "
        "olimpiada olimpíada yerba hierba yerbas hierbas méjico méxico mejicano mexicano "
    ),
    spelling_rules=pairs(
        # psicología, obscuro, substancia, septiembre, transportar, período
        r"^psi(?=c) si ^obscur oscur ^subs(?=tan|tit|tra|cri) sus ^septiembre setiembre "
        r"^trans(?=p|form|mi|plant|lad) tras í(?=ac[oa]s?$|odos?$) i ^ree(?=mplaz|mbols) re "
        r"^quiosc kiosc "
    ),
    has_lemmas=True,
    auxiliaries=words("ha han había fue era"),
    participle_forms=forms("[aií]d[oa]s?"),
    units=words("millones años horas metros kilómetros"),
    chapter_words=words("capítulo capitulo libro parte"),
    chapter_names=words("prólogo"),
    caption_words=words("figura fig. tabla lámina ilustración foto mapa"),
    capital_words=words(
        "Rosa Pilar Dolores Mercedes Paz Luz Cruz Ángel Consuelo Soledad Esperanza "
        "Concepción Granada León Guerra Reyes Flores Iglesias Colón Blanca Clara Franco "
        "Marina Victoria Gracia Remedios Salvador Vega Domingo Toro Iglesia Chile"
    ),
    facts=FactWords(
        unlike_numerals=pairs(
            "once 11 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veintiuno 21 veintidós "
            "22 veintitrés 23 ciento 100 doscientos 200 trescientos 300 quinientos 500"
        ),
        numerals=pairs(
            "un 1 una 1 uno 1 once 11 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 "
            "veintiuno 21 veintidós 22 veintitrés 23 ciento 100 doscientos 200 trescientos 300 "
            "quinientos 500 mil 1000 millón 1000000 millones 1000000 medio 0.5"
        ),
        numeral_joints=words("y"),
        has_joined_numerals=False,
        ordinals=pairs(
            "primero 1 primera 1 primer 1 segundo 2 segunda 2 tercero 3 tercera 3 tercer 3 cuarto "
            "4 cuarta 4 quinto 5 quinta 5 sexto 6 séptimo 7 octavo 8 noveno 9 décimo 10"
        ),
        vague_numbers=pairs(
            "docena 12 docenas 24 decenas 20 cientos 200 miles 2000 doble 2 triple 3"
        ),
        halves=(
            "y medio",
            "y media",
        ),
        range_words=words("- a y o /"),
        rate_words=phrases("por, al, a la, cada"),
        rates=words("diariamente semanalmente mensualmente anualmente"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: por_ciento
            km: kilómetro kilómetros
            m: metro metros
            cm: centímetro centímetros
            mile: milla millas
            kg: kilogramo kilogramos kilos
            g: gramo gramos
            ton: tonelada toneladas
            litre: litro litros
            ha: hectárea hectáreas
            $: dólar dólares
            £: libras
            minute: minuto minutos
            hour: hora horas
            day: día días
            week: semana semanas
            month: mes meses
            year: año años
            decade: década décadas
            century: siglo siglos
            """
        ),
        bounds=named(
            """
            >=: al_menos por_lo_menos como_mínimo
            <=: como_máximo hasta
            >: más_de
            <: menos_de
            ~: alrededor_de casi unos unas cerca_de aproximadamente
            """
        ),
        antonyms=pairs(
            "antes después con sin siempre nunca abrir cerrar abierto cerrado subir bajar "
            "aumentar disminuir aumentar reducir ganar perder victoria derrota éxito fracaso "
            "bueno malo grande pequeño alto bajo largo corto viejo joven nuevo antiguo fuerte "
            "débil rico pobre caliente frío temprano tarde rápido lento claro oscuro interior "
            "exterior principio fin empezar terminar permitir prohibir aceptar rechazar confirmar "
            "negar comprar vender vivir morir guerra paz amigo enemigo verdadero falso posible "
            "imposible legal ilegal culpable inocente fácil difícil lleno vacío más menos mejorar "
            "empeorar entrar salir norte sur este oeste primero último positivo negativo amar "
            "odiar importar exportar"
        ),
        negative_words=words(
            "imposible incapaz falta ausencia rechaza rechazó rechazar rehúsa evitar evita evitó "
            "impedir impidió prohíbe prohibió prohibido raro raramente poco salvo excepto falso "
            "niega negó apenas"
        ),
        negative_prefixes=forms("in im des"),
        negative_suffixes=forms(""),
        no_negations=(
            "no sólo",
            "no solo",
            "sin duda",
            "no menos de",
            "no más que",
            "no más de",
            "sin embargo",
            "no obstante",
            "nada más",
        ),
        further_negations=words("ni tampoco"),
        titles=words(
            "sr sr. sra sra. señor señora doctor dr dr. presidente presidenta ministro ministra "
            "rey reina san santa don doña"
        ),
        name_joints=words("de del la el y los"),
        aliases=named(
            """
            usa: estadounidense estadounidenses eeuu
            uk: inglaterra británico británicos
            eu: ue europa
            un: onu
            """
        ),
        determiners=words(
            "el la los las un una unos unas este esta estos estas ese esa mi mis tu su sus "
            "nuestro nuestra cada"
        ),
        bare_determiners=words("el los las mi sus cada"),
        prepositions=words("de del a al en con por para sin sobre entre desde hasta contra"),
        conjunctions=words("y e o u pero que quien cual cuando como donde porque si"),
        verbal_words=words(
            "es son era eran fue fueron ha han había habían será serán puede pueden debe deben "
            "está están"
        ),
        adjective_ends=forms("able ible oso osa al ico ica ivo iva"),
        adverb_ends=forms("mente"),
        passive_words=words("es son era eran fue fueron sido"),
        agent_words=words("por"),
        joining_words=words("y e o u ,"),
        tenses=named(
            """
            past: era eran fue fueron había habían
            present: es son está están
            perfect: ha han
            future: será serán habrá
            none: a puede debe sería
            """
        ),
        dates=named(
            """
            month.1: enero
            month.2: febrero
            month.3: marzo
            month.4: abril
            month.5: mayo
            month.6: junio
            month.7: julio
            month.8: agosto
            month.9: septiembre setiembre
            month.10: octubre
            month.11: noviembre
            month.12: diciembre
            weekday.1: lunes
            weekday.2: martes
            weekday.3: miércoles
            weekday.4: jueves
            weekday.5: viernes
            weekday.6: sábado sábados
            weekday.7: domingo domingos
            period.day: diario diaria diariamente
            period.week: semanal semanalmente
            period.month: mensual mensualmente
            period.year: anual anualmente
            day.-1: ayer
            day.0: hoy
            season.1: primavera
            season.2: verano
            season.3: otoño
            season.4: invierno
            """
        ),
        cues=named(
            """
            doubt: quizás quizá probablemente posiblemente aparentemente supuestamente
            doubt: presuntamente parece parecen parecía podría podrían tal_vez cree creen creía
            doubt: piensa supone habría habrían posible
            plan: espera esperan esperaba quiere quieren quería planea planean planeaba intenta
            plan: intentó intentan pretende promete prometió
            refusal: se_negó_a se_niega_a rechazó olvidó
            limit: solo sólo solamente únicamente exclusivamente al_menos por_lo_menos como_máximo
            limit: casi principalmente parcialmente generalmente a_menudo
            report: dice dijo dijeron según afirma afirmó declara declaró anuncia anunció informa
            report: informó explica explicó añadió asegura aseguró señala señaló sostiene escribió
            report: advierte advirtió portavoz
            """
        ),
        scales=named(
            """
            modality.1: podría podrían quizás quizá puede pueden
            modality.2: probablemente
            modality.3: seguramente ciertamente
            modality.should: debería deberían
            modality.must: debe deben
            report.1: cree sugiere piensa
            report.2: dice dijo declaró anunció
            report.3: alega afirma afirmó
            report.4: confirma confirmó demuestra demostró
            quantifier.few: pocos pocas raramente
            quantifier.some: algunos algunas varios varias
            quantifier.many: muchos muchas frecuentemente
            quantifier.most: mayoría generalmente
            quantifier.all: todos todas cada siempre
            quantifier.half: mitad
            """
        ),
    ),
    greetings=phrases(
        "querido, querida, queridos, queridas, estimado, estimada, estimados, estimadas, hola, "
        "hola a todos, hola a todas, hola todos, buenos días, buenas tardes, buenas noches, "
        "buenas, muy señor mío, muy señores míos, apreciado, apreciada, apreciados"
    ),
    closings=phrases(
        "saludos, saludos cordiales, un saludo, un saludo cordial, un cordial saludo, cordiales "
        "saludos, muchos saludos, atentamente, muy atentamente, le saluda atentamente, "
        "cordialmente, un abrazo, un fuerte abrazo, abrazos, besos, un beso, con cariño, gracias, "
        "muchas gracias, hasta pronto, hasta luego, suyo afectísimo, tuyo, tuya, suyo, suya"
    ),
)
