"""Take marks of punctuation off both ends of a change: they are minor.

    original   [( men )]      ->   [(] [men] [)]         typography, rewording, typography
    rewrite    [people ,]          [people] [,]

    added      [, “and then he]    [, “] [and then he]   typography, added

A sentence that was removed or added as a whole keeps its marks, and what was removed, added or
moved keeps those that close what it opens, or stand around it. A side of marks alone stays as it
is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.languages.punctuation import (
    CLOSING_OF,
    EDGE_MARKS,
    are_balanced,
)
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.words import is_punctuation

# At the start of what was removed or added they may belong to it: "--force".
_DASHES: Final = frozenset({"-", "--"})


def without_edge_marks(change: WordChange, words: Words) -> list[WordChange]:
    """Return a change without the marks at its ends, and those as typography, in order."""
    if change.kind is ChangeKind.TYPOGRAPHY or not _has_edge_marks(change, words):
        return [change]
    is_one_sided = change.kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
    if is_one_sided and any(
        _are_sentences(words, side, run) for side, run in enumerate(change[1:])
    ):
        return [change]
    may_cut_pair = change.kind in (ChangeKind.REWORDED, ChangeKind.FORM)
    original, rewrite = (
        _inner(side, run, may_cut_pair=may_cut_pair)
        for side, run in zip((words.original, words.rewrite), change[1:], strict=True)
    )
    outer = WordChange(ChangeKind.TYPOGRAPHY, *change[1:])
    inner = WordChange(change.kind, original, rewrite)
    if any(run.length and not left.length for run, left in zip(outer[1:], inner[1:], strict=True)):
        return [change]
    parts = (
        WordChange(outer.kind, *_before(outer, inner)),
        inner,
        WordChange(outer.kind, *_behind(outer, inner)),
    )
    return [part for part in parts if part.original.length or part.rewrite.length]


def _are_sentences(words: Words, side: int, run: Span) -> bool:
    """Tell whether a run begins and ends where sentences of its side do."""
    bounds = {0, *words.starts[side], len((words.original, words.rewrite)[side])}
    return bool(run.length) and bounds.issuperset(run)


def _has_edge_marks(change: WordChange, words: Words) -> bool:
    """Tell whether a mark stands at an end of a change, which most have not."""
    return any(
        run.length and (is_punctuation(side[run.start]) or is_punctuation(side[run.end - 1]))
        for side, run in zip((words.original, words.rewrite), change[1:], strict=True)
    )


def _before(outer: WordChange, inner: WordChange) -> Iterator[Span]:
    pairs = zip(outer[1:], inner[1:], strict=True)
    return (Span(run.start, left.start) for run, left in pairs)


def _behind(outer: WordChange, inner: WordChange) -> Iterator[Span]:
    pairs = zip(outer[1:], inner[1:], strict=True)
    return (Span(left.end, run.end) for run, left in pairs)


def _inner(side: Sequence[str], run: Span, *, may_cut_pair: bool) -> Span:
    """Return a run without marks at its ends; an empty one if it has nothing else."""
    start, end = run
    is_edge = is_punctuation if may_cut_pair else EDGE_MARKS.__contains__
    while start < end and is_edge(side[start]):
        start += 1
    may_end_with_dash = not may_cut_pair and start < end and side[start] in _DASHES
    while end > start and (
        is_edge(side[end - 1]) or (side[end - 1] in _DASHES and not may_end_with_dash)
    ):
        end -= 1
    if may_cut_pair or start == end:
        return Span(start, end)
    while True:
        for before, behind in ((0, 1), (1, 0), (1, 1)):
            wider = Span(start - before, end + behind)
            is_inside = run.start <= wider.start and wider.end <= run.end
            if is_inside and _belong(side[slice(*wider)], side[start:end]):
                start, end = wider
                break
        else:
            return Span(start, end)


def _belong(wider: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether marks at the ends of some words close what is open there, or enclose them."""
    if not are_balanced(wider):
        return False
    return not are_balanced(words) or wider[-1] in CLOSING_OF.get(wider[0], "")
