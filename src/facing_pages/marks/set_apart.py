"""What is set apart in a text as a reader sees it: its emphasis, and the labels of speakers."""

from __future__ import annotations

from collections.abc import Iterable

from facing_pages.core.model import Document, Emphasis, EmphasisKind, Span


def shown_emphasis(document: Document) -> tuple[Emphasis, ...]:
    """Return the emphasis of a document, its labels bold; of one kind none overlap."""
    labels = [
        Span(paragraph.span.start, paragraph.span.start + paragraph.label)
        for paragraph in document.paragraphs
        if paragraph.label
    ]
    if not labels:
        return document.emphasis
    bold = [entry.span for entry in document.emphasis if entry.kind is EmphasisKind.BOLD]
    others = [entry for entry in document.emphasis if entry.kind is not EmphasisKind.BOLD]
    joined = [Emphasis(span, EmphasisKind.BOLD) for span in _joined([*bold, *labels])]
    return tuple(sorted([*others, *joined], key=lambda entry: (entry.span, entry.kind.value)))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
