"""Which items of lists changed place: by a word of their own, in lists that belong together."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.pipeline import align_units
from facing_pages.core.alignment.sentences.item_moves import find_item_moves
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.documents import document_from_text, with_sentences
from facing_pages.core.model import Span
from facing_pages.core.progress import NO_PROGRESS
from tests.helpers.sections import link, section_of

# A line of prose, for lists of their own.
PROSE = "prose"


def moved(
    original: list[str], rewrite: list[str], *links: SpanLink, limits: Limits | None = None
) -> list[tuple[int, int]]:
    """Return which lines moved in two texts of list items; all content words weigh the same."""
    section = section_of([original], [rewrite], limits)
    for units, lines in zip(section.units, (original, rewrite), strict=True):
        units.items[:] = [line != PROSE for line in lines]
    found = find_item_moves(section, links)
    assert all(move.moved and move.confidence > 0.9 for move in found)
    return [(move.original.start, move.rewrite.start) for move in found]


def test_an_item_with_a_word_of_its_own_moves() -> None:
    assert moved(["apple", "pears"], ["pears", "green apple"], link(1, 0)) == [(0, 1)]
    assert moved(["pears", "apple"], ["green apple", "pears"], link(0, 1)) == [(1, 0)]


def test_an_item_that_crosses_no_link_did_not_move() -> None:
    assert moved(["pears", "apple"], ["pears", "green apple"], link(0, 0)) == []
    assert moved(["apple", "pears"], ["green apple", "pears"], link(1, 1)) == []


def test_prose_does_not_move_by_a_word() -> None:
    section = section_of([["apple", "pears"]], [["pears", "green apple"]])
    assert find_item_moves(section, [link(1, 0)]) == []


def test_what_is_linked_or_closed_stays() -> None:
    assert moved(["apple", "pears"], ["pears", "apple"], link(1, 0), link(0, 1)) == []
    closed = Limits(Both(frozenset({0}), frozenset()))
    assert moved(["apple", "pears"], ["pears", "apple"], link(1, 0), limits=closed) == []
    separated = Limits(separated=frozenset({(0, 1)}))
    assert moved(["apple", "pears"], ["pears", "apple"], link(1, 0), limits=separated) == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (["red apple", "pears", "apple cake"], ["pears", "green apple"]),
        (["red apple", "pears"], ["pears", "green apple", "apple cake"]),
    ],
)
def test_a_word_that_another_item_has_is_not_its_own(
    original: list[str], rewrite: list[str]
) -> None:
    assert moved(original, rewrite, link(1, 0)) == []


def test_an_item_with_two_candidates_does_not_move() -> None:
    original = ["red apple", "pears"]
    assert moved(original, ["pears", "apple", "red"], link(1, 0)) == []
    assert moved(["pears", "apple", "red"], ["red apple", "pears"], link(0, 1)) == []


def test_function_words_and_numbers_are_no_words_of_its_own() -> None:
    assert moved(["5 the", "pears"], ["pears", "5 the"], link(1, 0)) == []


@pytest.mark.parametrize(("others", "count"), [(2, 1), (3, 0)])
def test_items_that_move_are_alike_by_more_than_four_ninths(others: int, count: int) -> None:
    # 2 / (1 + 3) = 0.5 and 2 / (1 + 4) = 0.4; the limit is 0.45.
    longer = " ".join(["apple", "granite", "candle", "winter"][: others + 1])
    assert len(moved(["apple", "pears"], ["pears", longer], link(1, 0))) == count


def test_lists_belong_together_by_a_link_or_by_their_neighbours() -> None:
    original = ["apple", "pears", PROSE, "plums", PROSE, "figs"]
    rewrite = ["pears", PROSE, "plums", "apple", PROSE, "figs"]
    # The first list and the second one of the rewrite: each is beside a list that is linked.
    assert moved(original, rewrite, link(1, 0)) == [(0, 3)]
    assert moved(original, rewrite, link(3, 2)) == [(0, 3)]
    # The third list is too far away from the first one.
    assert moved(original, rewrite, link(5, 5)) == []
    assert moved(original, ["pears", PROSE, "plums", PROSE, "apple"], link(1, 0)) == []


def test_no_list_belongs_to_another_without_a_link() -> None:
    assert moved(["apple"], ["apple"]) == []


def test_moves_are_in_order_of_the_original() -> None:
    original = ["apple", "grapes", "pears"]
    assert moved(original, ["pears", "grapes", "apple"], link(2, 0)) == [(0, 2), (1, 1)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            ["- bread", "- 5 mg of aspirin a day", "- cumin"],
            ["- 50 mg of aspirin a day", "- bread", "- cumin"],
        ),
        (
            ["1. Brot kaufen", "2. Oma anrufen", "3. Fenster putzen"],
            ["1. Oma anrufen", "2. Fenster putzen", "3. Dunkles Brot kaufen"],
        ),
        (["* 买面包", "* 擦窗户", "* 付账单"], ["* 马上付账单", "* 买面包", "* 擦窗户"]),
    ],
)
def test_an_item_that_moved_with_an_edit_is_linked(original: list[str], rewrite: list[str]) -> None:
    documents = [
        with_sentences(document_from_text("\n".join(side))) for side in (original, rewrite)
    ]
    links = align_units(documents[0], documents[1], NO_PROGRESS).links
    assert all(one.original and one.rewrite for one in links)
    [move] = [one for one in links if one.moved]
    assert abs(move.original[0] - move.rewrite[0]) in (1, 2)


def test_items_of_which_one_came_and_one_went_do_not_move() -> None:
    original = ["- 5 mg of aspirin a day", "- 20 mg of statin a day", "- bread"]
    rewrite = ["- 20 mg of statin a day", "- bread", "- 5 mg of zinc a day"]
    documents = [
        with_sentences(document_from_text("\n".join(side))) for side in (original, rewrite)
    ]
    links = align_units(documents[0], documents[1], NO_PROGRESS).links
    assert not any(one.moved for one in links)


def test_spans_of_a_moved_item_are_one_sentence_each() -> None:
    section = section_of([["apple", "pears"]], [["pears", "apple"]])
    for units in section.units:
        units.items[:] = True
    [move] = find_item_moves(section, [link(1, 0)])
    assert (move.original, move.rewrite, move.likeness) == (Span(0, 1), Span(1, 2), 1.0)
