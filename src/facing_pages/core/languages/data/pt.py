"""What the program knows of Portuguese."""

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
    opposed_words=words("antes/depois sobre/sob com/sem aqui/ali desde/até"),
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
    number_words=pairs(
        "dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 "
        "treze 13 catorze 14 quatorze 14 quinze 15 vinte 20 trinta 30 quarenta 40 cinquenta 50 "
        "sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100"
    ),
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
    facts=FactWords(
        unlike_numerals=pairs(
            "dezesseis 16 dezasseis 16 dezessete 17 dezoito 18 dezenove 19 cento 100"
        ),
        numerals=pairs(
            "um 1 uma 1 dezesseis 16 dezasseis 16 dezessete 17 dezoito 18 dezenove 19 cento 100 "
            "mil 1000 milhão 1000000 milhões 1000000 bilhão 1000000000 bilhões 1000000000 meio "
            "0.5"
        ),
        numeral_joints=words("e"),
        has_joined_numerals=False,
        ordinals=pairs(
            "primeiro 1 primeira 1 segundo 2 segunda 2 terceiro 3 terceira 3 quarto 4 quarta 4 "
            "quinto 5 quinta 5 sexto 6 sétimo 7 oitavo 8 nono 9 décimo 10"
        ),
        vague_numbers=pairs(
            "dúzia 12 dúzias 24 dezenas 20 centenas 200 milhares 2000 dobro 2 triplo 3"
        ),
        halves=(
            "e meio",
            "e meia",
        ),
        range_words=words("- a e ou /"),
        rate_words=phrases("por, ao, à, cada"),
        rates=words("diariamente semanalmente mensalmente anualmente"),
        unit_names=named(
            COMMON_UNITS
            + """
            %: por_cento
            km: quilômetro quilômetros quilómetros
            m: metro metros
            cm: centímetro centímetros
            mile: milha milhas
            kg: quilograma quilogramas quilos quilo
            g: grama gramas
            ton: tonelada toneladas
            litre: litro litros
            ha: hectare hectares
            $: dólar dólares
            real: real reais r$
            £: libras
            minute: minuto minutos
            hour: hora horas
            day: dia dias
            week: semana semanas
            month: mês meses
            year: ano anos
            decade: década décadas
            century: século séculos
            """
        ),
        bounds=named(
            """
            >=: pelo_menos no_mínimo
            <=: no_máximo até
            >: mais_de
            <: menos_de
            ~: cerca_de quase aproximadamente
            """
        ),
        antonyms=pairs(
            "antes depois com sem sempre nunca abrir fechar aberto fechado subir descer aumentar "
            "diminuir aumentar reduzir ganhar perder vitória derrota sucesso fracasso bom mau "
            "grande pequeno alto baixo longo curto velho jovem novo antigo forte fraco rico pobre "
            "quente frio cedo tarde rápido lento claro escuro interior exterior início fim "
            "começar terminar permitir proibir aceitar rejeitar aceitar recusar confirmar negar "
            "comprar vender viver morrer guerra paz amigo inimigo verdadeiro falso possível "
            "impossível legal ilegal culpado inocente fácil difícil cheio vazio mais menos "
            "melhorar piorar entrar sair norte sul leste oeste primeiro último positivo negativo "
            "amar odiar importar exportar"
        ),
        negative_words=words(
            "impossível incapaz falta ausência recusa recusou recusar evitar evita evitou impedir "
            "impediu proíbe proibiu proibido raro raramente pouco exceto salvo falso nega negou "
            "apenas"
        ),
        negative_prefixes=forms("in im des"),
        negative_suffixes=forms(""),
        no_negations=(
            "não só",
            "não apenas",
            "não somente",
            "sem dúvida",
            "não menos de",
            "não mais de",
            "não mais que",
            "nada mais",
        ),
        further_negations=words("nem tampouco"),
        titles=words(
            "sr sr. sra sra. senhor senhora doutor dr dr. presidente ministro ministra rei rainha "
            "são santa dom"
        ),
        name_joints=words("de do da dos e a o"),
        aliases=named(
            """
            usa: eua americano americanos norte-americano
            uk: inglaterra britânico britânicos
            eu: ue europa
            un: onu
            """
        ),
        determiners=words(
            "o a os as um uma uns umas este esta estes estas esse essa meu minha seu sua seus "
            "suas nosso nossa cada"
        ),
        bare_determiners=words("os um uma cada"),
        prepositions=words(
            "de do da dos das em no na nos nas por pelo pela para com sem sobre entre desde até "
            "contra"
        ),
        conjunctions=words("e ou mas que quem quando como onde porque se"),
        verbal_words=words(
            "é são era eram foi foram tem têm tinha tinham será serão pode podem deve devem está "
            "estão"
        ),
        adjective_ends=forms("ável ível oso osa al ico ica ivo iva"),
        adverb_ends=forms("mente"),
        passive_words=words("é são era eram foi foram sido"),
        agent_words=words("por pelo pela pelos pelas"),
        joining_words=words("e ou ,"),
        tenses=named(
            """
            past: era eram foi foram tinha tinham
            present: é são está estão
            perfect: tem têm
            future: será serão terá vai vão
            none: de a pode deve seria
            """
        ),
        dates=named(
            """
            month.1: janeiro
            month.2: fevereiro
            month.3: março
            month.4: abril
            month.5: maio
            month.6: junho
            month.7: julho
            month.8: agosto
            month.9: setembro
            month.10: outubro
            month.11: novembro
            month.12: dezembro
            weekday.1: segunda-feira
            weekday.2: terça-feira
            weekday.3: quarta-feira
            weekday.4: quinta-feira
            weekday.5: sexta-feira
            weekday.6: sábado sábados
            weekday.7: domingo domingos
            period.day: diário diária diariamente
            period.week: semanal semanalmente
            period.month: mensal mensalmente
            period.year: anual anualmente
            day.-1: ontem
            day.0: hoje
            day.1: amanhã
            season.1: primavera
            season.2: verão
            season.3: outono
            season.4: inverno
            """
        ),
        cues=named(
            """
            doubt: talvez provavelmente possivelmente aparentemente supostamente parece parecem
            doubt: parecia poderia poderiam acredita acreditam acreditava acha pensa teria teriam
            doubt: possível
            plan: espera esperam esperava quer querem queria pretende pretendem planeja tenta
            plan: tentou tentam promete prometeu
            refusal: recusou-se recusou esqueceu
            limit: só apenas somente unicamente exclusivamente pelo_menos no_máximo quase
            limit: principalmente parcialmente geralmente frequentemente
            report: diz disse disseram segundo afirma afirmou declara declarou anuncia anunciou
            report: informa informou explica explicou acrescentou alega alegou escreveu adverte
            report: advertiu porta-voz
            """
        ),
        scales=named(
            """
            modality.1: poderia poderiam talvez pode podem
            modality.2: provavelmente
            modality.3: certamente
            modality.should: deveria deveriam
            modality.must: deve devem
            report.1: acredita sugere pensa
            report.2: diz disse declarou anunciou
            report.3: alega alegou afirma afirmou
            report.4: confirma confirmou prova provou
            quantifier.few: poucos poucas raramente
            quantifier.some: alguns algumas vários várias
            quantifier.many: muitos muitas frequentemente
            quantifier.most: maioria geralmente
            quantifier.all: todos todas cada sempre
            quantifier.half: metade
            """
        ),
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
