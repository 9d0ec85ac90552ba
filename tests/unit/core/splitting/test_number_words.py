from __future__ import annotations

from fractions import Fraction

import pytest

from facing_pages.core.languages.registry import language_by_code
from facing_pages.core.splitting.number_words import is_written_number, number_at


def value_of(text: str) -> tuple[Fraction, int] | None:
    """Return the number at the start of some words, and how many words it has."""
    found = number_at(text.split(), 0, language_by_code("en"))
    return None if found is None else (found.value, found.end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("twenty-three", 23),
        ("twenty three", 23),
        ("ninety-nine", 99),
        ("fifteen hundred", 1500),
        ("two hundred and five", 205),
        ("two hundred five", 205),
        ("three thousand and twelve", 3012),
        ("twelve thousand four hundred", 12_400),
        ("two million three hundred thousand", 2_300_000),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("nineteen eighty-four", 1984),
        ("nineteen nineteen", 1919),
        ("two dozen", 24),
        ("fifties", 50),
    ],
)
def test_words_of_a_number_are_one_number(text: str, value: int) -> None:
    assert value_of(text) == (value, len(text.split()))


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("two three", 2, 1),
        ("twenty twelve", 2012, 2),
        ("five and six", 5, 1),
        ("hundred and five", 105, 3),
        ("hundred and people", 100, 1),
        ("dozens thousand", 24, 1),
        ("first second", 1, 1),
        ("seven hundred hundred", 700, 2),
        ("thousand thousand", 1000, 1),
    ],
)
def test_a_number_ends_where_the_next_word_makes_none(text: str, value: int, words: int) -> None:
    assert value_of(text) == (value, words)


@pytest.mark.parametrize("text", ["harbour", "well-known", "and five", "-", "two-harbour"])
def test_other_words_are_no_number(text: str) -> None:
    assert value_of(text) is None


def test_ordinals_and_vague_numbers_say_what_they_are() -> None:
    english = language_by_code("en")
    third, dozens = number_at(["third"], 0, english), number_at(["dozens"], 0, english)
    assert third is not None
    assert dozens is not None
    assert (third.is_ordinal, third.is_vague) == (True, False)
    assert (dozens.is_ordinal, dozens.is_vague) == (False, True)


@pytest.mark.parametrize(
    ("text", "figures", "code"),
    [
        ("twenty fifteen", "2015", "en"),
        ("nineteen hundred and five", "1905", "en"),
        ("two million", "2,000,000", "en"),
        ("twenty-three", "23", "en"),
        ("quatre-vingt-dix-sept", "97", "fr"),
    ],
)
def test_a_number_in_words_is_one_in_figures(text: str, figures: str, code: str) -> None:
    assert is_written_number(text.split(), figures, language_by_code(code))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("twenty fifteen", "2016"),
        ("twenty fifteen boats", "2015"),
        ("boats", "2015"),
        ("", "2015"),
        ("twenty first", "21"),  # no amount
        ("dozens", "12"),  # only about as many
        ("a", "1"),  # an article
        ("half a", "1"),
    ],
)
def test_other_words_are_no_number_in_figures(text: str, figures: str) -> None:
    assert not is_written_number(text.split(), figures, language_by_code("en"))
