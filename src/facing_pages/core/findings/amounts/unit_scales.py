"""The same amount in another unit of one scale: half an hour and 30 minutes, 2.10 m and 210 cm.

Only exact factors count. Months and days share no scale, and neither do miles and kilometres: what
is converted between them is rounded, so that nothing tells it from another amount.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from facing_pages.core.findings.amounts.quantities import Quantity

# The units of each scale, by their names in `FactWords.unit_names`, and how much of the smallest
# each holds. A cent is one of any currency that has cents.
_SCALES: Final[tuple[Mapping[str, int], ...]] = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
    {"month": 1, "year": 12, "decade": 120, "century": 1200},
    {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000},
    {"inch": 1, "foot": 12, "yard": 36, "mile": 63_360},
    {"µg": 1, "mg": 1000, "g": 1_000_000, "kg": 1_000_000_000, "ton": 1_000_000_000_000},
    {"ml": 1, "litre": 1000},
    {"watt": 1, "kW": 1000, "MW": 1_000_000, "GW": 1_000_000_000},
    {"cent": 1, "$": 100},
    {"cent": 1, "€": 100},
)


def are_equal_amounts(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities in different units are the same amount."""
    if one.unit == other.unit or one.is_negative != other.is_negative:
        return False
    return any(
        not _amounts(one, scale).isdisjoint(_amounts(other, scale))
        for scale in _SCALES
        if one.unit in scale and other.unit in scale
    )


def _amounts(quantity: Quantity, scale: Mapping[str, int]) -> frozenset[Fraction]:
    factor = scale[quantity.unit]
    return frozenset(value * factor for value in quantity.values if isinstance(value, Fraction))
