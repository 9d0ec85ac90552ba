from __future__ import annotations

import pytest

from facing_pages.core.findings.scales import changed_members
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str) -> list[tuple[str, str]]:
    reading = reading_of(original, rewrite)
    found = [
        pair
        for listed in (
            reading.sides.map(lambda side: side.language.facts.dates),
            reading.sides.map(lambda side: side.language.facts.scales),
        )
        for pair in changed_members(reading, listed)
    ]
    return [(reading.sides.original.words[i], reading.sides.rewrite.words[j]) for _, i, j in found]


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("They met on Tuesday.", "They met on Thursday.", "Tuesday", "Thursday"),
        ("It rises 5 % a week.", "It rises 5 % a month.", "week", "month"),
        ("The bells rang at 11 p.m. today.", "The bells rang at 11 a.m. today.", "p.m.", "a.m."),
        ("The boats may reach the port.", "The boats will reach the port.", "may", "will"),
        ("Some of the boats were lost.", "All of the boats were lost.", "Some", "All"),
        ("The mayor claimed that it rained.", "The mayor confirmed that it rained.", "claimed",
         "confirmed"),
    ],
)  # fmt: skip
def test_another_member_of_a_family_is_found(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert changes(original, rewrite) == [(was, became)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("They met on Tuesday and Friday.", "On Friday and Tuesday they met."),
        ("It happens every year.", "It happens each year."),
        ("They may come in May.", "In May they may come."),
        ("He said that it rained.", "He stated that it rained."),
    ],
)
def test_the_same_member_in_another_place_or_word_is_no_finding(
    original: str, rewrite: str
) -> None:
    assert changes(original, rewrite) == []


def test_the_verb_may_is_no_month() -> None:
    assert changes("He came in May 1920.", "He came in June 1920.") == [("May", "June")]
    assert changes("He may come in June.", "He might come in June.") == []
