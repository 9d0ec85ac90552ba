from __future__ import annotations

from collections import Counter
from dataclasses import fields

import pytest
import regex

from facing_pages.core.languages.language_record import Language
from facing_pages.core.languages.registry import (
    LANGUAGES,
    are_opposites,
    completes_negation,
    function_words_of,
    language_by_code,
    negates,
    of_all_languages,
)
from tests.helpers.places import SOURCE

DATA = SOURCE / "core" / "languages" / "data"


def test_every_module_of_a_language_is_listed() -> None:
    modules = {path.stem for path in DATA.glob("*.py")} - {"__init__"}
    assert {language.code for language in LANGUAGES} == modules


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_what_is_compared_with_folded_words_is_in_small_letters(language: Language) -> None:
    for name in (
        "function_words", "often_capital", "auxiliaries", "chapter_words", "chapter_names",
        "dangling_words", "page_words", "page_count_words",
    ):  # fmt: skip
        for word in getattr(language, name):
            assert word == word.casefold(), name


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_forms_are_patterns_without_a_point_at_the_end(language: Language) -> None:
    for field in fields(language):
        if "forms" in field.name or field.name == "final_words":
            for form in getattr(language, field.name):
                regex.compile(form)
                assert not form.endswith("."), field.name


def test_no_word_stands_for_two_numbers_or_two_spellings() -> None:
    known = [
        (word, meaning)
        for language in LANGUAGES
        for meanings in (language.number_words, language.spellings)
        for word, meaning in meanings.items()
    ]
    assert [
        word for word, count in Counter(word for word, _ in set(known)).items() if count > 1
    ] == []


def test_function_words_of_an_unknown_language_are_those_of_all() -> None:
    assert {"the", "der", "les"} <= function_words_of("xx")
    assert function_words_of("zh") == function_words_of("xx")
    assert "der" not in function_words_of("en")


def test_nothing_is_known_of_an_unknown_language() -> None:
    language = language_by_code("xx")
    assert language.code == "xx"
    assert not language.final_words
    assert not language.has_lemmas


def test_what_holds_in_all_languages_is_their_union() -> None:
    assert {"chapter", "kapitel", "глава"} <= of_all_languages(lambda known: known.chapter_words)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("not", "en"),
        ("didn't", "en"),
        ("never", "en"),
        ("nicht", "de"),
        ("не", "ru"),
        ("δεν", "el"),
    ],
)
def test_negations_and_words_that_end_in_one_negate(word: str, code: str) -> None:
    assert negates(word, code)


@pytest.mark.parametrize(("word", "code"), [("did", "en"), ("didn't", "fr"), ("ant", "en")])
def test_other_words_do_not_negate(word: str, code: str) -> None:
    assert not negates(word, code)


@pytest.mark.parametrize(
    ("word", "other", "code"),
    [
        ("safe", "unsafe", "en"),
        ("möglich", "unmöglich", "de"),
        ("légal", "illégal", "fr"),
        ("mám", "nemám", "cs"),
        ("возможно", "невозможно", "ru"),
        ("onayladı", "onaylamadı", "tr"),
        ("geliyor", "gelmiyor", "tr"),
        ("lycka", "olycka", "sv"),
    ],
)
def test_a_part_of_a_word_makes_it_the_opposite(word: str, other: str, code: str) -> None:
    assert are_opposites(word, other, code)
    assert are_opposites(other, word, code)


@pytest.mark.parametrize(
    ("word", "other", "code"),
    [
        ("lamp", "lamps", "en"),
        ("safe", "unsafe", "fr"),
        ("ev", "evma", "tr"),
        ("do", "undone", "en"),
    ],
)
def test_other_parts_of_a_word_do_not(word: str, other: str, code: str) -> None:
    assert not are_opposites(word, other, code)


@pytest.mark.parametrize(
    ("word", "before", "code", "completes"),
    [
        ("plus", "il ne peut", "fr", True),
        ("plus", "il n'a", "fr", True),
        ("plus", "il est", "fr", False),
        ("plus", "il ne voit pas la", "fr", False),
        ("grande", "il ne voit", "fr", False),
        ("più", "lui non vive", "it", True),
        ("più", "lui vive", "it", False),
        ("más", "no quiero", "es", True),
        ("más", "nunca quiero", "es", False),
        ("mais", "não vem", "pt", True),
        ("mehr", "er kommt nicht", "de", True),
        ("mehr", "er will", "de", False),
        ("meer", "hij komt niet", "nl", True),
        ("more", "he does not", "en", False),
    ],
)
def test_a_second_part_completes_the_last_negation_before_it(
    word: str, before: str, code: str, *, completes: bool
) -> None:
    assert completes_negation(word, before.split(), code) is completes
