"""Made-up prose and verse by the hundred, for rules about the lines of a text."""

from __future__ import annotations

from random import Random
from typing import Final

_LIGHT: Final = "the a of in on and to with from at that was her his by for".split()
_HEAVY: Final = (
    "harbour lamp keeper ferry captain goat letter window winter bread bridge river mill storm "
    "lantern market widow garden stone evening morning walked carried opened found forgot painted "
    "whispered quiet narrow empty lighthouse photograph understanding yesterday"
).split()


def made_sentence(random: Random, *, least: int = 6, most: int = 22) -> str:
    """Return a sentence of words in no sensible order, as often light as those of English are."""
    words = [
        random.choice(_LIGHT if random.random() < 0.45 else _HEAVY)
        for _ in range(random.randint(least, most))
    ]
    marked = [word + "," if random.random() < 0.08 else word for word in words[:-1]]
    sentence = " ".join([*marked, random.choice(_HEAVY)])
    return sentence[0].upper() + sentence[1:] + random.choice("...?!")


def made_prose(random: Random, paragraphs: int) -> list[str]:
    """Return paragraphs of two to seven sentences."""
    return [
        " ".join(made_sentence(random) for _ in range(random.randint(2, 7)))
        for _ in range(paragraphs)
    ]


def made_verse(random: Random, stanzas: int, *, has_marks: bool) -> list[list[str]]:
    """Return stanzas of two to eight lines in small letters; lines end with heavy words."""
    return [
        [made_line(random, has_marks=has_marks) for _ in range(random.randint(2, 8))]
        for _ in range(stanzas)
    ]


def made_line(random: Random, *, has_marks: bool) -> str:
    """Return a line of verse: four to ten words, in half of the lines with a mark at the end."""
    words = [
        random.choice(_LIGHT if random.random() < 0.45 else _HEAVY)
        for _ in range(random.randint(3, 9))
    ]
    mark = random.choice(",;:.") if has_marks and random.random() < 0.6 else ""
    return " ".join([*words, random.choice(_HEAVY)]) + mark
