from __future__ import annotations

from facing_pages.core.model import Document, Emphasis, EmphasisKind, Paragraph, Span
from facing_pages.marks.set_apart import shown_emphasis

TEXT = "ANNA: So it was.\n\nPAUL: No."
PARAGRAPHS = (Paragraph(Span(0, 16), label=5), Paragraph(Span(18, 27), label=5))


def shown(*emphasis: Emphasis) -> list[tuple[str, str]]:
    document = Document("text", TEXT, PARAGRAPHS, emphasis=emphasis)
    return [(entry.span.of(TEXT), entry.kind.value) for entry in shown_emphasis(document)]


def test_labels_are_bold_beside_the_emphasis_of_the_text() -> None:
    italic = Emphasis(Span(0, 8), EmphasisKind.ITALIC)
    assert shown(italic) == [("ANNA:", "bold"), ("ANNA: So", "italic"), ("PAUL:", "bold")]


def test_a_label_that_is_bold_already_is_so_once() -> None:
    bold = Emphasis(Span(3, 8), EmphasisKind.BOLD), Emphasis(Span(18, 22), EmphasisKind.BOLD)
    assert shown(*bold) == [("ANNA: So", "bold"), ("PAUL:", "bold")]


def test_without_labels_the_emphasis_is_that_of_the_text() -> None:
    emphasis = (Emphasis(Span(3, 8), EmphasisKind.BOLD), Emphasis(Span(3, 4), EmphasisKind.ITALIC))
    document = Document("text", TEXT, (Paragraph(Span(0, 27)),), emphasis=emphasis)
    assert shown_emphasis(document) is emphasis
