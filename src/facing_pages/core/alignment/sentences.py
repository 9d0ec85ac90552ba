"""All sentence links of a pair: the ordered chain, moves, pairs by position, what is left over.

Returns pieces, which say what belongs together and how alike it is. What is in no piece has no
counterpart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Final

from facing_pages.core.alignment.anchors import Window, windows
from facing_pages.core.alignment.chain import Piece, best_chain, quick_chain
from facing_pages.core.alignment.fragments import join_fragments
from facing_pages.core.alignment.moves import Move, find_moves
from facing_pages.core.alignment.pieces import SentencePiece, mirrored
from facing_pages.core.alignment.scores import Pricing
from facing_pages.core.alignment.traits import USUAL, Tally, Traits
from facing_pages.core.alignment.weights import link_model
from facing_pages.core.model import Span
from facing_pages.core.progress import Stage, Steps
from facing_pages.core.similarity.extraction import make_features
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.likeness import likeness
from facing_pages.core.similarity.units import Units

# Sentences of the original after which enough is known of the traits of a pair.
SAMPLE: Final = 1500
# Sentences by which the rewrite of a window is longer or shorter than is usual in the pair, so that
# it is looked at in any case.
UNEVEN: Final = 12
# Confidence of a pair that only its place makes: between the share of such pairs that people
# link in argrewrite/dev (0.5) and that of headings (nearly all).
BY_POSITION: Final = 0.55
# What two sentences inside paragraphs need beside the place: this likeness, or this share of all
# their words, function words too ("Not everyone is pleased." and "Not everybody is happy.").
# Headings and whole paragraphs need nothing.
HINT_ALIKE: Final = 0.12
HINT_SHARED: Final = 0.4
# How unlike in length two sentences paired by position may be.
LENGTH_RATIO: Final = 3.0
# Share of moves that are wrong where nothing is common, and how fast it falls with likeness.
MOVE_WRONG: Final = 0.3
MOVE_FALL: Final = 4.5


def link_sentences(original: Units, rewrite: Units, steps: Steps) -> list[SentencePiece]:
    """Return the links of two texts, in order of the original; near-linear for long texts.

    Swapping the sides mirrors the result: the work is always done in one and the same order of
    the two texts, so that ties fall the same way.
    """
    if not len(original) or not len(rewrite):
        return []
    if rewrite.words < original.words:
        return mirrored(_link_sentences(rewrite, original, steps))
    return _link_sentences(original, rewrite, steps)


def _link_sentences(original: Units, rewrite: Units, steps: Steps) -> list[SentencePiece]:
    features = make_features(original, rewrite)
    units = (original, rewrite)
    parts = windows(original, rewrite)
    traits = _traits(units, features, parts)
    pricing = Pricing(features[0].table, link_model().known, traits)
    chain: list[Piece] = []
    for window in parts:
        steps.report(Stage.ALIGNING, window.original.end / len(original))
        part, rows = _part(units, features, window)
        found = best_chain(part, rows, pricing)
        chain += [piece.shifted(window.original.start, window.rewrite.start) for piece in found]
    moves = find_moves(units, features, chain)
    placed = _by_position(units, features, chain, moves)
    result = [SentencePiece(p.original, p.rewrite, False, p.confidence) for p in chain]
    result += [SentencePiece(m.original, m.rewrite, True, _sure_of(m)) for m in moves]
    result += [SentencePiece(p.original, p.rewrite, False, p.confidence) for p in placed]
    result.sort(key=lambda piece: piece.original)
    return join_fragments(units, result)


def _part(
    units: tuple[Units, Units], features: tuple[Features, Features], window: Window
) -> tuple[tuple[Units, Units], tuple[Features, Features]]:
    return (
        (units[0].part(window.original), units[1].part(window.rewrite)),
        (features[0].rows(window.original), features[1].rows(window.rewrite)),
    )


def _traits(
    units: tuple[Units, Units], features: tuple[Features, Features], parts: list[Window]
) -> Traits:
    """Return the traits of the pair, by a first look at windows from all over the texts.

    Windows with more sentences on one side are all looked at: that is where much is left out.
    """
    every = max(1, len(units[0]) // SAMPLE)
    tally = Tally()
    pricing = Pricing(features[0].table, link_model().first, USUAL)
    for number, window in enumerate(parts):
        expected = window.original.length * len(units[1]) / len(units[0])
        is_uneven = abs(expected - window.rewrite.length) > UNEVEN
        if is_uneven or number % every == every // 2:
            part, rows = _part(units, features, window)
            links = quick_chain(part, rows, pricing)
            tally.add(part, rows, links, times=1 if is_uneven else every)
    return tally.traits()


def _sure_of(move: Move) -> float:
    """Return how sure a move is, by how alike its sentences are."""
    return round(1 - MOVE_WRONG * math.exp(-MOVE_FALL * move.alike), 3)


def _by_position(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    chain: list[Piece],
    moves: list[Move],
) -> list[Piece]:
    """Pair the only free sentence of one side with the only one of the other between two links.

    Both must be headings, or whole paragraphs, or at least faintly alike; and neither may be much
    longer than the other.
    """
    taken = (
        {k for piece in moves for k in range(*piece.original)},
        {k for piece in moves for k in range(*piece.rewrite)},
    )
    ends = Piece(Span(len(units[0]), len(units[0])), Span(len(units[1]), len(units[1])), 0.0)
    placed: list[Piece] = []
    before = Piece(Span(0, 0), Span(0, 0), 0.0)
    for after in [*chain, ends]:
        rows = [k for k in range(before.original.end, after.original.start) if k not in taken[0]]
        columns = [k for k in range(before.rewrite.end, after.rewrite.start) if k not in taken[1]]
        placed += [
            Piece(Span(i, i + 1), Span(j, j + 1), BY_POSITION)
            for i, j in _facing(units, features, rows, columns)
        ]
        before = after
    return placed


def _facing(
    units: tuple[Units, Units],
    features: tuple[Features, Features],
    rows: list[int],
    columns: list[int],
) -> Iterator[tuple[int, int]]:
    """Give the pairs of a gap: its only heading on either side, and the only sentence left."""
    headings = (
        [i for i in rows if units[0].headings[i]],
        [j for j in columns if units[1].headings[j]],
    )
    if len(headings[0]) == len(headings[1]) == 1:
        yield headings[0][0], headings[1][0]
    rows = [i for i in rows if i not in headings[0]]
    columns = [j for j in columns if j not in headings[1]]
    if len(rows) == len(columns) == 1 and _fit(units, features, rows[0], columns[0]):
        yield rows[0], columns[0]


def _fit(units: tuple[Units, Units], features: tuple[Features, Features], i: int, j: int) -> bool:
    """Tell whether two sentences that only their place joins are of the same sort."""
    original, rewrite = units
    lengths = sorted((len(original.words[i]), len(rewrite.words[j])))
    if lengths[1] > LENGTH_RATIO * lengths[0]:
        return False
    if _is_whole_paragraph(original, i) and _is_whole_paragraph(rewrite, j):
        return True
    if _share_of_words(original.words[i], rewrite.words[j]) >= HINT_SHARED:
        return True
    alike = likeness(features[0].rows(Span(i, i + 1)), features[1].rows(Span(j, j + 1)))
    return bool(alike[0, 0] >= HINT_ALIKE)


def _share_of_words(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    common = (Counter(first) & Counter(second)).total()
    return 2 * common / (len(first) + len(second))


def _is_whole_paragraph(units: Units, k: int) -> bool:
    numbers = units.paragraphs
    joins_before = k > 0 and numbers[k - 1] == numbers[k]
    joins_after = k + 1 < len(numbers) and numbers[k + 1] == numbers[k]
    return not (joins_before or joins_after)
