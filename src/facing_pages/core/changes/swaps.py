"""Words that stand in another order: which ones, how far they moved, and what they passed.

A word linked into another gap of the frame (see `edits`) crosses it. If it passed a few words only,
it and those are one swap; else it moved far, together with its neighbours that did the same.

    swap        the [vehicle trunk] lay open          the [trunk of the vehicle] lay open
    moved far   [In the spring] the council sold …    the council sold … [in the spring]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.lists import with_list_moves
from facing_pages.core.changes.nearby import ChangeIndex
from facing_pages.core.changes.passages import crossing_beside
from facing_pages.core.changes.word_change import REWRITING_KINDS, WordChange, Words, with_passed
from facing_pages.core.languages.punctuation import ENCLOSING_MARKS, are_balanced
from facing_pages.core.model import ChangeKind, LinkReason, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.folding import fold

# Words, and content words, of the longer side of a swap: what a reader takes in at one glance. By
# judgement.
MAX_SWAP_WORDS: Final = 9
MAX_SWAP_CONTENT: Final = 5
# Light words between two parts of a clause that moved far, or at an end of it. By judgement.
MAX_LIGHT_IN_CLAUSE: Final = 2


def crossing_pairs(
    words: Words, pairs: Sequence[FoundLink], frame: Sequence[FoundLink]
) -> Iterator[FoundLink]:
    """Yield the links, one a word, whose ends lie in different gaps of the frame.

    Function words count only where nothing else changed at both ends, or beside others that cross.
    A word did not move because
    of a link that has no reason but its position if it is linked in its own gap as well, or if the
    words are not the same.

        original   boats lamps burned
        rewrite    lamps burned boats      frame: lamps, burned; crossing: boats
    """
    rows = [pair.original for pair in frame]
    columns = [pair.rewrite for pair in frame]
    taken = (set(rows), set(columns))
    gaps = {p: (bisect_left(rows, p.original), bisect_left(columns, p.rewrite)) for p in pairs}
    leaving = [pair for pair, (own, facing) in gaps.items() if own != facing]
    staying = gaps.keys() - leaving
    stay = ({pair.original for pair in staying}, {pair.rewrite for pair in staying})
    crossed: list[FoundLink] = []
    for pair in sorted(leaving, key=lambda p: (not words.are_equal(p), p[:2])):
        i, j, *_ = pair
        if i in taken[0] or j in taken[1] or words.is_mark(pair):
            continue
        if pair.reason is LinkReason.POSITION and (
            i in stay[0] or j in stay[1] or not words.are_same(pair)
        ):
            continue
        if words.is_light(pair) and not (
            words.are_equal(pair)
            and all(words.are_light(*_gap(words, frame, place)) for place in gaps[pair])
        ):
            continue
        taken[0].add(i)
        taken[1].add(j)
        crossed.append(pair)
    free = [p for p in leaving if p.original not in taken[0] and p.rewrite not in taken[1]]
    free = [
        p
        for p in free
        if words.are_equal(p) or (p.original not in stay[0] and p.rewrite not in stay[1])
    ]
    yield from crossed
    yield from crossing_beside(words, free, crossed, pairs)


def with_reordered(
    words: Words,
    changes: Sequence[WordChange],
    crossing: Sequence[FoundLink],
    frame: Sequence[FoundLink],
    progress: Progress = NO_PROGRESS,
) -> list[WordChange]:
    """Return all changes in order, with those words that stand in another order.

    A swap covers the words that were passed, whole other changes inside it and function words next
    to it; it is a rewording if words in it changed as well. Words that moved far come at the end,
    one change for each clause. Raises `Cancelled` when asked to stop.

        original   sea [vehicle] [old] trunk       ->   sea [vehicle old trunk]
        rewrite    sea [new] trunk [vehicle]            sea [new trunk vehicle]       reworded
    """
    found = ChangeIndex(changes)
    rewritten = sorted(
        pair.original for pair in crossing if not words.are_same(pair) and not _is_form(pair)
    )
    facing = (
        {pair.original: pair.rewrite for pair in crossing},
        {pair.rewrite: pair.original for pair in crossing},
    )
    runs = _crossing_runs(words, crossing)
    for change in _exchanged(words, runs, frame, progress):
        found.add(change)
    no_swaps = [
        run
        for run in progress.each(runs)
        if not found.overlap(run) and not _add_swap(words, run, frame, found, facing, rewritten)
    ]
    far = [run for run in progress.each(no_swaps) if not found.overlap(run)]
    moved = _moved_far(words, far, found, progress)
    ordered = sorted(found, key=lambda change: change[1:])
    return with_list_moves(words, [*ordered, *moved], frame)


def _crossing_runs(words: Words, crossing: Sequence[FoundLink]) -> list[WordChange]:
    """Return the runs of crossing links: of the same words, of other forms, of other words."""
    same = [pair for pair in crossing if words.are_same(pair)]
    others = [pair for pair in crossing if not words.are_same(pair)]
    return [
        *_runs(same, ChangeKind.REORDERED),
        *_runs([pair for pair in others if _is_form(pair)], ChangeKind.FORM),
        *_runs([pair for pair in others if not _is_form(pair)], ChangeKind.REWORDED),
    ]


def _exchanged(
    words: Words,
    runs: Sequence[WordChange],
    frame: Sequence[FoundLink],
    progress: Progress = NO_PROGRESS,
) -> list[WordChange]:
    """Return single words that took each other's place around others that stayed: two rewordings.

        original   [Ines] left and [Marek] stayed
        rewrite    [Marek] left and [Ines] stayed      another did it; "left and" is no part of it

    Items of a list, with a mark behind them, and words with only light ones between are one swap.
    """
    at = {
        run.rewrite: run
        for run in runs
        if run.kind is ChangeKind.REORDERED and words.content(*run[1:]) == 1
    }
    rows = [pair.original for pair in frame]
    found: list[WordChange] = []
    for run in progress.each(at.values()):
        here = _gap(words, frame, bisect_left(rows, run.original.start))
        other = at.get(here[1])
        if other is None or other.original < run.original or here[0] != run.original:
            continue
        there = _gap(words, frame, bisect_left(rows, other.original.start))
        stayed = (
            Span(run.original.end, other.original.start),
            Span(other.rewrite.end, run.rewrite.start),
        )
        behind = [Span(part.start, part.start + 1) for part in stayed]
        if (
            there == (other.original, run.rewrite)
            and not words.are_light(*stayed)
            and not words.have_marks(behind[0], behind[1])
        ):
            found += [WordChange(ChangeKind.REWORDED, *gap) for gap in (here, there)]
    return found


def _add_swap(
    words: Words,
    run: WordChange,
    frame: Sequence[FoundLink],
    found: ChangeIndex,
    facing: tuple[Mapping[int, int], Mapping[int, int]],
    rewritten_words: Sequence[int],
) -> bool:
    """Add the swap that a run and the words it passed come to; tell whether it is one.

    It is none if it is too long for that, mostly rewritten, takes in half of another swap or of a
    pair of brackets, or content words that were removed or added. `facing` tells where words that
    cross stand on the other side, and `rewritten_words` those of the original, in order, that are
    linked with other words elsewhere.
    """
    passed = with_passed(run._replace(kind=ChangeKind.REORDERED), frame)
    if max(passed.original.length, passed.rewrite.length) > MAX_SWAP_WORDS:
        return False  # it would only become longer
    swap = _with_light_neighbours(_grown(passed, found), found, words)
    inside = [(n, other) for n, other in found.around(swap) if swap.contains(other)]
    rewritten = sum(words.content(*c[1:]) for _, c in inside if c.kind in REWRITING_KINDS)
    rewritten += bisect_left(rewritten_words, swap.original.end)
    rewritten -= bisect_left(rewritten_words, swap.original.start)
    if (
        2 * rewritten > words.content(*swap[1:])
        or max(swap.original.length, swap.rewrite.length) > MAX_SWAP_WORDS
        or words.content(*swap[1:]) > MAX_SWAP_CONTENT
        or words.crosses_sentence(swap)
        or _cuts_pair_of_marks(words, swap)
        or not _is_closed(swap, facing)
        or any(_came_or_went(words, change) for _, change in inside)
    ):
        return False
    is_same = not rewritten and words.have_same_content(*swap[1:])
    if not is_same and words.have_marks(*swap[1:]):
        return False
    for number, _ in inside:
        found.remove(number)
    is_reworded = rewritten or any(c.kind is ChangeKind.REWORDED for _, c in inside)
    other = ChangeKind.REWORDED if is_reworded else ChangeKind.FORM
    found.add(swap if is_same else swap._replace(kind=other))
    return True


def _came_or_went(words: Words, change: WordChange) -> bool:
    """Tell whether content words were removed or added, so that what they left is the same.

    original   [tired] and wet , the riders         "tired" moved, "and wet" was removed
    rewrite    the riders , who were [tired]
    """
    is_one_sided = change.kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
    return is_one_sided and not words.are_light(*change[1:])


def _is_closed(swap: WordChange, facing: tuple[Mapping[int, int], Mapping[int, int]]) -> bool:
    """Tell whether all words of a swap that cross do so inside it."""
    runs = swap[1:]
    return all(
        runs[1 - side].start <= facing[side].get(number, runs[1 - side].start) < runs[1 - side].end
        for side in (0, 1)
        for number in range(*runs[side])
    )


def _cuts_pair_of_marks(words: Words, swap: WordChange) -> bool:
    """Tell whether brackets and quotation marks of a swap differ, or one of them stands alone.

    original   [10:02] Keeper: ready        the swap of "10:02 ] Keeper" cuts the brackets
    rewrite    Keeper (10:02): ready
    """
    marks = [
        sorted(fold(word) for word in run if word in ENCLOSING_MARKS)
        for run in _runs_of(words, swap)
    ]
    return marks[0] != marks[1] or not _are_balanced(words, swap)


def _are_balanced(words: Words, change: WordChange) -> bool:
    """Tell whether a change cuts no pair of brackets or quotation marks."""
    return all(map(are_balanced, _runs_of(words, change)))


def _runs_of(words: Words, change: WordChange) -> list[Sequence[str]]:
    sides = zip((words.original, words.rewrite), change[1:], strict=True)
    return [side[run.start : run.end] for side, run in sides]


def _moved_far(
    words: Words, far: Sequence[WordChange], found: ChangeIndex, progress: Progress
) -> list[WordChange]:
    """Return what moved far: other words one by one, the same words clause by clause.

    Changes that a clause covers are taken out of `found`.
    """
    moved = [change for change in far if change.kind is ChangeKind.REORDERED]
    wide = [change for change in far if change.kind is not ChangeKind.REORDERED]
    elsewhere = ChangeIndex(wide)
    for part in progress.each(_clauses(moved, found, words, progress)):
        clause = _with_closing_mark(part, words)
        wider = _with_light_edges(clause, found, words)
        wide.append(clause if elsewhere.overlap(wider) else wider)
        for number, change in found.around(wide[-1]):
            if wide[-1].contains(change):
                found.remove(number)
    return wide


def _clauses(
    far: Sequence[WordChange], others: ChangeIndex, words: Words, progress: Progress
) -> list[WordChange]:
    """Join words that moved far and stand together on both sides into one clause.

        original   [old] of [boats] wind rain     ->   [old of boats] wind rain
        rewrite    wind rain [old] in [boats]          wind rain [old in boats]

    Light words between them that were removed or added are part of it; others that replaced some
    are not.
    """
    clauses: list[WordChange] = []
    for change in progress.each(sorted(far, key=lambda change: change.original)):
        if clauses and _is_one_clause(clauses[-1], change, others, words):
            clauses[-1] = clauses[-1].hull(change)
        else:
            clauses.append(change)
    return clauses


def _with_closing_mark(clause: WordChange, words: Words) -> WordChange:
    """Widen a clause by the mark that closes what it opens, or opens what it closes.

    original   [Hale ( 1902] )   ->   [Hale ( 1902 )]
    """
    if _are_balanced(words, clause):
        return clause
    rows, columns = clause[1:]
    for change in (
        clause._replace(
            original=Span(rows.start - before, rows.end + 1 - before),
            rewrite=Span(columns.start - before, columns.end + 1 - before),
        ).hull(clause)
        for before in (0, 1)
    ):
        is_inside = min(change.original.start, change.rewrite.start) >= 0
        if is_inside and not words.crosses_sentence(change) and _are_balanced(words, change):
            return change
    return clause


def _with_light_neighbours(swap: WordChange, changes: ChangeIndex, words: Words) -> WordChange:
    """Widen a swap by function words removed or added right before or behind it."""

    def with_neighbour(swap: WordChange, change: WordChange) -> WordChange:
        if (
            (change.touches(swap) or swap.touches(change))
            and change.kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
            and words.say_little(*change[1:])
            and not words.have_marks(*change[1:])
            and not words.crosses_sentence(swap.hull(change))
        ):
            return swap.hull(change)
        return swap

    return _widened(swap, changes, with_neighbour)


def _with_light_edges(clause: WordChange, others: ChangeIndex, words: Words) -> WordChange:
    """Widen a clause that moved by function words removed or added at its ends."""

    def with_edge(clause: WordChange, other: WordChange) -> WordChange:
        if other.kind not in (ChangeKind.REMOVED, ChangeKind.ADDED) or words.have_marks(*other[1:]):
            return clause
        run = clause.original if other.kind is ChangeKind.REMOVED else clause.rewrite
        edge = other.original if other.kind is ChangeKind.REMOVED else other.rewrite
        is_edge = edge.length <= MAX_LIGHT_IN_CLAUSE and words.say_little(*other[1:])
        if not is_edge or (edge.end != run.start and edge.start != run.end):
            return clause
        wide = Span(min(run.start, edge.start), max(run.end, edge.end))
        wider = (
            clause._replace(original=wide)
            if other.kind is ChangeKind.REMOVED
            else clause._replace(rewrite=wide)
        )
        return clause if words.crosses_sentence(wider) else wider

    return _widened(clause, others, with_edge)


def _widened(
    change: WordChange, others: ChangeIndex, widen: Callable[[WordChange, WordChange], WordChange]
) -> WordChange:
    """Return a change as widened by each of the others, in their order, as far as they touch it."""
    seen = -1
    while True:
        for number, other in others.around(change, behind=seen):
            wider = widen(change, other)
            if wider != change:
                change, seen = wider, number
                break
        else:
            return change


def _is_one_clause(
    first: WordChange, second: WordChange, others: ChangeIndex, words: Words
) -> bool:
    """Tell whether only a few light words stand between two words that moved, on both sides."""
    sides = sorted((first.rewrite, second.rewrite))
    between = (
        Span(first.original.end, second.original.start),
        Span(sides[0].end, sides[1].start),
    )
    is_little = max(span.length for span in between) <= MAX_LIGHT_IN_CLAUSE
    if not is_little or not words.say_little(*between):
        return False
    hull = first.hull(second)
    cut = any(
        hull.overlaps(other) and (other.kind is ChangeKind.REWORDED or not hull.contains(other))
        for _, other in others.around(hull)
    )
    return not cut and not words.crosses_sentence(hull)


def _is_form(pair: FoundLink) -> bool:
    return pair.reason is LinkReason.FORM


def _gap(words: Words, frame: Sequence[FoundLink], place: int) -> tuple[Span, Span]:
    """Return the runs of words before a place in the frame."""
    i, j = frame[place - 1][:2] if place else (-1, -1)
    k, m = frame[place][:2] if place < len(frame) else (len(words.original), len(words.rewrite))
    return Span(i + 1, k), Span(j + 1, m)


def _runs(crossing: Sequence[FoundLink], kind: ChangeKind) -> list[WordChange]:
    """Join crossing links that follow one another on both sides."""
    runs: list[WordChange] = []
    for i, j, *_ in sorted(crossing):
        run = WordChange(kind, Span(i, i + 1), Span(j, j + 1))
        if runs and runs[-1].touches(run):
            runs[-1] = runs[-1].hull(run)
        else:
            runs.append(run)
    return runs


def _grown(swap: WordChange, changes: ChangeIndex) -> WordChange:
    """Return a swap widened until it cuts no other change."""
    while cut := [c for _, c in changes.around(swap) if swap.overlaps(c) and not swap.contains(c)]:
        for change in cut:
            swap = swap.hull(change)
    return swap
