"""Words and changes of links found before, to be used again where nothing changed.

A link is known again by what its sentences say, wherever they stand now.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from facing_pages.core.cache import GenerationalCache
from facing_pages.core.model import Change, Document, Link, Span, WordLink

# The words of a link and its changes.
Details = tuple[tuple[WordLink, ...], list[Change]]


class ChangeCache:
    """Words and changes of links, by the texts of both sides and the way they were found."""

    def __init__(self) -> None:
        self.links: GenerationalCache[Details] = GenerationalCache()

    def recall(
        self, number: int, link: Link, documents: tuple[Document, Document], how: Hashable
    ) -> Details | None:
        """Return the details of a link that was seen before, found in the way `how`."""
        spans = link_spans(link, documents)
        found = self.links.get(link_key(link, spans, documents, how))
        if found is None:
            return None
        return _moved_details(found, (spans[0].start, spans[1].start), number)

    def keep(
        self, link: Link, documents: tuple[Document, Document], how: Hashable, found: Details
    ) -> None:
        """Remember the details of a link."""
        spans = link_spans(link, documents)
        back = (-spans[0].start, -spans[1].start)
        self.links.put(link_key(link, spans, documents, how), _moved_details(found, back, 0))


def link_spans(link: Link, documents: tuple[Document, Document]) -> tuple[Span, Span]:
    """Return where the sentences of a link stand, nowhere for a side without any."""
    original, rewrite = (
        document.sentences_span(numbers) if numbers else Span(0, 0)
        for document, numbers in zip(documents, (link.original, link.rewrite), strict=True)
    )
    return original, rewrite


def link_key(
    link: Link, spans: tuple[Span, Span], documents: tuple[Document, Document], how: Hashable
) -> Hashable:
    """Return what a link is known again by, in addition to the way `how` it was looked at."""
    texts = (spans[0].of(documents[0].text), spans[1].of(documents[1].text))
    # With a label, less of the same text is compared.
    labels = tuple(
        tuple(document.label_span(number) is not None for number in numbers)
        for document, numbers in zip(documents, (link.original, link.rewrite), strict=True)
    )
    return (*texts, labels, link.kind, how)


def _moved_details(found: Details, by: tuple[int, int], number: int) -> Details:
    words, changes = found
    return (
        tuple(
            word._replace(
                original=word.original.shifted(by[0]), rewrite=word.rewrite.shifted(by[1])
            )
            for word in words
        ),
        _moved_changes(changes, by, number),
    )


def _moved_changes(changes: Sequence[Change], by: tuple[int, int], number: int) -> list[Change]:
    return [
        Change(
            change.kind,
            change.original and change.original.shifted(by[0]),
            change.rewrite and change.rewrite.shifted(by[1]),
            number,
            change.reason,
            change.confidence,
            change.is_inside,
            change.is_ordinal,
        )
        for change in changes
    ]
