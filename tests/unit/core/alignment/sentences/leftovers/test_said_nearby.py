"""How much of a sentence that is alone is said near by, and where that is looked for."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.leftovers.said_nearby import (
    NEARBY_SENTENCES,
    shares_said_nearby,
)
from facing_pages.core.alignment.sentences.span_links import mirrored
from facing_pages.core.model import Span
from tests.helpers.sections import link, section_of

GOAT = ["led goat dog", "laughed", "dog served count"]
WITH_DOG = ["led goat dog served count", "laughed"]


def test_words_that_a_link_does_not_account_for_are_said_there() -> None:
    shares = shares_said_nearby(section_of([GOAT], [WITH_DOG]), [link(0, 0), link(1, 1)])
    assert shares.original == (0.0, 0.0, pytest.approx(2 / 3))
    assert shares.rewrite == (0.0, 0.0)


def test_function_words_do_not_count() -> None:
    section = section_of([["led goat", "the dog was in it"]], [["led goat the was in it"]])
    assert shares_said_nearby(section, [link(0, 0)]).original[1] == 0.0


def test_a_sentence_of_function_words_only_is_said_nowhere() -> None:
    section = section_of([["led goat", "it was"]], [["led goat it was"]])
    assert shares_said_nearby(section, [link(0, 0)]).original == (0.0, 0.0)


def test_what_a_sentence_that_is_repeated_says_is_no_evidence() -> None:
    twice = ["dog served count", *GOAT]
    shares = shares_said_nearby(section_of([twice], [WITH_DOG]), [link(1, 0), link(2, 1)])
    assert shares.original == (0.0,) * 4


def test_words_in_several_places_do_not_add_up() -> None:
    section = section_of([["lamp", "dog count", "boat"]], [["lamp dog", "boat count"]])
    assert shares_said_nearby(section, [link(0, 0), link(2, 1)]).original[1] == 0.5


@pytest.mark.parametrize(
    ("distance", "share"), [(NEARBY_SENTENCES, 1.0), (NEARBY_SENTENCES + 1, 0.0)]
)
def test_only_links_of_sentences_near_by_count(distance: int, share: float) -> None:
    others = [f"lamp{letter}" for letter in "abcdef"[: distance - 1]]
    original = ["boat", *others, "dog count"]
    section = section_of([original], [["boat dog count", *others]])
    links = [link(k, k) for k in range(distance)]
    assert shares_said_nearby(section, links).original[-1] == share


def test_a_group_of_sentences_is_near_if_one_of_them_is() -> None:
    original = ["boat", "stairs", "lamp", "clock", "dog count"]
    section = section_of([original], [["boat stairs dog", "lamp clock"]])
    links = [link(Span(0, 2), 0), link(Span(2, 4), 1)]
    assert shares_said_nearby(section, links).original[4] == 0.5


def test_a_sentence_without_a_link_faces_those_beside_the_same_links() -> None:
    original = ["boat", "dog count", "lamp", "clock", "stairs", "storm", "served count"]
    section = section_of([original], [["boat", "dog served", "lamp", "clock", "stairs", "storm"]])
    links = [link(0, 0), *(link(k, k) for k in range(2, 6))]
    shares = shares_said_nearby(section, links)
    assert shares.original[1] == 0.5
    # Too far from it.
    assert shares.original[6] == 0.0
    assert shares.rewrite[1] == 0.5


def test_texts_without_links_face_each_other_from_their_starts() -> None:
    section = section_of([["dog count", "lamp"]], [["stairs", "dog"]])
    assert shares_said_nearby(section, []).original == (0.5, 0.0)


def test_swapping_the_sides_mirrors_the_shares() -> None:
    links = [link(0, 0), link(1, 1)]
    there = shares_said_nearby(section_of([GOAT], [WITH_DOG]), links)
    back = shares_said_nearby(section_of([WITH_DOG], [GOAT]), mirrored(links))
    assert back.swapped == there
