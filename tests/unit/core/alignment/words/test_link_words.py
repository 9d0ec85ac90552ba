from __future__ import annotations

from dataclasses import replace

from facing_pages.core.alignment.words.link_words import side_words, with_words
from facing_pages.core.alignment.words.word_aligner import word_aligner
from facing_pages.core.model import (
    Document,
    Link,
    LinkKind,
    Paragraph,
    Role,
    Sentence,
    Side,
    Span,
)

TEXT = "Snow lay. The lamp burned. It went out."
SPANS = (Span(0, 9), Span(10, 26), Span(27, 39))
DOCUMENT = Document(
    "text", TEXT, (Paragraph(Span(0, len(TEXT))),), tuple(Sentence(span, 0) for span in SPANS)
)


def test_words_of_several_sentences_are_numbered_through() -> None:
    words = side_words(DOCUMENT, Link((1, 2), (0,), LinkKind.SPLIT), Side.ORIGINAL)
    assert words.words == ("The", "lamp", "burned", ".", "It", "went", "out", ".")
    assert words.spans[0] == Span(10, 13)
    assert words.starts == {4}


def test_bars_between_cells_and_the_words_behind_them_are_starts() -> None:
    text = "Night | 1 a | | none"
    row = Paragraph(Span(0, len(text)), Role.TABLE_ROW)
    document = Document("text", text, (row,), (Sentence(row.span, 0),))
    words = side_words(document, Link((0,), (0,), LinkKind.SAME), Side.ORIGINAL)
    assert words.words == ("Night", "|", "1", "a", "|", "|", "none")
    assert words.starts == {1, 2, 4, 5, 6}
    assert words.has_cells
    prose = replace(document, paragraphs=(Paragraph(row.span),))
    assert not side_words(prose, Link((0,), (0,), LinkKind.SAME), Side.ORIGINAL).has_cells


def test_labels_are_no_words_of_a_link() -> None:
    paragraph = Paragraph(DOCUMENT.paragraphs[0].span, label=len("Snow"))
    document = replace(DOCUMENT, paragraphs=(paragraph,))
    words = side_words(document, Link((0, 1), (0,), LinkKind.SPLIT), Side.ORIGINAL)
    assert words.words == ("lay", ".", "The", "lamp", "burned", ".")


def test_an_empty_side_has_no_words() -> None:
    words = side_words(DOCUMENT, Link((1,), (), LinkKind.REMOVED), Side.REWRITE)
    assert (words.words, words.spans, words.starts) == ((), (), frozenset())


def test_words_are_linked_where_they_stand() -> None:
    link = Link((0,), (0,), LinkKind.SAME)
    sides = (side_words(DOCUMENT, link, Side.ORIGINAL), side_words(DOCUMENT, link, Side.REWRITE))
    linked = with_words(link, sides, word_aligner("en", precise=False))
    assert [word.original for word in linked.words] == list(sides[0].spans)
    assert all(word.original == word.rewrite for word in linked.words)


def test_a_link_with_an_empty_side_stays_as_it_is() -> None:
    gone = Link((1,), (), LinkKind.REMOVED)
    sides = (side_words(DOCUMENT, gone, Side.ORIGINAL), side_words(DOCUMENT, gone, Side.REWRITE))
    assert with_words(gone, sides, word_aligner("en", precise=False)) is gone


def test_words_of_an_ordinal_are_known_and_the_next_word_begins_a_sentence() -> None:
    text = "2. Rent is due. It is late."
    document = Document(
        "text",
        text,
        (Paragraph(Span(0, len(text))),),
        (Sentence(Span(0, 15), 0), Sentence(Span(16, len(text)), 0)),
    )
    both = side_words(document, Link((0, 1), (), LinkKind.REMOVED), Side.ORIGINAL, {0: 2})
    assert (both.ordinals, both.starts) == ({0, 1}, {2, 6})
    second = side_words(document, Link((1,), (), LinkKind.REMOVED), Side.ORIGINAL, {0: 2})
    assert (second.ordinals, second.starts) == (frozenset(), frozenset())


def test_an_ordinal_alone_has_nothing_behind_it() -> None:
    document = Document("text", "2.", (Paragraph(Span(0, 2)),), (Sentence(Span(0, 2), 0),))
    words = side_words(document, Link((0,), (), LinkKind.REMOVED), Side.ORIGINAL, {0: 2})
    assert (words.ordinals, words.starts) == ({0, 1}, frozenset())


def test_words_behind_tabs_are_starts_in_a_row_only() -> None:
    text = "rye bread\tsack\t12"
    row = Paragraph(Span(0, len(text)), Role.TABLE_ROW)
    document = Document("text", text, (row,), (Sentence(row.span, 0),))
    link = Link((0,), (0,), LinkKind.SAME)
    assert side_words(document, link, Side.ORIGINAL).starts == {2, 3}
    prose = replace(document, paragraphs=(Paragraph(row.span),))
    assert not side_words(prose, link, Side.ORIGINAL).starts


def test_a_row_has_ordinals_and_cells() -> None:
    text = "1 | none"
    row = Paragraph(Span(0, len(text)), Role.TABLE_ROW)
    document = Document("text", text, (row,), (Sentence(row.span, 0),))
    words = side_words(document, Link((0,), (), LinkKind.REMOVED), Side.ORIGINAL, {0: 1})
    assert (words.ordinals, words.starts, words.has_cells) == ({0}, {1, 2}, True)
