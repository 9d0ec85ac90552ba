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
from facing_pages.core.splitting.words import is_punctuation

# Kinds of change after which a word of the original is no longer what it was.
_CHANGED: Final = (ChangeKind.REWORDED, ChangeKind.FORM, ChangeKind.REMOVED)


def count_statistics(
    original: Document, rewrite: Document, alignment: Alignment, changes: Iterable[Change]
) -> Statistics:
    """Count the words of a comparison. Linear in the length of the texts."""
    links = alignment.links
    said = _SpokenWords(original), _SpokenWords(rewrite)
    counts: Counter[ChangeKind] = Counter()
    moved = sum(
        said[0].of(original.sentences[number].span)
        for link in links
        if link.moved
        for number in link.original
    )
    for change in changes:
        if change.is_inside or change.is_ordinal:
            continue
        is_added = change.kind is ChangeKind.ADDED
        words = said[is_added].of(change.rewrite if is_added else change.original)
        counts[change.kind] += words
        if links[change.link].moved:
            moved -= words if change.kind in _CHANGED else 0
        elif is_moved_phrase(change, links, rewrite):
            moved += words
    total = said[0].of(Span(0, len(original.text)))
    return Statistics(
        original_words=total,
        rewrite_words=said[1].of(Span(0, len(rewrite.text))),
        kept=total - moved - sum(counts[kind] for kind in _CHANGED),
        reworded=counts[ChangeKind.REWORDED],
        form=counts[ChangeKind.FORM],
        removed=counts[ChangeKind.REMOVED],
        added=counts[ChangeKind.ADDED],
        moved=moved,
        sentence_kinds=dict(Counter(link.kind for link in links)),
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
