"""Corrections are found again after the texts changed, or told to be lost."""

from __future__ import annotations

import pytest

from facing_pages.core.documents import document_from_text
from facing_pages.core.model import Document, Pin, Side, Span
from facing_pages.session.corrections import (
    Bookmark,
    Corrections,
    Cut,
    FoundCorrections,
    LinkCorrection,
    Passage,
    find_in_json,
    to_json,
)
from facing_pages.session.json_reader import JsonError
from facing_pages.session.relocate import relocate

ORIGINAL = "The gate was shut. Nobody came. The lamp burned low."
REWRITE = "They had closed the gate. There was no visitor. The lamp was almost out."


def pair(original: str = ORIGINAL, rewrite: str = REWRITE) -> tuple[Document, Document]:
    return document_from_text(original), document_from_text(rewrite)


def passage(document: Document, first: int, end: int) -> Passage:
    spans = [sentence.span for sentence in document.sentences[first:end]]
    texts = tuple(span.of(document.text) for span in spans)
    return Passage(Span(spans[0].start, spans[-1].end), texts)


def linked(first: int, second: int, *, together: bool = True) -> LinkCorrection:
    one, other = pair()
    return LinkCorrection(
        passage(one, first, first + 1), passage(other, second, second + 1), together
    )


def test_a_correction_becomes_a_pin_where_its_sentences_stand() -> None:
    placed = relocate(Corrections((linked(0, 0), linked(1, 2, together=False))), pair())
    assert placed.pins == (Pin((0,), (0,)), Pin((1,), (2,), together=False))
    assert placed.lost == ()


def test_a_sentence_is_found_after_others_were_set_before_it() -> None:
    documents = pair("A new opening. And a second one. " + ORIGINAL)
    placed = relocate(Corrections((linked(2, 2),)), documents)
    assert placed.pins == (Pin((4,), (2,)),)
    found = placed.corrections.links[0].original
    assert found is not None
    assert found.span.of(documents[0].text) == "The lamp burned low."


def test_of_equal_sentences_the_nearest_is_taken() -> None:
    documents = pair("Nobody came. One. Two. Three. Nobody came. Four. Five.")
    old = Passage(Span(30, 42), ("Nobody came.",))
    placed = relocate(Corrections((LinkCorrection(old, None),)), documents)
    assert placed.pins == (Pin((4,), ()),)


def test_a_sentence_that_was_edited_a_little_is_still_the_same() -> None:
    documents = pair(ORIGINAL.replace("burned low", "was burning low"))
    placed = relocate(Corrections((linked(2, 2),)), documents)
    assert placed.pins == (Pin((2,), (2,)),)


def test_a_correction_without_its_sentences_is_told_and_kept() -> None:
    corrections = Corrections((linked(1, 1), linked(0, 0)))
    placed = relocate(corrections, pair(ORIGINAL.replace("Nobody came.", "Rain fell on the hill.")))
    assert placed.lost == (corrections.links[0],)
    assert placed.pins == (Pin((0,), (0,)),)
    assert len(placed.corrections) == 2


def test_two_corrections_that_come_to_the_same_sentence_do_not_both_hold() -> None:
    one, other = pair()
    second = LinkCorrection(passage(one, 0, 1), passage(other, 1, 2))
    placed = relocate(Corrections((linked(0, 0), second)), pair())
    assert len(placed.pins) == 1
    assert placed.lost == (second,)


def test_a_cut_makes_two_sentences_and_survives_an_edit_before_it() -> None:
    text = "The gate was shut and nobody came."
    whole = Passage(Span(0, len(text)), (text,))
    cut = Cut(Side.ORIGINAL, whole, text.index("and"))
    placed = relocate(Corrections(cuts=(cut,)), pair(text))
    spans = [s.span.of(text) for s in placed.documents[0].sentences]
    assert spans == ["The gate was shut", "and nobody came."]
    edited = text.replace("The gate", "The old gate")
    again = relocate(Corrections(cuts=(cut,)), pair(edited))
    assert again.documents[0].sentences[1].span.of(edited) == "and nobody came."


def test_a_cut_whose_words_are_gone_is_lost() -> None:
    text = "The gate was shut and nobody came."
    cut = Cut(Side.ORIGINAL, Passage(Span(0, len(text)), (text,)), text.index("and"))
    placed = relocate(Corrections(cuts=(cut,)), pair("The gate was shut; no man came."))
    assert placed.lost == (cut,)
    assert len(placed.documents[0].sentences) == 1


def test_new_corrections_replace_what_they_contradict() -> None:
    known = Corrections((linked(0, 0), linked(1, 1)))
    assert known.with_links(linked(0, 2)).links == (linked(1, 1), linked(0, 2))
    parted = known.with_links(linked(0, 0, together=False))
    assert parted.links == (linked(1, 1), linked(0, 0, together=False))
    assert parted.with_links(linked(0, 0)).links == (linked(1, 1), linked(0, 0))


def test_corrections_written_and_read_again_are_equal() -> None:
    one, other = pair()
    corrections = Corrections(
        (linked(0, 0), linked(1, 2, together=False), LinkCorrection(None, passage(other, 1, 3))),
        (Cut(Side.REWRITE, passage(other, 0, 1), 5),),
        (Bookmark(Side.ORIGINAL, passage(one, 2, 3)),),
    )
    assert find_in_json(to_json(corrections)) == FoundCorrections(corrections)
    assert corrections.swapped().swapped() == corrections


@pytest.mark.parametrize("content", [{}, {"links": [{}]}, {"links": [], "cuts": []}, []])
def test_a_file_without_corrections_is_refused(content: object) -> None:
    with pytest.raises(JsonError):
        find_in_json(content)


def test_a_correction_that_makes_no_sense_is_left_out_and_named() -> None:
    found = find_in_json({"links": [], "cuts": [], "bookmarks": [3]})
    assert found.corrections == Corrections()
    assert len(found.wrong) == 1
