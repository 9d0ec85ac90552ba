"""Which English words can mean the same, or nearly: the senses of WordNet (Fellbaum 1998)."""

from __future__ import annotations

import gzip
from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

from facing_pages.core.resources import resource

SYNONYMS_FILE: Final = "models/synonyms.txt.gz"


class Senses(NamedTuple):
    """The senses of a word, and those one step from them (a wider term, a derived word)."""

    own: frozenset[int]
    near: frozenset[int]


NO_SENSES: Final = Senses(frozenset(), frozenset())


class Synonyms:
    """The senses of all words known, by dictionary form."""

    def __init__(self, text: str) -> None:
        words, _, relations = text.partition("\n\n")
        self._own: dict[str, tuple[int, ...]] = {}
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for line in words.split("\n"):
            word, *senses = line.split(" ")
            self._own[word] = tuple(int(sense, 36) for sense in senses)
        for line in relations.split("\n"):
            sense, *others = (int(number, 36) for number in line.split(" "))
            for other in others:
                self._near[sense].append(other)
                self._near[other].append(sense)

    def of(self, word: str) -> Senses:
        """Return the senses of a word in its dictionary form."""
        own = self._own.get(word)
        if own is None:
            return NO_SENSES
        near = {other for sense in own for other in self._near.get(sense, ())}
        return Senses(frozenset(own), frozenset(near.difference(own)))


@cache
def synonyms() -> Synonyms | None:
    """Return the bundled table; None if its file is not there.

    Made by `build_scripts/models/synonyms.py`.
    """
    path = resource(SYNONYMS_FILE)
    if not path.is_file():
        return None
    return Synonyms(gzip.decompress(path.read_bytes()).decode("utf-8"))
