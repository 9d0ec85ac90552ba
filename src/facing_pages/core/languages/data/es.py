"""What the program knows of Spanish."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

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
