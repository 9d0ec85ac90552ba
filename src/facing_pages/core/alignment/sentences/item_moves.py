"""Items of a list that changed place, with a change inside or without.

    original   - 1 onion            rewrite   - 50 mg of aspirin      The aspirin is too short for
               - 5 mg of aspirin              - 1 onion               a move of prose, but no other
               - 1 tsp cumin                  - 1 tsp cumin           item has that word: it moved.

An item is known by the words that no other item of its list has. Two items belong together if they
have such a word in common, and neither has one in common with a third item that is left over. They
stand in lists that some link joins, or in the lists beside those.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from facing_pages.core.alignment.sentences.features.sentence_features import Family
from facing_pages.core.alignment.sentences.moves import free_sentences, moved_link
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Ints, Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span

# How many lists away from one that a link joins with a list of the other text an item may have
# gone. By judgement.
MAX_LISTS_AWAY: Final = 1
# Likeness (Dice, 0 to 1) of items that moved. By judgement: "olive oil" measured in two other ways
# has 0.5, two duties of one owner have 0.4.
MIN_ITEM_LIKENESS: Final = 0.45

# The number of a list and a word that one item of it has.
_OwnWord = tuple[int, int]


def find_item_moves(section: Section, links: Sequence[SpanLink]) -> list[SpanLink]:
    """Return links between items that are in none of `links`, in order of the original."""
    lists = section.units.map(_list_numbers)
    free = free_sentences(section, links)
    items = lists.with_other(
        free, lambda numbers, is_free: np.flatnonzero(is_free & (numbers >= 0))
    )
    if not all(map(len, items)):
        return []
    pairs = _pairs(section, items, lists, _lists_near(lists, links))
    chain = [link for link in links if not link.moved]
    crossing = [(i, j) for i, j in pairs if _crosses(chain, i, j)]
    return [moved for i, j in crossing for moved in _moved(section, i, j)]


def _pairs(
    section: Section, items: Both[Ints], lists: Both[Ints], near: Mapping[int, set[int]]
) -> list[tuple[int, int]]:
    """Return the items that are each other's only candidate among those left over."""
    words = Both.of(lambda side: _own_words(section, side, lists[side]))
    places = {own: j for j in items.rewrite.tolist() for own in words.rewrite[j]}
    candidates: dict[int, set[int]] = {}
    for i in items.original.tolist():
        own = {(there, word) for here, word in words.original[i] for there in near.get(here, ())}
        candidates[i] = {places[word] for word in own & places.keys()}
    wanted = Counter(j for found in candidates.values() for j in found)
    single = [(i, found.pop()) for i, found in candidates.items() if len(found) == 1]
    return [(i, j) for i, j in single if wanted[j] == 1]


def _crosses(chain: Sequence[SpanLink], i: int, j: int) -> bool:
    """Tell whether some link in order goes from before one sentence to behind the other."""
    before = bisect_left(chain, i, key=lambda link: link.original.start)
    return before != bisect_left(chain, j, key=lambda link: link.rewrite.start)


def _moved(section: Section, i: int, j: int) -> Iterator[SpanLink]:
    """Yield the link of two items if they are alike enough and may be linked."""
    spans = Span(i, i + 1), Span(j, j + 1)
    if section.limits.allow(*spans):
        link = moved_link(section, SpanLink(*spans))
        if link.likeness >= MIN_ITEM_LIKENESS:
            yield link


def _list_numbers(units: Units) -> Ints:
    """Return the number of the list that each sentence is in, -1 for none."""
    starts = np.diff(units.items.astype(np.int8), prepend=0) > 0
    return np.where(units.items, np.cumsum(starts) - 1, -1)


def _own_words(section: Section, side: Side, lists: Ints) -> dict[int, list[_OwnWord]]:
    """Return for each item of a side the content words that no other item of its list has."""
    features = section.features[side].only((Family.WORD,))
    ends = features.starts.tolist()
    words = {
        item: [
            (int(lists[item]), word) for word in features.ids[ends[item] : ends[item + 1]].tolist()
        ]
        for item in np.flatnonzero(lists >= 0).tolist()
    }
    counts = Counter(word for found in words.values() for word in found)
    return {item: [word for word in found if counts[word] == 1] for item, found in words.items()}


def _lists_near(lists: Both[Ints], links: Sequence[SpanLink]) -> dict[int, set[int]]:
    """Return for each list of the original those of the rewrite where its items may have gone."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        here, there = (
            int(lists.original[link.original.start]),
            int(lists.rewrite[link.rewrite.start]),
        )
        if here >= 0 and there >= 0:
            for away in range(-MAX_LISTS_AWAY, MAX_LISTS_AWAY + 1):
                near[here + away].add(there)
                near[here].add(there + away)
    return near
