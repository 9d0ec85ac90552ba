"""Lists whose items stand in another order: the one that moved is told from those it passed.

    original   apples , pears and [plums]      items: apples | pears | plums
    rewrite    [plums] , apples and pears      marks and "and" stand between, as they did

Both sides must have the same items and the same words between them, and one run of items must have
passed a longer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.nearby import ChangeIndex
from facing_pages.core.changes.word_change import WordChange, Words, with_passed
from facing_pages.core.model import ChangeKind, Span

# Words before what moved that all items may begin with: "du sel, du riz". By judgement.
MAX_COMMON_START: Final = 2
# Items of a list: of two that changed places nobody can say which one moved.
MIN_ITEMS: Final = 3
# Words of a list on a side; a longer one is read item by item. By judgement.
MAX_LIST_WORDS: Final = 60
_Items = list[Span]


def with_list_moves(
    words: Words, changes: Sequence[WordChange], frame: Sequence[FoundLink]
) -> list[WordChange]:
    """Return changes in which the item that moved stands for all changes of its list.

    `frame` are the links that words which moved cross, in order.
    """
    found = ChangeIndex(changes)
    for number, change in enumerate(changes):
        if change.kind is not ChangeKind.REORDERED or (number, change) not in found.around(change):
            continue
        for whole, parts in _lists_at(words, with_passed(change, frame)):
            inside = [(n, other) for n, other in found.around(whole) if whole.overlaps(other)]
            if all(whole.contains(other) for _, other in inside):
                for n, _ in inside:
                    found.remove(n)
                for part in parts:
                    found.add(part)
                break
    return list(found)


def _lists_at(words: Words, region: WordChange) -> Iterator[tuple[WordChange, list[WordChange]]]:
    """Yield the lists that may begin where a region does, or a little before, and their changes."""
    if max(region.original.length, region.rewrite.length) > MAX_LIST_WORDS:
        return
    for before in range(MAX_COMMON_START + 1):
        rows, columns = (Span(run.start - before, run.end) for run in region[1:])
        if min(rows.start, columns.start) < 0:
            return
        whole = WordChange(ChangeKind.REORDERED, rows, columns)
        if not words.crosses_sentence(whole):
            for items in _same_items(words, whole):
                moved = _moved_item(words, items)
                if moved is not None:
                    yield (
                        whole,
                        [*_kept_changes(words, items, moved), *_marks_between(words, items), moved],
                    )


def _same_items(words: Words, whole: WordChange) -> Iterator[tuple[_Items, _Items]]:
    """Yield the items of both sides, if they are the same ones with the same words between.

    Marks part them, and any word that stands in the last part of both sides may: "and".
    """
    parts = [_parts(words, side, run) for side, run in enumerate(whole[1:])]
    if not all(parts):
        return
    last = [words.folded[side][found[-1].start : found[-1].end] for side, found in enumerate(parts)]
    for joint in (None, *dict.fromkeys(word for word in last[0] if word in last[1])):
        items = tuple(_split_last(words, side, found, joint) for side, found in enumerate(parts))
        texts = [_texts(words, side, found) for side, found in enumerate(items)]
        is_list = len(items[0]) == len(items[1]) == len(set(texts[0])) >= MIN_ITEMS
        if is_list and set(texts[0]) == set(texts[1]):
            yield items[0], items[1]


def _parts(words: Words, side: int, run: Span) -> _Items:
    """Return the runs of words between marks."""
    parts: _Items = []
    for number in range(*run):
        if words.is_mark_at(side, number):
            continue
        if parts and parts[-1].end == number:
            parts[-1] = Span(parts[-1].start, number + 1)
        else:
            parts.append(Span(number, number + 1))
    return parts


def _split_last(words: Words, side: int, parts: _Items, joint: str | None) -> _Items:
    """Return items: parts, the last of them split at a word, which is no part of an item."""
    if joint is None:
        return parts
    start, end = parts[-1]
    place = words.folded[side].index(joint, start, end)
    halves = (Span(start, place), Span(place + 1, end))
    return [*parts[:-1], *(half for half in halves if half.length)]


def _texts(words: Words, side: int, items: _Items) -> list[tuple[str, ...]]:
    return [tuple(words.folded[side][item.start : item.end]) for item in items]


def _moved_item(words: Words, items: tuple[_Items, _Items]) -> WordChange | None:
    """Return the run of items that passed a longer one, None if there is none or more changed."""
    old, new = (_texts(words, side, found) for side, found in enumerate(items))
    order = [new.index(text) for text in old]
    first = next((n for n, place in enumerate(order) if n != place), len(order))
    end = next((n + 1 for n in reversed(range(len(order))) if n != order[n]), first)
    # a b c d  ->  d a b c: what stood first begins behind as many items as passed it.
    passing = order[first] - first if first < end else 0
    cut = end - passing
    if order[first:end] != [*range(first + passing, end), *range(first, first + passing)]:
        return None
    heads, tails = Span(first, cut), Span(cut, end)
    if heads.length == tails.length:
        return None
    moved = min(heads, tails, key=lambda run: run.length)
    place = order[moved.start]
    runs = (moved, Span(place, place + moved.length))
    rows, columns = (
        Span(found[run.start].start, found[run.end - 1].end)
        for found, run in zip(items, runs, strict=True)
    )
    return WordChange(ChangeKind.REORDERED, rows, columns)


def _kept_changes(
    words: Words, items: tuple[_Items, _Items], moved: WordChange
) -> Iterator[WordChange]:
    """Yield where an item that stayed is written otherwise: "Wool, rope", "Tar, wool"."""
    texts = _texts(words, 1, items[1])
    for item, text in zip(items[0], _texts(words, 0, items[0]), strict=True):
        facing = items[1][texts.index(text)]
        is_same = words.original[slice(*item)] == words.rewrite[slice(*facing)]
        if not is_same and not moved.contains(WordChange(moved.kind, item, facing)):
            kind = words.difference(item, facing) or ChangeKind.REWORDED
            yield WordChange(kind, item, facing)


def _marks_between(words: Words, items: tuple[_Items, _Items]) -> Iterator[WordChange]:
    """Yield where other marks stand between two items than did: "a, b, and c", "c, a and b"."""
    gaps = ([Span(one.end, other.start) for one, other in pairwise(found)] for found in items)
    for rows, columns in zip(*gaps, strict=True):
        marks = [
            Span(
                run.start, next((n for n in range(*run) if not words.is_mark_at(side, n)), run.end)
            )
            for side, run in enumerate((rows, columns))
        ]
        texts = [words.folded[side][run.start : run.end] for side, run in enumerate(marks)]
        if texts[0] != texts[1]:
            yield WordChange(ChangeKind.TYPOGRAPHY, *marks)
