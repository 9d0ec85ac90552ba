"""What stands beside words that crossed, and crossed with them or took the place of others there.

A passage is a run of words that crosses as a whole, word by word behind one another on both sides:

    original   “ We lost , ” he said , “ and everybody knows . ”
    rewrite    “ Everybody knows , ” she said , “ and we won . ”

Function words of a passage cross with it ("and"), and so do linked words that differ ("he", "she").
Words without a link that stand where others stood replaced them ("lost", "won").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import is_punctuation

# Words, and content words, on either side of a place without any link up to which one side replaced
# the other; longer ones were removed and added. By judgement.
MAX_REPLACED_WORDS: Final = 6
MAX_REPLACED_CONTENT: Final = 3
# Marks between two words of a passage: a quotation ends, and another begins. By judgement.
MAX_MARKS_BETWEEN: Final = 4


def may_replace(words: Words, rows: Span, columns: Span) -> bool:
    """Tell whether two runs are short enough that one can stand for the other."""
    return (
        max(rows.length, columns.length) <= MAX_REPLACED_WORDS
        and words.content(rows, columns) <= MAX_REPLACED_CONTENT
    )


def crossing_beside(
    words: Words,
    leaving: Iterable[FoundLink],
    crossing: Iterable[FoundLink],
    pairs: Iterable[FoundLink],
) -> Iterator[FoundLink]:
    """Yield links that cross because they stand in a passage with some that do.

    `leaving` are links whose ends lie in different gaps of the frame. Equal function words need
    words that cross on one side, marks between; other words need them right beside, and on their
    other side a mark, an end or words that are linked as well. `pairs` are all links: a clause
    without any but that of its first word is a passage too.
    """
    crossed = {pair[:2] for pair in crossing}
    taken = ({i for i, _ in crossed}, {j for _, j in crossed})
    linked = [pair for pair in leaving if not words.is_mark(pair)]
    places = crossed | {pair[:2] for pair in linked}
    for pair in _first_of_clauses(words, linked, pairs):
        if pair.original not in taken[0] and pair.rewrite not in taken[1]:
            crossed.add(pair[:2])
            taken[0].add(pair.original)
            taken[1].add(pair.rewrite)
            yield pair
    for step in (1, -1):
        for pair in sorted(linked, reverse=step < 0):
            i, j, *_ = pair
            if i in taken[0] or j in taken[1]:
                continue
            if words.are_equal(pair):
                is_beside = words.is_light(pair) and _reaches(words, pair, -step, crossed)
            else:
                is_beside = (i - step, j - step) in crossed and (
                    (i + step, j + step) in places or _is_edge(words, i + step, j + step)
                )
            if is_beside:
                crossed.add((i, j))
                taken[0].add(i)
                taken[1].add(j)
                yield pair


def _first_of_clauses(
    words: Words, leaving: Iterable[FoundLink], pairs: Iterable[FoundLink]
) -> Iterator[FoundLink]:
    """Yield links of equal words that begin two short clauses of which nothing else is linked.

    “ [we] lost , ” he said       “ … , ” he said , “ and [we] won . ”
    """
    linked = [pair for pair in pairs if not words.is_mark(pair)]
    known = ({pair.original for pair in linked}, {pair.rewrite for pair in linked})
    for pair in leaving:
        sides = list(zip((words.original, words.rewrite), pair[:2], strict=True))
        if words.are_equal(pair) and all(_opens_clause(words, *side) for side in sides):
            rest = [_clause_behind(side, number) for side, number in sides]
            is_linked = any(
                not numbers.isdisjoint(range(*run))
                for numbers, run in zip(known, rest, strict=True)
            )
            if all(run.length for run in rest) and not is_linked and may_replace(words, *rest):
                yield pair


def _opens_clause(words: Words, side: Sequence[str], number: int) -> bool:
    """Tell whether a word stands first behind a mark, or behind one function word such as "and"."""
    is_behind_light = number > 0 and fold_word(side[number - 1]) in words.function_words
    before = number - 1 - is_behind_light
    return before < 0 or is_punctuation(side[before])


def _clause_behind(side: Sequence[str], number: int) -> Span:
    """Return the words behind one up to the next mark, or one more than can be replaced."""
    last = min(len(side), number + MAX_REPLACED_WORDS + 2)
    end = next((n for n in range(number + 1, last) if is_punctuation(side[n])), last)
    return Span(number + 1, end)


def _reaches(
    words: Words, pair: FoundLink, step: int, crossed: Collection[tuple[int, int]]
) -> bool:
    """Tell whether words that cross stand beside two linked ones, the same marks between."""
    i, j = pair.original + step, pair.rewrite + step
    for _ in range(MAX_MARKS_BETWEEN):
        if not _is_same_mark(words, i, j):
            break
        i, j = i + step, j + step
    return (i, j) in crossed


def _is_same_mark(words: Words, i: int, j: int) -> bool:
    is_inside = 0 <= i < len(words.original) and 0 <= j < len(words.rewrite)
    return is_inside and (
        words.are_marks(Span(i, i + 1), Span(j, j + 1)) and words.folded[0][i] == words.folded[1][j]
    )


def _is_edge(words: Words, i: int, j: int) -> bool:
    """Tell whether each of two places is a mark, or before or behind all words."""
    sides = zip((words.original, words.rewrite), (Span(i, i + 1), Span(j, j + 1)), strict=True)
    nothing = Span(0, 0)
    return all(
        not 0 <= run.start < len(side)
        or words.are_marks(*((run, nothing) if side is words.original else (nothing, run)))
        for side, run in sides
    )


def with_replaced(
    words: Words,
    changes: Sequence[WordChange],
    crossing: Sequence[FoundLink],
    pairs: Sequence[FoundLink],
) -> list[WordChange]:
    """Return changes in which a few words of a passage that replaced others are a rewording.

    removed    we [lost] ,       "we" crosses
    added      we [won] .        one rewording: "lost" > "won"

    Words that stand elsewhere on the other side, where `pairs` link them with nothing, replaced
    none.
    """
    facing = {pair.original: pair.rewrite for pair in crossing}
    linked = tuple({pair[side] for pair in pairs} for side in (0, 1))
    unlinked = tuple(
        Counter(word for number, word in enumerate(side) if number not in known)
        for side, known in zip(words.folded, linked, strict=True)
    )
    added = [change for change in changes if change.kind is ChangeKind.ADDED]
    by_edge = tuple({change.rewrite[edge]: change for change in added} for edge in (0, 1))
    parts: dict[WordChange, list[WordChange]] = {}
    for change in changes:
        if change.kind is not ChangeKind.REMOVED:
            continue
        for other, rewording in _answers(words, change, by_edge, facing):
            if other not in parts and not _is_elsewhere(words, rewording, unlinked):
                parts[change] = [*_left_of(change, rewording), rewording]
                parts[other] = _left_of(other, rewording)
                break
    return [part for change in changes for part in parts.get(change, [change])]


def _is_elsewhere(words: Words, rewording: WordChange, unlinked: Sequence[Counter[str]]) -> bool:
    """Tell whether a word of a rewording stands on the other side, but not in the rewording."""
    inside = [
        Counter(side[run.start : run.end])
        for side, run in zip(words.folded, rewording[1:], strict=True)
    ]
    return any(
        unlinked[1 - side][word] > inside[1 - side][word]
        for side in (0, 1)
        for word in inside[side]
    )


def _answers(
    words: Words,
    removed: WordChange,
    added: Sequence[Mapping[int, WordChange]],
    facing: Mapping[int, int],
) -> Iterator[tuple[WordChange, WordChange]]:
    """Yield what was added beside the same word that crosses as what was removed, as a rewording.

    On their other sides they have a mark, an end or two words that cross together as well; numbers
    answer each other without that. `added` are by their starts and by their ends.
    """
    rows = removed.original
    if rows.start - 1 in facing:
        other = added[0].get(facing[rows.start - 1] + 1)
        if other is not None:
            far = (rows.end, other.rewrite.end)
            yield from _rewordings(words, removed, other, far, facing, edge=0)
    if rows.end in facing:
        other = added[1].get(facing[rows.end])
        if other is not None:
            far = (rows.start - 1, other.rewrite.start - 1)
            yield from _rewordings(words, removed, other, far, facing, edge=1)


def _rewordings(
    words: Words,
    removed: WordChange,
    added: WordChange,
    far: tuple[int, int],
    facing: Mapping[int, int],
    *,
    edge: int,
) -> Iterator[tuple[WordChange, WordChange]]:
    """Yield the rewording of two runs that begin (or, for edge 1, end) beside the same word."""
    whole = WordChange(ChangeKind.REWORDED, removed.original, added.rewrite)
    is_between = facing.get(far[0]) == far[1] or _is_edge(words, *far)
    if is_between and may_replace(words, *whole[1:]):
        yield added, whole
    nearest = [run[edge] - edge for run in whole[1:]]
    number = WordChange(ChangeKind.REWORDED, *(Span(n, n + 1) for n in nearest))
    if words.are_numbers(*number[1:]):
        yield added, number


def _left_of(change: WordChange, taken: WordChange) -> list[WordChange]:
    """Return what is left of words removed or added of which some are in a rewording."""
    is_removed = change.kind is ChangeKind.REMOVED
    run, part = (side.original if is_removed else side.rewrite for side in (change, taken))
    rests = [Span(run.start, part.start), Span(part.end, run.end)]
    return [
        change._replace(original=rest) if is_removed else change._replace(rewrite=rest)
        for rest in rests
        if rest.length
    ]
