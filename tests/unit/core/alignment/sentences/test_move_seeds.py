"""The partners of sentences in a table that is looked at part by part."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from facing_pages.core.alignment.sentences.move_seeds import BestMatches
from facing_pages.core.alignment.sentences.sentence_units import Floats

# Few values, so that there are equals; all of them exact.
values = st.sampled_from([0.0, 0.25, 0.5, 1.0])
tables = arrays.arrays(np.float32, st.tuples(st.integers(1, 7), st.integers(1, 5)), elements=values)


@given(tables, st.integers(1, 4))
def test_partners_are_the_same_part_by_part(table: Floats, step: int) -> None:
    whole = BestMatches.among(table.T)
    parts = BestMatches.of_nothing(table.shape[1])
    for start in range(0, len(table), step):
        parts = parts.or_better(BestMatches.among(table[start : start + step].T), start)
    for one, other in zip(whole, parts, strict=True):
        assert one.tolist() == other.tolist()


@given(tables)
def test_a_partner_is_the_first_of_the_most_alike(table: Floats) -> None:
    found = BestMatches.among(table)
    for row, best, alike, second in zip(
        table.tolist(), *map(np.ndarray.tolist, found), strict=True
    ):
        assert alike == max(row)
        assert best == row.index(alike)
        assert second == max([0.0, *row[:best], *row[best + 1 :]])
