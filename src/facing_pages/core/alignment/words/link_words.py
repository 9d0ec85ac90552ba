"""The words of one link on both sides, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facing_pages.core.alignment.words.word_aligner import WordAligner
from facing_pages.core.languages.punctuation import CELL_BORDER
from facing_pages.core.model import Document, Link, Role, Side, Span, WordLink
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.words import split_words


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of a link on one side.

    `starts` holds the numbers of the words that start a sentence or a cell of a table, or that
    stand between cells, other than the first. `has_cells` tells whether there is a row of a table.
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    starts: frozenset[int]
    has_cells: bool = False


def side_words(document: Document, link: Link, side: Side) -> SideWords:
    """Return the words of all sentences of a link on one side; labels are no words of theirs."""
    spans: list[Span] = []
    starts: set[int] = set()
    has_cells = False
    for number in link.numbers(side):
        starts.add(len(spans))
        found = split_words(document.text, document.spoken_span(number))
        if document.paragraphs[document.sentences[number].paragraph].role is Role.TABLE_ROW:
            starts |= {len(spans) + place for place in _cell_starts(document.text, found)}
            has_cells = True
        spans += found
    text = document.text
    words = tuple(text[span.start : span.end] for span in spans)
    return SideWords(tuple(spans), words, frozenset(starts - {0}), has_cells)


def _cell_starts(text: str, words: Sequence[Span]) -> Iterator[int]:
    """Yield the numbers of the bars between cells, and of the words behind them."""
    for number, word in enumerate(words):
        if word.of(text) == CELL_BORDER:
            yield from (number, number + 1)


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
