"""Sparse sets of features, one a sentence."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.features.sentence_features import (
    Family,
    Features,
    joined_ranges,
)
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.model import Span
from tests.helpers.sections import features_of_rows, section_of, texts

LINES = ["the storm harbour", "lamp 1843 storm", "stairs", "storm lamp"]


def features() -> Features:
    """Return the words of the lines, numbered as they come: the, storm, harbour, lamp, 1843 …"""
    return section_of([LINES], [["rain"]]).features.original


def sets(rows: Features) -> list[list[int]]:
    """Return the features of each row."""
    return [rows.ids[start:end].tolist() for start, end in pairwise(rows.starts.tolist())]


def test_rows_are_cut_out_in_order() -> None:
    assert sets(features()) == [[0, 1, 2], [1, 3, 4], [5], [1, 3]]
    part = features().rows(Span(1, 3))
    assert sets(part) == [[1, 3, 4], [5]]
    assert len(part) == 2
    assert part.first[:, 0].tolist() == [3, 5]
    assert part.last[:, 0].tolist() == [1, 5]


def test_rows_are_chosen_in_any_order() -> None:
    part = features().chosen(np.array([3, 0]))
    assert sets(part) == [[1, 3], [0, 1, 2]]
    assert part.first[:, 0].tolist() == [1, 0]
    assert part.last[:, 0].tolist() == [3, 2]


def test_only_some_families_are_kept() -> None:
    assert sets(features().only([Family.WORD])) == [[1, 2], [1, 3], [5], [1, 3]]
    assert sets(features().only([Family.FUNCTION_WORD, Family.NUMBER])) == [[0], [4], [], []]


def test_entries_are_ordered_by_feature_and_then_by_row() -> None:
    ids, rows = features().by_feature
    assert ids.tolist() == [0, 1, 1, 1, 2, 3, 3, 4, 5]
    assert rows.tolist() == [0, 0, 1, 3, 0, 1, 3, 1, 2]
    assert features().row_numbers().tolist() == [0, 0, 0, 1, 1, 1, 2, 3, 3]


def test_what_is_found_again_within_some_rows() -> None:
    assert features().found_again(1).tolist() == []
    assert features().found_again(2).tolist() == [1]
    assert features().found_again(3).tolist() == [1, 3]


def test_the_mass_of_groups_counted_by_hand() -> None:
    weights = np.array([1, 10, 100, 1000, 10_000, 100_000], dtype=np.float32)
    one, two, three = features().masses(weights, 3)
    assert one.tolist() == [111, 11010, 100_000, 1010]
    assert two.tolist() == [11111, 111_010, 101_010]
    assert three.tolist() == [111_111, 111_010]


def test_groups_larger_than_the_text_have_no_mass() -> None:
    weights = np.ones(6, dtype=np.float32)
    assert [len(masses) for masses in features().masses(weights, 6)] == [4, 3, 2, 1, 0, 0]


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(1, 5))
def test_the_mass_of_a_group_counts_each_feature_once(sentences: list[str], group: int) -> None:
    units = text_units([sentences])
    features, _ = make_features(units, units)
    weights = features.table.weight
    masses = features.masses(weights, group)
    assert len(masses) == group
    for start, mass in enumerate(masses[group - 1]):
        ids = features_of_rows(features, start, group)
        assert abs(float(mass) - sum(float(weights[n]) for n in ids)) < 1e-2


def test_ranges_follow_one_another() -> None:
    starts, lengths = np.array([5, 0, 9, 2]), np.array([2, 3, 0, 1])
    assert joined_ranges(starts, lengths).tolist() == [5, 6, 0, 1, 2, 2]
    nothing = np.array([], dtype=np.int64)
    assert joined_ranges(nothing, nothing).tolist() == []
