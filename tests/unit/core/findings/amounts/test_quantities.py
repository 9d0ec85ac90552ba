from __future__ import annotations

from fractions import Fraction

import pytest

from facing_pages.core.findings.amounts.quantities import Quantity, quantities
from tests.helpers.readings import side_of


def found_in(text: str) -> list[tuple[str, str]]:
    """Return the numbers of a text, as they are written there, with their units."""
    side = side_of(text)
    return [(side.quote(found.words), found.unit) for found in quantities(side)]


def only(text: str) -> Quantity:
    (found,) = quantities(side_of(text))
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,500 miles", 1500, "mile"),
        ("fifteen hundred miles", 1500, "mile"),
        ("$1.5m", 1_500_000, "$"),
        ("1.5 million dollars", 1_500_000, "$"),
        ("€ 12 billion", 12_000_000_000, "€"),
        ("60%", 60, "%"),
        ("sixty per cent", 60, "%"),
        ("a 5-mile walk", 5, "mile"),
        ("a three-month-old mouse", 3, "month"),
        ("2 1/2 hours", Fraction(5, 2), "hour"),
        ("two and a half hours", Fraction(5, 2), "hour"),
        ("3.50 m wide", Fraction(7, 2), "m"),
        ("3/4", Fraction(3, 4), ""),
        ("in the 1980s", 1980, ""),
    ],
)
def test_a_number_has_a_value_and_a_unit_however_it_is_written(
    text: str, value: Fraction | int, unit: str
) -> None:
    found = only(text)
    assert value in found.values
    assert found.unit == unit


def test_one_and_a_are_no_numbers_alone() -> None:
    assert found_in("One of them had a million.") == [("a million", "")]
    assert found_in("Only 1 was left.") == [("1", "")]


def test_both_ends_of_a_range_have_its_unit() -> None:
    assert found_in("between 2-5 days") == [("2-5 days", "day")] * 2
    assert found_in("three to four weeks") == [("three", "week"), ("four weeks", "week")]
    assert found_in("three men in four weeks") == [("three", ""), ("four weeks", "week")]


def test_the_end_of_a_range_of_years_may_be_shortened() -> None:
    first, last = quantities(side_of("2016-17"))
    assert first.values == {2016}
    assert last.values == {2017}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 400 men", ">="),
        ("400 or more", ">="),
        ("no more than 20 pages", "<="),
        ("nearly ten years", "~"),
        ("over 300 miles", ">"),
        ("exactly 300 miles", ""),
    ],
)
def test_what_bounds_a_number_is_known(text: str, bound: str) -> None:
    assert only(text).bound == bound


def test_a_minus_belongs_to_its_number() -> None:
    below, above = only("-20 °C"), only("20 °C")
    assert below.is_negative
    assert not below.has_value_of(above)


def test_a_name_with_figures_is_no_number() -> None:
    fighter, virus = quantities(side_of("The F-35 and Covid-19"))
    assert fighter.is_code
    assert virus.is_code
    assert virus.has_value_of(only("a COVID-19-related death"))
    assert not fighter.has_value_of(only("an F-43"))


def test_a_point_may_divide_thousands_or_decimals() -> None:
    assert only("1.204").has_value_of(only("1,204"))
    assert only("12.00").has_value_of(only("12:00"))
    assert not only("1,204").has_value_of(only("1,240"))
