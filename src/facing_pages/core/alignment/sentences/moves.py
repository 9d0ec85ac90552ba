"""Links between sentences that changed place.

    original   A  B  C          chain: A A, C C        B is left over on both sides, and the two
    rewrite    B' A  C          move:  B B'            are each other's clearly best counterpart

Looks only at what the ordered chain left over. From each pair of sentences that are surely each
other's (a seed), neighbours that moved with it are followed:

    original   A  B1 B2 C       seed: B1 B1'
    rewrite    B1' B2' A C      move: B1 B1', B2 B2'   B2 is too unlike B2' to be a seed by itself

A move must be long enough and alike enough; a formula that is found in many places is none. In
doubt there is no move.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from facing_pages.core.alignment.sentences.evidence import has_content
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.link_weights import link_model
from facing_pages.core.alignment.sentences.move_seeds import Flags, SharedElsewhere, seeds_among
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import CONFIDENCE_DIGITS, WindowAligner
from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Span
from facing_pages.core.progress import NO_PROGRESS, Progress, Stage

# Words a move must have on its shorter side, and those it must have if it is nearly the same: the
# page shows a move at both places with arrows, which a few common words are not worth. By
# judgement.
MIN_MOVE_WORDS: Final = 8
MIN_SAME_MOVE_WORDS: Final = 4
# Likeness (Dice, 0 to 1) from which sentences are nearly the same, and from which neighbours follow
# a seed. By judgement. Measured on a Bible with chapters moved: following from 0.05 on finds as
# much, from 0.2 on a little less (99.4 % of what moved, not 99.6).
MIN_SAME_LIKENESS: Final = 0.85
MIN_FOLLOW_LIKENESS: Final = 0.1
# What the likenesses of the links that moved together must add up to: one alone needs more. By
# judgement, so that two sentences on a common subject are no move.
MIN_TOTAL_LIKENESS: Final = 0.35
# How much of what two sentences share a third one may have, by weight, unless they are nearly the
# same: what is found in many places is a formula. By judgement.
MAX_ELSEWHERE_SHARE: Final = 0.8
# Sentences that may stand between two links that moved together, on either side. By judgement.
MAX_MOVE_GAP: Final = 2
# Sentences to either side of a seed that are aligned with it; what lies beyond has its own seeds.
# By judgement. Measured on a Bible with chapters moved: 48 finds as much, 12 a little less (99.4 %
# of what moved, not 99.6).
MAX_REACH: Final = 24
# How probably a move is wrong whose sentences share nothing, and how fast that falls with likeness:
# an exponential. Fitted to links of chains on the development parts of ArgRewrite and ABLit (of
# 2,832, 14 % were wrong below a likeness of 0.25, 1 % above 0.8) and taken for moves by judgement.
WRONG_IF_UNLIKE: Final = 0.3
WRONG_DECAY: Final = 4.5


def find_moves(
    section: Section, chain: Sequence[SpanLink], progress: Progress = NO_PROGRESS
) -> list[SpanLink]:
    """Return links between sentences that are in no link of `chain`, in order of the original."""
    units, features, _ = section
    free = free_sentences(section, chain)
    pricing = Pricing(link_model().first, TYPICAL)
    moves: list[SpanLink] = []
    elsewhere = SharedElsewhere(features)
    for alike, i, j in seeds_among(units, features, free, progress):
        if not (free.original[i] and free.rewrite[j] and _may_seed(units, alike, i, j)):
            continue
        progress.update(Stage.ALIGNING, 1.0)
        spans = Both(_run(free.original, i), _run(free.rewrite, j))
        block = _block(section, pricing, spans, (i, j))
        if not (_is_sure(units, block) and has_content(section, block)):
            continue
        if all(_is_formula(elsewhere, link) for link in block if not _is_repeated(units, link)):
            continue
        moves += _with_repeated(units, block)
        for link in block:
            free.original[link.original.start : link.original.end] = False
            free.rewrite[link.rewrite.start : link.rewrite.end] = False
    moves.sort()
    return moves


def free_sentences(section: Section, links: Sequence[SpanLink]) -> Both[Flags]:
    """Tell which sentences of both sides are in none of some links, and may be in one."""
    units, closed = section.units, section.limits.closed
    return Both(
        _free(len(units.original), [link.original for link in links], closed.original),
        _free(len(units.rewrite), [link.rewrite for link in links], closed.rewrite),
    )


def _free(count: int, taken: Sequence[Span], closed: Iterable[int]) -> Flags:
    free = np.ones(count, dtype=np.bool_)
    free[list(closed)] = False
    for span in taken:
        free[span.start : span.end] = False
    return free


def _may_seed(units: Both[Units], alike: float, i: int, j: int) -> bool:
    if units.original.repeated[i] or units.rewrite.repeated[j]:
        return False
    words = min(len(units.original.words[i]), len(units.rewrite.words[j]))
    return words >= (MIN_SAME_MOVE_WORDS if alike >= MIN_SAME_LIKENESS else MIN_MOVE_WORDS) / 2


def _run(free: Flags, seed: int) -> Span:
    """Return the run of free sentences around a seed, at most `MAX_REACH` to either side."""
    start = end = seed
    while start > max(0, seed - MAX_REACH) and free[start - 1]:
        start -= 1
    while end < min(len(free), seed + MAX_REACH) and free[end]:
        end += 1
    return Span(start, end)


def _block(
    section: Section, pricing: Pricing, spans: Both[Span], seed: tuple[int, int]
) -> list[SpanLink]:
    """Align the runs around a seed and keep the links that hang together with it."""
    starts = spans.map(lambda span: span.start)
    chain = WindowAligner(section.part(*spans)).quick_chain(pricing)
    every = [moved_link(section, link.shifted(*starts)) for link in chain]
    links = [link for link in every if link.likeness >= MIN_FOLLOW_LIKENESS]
    middle = next(
        (
            k
            for k, link in enumerate(links)
            if link.original.start <= seed[0] < link.original.end
            and link.rewrite.start <= seed[1] < link.rewrite.end
        ),
        None,
    )
    if middle is None:
        return []
    first = last = middle
    while first > 0 and _touch(links[first - 1], links[first]):
        first -= 1
    while last + 1 < len(links) and _touch(links[last], links[last + 1]):
        last += 1
    return links[first : last + 1]


def _with_repeated(units: Both[Units], block: list[SpanLink]) -> list[SpanLink]:
    """Return a block whose repeated sentences are no surer than the others of it."""
    repeated = [link for link in block if _is_repeated(units, link)]
    surest = min(link.confidence for link in block if link not in repeated)
    return [
        link._replace(confidence=min(link.confidence, surest)) if link in repeated else link
        for link in block
    ]


def _is_formula(elsewhere: SharedElsewhere, link: SpanLink) -> bool:
    """Tell whether a third sentence has nearly all that two share, which are not nearly equal."""
    if link.likeness >= MIN_SAME_LIKENESS:
        return False
    return elsewhere.share(link.original, link.rewrite) > MAX_ELSEWHERE_SHARE


def _is_repeated(units: Both[Units], link: SpanLink) -> bool:
    """Tell whether all sentences of a link, on one side, are repeated."""
    return any(
        bool(side.repeated[slice(*of_side(link, which))].all()) for which, side in units.items()
    )


def moved_link(section: Section, link: SpanLink) -> SpanLink:
    """Return a link as a move, as sure as its sentences are alike."""
    alike = section.alike(link.original, link.rewrite)
    sure = round(1 - WRONG_IF_UNLIKE * math.exp(-WRONG_DECAY * alike), CONFIDENCE_DIGITS)
    return link._replace(moved=True, likeness=alike, confidence=sure)


def _touch(before: SpanLink, after: SpanLink) -> bool:
    """Tell whether few sentences stand between two links on either side."""
    return (
        after.original.start - before.original.end <= MAX_MOVE_GAP
        and after.rewrite.start - before.rewrite.end <= MAX_MOVE_GAP
    )


def _is_sure(units: Both[Units], block: list[SpanLink]) -> bool:
    """Tell whether a move is long enough and alike enough: a common subject is no move.

    Sentences that a text repeats are not counted; they only move along.
    """
    own = [link for link in block if not _is_repeated(units, link)]
    if sum(link.likeness for link in own) < MIN_TOTAL_LIKENESS:
        return False
    counts = (
        sum(_words(units.original, link.original) for link in own),
        sum(_words(units.rewrite, link.rewrite) for link in own),
    )
    same = all(link.likeness >= MIN_SAME_LIKENESS for link in own)
    return min(counts) >= (MIN_SAME_MOVE_WORDS if same else MIN_MOVE_WORDS)


def _words(units: Units, span: Span) -> int:
    return sum(len(words) for words in units.words[span.start : span.end])
