"""Places where a rewrite broke: repeated words, a full stop inside a sentence, stray marks, joints.

amid the Taliban. takeover of the country        officials say. .        in the the house
the cause of the together with                   an clear view           of the house of the house
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.model import Span

_STOPS: Final = frozenset(".!?")
# Letters of a word that may stand twice in a row: figures, initials. By judgement.
_MAX_PLAIN_LETTERS: Final = 1
# Words of a phrase that stands twice in a row. By judgement: fewer are repeated words.
_REPEATED_WORDS: Final = 3
_CLAUSE_MARKS: Final = frozenset(".,;:!?")
_VOWELS: Final = frozenset("aeiou")


def torn_places(reading: LinkReading) -> list[Span]:
    """Return the runs of words of the rewrite that are broken there, and not in the original."""
    original, rewrite = reading.sides
    known = Counter(_key(original, run) for run in _broken(original))
    found: list[Span] = []
    for run in _broken(rewrite):
        key = _key(rewrite, run)
        if known[key]:
            known[key] -= 1
        else:
            found.append(run)
    return found


def _key(side: SideReading, run: Span) -> tuple[str, ...]:
    return side.folded[run.start : run.end]


def _broken(side: SideReading) -> Iterator[Span]:
    for number in range(1, len(side)):
        before, word = side.words[number - 1], side.words[number]
        if (
            (word[0].isalnum() and len(word) > _MAX_PLAIN_LETTERS and before == word)
            or (
                before in _STOPS
                and word in _STOPS
                and side.spans[number - 1].end < side.spans[number].start
            )
            or _breaks_joint(side, number)
            or _has_wrong_article(side, number)
        ):
            yield Span(number - 1, number + 1)
        elif _repeats_phrase(side, number):
            yield Span(number - _REPEATED_WORDS, number + _REPEATED_WORDS)
        elif before == "." and word[:1].islower() and word.isalpha() and _is_apart(side, number):
            yield Span(max(0, number - 2), number + 1)


def _is_apart(side: SideReading, number: int) -> bool:
    """Tell whether a space, and no note or name, stands between a full stop and a word."""
    return (
        side.spans[number - 1].end < side.spans[number].start
        and number >= 2
        and (side.words[number - 2].isalpha() and len(side.words[number - 2]) > 1)
    )


def _breaks_joint(side: SideReading, number: int) -> bool:
    """Tell whether a determiner has no noun, or a preposition no object: "the of", "of the ."."""
    facts, before, word = side.language.facts, side.folded[number - 1], side.folded[number]
    if before not in facts.bare_determiners or side.words[number - 1].isupper():
        return False
    if side.spans[number - 1].end == side.spans[number].start and not side.marks[number]:
        return False
    return word in facts.prepositions | facts.bare_determiners | facts.verbal_words or (
        word in _CLAUSE_MARKS and side.spans[number - 1].end == side.spans[number].start
    )


def _has_wrong_article(side: SideReading, number: int) -> bool:
    """Tell whether an article does not go with the sound behind it: "an clear", "a orange"."""
    articles = side.language.facts.sound_articles
    article, word = side.words[number - 1], side.folded[number]
    vowel = articles.get(article.casefold())
    if vowel is None or not word.isalpha() or not side.words[number].islower():
        return False
    if word.startswith(side.language.facts.unsure_sounds):
        return False
    return (word[0] in _VOWELS) != (vowel == "vowel")


def _repeats_phrase(side: SideReading, number: int) -> bool:
    """Tell whether some words before a place stand behind it again."""
    first = side.folded[max(0, number - _REPEATED_WORDS) : number]
    again = side.folded[number : number + _REPEATED_WORDS]
    return first == again and len(first) == _REPEATED_WORDS and all(w.isalpha() for w in first)
