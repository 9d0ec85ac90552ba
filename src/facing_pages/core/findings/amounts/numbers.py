"""Numbers that became others: another value, unit, sign or bound.

original   At least 400 people paid $20 in 1985.
rewrite    400 people paid €20 in 1995.
found      at least 400 > 400, $20 > €20, 1985 > 1995
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.findings.amounts.quantities import Quantity, quantities


class NumberPair(NamedTuple):
    """A number and the other number in its place."""

    original: Quantity
    rewrite: Quantity


def changed_numbers(reading: LinkReading) -> list[NumberPair]:
    """Return the numbers that are not the same on both sides, in order of the original.

    A number without partner is no finding here: it was left out with what it counts.
    """
    left = reading.sides.map(quantities)
    pairs: list[NumberPair] = []
    for is_partner in _PARTNERS:
        for one in list(left.original):
            for other in list(left.rewrite):
                if is_partner(reading, one, other):
                    left.original.remove(one)
                    left.rewrite.remove(other)
                    pairs.append(NumberPair(one, other))
                    break
    return sorted((pair for pair in pairs if _differ(*pair)), key=lambda pair: pair[0].number)


_Partners = Callable[[LinkReading, Quantity, Quantity], bool]


def _are_linked(reading: LinkReading, one: Quantity, other: Quantity) -> bool:
    return reading.are_linked(one.number, other.number)


def _are_equal(_: LinkReading, one: Quantity, other: Quantity) -> bool:
    return one.has_value_of(other)


def _count_alike(_: LinkReading, one: Quantity, other: Quantity) -> bool:
    """Tell whether both count the same thing."""
    return one.unit == other.unit and _are_of_a_kind(one, other)


def _have_same_unit(_: LinkReading, one: Quantity, other: Quantity) -> bool:
    return bool(one.unit) and one.unit == other.unit


def _are_of_a_kind(one: Quantity, other: Quantity) -> bool:
    return one.is_code == other.is_code and one.is_ordinal == other.is_ordinal


def _all_of(*rules: _Partners) -> _Partners:
    return lambda reading, one, other: all(rule(reading, one, other) for rule in rules)


# What makes two numbers partners, the surest first.
_PARTNERS: Final[tuple[_Partners, ...]] = (
    _all_of(_are_equal, _count_alike, _are_linked),
    _all_of(_are_equal, _count_alike),
    _all_of(_are_equal, _are_linked),
    _are_equal,
    _all_of(_are_linked, lambda _, one, other: _are_of_a_kind(one, other)),
    _have_same_unit,
    lambda _, one, other: not one.is_code and _are_of_a_kind(one, other),
)


def _differ(one: Quantity, other: Quantity) -> bool:
    has_other_unit = bool(one.unit) and bool(other.unit) and one.unit != other.unit
    has_other_bound = bool(one.bound) and bool(other.bound) and one.bound != other.bound
    return not one.has_value_of(other) or has_other_unit or has_other_bound
