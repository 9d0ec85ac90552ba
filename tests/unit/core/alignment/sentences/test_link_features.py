"""The features of links, against plain sets and counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.link_features import (
    GroupEnd,
    LinkFeatures,
    least_gain,
    without_one,
)
from facing_pages.core.alignment.sentences.link_scores import SHAPES
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from tests.helpers.sections import WEIGHT, Paragraphs, section_of, texts


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_what_groups_have_in_common_is_that_of_their_sets(
    original: list[str], rewrite: list[str]
) -> None:
    units = Both(text_units([original]), text_units([rewrite]))
    features = make_features(*units)
    seen = LinkFeatures(units, features)
    weight = features.original.table.weight
    held = [
        [set(side.rows(Span(k, k + 1)).ids.tolist()) for k in range(len(side))] for side in features
    ]
    for high, wide in SHAPES:
        if high > len(original) or wide > len(rewrite):
            continue
        expected = [
            [
                sum(
                    float(weight[number])
                    for number in set().union(*held[0][i : i + high])
                    & set().union(*held[1][j : j + wide])
                )
                for j in range(len(rewrite) - wide + 1)
            ]
            for i in range(len(original) - high + 1)
        ]
        # Sums of weights are exact in any order.
        assert seen.common_weight((high, wide)).tolist() == expected


def test_what_two_links_in_order_find_is_not_crossed() -> None:
    first = ["the boat and the lamp", "the granite stairs"]
    second = ["the keeper of the boat", "a candle in the lamp and the granite stairs"]
    units = Both(text_units([first]), text_units([second]))
    features = make_features(*units)
    assert LinkFeatures(units, features).crossed((2, 2))[0, 0] > 0.1
    straight = LinkFeatures(
        Both(units.original, units.original), Both(features.original, features.original)
    )
    assert straight.crossed((2, 2))[0, 0] == 0


def seen(original: Paragraphs, rewrite: Paragraphs) -> LinkFeatures:
    """Return the features of all links of two texts whose words all weigh the same."""
    section = section_of(original, rewrite)
    return LinkFeatures(section.units, section.features)


ORIGINAL = [["storm harbour lamp", "lamp stairs"], ["granite candle winter boat"]]
REWRITE = [["storm lamp"], ["stairs granite", "storm snow"]]


def test_what_links_have_in_common_is_counted_by_shape() -> None:
    features = seen(ORIGINAL, REWRITE)
    assert features.size == (3, 3)
    one_to_one = np.array([[2, 0, 1], [1, 1, 0], [0, 1, 0]])
    assert (features.common_weight((1, 1)) == one_to_one * WEIGHT).all()
    # The lamp of both sentences counts once.
    assert (features.common_weight((2, 1)) == np.array([[2, 1, 1], [1, 2, 0]]) * WEIGHT).all()
    assert features.common((2, 1)) == pytest.approx(np.log1p(np.array([[8, 4, 4], [4, 8, 0]])))


def test_shares_are_of_both_groups_and_of_the_lighter_one() -> None:
    features = seen(ORIGINAL, REWRITE)
    assert features.alike((1, 1))[0] == pytest.approx([4 / 5, 0, 2 / 5])
    assert features.alike((2, 1))[0] == pytest.approx([4 / 6, 2 / 6, 2 / 6])
    assert features.contained((1, 1))[0] == pytest.approx([1, 0, 1 / 2])
    assert features.contained((1, 2))[0] == pytest.approx([2 / 3, 1 / 3])
    assert features.contained((3, 1))[0] == pytest.approx([1, 1, 1 / 2])


def test_words_are_counted_with_those_that_repeat() -> None:
    words = seen(ORIGINAL, REWRITE).words((2, 3))
    assert words.original.tolist() == [5, 6]
    assert words.rewrite.tolist() == [6]


def test_all_but_the_heaviest_sentence_of_a_group_is_joined_to_it() -> None:
    joined = seen(ORIGINAL, REWRITE).joined((2, 3))
    assert joined.original.tolist() == [2 * WEIGHT, 2 * WEIGHT]
    assert joined.rewrite.tolist() == [4 * WEIGHT]
    single = seen(ORIGINAL, REWRITE).joined((1, 1))
    assert not single.original.any()


def test_paragraphs_that_start_inside_a_group_are_counted() -> None:
    across = seen(ORIGINAL, REWRITE).across((3, 2))
    assert across.original.tolist() == [1]
    assert across.rewrite.tolist() == [1, 0]


def test_groups_start_and_end_paragraphs_together() -> None:
    starts, ends = seen(ORIGINAL, REWRITE).together((1, 1))
    assert starts.tolist() == [[1, 1, 0], [0, 0, 0], [1, 1, 0]]
    assert ends.tolist() == [[0, 0, 0], [1, 0, 1], [1, 0, 1]]
    starts, ends = seen(ORIGINAL, REWRITE).together((2, 2))
    assert starts.tolist() == [[1, 1], [0, 0]]
    assert ends.tolist() == [[0, 1], [0, 1]]


def test_edges_are_those_of_the_first_and_the_last_sentence() -> None:
    features = seen(ORIGINAL, REWRITE)
    first, last = features.edges_alike((1, 1))
    for shape in ((1, 2), (2, 1), (3, 3)):
        high, wide = shape
        starts, ends = features.edges_alike(shape)
        assert (starts == first[: 4 - high, : 4 - wide]).all()
        assert (ends == last[high - 1 :, wide - 1 :]).all()


def test_equal_sentences_are_told() -> None:
    same = seen([["storm harbour", "lamp"]], [["lamp", "harbour storm", "storm harbour"]]).same
    assert same.tolist() == [[False, False, True], [True, False, False]]


def test_sentences_that_both_texts_repeat_are_found_elsewhere() -> None:
    text = [["storm harbour", "yes", "lamp stairs", "yes", "granite"]]
    found = seen(text, [["yes", "storm harbour", "yes"]]).found_elsewhere
    assert found[1].tolist() == pytest.approx([2 / 3, 0, 2 / 3])
    assert not found[0].any()


def test_what_one_text_has_once_is_found_elsewhere_only_inside_paragraphs() -> None:
    text = [["storm harbour"], ["yes"], ["lamp stairs"], ["yes"]]
    assert not seen(text, [["yes", "granite"]]).found_elsewhere.any()
    assert not seen([["yes", "granite"]], text).found_elsewhere.any()
    inside = [["storm harbour", "yes"], ["lamp stairs", "yes"]]
    assert seen(inside, [["yes", "granite"]]).found_elsewhere[1, 0] == pytest.approx(0.5)


def test_a_formula_makes_no_contexts_alike() -> None:
    text = [["room has bed sofa", "yes"], ["room has lamp desk", "yes"], ["snow", "yes"]]
    features = seen(text, text)
    assert features.found_elsewhere[0, 2] == pytest.approx(2 / 6)
    assert features.contexts_alike[1].tolist() == pytest.approx([1, 1, 0, 0, 0, 0])


def test_an_end_of_a_group_gains_what_is_found_through_it_only() -> None:
    ends = list(seen(ORIGINAL, REWRITE).ends((2, 1)))
    assert [end.side for end in ends] == [Side.ORIGINAL] * 2
    last, first = ends
    # Without "lamp stairs" the group of the first two sentences loses "stairs", a new word, and
    # nothing else; without "storm harbour lamp" it loses "storm" of two new words.
    assert last.gain[0] == pytest.approx([0, 1, 0])
    assert first.gain[0] == pytest.approx([1 / 2, 0, 1 / 2])
    assert (last.rest, first.rest) == (
        (slice(0, 2), slice(None)),
        (slice(1, 3), slice(None)),
    )
    wide = list(seen(ORIGINAL, REWRITE).ends((1, 2)))
    assert [end.side for end in wide] == [Side.REWRITE] * 2
    # Of "storm lamp stairs granite" without "stairs granite", and without "storm lamp".
    assert [float(end.gain[1, 0]) for end in wide] == pytest.approx([1 / 2, 1 / 2])
    assert len(list(seen(ORIGINAL, REWRITE).ends((2, 2)))) == 4
    assert not list(seen(ORIGINAL, REWRITE).ends((1, 1)))


def test_the_end_that_adds_least_is_told_with_its_side() -> None:
    everything = (slice(None), slice(None))
    gains = [
        GroupEnd(Side.ORIGINAL, everything, np.array([[0.5, 0.2, 1.5]], dtype=np.float32)),
        GroupEnd(Side.REWRITE, everything, np.array([[0.3, 0.2, 2.0]], dtype=np.float32)),
        GroupEnd(Side.REWRITE, everything, np.array([[0.4, -0.1, 1.2]], dtype=np.float32)),
    ]
    least, on_rewrite = least_gain(gains)
    assert least[0] == pytest.approx([0.3, 0.0, 1.0])
    assert on_rewrite.tolist() == [[True, True, True]]
    least, on_rewrite = least_gain(gains[:2])
    assert on_rewrite.tolist() == [[True, False, False]]


def test_a_shape_without_a_sentence_of_a_side() -> None:
    assert without_one((3, 2), Side.ORIGINAL) == (2, 2)
    assert without_one((3, 2), Side.REWRITE) == (3, 1)


def test_tables_that_were_forgotten_are_made_again() -> None:
    features, fresh = seen(ORIGINAL, REWRITE), seen(ORIGINAL, REWRITE)
    features.common_weight((1, 2))
    features.forget_tables()
    assert (features.common_weight((2, 2)) == fresh.common_weight((2, 2))).all()


def test_what_a_large_group_holds_twice_counts_once() -> None:
    # The first sentence of a list and the last one, which are far from each other.
    many = ["boat", "lamp", "storm", "snow", "granite", "candle", "boat"]
    assert seen([["boat stairs"]], [many]).common_weight((1, 7)).tolist() == [[WEIGHT]]
    assert seen([many], [["boat stairs"]]).common_weight((7, 1)).tolist() == [[WEIGHT]]
    assert seen([many], [["boat stairs"]]).words((7, 1)).original.tolist() == [7]


def test_edges_are_cut_to_the_groups_of_each_side() -> None:
    original = ["boat lamp", "storm harbour", "boat lamp", "granite candle"]
    rewrite = ["granite stairs", "boat snow"]
    first, last = seen([original], [rewrite]).edges_alike((3, 1))
    # Groups start with the first two sentences, and end with the last two.
    assert first.tolist() == [[0, 0.5], [0, 0]]
    assert last.tolist() == [[0, 0.5], [0.5, 0]]
    first, last = seen([rewrite], [original]).edges_alike((1, 3))
    assert first.tolist() == [[0, 0], [0.5, 0]]
    assert last.tolist() == [[0, 0.5], [0.5, 0]]


def test_groups_tell_whether_they_hold_a_row_of_a_table() -> None:
    texts = Both([["oats", "rye", "straw"]], [["oats", "hay"]])
    units = texts.map(text_units)
    units.original.rows[:] = [True, False, False]
    units.rewrite.rows[:] = [False, True]
    features = LinkFeatures(units, make_features(*units))
    assert [held.tolist() for held in features.rows((2, 1))] == [[True, False], [False, True]]
