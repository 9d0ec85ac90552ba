"""How much of the two texts was kept and changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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
from facing_pages.core.splitting.words import is_punctuation


def count_statistics(
    original: Document, rewrite: Document, alignment: Alignment, changes: Iterable[Change]
) -> Statistics:
    """Count the words of a comparison. Linear in the length of the texts."""
    original_words, rewrite_words = _SpokenWords(original), _SpokenWords(rewrite)
    counts: Counter[ChangeKind] = Counter()
    phrases = 0
    for change in changes:
        if change.is_inside:
            continue
        if change.kind in (ChangeKind.REWORDED, ChangeKind.FORM, ChangeKind.REMOVED):
            counts[change.kind] += original_words.of(change.original)
        if change.kind is ChangeKind.ADDED:
            counts[change.kind] += rewrite_words.of(change.rewrite)
        if is_moved_phrase(change, alignment.links, rewrite):
            phrases += original_words.of(change.original)
    moved = (
        original.sentences[number].span
        for link in alignment.links
        if link.moved
        for number in link.original
    )
    total = original_words.of(Span(0, len(original.text)))
    reworded = counts[ChangeKind.REWORDED] + counts[ChangeKind.FORM]
    removed = counts[ChangeKind.REMOVED]
    return Statistics(
        original_words=total,
        rewrite_words=rewrite_words.of(Span(0, len(rewrite.text))),
        kept=total - reworded - removed,
        reworded=reworded,
        removed=removed,
        added=counts[ChangeKind.ADDED],
        moved=sum(original_words.of(span) for span in moved) + phrases,
        sentence_kinds=dict(Counter(link.kind for link in alignment.links)),
    )


class _SpokenWords:
    """Counts words that are said in a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._speech = Speech(document)

    def of(self, span: Span | None) -> int:
        """Return the number of words in a span, 0 for none."""
        if span is None:
            return 0
        text = self._document.text
        return sum(not is_punctuation(word.of(text)) for word in self._speech.words(span))
