from __future__ import annotations

import pytest

from facing_pages.core.findings.names import changed_names, names
from tests.helpers.readings import reading_of, side_of


def changes(original: str, rewrite: str) -> list[tuple[str, str]]:
    reading = reading_of(original, rewrite)
    return [
        (reading.sides.original.quote(one), reading.sides.rewrite.quote(other))
        for one, other in changed_names(reading)
    ]


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("The letter was sent to Peter.", "The letter was sent to Paul.", "Peter", "Paul"),
        ("She met Anna Berg in Rome.", "She met Anna Berg in Naples.", "Rome", "Naples"),
        ("He was seen with Maria Kern.", "He was seen with Maria Vogt.", "Kern", "Vogt"),
    ],
)
def test_another_name_in_the_place_of_a_name_is_found(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert changes(original, rewrite) == [(was, became)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The letter came from Zürich.", "The letter came from Zurich."),
        ("It was said by Mark Milley.", "It was said by Milley."),
        ("They sailed to Poland.", "They sailed to the Polish coast."),
        ("We drove on the Lake Highway.", "We drove on the Lake Freeway."),
        ("The Harbour Board met on Monday.", "On Monday, the harbour board met."),
        ("The letter was sent to Peter.", "The letter was sent."),
    ],
)
def test_another_form_of_a_name_is_no_finding(original: str, rewrite: str) -> None:
    assert changes(original, rewrite) == []


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    side = side_of("Nobody knew Anna Berg. Xandrine was her aunt on Sundays.")
    assert [side.quote(name) for name in names(side)] == ["Anna Berg", "Xandrine"]


def test_german_nouns_are_no_names() -> None:
    side = side_of("Der Hafen gehört Wendelgard.", "de")
    assert [side.quote(name) for name in names(side)] == ["Wendelgard"]
