"""Who did what to whom: names and nouns that changed places.

    original   The dog bit the man.                 from Oslo to Ghent
    rewrite    The man bit the dog.                 from Ghent to Oslo
    same       The man was bitten by the dog.       to Ghent from Oslo

Two ways tell. A verb has someone before and behind it, turned round where it is passive: the two
changed sides. Two runs of words changed places, and each has the neighbours that the other had;
runs that are joined by "and" may do so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from facing_pages.core.findings.antonyms import are_opposite
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import Side, Span

# Words before a verb among which a form of "to be" makes it passive, and behind it for "by". By
# judgement.
_MAX_TO_PASSIVE: Final = 3
# Words of a run that can change places. By judgement.
_MAX_RUN: Final = 5
# Of four neighbours, how many must be those of the other run, and how many more than are still
# the old ones. By judgement.
_MIN_EXCHANGED: Final = 3
_MIN_AHEAD: Final = 2


class RoleChange(NamedTuple):
    """Two runs of words of each side that exchanged their roles."""

    original: tuple[Span, Span]
    rewrite: tuple[Span, Span]


def changed_roles(reading: LinkReading) -> list[RoleChange]:
    """Return who and what exchanged roles in a link, at most one pair a verb."""
    if reading.has_two_languages:
        return []
    if _has_opposites(reading):
        return []  # "more often than", "less often than"
    found = [*_turned_verbs(reading), *_exchanged_runs(reading)]
    return found[:1]


def _has_opposites(reading: LinkReading) -> bool:
    original, rewrite = reading.sides
    return any(
        are_opposite(original.lemmas[i], rewrite.lemmas[j], original.language.code, nearly=True)
        for i in range(len(original))
        for j in reading.partners(Side.ORIGINAL, i)
    )


def _turned_verbs(reading: LinkReading) -> Iterator[RoleChange]:
    """Yield who was before a linked verb and is now behind it, and the other way round."""
    original, rewrite = reading.sides
    for i in range(len(original)):
        for j in reading.partners(Side.ORIGINAL, i):
            one, other = _roles(original, i), _roles(rewrite, j)
            if one is None or other is None:
                continue
            if _are_same(reading, one[0], other[1]) and _are_same(reading, one[1], other[0]):
                spans = [Span(n, n + 1) for n in (*one, *other)]
                yield RoleChange((spans[0], spans[1]), (spans[2], spans[3]))


def _roles(side: SideReading, verb: int) -> tuple[int, int] | None:
    """Return who does what a word says, and to whom; None if it has not both beside it."""
    facts = side.language.facts
    if not _is_content(side, verb) or _is_name(side, verb) or _is_noun(side, verb):
        return None
    before = next((n for n in range(verb - 1, -1, -1) if _is_content(side, n)), None)
    behind = _head_behind(side, verb)
    if before is None or behind is None or _is_broken(side, before, behind):
        return None
    first = range(max(before + 1, verb - _MAX_TO_PASSIVE), verb)
    is_passive = any(side.folded[n] in facts.passive_words for n in first)
    by = any(side.folded[n] in facts.agent_words for n in range(verb + 1, min(behind, verb + 4)))
    if is_passive and by:
        return behind, before
    return None if by or is_passive else (before, behind)


def _is_noun(side: SideReading, number: int) -> bool:
    """Tell whether a word stands where no verb does: "the pupils", "reactions are"."""
    facts = side.language.facts
    before = side.folded[number - 1] if number else ""
    behind = side.folded[number + 1] if number + 1 < len(side) else ""
    return before in facts.determiners or behind in facts.verbal_words


def _is_broken(side: SideReading, start: int, end: int) -> bool:
    """Tell whether marks or "and" stand between words, so that they are not of one clause."""
    return any(
        side.marks[n] or side.folded[n] in side.language.facts.joining_words
        for n in range(start + 1, end)
    )


def _is_name(side: SideReading, number: int) -> bool:
    return side.words[number][:1].isupper() and not side.is_start(number)


def _head_behind(side: SideReading, verb: int) -> int | None:
    """Return the last word of the first run of content words behind a verb."""
    start = next((n for n in range(verb + 1, len(side)) if _is_content(side, n)), None)
    if start is None or (start == verb + 1 and not side.words[start][:1].isupper()):
        return None  # "the old river bank"
    while start + 1 < len(side) and _is_content(side, start + 1):
        start += 1
    return start


def _is_content(side: SideReading, number: int) -> bool:
    word = side.folded[number]
    return (
        word not in function_words_of(side.language.code)
        and not side.marks[number]
        and not word.endswith(side.language.facts.adverb_ends)
    )


def _are_same(reading: LinkReading, original: int, rewrite: int) -> bool:
    return rewrite in _partners(reading, original)


def _partners(reading: LinkReading, number: int) -> list[int]:
    """Return the words that a word is linked with, or equal ones that are linked with none.

    Words that exchanged their places are often left without links.
    """
    original, rewrite = reading.sides
    if linked := reading.partners(Side.ORIGINAL, number):
        return linked
    return [
        n
        for n, word in enumerate(rewrite.folded)
        if word == original.folded[number] and not reading.partners(Side.REWRITE, n)
    ]


class _Run(NamedTuple):
    """Content words that follow one another on both sides, in the same order."""

    original: Span
    rewrite: Span


def _exchanged_runs(reading: LinkReading) -> Iterator[RoleChange]:
    runs = list(_runs(reading))
    for number, one in enumerate(runs):
        for other in runs[number + 1 :]:
            if one.rewrite.start > other.rewrite.start and _is_exchange(reading, one, other):
                yield RoleChange((one.original, other.original), (other.rewrite, one.rewrite))


def _runs(reading: LinkReading) -> Iterator[_Run]:
    """Yield the longest runs of equal content words, from left to right."""
    original = reading.sides.original
    number = 0
    while number < len(original):
        partner = _equal_partner(reading, number)
        if partner is None:
            number += 1
            continue
        size = 1
        while size < _MAX_RUN and _equal_partner(reading, number + size) == partner + size:
            size += 1
        yield _Run(Span(number, number + size), Span(partner, partner + size))
        number += size


def _equal_partner(reading: LinkReading, number: int) -> int | None:
    original, rewrite = reading.sides
    if number >= len(original) or not _is_content(original, number):
        return None
    return next(
        (n for n in _partners(reading, number) if original.lemmas[number] == rewrite.lemmas[n]),
        None,
    )


def _is_exchange(reading: LinkReading, one: _Run, other: _Run) -> bool:
    """Tell whether two runs stand in each other's place."""
    kinds = {_kind(reading, run) for run in (one, other)}
    if kinds not in ({"number"}, {"time"}, {"name"}, {"noun"}, {"name", "noun"}):
        return False
    if _are_joined(reading, one, other) or _has_agent_on_one_side(reading, one, other):
        return False
    if all(_keeps_company(reading, run) for run in (one, other)):
        return False
    original, rewrite = reading.sides
    exchanged = kept = 0
    telling = False
    for step in (-1, 1):
        old = [_neighbour(original, run.original, step) for run in (one, other)]
        new = [_neighbour(rewrite, run.rewrite, step) for run in (one, other)]
        for here, there in ((0, 1), (1, 0)):
            if _are_alike(reading, old[here], new[there]):
                exchanged += 1
                telling = telling or _tells_role(original, old[here])
        kept += _are_alike(reading, old[0], new[0]) + _are_alike(reading, old[1], new[1])
    return telling and exchanged >= _MIN_EXCHANGED and exchanged - kept >= _MIN_AHEAD


def _tells_role(side: SideReading, number: int | None) -> bool:
    """Tell whether a word beside a run says what the run does: a verb, "from", but not "will"."""
    if number is None or side.marks[number]:
        return False
    facts = side.language.facts
    word = side.folded[number]
    is_relation = word in facts.prepositions or word in facts.passive_words
    return is_relation or _is_content(side, number)


def _has_agent_on_one_side(reading: LinkReading, one: _Run, other: _Run) -> bool:
    """Tell whether one side has "by" before a run and the other has not: voice, seen to above."""
    agents = reading.sides.original.language.facts.agent_words
    original, rewrite = reading.sides
    before = [
        _has_before(original, (one.original, other.original), agents),
        _has_before(rewrite, (one.rewrite, other.rewrite), agents),
    ]
    return before[0] != before[1]


def _has_before(side: SideReading, runs: Iterable[Span], words: Collection[str]) -> bool:
    places = [_neighbour(side, run, -1) for run in runs]
    return any(n is not None and side.folded[n] in words for n in places)


def _keeps_company(reading: LinkReading, run: _Run) -> bool:
    """Tell whether a run moved with a phrase that it is in: "the friends of the bank"."""
    original, rewrite = reading.sides
    behind = (_of_phrase(original, run.original.end), _of_phrase(rewrite, run.rewrite.end))
    before = (_head_before(original, run.original.start), _head_before(rewrite, run.rewrite.start))
    return any(
        one is not None and other is not None and _are_same(reading, one, other)
        for one, other in (behind, before)
    )


def _head_before(side: SideReading, number: int) -> int | None:
    """Return the content word before a preposition that stands before a word."""
    facts = side.language.facts
    number -= 1
    while number > 0 and side.folded[number] in facts.determiners:
        number -= 1
    if number < 1 or side.folded[number] not in facts.prepositions:
        return None
    return number - 1 if _is_content(side, number - 1) else None


def _of_phrase(side: SideReading, number: int) -> int | None:
    """Return the content word of a phrase with a preposition that begins at a word."""
    facts = side.language.facts
    if number >= len(side) or side.folded[number] not in facts.prepositions:
        return None
    number += 1
    while number < len(side) and side.folded[number] in facts.determiners:
        number += 1
    return number if number < len(side) and _is_content(side, number) else None


def _neighbour(side: SideReading, run: Span, step: int) -> int | None:
    """Return the word before (-1) or behind (1) a run, determiners left out; None at the end."""
    number = run.start - 1 if step < 0 else run.end
    while 0 <= number < len(side) and side.folded[number] in side.language.facts.determiners:
        number += step
    return number if 0 <= number < len(side) else None


def _are_alike(reading: LinkReading, original: int | None, rewrite: int | None) -> bool:
    if original is None or rewrite is None:
        return original is rewrite
    one, other = reading.sides.original.folded[original], reading.sides.rewrite.folded[rewrite]
    is_content = _is_content(reading.sides.original, original)
    return one == other or (
        is_content
        and _is_content(reading.sides.rewrite, rewrite)
        and _are_same(reading, original, rewrite)
    )


def _are_joined(reading: LinkReading, one: _Run, other: _Run) -> bool:
    """Tell whether only "and", commas and words of a list stand between two runs on a side."""
    original, rewrite = reading.sides
    return _is_list(original, one.original, other.original) or _is_list(
        rewrite, other.rewrite, one.rewrite
    )


def _is_list(side: SideReading, first: Span, second: Span) -> bool:
    """Tell whether two runs are members of a list, or one is said to be the other."""
    facts = side.language.facts
    between = [side.folded[n] for n in range(first.end, second.start)]
    if all(word in facts.passive_words | facts.determiners for word in between):
        return True
    return not facts.joining_words.isdisjoint(between) and all(
        word in facts.joining_words | facts.determiners or side.words[n][:1].isupper()
        for n, word in enumerate(between, first.end)
    )


def _kind(reading: LinkReading, run: _Run) -> str:
    """Return what a run is: a number, a word of time, a name or a noun."""
    side, first = reading.sides.original, run.original.start
    if any(side.folded[n] in side.language.facts.dates for n in range(*run.original)):
        return "time"
    if side.words[first][:1].isdigit():
        return "number"
    if side.folded[run.original.end - 1].endswith(side.language.facts.past_ends):
        return "verb"
    return "name" if _is_name(side, first) else "noun"
