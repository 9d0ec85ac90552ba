"""Make changes read well: one rule, one function.

Takes the changes of one link in word numbers, in order, and returns fewer, wider ones. No rule
moves a boundary into a word, alters the text covered or crosses the end of a sentence. Running
the rules on their own result changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facing_pages.core.changes.edits import WordChange
from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.folding import fold_word
from facing_pages.core.splitting.function_words import is_light
from facing_pages.core.splitting.words import is_punctuation

# Light words (function words and marks) that two changes may have between them and be read as
# one. UX, marking rule 3.
MOST_LIGHT_BETWEEN: Final = 2
# Words a link must have on its shorter side before it can be called reworded as a whole.
LEAST_WORDS_FOR_WHOLE: Final = 4
_AUXILIARIES: Final = frozenset(
    "have has had having is are was were be been being do does did will would shall should "
    "hat habe haben hatte hatten ist sind war waren wird werden wurde wurden "
    "ai avons avez ont avait avaient est sont était étaient ha han había fue era".split()
)
_TEXT_KINDS: Final = (
    ChangeKind.REWORDED, ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.FORM,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a link on both sides, and where sentences start inside it."""

    original: Sequence[str]
    rewrite: Sequence[str]
    starts: tuple[frozenset[int], frozenset[int]]
    function_words: frozenset[str]

    def are_light(self, original: Span, rewrite: Span) -> bool:
        """Tell whether these runs hold nothing but function words and marks."""
        words = [
            *self.original[original.start : original.end],
            *self.rewrite[rewrite.start : rewrite.end],
        ]
        return all(is_light(word, self.function_words) for word in words)

    def share_changed(self, changes: Sequence[WordChange]) -> tuple[float, float]:
        """Return the share of words on each side that lie in changes of the text."""
        textual = [change for change in changes if change.kind in _TEXT_KINDS]
        return (
            _share(self.original, [change.original for change in textual]),
            _share(self.rewrite, [change.rewrite for change in textual]),
        )


def make_readable(
    changes: Sequence[WordChange], words: Words, *, whole_above: float
) -> list[WordChange]:
    """Apply all rules in order."""
    phrased = _verb_phrases(changes, words)
    joined = _join_neighbours(_join_reordered(phrased, words), words)
    trimmed = [part for change in joined for part in _trim_marks(change, words)]
    plain = [_without_rewording(change, words) for change in trimmed]
    return _reworded_whole(plain, words, whole_above)


def _verb_phrases(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Take an auxiliary that came or went with its verb: "has defended", "defended".

    The verb may be the next change itself, in another form, or stand unchanged behind.
    """
    result: list[WordChange] = []
    for change in changes:
        before = result[-1] if result else None
        if (
            change.kind is ChangeKind.FORM
            and before is not None
            and _is_auxiliary(before, words)
            and (before.original.end, before.rewrite.end)
            == (change.original.start, change.rewrite.start)
        ):
            result[-1] = _phrase(before, change.original.end, change.rewrite.end)
        else:
            result.append(change)
    starts = {(change.original.start, change.rewrite.start) for change in result}
    return [
        _phrase(change, change.original.end + 1, change.rewrite.end + 1)
        if _is_auxiliary(change, words)
        and (change.original.end, change.rewrite.end) not in starts
        and _is_content(words.original, change.original.end, words)
        and _is_content(words.rewrite, change.rewrite.end, words)
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
    """Tell whether nothing but auxiliary verbs came or went here."""
    if change.kind not in (ChangeKind.REMOVED, ChangeKind.ADDED):
        return False
    gone = [
        *words.original[change.original.start : change.original.end],
        *words.rewrite[change.rewrite.start : change.rewrite.end],
    ]
    return all(fold_word(word) in _AUXILIARIES for word in gone)


def _is_content(side: Sequence[str], number: int, words: Words) -> bool:
    return number < len(side) and not is_light(side[number], words.function_words)


def _join_reordered(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Join reordered words that stand together on both sides into one clause that moved.

    Light words between them that came or went are part of it.
    """
    moved = [change for change in changes if change.kind is ChangeKind.REORDERED]
    others = [change for change in changes if change.kind is not ChangeKind.REORDERED]
    clauses: list[WordChange] = []
    for change in sorted(moved, key=lambda c: c.original):
        hull = _hull(clauses[-1], change) if clauses else change
        if clauses and _is_one_clause(clauses[-1], change, hull, others, words):
            clauses[-1] = hull
        else:
            clauses.append(change)
    kept = [change for change in others if not any(_lies_in(change, c) for c in clauses)]
    return kept + clauses


def _hull(first: WordChange, second: WordChange) -> WordChange:
    rewrite = (first.rewrite, second.rewrite)
    return WordChange(
        ChangeKind.REORDERED,
        Span(first.original.start, second.original.end),
        Span(min(span.start for span in rewrite), max(span.end for span in rewrite)),
    )


def _is_one_clause(
    before: WordChange,
    change: WordChange,
    hull: WordChange,
    others: Sequence[WordChange],
    words: Words,
) -> bool:
    """Tell whether only a few light words stand between two reordered pieces on both sides."""
    sides = sorted((before.rewrite, change.rewrite))
    between = (Span(before.original.end, change.original.start), Span(sides[0].end, sides[1].start))
    if max(span.length for span in between) > MOST_LIGHT_BETWEEN or not words.are_light(*between):
        return False
    cut = [c for c in others if _overlaps(c, hull) and not _lies_in(c, hull)]
    return not cut and not _crosses_sentence(before, change, words)


def _overlaps(change: WordChange, clause: WordChange) -> bool:
    return (
        change.original.start < clause.original.end and clause.original.start < change.original.end
    ) or (change.rewrite.start < clause.rewrite.end and clause.rewrite.start < change.rewrite.end)


def _lies_in(change: WordChange, clause: WordChange) -> bool:
    """Tell whether a change has no words outside a clause."""
    return all(
        not inner.length or (outer.start <= inner.start and inner.end <= outer.end)
        for inner, outer in (
            (change.original, clause.original),
            (change.rewrite, clause.rewrite),
        )
    ) and (change.original.length + change.rewrite.length > 0)


def _join_neighbours(changes: Sequence[WordChange], words: Words) -> list[WordChange]:
    """Join changes of the text with nothing but a few light words between them.

    A function word is never left unmarked alone inside what a reader sees as one change. Changes
    of form keep apart unless they touch: "has promised" is one phrase with "promised".
    """
    ordered = [change for change in changes if change.kind is not ChangeKind.REORDERED]
    result: list[WordChange] = []
    for change in ordered:
        target = _joinable(result, change, words)
        if target is None:
            result.append(change)
            continue
        first = result[target]
        del result[target:]
        result.append(_union(first, change))
    return result + [change for change in changes if change.kind is ChangeKind.REORDERED]


def _joinable(result: Sequence[WordChange], change: WordChange, words: Words) -> int | None:
    """Return the number of the change to join with, looking past minor ones."""
    if change.kind not in _TEXT_KINDS:
        return None
    for number in range(len(result) - 1, -1, -1):
        before = result[number]
        rows = Span(before.original.end, change.original.start)
        columns = Span(before.rewrite.end, change.rewrite.start)
        if max(rows.length, columns.length) > MOST_LIGHT_BETWEEN:
            return None
        if before.kind in _TEXT_KINDS:
            return number if _may_join(before, change, rows, columns, words) else None
    return None


def _may_join(
    before: WordChange, change: WordChange, rows: Span, columns: Span, words: Words
) -> bool:
    if _crosses_sentence(before, change, words):
        return False
    touching = rows.length == 0 and columns.length == 0
    if before.kind is ChangeKind.FORM and change.kind is ChangeKind.FORM:
        return touching
    return touching or words.are_light(rows, columns)


def _crosses_sentence(before: WordChange, change: WordChange, words: Words) -> bool:
    rows = range(before.original.end, change.original.start + 1)
    columns = range(before.rewrite.end, change.rewrite.start + 1)
    return not words.starts[0].isdisjoint(rows) or not words.starts[1].isdisjoint(columns)


def _union(first: WordChange, second: WordChange) -> WordChange:
    original = Span(first.original.start, second.original.end)
    rewrite = Span(first.rewrite.start, second.rewrite.end)
    if first.kind is second.kind is ChangeKind.FORM:
        kind = ChangeKind.FORM
    elif not rewrite.length:
        kind = ChangeKind.REMOVED
    else:
        kind = ChangeKind.REWORDED if original.length else ChangeKind.ADDED
    return WordChange(kind, original, rewrite)


def _trim_marks(change: WordChange, words: Words) -> list[WordChange]:
    """Take marks of punctuation off both ends of a change of the text: they are minor.

    A side that is nothing but marks is left alone.
    """
    if change.kind not in _TEXT_KINDS:
        return [change]
    original = _inner(words.original, change.original)
    rewrite = _inner(words.rewrite, change.rewrite)
    if original == change.original and rewrite == change.rewrite:
        return [change]
    starts = (change.original.start, change.rewrite.start)
    before = (Span(starts[0], original.start), Span(starts[1], rewrite.start))
    after = (Span(original.end, change.original.end), Span(rewrite.end, change.rewrite.end))
    kind = ChangeKind.REMOVED if original.length else ChangeKind.ADDED
    if original.length and rewrite.length:
        kind = ChangeKind.FORM if change.kind is ChangeKind.FORM else ChangeKind.REWORDED
    parts = [WordChange(ChangeKind.TYPOGRAPHY, *before), WordChange(kind, original, rewrite)]
    parts.append(WordChange(ChangeKind.TYPOGRAPHY, *after))
    return [part for part in parts if part.original.length or part.rewrite.length]


def _inner(words: Sequence[str], span: Span) -> Span:
    start, end = span
    while start < end and is_punctuation(words[start]):
        start += 1
    while end > start and is_punctuation(words[end - 1]):
        end -= 1
    return Span(start, end)


def _without_rewording(change: WordChange, words: Words) -> WordChange:
    """Call a change typography if only marks and spaces differ: "al Qaeda", "al-Qaeda"."""
    if change.kind not in (ChangeKind.REWORDED, ChangeKind.FORM):
        return change
    letters = [
        "".join(filter(str.isalnum, "".join(map(fold_word, side[span.start : span.end]))))
        for side, span in ((words.original, change.original), (words.rewrite, change.rewrite))
    ]
    if letters[0] != letters[1]:
        return change
    return WordChange(ChangeKind.TYPOGRAPHY, change.original, change.rewrite)


def _reworded_whole(
    changes: Sequence[WordChange], words: Words, whole_above: float
) -> list[WordChange]:
    """Call a link reworded as a whole where single changes would cover most of it."""
    if min(_count(words.original), _count(words.rewrite)) < LEAST_WORDS_FOR_WHOLE:
        return list(changes)
    if max(words.share_changed(changes)) <= whole_above:
        return list(changes)
    whole = (Span(0, len(words.original)), Span(0, len(words.rewrite)))
    return [WordChange(ChangeKind.REWORDED, *whole)]


def _share(words: Sequence[str], spans: Sequence[Span]) -> float:
    total = _count(words)
    changed = sum(_count(words[span.start : span.end]) for span in spans)
    return changed / total if total else 0.0


def _count(words: Sequence[str]) -> int:
    return sum(not is_punctuation(word) for word in words)
