"""Words in the spelling of several times, and how alike their letters are."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.leftovers.old_spelling import (
    letter_groups,
    letters_alike,
    old_spelling,
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vnto", "unto"),
        ("hym", "him"),
        ("folowe", "follow"),
        ("Iesus", "Jesus"),
        ("vpon", "upon"),
        ("musicke", "musick"),
        ("seyn", "sein"),
        ("Theil", "Teil"),
        ("vnd", "und"),
        ("roy", "roi"),
        ("hôtel", "hotel"),
        ("cœur", "ceur"),
        ("Prophet", "Profet"),
        ("daß", "das"),
    ],
)
def test_two_spellings_of_a_word_are_one(old: str, new: str) -> None:
    assert old_spelling(old) == old_spelling(new)


@pytest.mark.parametrize(
    ("one", "other"), [("he", "h"), ("the", "t"), ("boat", "beat"), ("lamp", "lame"), ("12", "13")]
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert old_spelling(one) != old_spelling(other)


def test_a_last_e_is_dropped_of_words_with_four_letters_or_more() -> None:
    assert (old_spelling("ore"), old_spelling("fore")) == ("ore", "for")


def test_scripts_without_old_spellings_stay_as_they_are() -> None:
    assert old_spelling("слово") == "слово"
    assert old_spelling("灯") == "灯"


def test_groups_are_of_three_letters_with_the_bounds_of_words() -> None:
    assert letter_groups(["lamp"]) == {" la", "lam", "amp", "mp "}
    assert letter_groups(["a", "a"]) == {" a "}
    assert letter_groups([]) == frozenset()


def test_alike_is_twice_what_is_common_in_all() -> None:
    one, other = letter_groups(["lamp"]), letter_groups(["lam"])
    assert letters_alike(one, other) == pytest.approx(2 * 2 / 7)
    assert letters_alike(one, one) == 1.0
    assert letters_alike(frozenset(), frozenset()) == 0.0
