from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.changes.change_cache import ChangeCache, Details
from facing_pages.core.model import (
    Change,
    ChangeKind,
    Document,
    Link,
    LinkKind,
    LinkReason,
    Paragraph,
    Sentence,
    Span,
    WordLink,
)

LINK = Link((1,), (1,), LinkKind.REWORDED)


def document(before: str, sentence: str) -> Document:
    """Return a document of two sentences."""
    text = f"{before} {sentence}"
    first, second = Span(0, len(before)), Span(len(before) + 1, len(text))
    sentences = (Sentence(first, 0), Sentence(second, 0))
    return Document("text", text, (Paragraph(Span(0, len(text))),), sentences)


def details(documents: tuple[Document, Document], number: int) -> Details:
    """Return the words and changes of "lamp" and "light" where they stand."""
    one = documents[0].text.index("lamp")
    other = documents[1].text.index("light")
    spans = (Span(one, one + 4), Span(other, other + 5))
    return (
        (WordLink(*spans, LinkReason.SYNONYM, 0.75),),
        [
            Change(ChangeKind.REWORDED, *spans, number, LinkReason.SYNONYM, 0.75),
            Change(ChangeKind.REMOVED, spans[0], None, number),
            Change(ChangeKind.ADDED, None, spans[1], number),
        ],
    )


HERE = (document("Snow lay.", "The lamp burned."), document("Ice lay.", "The light burned."))
THERE = (
    document("Snow lay all day.", "The lamp burned."),
    document("It was cold, and ice lay.", "The light burned."),
)


def cache() -> ChangeCache:
    found = ChangeCache()
    found.keep(LINK, HERE, "exactly", details(HERE, 7))
    return found


def test_details_are_found_again_where_the_sentences_stand_now() -> None:
    assert cache().recall(3, LINK, THERE, "exactly") == details(THERE, 3)
    assert cache().recall(7, LINK, HERE, "exactly") == details(HERE, 7)


@pytest.mark.parametrize(
    ("link", "documents", "how"),
    [
        (LINK, HERE, "quickly"),
        (replace(LINK, kind=LinkKind.SAME), HERE, "exactly"),
        (LINK, (HERE[0], document("Ice lay.", "The light was out.")), "exactly"),
        (LINK, (document("Snow lay.", "The lamp was out."), HERE[1]), "exactly"),
        (replace(LINK, original=(0, 1)), HERE, "exactly"),
        (replace(LINK, rewrite=(0, 1)), HERE, "exactly"),
    ],
)
def test_nothing_is_found_for_another_link(
    link: Link, documents: tuple[Document, Document], how: str
) -> None:
    assert cache().recall(7, link, documents, how) is None


def test_the_number_of_sentences_is_part_of_what_a_link_says() -> None:
    """The same text may be one sentence in one document and two in another."""
    whole = replace(HERE[0], sentences=(HERE[0].sentences[0], Sentence(Span(10, 26), 0)))
    cut = replace(
        HERE[0],
        sentences=(HERE[0].sentences[0], Sentence(Span(10, 14), 0), Sentence(Span(14, 26), 0)),
    )
    found = ChangeCache()
    found.keep(LINK, (whole, HERE[1]), "exactly", details(HERE, 0))
    both = replace(LINK, original=(1, 2))
    assert found.recall(0, both, (cut, HERE[1]), "exactly") is None


def test_a_side_without_sentences_may_say_anything() -> None:
    gone = Link((1,), (), LinkKind.REMOVED)
    one = HERE[0].text.index("The")
    removed = Change(ChangeKind.REMOVED, Span(one, one + 3), None, 0)
    found = ChangeCache()
    found.keep(gone, HERE, "exactly", ((), [removed]))
    there = THERE[0].text.index("The")
    documents = (THERE[0], document("Frost lay.", "A light burned."))
    assert found.recall(4, gone, documents, "exactly") == (
        (),
        [replace(removed, original=Span(there, there + 3), link=4)],
    )
