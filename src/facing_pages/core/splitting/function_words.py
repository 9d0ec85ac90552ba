"""The words that hold sentences together, per language, and what language a text is in by them.

Short lists of the commonest articles, pronouns, prepositions, conjunctions and auxiliaries: they
carry no content that could link two sentences, and nothing reads well that marks one of them
alone. Languages with other scripts are told by script.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import regex

from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import is_punctuation

_LISTS: Final = {
    "en": "a an the this that these those i you he she it we they me him her us them my your his "
    "its our their who whom whose which what there here and or but nor so if because as than "
    "when while where how though although until of to in on at by for from with without into "
    "onto over under about after before between through during against up down out off is are "
    "was were be been being am has have had do does did will would shall should can could may "
    "might must not no n't 's 're 've 'll 'd also very just only then too all some any",
    "de": "der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich "
    "dich sich uns mir dir ihm ihn ihnen mein dein sein unser und oder aber denn weil dass daß "
    "wenn als wie ob von zu in im ins an am auf aus bei beim mit nach vor über unter um durch "
    "für gegen ohne ist sind war waren wird werden wurde hat haben hatte kann können muss nicht "
    "kein keine auch nur noch so da dann hier zum zur",
    "fr": "le la les l' un une des du de d' au aux ce cet cette ces je tu il elle nous vous ils "
    "elles me te se lui leur mon ton son ma ta sa mes tes ses notre votre et ou mais car que qu' "
    "qui dont où quand comme si dans sur sous par pour avec sans en à est sont était étaient a "
    "ont avait être avoir ne n' pas plus y",
    "es": "el la los las un una unos unas de del al a en con por para sin sobre entre que quien "
    "cual cuando como donde y e o u pero porque si yo tú él ella nosotros ellos ellas me te se "
    "le les lo su sus mi tu nuestro es son era eran fue ha han había ser estar no más muy también",
    "it": "il lo la i gli le l' un uno una di del della dei delle a al alla da dal in nel nella "
    "con su sul per tra fra che chi cui quando come dove e ed o ma perché se io tu lui lei noi "
    "voi loro mi ti si ci vi suo sua è sono era erano ha hanno aveva non più anche",
    "pt": "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre "
    "que quem quando como onde e ou mas porque se eu tu ele ela nós eles elas me te lhe seu sua "
    "é são era foi tem têm tinha ser não mais também",
    "nl": "de het een van in op aan met voor door uit bij naar om te en of maar want dat die dit "
    "deze ik jij hij zij wij ze we je hem haar ons hun mijn zijn is was waren wordt werd heeft "
    "hebben had kan niet geen ook er als dan nog",
    "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по её ее "
    "мне было вот от меня о из ему когда даже ну ли если или ни быть был была были до вас они "
    "их чем для мы",
}
FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in _LISTS.items()
}
_EVERY: Final = frozenset().union(*FUNCTION_WORDS.values())
# Languages told by their script; Japanese first, because it writes Han characters as well.
_SCRIPTS: Final = (
    ("ja", regex.compile(r"[\p{Hiragana}\p{Katakana}]")),
    ("zh", regex.compile(r"\p{Han}")),
    ("ko", regex.compile(r"\p{Hangul}")),
    ("ar", regex.compile(r"\p{Arabic}")),
    ("he", regex.compile(r"\p{Hebrew}")),
    ("hi", regex.compile(r"\p{Devanagari}")),
    ("th", regex.compile(r"\p{Thai}")),
    ("el", regex.compile(r"\p{Greek}")),
)
_SAMPLE: Final = 20_000
# Share of a sample's letters a script needs to give the text its language.
_SCRIPT_SHARE: Final = 0.15


def language_of(text: str) -> str:
    """Return the likely language of a text as a two-letter code, "en" where nothing tells."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        letters = sum(character.isalpha() for character in sample)
        for language, pattern in _SCRIPTS:
            if len(pattern.findall(sample)) > _SCRIPT_SHARE * letters:
                return language
    counts: Counter[str] = Counter()
    for word in sample.casefold().split():
        for language, words in FUNCTION_WORDS.items():
            counts[language] += word in words
    language = max(counts, key=lambda name: (counts[name], name == "en"), default="en")
    return language if counts[language] > counts["en"] else "en"


def function_words_of(language: str) -> frozenset[str]:
    """Return the function words of a language; of all languages listed if it is not among them."""
    return FUNCTION_WORDS.get(language, _EVERY)


def is_light(word: str, function_words: frozenset[str]) -> bool:
    """Tell whether a word alone says too little to be linked or marked: a mark counts as well."""
    return fold_word(word) in function_words or is_punctuation(word)
