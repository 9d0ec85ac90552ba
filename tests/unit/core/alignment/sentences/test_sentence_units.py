"""Sentences as the aligner sees them."""

from __future__ import annotations

import numpy as np
import pytest

from facing_pages import document_from_text
from facing_pages.core.alignment.sentences.sentence_units import (
    LANGUAGE_SENTENCES,
    block_numbers,
    document_units,
    folded_words,
    pair_units,
    text_units,
    units_function_words,
    units_language,
)
from facing_pages.core.both import Both
from facing_pages.core.model import Document, Paragraph, Role, Sentence, Span

TEXT = [["The Harbour was quiet.", "Rain fell."], [], ["***", "“Yes!”"]]


def test_words_are_folded_and_marks_are_left_out_unless_alone() -> None:
    units = text_units(TEXT)
    assert units.words == (
        ("the", "harbour", "was", "quiet"),
        ("rain", "fell"),
        ("*", "*", "*"),
        ("yes",),
    )
    assert len(units) == 4


def test_paragraphs_are_counted_with_empty_ones() -> None:
    units = text_units(TEXT)
    assert units.paragraphs.tolist() == [0, 0, 2, 2]
    assert not units.headings.any()


def test_parts_and_chosen_sentences_keep_what_is_known_of_them() -> None:
    units = text_units(TEXT)
    units.headings[3] = True
    part = units.part(Span(1, 3))
    assert (part.words, part.paragraphs.tolist()) == (units.words[1:3], [0, 2])
    chosen = units.chosen(np.array([3, 0]))
    assert chosen.words == (units.words[3], units.words[0])
    assert chosen.paragraphs.tolist() == [2, 0]
    assert chosen.headings.tolist() == [True, False]


def test_parts_and_chosen_sentences_keep_labels_and_how_often_the_text_has_them() -> None:
    units = text_units([["1. Rain.", "Yes.", "2. Snow.", "Yes.", "3. Fog."]])
    part = units.part(Span(1, 3))
    assert (part.labels, part.repeated.tolist()) == (("", "2"), pytest.approx([0.4, 0]))
    chosen = units.chosen(np.array([3, 0]))
    assert (chosen.labels, chosen.repeated.tolist()) == (("", "1"), pytest.approx([0.4, 0]))


def test_the_number_of_a_label_is_no_word() -> None:
    units = text_units([["Article 1. Rain."], ["Article 2."], ["Article 3. Snow."]])
    assert units.words == (
        ("article", "#", "rain"),
        ("article", "#"),
        ("article", "#", "snow"),
    )
    assert units.labels == ("1", "2", "3")


def test_labels_of_scripts_without_spaces_have_numbers() -> None:
    units = text_units([["第一条下雨"], ["第二条下雪"], ["第三条"]])
    assert units.words[0] == ("第", "#", "条下", "下雨")
    assert units.labels == ("一", "二", "三")


def test_sentences_are_repeated_that_differ_by_their_label_only() -> None:
    units = text_units([["§ 1"], ["Rain fell."], ["§ 2"], ["rain fell!"], ["§ 3"], ["Snow lay."]])
    assert units.repeated.tolist() == pytest.approx([0.5, 1 / 3, 0.5, 1 / 3, 0.5, 0])


def test_a_document_tells_headings() -> None:
    paragraphs = (Paragraph(Span(0, 9), Role.HEADING), Paragraph(Span(10, 30)))
    sentences = (
        Sentence(Span(0, 9), 0),
        Sentence(Span(10, 20), 1),
        Sentence(Span(21, 30), 1),
    )
    document = Document("log", "The storm\nRain fell. Snow lay.", paragraphs, sentences)
    units = document_units(document)
    assert units.words == (("the", "storm"), ("rain", "fell"), ("snow", "lay"))
    assert units.paragraphs.tolist() == [0, 1, 1]
    assert units.headings.tolist() == [True, False, False]
    assert not units.items.any()


def test_a_document_tells_items_of_lists() -> None:
    paragraphs = (Paragraph(Span(0, 5)), Paragraph(Span(6, 14), Role.LIST_ITEM))
    sentences = (Sentence(Span(0, 5), 0), Sentence(Span(6, 14), 1))
    units = document_units(Document("log", "Rain.\n- apples", paragraphs, sentences))
    assert units.items.tolist() == [False, True]
    assert units.part(Span(1, 2)).items.tolist() == [True]
    assert units.chosen(np.array([1, 0])).items.tolist() == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨が降", ("雨が", "が降")),
        ("雨", ("雨",)),
        ("雨が naïve 降", ("雨が", "naïve", "降")),
        ("naïve idea", ("naïve", "idea")),
        ("雨が降る日", ("雨が", "が降", "降る", "る日")),
    ],
)
def test_neighbouring_characters_of_scripts_without_spaces_are_pairs(
    text: str, expected: tuple[str, ...]
) -> None:
    assert folded_words(text, Span(0, len(text))) == expected


def test_only_the_span_is_read() -> None:
    assert folded_words("Rain fell. Snow lay.", Span(11, 20)) == ("snow", "lay")


def test_the_first_sentences_tell_the_language() -> None:
    english = ["The rain fell on the harbour and it was cold."]
    german = ["Der Regen fiel auf den Hafen und es war kalt."]
    assert units_language(text_units([english])) == "en"
    assert units_language(text_units([german * LANGUAGE_SENTENCES + english * 500])) == "de"
    assert {"the", "and"} <= units_function_words(text_units([english]))


def test_the_speakers_of_both_texts_tell_their_sentences_from_others_with_the_same_words() -> None:
    text = "ANNA: No.\nPAUL: No.\nANNA: Why?\nPAUL: Well."
    same = Both(document_from_text(text), document_from_text(text))
    units = pair_units(same).original
    assert units.words[:2] == (("anna:", "no"), ("paul:", "no"))
    assert not units.repeated.any()
    other_names = document_from_text(text.replace("ANNA", "CLARA").replace("PAUL", "OTTO"))
    units = pair_units(Both(same.original, other_names)).original
    assert units.words[:2] == (("no",), ("no",))
    assert units.repeated.tolist() == [0.5, 0.5, 0, 0]


def test_the_number_in_a_speakers_label_counts_no_entries() -> None:
    turns = "\n".join(f"Speaker {n} (00:1{n}): So it was." for n in range(1, 5))
    assert set(document_units(document_from_text(turns)).labels) == {""}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("We plough,\nwe sing,\n\nwe rest,\nwe sleep.\n", [0, 0, 2, 2]),
        ("First.\n\nSecond.\n\nThird.", [0, 1, 2]),
        ("- first\n- second\n- third", [0, 1, 2]),
    ],
)
def test_blank_lines_end_blocks(text: str, blocks: list[int]) -> None:
    document = document_from_text(text)
    assert block_numbers(document) == blocks
    units = document_units(document)
    assert units.blocks.tolist() == [blocks[k] for k in units.paragraphs.tolist()]
