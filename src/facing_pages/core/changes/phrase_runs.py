"""What became of the words of a phrase that moved, run by run.

Equal words moved as they are, and what differs inside is a change of its own:

    5  mg  of  aspirin           [5] > [50] differ, [mg of aspirin] moved
    50 mg  of  aspirin

Function words that came or went inside do not count, unless they say as much as "only"; those that
stand for others do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.model import ChangeKind, LinkReason, Span
from facing_pages.core.splitting.words import is_punctuation


class PhraseRun(NamedTuple):
    """A run of words of both places, either may be empty, and the links between them."""

    change: WordChange
    links: list[FoundLink]


def phrase_runs(words: Words, chain: Sequence[FoundLink]) -> list[PhraseRun]:
    """Return runs of the same words and runs of others, in order of the phrase.

    `chain` are its links, at least one, that rise on both sides.
    """
    runs = _with_turned_runs(words, _runs_of_chain(words, chain))
    if len(runs) > 1:
        return runs
    return [run._replace(change=_with_turned_words(words, chain, run.change)) for run in runs]


def hull_of(runs: Sequence[PhraseRun]) -> WordChange:
    """Return what some runs cover together; empty sides do not count."""
    rows = [run.change.original for run in runs if run.change.original.length]
    columns = [run.change.rewrite for run in runs if run.change.rewrite.length]
    return WordChange(ChangeKind.REORDERED, _around(rows), _around(columns))


def _around(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def kind_of_run(words: Words, run: PhraseRun) -> ChangeKind:
    """Return what a run is: reordered if its words are the same, else how they differ."""
    change, links = run
    if not change.rewrite.length:
        return ChangeKind.REMOVED
    if not change.original.length:
        return ChangeKind.ADDED
    if change.kind is ChangeKind.REORDERED:
        return change.kind
    is_form = bool(links) and all(link.reason is LinkReason.FORM for link in links)
    is_form = is_form and not words.are_opposites(*change[1:])
    return words.difference(*change[1:]) or (ChangeKind.FORM if is_form else change.kind)


def _runs_of_chain(words: Words, chain: Sequence[FoundLink]) -> list[PhraseRun]:
    runs: list[PhraseRun] = []
    end = (chain[0].original, chain[0].rewrite)
    for link in chain:
        if link.original < end[0] or link.rewrite < end[1]:
            continue  # a word may have two links
        kind = ChangeKind.REORDERED if words.are_same(link) else ChangeKind.REWORDED
        word = WordChange.of_link(kind, link)
        between = WordChange(
            ChangeKind.REWORDED, Span(end[0], link.original), Span(end[1], link.rewrite)
        )
        if _says_nothing_new(words, between):
            word = between.hull(word, word.kind)
        else:
            runs.append(PhraseRun(between, []))
        if runs and runs[-1].change.kind is word.kind:
            runs[-1] = PhraseRun(runs[-1].change.hull(word), [*runs[-1].links, link])
        else:
            runs.append(PhraseRun(word, [link]))
        end = (link.original + 1, link.rewrite + 1)
    return runs


def _says_nothing_new(words: Words, between: WordChange) -> bool:
    """Tell whether what stands between two links is the same, or light words of one side."""
    rows, columns = between[1:]
    is_one_sided = not rows.length or not columns.length
    return words.are_alike(rows, columns) or (is_one_sided and words.say_little(rows, columns))


def _with_turned_runs(words: Words, runs: Sequence[PhraseRun]) -> list[PhraseRun]:
    """Find runs of one side on the other side of the phrase: before or behind it.

    the mayor costs pay [could]      "could" did not come: it stands in another place
    the mayor [could] costs pay
    """
    result: list[PhraseRun] = []
    whole = hull_of(runs)
    for run in runs:
        turned = next(_outside(words, run.change, whole), run.change)
        whole = whole.hull(turned) if turned is not run.change else whole
        result.append(run._replace(change=turned))
    return result


def _outside(words: Words, run: WordChange, whole: WordChange) -> Iterator[WordChange]:
    """Yield a run of one side with the same words at an end of the phrase on the other side."""
    size = max(run.original.length, run.rewrite.length)
    if min(run.original.length, run.rewrite.length):
        return
    other = 0 if run.rewrite.length else 1
    side = (words.original, words.rewrite)[other]
    start, end = (whole.original, whole.rewrite)[other]
    for span in (Span(end, end + size), Span(max(0, start - size), start)):
        if span.length == size and span.end <= len(side):
            sides = (run.original, span) if other else (span, run.rewrite)
            if words.are_alike(*sides) and not words.have_marks(*sides):
                yield WordChange(ChangeKind.REORDERED, *sides)


def _with_turned_words(words: Words, chain: Sequence[FoundLink], phrase: WordChange) -> WordChange:
    """Widen a phrase by function words at its ends that it has inside on the other side.

    what the mayor [promised] had   ->   [promised had]
    the mayor [had promised]             [had promised]
    """
    linked = [{link[side] for link in chain} for side in (0, 1)]
    inside = [
        Counter(
            words.folded[side][n]
            for n in range(*run)
            if n not in linked[side] and not is_punctuation(words.folded[side][n])
        )
        for side, run in enumerate((phrase.original, phrase.rewrite))
    ]
    spans = [phrase.original, phrase.rewrite]
    for side in (0, 1):
        start, end = spans[side]
        folded, left = words.folded[side], inside[1 - side]
        while end < len(folded) and left[folded[end]]:
            left[folded[end]] -= 1
            end += 1
        while start and left[folded[start - 1]]:
            left[folded[start - 1]] -= 1
            start -= 1
        spans[side] = Span(start, end)
    return WordChange(phrase.kind, *spans)
