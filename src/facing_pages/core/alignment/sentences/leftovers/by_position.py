"""Sentences that belong together because everything around them fits: headings, short answers.

original   A   "A fool's errand"   B       A and B are linked. The headings between them share
rewrite    A   "One crazy race"    B       no word, but each is the only one there: linked.

original   A   C   B                       C and D are the only free sentences between two
rewrite    A   D   B                       links: linked if they have a hint in common
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from facing_pages.core.alignment.sentences.leftovers.gaps import gaps_between
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span

# Confidence of a pair that only its place makes: between the share of such pairs that people
# link in ArgRewrite, development part (0.5), and that of headings (nearly all).
POSITION_CONFIDENCE: Final = 0.55
# What two sentences inside paragraphs need in addition to their place: this likeness (Dice), or
# this share of all their words, function words too ("Not everyone is pleased." and "Not everybody
# is happy."). Headings and whole paragraphs need nothing. By judgement.
MIN_HINT_LIKENESS: Final = 0.12
MIN_HINT_SHARED: Final = 0.4
# By how many times the longer of two sentences paired by position may have more words. By
# judgement.
MAX_LENGTH_RATIO: Final = 3.0


def pair_by_position(
    section: Section, chain: Sequence[SpanLink], moves: Sequence[SpanLink]
) -> list[SpanLink]:
    """Pair the only free sentence of one side with the only one of the other between two links.

    Both must be headings, or whole paragraphs, or at least faintly alike; and neither may be much
    longer than the other.
    """
    return [
        SpanLink(Span(i, i + 1), Span(j, j + 1), POSITION_CONFIDENCE)
        for gap in gaps_between(section, chain, moves)
        for i, j in _facing(section, gap.original, gap.rewrite)
        if (i, j) not in section.limits.separated
    ]


def _facing(section: Section, rows: list[int], columns: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a gap: its only heading on either side, and the only sentence left."""
    units = section.units
    headings = Both(
        [i for i in rows if units.original.headings[i]],
        [j for j in columns if units.rewrite.headings[j]],
    )
    if len(headings.original) == len(headings.rewrite) == 1:
        yield headings.original[0], headings.rewrite[0]
    rows = [i for i in rows if i not in headings.original]
    columns = [j for j in columns if j not in headings.rewrite]
    if len(rows) == len(columns) == 1 and _fit(section, rows[0], columns[0]):
        yield rows[0], columns[0]


def _fit(section: Section, i: int, j: int) -> bool:
    """Tell whether two sentences that only their place joins are similar enough to be linked."""
    original, rewrite = section.units
    lengths = sorted((len(original.words[i]), len(rewrite.words[j])))
    if lengths[1] > MAX_LENGTH_RATIO * lengths[0]:
        return False
    if _is_whole_paragraph(original, i) and _is_whole_paragraph(rewrite, j):
        return True
    if _share_of_words(original.words[i], rewrite.words[j]) >= MIN_HINT_SHARED:
        return True
    return section.alike(Span(i, i + 1), Span(j, j + 1)) >= MIN_HINT_LIKENESS


def _share_of_words(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    common = (Counter(first) & Counter(second)).total()
    return 2 * common / (len(first) + len(second))


def _is_whole_paragraph(units: Units, k: int) -> bool:
    numbers = units.paragraphs
    joins_before = k > 0 and numbers[k - 1] == numbers[k]
    joins_after = k + 1 < len(numbers) and numbers[k + 1] == numbers[k]
    return not (joins_before or joins_after)
