"""What edits are made of and with: swaps of words, and what is known of words and names."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from spoiling_words import PRONOUNS, STOPS
from word_neighbours import Neighbours, neighbours, opposites

from facing_pages.core.alignment.words.lexicon import lexicon
from facing_pages.core.splitting.words import is_punctuation

# Endings before which a "y" becomes an "i".
BEHIND_I = ("s", "ed", "er", "est", "ness", "ly")
SHORTEST_NAME = 3


class Swap(NamedTuple):
    """Words from `start` up to `end` that are replaced; with `end == start`, words put in."""

    start: int
    end: int
    words: tuple[str, ...] = ()


class Known:
    """Names of all texts, and words that may stand for others; with the source of chance."""

    def __init__(self, texts: Sequence[Sequence[str]], chance: random.Random) -> None:
        self.chance = chance
        self.lexicon = lexicon("en")
        self.names = sorted(
            {words[k] for words in texts for k in range(len(words)) if self.is_name(words, k)}
        )
        self.neighbours: Neighbours = neighbours()
        self.opposites: Mapping[str, Sequence[str]] = opposites(self.neighbours.words)

    def is_light(self, word: str) -> bool:
        """Tell whether a word is a function word or a mark."""
        return self.lexicon.word(word).light

    def is_name(self, words: Sequence[str], k: int) -> bool:
        """Tell whether a word has a capital that no beginning of a sentence gives it."""
        word = words[k]
        if not word[:1].isupper() or len(word) < SHORTEST_NAME or not word.isalpha():
            return False
        return k > 0 and not is_punctuation(words[k - 1]) and not self.is_light(word)


def one_of(known: Known, words: list[str], pairs: Mapping[str, str]) -> list[Swap]:
    """Return the swap of one word of a table; several words for one are joined by "-"."""
    places = [k for k, word in enumerate(words) if word.lower() in pairs]
    if not places:
        return []
    place = known.chance.choice(places)
    first, *others = known.chance.choice(pairs[words[place].lower()].split()).split("-")
    return [Swap(place, place + 1, (cased(first, words[place]), *others))]


def neighbour(
    known: Known, words: list[str], others_of: Callable[[str], Sequence[str]]
) -> list[Swap]:
    """Return the swap of one word, which is no name, for one of the others that it has."""
    places = [k for k, word in enumerate(words) if others_of(word)]
    places = [k for k in places if not known.is_name(words, k)]
    if not places:
        return []
    place = known.chance.choice(places)
    other = known.chance.choice(others_of(words[place]))
    return [Swap(place, place + 1, (cased(other, words[place]),))]


def inflected(base: str, *, like: str, base_of_like: str) -> str:
    """Return a dictionary form with the ending that another word has."""
    for ending in ("ing", "ed", "s", "ly", "er", "est"):
        if like.lower().endswith(ending) and like.lower() != base_of_like:
            return cased(with_ending(base, ending), like)
    return cased(base, like)


def with_ending(base: str, ending: str) -> str:
    """Return a dictionary form with an ending, spelt as English mostly spells it."""
    if not ending or base.endswith(ending):
        return base
    if ending[0] in "ei" and base.endswith("e"):
        return base[:-1] + ending
    if base.endswith("y") and ending in BEHIND_I and base[-2:-1] not in "aeiou":
        return base[:-1] + "i" + ("es" if ending == "s" else ending)
    if ending == "s" and base.endswith(("s", "x", "ch", "sh")):
        return base + "es"
    return base + ending


def cased(word: str, like: str) -> str:
    """Return a word with a capital if another one has it."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def lowered(word: str) -> str:
    """Return the first word of a sentence as it stands inside one."""
    light = word.lower() in STOPS | PRONOUNS and word != "I"
    return word.lower() if light else word
