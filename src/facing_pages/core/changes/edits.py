"""From word links to raw changes: every place where two linked sentences differ.

Words are numbered through the whole link. The links that keep the order in which most words
stand are the frame; what lies between two of them differs. A word linked across the frame was
reordered. Nothing is joined or left out here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.similarity.word_forms import form_likeness, word_key
from facing_pages.core.splitting.folding import fold, fold_word
from facing_pages.core.splitting.function_words import is_light
from facing_pages.core.splitting.words import is_punctuation


class WordChange(NamedTuple):
    """A difference in word numbers: runs of the original's and of the rewrite's words."""

    kind: ChangeKind
    original: Span
    rewrite: Span


def word_changes(
    original: Sequence[str],
    rewrite: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    function_words: frozenset[str],
) -> list[WordChange]:
    """Return the differences of two linked sentences in order, reordered words apart at the end."""
    wide = _wide_sides(pairs)
    frame, crossing = _frame_and_crossing(original, pairs, function_words)
    changes: list[WordChange] = []
    bounds = [(-1, -1), *frame, (len(original), len(rewrite))]
    across = ({i for i, _ in crossing}, {j for _, j in crossing})
    for (i, j), (k, m) in pairwise(bounds):
        rows = Span(i + 1 if i not in wide[0] else wide[0][i].end, k)
        columns = Span(j + 1 if j not in wide[1] else wide[1][j].end, m)
        changes += _gap_changes(original, rewrite, rows, columns, across)
        if k < len(original) and m < len(rewrite):
            phrase = (wide[0].get(k, Span(k, k + 1)), wide[1].get(m, Span(m, m + 1)))
            changes += _pair_change(original, rewrite, *phrase)
    return changes + _reordered(crossing)


def _wide_sides(
    pairs: Sequence[tuple[int, int]],
) -> tuple[dict[int, Span], dict[int, Span]]:
    """Return the words linked with a run of several words: their run by the run's first word.

    The run of the original's words is kept under its own first word, and so for the rewrite.
    """
    partners: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for i, j in pairs:
        partners[0].setdefault(i, []).append(j)
        partners[1].setdefault(j, []).append(i)
    runs = [
        {min(ns): Span(min(ns), max(ns) + 1) for ns in side.values() if len(ns) > 1}
        for side in partners
    ]
    return runs[1], runs[0]


def _frame_and_crossing(
    original: Sequence[str], pairs: Sequence[tuple[int, int]], function_words: frozenset[str]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Divide links into the longest rising chain and content words that stand out of it."""
    single: dict[int, int] = {}
    facing: set[int] = set()
    for i, j in sorted(pairs):
        if i not in single and j not in facing:
            single[i] = j
            facing.add(j)
    frame = _longest_rising(sorted(single.items()))
    inside = set(frame)
    crossing = [
        (i, j)
        for i, j in sorted(single.items())
        if (i, j) not in inside and not is_light(original[i], function_words)
    ]
    return frame, crossing


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence that rises on both sides (Fredman 1975)."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        rank = bisect_left(ends, j)
        before.append(places[rank - 1] if rank else -1)
        if rank == len(ends):
            ends.append(j)
            places.append(number)
        else:
            ends[rank] = j
            places[rank] = number
    chain: list[tuple[int, int]] = []
    number = places[-1] if places else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    chain.reverse()
    return chain


def _gap_changes(
    original: Sequence[str],
    rewrite: Sequence[str],
    rows: Span,
    columns: Span,
    across: tuple[set[int], set[int]],
) -> Iterator[WordChange]:
    """Give the change a gap of the frame holds; words linked elsewhere are not part of it."""
    left = _stretches(rows, across[0])
    right = _stretches(columns, across[1])
    for k in range(max(len(left), len(right))):
        first = left[k] if k < len(left) else Span(rows.end, rows.end)
        second = right[k] if k < len(right) else Span(columns.end, columns.end)
        marks = [*original[first.start : first.end], *rewrite[second.start : second.end]]
        if all(is_punctuation(word) for word in marks):
            yield WordChange(ChangeKind.TYPOGRAPHY, first, second)
        elif not second.length:
            yield WordChange(ChangeKind.REMOVED, first, second)
        elif not first.length:
            yield WordChange(ChangeKind.ADDED, first, second)
        else:
            yield WordChange(ChangeKind.REWORDED, first, second)


def _stretches(gap: Span, across: set[int]) -> list[Span]:
    """Return the runs of words in a gap that are not linked elsewhere."""
    runs: list[Span] = []
    for number in range(*gap):
        if number in across:
            continue
        if runs and runs[-1].end == number:
            runs[-1] = Span(runs[-1].start, number + 1)
        else:
            runs.append(Span(number, number + 1))
    return runs


def _pair_change(
    original: Sequence[str], rewrite: Sequence[str], rows: Span, columns: Span
) -> list[WordChange]:
    """Return how two linked words differ, nothing if they do not; runs are abbreviations."""
    if rows.length + columns.length > 2:
        return [WordChange(ChangeKind.FORM, rows, columns)]
    first, second = original[rows.start], rewrite[columns.start]
    if first == second:
        return []
    return [WordChange(_pair_kind(first, second), rows, columns)]


def _pair_kind(first: str, second: str) -> ChangeKind:
    if fold_word(first) == fold_word(second):
        return ChangeKind.TYPOGRAPHY
    if is_punctuation(first) and is_punctuation(second):
        return ChangeKind.TYPOGRAPHY
    if _bare(first) == _bare(second) or form_likeness(word_key(first), word_key(second)):
        return ChangeKind.FORM
    return ChangeKind.REWORDED


def _bare(word: str) -> str:
    """Return the word without hyphens and points: U.S. and US, co-operate and cooperate."""
    return fold(word).casefold().replace("-", "").replace(".", "")


def _reordered(crossing: Sequence[tuple[int, int]]) -> list[WordChange]:
    """Join neighbouring crossing links into phrases."""
    changes: list[WordChange] = []
    for i, j in crossing:
        last = changes[-1] if changes else None
        if last and last.original.end == i and last.rewrite.end == j:
            changes[-1] = WordChange(
                last.kind, Span(last.original.start, i + 1), Span(last.rewrite.start, j + 1)
            )
        else:
            changes.append(WordChange(ChangeKind.REORDERED, Span(i, i + 1), Span(j, j + 1)))
    return changes
