from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.alignment.words.lexicon import Lexicon, lemma, lexicon
from facing_pages.core.alignment.words.synonyms import NO_SENSES
from facing_pages.core.alignment.words.vectors import WordVectors, word_vectors


def test_a_vector_is_looked_up_once_and_not_before_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vectors = word_vectors()
    assert vectors is not None
    wanted = vectors.of("lamp")
    asked: list[str] = []

    def of(_: WordVectors, word: str) -> object:
        asked.append(word)
        return wanted

    monkeypatch.setattr(WordVectors, "of", of)
    word = Lexicon("en").word("lamp")
    assert not asked

    for _ in range(2):
        assert word.vector is not None
        assert np.array_equal(word.vector, wanted)
    assert asked == ["lamp"]


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
