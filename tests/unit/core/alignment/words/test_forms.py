from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.alignment.words.forms import (
    form_likeness,
    form_likeness_table,
    is_acronym_of,
    is_part_of,
    word_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1,500", "1500"), ("Ten", "10"), ("percent", "%"), ("Gen.", "General"), ("U.S.", "US"),
     ("Trump’s", "Trump"), ("“", '"')],
)  # fmt: skip
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


def test_an_abbreviation_in_capitals_is_not_the_pronoun() -> None:
    assert word_key("US") != word_key("us")


@pytest.mark.parametrize(
    ("one", "other"), [("alleyway", "alley"), ("counted", "counting"), ("strike", "strikes")]
)
def test_inflections_are_alike(one: str, other: str) -> None:
    assert form_likeness(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"), [("imagery", "footage"), ("1500", "1600"), ("cat", "car"), ("run", "ran")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert form_likeness(one, other) == 0.0


def test_an_acronym_is_made_of_first_letters() -> None:
    assert is_acronym_of("US", ("United", "States"))
    assert not is_acronym_of("US", ("United", "Nations"))
    assert not is_acronym_of("us", ("united", "states"))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("not", "didn't"),
        ("did", "didn't"),
        ("has", "he's"),
        ("60", "60%"),
        ("sixty", "60%"),
        ("percent", "60%"),
        ("per-cent", "60%"),
        ("процентов", "60%"),
        ("%", "60%"),
    ],
)
def test_a_contraction_is_both_of_its_words(short: str, long: str) -> None:
    assert is_part_of(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("not", "not"), ("has", "he'll"), ("%", "%"), ("6", "60%")]
)
def test_other_words_are_no_part_of_it(short: str, long: str) -> None:
    assert not is_part_of(short, long)


@pytest.mark.parametrize("word", ["zwei", "deux", "dos", "два"])
def test_number_words_of_other_languages_are_numbers(word: str) -> None:
    assert word_key(word) == word_key("two") == "2"


KEYS = st.lists(st.text("abcde-1é", max_size=9), min_size=1, max_size=6)


@given(KEYS, KEYS)
def test_a_table_of_forms_has_what_each_pair_gives(first: list[str], second: list[str]) -> None:
    first = [*first, "alleyway", "counted", "strikes", "a" * 70]
    second = [*second, "alley", "counting", "1500", "a" * 71, first[0]]
    table = form_likeness_table(first, second)
    assert table.tolist() == [[form_likeness(one, other) for other in second] for one in first]
