"""The record of one language: everything the program knows of it, in named fields.

Loads no library, so that a record costs little to import. Fields called *forms* hold pieces of
patterns for `regex`, in which a point stands for itself; all others hold words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactWords:
    """The words of a language in which facts are written, for findings; all are folded.

    Numbers
        `numerals` are words of numbers that are not in `Language.number_words`, because alone they
        are other words as well ("one"), and those of large ones ("million").
        `unlike_numerals` are those that are other words in other languages ("elf").
        `numeral_joints` stand between two ("and"), also inside a word in languages that write a
        number as one ("dreiundzwanzig").
        `ordinals` map to the number they count to, `vague_numbers` to the least number they may
        mean ("dozens"). `halves` stand behind a number ("and a half"), `range_words` between two
        ("to"). `unit_names` map the names of a unit to one of them; only listed units are compared.
        `bounds` map phrases beside a number to one of `>=`, `<=`, `>`, `<`, `~`. `rate_words` stand
        between a number and the unit by which it is counted ("a" in "5 % a week"), unless one of
        `distance_words` follows ("a week later"); `rates` do so alone ("weekly").
    Denial
        `antonyms` are pairs of opposites in their dictionary forms. `negative_words` deny without a
        negation ("fail", "absence"), as do words with `negative_prefixes` ("unsafe") and
        `negative_suffixes` ("harmless"). `no_negations` are phrases with a negation that do not
        deny ("not only"); `further_negations` may go on with an earlier one ("nor").
    Names
        `titles` stand before a name and are none ("Mr."), `name_joints` inside one ("of").
        `aliases` map the names of one thing to one of them, without points and accents ("Dutch",
        "Netherlands").
    Grammar
        `determiners` want a noun behind them, `prepositions` an object, `verbal_words` are forms of
        auxiliaries; with `conjunctions` they tell where a sentence breaks ("the of", "in ."). Words
        with `adjective_ends` and `adverb_ends` qualify others.
        `bare_determiners` are those that never stand without a noun. `sound_articles` go with a
        "vowel" or a "consonant" behind them, but not before `unsure_sounds` ("an hour").
        `passive_words` before a verb and `agent_words` behind it turn it round ("was bitten by");
        words around `joining_words` ("and") may change places. Who does one of
        `deeds` stands behind an agent word, to whom it is done behind one of `target_words` ("an
        attack on") or the word that it maps to ("the murder of"). `comparing_words` stand between
        two that are compared ("than"), `degree_words` before what they are compared by ("more
        often than"), `order_words` between what came first and next, with which of both is first.
        `tenses` map auxiliaries to the time they tell, "past", "present", "perfect", "future" or
        "duty" ("shall"), or to "none" where they hide it ("to"). Verbs with `past_ends` or
        `present_ends` tell theirs by their form, those with `timeless_ends` do not.
    Families
        `dates` map words of time to a family and a member of it ("weekday.1"): another member is
        another time. `scales` do the same for certainty, for how many and for how it was said.
        `cues` map phrases to a family: "doubt" ("may"), "limit" ("only"), "report" ("said"),
        "plan" ("hoped to"), "bare", which answers a limit and is none itself ("just"), or "none"
        where the phrase is no cue ("may not"). `ability_words` may be doubts or not ("could").
        `unlike_months` are months that are other words in small letters ("may").
    """

    numerals: Mapping[str, str] = field(default_factory=dict)
    unlike_numerals: Mapping[str, str] = field(default_factory=dict)
    numeral_joints: frozenset[str] = frozenset()
    has_joined_numerals: bool = False
    ordinals: Mapping[str, str] = field(default_factory=dict)
    vague_numbers: Mapping[str, str] = field(default_factory=dict)
    halves: tuple[str, ...] = ()
    range_words: frozenset[str] = frozenset()
    unit_names: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, str] = field(default_factory=dict)
    rate_words: frozenset[str] = frozenset()
    distance_words: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    antonyms: Mapping[str, str] = field(default_factory=dict)
    negative_words: frozenset[str] = frozenset()
    negative_prefixes: tuple[str, ...] = ()
    negative_suffixes: tuple[str, ...] = ()
    no_negations: tuple[str, ...] = ()
    further_negations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    name_joints: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    verbal_words: frozenset[str] = frozenset()
    adjective_ends: tuple[str, ...] = ()
    adverb_ends: tuple[str, ...] = ()
    bare_determiners: frozenset[str] = frozenset()
    sound_articles: Mapping[str, str] = field(default_factory=dict)
    unsure_sounds: tuple[str, ...] = ()
    passive_words: frozenset[str] = frozenset()
    agent_words: frozenset[str] = frozenset()
    joining_words: frozenset[str] = frozenset()
    deeds: Mapping[str, str] = field(default_factory=dict)
    target_words: frozenset[str] = frozenset()
    comparing_words: frozenset[str] = frozenset()
    degree_words: frozenset[str] = frozenset()
    order_words: Mapping[str, str] = field(default_factory=dict)
    tenses: Mapping[str, str] = field(default_factory=dict)
    past_ends: tuple[str, ...] = ()
    present_ends: tuple[str, ...] = ()
    timeless_ends: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, str] = field(default_factory=dict)
    cues: Mapping[str, str] = field(default_factory=dict)
    ability_words: frozenset[str] = frozenset()
    unlike_months: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What is known of a language; a field left empty means that nothing is known.

    Telling the language
        `function_words` are its commonest articles, pronouns, prepositions, conjunctions and
        auxiliaries: they carry no content that could link two sentences, and nothing reads well
        that marks one of them alone. `script` is a `regex` class of letters that no other language
        here is written in, `own_letters` one of single letters that none has; each of these in a
        text says as much as a function word.
    Splitting sentences
        `final_words` are ordinary words and names that sentencex takes for abbreviations though
        they often end a sentence. No sentence ends with `forms_before_names` and their point
        ("M. Dupont"), nor with `forms_before_numbers` where a number, a bracket or a single letter
        follows ("Fig. 3"). `closing_forms` end a sentence if a function word with a capital follows
        ("etc. They"), and so do `month_forms` ("in Dec. She"), but not before a number ("Dec. 5").
        `conjunction` is the capital "And" that a verse begins with;
        `often_capital` are function words that have a capital for other reasons. A semicolon
        `semicolon_asks` in Greek. A short sentence behind a quotation that ends with one of
        `speech_ends` says who spoke, in languages whose letters have no case ("他说").
    Splitting and linking words
        `pointed_forms` keep their point as one word ("Dr."). A hyphen before one of `dash_words` is
        a dash, for no compound ends with them ("landlord-the"). `number_words` and `spellings` map
        a word to the number or word it stands for, `spelling_rules` a pattern inside a word to what
        is written there otherwise ("-our", "-or"), `contractions` an ending to the words it may
        stand for, `contracted_words` a word to those it is short for ("zum"). Where a language
        `elides`, a word gives up its last vowel before another one ("l'eau"). `linking_letters`
        may stand between the parts of a compound ("Bootshaus"). `has_lemmas` says that simplemma's
        table loads in well under a second.
        `particle_groups` are endings of words that tell their place in the sentence: those of one
        group may stand for each other, those of two say something else ("from", "until").
    Words without spaces
        `unspaced_letters` is a `regex` class of letters, `script` among them, whose words are found
        with the table of frequencies; that of Chinese has words with characters as they
        `is_simplified`. `endings` belong to the word before them, unless it is one of `particles`;
        `soft_endings` do where it ends with one of `soft_stem_ends`. A word with one of
        `negative_endings` says the opposite of the same word with another ending.
    Changes
        `auxiliaries` are verbs that go with another one, which ends in one of `participle_forms`.
        `units` are read together with the number before them. `negations` and `weighty_words`
        turn the sense of a sentence, short as they are: "not", "without"; "only", "unless".
        `opposed_words` are pairs of function words that say the opposite ("before/after").
        `negation_parts` map the first word of a negation to those that may be its second ("ne …
        plus"); without the first one these are other words ("plus", more).
        `negating_parts` turn that of a word: "un-" at its start, "-ma-" inside it.
        `capital_words` are other words with their capitals than without them ("US", "Polish").
        `letters` are read as others in this language only: a capital I as a small ı.
        `magnitudes` stand behind a number ("million"); in a language whose `nouns_have_capitals` a
        capital makes no name.
    Findings
        `facts` are the words in which numbers and dates are written.
    Reading files
        `chapter_words` come before the number of a chapter or part, `chapter_names` are headings
        without one ("Prologue"), `caption_words` come before the number of a picture or table. No
        sentence ends with one of `dangling_words`, so a line that does was broken there.
        `page_words` come before the number of a page, `page_count_words` before the number of all
        pages. A letter or mail begins with one of `greetings`, which a name may follow, and ends
        with one of `closings`, which a name follows.
    """

    code: str
    name: str
    function_words: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    weighty_words: frozenset[str] = frozenset()
    opposed_words: frozenset[str] = frozenset()
    negation_parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    negating_parts: frozenset[str] = frozenset()
    script: str = ""
    own_letters: str = ""
    final_words: tuple[str, ...] = ()
    forms_before_names: tuple[str, ...] = ()
    forms_before_numbers: tuple[str, ...] = ()
    closing_forms: tuple[str, ...] = ()
    month_forms: tuple[str, ...] = ()
    conjunction: str = ""
    often_capital: frozenset[str] = frozenset()
    semicolon_asks: bool = False
    speech_ends: frozenset[str] = frozenset()
    pointed_forms: tuple[str, ...] = ()
    dash_words: frozenset[str] = frozenset()
    number_words: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    spelling_rules: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contracted_words: Mapping[str, str] = field(default_factory=dict)
    elides: bool = False
    linking_letters: frozenset[str] = frozenset()
    has_lemmas: bool = False
    particle_groups: tuple[frozenset[str], ...] = ()
    unspaced_letters: str = ""
    is_simplified: bool = False
    endings: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    soft_endings: frozenset[str] = frozenset()
    soft_stem_ends: str = ""
    negative_endings: tuple[str, ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    participle_forms: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    capital_words: frozenset[str] = frozenset()
    letters: Mapping[str, str] = field(default_factory=dict)
    magnitudes: frozenset[str] = frozenset()
    nouns_have_capitals: bool = False
    chapter_words: frozenset[str] = frozenset()
    chapter_names: frozenset[str] = frozenset()
    dangling_words: frozenset[str] = frozenset()
    caption_words: frozenset[str] = frozenset()
    page_words: frozenset[str] = frozenset()
    page_count_words: frozenset[str] = frozenset()
    greetings: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    facts: FactWords = FactWords()


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a list that is written as one string: "best wishes, love"."""
    return frozenset(phrase.strip() for phrase in text.split(","))


def forms(text: str) -> tuple[str, ...]:
    """Return the pieces of patterns of a list that is written as one string."""
    return tuple(text.split())


def pairs(text: str) -> Mapping[str, str]:
    """Return what every second word of a list is written for: "two 2 three 3"."""
    listed = text.split()
    return dict(zip(listed[::2], listed[1::2], strict=True))


def named(text: str) -> Mapping[str, str]:
    """Return what the words of each line stand for: "km: km kilometre kilometres"."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {
        name.replace("_", " "): kind.strip() for kind, _, names in lines for name in names.split()
    }
