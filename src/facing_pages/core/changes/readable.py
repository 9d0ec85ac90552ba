"""Make changes read well: one rule, one function.

Takes the changes of one link in word numbers, in order, and returns fewer, wider ones. No rule
moves a boundary into a word, alters the text covered or crosses the end of a sentence. Running
the rules on their own result changes nothing. In the order in which they run:

    verb phrases          [has] defended / defended             ->  [has defended] / [defended]
    neighbours            [slow] of the [boat] / …              ->  [slow of the boat] / …
    numbers with units    [40] miles / [60] miles               ->  [40 miles] / [60 miles]
    marks at the ends     [men] / [people ,]                    ->  [men] / [people] [,]
    no rewording          [al Qaeda] / [al-Qaeda] reworded      ->  the same as typography
    read alike together   [on-line] / [on] [– line]             ->  [on-line] / [on – line]
    typography in a row   [The] [Method] / [the] [method]       ->  [The Method] / [the method]
    clauses               , the [lamp] [is] [gone] ,            ->  one change of the whole clause
    reworded whole        most words of the link covered        ->  one change of the whole link
    whole numbers         [2015] > fifteen, [twenty]            ->  2015 > twenty fifteen, a form
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from facing_pages.core.changes.edge_marks import without_edge_marks
from facing_pages.core.changes.nearby import ChangeIndex
from facing_pages.core.changes.reworded_whole import reworded_whole, with_whole_clauses
from facing_pages.core.changes.whole_numbers import with_whole_numbers
from facing_pages.core.changes.word_change import TEXT_KINDS, WordChange, Words
from facing_pages.core.languages.registry import of_all_languages
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.words import has_digit, is_light, is_pictograph

# Light words (function words and marks) that two changes may have between them and be read as one:
# a marked word, "of the" unmarked and a marked word again reads worse than one phrase. By
# judgement.
MAX_LIGHT_BETWEEN: Final = 2
# Changes in a row that may be a compound and its parts: words, and a dash between. By judgement.
MAX_PARTS: Final = 4
# Of all languages together: a rewrite may quote, and the lists hardly meet.
_AUXILIARIES: Final = of_all_languages(lambda language: language.auxiliaries)
_PARTICIPLE_FORMS: Final = sorted(of_all_languages(lambda language: language.participle_forms))
_PARTICIPLE: Final = regex.compile(rf"(?:{'|'.join(_PARTICIPLE_FORMS)})$")
_UNIT_WORDS: Final = frozenset(map(fold_word, of_all_languages(lambda language: language.units)))


def make_readable(
    changes: Sequence[WordChange],
    words: Words,
    *,
    whole_above: float,
    share_little: bool = False,
    progress: Progress = NO_PROGRESS,
) -> list[WordChange]:
    """Apply all rules in order. Raises `Cancelled` when asked to stop.

    `whole_above` is the share of a side's words above which the link is reworded as a whole; where
    its sides `share_little` it always is.
    """
    joined = _join_neighbours(_verb_phrases(changes, words), words, progress)
    joined = _numbers_with_units(joined, words)
    trimmed = [
        part for change in progress.each(joined) for part in without_edge_marks(change, words)
    ]
    plain = [_without_rewording(change, words) for change in progress.each(trimmed)]
    progress.check()
    plain = _read_alike_together(plain, words)
    limit = -1.0 if share_little else whole_above
    clauses = with_whole_clauses(_join_typography(plain, words), words, whole_above)
    return with_whole_numbers(reworded_whole(clauses, words, limit), words)


def _verb_phrases(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Join an auxiliary that was removed or added with its verb.

    The verb is the next change itself, in another form, or stands unchanged behind:

        original   they [have] [gone] home      ->   they [have gone] home
        rewrite    they [went] home                  they [went] home

        original   it [has] defended them       ->   it [has defended] them
        rewrite    it defended them                  it [defended] them
    """
    result: list[WordChange] = []
    for change in changes:
        before = result[-1] if result else None
        if (
            change.kind is ChangeKind.FORM
            and before is not None
            and _is_auxiliary(before, words)
            and before.touches(change)
        ):
            result[-1] = _phrase(before, change.original.end, change.rewrite.end)
        else:
            result.append(change)
    starts = {(change.original.start, change.rewrite.start) for change in result}
    return [
        _phrase(change, change.original.end + 1, change.rewrite.end + 1)
        if _is_auxiliary(change, words)
        and (change.original.end, change.rewrite.end) not in starts
        and _is_participle(words.original, change.original.end, words)
        and _is_participle(words.rewrite, change.rewrite.end, words)
        else change
        for change in result
    ]


def _phrase(change: WordChange, original_end: int, rewrite_end: int) -> WordChange:
    return WordChange(
        ChangeKind.FORM,
        Span(change.original.start, original_end),
        Span(change.rewrite.start, rewrite_end),
    )


def _is_auxiliary(change: WordChange, words: Words) -> bool:
    """Tell whether nothing but auxiliary verbs was removed or added here."""
    if change.kind not in (ChangeKind.REMOVED, ChangeKind.ADDED):
        return False
    gone = [
        *words.original[change.original.start : change.original.end],
        *words.rewrite[change.rewrite.start : change.rewrite.end],
    ]
    return all(fold_word(word) in _AUXILIARIES for word in gone)


def _is_participle(side: Sequence[str], number: int, words: Words) -> bool:
    """Tell whether a word looks like a verb that an auxiliary goes with."""
    if number >= len(side) or is_light(side[number], words.function_words):
        return False
    return _PARTICIPLE.search(fold_word(side[number])) is not None


def _numbers_with_units(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Widen a number that changed to its unit.

    original   ran [40] miles    ->   ran [40 miles]
    rewrite    ran [60] miles         ran [60 miles]
    """
    starts = {(change.original.start, change.rewrite.start) for change in changes}
    return [
        change.hull(_next_word(change))
        if change.kind is ChangeKind.REWORDED
        and (change.original.end, change.rewrite.end) not in starts
        and _is_unit_of_number(words.original, change.original.end)
        and _is_unit_of_number(words.rewrite, change.rewrite.end)
        and not words.crosses_sentence(change.hull(_next_word(change)))
        else change
        for change in changes
    ]


def _next_word(change: WordChange) -> WordChange:
    i, j = change.original.end, change.rewrite.end
    return WordChange(change.kind, Span(i, i + 1), Span(j, j + 1))


def _is_unit_of_number(side: Sequence[str], number: int) -> bool:
    return (
        0 < number < len(side)
        and fold_word(side[number]) in _UNIT_WORDS
        and has_digit(side[number - 1])
    )


def _join_neighbours(
    changes: Sequence[WordChange], words: Words, progress: Progress = NO_PROGRESS
) -> list[WordChange]:
    """Join rewordings with nothing but a few function words between them.

        original   the [slow boat] of the [old] harbour    ->   the [slow boat of the old] harbour
        rewrite    the [fast ship] of the [new] harbour         the [fast ship of the new] harbour

    Not over a content word, a mark, the end of a sentence or a word that moved. Two numbers, with
    their units or without, stay two, and so do function words exchanged on both sides of an equal
    word: each of them says something. Words that moved come last in the result.

        original   told [her] that [she must]    carry [2 litres] and [10 kg]
        rewrite    told [him] that [he may]      carry [4 pints] and [22 lb]
    """
    ordered = [change for change in changes if change.kind is not ChangeKind.REORDERED]
    moved = ChangeIndex(change for change in changes if change.kind is ChangeKind.REORDERED)
    result: list[WordChange] = []
    for change in progress.each(ordered):
        target = _joinable(result, change, words)
        if target is None or moved.overlap(result[target].hull(change)):
            result.append(change)
            continue
        first = result[target]
        del result[target:]
        result.append(first.hull(change))
    return [*result, *moved]


def _joinable(result: Sequence[WordChange], change: WordChange, words: Words) -> int | None:
    """Return the number of the change to join with, looking past minor ones."""
    if change.kind not in TEXT_KINDS:
        return None
    for number in range(len(result) - 1, -1, -1):
        before = result[number]
        if not before.is_before(change):
            return None
        rows = Span(before.original.end, change.original.start)
        columns = Span(before.rewrite.end, change.rewrite.start)
        if max(rows.length, columns.length) > MAX_LIGHT_BETWEEN:
            return None
        if before.kind in TEXT_KINDS:
            return number if _may_join(before, change, rows, columns, words) else None
    return None


def _may_join(
    before: WordChange, change: WordChange, rows: Span, columns: Span, words: Words
) -> bool:
    if words.crosses_sentence(before.hull(change)):
        return False
    if not before.kind is change.kind is ChangeKind.REWORDED:
        return False
    if all(any(map(has_digit, words.within(*part[1:]))) for part in (before, change)):
        return False
    if min(rows.length, columns.length) and all(
        _is_light_exchange(part, words) for part in (before, change)
    ):
        return False
    if any(map(is_pictograph, words.within(*before.hull(change)[1:]))):
        return False
    return words.are_light(rows, columns) and not words.have_marks(rows, columns)


def _is_light_exchange(change: WordChange, words: Words) -> bool:
    """Tell whether as many function words were put for others: "she must", "he may"."""
    return change.original.length == change.rewrite.length and words.are_light(*change[1:])


def _without_rewording(change: WordChange, words: Words) -> WordChange:
    """Call a change typography if only marks and spaces differ: "al Qaeda", "al-Qaeda".

    And call it another form if it is one number in two notations, or an apostrophe was put right,
    but not if one side negates the other.
    """
    if change.kind not in (ChangeKind.REWORDED, ChangeKind.FORM):
        return change
    kind = words.difference(*change[1:]) or change.kind
    if kind is ChangeKind.FORM and words.are_opposites(*change[1:]):
        kind = ChangeKind.REWORDED
    return change._replace(kind=kind)


def _read_alike_together(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Join changes in a row that are read alike as a whole: a compound, and its parts.

    original   [on-line]           ->   [on-line]       typography
    rewrite    [on] [–] [line]          [on – line]
    """
    result: list[WordChange] = []
    number = 0
    while number < len(changes):
        count, joined = _alike_at_start(changes[number : number + MAX_PARTS], words)
        result.append(joined)
        number += count
    return result


def _alike_at_start(changes: Sequence[WordChange], words: Words) -> tuple[int, WordChange]:
    """Return how many of the first changes are read alike together, and as what; or the first."""
    hull = changes[0]
    for count, (before, change) in enumerate(pairwise(changes), 2):
        if not before.touches(change):
            break
        hull = hull.hull(change, ChangeKind.TYPOGRAPHY)
        are_other = any(part.kind is not ChangeKind.TYPOGRAPHY for part in changes[:count])
        is_alike = are_other and words.difference(*hull[1:]) is ChangeKind.TYPOGRAPHY
        if is_alike and not words.crosses_sentence(hull):
            return count, hull
    return 1, changes[0]


def _join_typography(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Join words in a row whose case or marks changed.

    original   the [Numerical] [Method]    ->   the [Numerical Method]
    rewrite    the [numerical] [method]         the [numerical method]
    """
    result: list[WordChange] = []
    for change in changes:
        before = result[-1] if result else None
        if (
            before is not None
            and before.kind is change.kind is ChangeKind.TYPOGRAPHY
            and min(before.original.length, before.rewrite.length) > 0
            and min(change.original.length, change.rewrite.length) > 0
            and before.touches(change)
            and not words.crosses_sentence(before.hull(change))
        ):
            result[-1] = before.hull(change, change.kind)
        else:
            result.append(change)
    return result
