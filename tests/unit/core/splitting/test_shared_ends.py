from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages import Document, document_from_text
from facing_pages.core.both import Both
from facing_pages.core.model import Paragraph, Role, Span
from facing_pages.core.splitting.shared_ends import with_shared_ends

# Each pair is one sentence in one text alone, because the word behind its stop differs.
ONE_SIDED = [
    ("He left the U.S. Everybody called him.", "He left the U.S. Operators called him."),
    ("They sold figs, etc. Nothing was left.", "They sold figs, etc. Everything was gone."),
    ("Sie kaufte die Äpfel usw. Niemand half ihr.", "Sie kaufte die Äpfel usw. Alle gingen."),
    ("Il vendit des poires, etc. Elle partit.", "Il vendit des poires, etc. Tous partirent."),
    ("Он купил груши и т. п. Она ушла домой.", "Он купил груши и т. п. Потом ушла домой."),
    ("He said yes at last. Then he left.", "He said yes at last … Then he left."),
]


def both(original: str, rewrite: str) -> Both[Document]:
    return Both(document_from_text(original), document_from_text(rewrite))


def sentences(document: Document) -> list[str]:
    return [sentence.span.of(document.text) for sentence in document.sentences]


@pytest.mark.parametrize(("original", "rewrite"), ONE_SIDED)
def test_an_end_in_one_text_is_one_in_the_other(original: str, rewrite: str) -> None:
    documents = both(original, rewrite)
    assert documents.map(lambda document: len(document.sentences)) == Both(2, 1)
    shared = with_shared_ends(documents)
    assert shared.original == documents.original
    assert len(shared.rewrite.sentences) == 2
    assert " ".join(sentences(shared.rewrite)) == rewrite


@pytest.mark.parametrize(("original", "rewrite"), ONE_SIDED)
def test_swapped_texts_have_the_same_ends_and_nothing_is_left_to_do(
    original: str, rewrite: str
) -> None:
    shared = with_shared_ends(both(original, rewrite))
    assert with_shared_ends(both(rewrite, original)) == shared.swapped
    assert with_shared_ends(shared) == shared


def test_the_same_two_words_on_both_sides_are_enough_and_one_is_not() -> None:
    original = "We went home at noon. Nobody called us there."
    for rewrite, count in (
        ("They came home at noon… Nobody called, alas.", 2),
        ("They stayed until noon… Nobody called, alas.", 1),
    ):
        shared = with_shared_ends(both(original, rewrite.replace("… ", " … ")))
        assert len(shared.rewrite.sentences) == count


@pytest.mark.parametrize("stop", [",", ";", ":", " –"])
def test_what_is_no_stop_ends_no_sentence(stop: str) -> None:
    documents = both(
        "He said yes at last. Then he left.", f"He said yes at last{stop} Then he left."
    )
    assert with_shared_ends(documents) == documents


def test_a_title_before_a_name_ends_no_sentence() -> None:
    documents = both(
        "It rained. Smith went home early.", "It rained and Mr. Smith went home early."
    )
    assert with_shared_ends(documents) == documents


def test_words_that_stand_in_several_places_say_nothing() -> None:
    original = "He left the U.S. Everybody called him. She left the U.S. Everybody called her."
    rewrite = "Then he left the U.S. Operators called him. He left the U.S. Operators rang."
    documents = both(original.replace("She left", "Then he left"), rewrite)
    assert len(with_shared_ends(documents).rewrite.sentences) == 2


def test_headings_are_not_cut() -> None:
    original, rewrite = both(
        "He left the U.S. Everybody called.", "He left the U.S. Operators called."
    )
    heading = Paragraph(Span(0, len(rewrite.text)), Role.HEADING)
    documents = Both(original, replace(rewrite, paragraphs=(heading,)))
    assert with_shared_ends(documents) == documents


def test_thousands_of_signs_behind_a_stop_are_passed_at_once() -> None:
    signs = "*" * 5_000
    documents = both(
        f"He left the U.S.{signs}bold. It rained.", f"He left the U.S.{signs}b. It was."
    )
    assert with_shared_ends(documents) == documents


def test_a_label_is_not_cut_from_what_is_said_and_a_row_stays_whole() -> None:
    original, rewrite = "Anna at the U.S. Office of it left.", "Anna at the U.S. Nobody else left."
    documents = both(original, rewrite)
    cut = with_shared_ends(documents)
    assert [len(document.sentences) for document in cut] == [2, 2]
    for paragraph in (
        Paragraph(Span(0, len(original)), label=len("Anna at the U.S.")),
        Paragraph(Span(0, len(original)), Role.TABLE_ROW),
    ):
        marked = Both(replace(documents.original, paragraphs=(paragraph,)), documents.rewrite)
        assert with_shared_ends(marked) == marked


PIECES = "U.S. etc. p.m. He She left came Nobody Everybody the boat. “Go!” Mr. Hale … why? 3 [1]"
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@given(TEXTS)
def test_a_text_beside_itself_stays_as_it_is(text: str) -> None:
    documents = both(text, text)
    assert with_shared_ends(documents) == documents


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), WORDS), max_size=6))
def test_ends_are_only_added_and_mirrored(text: str, edits: list[tuple[int, str]]) -> None:
    words = text.split()
    for place, word in edits:
        words[place % len(words)] = word
    documents = both(text, " ".join(words))
    shared = with_shared_ends(documents)
    assert with_shared_ends(documents.swapped) == shared.swapped
    for before, after in zip(documents, shared, strict=True):
        assert {s.span.end for s in before.sentences} <= {s.span.end for s in after.sentences}
        parts = [sentence.span.of(after.text) for sentence in after.sentences]
        assert "".join("".join(parts).split()) == "".join(after.text.split())
