from __future__ import annotations

import pytest

from facing_pages.core.findings.amounts.quantities import quantities
from facing_pages.core.findings.amounts.unit_scales import are_equal_amounts
from tests.helpers.readings import side_of


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ("30 minutes", "half an hour", True),
        ("90 minutes", "1.5 hours", True),
        ("two weeks", "14 days", True),
        ("3 decades", "30 years", True),
        ("1,500 g", "1.5 kg", True),
        ("20 cents", "€0.20", True),
        ("20 cents", "$0.20", True),
        ("20 cents", "€2", False),
        ("30 days", "1 month", False),
        ("8 km", "5 miles", False),
        ("-2 km", "2000 m", False),
        ("2 km", "2 km", False),
    ],
)
def test_amounts_are_equal_in_units_of_one_scale(one: str, other: str, are_equal: bool) -> None:
    (first,), (second,) = quantities(side_of(one)), quantities(side_of(other))
    assert are_equal_amounts(first, second) == are_equal
