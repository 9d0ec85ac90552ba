"""The dynamic programme against a slow, obvious twin."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment import chain
from facing_pages.core.similarity.features import likeness, make_features
from facing_pages.core.similarity.units import text_units

WORDS = ["boat", "lamp", "stairs", "winter", "granite", "keeper", "candle", "harbour"]
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6
)


def slow_best(likeness: dict[tuple[int, int], np.ndarray], size: tuple[int, int]) -> float:
    """Try every chain."""

    @cache
    def best(i: int, j: int) -> float:
        if i == 0 or j == 0:
            return 0.0
        reached = max(best(i - 1, j), best(i, j - 1))
        for (high, wide), table in likeness.items():
            if high <= i and wide <= j:
                reached = max(reached, best(i - high, j - wide) + float(table[i - high, j - wide]))
        return reached

    return best(*size)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_the_chain_is_as_good_as_any(original: list[str], rewrite: list[str]) -> None:
    units = (text_units([original]), text_units([rewrite]))
    features = make_features(*units)
    scores = chain._Scores(units, features, chain.LEAST_ALIKE)
    earned = {
        shape: scores.rows(shape, 0, len(original))
        for shape in chain.SHAPES
        if shape[0] <= len(original) and shape[1] <= len(rewrite)
    }
    found = chain.best_chain(units, features)
    total = sum(
        float(earned[p.original.length, p.rewrite.length][p.original.start, p.rewrite.start])
        for p in found
    )
    assert abs(total - slow_best(earned, (len(original), len(rewrite)))) < 1e-3


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(1, 5))
def test_the_mass_of_a_group_counts_each_feature_once(sentences: list[str], group: int) -> None:
    units = text_units([sentences])
    features, _ = make_features(units, units)
    for start, mass in enumerate(features.masses(group)):
        ids = {
            int(n)
            for k in range(start, start + group)
            for n in features.ids[features.starts[k] : features.starts[k + 1]]
        }
        assert abs(float(mass) - sum(float(features.weights[n]) for n in ids)) < 1e-2


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_likeness_is_dice_over_all_features(original: list[str], rewrite: list[str]) -> None:
    features = make_features(text_units([original]), text_units([rewrite]))
    table = likeness(*features)
    for i in range(len(original)):
        for j in range(len(rewrite)):
            sets = [
                {int(n) for n in side.ids[side.starts[k] : side.starts[k + 1]]}
                for side, k in zip(features, (i, j), strict=True)
            ]
            weights = features[0].weights
            common = sum(float(weights[n]) for n in sets[0] & sets[1])
            total = sum(float(weights[n]) for part in sets for n in part)
            assert abs(float(table[i, j]) - 2 * common / total) < 1e-3
