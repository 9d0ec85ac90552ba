"""How much of the two texts was kept and changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from facing_pages.core.changes.label_changes import Speech
from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Document,
    Span,
    Statistics,
)

# Kinds of change after which a word of the original is no longer what it was.
_CHANGED: Final = (ChangeKind.REWORDED, ChangeKind.FORM, ChangeKind.REMOVED)


def count_statistics(
    original: Document, rewrite: Document, alignment: Alignment, changes: Iterable[Change]
) -> Statistics:
    """Count the words of a comparison. Linear in the length of the texts."""
    links = alignment.links
    said = Speech(original), Speech(rewrite)
    counts: Counter[ChangeKind] = Counter()
    moved = sum(
        said[0].count(original.sentences[number].span)
        for link in links
        if link.moved
        for number in link.original
    )
    for change in changes:
        if change.is_inside or change.is_ordinal:
            continue
        is_added = change.kind is ChangeKind.ADDED
        words = _count(said[is_added], change.rewrite if is_added else change.original)
        counts[change.kind] += words
        if links[change.link].moved:
            moved -= words if change.kind in _CHANGED else 0
        elif is_moved_phrase(change, links, rewrite):
            moved += words
    total = said[0].count(Span(0, len(original.text)))
    return Statistics(
        original_words=total,
        rewrite_words=said[1].count(Span(0, len(rewrite.text))),
        kept=total - moved - sum(counts[kind] for kind in _CHANGED),
        reworded=counts[ChangeKind.REWORDED],
        form=counts[ChangeKind.FORM],
        removed=counts[ChangeKind.REMOVED],
        added=counts[ChangeKind.ADDED],
        moved=moved,
        sentence_kinds=dict(Counter(link.kind for link in links)),
    )


def _count(speech: Speech, span: Span | None) -> int:
    """Return the number of words that are said in a span, 0 for none."""
    return 0 if span is None else speech.count(span)
