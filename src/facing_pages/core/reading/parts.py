"""Restrict a comparison to a part of a text; the text itself and its offsets do not change."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from facing_pages.core.model import Document, Span
from facing_pages.core.reading.choices import Part, ReadingChoices
from facing_pages.core.reading.front_matter import body_of

# Characters by which the beginning of a part is found again. By judgement: about a line.
OPENING_CHARACTERS: Final = 60


def only_chosen(document: Document, choices: ReadingChoices) -> Document:
    """Return the document with the chosen paragraphs only, or unchanged if none are left."""
    if not choices.leaves_out:
        return document
    body = body_of(document) if choices.body_only else Span(0, len(document.paragraphs))
    span = _place(document, choices.part) if choices.part else Span(0, len(document.text))
    kept = tuple(
        paragraph
        for paragraph in document.paragraphs[body.start : body.end]
        if paragraph.role not in choices.without
        and paragraph.span.start < span.end
        and span.start < paragraph.span.end
    )
    return replace(document, paragraphs=kept) if kept else document


def part_of(text: str, span: Span) -> Part:
    """Return a part that can be found again after the text has changed."""
    return Part(span, span.of(text)[:OPENING_CHARACTERS])


def chapter_at(document_text: str, headings: list[tuple[Span, int]], position: int) -> Part | None:
    """Return the chapter that a position is in; None before the first heading.

    `headings` are the headings of the text in order, with their levels. A chapter ends at the next
    heading of the same or a higher level.
    """
    starts = [k for k, (span, _) in enumerate(headings) if span.start <= position]
    if not starts:
        return None
    first, level = headings[starts[-1]]
    ends = [span.start for span, other in headings[starts[-1] + 1 :] if other <= level]
    return part_of(document_text, Span(first.start, ends[0] if ends else len(document_text)))


def _place(document: Document, part: Part) -> Span:
    """Return the present span of a part: its first words are searched, the nearest place first."""
    text = document.text
    if text.startswith(part.opening, part.span.start):
        return part.span
    places = [
        paragraph.span.start
        for paragraph in document.paragraphs
        if text.startswith(part.opening, paragraph.span.start)
    ]
    if not places:
        return part.span
    start = min(places, key=lambda place: abs(place - part.span.start))
    return part.span.shifted(start - part.span.start)
