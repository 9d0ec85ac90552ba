"""Ordinary words that are spelled like an abbreviation, so that sentencex ends no sentence there.

"He gave it to me. I left.": Me. is also Maine. Lists by language, of what sentencex takes for
abbreviations those words that often end a sentence; proper names of people with a capital. Short
forms that are hardly ever words are left out.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

_LISTS: Final = {
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
    "rest gross do sep tidl lok till Jan Ida Mia Kim",
    "nb": "det med kan ut min del ord ok OK me no jul al sen ens la va ark Ida Jan",
    "cs": "tu no No pod min hod mil",
    "pl": "port mar pie lit",
    "ru": "муж жен мин",
    "uk": "вид град",
    "tr": "sen Sen al kan la ver ok art may re con",
    "hu": "nem Nem ok OK kan art ver ken la me con",
    "ro": "la va loc ore alta sens corp gen con me ok OK arc",
}
# A number in Roman letters is no start of a sentence: "vol. II".
_START: Final = r"(?=\s+(?!(?:[IVXLC]{2,}|[VXLC])\b)\p{Lu})"
# The pronoun I stands behind a word in small letters, an initial behind a name.
_PRONOUN: Final = r"(?<=\b\p{Ll}+ )I"


@cache
def ordinary_ends(language: str) -> regex.Pattern[str] | None:
    """Return what finds the full stops behind such words that a sentence may follow.

    The match ends behind the stop. None for a language without a list.
    """
    if language not in _LISTS:
        return None
    ends = [rf"\b{word}" for word in _LISTS[language].split()]
    if language == "en":
        ends.append(_PRONOUN)
    return regex.compile(rf"(?:{'|'.join(ends)})[.]{_START}")
