"""What the program knows of Portuguese."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="pt",
    name="Portuguese",
    function_words=words(
        "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem "
        "sobre que quem quando como onde e ou mas porque se eu tu ele ela nós eles elas me "
        "te lhe seu sua é são era foi tem têm tinha ser não mais também"
    ),
    magnitudes=words("cem mil milhão milhões bilhão bilhões"),
    negations=words("não nem nunca jamais ninguém nada nenhum nenhuma sem"),
    negation_parts={"não": words("mais")},
    negating_parts=words("in- im- i- ir- des- não-"),
    weighty_words=words("só somente apenas exceto salvo se"),
    forms_before_numbers=forms("cap[sº]"),
    closing_forms=forms("etc"),
    month_forms=(
        *forms("jan fev abr jun jul nov dez"),
        r"(?<=\d(?:\x20de)?\x20)(?:mar|mai|ago|set|out)",
    ),
    contracted_words={
        "do": "de o",
        "da": "de a",
        "dos": "de os",
        "das": "de as",
        "no": "em o",
        "na": "em a",
        "nos": "em os",
        "nas": "em as",
        "ao": "a o",
        "aos": "a os",
        "à": "a a",
        "às": "a as",
        "pelo": "por o",
        "pela": "por a",
        "num": "em um",
        "numa": "em uma",
        "dum": "de um",
        "duma": "de uma",
        "dele": "de ele",
        "dela": "de ela",
        "nele": "em ele",
        "nela": "em ela",
        "deste": "de este",
        "desta": "de esta",
        "neste": "em este",
        "nesta": "em esta",
    },
    conjunction="E",
    dash_words=words("mas"),
    spellings=pairs(
        "tecto teto tectos tetos dezasseis dezesseis dezassete dezessete dezanove dezenove "
        "registo registro registos registros quotidiano cotidiano loiro louro "
        "oiro ouro cousa coisa cousas coisas controlo controle camião caminhão contacto contato "
        "contactos contatos connosco conosco bebé bebê bebés bebês "
    ),
    spelling_rules=pairs(
        # acção, excepção; acto, facto, director, projecto, óptimo, baptismo, Egipto
        r"[cp]ç ç "
        r"ct(?<=^(?:re|contr)?act|^(?:in)?exact|^(?:in)?direct|^(?:in)?correct|^arquitect) t "
        r"ct(?<=^(?:proje|obje|ele|elé|cole|dete|prote|sele|se|refle|afe|efe|reda)ct) t "
        r"ct(?=os?$|ur)(?<=^fact) t pt(?=[aiou])(?<=^[óo]pt|^adopt|^bapt|^egipt) t "
        # ónibus, económico, académico; lingüística; idéia, vôo
        r"ó(?=[mn][aeiou]) ô é(?=[mn][aeiou]) ê ü(?=[eiéí])(?<=[gq]ü) u éi(?=as?$|c) ei "
        r"ôo(?=s?$) oo ^húmid úmid ^humid umid "
    ),
    has_lemmas=True,
    chapter_words=words("capítulo capitulo parte"),
    chapter_names=words("prólogo"),
    caption_words=words("figura fig. tabela ilustração foto mapa"),
    capital_words=words(
        "Rosa Luz Cruz Leão Coelho Oliveira Pereira Silva Pinto Carneiro Vitória Graça "
        "Esperança Porto Igreja Natal Salvador Fortaleza Franco Clara Chile"
    ),
    greetings=phrases(
        "caro, cara, caros, caras, prezado, prezada, prezados, prezadas, querido, querida, "
        "queridos, olá, olá a todos, oi, oi pessoal, bom dia, boa tarde, boa noite, estimado, "
        "estimada, estimados, exmo. senhor, exma. senhora"
    ),
    closings=phrases(
        "atenciosamente, atentamente, cordialmente, com os melhores cumprimentos, melhores "
        "cumprimentos, cumprimentos, saudações, saudações cordiais, um abraço, abraço, abraços, "
        "beijos, beijinhos, um beijo, até breve, até logo, obrigado, obrigada, muito obrigado, "
        "muito obrigada, respeitosamente, com carinho"
    ),
)
