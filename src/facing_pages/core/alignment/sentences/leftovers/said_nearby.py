"""How much of a sentence that is alone is said near by in the other text, by another's sentence.

    original   He led out two goats and an old dog. | We laughed. | The dog had served a count.
    rewrite    He led out an old dog that had served a count. | We laughed.

The last sentence shares "dog", "served" and "count" with the first of the rewrite. That one is
linked, and its link accounts for "dog", but for nothing else: two of three words are said near by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.alignment.sentences.features.sentence_features import Family, Features
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink, mirrored
from facing_pages.core.both import Both
from facing_pages.core.model import Span

# How many sentences away something is still near by. Measured with `alone.py`: 6 is no better.
NEARBY_SENTENCES: Final = 3

_CONTENT_FAMILIES: Final = (Family.WORD, Family.NUMBER)


class _Place(NamedTuple):
    """Sentences of the other text at a place, and those of this text that are linked with them."""

    others: Span
    own: Span


def shares_said_nearby(section: Section, links: Sequence[SpanLink]) -> Both[tuple[float, ...]]:
    """Return for each sentence which share of its content words, by weight, is said near by.

    That is in one link, or in one sentence without a link, words that the own side of the link has
    not counted. 0 for sentences that are linked, and for those that their text repeats: what they
    say is said in any case. Linear in sentences and links.
    """
    content = section.features.map(lambda side: side.only(_CONTENT_FAMILIES))
    there = _shares(content, section.units.original, _in_order_of_rewrite(links))
    turned = _in_order_of_rewrite(mirrored(links))
    back = _shares(content.swapped, section.units.rewrite, turned)
    return Both(tuple(there), tuple(back))


def _shares(content: Both[Features], original: Units, links: Sequence[SpanLink]) -> Iterator[float]:
    """Yield the shares of the original's sentences."""
    linked = {k for link in links for k in range(*link.original)}
    alone = {k for k in range(len(original)) if k not in linked and not original.repeated[k]}
    places = _places(content, links, {near for k in alone for near in _nearby(k)})
    for number in range(len(original)):
        near = {place for k in _nearby(number) for place in places[k]} if number in alone else ()
        yield max((_share(content, number, place) for place in near), default=0.0)


def _share(content: Both[Features], number: int, place: _Place) -> float:
    """Return the share of a sentence that is said at a place and not accounted for."""
    own = _words(content.original, Span(number, number + 1))
    said = own & _words(content.rewrite, place.others) - _words(content.original, place.own)
    weight = content.original.table.weight
    return float(sum(weight[k] for k in said) / sum(weight[k] for k in own)) if said else 0.0


def _places(
    content: Both[Features], links: Sequence[SpanLink], wanted: Container[int]
) -> Mapping[int, list[_Place]]:
    """Return what the rewrite says, by the number of the original's sentence at that place.

    Only for the numbers wanted.
    """
    places: defaultdict[int, list[_Place]] = defaultdict(list)
    for link in links:
        for k in range(*link.original):
            if k in wanted:
                places[k].append(_Place(link.rewrite, link.original))
    for j, k in _places_of_free(links, len(content.original), len(content.rewrite)):
        places[k].append(_Place(Span(j, j + 1), Span(k, k)))
    return places


def _nearby(number: int) -> range:
    return range(number - NEARBY_SENTENCES, number + NEARBY_SENTENCES + 1)


def _places_of_free(
    links: Sequence[SpanLink], rows: int, columns: int
) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the rewrite without a link, each with the place that it faces.

    Counted from the link before it, up to the link behind it.
    """
    start, end = (
        SpanLink(Span(0, 0), Span(0, 0)),
        SpanLink(Span(rows, rows), Span(columns, columns)),
    )
    for before, after in pairwise([start, *links, end]):
        most = max(0, after.original.start - before.original.end)
        for j in range(before.rewrite.end, after.rewrite.start):
            yield j, before.original.end + min(j - before.rewrite.end, most)


def _in_order_of_rewrite(links: Sequence[SpanLink]) -> list[SpanLink]:
    return sorted(links, key=lambda link: link.rewrite)


def _words(content: Features, span: Span) -> frozenset[int]:
    """Return the content words and numbers of a run of sentences, by their features."""
    return frozenset(content.ids[content.starts[span.start] : content.starts[span.end]].tolist())
