"""What is known of words: vectors, senses, dictionary forms."""

from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.alignment.words.lexicon import lemma, lexicon
from facing_pages.core.alignment.words.synonyms import NO_SENSES, synonyms
from facing_pages.core.alignment.words.vectors import word_vectors


def test_words_close_in_meaning_have_close_vectors() -> None:
    vectors = word_vectors()
    assert vectors is not None

    def likeness(first: str, second: str) -> float:
        return float(vectors.of(first) @ vectors.of(second))

    assert likeness("car", "vehicle") > likeness("car", "evening") + 0.3
    assert abs(float(np.linalg.norm(vectors.of("lighthouses"))) - 1) < 1e-5


def test_a_word_without_known_letters_has_no_direction() -> None:
    vectors = word_vectors()
    assert vectors is not None
    assert not vectors.of("\u2fff").any()


def test_synonyms_share_a_sense_and_relatives_are_one_step_apart() -> None:
    table = synonyms()
    assert table is not None
    assert table.of("car").own & table.of("automobile").own
    assert not table.of("car").own & table.of("vehicle").own
    assert table.of("depart").near & table.of("departure").own
    assert table.of("qwertyuiop") is NO_SENSES


@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("en", "were", "be"),
        ("de", "gingen", "gehen"),
        ("fr", "allaient", "aller"),
        ("es", "tuvieron", "tener"),
        ("ru", "книги", "книга"),
        ("xx", "were", "were"),
        ("en", "1,500", "1,500"),
    ],
)
def test_dictionary_forms_go_by_language(language: str, word: str, base: str) -> None:
    assert lemma(word, language) == base


def test_the_lexicon_knows_weight_and_kind_of_words() -> None:
    words = lexicon("en")
    the, comma, number, rare = (words.word(text) for text in ("The", ",", "1,500", "chandlery"))
    assert the.light
    assert not the.mark
    assert comma.light
    assert comma.mark
    assert number.number
    assert number.key == "1500"
    assert the.rarity < 0.3 < rare.rarity <= 1
    assert words.word("The") is the


def test_other_languages_have_neither_vectors_nor_senses() -> None:
    word = lexicon("de").word("Leuchtturm")
    assert word.vector is None
    assert word.senses is NO_SENSES
