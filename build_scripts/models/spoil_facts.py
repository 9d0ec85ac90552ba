"""Edits of facts: numbers, names, denials, opposites, certainty, quantities, roles and times.

Each returns the swaps of one edit of a sentence's words, or none where they give no occasion.
"""

from __future__ import annotations

from spoiling import Known, Swap, inflected, neighbour, one_of
from spoiling_words import (
    AUXILIARIES,
    BARE_VERBS,
    DETERMINERS,
    DIRECTIONS,
    GENDERS,
    HEDGES,
    LIMITS,
    MODALS,
    NUMBER_WORDS,
    PREPOSITIONS,
    QUANTITIES,
    TIMES,
    VERBS_OF_CERTAINTY,
    WITHOUT_NEGATION,
)

# The rarity from which a word behind a noun may belong to it.
RARE = 0.3


def numbers(known: Known, words: list[str]) -> list[Swap]:
    """Replace a number by another one."""
    places = [k for k, word in enumerate(words) if word[:1].isdigit()]
    listed = [k for k, word in enumerate(words) if word.lower() in NUMBER_WORDS]
    if not places + listed:
        return []
    place = known.chance.choice(places + listed)
    word = words[place]
    if place in listed:
        return [Swap(place, place + 1, (known.chance.choice(NUMBER_WORDS),))]
    digits = [k for k, letter in enumerate(word) if letter.isdigit()]
    at = known.chance.choice(digits)
    other = known.chance.choice([d for d in "123456789" if d != word[at]])
    return [Swap(place, place + 1, (word[:at] + other + word[at + 1 :],))]


def names(known: Known, words: list[str]) -> list[Swap]:
    """Replace a name by one from elsewhere."""
    places = [k for k in range(1, len(words)) if known.is_name(words, k)]
    if not places or not known.names:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place + 1, (known.chance.choice(known.names),))]


def genders(known: Known, words: list[str]) -> list[Swap]:
    """Replace "she" by "he"."""
    return one_of(known, words, GENDERS)


def negation_added(known: Known, words: list[str]) -> list[Swap]:
    """Put a negation behind an auxiliary, or before a verb."""
    places = [k for k, word in enumerate(words) if word.lower() in AUXILIARIES]
    if places and known.chance.random() < 0.85:
        place = known.chance.choice(places)
        return [Swap(place + 1, place + 1, (known.chance.choice(["not", "not", "never"]),))]
    verbs = [k for k, word in enumerate(words) if word.endswith("ed") and len(word) > 4]
    if not verbs:
        return []
    place = known.chance.choice(verbs)
    return [Swap(place, place, (known.chance.choice(["never", "not"]),))]


def negation_dropped(known: Known, words: list[str]) -> list[Swap]:
    """Take a negation out."""
    swaps: list[Swap] = []
    for place, word in enumerate(words):
        low = word.lower().replace("’", "'")
        if low in ("not", "never", "hardly"):
            swaps.append(Swap(place, place + 1))
        elif low in WITHOUT_NEGATION:
            swaps.append(Swap(place, place + 1, (WITHOUT_NEGATION[low],)))
        elif low.endswith("n't") and len(low) > 3:
            whole = {"won't": "will", "can't": "can", "shan't": "shall"}.get(low, low[:-3])
            swaps.append(Swap(place, place + 1, (whole,)))
    return [known.chance.choice(swaps)] if swaps else []


def antonyms(known: Known, words: list[str]) -> list[Swap]:
    """Replace a word by its opposite."""
    places = [
        k for k, word in enumerate(words) if known.lexicon.word(word).lemma in known.opposites
    ]
    if not places:
        return []
    place = known.chance.choice(places)
    base = known.lexicon.word(words[place]).lemma
    other = inflected(
        known.chance.choice(known.opposites[base]), like=words[place], base_of_like=base
    )
    return [Swap(place, place + 1, (other,))]


def false_synonyms(known: Known, words: list[str]) -> list[Swap]:
    """Replace a content word by one that is used alike but means something else."""
    return neighbour(known, words, known.neighbours.of)


def modals(known: Known, words: list[str]) -> list[Swap]:
    """Make what may be certain, and what is certain possible."""
    return one_of(known, words, MODALS)


def certainty(known: Known, words: list[str]) -> list[Swap]:
    """Replace a word of thinking by one of knowing, or back."""
    return one_of(known, words, VERBS_OF_CERTAINTY)


def hedges(known: Known, words: list[str]) -> list[Swap]:
    """Put in or take out a doubt."""
    there = [k for k, word in enumerate(words) if word.lower() in HEDGES]
    if there:
        return [Swap(there[0], there[0] + 1)]
    places = [k + 1 for k, word in enumerate(words) if word.lower() in AUXILIARIES]
    if not places:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place, (known.chance.choice(HEDGES),))]


def bare_modals(known: Known, words: list[str]) -> list[Swap]:
    """Say that something may have been where it was."""
    places = [k for k, word in enumerate(words) if word.lower() in BARE_VERBS]
    if not places:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place + 1, tuple(BARE_VERBS[words[place].lower()].split()))]


def quantities(known: Known, words: list[str]) -> list[Swap]:
    """Replace "some" by "all"."""
    return one_of(known, words, QUANTITIES)


def limits(known: Known, words: list[str]) -> list[Swap]:
    """Put in "only" or take it out."""
    there = [k for k, word in enumerate(words) if word.lower() in ("only", "even", "just")]
    if there and known.chance.random() < 0.7:
        return [Swap(there[0], there[0] + 1)]
    places = [k for k in range(1, len(words)) if words[k].lower() in PREPOSITIONS | DETERMINERS]
    places += [k for k, word in enumerate(words) if word[:1].isdigit()]
    if not places:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place, tuple(known.chance.choice(LIMITS).split("-")))]


def exchanged(known: Known, words: list[str]) -> list[Swap]:
    """Exchange two names, or two nouns behind articles."""
    names = [k for k in range(len(words)) if known.is_name(words, k)]
    nouns = [k for k in range(1, len(words)) if _is_noun(known, words, k)]
    places = names if len(names) > 1 and known.chance.random() < 0.6 else nouns
    if len(places) < 2:
        return []
    one, other = sorted(known.chance.sample(places, 2))
    return [Swap(one, one + 1, (words[other],)), Swap(other, other + 1, (words[one],))]


def direction(known: Known, words: list[str]) -> list[Swap]:
    """Turn "by" to "from" and "to" to "from"."""
    return one_of(known, words, DIRECTIONS)


def times(known: Known, words: list[str]) -> list[Swap]:
    """Replace "was" by "will be"."""
    return one_of(known, words, TIMES)


def past_to_future(known: Known, words: list[str]) -> list[Swap]:
    """Replace "walked" by "will walk", or by "walks"."""
    before = AUXILIARIES | DETERMINERS | {"been", "be"}
    places = [
        k
        for k in range(1, len(words))
        if words[k].endswith("ed") and len(words[k]) > 4 and words[k - 1].lower() not in before
    ]
    if not places:
        return []
    place = known.chance.choice(places)
    base = known.lexicon.word(words[place]).lemma
    if base == words[place]:
        return []
    new = (
        ("will", base)
        if known.chance.random() < 0.6
        else (inflected(base, like="walks", base_of_like="walk"),)
    )
    return [Swap(place, place + 1, new)]


def _is_noun(known: Known, words: list[str], k: int) -> bool:
    """Tell whether a content word stands behind an article and before no other one."""
    if words[k - 1].lower() not in DETERMINERS or known.is_light(words[k]):
        return False
    behind = words[k + 1] if k + 1 < len(words) else ""
    return not (behind.isalpha() and known.lexicon.word(behind).rarity > RARE)
