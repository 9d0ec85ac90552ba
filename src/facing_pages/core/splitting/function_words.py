"""The words that hold sentences together, per language, and what language a text is in by them.

Short lists of the commonest articles, pronouns, prepositions, conjunctions and auxiliaries: they
carry no content that could link two sentences, and nothing reads well that marks one of them
alone. Languages with other scripts are told by script.
"""

from __future__ import annotations

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
    "sv": "och i att det är en ett som på av för med den de du jag han hon vi ni man inte till "
    "från om men eller så har hade var kan ska skulle vill när då där här sig sin sitt sina "
    "min mitt mig dig oss dem hans hennes deras denna detta dessa vid efter under över ut "
    "upp in mot mellan också bara nu än utan genom blev blir",
    "da": "og i at det er en et som på af for med den de du jeg han hun vi man ikke til fra om "
    "men eller så har havde var kan skal skulle vil når da der her sig sin sit sine min mit "
    "mig dig os dem hans hendes deres denne dette disse ved efter under over ud op ind mod "
    "mellem også kun nu end uden gennem blev bliver hvor hvad",
    "nb": "og i at det er en et ei som på av for med den de du jeg han hun vi man ikke til fra om "
    "men eller så har hadde var kan skal skulle vil når da der her seg sin sitt sine min "
    "mitt meg deg oss dem hans hennes deres denne dette disse ved etter under over ut opp "
    "inn mot mellom også bare nå enn uten gjennom ble blir hvor hva",
    "fi": "ja on ei että se oli mutta kun kuin niin myös hän ne he minä sinä me te jos ovat "
    "olivat ole olla joka jotka mitä mikä kuka vain sekä tai vaan eikä koska vaikka sen "
    "siitä siinä sitä tämä tämän tässä nämä tuo hänen heidän minun kanssa mukaan ennen "
    "jälkeen kuten ettei olisi ollut",
    "pl": "i w we na nie się to z ze do jest że o od za po dla przez przy przed pod nad ale a lub "
    "albo jak jako tak czy już tylko też był była było były są być ma mają będzie ten ta te "
    "tego tej tych tym on ona ono oni one jego jej ich go mu mi ja ty my wy co kto który "
    "która które gdy kiedy bo więc oraz by aby żeby",
    "cs": "a i v ve na se si je jsou jsem jsme že to ten ta ty ti toho tom té s z ze k ke do od "
    "po za pro při před pod nad ale nebo ani jak jako tak aby by byl byla bylo byli být má "
    "není on ona ono oni jeho její jejich mu mi já my vy co kdo který která které když kde "
    "jen už také však protože",
    "hu": "a az és nem hogy is ha csak de meg van volt vagy már még el ki be fel le ez azt ezt "
    "aki ami mely amely mint mert így úgy ő ők én te mi ti nincs lesz lett volna minden egy "
    "között után előtt alatt által szerint sem ne vagyok vannak neki",
    "ro": "și si de în in a la să cu nu pe o un că care pentru este e sunt era erau au am ai fost "
    "ce din prin mai dar sau iar dacă când unde cum ca al ale cel cea cei cele lui ei lor "
    "își se mă te ne vă le îi el ea noi voi acest această acel după despre între fără fi",
    "tr": "ve bir bu şu o da de için ile gibi kadar daha çok en ama fakat ya mi mı mu mü ki ne "
    "her ben sen biz siz onlar onun benim bana beni sana onu ona değil olarak olan oldu var "
    "yok ise diye sonra önce göre ancak veya hem hiç",
    "ca": "el la els les l' un una uns unes de d' del dels a al als i o que qui en n' per amb no "
    "és són era eren ha han havia ser estar va van més però si com quan on jo tu ell ella "
    "nosaltres ells elles em et es s' ens us li hi ho seu seva seus aquest aquesta aquell "
    "aquella sobre entre fins pel sense també molt",
    "uk": "і й та в у на не що з із зі до за це від для про по як він вона воно вони я ти ми ви "
    "його її їх йому мені нас вас але а або чи же б би бо щоб коли де якщо який яка яке які "
    "був була було були є бути цей ця ці того тому так також лише ще вже при через під між",
    "bg": "и в във на да не се си от за с със по че до е са съм беше бяха бъде ще но а или ако "
    "като когато където как който която което които той тя то те аз ти ние вие го я ги му "
    "им ми ме този тази това тези при през след преди между без само още вече също така ли",
    "el": "ο η το οι τα του τησ των τον την τη τουσ τισ στο στη στην στον στα στισ στουσ σε με "
    "για από και κι ή αλλά αν να θα δεν δε μη μην που πωσ ότι όταν όπωσ ωσ είναι ήταν έχει "
    "έχουν είχε μου σου μασ σασ αυτό αυτή αυτά ένα ένασ μια μία εγώ εσύ κατά προσ χωρίσ "
    "μέχρι",
    "ar": "في من على إلى الى عن مع و ف ب ل أن إن ان أنه لا لم لن ما هذا هذه ذلك تلك التي الذي "
    "الذين هو هي هم أنا أنت نحن كان كانت يكون قد أو ثم كما كل بعد قبل عند بين حتى إذا لكن "
    "غير له لها به فيه",
    "he": "של את על לא זה זו זאת הוא היא הם הן אני אתה אנחנו עם אל אם כי גם או אבל רק כל יש אין "
    "היה הייתה היו להיות לו לה להם לי לך בו בה מה מי איך כמו אשר בין עד כן אך",
}
FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in _LISTS.items()
}
_EVERY: Final = frozenset().union(*FUNCTION_WORDS.values())
_LANGUAGES_OF: Final = {
    word: tuple(name for name, words in FUNCTION_WORDS.items() if word in words) for word in _EVERY
}
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
# Function words that must be seen of a language: English has a "man" and a "van" as well.
_FEWEST: Final = 2
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
    counts = dict.fromkeys(FUNCTION_WORDS, 0)
    for word in sample.casefold().split():
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += 1
    language = max(counts, key=lambda name: (counts[name], name == "en"))
    return language if counts[language] > max(counts["en"], _FEWEST - 1) else "en"


def function_words_of(language: str) -> frozenset[str]:
    """Return the function words of a language; of all languages listed if it is not among them."""
    return FUNCTION_WORDS.get(language, _EVERY)


def is_light(word: str, function_words: frozenset[str]) -> bool:
    """Tell whether a word alone says too little to be linked or marked: a mark counts as well."""
    return fold_word(word) in function_words or is_punctuation(word)
