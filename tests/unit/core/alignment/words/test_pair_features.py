from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from facing_pages.core.alignment.words.lexicon import Word, lexicon
from facing_pages.core.alignment.words.pair_features import (
    FEATURES,
    MAX_WORDS_OFF,
    PairFeatures,
    pair_features,
)


def features(original: str, rewrite: str, language: str = "en") -> PairFeatures:
    words = lexicon(language)
    return pair_features(
        *([words.word(word) for word in side.split()] for side in (original, rewrite))
    )


def column(found: PairFeatures, name: str) -> list[list[float]]:
    values: list[list[float]] = found.values[:, :, FEATURES.index(name)].tolist()
    return values


def test_there_is_a_cell_for_every_pair_of_words() -> None:
    found = features("the lamp burned", "a light went out")
    assert found.values.shape == (3, 4, len(FEATURES))
    assert found.vectors is not None
    assert [len(side) for side in found.vectors] == [3, 4]


def test_other_languages_have_no_vectors() -> None:
    found = features("die Lampe", "das Licht", "de")
    assert found.vectors is None
    assert not np.any(column(found, "vectors"))


def test_sameness_goes_from_the_written_word_to_its_dictionary_form() -> None:
    found = features("The ten lamps", "the 10 lamp")
    assert np.diag(column(found, "same")).tolist() == [1, 0, 0]
    assert np.diag(column(found, "same_key")).tolist() == [1, 1, 0]
    assert np.diag(column(found, "same_lemma"))[2] == 1
    assert np.diag(column(found, "form"))[2] > 0


@pytest.mark.parametrize(
    ("original", "rewrite", "name"),
    [
        (",", ".", "both_marks"),
        (",", "lamp", "one_mark"),
        ("the", "of", "both_light"),
        ("the", "lamp", "one_light"),
        ("12", "13", "both_numbers"),
        ("12", "lamp", "one_number"),
        ("car", "automobile", "synonym"),
        ("depart", "departure", "near"),
    ],
)
def test_what_kind_of_words_meet_is_the_same_both_ways(
    original: str, rewrite: str, name: str
) -> None:
    assert column(features(original, rewrite), name) == [[1]]
    assert column(features(rewrite, original), name) == [[1]]


def test_an_acronym_is_marked_with_each_of_its_words() -> None:
    found = features("the US fleet", "the United States fleet")
    assert column(found, "acronym")[1] == [0, 1, 1, 0]
    assert np.array(column(features("United States", "US"), "acronym"))[:, 0].tolist() == [1, 1]


def test_the_distance_from_the_chain_of_equal_words_grows_up_to_a_limit() -> None:
    found = features("lamp boat sea", "lamp boat sea")
    assert column(found, "on_chain") == np.eye(3).tolist()
    assert column(found, "off_row")[0] == pytest.approx([0, 1 / MAX_WORDS_OFF, 2 / MAX_WORDS_OFF])
    words = " ".join(f"w{number}" for number in range(20))
    assert column(features(words, words), "off_row")[0][19] == 1


def test_equal_neighbours_count_less_the_further_they_are() -> None:
    assert column(features("lamp x", "lamp y"), "neighbours")[1][1] == pytest.approx(0.5)
    assert column(features("lamp x x", "lamp y y"), "neighbours")[2][2] == pytest.approx(0.3)
    assert column(features("x x lamp", "y y lamp"), "neighbours")[0][0] == pytest.approx(0.3)


def test_a_word_that_occurs_often_is_less_unique() -> None:
    assert column(features("lamp lamp boat", "lamp boat"), "unique") == [[0.5, 0], [0.5, 0], [0, 1]]


def test_letters_edits_and_beginnings_are_shares() -> None:
    found = features("lamp boat", "lamps tramp")
    # Four letters of four and five, one of them left over; "amp" with two and one left over.
    assert column(found, "edits")[0] == pytest.approx([8 / 9, 6 / 9])
    assert column(found, "prefix")[0] == pytest.approx([4 / 5, 0])
    assert column(found, "letters")[0][0] == pytest.approx(0.96)
    assert column(found, "letters")[1][0] < 0.6


def test_forms_are_compared_only_where_letters_are_alike() -> None:
    found = column(features("counted boat", "sea counting"), "form")
    assert found == [[0, pytest.approx(5 / 8)], [0, 0]]


def test_an_acronym_needs_capitals_and_all_its_words_in_a_row() -> None:
    assert not np.any(column(features("us", "United States"), "acronym"))
    assert not np.any(column(features("US", "United Big States"), "acronym"))
    assert not np.any(column(features("ABCDEFG", "A B C D E F G"), "acronym"))
    assert np.all(column(features("ABCDEF", "A B C D E F"), "acronym"))
    assert column(features("U.S.", "States United States"), "acronym") == [[0, 1, 1]]


def with_vectors(*vectors: list[float] | None) -> list[Word]:
    """Return different words with these vectors."""
    return [
        replace(
            lexicon("en").word(f"word{chr(ord('a') + k)}"),
            find_vector=lambda _, v=vector: None if v is None else np.array(v, np.float32),
        )
        for k, vector in enumerate(vectors)
    ]


X, Y, Z = [1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]


def test_words_are_as_alike_in_meaning_as_their_vectors() -> None:
    found = pair_features(with_vectors(X, Y), with_vectors([0.6, 0.8, 0]))
    assert column(found, "vector") == [[pytest.approx(0.6)], [pytest.approx(0.8)]]
    assert column(found, "vectors") == [[1], [1]]


def test_what_is_around_a_word_is_its_neighbours_and_half_of_those_next_to_them() -> None:
    alone = with_vectors(X)
    assert column(pair_features(alone, alone), "vector_around") == [[0]]
    # Around the first word are Y and half of Z; around the second X and Z.
    found = pair_features(with_vectors(X, Y, Z), with_vectors(X, Y))
    around = column(found, "vector_around")
    # The words around those of the rewrite are Y and X.
    root = math.sqrt(1.25)
    assert around[0] == pytest.approx([1 / root, 0])
    assert around[1] == pytest.approx([0, math.sqrt(0.5)])
    assert around[2] == pytest.approx([1 / root, 0.5 / root])


def test_one_word_without_a_vector_leaves_all_without() -> None:
    for sides in (([X], [X, None]), ([None], [X, X])):
        found = pair_features(*(with_vectors(*side) for side in sides))
        assert found.vectors is None
        assert not np.any(column(found, "vectors"))


def test_the_rarer_and_the_commoner_word_are_known() -> None:
    found = features("the", "chandlery")
    rarity = [lexicon("en").word(text).rarity for text in ("the", "chandlery")]
    assert column(found, "commoner") == [[pytest.approx(rarity[0])]]
    assert column(found, "rarer") == [[pytest.approx(rarity[1])]]


# "the" and "lamp" are on the chain of all words, "lamp" alone on that of content words.
CHAINED = ("the lamp burned", "the old lamp")


def test_chains_are_of_all_equal_words_and_of_those_with_content() -> None:
    found = features(*CHAINED)
    assert column(found, "on_chain") == [[1, 0, 0], [0, 0, 1], [0, 0, 0]]
    assert column(found, "on_content_chain") == [[0, 0, 0], [0, 0, 1], [0, 0, 0]]
    # Two of three words on either side.
    assert np.allclose(column(found, "chained"), 2 / 3)


def test_cells_are_off_the_line_through_the_content_words_that_are_equal() -> None:
    # The line goes from before the first words through "lamp" to behind the last ones: at the rows
    # it is at columns 0.5, 2 and 2.5, at the columns at rows -1/3, 1/3 and 1.
    found = features(*CHAINED)
    rows = [[0.5, 0.5, 1.5], [2, 1, 0], [2.5, 1.5, 0.5]]
    assert np.allclose(column(found, "off_row"), np.array(rows) / MAX_WORDS_OFF)
    columns = [[1 / 3, 1 / 3, 1], [4 / 3, 2 / 3, 0], [7 / 3, 5 / 3, 1]]
    assert np.allclose(column(found, "off_column"), np.array(columns) / MAX_WORDS_OFF)


def test_cells_far_off_the_line_are_as_far_as_can_be() -> None:
    words = " ".join(f"w{number}" for number in range(20))
    off = column(features(words, words), "off_column")
    assert off[0][9:12] == pytest.approx([0.9, 1, 1])


def test_the_place_of_a_word_is_its_share_of_the_sentence() -> None:
    found = features("the lamp burned", "a light")
    assert np.allclose(column(found, "place"), [[0, 1 / 2], [1 / 3, 1 / 6], [2 / 3, 1 / 6]])


@pytest.mark.parametrize(("original", "rewrite"), [("a b c", "a"), ("a", "a b c"), ("a", "b")])
def test_growth_is_the_logarithm_of_the_lengths_either_way(original: str, rewrite: str) -> None:
    growth = math.log(3) if "c" in original + rewrite else 0
    assert np.allclose(column(features(original, rewrite), "growth"), growth)


def test_equal_words_before_and_behind_count_together() -> None:
    found = features("lamp boat x sea sky stone", "lamp boat y sea sky stone")
    # One word away on both sides, two on both, three behind.
    assert column(found, "neighbours")[2][2] == pytest.approx(2 * 0.5 + 2 * 0.3 + 0.2)


def test_a_word_that_occurs_often_in_the_rewrite_is_less_unique_too() -> None:
    assert column(features("lamp boat", "lamp sea lamp"), "unique") == [[0.5, 0, 0.5], [0, 0, 0]]
