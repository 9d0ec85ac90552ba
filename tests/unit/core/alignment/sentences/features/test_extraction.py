"""From sentences to features: which there are, and what they weigh."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from facing_pages.core.alignment.sentences.features.extraction import (
    EXACT,
    FAMILY_WEIGHTS,
    make_features,
)
from facing_pages.core.alignment.sentences.features.sentence_features import Family, Features
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.errors import Cancelled
from facing_pages.core.languages.frequencies import UNLISTED_FREQUENCY
from facing_pages.core.progress import Progress
from tests.helpers.sections import texts

LINES = ["the keeper lit the lamp in 1843", "nobody came to the harbour", "***"]


def made(original: list[str], rewrite: list[str]) -> Both[Features]:
    """Return the features of two paragraphs."""
    return make_features(text_units([original]), text_units([rewrite]))


def counts(features: Features, row: int) -> dict[Family, int]:
    """Return how many features of each family a row has."""
    ids = features.ids[features.starts[row] : features.starts[row + 1]]
    families = features.table.family[ids].tolist()
    return {Family(family): families.count(family) for family in sorted(set(families))}


def test_words_pairs_and_letter_groups_are_features() -> None:
    features = made(LINES, ["snow"]).original
    found = counts(features, 0)
    assert found[Family.WORD] == 3
    assert found[Family.FUNCTION_WORD] == 2
    assert found[Family.NUMBER] == 1
    assert found[Family.PAIR] == 6
    # keeper: <kee keep eepe eper; lamp: <lam lamp; 1843: <184 1843; lit is too short for a group.
    assert found[Family.GROUP] == 8
    assert set(counts(features, 2)) == {Family.NUMBER, Family.PAIR}


def test_each_feature_is_in_a_row_once_and_in_order() -> None:
    features = made(["storm storm storm storm", "boat lamp boat lamp boat"], LINES).original
    assert counts(features, 0)[Family.WORD] == counts(features, 0)[Family.PAIR] == 1
    assert counts(features, 1)[Family.WORD] == counts(features, 1)[Family.PAIR] == 2
    for row in range(len(features)):
        ids = features.ids[features.starts[row] : features.starts[row + 1]]
        assert (np.diff(ids) > 0).all()


def test_no_pair_reaches_over_the_end_of_a_sentence() -> None:
    features = made(["storm", "harbour"], ["storm harbour"])
    assert Family.PAIR not in counts(features.original, 0) | counts(features.original, 1)
    assert counts(features.rewrite, 0)[Family.PAIR] == 1


def of_family(features: Features, row: int, family: Family) -> set[int]:
    """Return the features of a row that are of a family."""
    ids = features.ids[features.starts[row] : features.starts[row + 1]]
    return set(ids[features.table.family[ids] == family].tolist())


@settings(max_examples=50, deadline=None)
@given(texts, texts)
def test_sentences_share_the_pairs_of_words_that_follow_one_another_in_both(
    original: list[str], rewrite: list[str]
) -> None:
    sides = made(original, rewrite)
    held = [[of_family(side, row, Family.PAIR) for row in range(len(side))] for side in sides]
    pairs = [[set(pairwise(text.split())) for text in side] for side in (original, rewrite)]
    for one, own in zip(held[0], pairs[0], strict=True):
        for other, others in zip(held[1], pairs[1], strict=True):
            assert len(one & other) == len(own & others)
            assert len(one | other) == len(own | others)


def test_words_share_the_letter_groups_and_meanings_that_they_have() -> None:
    features = made(["harbour", "automobile"], ["harbours", "car"])
    one, other = features
    # <har harb arbo rbou bour, and in the rewrite ours as well.
    common = of_family(one, 0, Family.GROUP) & of_family(other, 0, Family.GROUP)
    assert len(common) == 5
    assert of_family(one, 1, Family.MEANING) & of_family(other, 1, Family.MEANING)
    assert not of_family(one, 0, Family.MEANING) & of_family(other, 1, Family.MEANING)


def test_both_sides_share_what_they_share() -> None:
    features = made(["the keeper slept"], ["the keeper woke"])
    shared = np.intersect1d(features.original.ids, features.rewrite.ids)
    table = features.original.table
    assert table is features.rewrite.table
    families = table.family[shared].tolist()
    assert (families.count(Family.WORD), families.count(Family.PAIR)) == (1, 1)


def test_first_and_last_words_are_told_with_nothing_behind_them() -> None:
    features = made(["storm harbour", "one two three four five six"], ["lamp"]).original
    assert features.first[0].tolist() == [0, 1, -1, -1, -1]
    assert features.last[0].tolist() == [1, 0, -1, -1, -1]
    assert features.first[1].tolist() == [2, 3, 4, 5, 6]
    assert features.last[1].tolist() == [7, 6, 5, 4, 3]


def test_what_is_rarer_weighs_more() -> None:
    start = "the rain was on the sea and it was"
    features = made([f"{start} {word}" for word in ("qwertyuk", *["qwertyum"] * 2, "cold")], LINES)
    rarity = features.original.table.rarity
    once, twice, cold = (features.original.last[row][0] for row in (0, 1, 3))
    the = features.original.first[0][0]
    assert rarity[the] < rarity[twice] < rarity[cold] < rarity[once]


def test_nothing_counts_more_than_words_of_content_and_numbers() -> None:
    table = made(LINES, LINES).original.table
    whole = (table.family == Family.WORD) | (table.family == Family.NUMBER)
    assert table.weight[whole] == pytest.approx(table.rarity[whole], abs=0.5 / EXACT + 1e-6)
    # Function words count least.
    others = [FAMILY_WEIGHTS[family] for family in (Family.GROUP, Family.PAIR, Family.MEANING)]
    assert FAMILY_WEIGHTS[Family.FUNCTION_WORD] < min(others) <= max(others) < 1


def test_weights_are_rarity_by_family_in_exact_steps() -> None:
    table = made(LINES, LINES).original.table
    factors = np.array(FAMILY_WEIGHTS, dtype=np.float32)[table.family]
    assert table.weight == pytest.approx(table.rarity * factors, abs=0.5 / EXACT + 1e-6)
    assert (table.weight * 64 == np.round(table.weight * 64)).all()


def test_rarity_is_counted_over_both_texts_and_general_ones() -> None:
    table = made(["qwertyuk qwertyum"], ["qwertyuq"]).original.table
    # A pair of words is taken to be as common in general as it is here: in one of two sentences.
    pair = np.log1p((2 + 300) / (1 + 1 + 300 * (1 / 2)))
    assert table.rarity[table.family == Family.PAIR] == pytest.approx([pair], rel=1e-4)
    # A word is as common in sentences of 15 words as the language has it.
    word = np.log1p((2 + 300) / (1 + 1 + 300 * (1 - np.exp(-15 * UNLISTED_FREQUENCY))))
    assert table.rarity[table.family == Family.WORD] == pytest.approx([word] * 3, rel=1e-4)


def test_the_work_can_be_stopped() -> None:
    reports: list[float] = []
    make_features(*[text_units([LINES])] * 2, Progress(lambda stage, share: reports.append(share)))
    assert reports == [0.0] * 3

    class Stopped:
        """Wants to stop at once."""

        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        make_features(*[text_units([LINES])] * 2, Progress(cancel=Stopped()))
