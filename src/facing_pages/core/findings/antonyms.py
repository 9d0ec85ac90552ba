"""Words of opposite meaning: WordNet's (Fellbaum 1998) in English, and those of each language."""

from __future__ import annotations

import gzip
from functools import cache
from typing import Final

from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.resources import resource

ANTONYMS_FILE: Final = "models/antonyms.txt.gz"


def are_opposite(one: str, other: str, language: str, *, nearly: bool = False) -> bool:
    """Tell whether two words in their dictionary forms mean the opposite.

    `nearly` also takes words that are near in meaning to such a word: damp and dry.
    """
    pair = (one, other) if one < other else (other, one)
    is_near = _table(language).get(pair)
    return is_near is False or (nearly and is_near is True)


@cache
def _table(language: str) -> dict[tuple[str, str], bool]:
    """Return the pairs known of a language, and for each whether it holds only nearly."""
    listed = language_by_code(language).facts.antonyms.items()
    pairs = {(min(pair), max(pair)): False for pair in listed}
    path = resource(ANTONYMS_FILE)
    if language != "en" or not path.is_file():
        return pairs
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        one, other, *near = line.split(" ")
        pairs.setdefault((one, other), bool(near))
    return pairs
