"""Edits that tear a sentence, and some that change nothing.

Each returns the swaps of one edit of a sentence's words, or none where they give no occasion.
"""

from __future__ import annotations

from spoiling import Known, Swap, lowered, neighbour, one_of, with_ending
from spoiling_words import AUXILIARIES, PREPOSITIONS, STOPS, WITHOUT_CONTRACTION, WRONG_FORMS

from facing_pages.core.splitting.words import is_punctuation


def shuffled(known: Known, words: list[str]) -> list[Swap]:
    """Shuffle a run of words."""
    length = known.chance.randint(3, 7)
    if len(words) < length + 3:
        return []
    start = known.chance.randrange(0, len(words) - length)
    run = words[start : start + length]
    known.chance.shuffle(run)
    return [Swap(start, start + length, tuple(run))]


def neighbours_exchanged(known: Known, words: list[str]) -> list[Swap]:
    """Exchange two words that stand side by side."""
    places = [k for k in range(len(words) - 2) if words[k].isalpha() and words[k + 1].isalpha()]
    if not places:
        return []
    k = known.chance.choice(places)
    return [Swap(k, k + 2, (words[k + 1], words[k]))]


def repeated(known: Known, words: list[str]) -> list[Swap]:
    """Say a word or two twice."""
    length = known.chance.choice([1, 1, 2, 3])
    places = [k for k in range(len(words) - length) if words[k].isalpha()]
    if not places:
        return []
    k = known.chance.choice(places)
    return [Swap(k + length, k + length, tuple(words[k : k + length]))]


def function_word(known: Known, words: list[str]) -> list[Swap]:
    """Drop, put in or replace a small word."""
    places = [k for k, word in enumerate(words) if word.lower() in STOPS]
    if not places:
        return []
    place = known.chance.choice(places)
    other = known.chance.choice(sorted(STOPS))
    draw = known.chance.random()
    if draw < 0.4:
        return [Swap(place, place + 1)]
    if draw < 0.6:
        return [Swap(place, place, (other,))]
    return [Swap(place, place + 1, (other,))]


def wrong_form(known: Known, words: list[str]) -> list[Swap]:
    """Give a word an ending that does not fit: "they goes", "has walk"."""
    places = [
        k
        for k, word in enumerate(words)
        if word.isalpha() and word.islower() and len(word) > 3 and not known.is_light(word)
    ]
    if not places:
        return []
    place = known.chance.choice(places)
    word, base = words[place], known.lexicon.word(words[place]).lemma
    endings = ["", "ed", "ing", "s", "ly", "ness", "ment", "er"]
    others = {with_ending(base, ending) for ending in endings} - {word, base + "s", word + "s"}
    return [Swap(place, place + 1, (known.chance.choice(sorted(others)),))]


def stopped(known: Known, words: list[str]) -> list[Swap]:
    """Put a full stop into the middle of a sentence."""
    places = [k for k in range(2, len(words) - 2) if words[k].lower() in STOPS]
    if not places:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place, (".",))]


def case(known: Known, words: list[str]) -> list[Swap]:
    """Write "me" for "I"."""
    return one_of(known, words, WRONG_FORMS)


def true_synonym(known: Known, words: list[str]) -> list[Swap]:
    """Replace a word of few senses by one that shares one."""
    return neighbour(known, words, known.neighbours.same)


def contraction(_known: Known, words: list[str]) -> list[Swap]:
    """Write "don't" for "do not", or the other way."""
    for k, word in enumerate(words):
        low = word.lower().replace("’", "'")
        if low.endswith("n't") and low not in ("won't", "can't", "shan't"):
            return [Swap(k, k + 1, (word[:-3], "not"))]
        if low == "not" and k and words[k - 1].lower() in AUXILIARIES - WITHOUT_CONTRACTION:
            return [Swap(k - 1, k + 1, (words[k - 1] + "n't",))]
    return []


def opening_moved(_known: Known, words: list[str]) -> list[Swap]:
    """Move "On Monday," to the end."""
    if words[0].lower() not in PREPOSITIONS | {"when", "while", "if", "because"}:
        return []
    marks = [k for k, word in enumerate(words) if word == ","]
    if (
        len(marks) != 1
        or marks[0] > 14
        or not is_punctuation(words[-1])
        or len(words) - marks[0] < 5
    ):
        return []
    comma = marks[0]
    end = len(words) - 1
    first = words[comma + 1]
    opened = first if first[:1].isupper() else first.capitalize()
    moved = (lowered(words[0]), *words[1:comma])
    return [Swap(0, comma + 2, (opened,)), Swap(end, end, moved)]
