"""The words of one link on both sides, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facing_pages.core.alignment.words.word_aligner import WordAligner
from facing_pages.core.model import Document, Link, Side, Span, WordLink
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.words import split_words


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of a link on one side.

    `starts` holds the numbers of the words that start a sentence, other than the first.
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    starts: frozenset[int]


def side_words(document: Document, link: Link, side: Side) -> SideWords:
    """Return the words of all sentences of a link on one side; labels are no words of theirs."""
    spans: list[Span] = []
    starts: set[int] = set()
    for number in link.numbers(side):
        starts.add(len(spans))
        spans += split_words(document.text, document.spoken_span(number))
    text = document.text
    words = tuple(text[span.start : span.end] for span in spans)
    return SideWords(tuple(spans), words, frozenset(starts - {0}))


def with_words(
    link: Link,
    sides: tuple[SideWords, SideWords],
    aligner: WordAligner,
    progress: Progress = NO_PROGRESS,
) -> Link:
    """Return the link with its words linked; links with an empty side stay as they are."""
    if not link.original or not link.rewrite:
        return link
    original, rewrite = sides
    words = tuple(
        WordLink(original.spans[i], rewrite.spans[j], reason, confidence)
        for i, j, reason, confidence in aligner.links(original.words, rewrite.words, progress)
    )
    return replace(link, words=words)
