"""Words that stand higher or lower on one scale than what they became.

original   may have reached    some of the boats    he said
rewrite    will reach          all of the boats     he confirmed
found      may > will          some > all           said > confirmed
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.link_reading import LinkReading, SideReading
from facing_pages.core.model import Side


class ScalePair(NamedTuple):
    """A word and the word of the same family in its place, by their numbers."""

    family: str
    original: int
    rewrite: int


def changed_members(reading: LinkReading, listed: Both[Mapping[str, str]]) -> list[ScalePair]:
    """Return the words that are linked with another member of their family.

    `listed` maps the words of each language to "family.member". A member that both sides have in
    any place is answered by itself.
    """
    found = Both.of(lambda side: _by_family(reading.sides[side], listed[side]))
    pairs: list[ScalePair] = []
    for family, words in found.original.items():
        left = Both(dict(words), dict(found.rewrite.get(family, {})))
        _drop_shared(reading, left)
        for number in words:
            for partner in reading.partners(Side.ORIGINAL, number):
                if partner in left.rewrite and number in left.original:
                    pairs.append(ScalePair(family, number, partner))
                    del left.original[number], left.rewrite[partner]
    return sorted(pairs, key=lambda pair: pair[1:])


def _drop_shared(reading: LinkReading, left: Both[dict[int, str]]) -> None:
    """Forget the members that both sides have, linked ones first."""
    for number, member in list(left.original.items()):
        linked = reading.partners(Side.ORIGINAL, number)
        same = sorted(
            (n for n, other in left.rewrite.items() if other == member),
            key=lambda n: n not in linked,
        )
        if same:
            del left.original[number], left.rewrite[same[0]]


def _by_family(side: SideReading, listed: Mapping[str, str]) -> dict[str, dict[int, str]]:
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for number, word in enumerate(side.folded):
        family, _, member = listed.get(word, "").partition(".")
        if family and not _is_other_word(side, number, family):
            found[family][number] = member
    return found


def _is_other_word(side: SideReading, number: int, family: str) -> bool:
    """Tell whether a word only looks like a member: the verb "may" like the month, and back."""
    word = side.words[number]
    is_capital = word[:1].isupper() and not side.is_start(number)
    if word.isupper() or side.folded[number] not in side.language.facts.unlike_months:
        return False
    beside = [*side.words[max(0, number - 1) : number], *side.words[number + 1 : number + 2]]
    is_month = is_capital or (word[:1].isupper() and any(w[:1].isdigit() for w in beside))
    return is_month != (family == "month")
