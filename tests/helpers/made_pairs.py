"""Pairs whose sentences, links and changes a test writes down, without a comparison.

A sentence ends with a full stop, a paragraph with an empty line. Links name sentences by number,
counted from 0 on each side; paragraphs are linked the same way:

    0=0      sentence 0 of the original belongs to sentence 0 of the rewrite
    1+2=1    two sentences became one
    3=-      removed
    -=2      added
    4~3      moved
    5=4:50   linked with a confidence of 50 per cent
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from facing_pages.core.both import Both
from facing_pages.core.model import (
    Alignment,
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    Paragraph,
    ParagraphLink,
    Pin,
    Sentence,
    Span,
)
from facing_pages.viewmodel.build_view import aligned_rows, change_table, side_text
from facing_pages.viewmodel.pair_view import PairView

# A kind of change, and its words on both sides, "" for a side without any.
MadeChange = tuple[str, str, str]
_LINK: Final = re.compile(r"([\d+-]+)([=~])([\d+-]+)(?::(\d+))?")


def made_document(text: str, name: str = "text") -> Document:
    """Return a document with a sentence for each full stop."""
    paragraphs = [Paragraph(Span(*m.span())) for m in re.finditer(r"[^\n]+", text)]
    sentences = [
        Sentence(Span(*m.span()), number)
        for number, paragraph in enumerate(paragraphs)
        for m in re.compile(r"[^\s.][^.]*\.?").finditer(text, *paragraph.span)
    ]
    return Document(name, text, tuple(paragraphs), tuple(sentences))


def made_alignment(documents: Both[Document], links: str, paragraphs: str = "0=0") -> Alignment:
    """Return the alignment that the links of sentences and of paragraphs say."""
    found = [
        Link(original, rewrite, _kind(documents, original, rewrite), moved, confidence)
        for original, rewrite, moved, confidence in _read_links(links)
    ]
    of_paragraphs = [
        ParagraphLink(original, rewrite, _kind_of_numbers(original, rewrite), moved)
        for original, rewrite, moved, _ in _read_links(paragraphs)
    ]
    return Alignment(tuple(found), tuple(of_paragraphs))


def made_changes(
    documents: Both[Document], alignment: Alignment, changes: Iterable[MadeChange]
) -> list[Change]:
    """Return changes of words, each in the link that holds it."""
    found: list[Change] = []
    for kind, was, now in changes:
        original, rewrite = _place(documents.original, was), _place(documents.rewrite, now)
        link = next(
            number
            for number, link in enumerate(alignment.links)
            if (original and _sentence_at(documents.original, original) in link.original)
            or (rewrite and _sentence_at(documents.rewrite, rewrite) in link.rewrite)
        )
        found.append(Change(ChangeKind(kind), original, rewrite, link))
    return found


def made_pair(
    original: str,
    rewrite: str,
    links: str,
    *,
    paragraphs: str = "0=0",
    changes: Sequence[MadeChange] = (),
    pins: Sequence[Pin] = (),
) -> PairView:
    """Return a pair as the window shows it once everything is known."""
    documents = Both(made_document(original), made_document(rewrite))
    alignment = made_alignment(documents, links, paragraphs)
    rows = aligned_rows(*documents, alignment, pins)
    found = made_changes(documents, alignment, changes)
    table = change_table((*documents,), rows, alignment, found, done=1.0)
    return PairView(*documents.map(side_text), rows, table, is_aligned=True)


def span_of(text: str, words: str) -> Span:
    """Return where words stand in a text that has them once."""
    assert text.count(words) == 1
    start = text.index(words)
    return Span(start, start + len(words))


def _read_links(links: str) -> list[tuple[tuple[int, ...], tuple[int, ...], bool, float]]:
    found = []
    for word in links.split():
        read = _LINK.fullmatch(word)
        assert read is not None, word
        original, sign, rewrite, per_cent = read.groups()
        confidence = int(per_cent or 100) / 100
        found.append((_numbers(original), _numbers(rewrite), sign == "~", confidence))
    return found


def _numbers(written: str) -> tuple[int, ...]:
    return () if written == "-" else tuple(int(number) for number in written.split("+"))


def _kind(
    documents: Both[Document], original: tuple[int, ...], rewrite: tuple[int, ...]
) -> LinkKind:
    kind = _kind_of_numbers(original, rewrite)
    if kind is not LinkKind.REWORDED:
        return kind
    was, now = documents.original.sentences[original[0]], documents.rewrite.sentences[rewrite[0]]
    is_same = was.span.of(documents.original.text) == now.span.of(documents.rewrite.text)
    return LinkKind.SAME if is_same else LinkKind.REWORDED


def _kind_of_numbers(original: tuple[int, ...], rewrite: tuple[int, ...]) -> LinkKind:
    match min(2, len(original)), min(2, len(rewrite)):
        case 0, _:
            return LinkKind.ADDED
        case _, 0:
            return LinkKind.REMOVED
        case 1, 2:
            return LinkKind.SPLIT
        case 2, 1:
            return LinkKind.MERGED
        case 2, 2:
            return LinkKind.REGROUPED
    return LinkKind.REWORDED


def _place(document: Document, words: str) -> Span | None:
    return span_of(document.text, words) if words else None


def _sentence_at(document: Document, place: Span) -> int:
    return max(n for n, s in enumerate(document.sentences) if s.span.start <= place.start)
