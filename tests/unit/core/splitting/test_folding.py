from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.splitting.folding import FOLDINGS, fold, fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“curly”", '"curly"'),
        ("it’s", "it's"),
        ("a — b", "a - b"),
        ("no\u00a0break", "no break"),
        ("ﬁnd", "find"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Ｆｕｌｌ", "Full"),
        ("wait…", "wait..."),
        ("1⁄2 and ½", "1/2 and 1/2"),
        ("CO₂", "CO2"),
        ("x²", "x2"),
        ("3½", "3 1/2"),
        ("ק״ג", 'ק"ג'),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("10²", "102"), ("½²", "1/22"), ("1½", "11/2"), ("5①", "51"), ("3.5", "35")]
)
def test_what_is_read_otherwise_does_not_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("STRASSE", "strasse"), ("Straße", "strasse"), ("_so_", "so"), ("__", "__"), ("it’s", "it's")],
)
def test_a_word_is_folded_in_lower_case_without_signs_of_italics(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_every_folding_has_a_reason_and_no_character_two() -> None:
    assert all(row.reason for row in FOLDINGS)
    characters = "".join(row.characters for row in FOLDINGS)
    assert len(set(characters)) == len(characters)


@given(st.text())
def test_folding_twice_changes_nothing_and_letters_and_figures_stay(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded


def test_letters_with_marks_are_not_folded() -> None:
    assert fold("café") != fold("cafe")


def test_case_is_kept() -> None:
    assert fold("Us") == "Us"
