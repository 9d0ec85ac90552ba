"""What a word is divided into, so that other words can meet it: letter groups and meanings.

The parts are interchangeable: a part is a function from a word to what it holds, with the family
its features are weighed in. Which parts are used depends on the language.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple
from zlib import crc32

import regex

from facing_pages.core.alignment.sentences.features.sentence_features import Family
from facing_pages.core.resources import resource

# Letters in a group. Four is the usual choice for alphabets (McNamee and Mayfield 2004).
GROUP: Final = 4
MEANINGS_FILE: Final = "models/meaning-classes.txt.gz"
# Endings of English words whose stem may stand in the classes instead, and what the stem may end
# with in their place.
_STEM_ENDINGS: Final = (
    ("'s", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("eth", ""), ("eth", "e"), ("est", ""),
)  # fmt: skip
# Letters that must be left of a word without its ending. By judgement: "us" is no stem of "used".
_MIN_STEM_LETTERS: Final = 3
_IS_HAN: Final = regex.compile(r"\p{Han}").match


class WordPart(NamedTuple):
    """A way to divide words of some families into parts of one family."""

    family: Family
    of: Callable[[str], Iterable[int]]
    takes: Container[Family]


def parts_for(language: str) -> tuple[WordPart, ...]:
    """Return the parts that content words of a language have."""
    parts = [WordPart(Family.GROUP, letter_groups, (Family.WORD, Family.NUMBER))]
    if language == "en" and meaning_classes():
        parts.append(WordPart(Family.MEANING, meanings, (Family.WORD,)))
    return tuple(parts)


def letter_groups(word: str) -> set[int]:
    """Return the letter groups of a word, the beginning marked, as numbers below 2**32.

    Of a pair of characters of a script without spaces, the characters.
    """
    if len(word) < GROUP:
        return {
            crc32(letter.encode("utf-8", "surrogatepass")) for letter in word if _IS_HAN(letter)
        }
    padded = f"<{word}"
    groups = {padded[k : k + GROUP] for k in range(len(padded) - GROUP + 1)}
    return {crc32(group.encode("utf-8", "surrogatepass")) for group in groups}


def meanings(word: str) -> tuple[int, ...]:
    """Return the narrow and the wide class of meaning of a word or its stem, if it has any."""
    classes = meaning_classes()
    return next((classes[form] for form in _forms(word) if form in classes), ())


@cache
def meaning_classes() -> dict[str, tuple[int, ...]]:
    """Return the classes of meaning of English words; empty if the file is not there.

    Made by `build_scripts/models/meaning_classes.py`: a line holds the number of a wide class and
    the words of a narrow one.
    """
    path = resource(MEANINGS_FILE)
    if not path.is_file():
        return {}
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    classes: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines):
        wide, *words = line.split()
        classes.update(dict.fromkeys(words, (number, len(lines) + int(wide))))
    return classes


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _STEM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM_LETTERS:
            yield word[: -len(ending)] + instead
