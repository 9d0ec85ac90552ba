"""Where repeated sentences belong, and what is only a formula."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facing_pages.core.alignment.sentences.features.likeness import shared_tables
from facing_pages.core.alignment.sentences.features.repeats import (
    Formulas,
    contexts_alike,
    formulas,
    may_be_elsewhere,
)
from facing_pages.core.alignment.sentences.sentence_units import Floats, Units, text_units
from facing_pages.core.both import Both
from tests.helpers.sections import WEIGHT, Paragraphs, section_of


def likeness(units: Both[Units], *pairs: tuple[int, int, float]) -> Floats:
    """Return a table of likenesses, 0 where nothing is said."""
    table = np.zeros(tuple(units.map(len)), dtype=np.float32)
    for i, j, alike in pairs:
        table[i, j] = alike
    return table


def contexts(
    original: Paragraphs, rewrite: Paragraphs, *pairs: tuple[int, int, float]
) -> list[list[float]]:
    """Return how alike the contexts of two texts are, where some sentences are alike."""
    units = Both(text_units(original), text_units(rewrite))
    return np.round(contexts_alike(units, likeness(units, *pairs)), 2).tolist()


def test_the_context_of_a_sentence_is_its_paragraph() -> None:
    found = contexts(
        [["Rain fell.", "Yes."], ["Snow lay.", "Yes."]], [["Snow.", "Yes."]], (2, 0, 0.8)
    )
    assert [row[1] for row in found] == pytest.approx([0, 0, 0.8, 0.8])


def test_of_a_paragraph_its_most_alike_sentence_counts() -> None:
    text = [["Rain fell.", "Snow lay.", "Yes."], ["Yes."]]
    found = contexts(text, text, (0, 0, 0.4), (1, 0, 0.6), (2, 2, 0.9))
    assert found[2][2] == pytest.approx(0.6)


def test_a_repeated_paragraph_is_between_its_neighbours() -> None:
    text = [["Rain fell."], ["Yes."], ["Snow lay."], ["Yes."]]
    found = contexts(text, text, (0, 0, 1.0), (2, 2, 0.5), (2, 0, 0.2))
    assert found[1][1] == pytest.approx(0.75)
    assert found[1][3] == 0
    # Nothing comes after the last one, so that only what is before it counts.
    assert found[3][3] == pytest.approx(0.5)


def test_a_label_belongs_to_what_is_after_it_and_ends_what_is_before() -> None:
    text = [["§ 1"], ["Rain fell."], ["Yes."], ["§ 2"], ["Snow lay."], ["Yes."], ["§ 3"], ["Fog."]]
    found = contexts(text, text, (1, 1, 1.0), (4, 4, 0.5), (7, 7, 0.2))
    assert [found[k][k] for k in range(8)] == pytest.approx([1, 1, 1, 0.5, 0.5, 0.5, 0.2, 0.2])
    assert found[3][0] == 0


def test_headings_are_labels() -> None:
    text = [["Rain fell."], ["Notes"], ["Snow lay."], ["Notes"], ["Fog."]]
    units = Both(text_units(text), text_units(text))
    for side in units:
        side.headings[[1, 3]] = True
    found = contexts_alike(units, likeness(units, (0, 0, 1.0), (2, 2, 0.5)))
    assert found[1, 1] == pytest.approx(0.5)


def test_labels_look_behind_labels() -> None:
    text = [
        ["Part 1"],
        ["§ 1"],
        ["Rain."],
        ["Part 2"],
        ["§ 2"],
        ["Fog."],
        ["Part 3"],
        ["§ 3"],
        ["Ice."],
    ]
    found = contexts(text, text, (2, 2, 1.0), (5, 5, 0.5))
    assert [found[k][k] for k in (0, 1, 3, 4)] == pytest.approx([1, 1, 0.5, 0.5])


def test_a_label_of_three_words_is_none() -> None:
    entry = "Item {} is this"
    text = [["Rain."], [entry.format(1)], ["Fog."], [entry.format(2)], ["Ice."], [entry.format(3)]]
    found = contexts(text, text, (0, 0, 1.0), (2, 2, 0.5))
    assert found[1][1] == pytest.approx(0.75)


def in_blocks(text: Paragraphs, sizes: list[int]) -> Units:
    """Return the sentences of a text whose paragraphs stand in blocks of these sizes."""
    units = text_units(text)
    firsts = np.cumsum([0, *sizes[:-1]])
    return replace(units, blocks=np.repeat(firsts, sizes)[units.paragraphs])


def test_a_refrain_goes_with_its_stanza() -> None:
    text = [["Rain fell."], ["Snow lay."], ["Yes."], ["Fog rose."], ["Yes."]]
    units = Both(in_blocks(text, [3, 2]), in_blocks(text, [3, 2]))
    found = contexts_alike(units, likeness(units, (0, 0, 0.8), (1, 3, 0.3)))
    # Not with the line beside it: those before "Yes." have nothing in common.
    assert found[2, [2, 4]] == pytest.approx([0.8, 0.3])
    assert found[4, [2, 4]] == pytest.approx([0, 0])


def test_a_stanza_that_is_all_refrain_is_between_its_neighbours() -> None:
    text = [["Rain fell."], ["Yes."], ["No."], ["Snow lay."], ["Yes."], ["No."]]
    units = Both(in_blocks(text, [1, 2, 1, 2]), in_blocks(text, [1, 2, 1, 2]))
    found = contexts_alike(units, likeness(units, (0, 0, 1.0), (3, 3, 0.5)))
    assert found[1, 1] == pytest.approx(0.75)


@pytest.mark.parametrize(("lines", "alike"), [(12, 1.0), (13, 0.0)])
def test_in_a_long_block_only_what_is_near_tells(lines: int, alike: float) -> None:
    rest = [[f"{letter * 4} fell."] for letter in "qwrtzpsdfgh"[: lines - 2]]
    text = [rest[0], ["Yes."], *rest[1:-1], ["Yes."], rest[-1]]
    units = Both(in_blocks(text, [lines]), in_blocks(text, [lines]))
    found = contexts_alike(units, likeness(units, (0, 0, 1.0)))
    assert found[1, lines - 2] == pytest.approx(alike)


def elsewhere(original: Paragraphs, rewrite: Paragraphs) -> list[list[bool]]:
    """Return which sentences, if equal, may each belong to another place."""
    units = Both(text_units(original), text_units(rewrite))
    rows, columns = (np.arange(len(side)) for side in units)
    return may_be_elsewhere(units, rows[:, None], columns[None, :]).tolist()


def test_what_both_texts_repeat_may_be_elsewhere() -> None:
    assert elsewhere([["Yes."], ["Yes."], ["No."]], [["Yes."], ["Yes."]]) == [
        [True, True],
        [True, True],
        [False, False],
    ]


def test_what_one_text_has_once_may_be_elsewhere_among_sentences_of_their_own() -> None:
    found = elsewhere([["Rain.", "Yes."], ["Snow.", "Yes."]], [["Snow.", "Yes."]])
    assert [row[1] for row in found] == [False, True, False, True]


def test_a_paragraph_that_one_text_doubled_is_not_elsewhere() -> None:
    assert elsewhere([["Rain.", "Yes."]], [["Rain."], ["Yes."], ["Yes."]])[1] == [False] * 3


def test_where_all_is_repeated_there_is_no_context() -> None:
    assert np.isnan(contexts([["Yes."], ["Yes."]], [["Yes."], ["Yes."]])).all()


def found_formulas(original: list[str], rewrite: list[str]) -> Formulas:
    """Return what pairs of sentences have in common with others; all words weigh the same."""
    features = section_of([original], [rewrite]).features
    return formulas(features, shared_tables(*features))


def shares(original: list[str], rewrite: list[str]) -> list[list[float]]:
    """Return the shares of what pairs of sentences have in common."""
    return np.round(found_formulas(original, rewrite).shares, 2).tolist()


ROOMS = ["room has bed sofa", "room has bunks piano", "room has lamp desk", "snow lay"]


def test_what_all_entries_have_is_a_formula_and_what_one_has_is_none() -> None:
    found = shares(ROOMS, ["room has bed sofa", "room has fire stove"])
    # Three of four sentences are rooms, and both of the rewrite.
    assert found == [[0, 1], [1, 1], [1, 1], [0, 0]]


def test_the_text_that_has_the_formula_more_often_counts() -> None:
    rewrite = ["room has fire stove", "room has ramp doors", "snow lay", "rain fell"]
    found = shares(ROOMS, rewrite)
    assert found[1][:2] == [0.75, 0.75]
    assert found[3] == [0, 0, 0, 0]


@pytest.mark.parametrize(("shared", "is_form"), [(3, True), (2, False)])
def test_sentences_of_one_form_have_three_tenths_in_common(shared: int, is_form: bool) -> None:
    # 2 * 3 / (10 + 10) = 0.3 and 2 * 2 / 20 = 0.2.
    frame = ["room", "has", "bed"][:shared]
    texts = [
        " ".join([*frame, *(f"{letter}{number}x" for number in "qwertyuiop"[: 10 - shared])])
        for letter in "klmn"
    ]
    found = shares(texts[:2], texts[2:])
    assert (found[0][0] > 0) is is_form


@pytest.mark.parametrize(("in_third", "is_formula"), [(4, True), (3, False)])
def test_a_third_sentence_must_have_four_fifths_of_what_two_share(
    in_third: int, is_formula: bool
) -> None:
    words = ["room", "has", "bed", "bunks", "sofa"]
    found = shares(
        [" ".join(words), " ".join(words[:in_third])], [" ".join(words), " ".join(words[:3])]
    )
    assert (found[0][0] > 0) is is_formula


def test_what_no_third_sentence_has_is_weighed() -> None:
    text = ["room has bed lamp sofa", "room has bed lamp piano"]
    found = found_formulas(text, text)
    # Four of five words are found in the other room as well, the sofa is not.
    assert found.shares[0].tolist() == [1, 1]
    assert found.own[0].tolist() == [WEIGHT, 0]
