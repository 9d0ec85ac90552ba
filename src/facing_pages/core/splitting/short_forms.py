"""What sentencex does not know of short forms: where they end no sentence, and where words do.

"M. Dupont" is one man. "He gave it to me. I left." are two sentences, though Me. is also Maine.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

# Ordinary words, and names of people, that sentencex takes for abbreviations and that often end a
# sentence, by language.
_WORDS: Final = {
    "en": "me no No fig figs ill miss may ore ark pa va ok OK art con mar ken Ken Ida Bart Jan "
    "Penn Alta Mo Del",
    "de": "mich Mich mag Art Bart Ass Gen ok OK miss Ida Jan Ken",
    "fr": "art vol sec ex ca",
    "es": "no No nos bien contra sobre ante entre tras para mar auto super extra pos pro mini "
    "micro macro mono mega ultra multi retro homo bis pen sub anti inter bi poli vice uni",
    "it": "si Si no No me te mi ci vi ne li lo la le ma se su al ha fa va sa sai fai via po so mai "
    "ore re fin sia ed ad ai in con di col fra tra bar top mica file set pop mar max sol sin dea "
    "ali dia sam mo val bei fasi spot grano are par pan car ago long ira laser radar cup pass sit "
    "tar pat age led cat tv TV usa USA nato NATO ue UE uk UK dvd DVD onu ONU nasa NASA post gia "
    "ama coi ce san part card cost vip raid gas",
    "nl": "dat Dat me al u pas best hand top vol ver app bel max red tom pers not pan volt hert "
    "get mand mod bet form sir eff pens Jan Tom",
    "sv": "det Det med kan ut min hon sen del ens ord ont maj me no la va ok OK fy ark tex Ida Jan",
    "da": "det med var da to din del ned par tv TV form al vær sort ti nat nord on no jul tab port "
    "rest gross do Jan Ida Mia Kim",
    "nb": "det med kan ut min del ord ok OK me no jul al sen ens la va ark Ida Jan",
    "cs": "tu no No pod min hod mil",
    "pl": "port mar pie lit",
    "ru": "муж жен мин",
    "uk": "вид град",
    "tr": "sen Sen al kan la ver ok art may re con",
    "hu": "nem Nem ok OK kan art ver ken la me con",
    "ro": "la va loc ore alta sens corp gen con me ok OK arc",
}
# Short forms that a name or an example follows, so that no sentence ends with them, by language;
# dots inside them stand with or without a space. None is a word as well: "им", "im" are.
_BEFORE_NAMES: Final = {
    "en": "Figs? Eqs? eqs? Refs? refs? Secs? secs? Chaps? chaps? Vols? vols? pp cf viz vs e.g i.e",
    "de": "Dipl.-Ing Dipl.-Kfm Frl Hl hl Gebr Fa",
    "fr": "M MM Mme Mmes Mlle Mlles Dr Pr Mgr St Ste p.ex c.-à-d",
    "es": "Dña Dª Fr Sto Sta",
    "nl": "mevr mw d.w.z m.a.w o.a m.n",
    "sv": "t.ex bl.a d.v.s kap hr fr",
    "da": "f.eks bl.a d.v.s dvs Sct Skt",
    "nb": "f.eks bl.a d.v.s dvs",
    "pl": "tj m.in dr inż ks św gen p płk kpt mjr por red ul al",
    "fi": "ts tri",
    "hu": "ún özv",
    "ro": "dl dna d-na d-l sf Sf ex î",
    "tr": "Av Sn vb bkz Bkz",
    "ca": "St Sta",
    "ru": "г-н г-жа св напр т.е",
    "bg": "г-н г-жа д-р напр",
}
# Short forms that end no sentence where a number, a bracket or a letter of its own follows, in all
# languages.
_BEFORE_NUMBERS: Final = (
    "al figs? no nos nr nro n núm num č čl чл бр art abb bd abs tab taf kap cap cap[sº] ch chs bk "
    "Bk Ch pt Pt vol pag pagg pág pàg p s str стр с ст гл рис табл para app ex kl ca kb r αρ σελ"
)
# Letters before an end that are looked at.
LONGEST: Final = 24
_POINTED_AT: Final = regex.compile(r"[\[(\d]|[B-HJ-Z]\b")
# A German date or rank: "am 3. Oktober", "der 1. FC".
_ORDINAL: Final = (
    r"(?i:am|im|vom|zum|zur|beim|seit|bis|ab|ins|d(?:er|ie|as|en|em|es)|(?:k?ein|dies|jed|sein|ihr)"
    r"(?:e[mnrs]?)?)\s+\d{1,2}"
)
# A number in Roman letters is no start of a sentence: "vol. II".
_START: Final = r"(?=\s+(?!(?:[IVXLC]{2,}|[VXLC])\b)\p{Lu})"
# The pronoun I stands behind a word in small letters, an initial behind a name.
_PRONOUN: Final = r"(?<=\b\p{Ll}+ )I"


@cache
def ordinary_ends(language: str) -> regex.Pattern[str] | None:
    """Return what finds the full stops behind such words that a sentence may follow.

    The match ends behind the stop. None for a language without a list.
    """
    if language not in _WORDS:
        return None
    ends = [rf"\b{word}" for word in _WORDS[language].split()]
    if language == "en":
        ends.append(_PRONOUN)
    return regex.compile(rf"(?:{'|'.join(ends)})[.]{_START}")


def goes_on(text: str, end: int, start: int, language: str) -> bool:
    """Tell whether what ends before `end` needs what starts at `start`: "Fig. 3", "M. Dupont"."""
    before = text[max(0, end - LONGEST) : end]
    if _before_names(language).search(before):
        return True
    if not _before_numbers().search(before):
        return False
    return _POINTED_AT.match(text, start) is not None


@cache
def _before_names(language: str) -> regex.Pattern[str]:
    forms = [
        _spelled(form)
        for form in (_BEFORE_NAMES["en"] + " " + _BEFORE_NAMES.get(language, "")).split()
    ]
    if language == "de":
        forms.append(_ORDINAL)
    return _at_end(forms)


@cache
def _before_numbers() -> regex.Pattern[str]:
    return _at_end(_BEFORE_NUMBERS.split())


def _spelled(form: str) -> str:
    return form.replace(".", r"[.]\s?")


def _at_end(forms: list[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:{'|'.join(forms)})[.]$")
