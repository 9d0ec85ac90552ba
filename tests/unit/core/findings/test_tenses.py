from __future__ import annotations

import pytest

from facing_pages.core.findings.tenses import changed_tenses
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str) -> list[tuple[str, str, bool]]:
    reading = reading_of(original, rewrite)
    return [
        (reading.sides.original.words[i], reading.sides.rewrite.words[j], is_future)
        for i, j, is_future in changed_tenses(reading)
    ]


def test_what_will_be_and_what_was_are_two_times() -> None:
    original, rewrite = "The bridge will open in May.", "The bridge opened in May."
    assert changes(original, rewrite) == [("open", "opened", True)]
    assert changes(rewrite, original) == [("opened", "open", True)]


def test_what_is_and_what_was_are_two_times() -> None:
    assert changes("The mill is empty.", "The mill was empty.") == [("is", "was", False)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The bridge was found.", "The bridge has been found."),
        ("The bridge will soon open.", "The bridge will open soon."),
        ("The works in the town ended.", "The work in the town ended."),
        ("The man was bitten by the dog.", "The dog bit the man."),
        ("She wants to open the gate.", "She wanted to open the gate, opening it."),
    ],
)
def test_other_forms_of_the_same_time_are_none(original: str, rewrite: str) -> None:
    assert [change for change in changes(original, rewrite) if change[2]] == []


def test_a_perfect_is_near_the_past() -> None:
    assert changes("The bridge was found.", "The bridge has been found.") == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("If it is covered, the cake keeps for days.", "Covered, the cake keeps for days."),
        ("Wrap the dough in paper.", "The dough is wrapped in paper."),
        ("The firm obeys what a court orders.", "The firm obeys what is ordered by a court."),
        ("The school is organized by monks.", "It is a school organized by monks."),
        ("The tenant pays the rent in May.", "The tenant shall pay the rent in May."),
        ("They want you to change the lock.", "The lock should, they say, be changed."),
    ],
)
def test_participles_orders_and_duties_have_no_other_time(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


def test_what_was_done_is_no_duty() -> None:
    original, rewrite = "The tenant paid the rent.", "The tenant shall pay the rent."
    assert changes(original, rewrite) == [("paid", "pay", True)]
