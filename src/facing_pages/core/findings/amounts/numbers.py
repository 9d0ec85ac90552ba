"""Numbers that became others: another value, unit, sign, bound or rate.

original   At least 400 people paid $20 a week in 1985.
rewrite    At most 400 people paid €20 a month in 1995.
found      At least 400 > At most 400, $20 a week > €20 a month, 1985 > 1995
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.findings.amounts.quantities import Quantity, quantities
from facing_pages.core.findings.amounts.unit_scales import are_equal_amounts
from facing_pages.core.findings.link_reading import LinkReading
from facing_pages.core.model import Side, Span


class NumberPair(NamedTuple):
    """A number and the other number in its place."""

    original: Quantity
    rewrite: Quantity

    @property
    def words(self) -> Both[Span]:
        """Return the words of both numbers, with bound and rate where these are others."""
        parts = Both(*self).map(lambda number: [number.words])
        for side, number in zip(Side, self, strict=True):
            if _have_other_bounds(*self) and number.bound_words is not None:
                parts[side].append(number.bound_words)
            if _have_other_rates(*self) and number.rate_words is not None:
                parts[side].append(number.rate_words)
        return parts.map(lambda runs: Span(min(r.start for r in runs), max(r.end for r in runs)))


def changed_numbers(reading: LinkReading) -> list[NumberPair]:
    """Return the numbers that are not the same on both sides, in order of the original.

    A number without partner is no finding here: it was left out with what it counts.
    """
    return [pair for pair in number_pairs(reading) if _differ(*pair)]


def number_pairs(reading: LinkReading) -> list[NumberPair]:
    """Return the numbers of both sides that stand for each other, in order of the original."""
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
    return sorted(pairs, key=lambda pair: pair.original.number)


_Partners = Callable[[LinkReading, Quantity, Quantity], bool]


def _are_linked(reading: LinkReading, one: Quantity, other: Quantity) -> bool:
    return reading.are_linked(one.number, other.number)


def _are_equal(_: LinkReading, one: Quantity, other: Quantity) -> bool:
    return one.has_value_of(other)


def _count_alike(_: LinkReading, one: Quantity, other: Quantity) -> bool:
    """Tell whether both count the same thing."""
    are_alike = one.unit == other.unit and not _have_other_rates(one, other)
    return are_alike and _are_of_a_kind(one, other)


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
    lambda _, one, other: are_equal_amounts(one, other),
    _are_equal,
    _all_of(_are_linked, lambda _, one, other: _are_of_a_kind(one, other)),
    _have_same_unit,
    lambda _, one, other: not one.is_code and _are_of_a_kind(one, other),
)


def _differ(one: Quantity, other: Quantity) -> bool:
    if are_equal_amounts(one, other):
        return _have_other_bounds(one, other) or _have_other_rates(one, other)
    has_other_unit = bool(one.unit) and bool(other.unit) and one.unit != other.unit
    return (
        not one.has_value_of(other)
        or has_other_unit
        or _have_other_bounds(one, other)
        or _have_other_rates(one, other)
    )


def _have_other_bounds(one: Quantity, other: Quantity) -> bool:
    return bool(one.bound) and bool(other.bound) and one.bound != other.bound


def _have_other_rates(one: Quantity, other: Quantity) -> bool:
    return bool(one.rate) and bool(other.rate) and one.rate != other.rate
