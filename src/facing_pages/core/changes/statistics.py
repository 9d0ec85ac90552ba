"""How much of the two texts was kept and changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Document,
    Link,
    Side,
    Span,
    Statistics,
)
from facing_pages.core.splitting.words import is_punctuation, words_in

# Kinds of change after which a word of the original is no longer what it was.
_CHANGED: Final = (ChangeKind.REWORDED, ChangeKind.FORM, ChangeKind.REMOVED)


def count_statistics(
    original: Document, rewrite: Document, alignment: Alignment, changes: Iterable[Change]
) -> Statistics:
    """Count the words of a comparison. Linear in the length of the texts."""
    links = alignment.links
    counts: Counter[ChangeKind] = Counter()
    moved = sum(_link_words(original, link) for link in links if link.moved)
    for change in changes:
        if change.is_inside or change.is_ordinal:
            continue
        side = rewrite if change.kind is ChangeKind.ADDED else original
        span = change.rewrite if change.kind is ChangeKind.ADDED else change.original
        words = _words(side, span)
        counts[change.kind] += words
        if links[change.link].moved:
            moved -= words if change.kind in _CHANGED else 0
        elif is_moved_phrase(change, links, rewrite):
            moved += words
    total = _words(original, Span(0, len(original.text)))
    return Statistics(
        original_words=total,
        rewrite_words=_words(rewrite, Span(0, len(rewrite.text))),
        kept=total - moved - sum(counts[kind] for kind in _CHANGED),
        reworded=counts[ChangeKind.REWORDED],
        form=counts[ChangeKind.FORM],
        removed=counts[ChangeKind.REMOVED],
        added=counts[ChangeKind.ADDED],
        moved=moved,
        sentence_kinds=dict(Counter(link.kind for link in links)),
    )


def _words(document: Document, span: Span | None) -> int:
    if span is None:
        return 0
    return sum(not is_punctuation(word) for word in words_in(document.text, span))


def _link_words(document: Document, link: Link) -> int:
    return sum(
        _words(document, document.sentences[number].span) for number in link.numbers(Side.ORIGINAL)
    )
