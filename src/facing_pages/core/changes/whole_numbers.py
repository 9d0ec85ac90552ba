"""Numbers in words on one side and in figures on the other: one change of form each.

The words that such a number passed are told as moved, since the number itself is shown as form:

    original   in [, I think ,] [twenty fifteen]      form        twenty fifteen > 2015
    rewrite    in [2015] [, I think]                  reordered   I think > I think
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.changes.word_change import REWRITING_KINDS, WordChange, Words
from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.model import ChangeKind, Side, Span
from facing_pages.core.splitting.number_words import are_one_number
from facing_pages.core.splitting.words import has_digit

# Words that a number may have passed to tell that they moved: an insertion such as "I think". By
# judgement.
MAX_PASSED_WORDS: Final = 4


def with_whole_numbers(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Make one change of form of a number in words and the same in figures, wherever it stands.

    original   , I think, [twenty] [fifteen]        removed, reworded    ->   form
    rewrite    [2015], I think,                     fifteen > 2015            twenty fifteen > 2015

    Where several would fit, nothing is known.
    """
    pieces = [change for change in changes if change.kind in REWRITING_KINDS]
    if not any(has_digit(word) for piece in pieces for word in words.within(*piece[1:])):
        return list(changes)
    language = language_by_code(words.language)
    pairs = [
        WordChange(ChangeKind.FORM, one, other)
        for one in _runs_of(pieces, Side.ORIGINAL)
        for other in _runs_of(pieces, Side.REWRITE)
        if are_one_number(
            words.folded[0][one.start : one.end], words.folded[1][other.start : other.end], language
        )
    ]
    result = list(changes)
    for number in pairs:
        touched = [change for change in result if change.overlaps(number)]
        is_only_one = not any(number.overlaps(other) for other in pairs if other is not number)
        if is_only_one and all(_is_part(change, number) for change in touched):
            result[result.index(touched[0])] = number
            result = [change for change in result if change not in touched]
            result += _passed_words(words, number, result)
    return result


def _passed_words(
    words: Words, number: WordChange, changes: Sequence[WordChange]
) -> Iterator[WordChange]:
    """Yield the unchanged words that stand before a number on one side and behind it on the other.

    Marks stand between them and the number, or not.
    """
    counts = [
        _unchanged_before(words, side, run.start, known)
        for side, (run, known) in enumerate(
            (
                (number.original, [change.original for change in changes]),
                (number.rewrite, [change.rewrite for change in changes]),
            )
        )
    ]
    passed_count = abs(counts[0] - counts[1])
    if not 0 < passed_count <= MAX_PASSED_WORDS:
        return
    before = 0 if counts[0] > counts[1] else 1
    runs: list[Span] = []
    for side, run in enumerate(number[1:]):
        if side == before:
            end = _skip_marks(words, side, run.start, is_forward=False)
            runs.append(Span(end - passed_count, end))
        else:
            start = _skip_marks(words, side, run.end, is_forward=True)
            runs.append(Span(start, start + passed_count))
    passed = WordChange(ChangeKind.REORDERED, *runs)
    if _are_the_same(words, passed) and not any(map(passed.overlaps, changes)):
        yield passed


def _unchanged_before(words: Words, side: int, place: int, changed: Sequence[Span]) -> int:
    """Return how many words of a side before a place are in no change."""
    known = {n for run in changed for n in range(*run)}
    return sum(n not in known and not words.is_mark_at(side, n) for n in range(place))


def _skip_marks(words: Words, side: int, place: int, *, is_forward: bool) -> int:
    """Return the place behind marks, or before them, at a place of a side."""
    length = len((words.original, words.rewrite)[side])
    while 0 <= (n := place if is_forward else place - 1) < length:
        if not words.is_mark_at(side, n):
            break
        place += 1 if is_forward else -1
    return place


def _are_the_same(words: Words, passed: WordChange) -> bool:
    """Tell whether two runs are inside their sides and the same words, without marks."""
    return (
        min(passed.original.start, passed.rewrite.start) >= 0
        and passed.original.end <= len(words.original)
        and passed.rewrite.end <= len(words.rewrite)
        and words.are_alike(*passed[1:])
        and not words.have_marks(*passed[1:])
        and not words.crosses_sentence(passed)
    )


def _is_part(change: WordChange, number: WordChange) -> bool:
    """Tell whether a change has nothing but words of a number."""
    return all(
        not run.length or (whole.start <= run.start and run.end <= whole.end)
        for run, whole in zip(change[1:], number[1:], strict=True)
    )


def _runs_of(changes: Sequence[WordChange], side: Side) -> Iterator[Span]:
    """Yield the runs of some changes on a side, and those that two neighbours make together."""
    is_original = side is Side.ORIGINAL
    runs = sorted(change.original if is_original else change.rewrite for change in changes)
    runs = [run for run in runs if run.length]
    yield from runs
    for one, other in pairwise(runs):
        if one.end == other.start:
            yield Span(one.start, other.end)
