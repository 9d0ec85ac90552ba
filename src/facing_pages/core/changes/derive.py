"""From links to the changes of a comparison, in spans of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facing_pages.core.alignment.words.link_words import SideWords
from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.both import Both
from facing_pages.core.changes.change_cache import Details
from facing_pages.core.changes.edits import word_changes
from facing_pages.core.changes.nearby import LinkIndex
from facing_pages.core.changes.readable import make_readable
from facing_pages.core.changes.reasons import reason_and_confidence
from facing_pages.core.changes.reworded_whole import whole_of
from facing_pages.core.changes.weighty import weighty_changes
from facing_pages.core.changes.word_change import WordChange, Words
from facing_pages.core.changes.word_links import (
    kept_links,
    share_little,
    trusted_links,
    with_linked_ordinals,
)
from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import negations_of
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    Span,
    WordLink,
)
from facing_pages.core.options import Options
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.accents import Accents


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


def link_details(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    sides: tuple[SideWords, SideWords],
    *,
    function_words: frozenset[str],
    languages: Both[Language],
    options: Options,
    accents: Accents = Accents.NONE,
    progress: Progress = NO_PROGRESS,
) -> Details:
    """Return the words of a link that its changes leave linked, and those changes, in order.

    Behind the change of a link that was reworded as a whole stand those of its weighty words.
    Raises `Cancelled` when asked to stop.
    """
    if not link.original or not link.rewrite:
        return link.words, sentence_changes(number, link, *documents)
    original, rewrite = sides
    light = function_words - negations_of(languages.original.code)
    words = Words(
        original.words,
        rewrite.words,
        (original.starts, rewrite.starts),
        light,
        (original.ordinals, rewrite.ordinals),
        languages.original.code,
        accents,
    )
    raw: list[WordChange] = []
    pairs: list[FoundLink] = []
    if original.words != rewrite.words:
        found = trusted_links(words, _by_number(link.words, sides, progress))
        pairs = with_linked_ordinals(words, found)
        raw = word_changes(words, pairs, progress)
    # Words of different cells are no phrase, however many of them changed.
    has_cells = any(side.has_cells for side in sides)
    readable = make_readable(
        raw,
        words,
        whole_above=1.0 if has_cells else options.reworded_whole_above,
        share_little=bool(raw) and not has_cells and share_little(words, pairs),
        progress=progress,
    )
    weighty = weighty_changes(words, pairs, languages) if _is_whole(readable, words) else []
    by_place = LinkIndex(pairs)
    placed = [
        (
            c.original.start,
            c.rewrite.start,
            replace(_in_text(c, number, sides, by_place), is_ordinal=words.is_ordinal(c)),
        )
        for c in progress.each(readable)
    ]
    placed += [
        (c.original.start, c.rewrite.start, _inside(_in_text(c, number, sides, by_place)))
        for c in weighty
    ]
    linked = link.words
    if pairs:
        linked = _in_spans(kept_links(pairs, weighty or readable), sides)
    placed += _spacing(number, linked, documents, sides)
    return linked, [change for _, _, change in sorted(placed, key=lambda entry: entry[:2])]


def _by_number(
    linked: Sequence[WordLink], sides: tuple[SideWords, SideWords], progress: Progress
) -> list[FoundLink]:
    places = tuple({span: n for n, span in enumerate(side.spans)} for side in sides)
    return [
        FoundLink(places[0][one], places[1][other], reason, confidence)
        for one, other, reason, confidence in progress.each(linked)
    ]


def _in_spans(
    pairs: Sequence[FoundLink], sides: tuple[SideWords, SideWords]
) -> tuple[WordLink, ...]:
    return tuple(
        WordLink(sides[0].spans[i], sides[1].spans[j], reason, confidence)
        for i, j, reason, confidence in pairs
    )


def _is_whole(changes: Sequence[WordChange], words: Words) -> bool:
    """Tell whether one change covers all words of a link on both sides, but for its ordinal."""
    return whole_of(words) in changes


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
        *reason_and_confidence(pairs.inside(change.original, change.rewrite)),
    )


def _covered(spans: Sequence[Span], run: Span) -> Span | None:
    if not run.length:
        return None
    return Span(spans[run.start].start, spans[run.end - 1].end)


def _spacing(
    number: int,
    words: Sequence[WordLink],
    documents: tuple[Document, Document],
    sides: tuple[SideWords, SideWords],
) -> list[tuple[int, int, Change]]:
    """Return where two words that touch on one side are spaced on the other, by word number."""
    changes: list[tuple[int, int, Change]] = []
    numbers = tuple({span.start: n for n, span in enumerate(side.spans)} for side in sides)
    facing_of = {numbers[0][word.original.start]: numbers[1][word.rewrite.start] for word in words}
    for n, number_facing in facing_of.items():
        if facing_of.get(n + 1) != number_facing + 1:
            continue
        first, second = sides[0].spans[n : n + 2]
        facing, opposite = sides[1].spans[number_facing : number_facing + 2]
        if (first.end < second.start) == (facing.end < opposite.start):
            continue
        gaps = (Span(first.end, second.start), Span(facing.end, opposite.start))
        if "\n" in gaps[0].of(documents[0].text) + gaps[1].of(documents[1].text):
            continue
        first_gap, second_gap = (gap if gap.length else None for gap in gaps)
        change = Change(ChangeKind.TYPOGRAPHY, first_gap, second_gap, number)
        changes.append((n + 1, number_facing + 1, change))
    return changes
