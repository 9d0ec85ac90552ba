"""From links to the changes of a comparison, in spans of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from facing_pages.core.alignment.words.link_words import SideWords
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.both import Both
from facing_pages.core.changes.edits import word_changes
from facing_pages.core.changes.nearby import LinkIndex
from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.weighty import weighty_changes
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import negations_of
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    LinkReason,
    Span,
)
from facing_pages.core.options import Options
from facing_pages.core.progress import NO_PROGRESS, Progress


def sentence_changes(
    number: int, link: Link, original: Document, rewrite: Document
) -> list[Change]:
    """Return the change of a link whose words are not linked: whole sentences, or none if same."""
    if link.kind is LinkKind.SAME:
        return []
    first = original.sentences_span(link.original) if link.original else None
    second = rewrite.sentences_span(link.rewrite) if link.rewrite else None
    kinds = {LinkKind.REMOVED: ChangeKind.REMOVED, LinkKind.ADDED: ChangeKind.ADDED}
    return [Change(kinds.get(link.kind, ChangeKind.REWORDED), first, second, number)]


def link_changes(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    sides: tuple[SideWords, SideWords],
    *,
    function_words: frozenset[str],
    languages: Both[Language],
    options: Options,
    progress: Progress = NO_PROGRESS,
) -> list[Change]:
    """Return the changes inside a link whose words are linked, in order.

    Behind the change of a link that was reworded as a whole stand those of its weighty words.
    Raises `Cancelled` when asked to stop.
    """
    if not link.original or not link.rewrite:
        return sentence_changes(number, link, *documents)
    original, rewrite = sides
    light = function_words - negations_of(languages.original.code)
    words = Words(original.words, rewrite.words, (original.starts, rewrite.starts), light)
    raw: list[WordChange] = []
    pairs: list[FoundLink] = []
    if original.words != rewrite.words:
        places = tuple({span: n for n, span in enumerate(side.spans)} for side in sides)
        pairs = [
            FoundLink(places[0][one], places[1][other], reason, confidence)
            for one, other, reason, confidence in progress.each(link.words)
        ]
        raw = word_changes(words, pairs, progress)
    # Words of different cells are no phrase, however many of them changed.
    whole_above = 1.0 if any(side.has_cells for side in sides) else options.reworded_whole_above
    readable = make_readable(raw, words, whole_above=whole_above, progress=progress)
    by_place = LinkIndex(pairs)
    placed = [
        (c.original.start, c.rewrite.start, _in_text(c, number, sides, by_place))
        for c in progress.each(readable)
    ]
    if _is_whole(readable, words):
        placed += [
            (c.original.start, c.rewrite.start, _inside(_in_text(c, number, sides, by_place)))
            for c in weighty_changes(words, pairs, languages)
        ]
    placed += _spacing(number, link, documents, sides)
    return [change for _, _, change in sorted(placed, key=lambda entry: entry[:2])]


def _is_whole(changes: Sequence[WordChange], words: Words) -> bool:
    """Tell whether the only change of a link covers all its words on both sides."""
    sizes = (len(words.original), len(words.rewrite))
    return len(changes) == 1 and tuple(run.length for run in changes[0][1:]) == sizes


def _inside(change: Change) -> Change:
    return replace(change, is_inside=True)


def _in_text(
    change: WordChange,
    number: int,
    sides: tuple[SideWords, SideWords],
    pairs: LinkIndex,
) -> Change:
    return Change(
        change.kind,
        _covered(sides[0].spans, change.original),
        _covered(sides[1].spans, change.rewrite),
        number,
        *_reason_and_confidence(change, pairs),
    )


def _reason_and_confidence(
    change: WordChange, pairs: LinkIndex
) -> tuple[LinkReason, float] | tuple[None, None]:
    """Return what links most words of a change that differ, and the mean confidence."""
    inside = pairs.inside(change.original, change.rewrite)
    if not inside:
        return None, None
    counts = Counter(pair.reason for pair in inside)
    if len(counts) > 1:
        del counts[LinkReason.EQUAL]
    reason = max(counts, key=lambda reason: (counts[reason], reason.value))
    return reason, sum(pair.confidence for pair in inside) / len(inside)


def _covered(spans: Sequence[Span], run: Span) -> Span | None:
    if not run.length:
        return None
    return Span(spans[run.start].start, spans[run.end - 1].end)


def _spacing(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    sides: tuple[SideWords, SideWords],
) -> list[tuple[int, int, Change]]:
    """Return where two words that touch on one side are spaced on the other, by word number."""
    linked = {word.original: word.rewrite for word in link.words}
    numbers = {span: n for n, span in enumerate(sides[1].spans)}
    changes: list[tuple[int, int, Change]] = []
    for n, (first, second) in enumerate(pairwise(sides[0].spans)):
        facing, opposite = linked.get(first), linked.get(second)
        if facing is None or opposite is None or numbers[opposite] != numbers[facing] + 1:
            continue
        gaps = (Span(first.end, second.start), Span(facing.end, opposite.start))
        if bool(gaps[0].length) == bool(gaps[1].length):
            continue
        if "\n" in gaps[0].of(documents[0].text) + gaps[1].of(documents[1].text):
            continue
        first_gap, second_gap = (gap if gap.length else None for gap in gaps)
        change = Change(ChangeKind.TYPOGRAPHY, first_gap, second_gap, number)
        changes.append((n + 1, numbers[opposite], change))
    return changes
