from __future__ import annotations

import pytest

from facing_pages.core.findings.roles.relations import kept_relations, turned_relations
from tests.helpers.readings import reading_of


def turned(original: str, rewrite: str, language: str = "en") -> list[tuple[str, str, bool]]:
    reading = reading_of(original, rewrite, language)
    first, second = reading.sides
    return [(first.quote(a), second.quote(b), order) for a, b, order in turned_relations(reading)]


@pytest.mark.parametrize(
    ("original", "rewrite", "was", "became"),
    [
        ("The barn is larger than the house.", "The barn is smaller than the house.",
         "larger than", "smaller than"),
        ("The barn is larger than the house.", "The house is larger than the barn.",
         "barn is larger than the house", "house is larger than the barn"),
        ("Wages rose more than prices.", "Prices rose more than wages.",
         "Wages rose more than prices", "Prices rose more than wages"),
        ("Silver is heavier than tin.", "Tin is heavier than silver.",
         "Silver is heavier than tin", "Tin is heavier than silver"),
        ("The mill has more workers than the farm.", "The mill has fewer workers than the farm.",
         "more workers than", "fewer workers than"),
    ],
)  # fmt: skip
def test_a_comparison_is_turned_by_its_word_or_by_its_ends(
    original: str, rewrite: str, was: str, became: str
) -> None:
    assert turned(original, rewrite) == [(was, became, False)]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("She ate before she slept.", "She ate after she slept."),
        ("The bridge was closed before the storm came.", "The bridge was shut after the storm."),
        ("After the storm passed, they rowed home.", "Before the storm passed, they rowed home."),
        ("She drank tea before she read the letter.", "She read the letter before she drank tea."),
    ],
)
def test_an_order_of_time_is_turned(original: str, rewrite: str) -> None:
    ((_, _, is_order),) = turned(original, rewrite)
    assert is_order


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The barn is larger than the house.", "The house is smaller than the barn."),
        ("The barn is larger than the house.", "The barn is bigger than the house."),
        ("Silver is heavier than tin.", "Tin is lighter than silver."),
        ("Anna ate more often than Tom did.", "Tom ate less often than Anna did."),
        ("More than fifty people came.", "Less than fifty people came."),
        ("She ate soup before she slept.", "She slept after she ate soup."),
        ("Before she slept, she ate soup.", "She ate soup before she slept."),
        ("The bridge was shut before the storm came.", "Before the storm came, it was shut."),
        ("He came before noon and left before dark.", "He came after noon and left after dark."),
    ],
)
def test_what_is_turned_twice_or_not_at_all_is_no_finding(original: str, rewrite: str) -> None:
    assert turned(original, rewrite) == []


def test_opposites_that_keep_the_sense_are_told() -> None:
    reading = reading_of("Silver is heavier than tin.", "Tin is lighter than silver.")
    assert len(kept_relations(reading)) == 1


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Die Scheune ist größer als das Haus.", "Das Haus ist größer als die Scheune."),
        ("Sie aß Suppe, bevor sie schlief.", "Sie aß Suppe, nachdem sie schlief."),
    ],
)
def test_german_relations_are_read(original: str, rewrite: str) -> None:
    assert len(turned(original, rewrite, "de")) == 1
