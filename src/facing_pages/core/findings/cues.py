"""Small words and phrases that decide how a statement is meant, and went or came.

    original   They may have left.    Only three came.    The mill will close, Tom said.
    rewrite    They have left.        Three came.         The mill will close.
    found      may                    Only                said

A cue counts only if what it belongs to, its head, is linked: where that is gone, the statement was
left out. It is answered by any cue of its family, and by a word that it is linked with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side, Span

# Words from a cue to its head, at most. By judgement.
_MAX_TO_HEAD: Final = 6
# Words of the longest phrase listed. By judgement: "is likely to" has three.
_MAX_PHRASE: Final = 4
# Words around the partner of a head in which another cue answers. By judgement.
_MAX_ANSWER_AWAY: Final = 12
# Share of a cue's sentence that must be linked. By judgement.
_MIN_LINKED: Final = 0.5
# The family of phrases that hold a cue and are none: "not only".
_NO_CUE: Final = "none"


class CuePhrase(NamedTuple):
    """A phrase of a family: "may" is a doubt."""

    family: str
    words: Span


class CueChange(NamedTuple):
    """A cue that only one side has, its head there, and the partner of that on the other side."""

    side: Side
    cue: CuePhrase
    head: int
    partner: int


def cues_of(reading: LinkReading) -> Both[list[CuePhrase]]:
    """Return the cues of both sides; none where these are in two languages."""
    if reading.has_two_languages:
        return Both([], [])
    return reading.sides.map(lambda side: list(cues(side)))


def changed_cues(
    reading: LinkReading, found: Both[list[CuePhrase]], family: str, answers: Iterable[str] = ()
) -> list[CueChange]:
    """Return the cues of a family that only one side has, those of the original first.

    Of all cues `found`, those of the families `answers` answer them as well as their own.
    """
    answering = {family, *answers}
    changes = [
        _change(reading, side, cue, [c for c in found[side.other] if c.family in answering])
        for side in Side
        for cue in found[side]
        if cue.family == family
    ]
    return [change for change in changes if change is not None]


def cues(side: SideReading) -> Iterator[CuePhrase]:
    """Yield the cues of a side in order, the longest phrase at each place."""
    listed = side.language.facts.cues
    firsts = _first_words(side.language.code, tuple(listed))
    number = 0
    while number < len(side):
        cue = _cue_at(side, number, listed) if side.folded[number] in firsts else None
        if cue is not None and cue.family != _NO_CUE:
            yield cue
        number = number + 1 if cue is None else cue.words.end


@cache
def _first_words(_: str, listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in listed)


def _cue_at(side: SideReading, number: int, listed: Mapping[str, str]) -> CuePhrase | None:
    for size in range(min(_MAX_PHRASE, len(side) - number), 0, -1):
        family = listed.get(" ".join(side.folded[number : number + size]))
        if family is not None:
            return CuePhrase(family, Span(number, number + size))
    return None


def _change(
    reading: LinkReading, side: Side, cue: CuePhrase, others: Iterable[CuePhrase]
) -> CueChange | None:
    """Return the change of a cue that nothing on the other side answers."""
    head = _head(reading, side, cue.words)
    if head is None or _is_linked_otherwise(reading, side, cue.words, head):
        return None
    partner = reading.partners(side, head)[0]
    if any(abs(other.words.start - partner) <= _MAX_ANSWER_AWAY for other in others):
        return None
    if not _is_sentence_kept(reading, side, cue.words):
        return None
    return CueChange(side, cue, head, partner)


def _head(reading: LinkReading, side: Side, cue: Span) -> int | None:
    """Return the next linked content word behind a cue, or else before it."""
    here = reading.sides[side]
    light = function_words_of(here.language.code)
    behind = range(cue.end, min(len(here), cue.end + _MAX_TO_HEAD))
    before = range(cue.start - 1, max(-1, cue.start - 1 - _MAX_TO_HEAD), -1)
    for numbers in (behind, before):
        for n in numbers:
            if here.folded[n] in {".", "!", "?", ";"}:
                break
            if here.folded[n] not in light and not here.marks[n] and reading.partners(side, n):
                return n
    return None


def _is_linked_otherwise(reading: LinkReading, side: Side, cue: Span, head: int) -> bool:
    """Tell whether a cue is linked with a content word, or with one that a scale compares.

    Words that its head is linked with are none: "tried to open" and "opened".
    """
    of_head = reading.partners(side, head)
    here, there = reading.sides[side], reading.sides[side.other]
    light = function_words_of(here.language.code)
    scales = there.language.facts.scales
    return any(
        there.folded[n] not in light or there.folded[n] in scales
        for m in range(*cue)
        for n in reading.partners(side, m)
        if n not in of_head
    )


def _is_sentence_kept(reading: LinkReading, side: Side, cue: Span) -> bool:
    """Tell whether about half of the content words around a cue are on the other side."""
    here = reading.sides[side]
    light = function_words_of(here.language.code)
    start, end = max(0, cue.start - _MAX_ANSWER_AWAY), cue.end + _MAX_ANSWER_AWAY
    content = [
        n
        for n in range(start, min(len(here), end))
        if here.folded[n] not in light and not here.marks[n] and not cue.start <= n < cue.end
    ]
    linked = sum(1 for n in content if reading.partners(side, n))
    return linked >= _MIN_LINKED * len(content)
