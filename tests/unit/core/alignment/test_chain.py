"""The dynamic programme against a slow, obvious twin."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment import chain
from facing_pages.core.similarity.features import dense_tables, make_features
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
    tables = dense_tables(*features)
    products = tables[0] @ tables[1].T
    bonus = chain._paragraph_bonus(*units)
    earned = {
        shape: chain._earned(
            chain._likeness(products, tables, shape), bonus, shape, chain.LEAST_ALIKE
        )
        for shape in chain.SHAPES
        if shape[0] <= len(original) and shape[1] <= len(rewrite)
    }
    found = chain.best_chain(units, features)
    total = sum(
        float(earned[p.original.length, p.rewrite.length][p.original.start, p.rewrite.start])
        for p in found
    )
    assert abs(total - slow_best(earned, products.shape)) < 1e-3
