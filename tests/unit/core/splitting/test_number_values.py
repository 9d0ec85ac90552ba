from __future__ import annotations

import pytest

from facing_pages.core.splitting.number_values import is_same_number, number_values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.250,50", "1,250.50"),
        ("12 000", "12,000"),
        ("12'000", "12000"),
        ("1,234,567.5", "1.234.567,50"),
        ("3.5", "3,50"),
        ("007", "7"),
        ("9:30", "9.30"),
        ("09:30", "9.30"),
        ("4/5/2021", "4.5.2021"),
        ("04-05-2021", "4/5/2021"),
        ("٣٫٥", "3.5"),
        ("१२", "12"),
        ("1,204", "1.204"),
        ("9:59", "9.59"),
        ("24:00", "24.00"),
    ],
)
def test_one_number_in_two_notations(one: str, other: str) -> None:
    assert is_same_number(one, other)
    assert is_same_number(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("3.5", "5.3"),
        ("1,204", "1,240"),
        ("1.5", "15"),
        ("12,00", "1200"),
        ("9:30", "930"),
        ("9:60", "9.60"),
        ("9:70", "9.70"),
        ("25:10", "25.10"),
        ("4/5/2021", "5/4/2021"),
        ("4/5/2021", "4.6.2021"),
        ("4/5/2021", "4.5.2022"),
        ("12,34.5", "1234.5"),
        ("1.204.5", "1204.5"),
        ("1/2", "12"),
        ("5.3.1", "531"),
        ("12 34", "1234"),
        ("1,2345", "12345"),
    ],
)
def test_two_numbers(one: str, other: str) -> None:
    assert not is_same_number(one, other)


def test_a_number_of_which_nothing_is_known_is_itself_only() -> None:
    assert number_values("5.3.1.2") == frozenset()
    assert is_same_number("5.3.1.2", "5.3.1.2")
    assert not is_same_number("5.3.1.2", "5.3.1.3")


def test_a_group_of_three_figures_may_be_thousands_or_decimals() -> None:
    assert number_values("1,204") == {("amount", "1204", ""), ("amount", "1", "204")}
    assert number_values("24:00") == {("time", "24", "00")}
