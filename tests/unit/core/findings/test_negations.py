from __future__ import annotations

import pytest

from facing_pages.core.findings.negations import changed_negations, negations
from facing_pages.core.model import Side
from tests.helpers.readings import reading_of, side_of


def changes(original: str, rewrite: str, language: str = "en") -> list[tuple[Side, str, str]]:
    """Return the side of each negation, the negation and the word it denies there."""
    reading = reading_of(original, rewrite, language)
    return [
        (
            change.side,
            reading.sides[change.side].quote(change.words),
            reading.sides[change.side].words[change.head],
        )
        for change in changed_negations(reading)
    ]


def test_a_negation_that_came_or_went_is_found_with_what_it_denies() -> None:
    plain, denied = "The board approved the plan.", "The board has not approved the plan."
    assert changes(plain, denied) == [(Side.REWRITE, "not", "approved")]
    assert changes(denied, plain) == [(Side.ORIGINAL, "not", "approved")]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The pilot didn't see the tower.", "The pilot did not see the tower."),
        ("There were no soldiers in the village.", "Soldiers were absent from the village."),
        ("The report is not complete.", "The report is incomplete."),
        ("They never found the ship.", "They failed to find the ship."),
        ("He left without a coat.", "He left and had no coat."),
        ("She sold not only eggs but milk.", "She sold eggs and milk."),
        ("Nobody in the hall had heard it.", "Not one in the hall had heard it."),
    ],
)
def test_a_denial_in_other_words_is_no_finding(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []
    assert changes(rewrite, original) == []


def test_a_second_negation_is_not_hidden_by_the_first() -> None:
    original = "The road was finished in August, but it did not open until March."
    rewrite = "The road was not finished in August, but it did not open until March."
    assert changes(original, rewrite) == [(Side.REWRITE, "not", "finished")]


def test_a_word_that_denies_on_both_sides_hides_nothing() -> None:
    original = "The court stopped the sale of the unsafe boats."
    rewrite = "The court did not stop the sale of the unsafe boats."
    assert changes(original, rewrite) == [(Side.REWRITE, "not", "stop")]


def test_phrases_that_deny_nothing_are_no_negations() -> None:
    side = side_of("There is no doubt that it was not only late but not there.")
    assert [side.folded[n] for n in negations(side)] == ["not"]


def test_other_languages_have_negations_too() -> None:
    original = "Der Rat hat den Plan gebilligt."
    rewrite = "Der Rat hat den Plan nicht gebilligt."
    assert changes(original, rewrite, "de") == [(Side.REWRITE, "nicht", "gebilligt")]


def test_a_negation_that_was_left_out_with_its_clause_is_no_finding() -> None:
    original = "He slept in the harbour, not wishing old friends well."
    rewrite = "He slept well in the harbour."
    assert changes(original, rewrite) == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("It isn't true that bats are blind.", "Bats are not blind."),
        ("Bring the green folder.", "Don't forget the green folder."),
        ("We look forward to seeing you.", "We can't wait to see you."),
        ("The report must be made without delay.", "The report must be made at once."),
        ("The rash clears up by itself.", "The rash clears up without treatment."),
        ("The mail server was down last night.", "The mail server could not be reached."),
    ],
)
def test_what_is_denied_in_quite_other_words_is_no_change(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("He left without his coat.", "He left with his coat."),
        ("We will not wait for the ferry.", "We will wait for the ferry."),
        ("The wound was not serious.", "The wound was quite serious."),
        ("It isn't true that bats are blind.", "It is true that bats are blind."),
    ],
)
def test_what_is_denied_only_once_is_found(original: str, rewrite: str) -> None:
    assert [side for side, _, _ in changes(original, rewrite)] == [Side.ORIGINAL]
