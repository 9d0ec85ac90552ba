"""From links of spans to every sentence in a link, and what these are called."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.pipeline import align_units, complete_links, has_same_text
from facing_pages.core.alignment.sentences.span_links import FoundLinks, SpanLink
from facing_pages.core.both import Both
from facing_pages.core.documents import document_from_text, with_sentences
from facing_pages.core.model import Document, Link, LinkKind, Pin, Span
from facing_pages.core.progress import NO_PROGRESS


def completed(*links: SpanLink, counts: tuple[int, int]) -> list[tuple[object, object]]:
    """Return the sentences of all links."""
    alone = Both(*counts).map(lambda count: (0.5,) * count)
    found = complete_links(FoundLinks(list(links), alone))
    return [(link.original, link.rewrite) for link in found]


def test_sentences_in_no_link_stand_where_their_text_has_them() -> None:
    one = SpanLink(Span(1, 2), Span(1, 2))
    two = SpanLink(Span(2, 4), Span(3, 4))
    assert completed(one, two, counts=(5, 6)) == [
        ((0,), ()),
        ((), (0,)),
        ((1,), (1,)),
        ((), (2,)),
        ((2, 3), (3,)),
        ((4,), ()),
        ((), (4,)),
        ((), (5,)),
    ]


def test_a_moved_link_takes_no_added_sentences_along() -> None:
    moved = SpanLink(Span(0, 1), Span(2, 3), moved=True)
    kept = SpanLink(Span(1, 2), Span(0, 1))
    assert completed(moved, kept, counts=(2, 4)) == [
        ((0,), (2,)),
        ((1,), (0,)),
        ((), (1,)),
        ((), (3,)),
    ]


def test_what_is_known_of_a_link_stays() -> None:
    moved = SpanLink(Span(0, 1), Span(0, 2), 0.7, moved=True)
    [found] = complete_links(FoundLinks([moved], Both((0.0,), (0.0, 0.0))))
    assert found == Link((0,), (0, 1), LinkKind.SPLIT, moved=True, confidence=0.7)
    pairs = [SpanLink(Span(0, 1), Span(0, 1))]
    [pair] = complete_links(FoundLinks(pairs, Both((0.0,), (0.0,))))
    assert pair == Link((0,), (0,), LinkKind.REWORDED)


def test_removed_and_added_sentences_are_as_sure_as_they_are_alone() -> None:
    found = complete_links(FoundLinks([], Both((0.8,), (0.6, 0.9))))
    assert list(found) == [
        Link((0,), (), LinkKind.REMOVED, confidence=0.8),
        Link((), (0,), LinkKind.ADDED, confidence=0.6),
        Link((), (1,), LinkKind.ADDED, confidence=0.9),
    ]


def test_a_moved_link_between_others_leaves_added_sentences_where_they_are() -> None:
    kept = SpanLink(Span(0, 1), Span(0, 1))
    moved = SpanLink(Span(1, 2), Span(3, 4), moved=True)
    last = SpanLink(Span(2, 3), Span(2, 3))
    assert completed(kept, moved, last, counts=(3, 5)) == [
        ((0,), (0,)),
        ((1,), (3,)),
        ((), (1,)),
        ((2,), (2,)),
        ((), (4,)),
    ]


def test_empty_texts_have_no_links() -> None:
    assert completed(counts=(0, 0)) == []
    assert completed(counts=(0, 1)) == [((), (0,))]


def document(text: str) -> Document:
    """Return a text with its sentences."""
    return with_sentences(document_from_text(text))


@pytest.mark.parametrize(
    ("original", "rewrite", "is_same"),
    [
        ("“Yes,” she said.", '"Yes," she said.', True),
        ("She  said yes.", "She said\u00a0yes.", True),
        ("She said yes.", "She said no.", False),
        ("She said yes.", "She said yes!", False),
        ("He went where?", "He went where.", False),
        ("A well known man came.", "A well-known man came.", True),
        ("He read in _The Bell_ there.", "He read in “The Bell” there.", True),
        ("There were 10 12 times.", "There were 1012 times.", False),
        ("There were -5 degrees.", "There were 5 degrees.", False),
        ("They told us of it.", "They told US of it.", False),
        ("They told us Of it.", "They told us of it.", True),
        ("Us they told it.", "US they told it.", True),
        ("Yes, she said.", "“Yes”, she said.", True),
    ],
)
def test_typography_makes_no_difference(original: str, rewrite: str, is_same: bool) -> None:
    link = Link((0,), (0,), LinkKind.REWORDED)
    documents = document(original), document(rewrite)
    assert has_same_text(link, *documents, language="en") is is_same
    assert has_same_text(link, *reversed(documents), language="en") is is_same


@pytest.mark.parametrize(
    ("original", "rewrite", "language", "is_same"),
    [
        ("IŞIKLAR SÖNDÜ.", "Işıklar söndü.", "tr", True),
        ("Isı arttı.", "İsi arttı.", "tr", False),
        ("Ştiu ţara.", "Știu țara.", "ro", True),
        ("Ἡ ἀγορὰ ἦταν κλειστή.", "Η αγορά ήταν κλειστή.", "el", True),
        ("Εἶδα τὸν ὄρο.", "Εἶδα τὸν ὅρο.", "el", False),
        ("این کتاب علی است.", "این كتاب علي است.", "fa", True),
    ],
)
def test_a_text_is_the_same_in_other_letters_that_are_read_alike(
    original: str, rewrite: str, language: str, is_same: bool
) -> None:
    documents = document(original), document(rewrite)
    link = Link((0,), (0,), LinkKind.REWORDED)
    assert has_same_text(link, *documents, language=language) is is_same


def test_all_sentences_of_a_link_are_compared() -> None:
    original, rewrite = document("It rained. She slept."), document("It rained. She woke.")
    assert has_same_text(Link((0,), (0,), LinkKind.REWORDED), original, rewrite, language="en")
    assert not has_same_text(
        Link((0, 1), (0, 1), LinkKind.REGROUPED), original, rewrite, language="en"
    )
    assert not has_same_text(Link((0,), (1,), LinkKind.REWORDED), original, rewrite, language="en")


def test_sentences_are_joined_by_a_space() -> None:
    original, rewrite = document("It was 5. 3 left."), document("It was 53 left.")
    assert len(original.sentences) == 2
    assert not has_same_text(Link((0, 1), (0,), LinkKind.MERGED), original, rewrite, language="en")


def test_links_are_named_and_the_same_text_is_sure() -> None:
    original = document("The lamp was lit. Nobody came to the harbour. Rain fell all night.")
    rewrite = document("The lamp was lit. Nobody came down to the harbour. Snow fell, too.")
    alignment = align_units(original, rewrite, NO_PROGRESS, pins=[Pin((2,), ())])
    kinds = [link.kind for link in alignment.links]
    assert kinds == [LinkKind.SAME, LinkKind.REWORDED, LinkKind.REMOVED, LinkKind.ADDED]
    assert alignment.links[0].confidence == 1.0
    assert [link.kind for link in alignment.paragraphs] == [LinkKind.REWORDED]


def test_the_same_text_is_not_sure_where_its_text_has_it_more_than_once() -> None:
    original = document("The lamp was lit.\n\nYes.\n\nRain fell all night.\n\nYes.\n\nSnow lay.\n")
    rewrite = document("The lamp was lit.\n\nYes.\n\nSnow lay.\n")
    alignment = align_units(original, rewrite, NO_PROGRESS)
    [yes] = [link for link in alignment.links if link.rewrite == (1,)]
    assert yes.kind is LinkKind.SAME
    assert yes.confidence < 0.9
