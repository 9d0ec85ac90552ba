"""Edits of statements: who said them, and what is left out.

Each returns the swaps of one edit of a sentence's words, or none where they give no occasion.
"""

from __future__ import annotations

from spoiling import Known, Swap, cased, lowered
from spoiling_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SOURCES,
    STOPS,
)

from facing_pages.core.splitting.words import is_punctuation

# Words of a phrase that is left out.
LONGEST_PHRASE = 7


def source_added(known: Known, words: list[str]) -> list[Swap]:
    """Say who said it where it was a fact."""
    source = known.chance.choice(SOURCES).split()
    verb = known.chance.choice(REPORTING[:6])
    if known.chance.random() < 0.5 and len(words) > 3 and is_punctuation(words[-1]):
        end = len(words) - 1
        return [Swap(end, end, (",", *source, verb))]
    if known.chance.random() < 0.5:
        opening = ("According", "to", *source, ",")
    else:
        opening = (source[0].capitalize(), *source[1:], verb, "that")
    return [Swap(0, 1, (*opening, lowered(words[0])))]


def source_changed(known: Known, words: list[str]) -> list[Swap]:
    """Give what was said to somebody else."""
    places = [k for k, word in enumerate(words) if word.lower() in REPORTING and k]
    if not places:
        return []
    place = known.chance.choice(places)
    start = place
    while start > 0 and place - start < 4 and not is_punctuation(words[start - 1]):
        if words[start - 1].lower() in STOPS - DETERMINERS:
            break
        start -= 1
    if start == place:
        return []
    source = known.chance.choice(SOURCES).split()
    source[0] = cased(source[0], words[start])
    return [Swap(start, place, tuple(source))]


def source_dropped(_known: Known, words: list[str]) -> list[Swap]:
    """State as a fact what somebody said."""
    for place, word in enumerate(words):
        rest = len(words) - place
        if word.lower() in REPORTING and place <= 6 and rest > 5:
            end = place + 1 + (words[place + 1].lower() == "that")
            if words[end].lower() in STOPS | PRONOUNS or words[end][:1].isupper():
                return [Swap(0, end + 1, (words[end].capitalize(),))]
        if word.lower() in REPORTING and rest <= 6 and place > 6:
            commas = [k for k in range(place - 6, place) if words[k] == ","]
            if commas:
                return [Swap(commas[-1], len(words) - 1)]
    return []


def word_dropped(known: Known, words: list[str]) -> list[Swap]:
    """Leave one content word out."""
    places = [k for k, word in enumerate(words) if not known.is_light(word) and len(word) > 3]
    if len(places) < 3:
        return []
    place = known.chance.choice(places)
    return [Swap(place, place + 1)]


def phrase_dropped(known: Known, words: list[str]) -> list[Swap]:
    """Leave out a preposition and what hangs on it."""
    places = [k for k, word in enumerate(words) if word.lower() in PREPOSITIONS]
    runs = []
    for start in places:
        end = start + 1
        while end < len(words) and end - start < LONGEST_PHRASE:
            word = words[end].lower()
            if is_punctuation(word) or (word in STOPS - DETERMINERS and end > start + 1):
                break
            end += 1
        if end - start >= 2 and end - start < len(words) - 3:
            runs.append(Swap(start, end))
    return [known.chance.choice(runs)] if runs else []


def clause_dropped(known: Known, words: list[str]) -> list[Swap]:
    """Leave out what stands between two marks, or from the last one on."""
    marks = [k for k, word in enumerate(words) if word in (",", ";", "–", "—", ":")]
    ends = [*marks[1:], len(words) - 1]
    runs = [Swap(a, b) for a, b in zip(marks, ends, strict=False) if 2 <= b - a <= 18]
    runs = [run for run in runs if run.end - run.start < 0.6 * len(words)]
    if marks and 3 <= marks[0] <= 12 and len(words) - marks[0] > 6:
        runs.append(Swap(0, marks[0] + 1))
    return [known.chance.choice(runs)] if runs else []


def member_dropped(known: Known, words: list[str]) -> list[Swap]:
    """Leave out one of two that are joined by "and"."""
    places = [k for k, word in enumerate(words) if word.lower() in ("and", "or")]
    runs = []
    for place in places:
        end = place + 1
        while end < len(words) and end - place < 5 and not is_punctuation(words[end]):
            if words[end].lower() in STOPS - DETERMINERS:
                break
            end += 1
        if end > place + 1:
            runs.append(Swap(place, end))
    return [known.chance.choice(runs)] if runs else []


def subject_dropped(_known: Known, words: list[str]) -> list[Swap]:
    """Leave out what a sentence begins with, up to its verb."""
    for place, word in enumerate(words[:9]):
        if word.lower() in AUXILIARIES and place:
            return [Swap(0, place)]
    return []
