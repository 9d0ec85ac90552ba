"""How much of the two texts was kept and changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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


def count_statistics(
    original: Document, rewrite: Document, alignment: Alignment, changes: Iterable[Change]
) -> Statistics:
    """Count the words of a comparison. Linear in the length of the texts."""
    counts: Counter[ChangeKind] = Counter()
    phrases = 0
    for change in changes:
        if change.is_inside:
            continue
        if change.kind in (ChangeKind.REWORDED, ChangeKind.FORM, ChangeKind.REMOVED):
            counts[change.kind] += _words(original, change.original)
        if change.kind is ChangeKind.ADDED:
            counts[change.kind] += _words(rewrite, change.rewrite)
        if is_moved_phrase(change, alignment.links, rewrite):
            phrases += _words(original, change.original)
    total = _words(original, Span(0, len(original.text)))
    reworded = counts[ChangeKind.REWORDED] + counts[ChangeKind.FORM]
    removed = counts[ChangeKind.REMOVED]
    return Statistics(
        original_words=total,
        rewrite_words=_words(rewrite, Span(0, len(rewrite.text))),
        kept=total - reworded - removed,
        reworded=reworded,
        removed=removed,
        added=counts[ChangeKind.ADDED],
        moved=sum(_link_words(original, link) for link in alignment.links if link.moved) + phrases,
        sentence_kinds=dict(Counter(link.kind for link in alignment.links)),
    )


def _words(document: Document, span: Span | None) -> int:
    if span is None:
        return 0
    return sum(not is_punctuation(word) for word in words_in(document.text, span))


def _link_words(document: Document, link: Link) -> int:
    return sum(
        _words(document, document.sentences[number].span) for number in link.numbers(Side.ORIGINAL)
    )
