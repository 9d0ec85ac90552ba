from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.alignment.words.lexicon import lexicon
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
