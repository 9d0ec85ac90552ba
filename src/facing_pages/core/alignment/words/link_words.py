"""The words of one link on both sides, and the links between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from facing_pages.core.alignment.words.word_aligner import WordAligner
from facing_pages.core.model import Document, Link, Side, Span, WordLink
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.splitting.words import split_words

NO_ORDINALS: Final[Mapping[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words of a link on one side.

    `starts` holds the numbers of the words that start a sentence, other than the first, or stand
    behind the ordinal of an item; `ordinals` those of the words that make such ordinals.
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    starts: frozenset[int]
    ordinals: frozenset[int] = frozenset()


def side_words(
    document: Document, link: Link, side: Side, ordinals: Mapping[int, int] = NO_ORDINALS
) -> SideWords:
    """Return the words of all sentences of a link on one side.

    `ordinals` has the length of the ordinal of each paragraph that has one.
    """
    spans: list[Span] = []
    starts: set[int] = set()
    structure: set[int] = set()
    for number in link.numbers(side):
        starts.add(len(spans))
        sentence = document.sentences[number]
        found = split_words(document.text, sentence.span)
        end = sentence.span.start + ordinals.get(sentence.paragraph, 0)
        if sentence.span.start == document.paragraphs[sentence.paragraph].span.start:
            count = sum(word.end <= end for word in found)
            structure.update(range(len(spans), len(spans) + count))
            starts.add(len(spans) + count)
        spans += found
    text = document.text
    words = tuple(text[span.start : span.end] for span in spans)
    return SideWords(tuple(spans), words, frozenset(starts - {0, len(spans)}), frozenset(structure))


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
