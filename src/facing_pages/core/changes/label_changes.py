"""What changed in the labels of a link: who speaks, and when.

A label is compared as a whole, and with labels only:

    Speaker 1 (00:14)  So we started.
    ANNA KRAL:         So we started.      reworded "Speaker 1 (00:14)" > "ANNA KRAL:"
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest

from facing_pages.core.alignment.sentences.sentence_units import label_words
from facing_pages.core.alignment.words.link_words import SideWords
from facing_pages.core.model import Change, ChangeKind, Document, Link, Span
from facing_pages.core.splitting.words import split_words


class Speech:
    """The words of a document that are said, that is, all but those of labels."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._labels = [
            Span(paragraph.span.start, paragraph.span.start + paragraph.label)
            for paragraph in document.paragraphs
            if paragraph.label
        ]
        self._starts = [span.start for span in self._labels]

    def words(self, span: Span) -> list[Span]:
        """Return the words and marks in a span, without those of the labels that begin in it."""
        first, end = (bisect_left(self._starts, place) for place in span)
        words: list[Span] = []
        start = span.start
        for label in self._labels[first:end]:
            words += split_words(self._text, Span(start, label.start))
            start = min(label.end, span.end)
        return words + split_words(self._text, Span(start, span.end))


def label_changes(
    number: int,
    link: Link,
    documents: tuple[Document, Document],
    sides: tuple[SideWords, SideWords],
) -> Iterator[tuple[int, int, Change]]:
    """Yield the changes of a link's labels, with the numbers of the words behind them.

    The labels of both sides answer each other in order. Those that differ in signs only, and in
    the order of name and time, differ in typography.
    """
    original, rewrite = documents
    labelled = (
        [n for n in numbers if document.label_span(n)]
        for document, numbers in zip(documents, (link.original, link.rewrite), strict=True)
    )
    for old, new in zip_longest(*labelled):
        before = None if old is None else original.label_span(old)
        after = None if new is None else rewrite.label_span(new)
        if before and after and before.of(original.text) == after.of(rewrite.text):
            continue
        kind = ChangeKind.REWORDED
        if before is None or after is None:
            kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
        elif label_words(original, old) == label_words(rewrite, new):
            kind = ChangeKind.TYPOGRAPHY
        change = Change(kind, before, after, number)
        yield _words_before(sides[0], before), _words_before(sides[1], after), change


def _words_before(side: SideWords, label: Span | None) -> int:
    """Return the number of words that stand before a label; all of them where there is none."""
    if label is None:
        return len(side.spans)
    return bisect_left(side.spans, label)
