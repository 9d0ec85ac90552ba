"""Numbers in words on one side and in figures on the other, and the words that they passed."""

from __future__ import annotations

import pytest

from facing_pages.core.changes.whole_numbers import MAX_PASSED_WORDS
from facing_pages.core.changes.word_change import WordChange
from tests.helpers.word_changes import change, readable


@pytest.mark.parametrize(
    "changes",
    [
        (change("added", (2, 2), (2, 3)), change("removed", (4, 6), (0, 0))),
        (change("removed", (4, 5), (0, 0)), change("reworded", (5, 6), (2, 3))),
    ],
)
def test_a_number_in_words_that_stands_elsewhere_in_figures_is_a_form(
    changes: tuple[WordChange, ...],
) -> None:
    found = readable("we began I think twenty fifteen", "we began 2015 I think", *changes)
    assert found == [("form", "twenty fifteen", "2015"), ("reordered", "I think", "I think")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [("we twenty left", "we left 21"), ("we a left", "we left 1"), ("we sea left", "we left 20")],
)
def test_another_number_elsewhere_is_none(original: str, rewrite: str) -> None:
    changes = (change("removed", (1, 2), (0, 0)), change("added", (0, 0), (2, 3)))
    assert [kind for kind, _, _ in readable(original, rewrite, *changes)] == ["removed", "added"]


def test_where_a_number_stands_twice_nothing_is_known() -> None:
    found = readable(
        "twenty sea twenty",
        "sea 20",
        change("removed", (0, 1), (0, 0)),
        change("removed", (2, 3), (0, 0)),
        change("added", (0, 0), (1, 2)),
    )
    assert [kind for kind, _, _ in found] == ["removed", "removed", "added"]


def test_a_number_that_is_part_of_another_change_stays_there() -> None:
    found = readable(
        "later twenty left",
        "20 left",
        change("reworded", (0, 1), (0, 1)),
        change("removed", (1, 2), (1, 1)),
    )
    assert found == [("reworded", "later", "20"), ("removed", "twenty", "")]


def test_marks_may_stand_between_a_number_and_the_words_that_it_passed() -> None:
    found = readable(
        "it was , I guess , ninety there",
        "it was 90 , I guess there",
        change("typography", (2, 3), (2, 2)),
        change("removed", (6, 7), (6, 6)),
        change("added", (2, 2), (2, 3)),
    )
    assert ("form", "ninety", "90") in found
    assert ("reordered", "I guess", "I guess") in found


def test_a_number_that_stayed_passed_nothing() -> None:
    number = change("reworded", (1, 2), (1, 2))
    assert readable("very ten very", "very 10 very", number) == [("form", "ten", "10")]


def test_more_words_than_an_insertion_has_did_not_move() -> None:
    for count in (MAX_PASSED_WORDS, MAX_PASSED_WORDS + 1):
        passed = " ".join(f"word{n}" for n in range(count))
        parts = (change("added", (0, 0), (0, 1)), change("removed", (count, count + 1), (0, 0)))
        found = readable(f"{passed} ninety", f"90 {passed}", *parts)
        assert (("reordered", passed, passed) in found) is (count == MAX_PASSED_WORDS)
