"""How alike sentences are, against sums over plain sets."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.features import likeness as measures
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.features.likeness import (
    edge_likeness,
    group_likeness,
    shared_tables,
)
from facing_pages.core.alignment.sentences.features.sentence_features import EDGE_WORDS
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from tests.helpers.sections import features_of_rows, section_of, texts


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.sampled_from([1, 2, 32]))
def test_likeness_is_dice_over_all_features(
    original: list[str], rewrite: list[str], often: int
) -> None:
    features = make_features(text_units([original]), text_units([rewrite]))
    with mock.patch.multiple(
        measures, FREQUENT_ONE_IN=often, MAX_TABLE_ENTRIES=1, MIN_TABLE_COLUMNS=1
    ):
        table = measures.Likeness(features.rewrite).to(features.original)
    weights = features.original.table.weight
    for i in range(len(original)):
        for j in range(len(rewrite)):
            sets = [
                features_of_rows(features.original, i, 1),
                features_of_rows(features.rewrite, j, 1),
            ]
            common = sum(float(weights[n]) for n in sets[0] & sets[1])
            total = sum(float(weights[n]) for part in sets for n in part)
            assert abs(float(table[i, j]) - 2 * common / total) < 1e-3


@settings(max_examples=40, deadline=None)
@given(texts, texts, st.booleans())
def test_edges_are_compared_by_their_own_words(
    original: list[str], rewrite: list[str], last: bool
) -> None:
    features = make_features(text_units([original]), text_units([rewrite]))
    table = edge_likeness(*features, last=last)
    weights = features.original.table.weight
    order = list(dict.fromkeys(word for text in [*original, *rewrite] for word in text.split()))
    worth = {word: float(weights[number]) for number, word in enumerate(order)}
    cut = slice(-EDGE_WORDS, None) if last else slice(EDGE_WORDS)
    for i, one in enumerate(original):
        for j, other in enumerate(rewrite):
            edges = [frozenset(text.split()[cut]) for text in (one, other)]
            common, *held = (sum(worth[w] for w in e) for e in (edges[0] & edges[1], *edges))
            number = 2 * len(edges[0] & edges[1]) / (len(edges[0]) + len(edges[1]))
            assert abs(float(table[i, j]) - min(2 * common / sum(held), number)) < 1e-5


def test_all_sentences_together_are_alike_by_all_they_hold() -> None:
    units = Both(text_units([["the boat", "the lamp"]]), text_units([["the lamp", "the boat"]]))
    features = make_features(*units)
    assert group_likeness(*features) == 1.0


def test_what_a_group_holds_twice_counts_once_in_it() -> None:
    features = section_of(
        [["storm lamp", "storm boat", "snow"]], [["lamp storm", "storm"]]
    ).features
    # Of four words and two, two are common.
    assert group_likeness(*features) == pytest.approx(2 * 2 / (4 + 2))
    assert group_likeness(features.rewrite, features.original) == pytest.approx(2 / 3)


def test_groups_with_nothing_in_common_are_not_alike() -> None:
    features = section_of([["storm"]], [["harbour"]]).features
    assert group_likeness(*features) == 0.0
    assert group_likeness(*section_of([["the"]], [["the"]]).features) == 0.0


def test_shared_features_are_told_row_by_row() -> None:
    features = section_of([["storm harbour", "lamp"]], [["lamp storm snow"]]).features
    one, other, shared = shared_tables(*features)
    assert shared.tolist() == [0, 2]
    assert one.tolist() == [[1, 0], [0, 1]]
    assert other.tolist() == [[1, 1]]


@pytest.mark.parametrize(
    ("entries", "columns", "kept"), [(3, 1, 1), (6, 1, 2), (5, 1, 1), (3, 2, 2)]
)
def test_of_too_many_shared_features_the_rarest_are_taken(
    entries: int, columns: int, kept: int
) -> None:
    # Three sentences; the storm is everywhere, the lamp in both texts once.
    units = Both(
        text_units([["storm harbour lamp", "storm"]]), text_units([["storm harbour lamp"]])
    )
    features = make_features(*units)
    with mock.patch.multiple(measures, MAX_TABLE_ENTRIES=entries, MIN_TABLE_COLUMNS=columns):
        _, _, shared = shared_tables(*features)
    rarity = features.original.table.rarity
    every = np.intersect1d(features.original.ids, features.rewrite.ids)
    assert len(shared) == kept
    assert shared.tolist() == sorted(shared.tolist())
    assert sorted(rarity[shared]) == sorted(rarity[every])[-kept:]
