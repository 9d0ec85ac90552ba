"""Which gaps are enclosed: all around them is linked, and both sides have as many sentences.

    original   A   B   Reimbursement is retrospective.   Absence forfeits it.         C   D
    rewrite    A   B   You get your money back later.    If you are away, you don't.  C   D

Where hardly anything is left out and nothing added, sentences that share no word may still be the
same sentences in other words. Place says so only if nothing is open: no other sentence near by is
alone, the gap is inside a paragraph or each of its lines is one, and their lengths fit. A paragraph
of several sentences has a subject of its own, and is exchanged as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.alignment.sentences.leftovers.gaps import Gap
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both

# Sentences on either side of a gap that place alone links: one may be deleted where another was
# inserted (`by_position.py`). By judgement.
MIN_ENCLOSED: Final = 2
# Links on either side of a gap between which nothing may be open. By judgement: a paragraph or two.
NEARBY_LINKS: Final = 5
# How sure both links next to a gap must be: its place is no surer. By judgement.
MIN_NEIGHBOUR_CONFIDENCE: Final = 0.7
# By how many times the longer of two sentences may have more letters. By judgement: officialese and
# plain language differ by up to 2.
MAX_LETTERS_RATIO: Final = 2.5


def are_enclosed(
    section: Section, chain: Sequence[SpanLink], gaps: Sequence[Gap]
) -> tuple[bool, ...]:
    """Tell for each of the gaps of a chain, in order, whether it is enclosed.

    `gaps` are all of them: one before each link, and one behind the last.
    """
    return tuple(
        0 < place < len(chain)
        and len(gap.original) >= MIN_ENCLOSED
        and min(chain[k].confidence for k in (place - 1, place)) >= MIN_NEIGHBOUR_CONFIDENCE
        and _is_closed_around(chain, gaps, place)
        and _is_alike(section, gap, chain[place - 1], chain[place])
        for place, gap in enumerate(gaps)
    )


def _is_closed_around(chain: Sequence[SpanLink], gaps: Sequence[Gap], place: int) -> bool:
    """Tell whether near a gap no sentence is alone that faces none, and most are linked."""
    near = gaps[max(0, place - NEARBY_LINKS + 1) : place + NEARBY_LINKS]
    links = chain[max(0, place - NEARBY_LINKS) : place + NEARBY_LINKS]
    facing = sum(len(gap.original) for gap in near)
    is_even = all(len(gap.original) == len(gap.rewrite) for gap in near)
    return is_even and facing <= sum(link.original.length for link in links)


def _is_alike(section: Section, gap: Gap, before: SpanLink, after: SpanLink) -> bool:
    """Tell whether both sides of a gap have the same form, sentence by sentence.

    With the sentences around them they are one paragraph, or each is a paragraph.
    """
    one, other = section.units
    rows = range(before.original.end - 1, after.original.start + 1)
    columns = range(before.rewrite.end - 1, after.rewrite.start + 1)
    is_whole = list(rows[1:-1]) == gap.original and list(columns[1:-1]) == gap.rewrite
    return (
        is_whole
        and len({*_paragraph_starts(one, rows), *_paragraph_starts(other, columns)}) == 1
        and all(
            _may_be_reworded(section.units, i, j)
            for i, j in zip(gap.original, gap.rewrite, strict=True)
        )
    )


def _paragraph_starts(units: Units, numbers: range) -> list[bool]:
    """Tell for each of some sentences but the first whether a paragraph starts with it."""
    return [bool(units.paragraphs[k] != units.paragraphs[j]) for j, k in pairwise(numbers)]


def _may_be_reworded(units: Both[Units], i: int, j: int) -> bool:
    """Tell whether nothing but the words speaks against two sentences being the same.

    Items of lists and sentences that a text repeats are exchanged one by one.
    """
    one, other = units
    if one.headings[i] != other.headings[j] or one.items[i] or other.items[j]:
        return False
    if one.repeated[i] or other.repeated[j] or one.labels[i] or other.labels[j]:
        return False
    fewer, more = sorted((_letters(one, i), _letters(other, j)))
    return more <= MAX_LETTERS_RATIO * fewer


def _letters(units: Units, k: int) -> int:
    return sum(map(len, units.words[k]))
