"""Runs of sentences that face each other in a gap are linked by place, length, numbers, letters.

    original   A   He sayde vnto hym: folowe me.   And he rose vp.     B      A and B are linked.
    rewrite    A   “Follow me,” he said.           The man got up.     B      The lines between
                                                                              share few words.

Where the aligner finds nothing in common, both runs stay alone. Something else may say that they
belong together: the texts are in different languages, or everything else in them is linked, the
numbers are the same in the same order, or the letters of the words are, once their spelling is
that of one time. Then the run is aligned as Gale and Church (1993) align translations, by length,
with the numbers and letters in addition, and linked if nearly all of both sides finds its place.
Lines whose letters agree speak for the others of their run, and a run around which all is linked
(`enclosed_gaps.py`) needs nothing else, but is linked with less confidence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.alignment.sentences.leftovers.by_position import POSITION_CONFIDENCE
from facing_pages.core.alignment.sentences.leftovers.enclosed_gaps import are_enclosed
from facing_pages.core.alignment.sentences.leftovers.gaps import Gap, gaps_between
from facing_pages.core.alignment.sentences.leftovers.old_spelling import (
    letter_groups,
    letters_alike,
)
from facing_pages.core.alignment.sentences.link_features import Shape
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units, units_language
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import CONFIDENCE_DIGITS
from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Span
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage
from facing_pages.core.splitting.number_values import Value, number_values

# Cells (sentences times sentences) of the largest gap that is looked at: fifty lines. By judgement:
# where so much has nothing in common, place says little.
MAX_GAP_CELLS: Final = 2_500
# The shapes of links: sentences of the original, of the rewrite. Those of Gale and Church but 2:2,
# and those that letters and numbers alone can speak for.
_RUN_SHAPES: Final = ((1, 1), (1, 2), (2, 1))
_EVEN_SHAPES: Final = _RUN_SHAPES[:1]
# What a link earns for being one, what another sentence in it costs, what its letters earn if they
# are all alike, and numbers in common; and what a variance of the lengths costs, up to how many. By
# judgement: a link pays unless the lengths are far from usual, and a sentence is rather joined to
# its neighbour than left alone.
LINK_SCORE: Final = 1.5
GROUP_COST: Final = 0.25
LETTERS_SCORE: Final = 4.0
NUMBER_SCORE: Final = 2.0
DEVIATION_COST: Final = 0.25
MAX_DEVIATION: Final = 9.0
# Variance of the logarithm of how lengths grow. As typical in `pair_profile.py`.
GROWTH_SPREAD: Final = 0.12
# Share of the sentences of either side of a gap that must find their place. By judgement.
MIN_COVERED: Final = 0.8
# Variances by which lengths may be off on average where nothing but place and length speaks for a
# run: twice what is usual. By judgement.
MAX_MEAN_DEVIATION: Final = 2.0
# How alike the letters of linked sentences must be on average (Dice), and by how much more than
# those of all other pairs in the gap. By judgement: of runs that face each other in ArgRewrite and
# do not belong together, those with the same number of sentences have up to 0.24 and 0.08, lines in
# the spelling of the sixteenth century 0.6 and 0.4.
MIN_LETTERS: Final = 0.35
MIN_LETTERS_ABOVE: Final = 0.15
# Share of the lines of a run whose letters agree, from which they speak for the others too. By
# judgement: one of three; the three runs in ArgRewrite that face as many have no such line.
MIN_AGREEING_SHARE: Final = 0.3
# By how much more where the languages differ and no link is near: names and words of one origin.
# By judgement.
MIN_FOREIGN_LETTERS_ABOVE: Final = 0.05
# Pairs of sentences that must have the same numbers, and the share of all, which does not matter
# where the languages differ and the lengths fit. By judgement: one may be chance.
MIN_NUMBERED: Final = 2
MIN_NUMBERED_SHARE: Final = 0.5
# Links from which it can be told that nothing is left out, and the share of sentences that may
# stand in a gap that faces none. By judgement: Bibles in two translations have 0.2 %, drafts and
# abridgements 5 % and more.
MIN_COMPLETE_LINKS: Final = 100
MAX_ONE_SIDED: Final = 0.01

# What the confidence of a link rises by if all its letters are alike: still less than that of links
# that share words. By judgement.
LETTERS_CONFIDENCE: Final = 0.35
# The confidence of a link of an enclosed run, before its letters: less than that of a link with a
# hint. By judgement, since no set has such runs.
ENCLOSED_CONFIDENCE: Final = 0.45


class _PlacedLink(NamedTuple):
    """A link in a gap, by places in it, with what speaks for it.

    `numbers`: 1 where both sides have the same, -1 where they differ, 0 where a side has none.
    """

    rows: Span
    columns: Span
    letters: float
    numbers: int
    deviation: float

    @property
    def score(self) -> float:
        """Return what the link earns."""
        further = self.rows.length + self.columns.length - 2
        earned = LINK_SCORE + LETTERS_SCORE * self.letters + NUMBER_SCORE * self.numbers
        return earned - GROUP_COST * further - DEVIATION_COST * min(self.deviation, MAX_DEVIATION)


def link_facing_runs(
    section: Section,
    chain: Sequence[SpanLink],
    moves: Sequence[SpanLink],
    progress: Progress = NO_PROGRESS,
) -> list[SpanLink]:
    """Return links of the sentences that face each other between the links of a chain.

    Raises `Cancelled`. Time grows with the number of gaps, each of which is bounded.
    """
    gaps = list(gaps_between(section, chain, moves))
    if not any(gap.original and gap.rewrite for gap in gaps):
        return []
    pair = _WholePair(section, chain, gaps)
    found: list[SpanLink] = []
    for gap, is_enclosed in zip(gaps, are_enclosed(section, chain, gaps), strict=True):
        if _may_be_covered(gap, pair.shapes):
            progress.update(Stage.ALIGNING, 1.0)
            found += _linked(_FacingRun(section, gap, pair.growth, is_enclosed), pair)
    return found


def _may_be_covered(gap: Gap, shapes: Sequence[Shape]) -> bool:
    """Tell whether links of some shapes can hold nearly all sentences of both sides of a gap."""
    fewer, more = sorted((len(gap.original), len(gap.rewrite)))
    return 0 < fewer * more <= MAX_GAP_CELLS and fewer * max(map(max, shapes)) >= MIN_COVERED * more


class _WholePair:
    """What the whole of both texts says of any gap in them."""

    def __init__(self, section: Section, chain: Sequence[SpanLink], gaps: Sequence[Gap]) -> None:
        units = section.units
        self.is_translation = units_language(units.original) != units_language(units.rewrite)
        one_sided = sum(
            len(gap.original) + len(gap.rewrite)
            for gap in gaps
            if not gap.original or not gap.rewrite
        )
        self.is_complete = len(chain) >= MIN_COMPLETE_LINKS and one_sided <= MAX_ONE_SIDED * sum(
            map(len, units)
        )
        self.shapes = _RUN_SHAPES if self.is_translation or self.is_complete else _EVEN_SHAPES
        words = Both.of(
            lambda side: sum(_words(units[side], of_side(link, side)) for link in chain)
        )
        # How the lengths grow from the original to the rewrite; None where nothing is linked.
        self.growth = math.log(words.rewrite / words.original) if all(words) else None


class _ReadSentence(NamedTuple):
    """What one sentence, or several as one, is compared by."""

    words: int
    letters: frozenset[str]
    numbers: tuple[frozenset[Value], ...]

    def joined(self, other: _ReadSentence) -> _ReadSentence:
        """Return both as one."""
        return _ReadSentence(
            self.words + other.words, self.letters | other.letters, self.numbers + other.numbers
        )


class _FacingRun:
    """The sentences of a gap, and what links of them are worth."""

    def __init__(self, section: Section, gap: Gap, growth: float | None, is_enclosed: bool) -> None:
        self.gap = gap
        self.is_enclosed = is_enclosed
        self.size = (len(gap.original), len(gap.rewrite))
        self._limits = section.limits
        single = Both.of(
            lambda side: [_sentence(section.units[side].words[k]) for k in of_side(gap, side)]
        )
        # By how many are read as one, and the place of the first.
        self._sentences = single.map(
            lambda side: {1: side, 2: [one.joined(other) for one, other in pairwise(side)]}
        )
        totals = single.map(lambda side: 1 + sum(each.words for each in side))
        self._growth = math.log(totals.rewrite / totals.original) if growth is None else growth

    def link(self, rows: Span, columns: Span) -> _PlacedLink:
        """Return the link of some sentences, by their places in the gap."""
        one = self._sentences.original[rows.length][rows.start]
        other = self._sentences.rewrite[columns.length][columns.start]
        return _PlacedLink(
            rows,
            columns,
            letters_alike(one.letters, other.letters),
            _numbers_agree(one.numbers, other.numbers),
            self._deviation(one.words, other.words),
        )

    def _deviation(self, own: int, others: int) -> float:
        grown = math.log1p(others) - math.log1p(own) - self._growth
        return grown * grown / (GROWTH_SPREAD + 1 / (1 + own) + 1 / (1 + others))

    def spans(self, rows: Span, columns: Span) -> Both[Span]:
        """Return sentences by their numbers in the text, given their places in the gap."""
        return Both(_span(self.gap.original, rows), _span(self.gap.rewrite, columns))

    def may_be(self, rows: Span, columns: Span) -> bool:
        """Tell whether sentences follow one another and no pin keeps them from being linked."""
        original, rewrite = self.spans(rows, columns)
        if (original.length, rewrite.length) != (rows.length, columns.length):
            return False
        return not self._limits or self._limits.allow(original, rewrite)


def _linked(run: _FacingRun, pair: _WholePair) -> Iterator[SpanLink]:
    """Yield the links of a gap, none if nothing speaks for them."""
    chain = _best_chain(run, pair.shapes)
    if not _covers(run, chain):
        return
    if _is_supported(run, chain, pair) or _some_agree(run, chain):
        at_least = POSITION_CONFIDENCE
    elif run.is_enclosed and _is_straight(run, chain):
        at_least = ENCLOSED_CONFIDENCE
    else:
        return
    for link in chain:
        sure = at_least + LETTERS_CONFIDENCE * link.letters
        original, rewrite = run.spans(link.rows, link.columns)
        yield SpanLink(original, rewrite, round(sure, CONFIDENCE_DIGITS))


def _best_chain(run: _FacingRun, shapes: Sequence[Shape]) -> list[_PlacedLink]:
    """Return the chain of links that earns most; sentences may stay out of it."""
    rows, columns = run.size
    best: dict[tuple[int, int], tuple[float, list[_PlacedLink]]] = {}
    for i in range(rows + 1):
        for j in range(columns + 1):
            ways = [best[before] for before in ((i - 1, j), (i, j - 1)) if before in best]
            for high, wide in shapes:
                if i < high or j < wide or not run.may_be(Span(i - high, i), Span(j - wide, j)):
                    continue
                link = run.link(Span(i - high, i), Span(j - wide, j))
                earned, chain = best[i - high, j - wide]
                ways.append((earned + link.score, [*chain, link]))
            best[i, j] = max(ways, key=lambda way: way[0], default=(0.0, []))
    return best[rows, columns][1]


def _covers(run: _FacingRun, chain: Sequence[_PlacedLink]) -> bool:
    """Tell whether nearly all sentences of both sides of a gap are linked."""
    linked = (sum(link.rows.length for link in chain), sum(link.columns.length for link in chain))
    return all(
        count >= MIN_COVERED * all_of_it for count, all_of_it in zip(linked, run.size, strict=True)
    )


def _is_supported(run: _FacingRun, chain: Sequence[_PlacedLink], pair: _WholePair) -> bool:
    """Tell whether something says that the two sides of a gap belong together."""
    is_even = all(link.rows.length == link.columns.length for link in chain)
    numbered = sum(link.numbers > 0 for link in chain)
    if _numbers_differ(chain):
        return False
    if is_even and numbered >= max(MIN_NUMBERED, MIN_NUMBERED_SHARE * len(chain)):
        return True
    letters = sum(link.letters for link in chain) / len(chain)
    above = letters - _letters_of_others(run, chain)
    if is_even and letters >= MIN_LETTERS and above >= MIN_LETTERS_ABOVE:
        return True
    if not _lengths_fit(chain):
        return False
    has_hints = numbered >= MIN_NUMBERED or (len(chain) > 1 and above >= MIN_FOREIGN_LETTERS_ABOVE)
    is_foreign = pair.is_translation and (run.gap.is_inside or has_hints)
    return pair.is_complete or is_foreign


def _some_agree(run: _FacingRun, chain: Sequence[_PlacedLink]) -> bool:
    """Tell whether the letters of some lines of a run speak for all, each with the one it faces."""
    if not (run.gap.is_inside and _is_straight(run, chain) and _lengths_fit(chain)):
        return False
    agreeing = sum(
        link.letters >= max(MIN_LETTERS, _rival_letters(run, link) + MIN_LETTERS_ABOVE)
        for link in chain
    )
    return agreeing >= MIN_AGREEING_SHARE * len(chain)


def _is_straight(run: _FacingRun, chain: Sequence[_PlacedLink]) -> bool:
    """Tell whether all lines are linked with those they face, and none has others' letters.

    Nor their form: where all lines have the same letters, one may be out and another in.
    """
    is_whole = run.size == (len(chain), len(chain)) and not _numbers_differ(chain)
    return is_whole and all(
        _rival_letters(run, link) < max(MIN_LETTERS, link.letters) for link in chain
    )


def _rival_letters(run: _FacingRun, link: _PlacedLink) -> float:
    """Return how alike the letters of either line of a link are to another's at most."""
    rows, columns = run.size
    places = [(link.rows, Span(j, j + 1)) for j in range(columns)]
    places += [(Span(i, i + 1), link.columns) for i in range(rows)]
    others = [run.link(*place).letters for place in places if place != (link.rows, link.columns)]
    return max(others, default=0.0)


def _numbers_differ(chain: Sequence[_PlacedLink]) -> bool:
    return any(link.numbers < 0 for link in chain)


def _lengths_fit(chain: Sequence[_PlacedLink]) -> bool:
    """Tell whether lengths are off by what is usual on average, twice that at most."""
    return sum(link.deviation for link in chain) <= MAX_MEAN_DEVIATION * len(chain)


def _letters_of_others(run: _FacingRun, chain: Sequence[_PlacedLink]) -> float:
    """Return how alike the letters of sentences in a gap are that are not linked; 0 for none."""
    linked = {(i, j) for link in chain for i in range(*link.rows) for j in range(*link.columns)}
    others = [
        run.link(Span(i, i + 1), Span(j, j + 1)).letters
        for i in range(run.size[0])
        for j in range(run.size[1])
        if (i, j) not in linked
    ]
    return sum(others) / len(others) if others else 0.0


def _sentence(words: Sequence[str]) -> _ReadSentence:
    numbers = tuple(values for word in words if (values := number_values(word)))
    return _ReadSentence(len(words), letter_groups(words), numbers)


def _numbers_agree(one: Sequence[frozenset[Value]], other: Sequence[frozenset[Value]]) -> int:
    """Return 1 if both have the same numbers in the same order, -1 if not, 0 if one has none."""
    if not one or not other:
        return 0
    is_same = len(one) == len(other) and not any(
        own.isdisjoint(others) for own, others in zip(one, other, strict=True)
    )
    return 1 if is_same else -1


def _words(units: Units, span: Span) -> int:
    return sum(len(units.words[k]) for k in range(*span))


def _span(numbers: Sequence[int], places: Span) -> Span:
    return Span(numbers[places.start], numbers[places.end - 1] + 1)
