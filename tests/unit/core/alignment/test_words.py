from __future__ import annotations

import pytest

from facing_pages import align_words


def linked(original: str, rewrite: str) -> set[tuple[str, str]]:
    words = (original.split(), rewrite.split())
    return {(words[0][i], words[1][j]) for i, j in align_words(*words)}


def test_equal_sentences_are_linked_word_by_word() -> None:
    words = "the cat sat on the mat".split()
    assert align_words(words, words) == tuple((k, k) for k in range(6))


def test_a_replaced_word_between_equal_ones_is_linked() -> None:
    assert ("imagery", "footage") in linked(
        "the imagery showed the fighters", "the footage showed the fighters"
    )


def test_reordered_words_are_linked_across() -> None:
    found = linked("gathering intelligence is hard", "intelligence gathering is hard")
    assert {("gathering", "gathering"), ("intelligence", "intelligence")} <= found


def test_an_abbreviation_is_linked_with_all_it_stands_for() -> None:
    found = linked("The US kept troops there", "The United States kept troops there")
    assert {("US", "United"), ("US", "States")} <= found


def test_a_repeated_word_goes_with_its_neighbours() -> None:
    original = "the red boat passed the blue boat".split()
    rewrite = "the blue boat was passed by the red boat".split()
    pairs = align_words(original, rewrite)
    assert (2, 8) in pairs
    assert (6, 2) in pairs


def test_forms_of_a_word_are_linked() -> None:
    assert ("appears", "appeared") in linked("it appears to be so", "it appeared to be so")


@pytest.mark.parametrize(("one", "other"), [([], []), ([], ["a"]), (["a"], [])])
def test_nothing_is_linked_with_nothing(one: list[str], other: list[str]) -> None:
    assert align_words(one, other) == ()


def test_sides_mirror_each_other() -> None:
    one = "officials said the strike hit a car in a narrow alley".split()
    other = "the strike struck a car in a tight alleyway , two officials said".split()
    there = align_words(one, other)
    back = align_words(other, one)
    assert {(j, i) for i, j in there} == set(back)
