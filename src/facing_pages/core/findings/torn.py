"""Places where a rewrite broke: repeated words, a full stop inside a sentence, stray marks.

amid the Taliban. takeover of the country        officials say. .        in the the house
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
        if (word[0].isalnum() and len(word) > _MAX_PLAIN_LETTERS and before == word) or (
            before in _STOPS
            and word in _STOPS
            and side.spans[number - 1].end < side.spans[number].start
        ):
            yield Span(number - 1, number + 1)
        elif before == "." and word[:1].islower() and word.isalpha() and _is_apart(side, number):
            yield Span(max(0, number - 2), number + 1)


def _is_apart(side: SideReading, number: int) -> bool:
    """Tell whether a space, and no note or name, stands between a full stop and a word."""
    return (
        side.spans[number - 1].end < side.spans[number].start
        and number >= 2
        and (side.words[number - 2].isalpha() and len(side.words[number - 2]) > 1)
    )
