from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.alignment.words import lexicon as module
from facing_pages.core.alignment.words.lexicon import Lexicon, lemma, lexicon
from facing_pages.core.alignment.words.synonyms import NO_SENSES, Synonyms
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


def test_only_english_has_senses_and_vectors() -> None:
    # A word of both languages.
    assert lexicon("en").word("hand").senses is not NO_SENSES
    assert lexicon("en").word("hand").vector is not None
    assert lexicon("de").word("hand").senses is NO_SENSES
    assert (lexicon("en").has_vectors, lexicon("de").has_vectors) == (True, False)


@pytest.mark.parametrize(
    ("text", "base"),
    [("Lamps", "lamp"), ("keeper's", "keeper"), ("were", "be"), ("1990's", "1990's"), (",", ",")],
)
def test_the_dictionary_form_is_that_of_a_word_without_its_ending(text: str, base: str) -> None:
    assert lexicon("en").word(text).lemma == base


def test_senses_are_those_of_the_dictionary_form_or_else_of_the_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "synonyms", lambda: Synonyms("lamp 1\nlamps 2\nwere 3\n, 4\n\n1"))
    words = Lexicon("en")
    senses = {text: words.word(text).senses.own for text in ("lamps", "lamp", "were", "be", ",")}
    assert senses == {"lamps": {1}, "lamp": {1}, "were": {3}, "be": set(), ",": set()}


def test_rarity_is_the_logarithm_of_the_share_of_what_is_listed_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shares = {"one": 1.0, "two": 10**-3.5, "three": 1e-9}
    monkeypatch.setattr(module, "word_frequencies", lambda language: shares)
    words = Lexicon("en")
    rarities = [words.word(text).rarity for text in ("one", "two", "three", "four")]
    assert rarities == pytest.approx([0, 0.5, 1, 1])


@pytest.mark.parametrize("is_known", [False, True])
def test_keys_of_content_words_are_those_of_words(is_known: bool) -> None:
    words = Lexicon("en")
    texts = ("Colour", "1,500", "the", "The", ",", "harbour's")
    known = [Lexicon("en").word(text) for text in texts]
    if is_known:
        known = [words.word(text) for text in texts]
    keys = [words.content_key(text) for text in texts]
    assert keys == [None if word.light else word.key for word in known]
    assert keys[2:5] == [None] * 3
