"""The words of one link on both sides, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from facing_pages.core.alignment.words.word_aligner import WordAligner
from facing_pages.core.languages.punctuation import CELL_BORDER
from facing_pages.core.model import Document, Link, Role, Side, Span, WordLink
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.accents import without_accents
from facing_pages.core.splitting.words import split_words

NO_ORDINALS: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of a link on one side.

    `starts` holds the numbers of the words that start a sentence or a cell of a table, other than
    the first, or that stand between cells or behind the ordinal of an item; `ordinals` those of the
    words that make such ordinals. `has_cells` tells whether there is a row of a table.
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    starts: frozenset[int]
    ordinals: frozenset[int] = frozenset()
    has_cells: bool = False


def side_words(
    document: Document, link: Link, side: Side, ordinals: Mapping[int, int] = NO_ORDINALS
) -> SideWords:
    """Return the words of all sentences of a link on one side; labels are no words of theirs.

    `ordinals` has the length of the ordinal of each paragraph that has one.
    """
    spans: list[Span] = []
    starts: set[int] = set()
    structure: set[int] = set()
    has_cells = False
    for number in link.numbers(side):
        first = len(spans)
        starts.add(first)
        sentence = document.sentences[number]
        paragraph = document.paragraphs[sentence.paragraph]
        found = split_words(document.text, document.spoken_span(number))
        if sentence.span.start == paragraph.span.start:
            end = sentence.span.start + ordinals.get(sentence.paragraph, 0)
            count = sum(word.end <= end for word in found)
            structure.update(range(first, first + count))
            starts.add(first + count)
        if paragraph.role is Role.TABLE_ROW:
            starts |= {first + place for place in _cell_starts(document.text, found)}
            has_cells = True
        spans += found
    words = tuple(span.of(document.text) for span in spans)
    inner = frozenset(starts - {0, len(spans)})
    return SideWords(tuple(spans), words, inner, frozenset(structure), has_cells)


def _cell_starts(text: str, words: Sequence[Span]) -> Iterator[int]:
    """Yield the numbers of the bars between cells, and of the words behind them or behind tabs."""
    for number, word in enumerate(words):
        if word.of(text) == CELL_BORDER:
            yield from (number, number + 1)
        elif number and text.find("\t", words[number - 1].end, word.start) >= 0:
            yield number


def with_words(
    link: Link,
    sides: tuple[SideWords, SideWords],
    aligner: WordAligner,
    progress: Progress = NO_PROGRESS,
    *,
    are_bare: bool = False,
) -> Link:
    """Return the link with its words linked; links with an empty side stay as they are.

    Where the words of one text `are_bare`, all are compared without their accents.
    """
    if not link.original or not link.rewrite:
        return link
    original, rewrite = sides
    old, new = original.words, rewrite.words
    if are_bare:
        old, new = (tuple(map(without_accents, words)) for words in (old, new))
    words = tuple(
        WordLink(original.spans[i], rewrite.spans[j], reason, confidence)
        for i, j, reason, confidence in aligner.links(old, new, progress)
    )
    return replace(link, words=words)
