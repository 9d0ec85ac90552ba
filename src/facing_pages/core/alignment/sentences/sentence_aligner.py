"""All sentence links of a pair: what is pinned, the ordered chain, moves, pairs by position.

Returns pieces, which say what belongs together and how sure that is. What is in no piece has no
counterpart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from facing_pages.core.alignment.sentences.anchors import Window, windows, windows_between
from facing_pages.core.alignment.sentences.by_position import pair_by_position
from facing_pages.core.alignment.sentences.evidence import grounded
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.fragments import join_fragments
from facing_pages.core.alignment.sentences.link_scores import Pricing
from facing_pages.core.alignment.sentences.link_weights import link_model
from facing_pages.core.alignment.sentences.moves import Move, find_moves
from facing_pages.core.alignment.sentences.pair_profile import USUAL, Tally, Traits
from facing_pages.core.alignment.sentences.pins import Fixed, fixed_by
from facing_pages.core.alignment.sentences.section import Runs
from facing_pages.core.alignment.sentences.sentence_units import Units
from facing_pages.core.alignment.sentences.span_links import SentencePiece, mirrored
from facing_pages.core.alignment.sentences.window_aligner import Piece, Stretch
from facing_pages.core.alignment.sentences.window_cache import AlignmentMemory, Outline
from facing_pages.core.model import Pin
from facing_pages.core.progress import Stage, Steps
from facing_pages.core.system.blas import on_one_core

# Sentences of the original after which enough is known of the traits of a pair.
SAMPLE: Final = 1500
# Sentences by which the rewrite of a window is longer or shorter than is usual in the pair, so that
# it is looked at in any case.
UNEVEN: Final = 12
# Share of moves that are wrong where nothing is common, and how fast it falls with likeness.
MOVE_WRONG: Final = 0.3
MOVE_FALL: Final = 4.5


def link_sentences(
    original: Units,
    rewrite: Units,
    steps: Steps,
    *,
    pins: Sequence[Pin] = (),
    memory: AlignmentMemory | None = None,
) -> list[SentencePiece]:
    """Return the links of two texts, in order of the original; near-linear for long texts.

    Swapping the sides mirrors the result: the work is always done in one and the same order of
    the two texts, so that ties fall the same way. Raises `ValueError` for pins that name sentences
    that are not there or contradict each other.
    """
    if not len(original) or not len(rewrite):
        return []
    with on_one_core():
        if rewrite.words < original.words:
            turned = [Pin(pin.rewrite, pin.original, pin.together) for pin in pins]
            fixed = fixed_by(turned, (len(rewrite), len(original)))
            return mirrored(_link_sentences(rewrite, original, steps, fixed, memory))
        fixed = fixed_by(pins, (len(original), len(rewrite)))
        return _link_sentences(original, rewrite, steps, fixed, memory)


def _link_sentences(
    original: Units,
    rewrite: Units,
    steps: Steps,
    fixed: Fixed,
    memory: AlignmentMemory | None,
) -> list[SentencePiece]:
    memory = memory or AlignmentMemory()
    units = (original, rewrite)
    outline = memory.outline(units, partial(_outline, steps=steps))
    runs = Runs(units, outline.features, fixed.limits)
    parts = windows_between(units, outline.windows, fixed.in_order)
    chain = [Piece(*link, 1.0) for link in fixed.in_order]
    chain += _chain(runs, parts, steps, memory)
    chain = grounded(runs, sorted(chain), set(fixed.in_order))
    moves = find_moves(runs, chain, steps)
    placed = pair_by_position(runs, chain, moves)
    result = [SentencePiece(p.original, p.rewrite, False, p.confidence) for p in chain + placed]
    result += [SentencePiece(m.original, m.rewrite, True, _sure_of(m)) for m in moves]
    result += [SentencePiece(*link, True, 1.0) for link in fixed.out_of_order]
    result.sort(key=lambda piece: piece.original)
    return join_fragments(runs.units, result, fixed.limits)


def _outline(units: tuple[Units, Units], *, steps: Steps) -> Outline:
    return Outline(make_features(*units, steps), windows(*units))


def _chain(
    runs: Runs, parts: Sequence[Window], steps: Steps, memory: AlignmentMemory
) -> Iterator[Piece]:
    """Give the links of all windows, those of windows seen before from memory."""
    inside = [runs.part(*window) for window in parts]
    seen: dict[int, Stretch] = {}
    traits = memory.traits(inside) or _traits(runs.size, inside, seen, steps)
    memory.set_traits(traits)
    pricing = Pricing(link_model().known, traits)
    for number, (window, part) in enumerate(zip(parts, inside, strict=True)):
        steps.report(Stage.ALIGNING, window.original.end / runs.size[0])
        found = memory.chain(part)
        if found is None:
            stretch = seen.pop(number, None) or Stretch(part)
            found = stretch.best_chain(pricing)
            memory.keep_chain(part, found)
        for piece in found:
            yield piece.shifted(window.original.start, window.rewrite.start)


def _traits(
    size: tuple[int, int], parts: Sequence[Runs], seen: dict[int, Stretch], steps: Steps
) -> Traits:
    """Return the traits of the pair, by a first look at windows from all over the texts.

    Windows with more sentences on one side are all looked at: that is where much is left out.
    What was looked at is put into `seen`, by the number of its window.
    """
    every = max(1, size[0] // SAMPLE)
    tally = Tally()
    pricing = Pricing(link_model().first, USUAL)
    for number, part in enumerate(parts):
        expected = part.size[0] * size[1] / size[0]
        is_uneven = abs(expected - part.size[1]) > UNEVEN
        if is_uneven or number % every == every // 2:
            steps.report(Stage.ALIGNING, 0.0)
            seen[number] = Stretch(part)
            links = seen[number].quick_chain(pricing)
            tally.add(part.units, part.features, links, times=1 if is_uneven else every)
    return tally.traits()


def _sure_of(move: Move) -> float:
    """Return how sure a move is, by how alike its sentences are."""
    return round(1 - MOVE_WRONG * math.exp(-MOVE_FALL * move.alike), 3)
