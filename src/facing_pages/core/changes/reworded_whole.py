"""Call a sentence or a clause reworded as a whole where its changes would cover most of it.

original   we kept a lamp , the [lamp] [is] [gone] ,      most of the second clause
rewrite    we kept a lamp , [we] [lost] the [light] ,

marks      [the lamp is gone] > [we lost the light]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from facing_pages.core.changes.word_change import REWRITING_KINDS, TEXT_KINDS, WordChange, Words
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.words import has_digit

# Words a link must have on its shorter side before it can be called reworded as a whole: of three,
# single changes are as quick to read. By judgement.
MIN_WHOLE_WORDS: Final = 4
# Words removed or added together from which on they are a phrase of their own. By judgement.
MIN_OWN_PHRASE_WORDS: Final = 3
# Changes from which on a clause of which no content word is left is in pieces. By judgement.
MIN_PIECES: Final = 3
_NOTHING: Final = Span(0, 0)


def with_whole_clauses(
    changes: Sequence[WordChange], words: Words, whole_above: float
) -> list[WordChange]:
    """Join the changes of a clause, between marks on both sides, of which no content word is left.

    Not where a number or a negation is among them, or a word moved.
    """
    result = list(changes)
    for pieces in _pieces_of_clauses(changes, words):
        clause = pieces[0]
        for piece in pieces[1:]:
            clause = clause.hull(piece)
        clause = clause._replace(kind=ChangeKind.REWORDED)
        if _is_reworded(clause, pieces, changes, words, whole_above):
            place = result.index(pieces[0])
            result = [change for change in result if not clause.contains(change)]
            result.insert(place, clause)
    return result


def _pieces_of_clauses(changes: Sequence[WordChange], words: Words) -> Iterator[list[WordChange]]:
    """Yield the changes with nothing but light words between them in the original, in order."""
    textual = sorted(
        (change for change in changes if change.kind in TEXT_KINDS), key=lambda change: change[1:]
    )
    pieces: list[WordChange] = []
    end = 0
    for change in textual:
        between = Span(end, change.original.start)
        if pieces and (
            not words.are_light(between, _NOTHING) or words.have_marks(between, _NOTHING)
        ):
            yield pieces
            pieces = []
        pieces.append(change)
        end = max(end, change.original.end)
    yield from [pieces] if pieces else []


def _is_reworded(
    clause: WordChange,
    pieces: Sequence[WordChange],
    changes: Sequence[WordChange],
    words: Words,
    whole_above: float,
) -> bool:
    """Tell whether the pieces of a clause are most of it, and what is left of it says little."""
    rows, columns = clause[1:]
    return (
        len(pieces) >= MIN_PIECES
        and min(rows.length, columns.length) >= MIN_WHOLE_WORDS
        and _fills_clause(clause, words)
        and not words.crosses_sentence(clause)
        and not words.have_marks(rows, columns)
        and not _turns_the_sense(clause, words)
        and not any(clause.overlaps(other) for other in changes if other not in pieces)
        and min(_shares_rewritten(pieces, words, clause)) > whole_above
        and _is_light_left(clause, pieces, words)
    )


def _is_light_left(clause: WordChange, pieces: Sequence[WordChange], words: Words) -> bool:
    """Tell whether the words of a clause that are in none of its pieces are light."""
    rows = {n for piece in pieces for n in range(*piece.original)}
    columns = {n for piece in pieces for n in range(*piece.rewrite)}
    left = [
        *((Span(n, n + 1), _NOTHING) for n in range(*clause.original) if n not in rows),
        *((_NOTHING, Span(n, n + 1)) for n in range(*clause.rewrite) if n not in columns),
    ]
    return all(words.are_light(*runs) for runs in left)


def _fills_clause(clause: WordChange, words: Words) -> bool:
    """Tell whether marks, or nothing, stand before and behind a change on both sides."""
    return all(
        (run.start == 0 or words.is_mark_at(side, run.start - 1))
        and (run.end == len(texts) or words.is_mark_at(side, run.end))
        for side, (run, texts) in enumerate(
            zip(clause[1:], (words.original, words.rewrite), strict=True)
        )
    )


def reworded_whole(
    changes: Sequence[WordChange], words: Words, whole_above: float
) -> list[WordChange]:
    """Call a link reworded as a whole where single changes would cover most of it.

    The ordinal of an item stays apart.
    """
    whole = whole_of(words)
    if min(words.word_count(side, run) for side, run in enumerate(_runs(whole))) < MIN_WHOLE_WORDS:
        return list(changes)
    ordinals = [change for change in changes if words.is_ordinal(change)]
    others = [change for change in changes if not words.is_ordinal(change)]
    if max(_shares_rewritten(others, words, whole)) <= whole_above:
        return list(changes)
    if whole_above >= 0 and _is_one_change(others, words):
        return list(changes)
    return [*ordinals, whole]


def _is_one_change(changes: Sequence[WordChange], words: Words) -> bool:
    """Tell whether a single change leaves other words as they are and hides no number or negation.

    It is as quick to read as a whole sentence, and says more.
    """
    textual = [change for change in changes if change.kind in TEXT_KINDS]
    if len(textual) != 1 or _turns_the_sense(textual[0], words):
        return False
    return any(
        words.word_count(side, run) > words.word_count(side, part)
        for side, (run, part) in enumerate(
            zip(_runs(whole_of(words)), _runs(textual[0]), strict=True)
        )
    )


def _turns_the_sense(change: WordChange, words: Words) -> bool:
    """Tell whether a change has a number in it, or negates what stood there."""
    return any(map(has_digit, words.within(*change[1:]))) or words.are_opposites(*change[1:])


def whole_of(words: Words) -> WordChange:
    """Return the rewording of a link as a whole, without the ordinal that it begins with."""
    original, rewrite = (
        Span(next(n for n in range(len(side) + 1) if n not in known), len(side))
        for side, known in zip((words.original, words.rewrite), words.ordinals, strict=True)
    )
    return WordChange(ChangeKind.REWORDED, original, rewrite)


def _shares_rewritten(
    changes: Sequence[WordChange], words: Words, whole: WordChange
) -> tuple[float, float]:
    """Return the share of words on each side that were rewritten; another form is no rewriting.

    A longer phrase that was removed or added as a whole leaves the rest as it is, so neither its
    words nor those of the side count it:

        original   old lamps burned slowly [there in the harbour]      1 of 4 words
        rewrite    new lamps burned slowly                             1 of 4 words
    """
    textual = [change for change in changes if change.kind in REWRITING_KINDS]
    own = _phrases_apart(textual)
    shares: list[float] = []
    for side, run_of_side in enumerate(_runs(whole)):
        counts = [words.word_count(side, _runs(change)[side]) for change in textual]
        phrases = sum(n for n, change in zip(counts, textual, strict=True) if change in own)
        left = words.word_count(side, run_of_side) - phrases
        shares.append((sum(counts) - phrases) / left if left else 0.0)
    return shares[0], shares[1]


def _phrases_apart(changes: Sequence[WordChange]) -> set[WordChange]:
    """Return the phrases that came or went, without those that replaced each other."""
    phrases = [change for change in changes if _is_phrase(change)]
    by_start = {(phrase.original.start, phrase.rewrite.start): phrase for phrase in phrases}
    replaced: set[WordChange] = set()
    for phrase in phrases:
        behind = by_start.get((phrase.original.end, phrase.rewrite.end))
        if behind is not None:
            replaced |= {phrase, behind}
    return {*phrases} - replaced


def _runs(change: WordChange) -> tuple[Span, Span]:
    return change.original, change.rewrite


def _is_phrase(change: WordChange) -> bool:
    """Tell whether a change is a phrase that was removed or added together."""
    return (
        change.kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
        and max(change.original.length, change.rewrite.length) >= MIN_OWN_PHRASE_WORDS
    )
